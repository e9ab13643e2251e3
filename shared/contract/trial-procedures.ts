import * as z from 'zod';
import { diseaseIdSchema, idSchema, instantSchema, versionSchema } from '#shared/base/schemas.ts';
import { command, job, query } from '#shared/contract/procedure.ts';
import { fileSchema, problemSchema } from '#shared/contract/wire.ts';
import { answerers } from '#shared/trial/asked-subject.ts';
import { studyChangeKinds } from '#shared/trial/compare-studies.ts';
import { fitKinds } from '#shared/trial/fit-study.ts';
import { verdicts } from '#shared/trial/judge-study.ts';
import { criterionSections } from '#shared/trial/split-criteria.ts';
import { studyPhases, studySchema, studySiteSchema, studyStatuses } from '#shared/trial/study.ts';
import { trackingDetailSchema, trackingStates, trialSearchDetailSchema, trialSearchSchema, trialTrackingSchema } from '#shared/trial/tracking.ts';
import { diseaseStandings } from '#shared/trial/trial-patient.ts';

const studyIdSchema = z.string().regex(/^NCT\d{1,12}$/, 'expected a number such as NCT01234567');

const importReportSchema = z.object({
  readCount: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Older than what was at hand, and left aside. */
  older: z.int(),
  refusedCount: z.int(),
  studyCount: z.int(),
  /** The newest day that the imported data stand for. */
  dataDate: z.string().nullable(),
  problems: z.array(problemSchema).readonly(),
  moreProblems: z.int(),
});
export type TrialImportAnswer = Readonly<z.infer<typeof importReportSchema>>;

const fitSchema = z.object({ kind: z.enum(fitKinds), by: z.string(), found: z.string() });
const countsSchema = z.object({ met: z.int(), notMet: z.int(), ask: z.int() });
const nearestSchema = z.object({ site: studySiteSchema, km: z.number().nullable() }).nullable();

const judgedCriterionSchema = z.object({
  section: z.enum([...criterionSections, 'register']),
  text: z.string(),
  group: z.string(),
  under: z.array(z.string()).readonly(),
  verdict: z.enum(verdicts),
  fact: z.string(),
  question: z.string().nullable(),
  answerer: z.enum(answerers).nullable(),
});

/** A study that may concern the case. The count of what has to be asked always goes with it: nothing here says that somebody is eligible. */
const matchRowSchema = z.object({
  studyId: studyIdSchema,
  title: z.string(),
  status: z.enum(studyStatuses).nullable(),
  phases: z.array(z.enum(studyPhases)).readonly(),
  fit: fitSchema,
  nearest: nearestSchema,
  counts: countsSchema,
  state: z.enum(trackingStates).nullable(),
  /** The last import brought it, and there was one before. */
  isNew: z.boolean(),
});
export type TrialMatchRow = Readonly<z.infer<typeof matchRowSchema>>;

const soughtDiseaseSchema = z.object({ id: diseaseIdSchema, name: z.string(), standing: z.enum(diseaseStandings) });
export type SoughtDisease = Readonly<z.infer<typeof soughtDiseaseSchema>>;

const matchListSchema = z.object({
  release: z.string(),
  studyCount: z.int(),
  dataDate: z.string().nullable(),
  milliseconds: z.number(),
  isDeceased: z.boolean(),
  /** By what was looked for. */
  diseases: z.array(soughtDiseaseSchema).readonly(),
  genes: z.array(z.string()).readonly(),
  matches: z.array(matchRowSchema).readonly(),
  /** More may fit than were looked at; a narrower search shows them. */
  isCut: z.boolean(),
});
export type TrialMatchList = Readonly<z.infer<typeof matchListSchema>>;

const studyChangeSchema = z.object({ kind: z.enum(studyChangeKinds), before: z.string(), after: z.string() });
const importChangesSchema = z.object({ importNumber: z.int(), at: instantSchema, changes: z.array(studyChangeSchema).readonly() });

const trialDetailSchema = z.object({
  study: studySchema,
  /** Null: nothing of the case leads to it any more. */
  fit: fitSchema.nullable(),
  nearest: nearestSchema,
  criteria: z.array(judgedCriterionSchema).readonly(),
  counts: countsSchema,
  tracking: trialTrackingSchema.nullable(),
  /** What imports changed since somebody saw it, for a study that is followed. */
  changes: z.array(importChangesSchema).readonly(),
});
export type TrialDetail = Readonly<z.infer<typeof trialDetailSchema>>;

const trialNewsSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  /** Followed studies that imports changed since somebody saw them. */
  changed: z.array(z.object({ trackingId: idSchema, studyId: studyIdSchema, title: z.string(), state: z.enum(trackingStates), changes: z.array(studyChangeSchema).readonly() })).readonly(),
  /** Studies of its disease or gene, open to participants, that the last import brought. */
  fresh: z.array(z.object({ studyId: studyIdSchema, title: z.string() })).readonly(),
});
export type TrialNews = Readonly<z.infer<typeof trialNewsSchema>>;

/** What trial data brought for a case. closed, opened, changed: a followed study, until that is taken as read; fits: one of its disease or gene that the last import brought, until the case is opened. */
export const caseTrialNewsKinds = ['closed', 'opened', 'fits', 'changed'] as const;
const caseTrialNewsSchema = z.object({ caseId: idSchema, kind: z.enum(caseTrialNewsKinds), studyId: studyIdSchema, title: z.string(), moreCount: z.int() });
export type CaseTrialNews = Readonly<z.infer<typeof caseTrialNewsSchema>>;

const fetchPreviewSchema = z.object({ isAllowed: z.boolean(), condition: z.string(), address: z.string() });

export const trialProcedures = {
  'trial.state': query(z.object({}), z.object({ studyCount: z.int(), dataDate: z.string().nullable(), lastImport: z.object({ at: instantSchema, added: z.int(), changed: z.int() }).nullable() })),
  /** Files that the user chose, or files and folders of this machine by their paths. All of it comes in, or nothing. */
  'trial.import': job(z.union([z.object({ files: z.array(fileSchema).min(1).max(1_000) }), z.object({ paths: z.array(z.string().min(1).max(4_000)).min(1).max(100) })]), importReportSchema),
  /** Null: any status, any phase. */
  'trial.match': query(z.object({ caseId: idSchema, statuses: z.array(z.enum(studyStatuses)).nullable(), phases: z.array(z.enum(studyPhases)).nullable(), limit: z.int().min(1).max(500) }), matchListSchema),
  /** The diseases on behalf of which trials are looked for, whether or not any are at hand. */
  'trial.diseases': query(z.object({ caseId: idSchema }), z.array(soughtDiseaseSchema).readonly()),
  'trial.show': query(z.object({ caseId: idSchema, studyId: studyIdSchema }), trialDetailSchema),
  /** Of one case, or of all that follow a study. Cases without news are left out. */
  'trial.news': query(z.object({ caseId: idSchema.nullable() }), z.array(trialNewsSchema).readonly()),
  /** For the caseload: the weightiest news of each case that has any, whether or not it follows a study. */
  'trial.caseloadNews': query(z.object({}), z.array(caseTrialNewsSchema).readonly()),
  'trial.search': query(z.object({ caseId: idSchema }), trialSearchSchema),
  'trial.setSearch': command(z.object({ caseId: idSchema, detail: trialSearchDetailSchema }), trialSearchSchema),
  /** Towns that the data hold, by the beginning of their name. */
  'trial.places': query(z.object({ beginning: z.string().max(100) }), z.array(z.object({ city: z.string(), state: z.string(), country: z.string(), latitude: z.number(), longitude: z.number(), siteCount: z.int() })).readonly()),
  'trial.track': command(z.object({ caseId: idSchema, studyId: studyIdSchema }), trialTrackingSchema),
  'trial.changeTracking': command(z.object({ trackingId: idSchema, version: versionSchema, change: trackingDetailSchema.omit({ seenImport: true }).partial() }), trialTrackingSchema),
  'trial.untrack': command(z.object({ trackingId: idSchema, version: versionSchema }), z.object({})),
  /** Takes the news of a followed study as read. */
  'trial.markSeen': command(z.object({ trackingId: idSchema, version: versionSchema }), trialTrackingSchema),
  /** What would be asked of the register, before anything is: the name of a disease as public knowledge has it. */
  'trial.fetchPreview': query(z.object({ diseaseId: diseaseIdSchema }), fetchPreviewSchema),
  'trial.fetch': job(z.object({ diseaseId: diseaseIdSchema }), importReportSchema),
} as const;
