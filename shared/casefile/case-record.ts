import * as z from 'zod';
import { diseaseIdSchema, idSchema, instantSchema, partialDateSchema, versionSchema } from '#shared/base/schemas.ts';
import { individualSchema } from '#shared/pedigree/individual.ts';

/** Where a case stands, in the order in which cases usually go. */
export const caseStatuses = [
  'referred-in',
  'intake',
  'testing',
  'awaiting-results',
  'results-to-interpret',
  'candidate-pursued',
  'diagnosed-known-gene',
  'diagnosed-new-phenotype',
  'diagnosed-novel-gene',
  'diagnosed-clinically',
  'diagnosed-elsewhere',
  'reanalysis-due',
  'on-hold',
  'lost-to-follow-up',
  'closed',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];
/** Statuses in which nothing waits to be done. */
export const restingStatuses: readonly CaseStatus[] = ['diagnosed-known-gene', 'diagnosed-new-phenotype', 'diagnosed-novel-gene', 'diagnosed-clinically', 'diagnosed-elsewhere', 'lost-to-follow-up', 'closed'];

/** An individual of the family of a case, as the vault keeps it. */
export const personSchema = individualSchema.extend({ id: idSchema, version: versionSchema, caseId: idSchema });
export type Person = z.infer<typeof personSchema>;

export const caseDetailSchema = z.object({
  /** The clinic's own number for the case, such as NRG-0412. */
  reference: z.string().max(100),
  status: z.enum(caseStatuses),
  /** First symptom, where the odyssey begins. */
  firstSymptomOn: partialDateSchema.nullable(),
  nextAction: z.string().max(500),
  nextActionDueOn: partialDateSchema.nullable(),
  note: z.string().max(50_000),
});
export type CaseDetail = z.infer<typeof caseDetailSchema>;

export const caseRecordSchema = caseDetailSchema.extend({
  id: idSchema,
  version: versionSchema,
  statusSince: instantSchema,
  createdAt: instantSchema,
  changedAt: instantSchema,
});
export type CaseRecord = z.infer<typeof caseRecordSchema>;

export const candidateStates = ['suspected', 'working', 'confirmed', 'ruled-out'] as const;
export type CandidateState = (typeof candidateStates)[number];

/** What the clinic thinks of one candidate disease. A disease without a row is merely ranked. */
export const candidateSchema = z.object({
  id: idSchema,
  version: versionSchema,
  caseId: idSchema,
  diseaseId: diseaseIdSchema,
  diseaseName: z.string().max(500),
  state: z.enum(candidateStates),
  /** What speaks for the state, such as the test that ruled it out. */
  reason: z.string().max(5_000),
  decidedOn: partialDateSchema,
  decidedBy: z.string().max(200),
});
export type Candidate = z.infer<typeof candidateSchema>;
