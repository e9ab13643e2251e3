import * as z from 'zod';
import { seasonSettings } from '#shared/casefile/hemisphere.ts';
import { action, open, query } from '#shared/contract/procedure.ts';

export const settingsSchema = z.object({
  clinicianName: z.string().max(200),
  clinicName: z.string().max(200),
  /** Where colleagues reach the clinic, as a mailto: or web address; stands in requests to the Matchmaker Exchange. */
  replyAddress: z.string().max(300),
  /** Stands beside the address in letters and documents, as it is written. */
  telephone: z.string().max(100),
  /** 0 switches the automatic lock off. */
  autoLockMinutes: z.int().min(0).max(480),
  excludedMode: z.enum(['absence', 'mention', 'ignore']),
  /** In which language terms are found besides English, such as de; empty: English alone. */
  termLanguage: z.string().max(20),
  /** In which half of the world a season is meant that is typed here. */
  seasons: z.enum(seasonSettings),
  /** Network access for the download of public knowledge; off until the user switches it on. */
  isDownloadAllowed: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

export const knowledgeReleaseSchema = z.object({
  /** The name under which it is installed, such as 2025-05-06, or `starter`. */
  name: z.string(),
  kind: z.enum(['starter', 'release']),
  ontologyVersion: z.string(),
  annotationVersion: z.string(),
  installedAt: z.string().nullable(),
  termCount: z.int(),
  diseaseCount: z.int(),
  annotationCount: z.int(),
  isActive: z.boolean(),
  /** What it holds beyond the HPO's own files, each with attribution and terms. */
  supplements: z.array(z.object({ kind: z.enum(['gene-names', 'translation', 'orphanet']), name: z.string(), count: z.int(), notice: z.string() })).readonly().optional(),
  /** Attribution and terms of the source, shown with the release as its licence asks. */
  notice: z.string().optional(),
});
export type KnowledgeRelease = z.infer<typeof knowledgeReleaseSchema>;

const appStateSchema = z.object({
  appVersion: z.string(),
  /** What only a host can do; a screen asks what can be done and never which host it is. */
  host: z.object({ name: z.enum(['electron', 'loopback', 'direct']), canPrintToPdf: z.boolean(), hasKeychain: z.boolean() }),
  vault: z.enum(['absent', 'locked', 'open']),
  /** Whether the keychain of this machine opens the vault. */
  isInKeychain: z.boolean(),
  isDemo: z.boolean(),
  /** Not null while the screen is turned to a family: what leaves that view. */
  familyView: z.object({ leavesBy: z.enum(['pin', 'passphrase', 'nothing']) }).nullable(),
  knowledge: knowledgeReleaseSchema.nullable(),
});
export type AppState = z.infer<typeof appStateSchema>;

const passphraseSchema = z.string().min(1).max(1_000);
const nothing = z.object({});

export const appProcedures = {
  'app.state': open(query(nothing, appStateSchema)),

  'vault.create': open(action(z.object({ passphrase: z.string().min(12, 'at least 12 characters').max(1_000), clinicianName: z.string().max(200) }), z.object({ recoveryKey: z.string() }))),
  'vault.unlock': open(action(z.union([z.object({ passphrase: passphraseSchema }), z.object({ recoveryKey: passphraseSchema }), z.object({ keychain: z.literal(true) })]), nothing)),
  'vault.lock': open(action(nothing, nothing)),
  /** Puts off the automatic lock while somebody reads or types without asking anything of the vault. */
  'vault.noteActivity': action(nothing, nothing),
  'vault.changePassphrase': action(z.object({ current: passphraseSchema, next: z.string().min(12).max(1_000) }), nothing),
  /** Also needed after the recovery key was used: the old kit is void. */
  'vault.renewRecoveryKey': action(z.object({ passphrase: passphraseSchema }), z.object({ recoveryKey: z.string() })),
  /** Makes the keychain of this machine a way into the vault, or ends it. Refused where the host has none. */
  'vault.keepInKeychain': action(z.object({ keep: z.boolean(), passphrase: passphraseSchema }), nothing),
  'vault.verify': query(nothing, z.object({ isIntact: z.boolean(), changes: z.int(), findings: z.array(z.string()).readonly() })),
  /** Writes a complete encrypted copy to a new folder on this machine. */
  'vault.backup': action(z.object({ folder: z.string().min(1).max(4_000) }), z.object({ folder: z.string(), bytes: z.int() })),

  'settings.read': query(nothing, settingsSchema),
  'settings.change': action(settingsSchema.partial(), settingsSchema),

  'job.cancel': open(action(z.object({ jobId: z.string() }), z.object({ wasRunning: z.boolean() }))),
} as const;
