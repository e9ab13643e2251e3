import type { CliCommand } from '#electron/cli/cli-command.ts';

/** A command by its words. Its module is loaded only when it is asked for, so that one command does not wait for all. */
export interface CommandEntry {
  readonly path: readonly string[];
  readonly load: () => Promise<CliCommand>;
  /** Runs until it is stopped, so its output is not held back. */
  readonly isLasting?: boolean;
}

const knowledge = () => import('#electron/cli/commands/knowledge.ts');
const hpo = () => import('#electron/cli/commands/hpo.ts');
const cases = () => import('#electron/cli/commands/case.ts');
const trials = () => import('#electron/cli/commands/trials.ts');
const caseFind = () => import('#electron/cli/commands/case-find.ts');
const caseConsent = () => import('#electron/cli/commands/case-consent.ts');
const settings = () => import('#electron/cli/commands/settings.ts');
const vault = () => import('#electron/cli/commands/vault.ts');

/** In the order of the help. */
export const commandEntries: readonly CommandEntry[] = [
  { path: ['start'], load: async () => (await import('#electron/cli/commands/start.ts')).startCommand, isLasting: true },
  { path: ['knowledge', 'install'], load: async () => (await knowledge()).knowledgeInstallCommand },
  { path: ['knowledge', 'list'], load: async () => (await knowledge()).knowledgeListCommand },
  { path: ['knowledge', 'verify'], load: async () => (await knowledge()).knowledgeVerifyCommand },
  { path: ['knowledge', 'compare'], load: async () => (await knowledge()).knowledgeCompareCommand },
  { path: ['rank'], load: async () => (await import('#electron/cli/commands/rank.ts')).rankCommand },
  { path: ['explain'], load: async () => (await import('#electron/cli/commands/explain.ts')).explainCommand },
  { path: ['question'], load: async () => (await import('#electron/cli/commands/question.ts')).questionCommand },
  { path: ['hpo', 'search'], load: async () => (await hpo()).hpoSearchCommand },
  { path: ['hpo', 'show'], load: async () => (await hpo()).hpoShowCommand },
  { path: ['hpo', 'extract'], load: async () => (await import('#electron/cli/commands/hpo-extract.ts')).hpoExtractCommand },
  { path: ['disease', 'search'], load: async () => (await import('#electron/cli/commands/disease-search.ts')).diseaseSearchCommand },
  { path: ['acmg'], load: async () => (await import('#electron/cli/commands/acmg.ts')).acmgCommand },
  { path: ['phenopacket', 'check'], load: async () => (await import('#electron/cli/commands/phenopacket.ts')).phenopacketCheckCommand },
  { path: ['case', 'list'], load: async () => (await cases()).caseListCommand },
  { path: ['case', 'import'], load: async () => (await cases()).caseImportCommand },
  { path: ['case', 'search'], load: async () => (await caseFind()).caseSearchCommand },
  { path: ['case', 'similar'], load: async () => (await caseFind()).caseSimilarCommand },
  { path: ['case', 'compare'], load: async () => (await caseFind()).caseCompareCommand },
  { path: ['case', 'export'], load: async () => (await import('#electron/cli/commands/case-export.ts')).caseExportCommand },
  { path: ['case', 'consent', 'record'], load: async () => (await caseConsent()).caseConsentRecordCommand },
  { path: ['case', 'consent', 'list'], load: async () => (await caseConsent()).caseConsentListCommand },
  { path: ['case', 'consent', 'withdraw'], load: async () => (await caseConsent()).caseConsentWithdrawCommand },
  { path: ['case', 'show'], load: async () => (await cases()).caseShowCommand },
  { path: ['pedigree', 'check'], load: async () => (await import('#electron/cli/commands/pedigree-check.ts')).pedigreeCheckCommand },
  { path: ['pedigree', 'convert'], load: async () => (await import('#electron/cli/commands/pedigree-convert.ts')).pedigreeConvertCommand },
  { path: ['pedigree', 'layout'], load: async () => (await import('#electron/cli/commands/pedigree-layout.ts')).pedigreeLayoutCommand },
  { path: ['pedigree', 'draw'], load: async () => (await import('#electron/cli/commands/pedigree-draw.ts')).pedigreeDrawCommand },
  { path: ['pedigree', 'kinship'], load: async () => (await import('#electron/cli/commands/pedigree-kinship.ts')).pedigreeKinshipCommand },
  { path: ['pedigree', 'risk'], load: async () => (await import('#electron/cli/commands/pedigree-risk.ts')).pedigreeRiskCommand },
  { path: ['pedigree', 'inheritance'], load: async () => (await import('#electron/cli/commands/pedigree-inheritance.ts')).pedigreeInheritanceCommand },
  { path: ['pedigree', 'segregation'], load: async () => (await import('#electron/cli/commands/pedigree-segregation.ts')).pedigreeSegregationCommand },
  { path: ['vcf', 'check'], load: async () => (await import('#electron/cli/commands/vcf-check.ts')).vcfCheckCommand },
  { path: ['vcf', 'select'], load: async () => (await import('#electron/cli/commands/vcf-select.ts')).vcfSelectCommand },
  { path: ['trials', 'import'], load: async () => (await trials()).trialsImportCommand },
  { path: ['trials', 'match'], load: async () => (await trials()).trialsMatchCommand },
  { path: ['vault', 'create'], load: async () => (await vault()).vaultCreateCommand },
  { path: ['vault', 'verify'], load: async () => (await vault()).vaultVerifyCommand },
  { path: ['vault', 'backup'], load: async () => (await vault()).vaultBackupCommand },
  { path: ['vault', 'restore'], load: async () => (await vault()).vaultRestoreCommand },
  { path: ['vault', 'export-history'], load: async () => (await vault()).vaultExportHistoryCommand },
  { path: ['settings', 'get'], load: async () => (await settings()).settingsGetCommand },
  { path: ['settings', 'set'], load: async () => (await settings()).settingsSetCommand },
  { path: ['bench'], load: async () => (await import('#electron/cli/commands/bench.ts')).benchCommand },
];

/** Commands of the design that this version has not got. */
export const commandsToCome: readonly (readonly string[])[] = [];

export type FoundCommand =
  | { readonly kind: 'entry'; readonly entry: CommandEntry; readonly rest: readonly string[] }
  | { readonly kind: 'to-come'; readonly words: string }
  | { readonly kind: 'unknown'; readonly words: string };

/** Finds the command that the first words name. */
export function findCommand(words: readonly string[]): FoundCommand {
  const begins = (path: readonly string[]): boolean => path.every((word, index) => words[index] === word);
  const entry = commandEntries.find(({ path }) => begins(path));
  if (entry !== undefined) return { kind: 'entry', entry, rest: words.slice(entry.path.length) };
  const toCome = commandsToCome.find(begins);
  if (toCome !== undefined) return { kind: 'to-come', words: toCome.join(' ') };
  const group = words[0] ?? '';
  const isGroup = [...commandEntries.map(({ path }) => path), ...commandsToCome].some((path) => path.length > 1 && path[0] === group);
  return { kind: 'unknown', words: isGroup && words[1] !== undefined && !words[1].startsWith('-') ? `${group} ${words[1]}` : group };
}
