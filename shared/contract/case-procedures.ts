import * as z from 'zod';
import { idSchema, instantSchema, partialDateSchema, diseaseIdSchema, termIdSchema, versionSchema } from '#shared/base/schemas.ts';
import { candidateSchema, candidateStates, caseDetailSchema, caseRecordSchema, caseStatuses, personSchema } from '#shared/casefile/case-record.ts';
import { command, job, query } from '#shared/contract/procedure.ts';
import { fileSchema, problemSchema } from '#shared/contract/wire.ts';
import { individualDetailSchema } from '#shared/pedigree/individual.ts';
import { featureDetailSchema, featureSchema } from '#shared/phenotype/feature.ts';

/** Of the proband what tells cases apart, and no more: ten thousand lines travel at once. */
const caseloadProbandSchema = personSchema.pick({
  ...{ id: true, givenName: true, familyName: true, sexAssignedAtBirth: true, gender: true },
  ...{ vitalStatus: true, birthDate: true, deathDate: true, ageAtDeath: true, ageAtLastEncounter: true },
});

/** One line of the caseload. */
const caseSummarySchema = z.object({
  id: idSchema,
  version: versionSchema,
  reference: z.string(),
  proband: caseloadProbandSchema,
  status: z.enum(caseStatuses),
  statusSince: instantSchema,
  firstSymptomOn: partialDateSchema.nullable(),
  nextAction: z.string(),
  nextActionDueOn: partialDateSchema.nullable(),
  changedAt: instantSchema,
  observedCount: z.int(),
  excludedCount: z.int(),
  /** First of the ranking as last stored, with the release that made it; null before the first ranking. */
  topCandidate: z.object({ diseaseId: diseaseIdSchema, name: z.string(), probability: z.number(), release: z.string() }).nullable(),
  /** The clinic's own working or confirmed diagnosis, which goes before the computed one. */
  decided: z.object({ name: z.string(), state: z.enum(candidateStates) }).nullable(),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

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
