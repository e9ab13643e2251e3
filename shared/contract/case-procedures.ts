import * as z from 'zod';
import { idSchema, instantSchema, partialDateSchema, diseaseIdSchema, termIdSchema, versionSchema } from '#shared/base/schemas.ts';
import { candidateSchema, candidateStates, caseDetailSchema, caseRecordSchema, caseStatuses, personSchema } from '#shared/casefile/case-record.ts';
import { command, job, query } from '#shared/contract/procedure.ts';
import { fileSchema, problemSchema } from '#shared/contract/wire.ts';
import { individualDetailSchema } from '#shared/pedigree/individual.ts';
import { featureDetailSchema, featureSchema } from '#shared/phenotype/feature.ts';

/** Of the proband what tells cases apart, and no more: ten thousand lines travel at once. */
const caseloadProbandSchema = personSchema.pick({
  ...{ givenName: true, familyName: true, sexAssignedAtBirth: true, gender: true },
  ...{ vitalStatus: true, birthDate: true, deathDate: true, ageAtDeath: true, ageAtLastEncounter: true },
});

/** What of a case can be due: its next action, a task, a test whose result is awaited, a referral, a finding to look at again. */
export const dueKinds = ['action', 'task', 'test', 'referral', 'review'] as const;
const dueSchema = z.object({ kind: z.enum(dueKinds), on: partialDateSchema });

/** One line of the caseload. */
export const caseSummarySchema = z.object({
  id: idSchema,
  version: versionSchema,
  reference: z.string(),
  proband: caseloadProbandSchema,
  status: z.enum(caseStatuses),
  statusSince: instantSchema,
  firstSymptomOn: partialDateSchema.nullable(),
  nextAction: z.string(),
  nextActionDueOn: partialDateSchema.nullable(),
  /** The earliest of everything that is due; null where nothing is. */
  due: dueSchema.nullable(),
  /** What became late last since the user looked; null where nothing did. */
  becameLate: dueSchema.nullable(),
  /** What the family said and nobody has decided on. */
  waitingSuggestions: z.int(),
  /** When the user last opened the case; null: never. */
  seenAt: instantSchema.nullable(),
  changedAt: instantSchema,
  observedCount: z.int(),
  excludedCount: z.int(),
  /** First of the ranking as last stored, with the release that made it; null before the first ranking. */
  topCandidate: z.object({ diseaseId: diseaseIdSchema, name: z.string(), probability: z.number(), release: z.string() }).nullable(),
  /** The clinic's own working or confirmed diagnosis, which goes before the computed one. */
  decided: z.object({ name: z.string(), state: z.enum(candidateStates) }).nullable(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;
export type CaseDue = NonNullable<CaseSummary['due']>;

/** One thing of a case that is due, with what it is called. */
const dueThingSchema = dueSchema.extend({ title: z.string(), recordId: idSchema });
export type DueThing = Readonly<z.infer<typeof dueThingSchema>>;

/** Several cases of one command, each as it was when it was chosen. */
const chosenCases = z.array(z.object({ caseId: idSchema, version: versionSchema })).min(1).max(10_000);

const importedCaseSchema = z.object({ caseId: idSchema, reference: z.string(), featureCount: z.int() });

const historyEntrySchema = z.object({
  id: z.int(),
  at: instantSchema,
  actor: z.string(),
  label: z.string(),
  caseId: idSchema.nullable(),
  /** What the entry is: made by hand, or the inverse or repetition of an earlier one. */
  nature: z.enum(['change', 'undo', 'redo']),
  /** The entry that this one undoes or repeats. */
  refersTo: z.int().nullable(),
  isUndone: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

const caseId = z.object({ caseId: idSchema });
const historyStep = z.object({ label: z.string(), caseId: idSchema.nullable() });

export const caseProcedures = {
  'case.list': query(z.object({}), z.array(caseSummarySchema).readonly()),
  'case.show': query(
    caseId,
    z.object({ case: caseRecordSchema, people: z.array(personSchema).readonly(), features: z.array(featureSchema).readonly(), candidates: z.array(candidateSchema).readonly(), sources: z.array(z.object({ id: idSchema, fileName: z.string(), format: z.string(), importedAt: instantSchema })).readonly() }),
  ),
  'case.create': command(z.object({ case: caseDetailSchema.partial(), proband: individualDetailSchema.partial() }), z.object({ caseId: idSchema, probandId: idSchema })),
  'case.change': command(z.object({ caseId: idSchema, version: versionSchema, change: caseDetailSchema.partial() }), caseRecordSchema),
  'case.delete': command(z.object({ caseId: idSchema, version: versionSchema }), z.object({})),
  /** The same change of several cases, or their deletion, as one change: all or none, and one undo for all. */
  'case.changeMany': command(z.object({ cases: chosenCases, change: caseDetailSchema.pick({ status: true, nextAction: true, nextActionDueOn: true }).partial() }), z.object({ changedCount: z.int() })),
  'case.deleteMany': command(z.object({ cases: chosenCases }), z.object({})),
  /** Everything of a case that is due, the earliest first. */
  'case.due': query(caseId, z.array(dueThingSchema).readonly()),
  'person.change': command(z.object({ personId: idSchema, version: versionSchema, change: individualDetailSchema.partial() }), personSchema),
  /** Phenopackets (JSON, JSON Lines; v1, v2; plain or gzip). Good ones come in though others beside them are refused. */
  'case.import': job(z.object({ files: z.array(fileSchema).min(1).max(1_000) }), z.object({ imported: z.array(importedCaseSchema).readonly(), problems: z.array(problemSchema).readonly(), refusedCount: z.int() })),

  'feature.add': command(z.object({ personId: idSchema, termId: termIdSchema, detail: featureDetailSchema.partial() }), featureSchema),
  /** Findings of one or several people of one case, as one change: all or none. Those a person has already are left as they are. */
  'feature.addMany': command(z.object({ caseId: idSchema, features: z.array(z.object({ personId: idSchema, termId: termIdSchema, detail: featureDetailSchema.partial() })).min(1).max(1_000) }), z.object({ added: z.array(featureSchema).readonly(), alreadyRecordedCount: z.int() })),
  'feature.change': command(z.object({ featureId: idSchema, version: versionSchema, change: featureDetailSchema.partial() }), featureSchema),
  /** Says the same with another term, keeping everything else that is known of it. */
  'feature.replace': command(z.object({ featureId: idSchema, version: versionSchema, termId: termIdSchema }), featureSchema),
  'feature.remove': command(z.object({ featureId: idSchema, version: versionSchema }), z.object({})),

  /** `state: null` takes the decision back. */
  'candidate.decide': command(z.object({ caseId: idSchema, diseaseId: diseaseIdSchema, state: z.enum(candidateStates).nullable(), reason: z.string().max(5_000) }), candidateSchema.nullable()),

  'history.list': query(z.object({ caseId: idSchema.nullable(), limit: z.int().min(1).max(1_000), before: z.int().nullable() }), z.object({ entries: z.array(historyEntrySchema).readonly(), canUndo: historyStep.nullable(), canRedo: historyStep.nullable() })),
  /** Undoes, as a new entry, the change named by `entryId`, else the latest that still stands, of the case where one is given. */
  'history.undo': command(z.object({ caseId: idSchema.nullable(), entryId: z.int().optional() }), historyStep),
  'history.redo': command(z.object({ caseId: idSchema.nullable() }), historyStep),
} as const;
