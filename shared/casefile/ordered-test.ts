import * as z from 'zod';
import { idSchema, partialDateSchema } from '#shared/base/schemas.ts';
import { recordOf } from '#shared/casefile/record.ts';

export const testKinds = ['targeted-variant', 'single-gene', 'panel', 'exome', 'genome', 'array', 'karyotype', 'repeat-expansion', 'methylation', 'mitochondrial-genome', 'rna', 'biochemical', 'imaging', 'electrophysiology', 'biopsy', 'other'] as const;
export type TestKind = (typeof testKinds)[number];
export const testStatuses = ['planned', 'ordered', 'sample-sent', 'reported', 'failed', 'cancelled'] as const;
export type TestStatus = (typeof testStatuses)[number];
/** What a report says of the question that was asked. */
export const testResults = ['diagnostic', 'partial', 'uncertain', 'negative', 'secondary-finding'] as const;
export type TestResult = (typeof testResults)[number];

/** A test ordered for people of the family, from the wish to the report, with what it cannot see. */
export const orderedTestDetailSchema = z.object({
  kind: z.enum(testKinds),
  name: z.string().max(300),
  laboratory: z.string().max(200),
  accession: z.string().max(200),
  method: z.string().max(500),
  /** What this test does not cover: regions, kinds of variant, depth. */
  limits: z.string().max(5_000),
  /** Of whom a sample is tested. */
  personIds: z.array(idSchema).max(100).readonly(),
  orderedBy: z.string().max(200),
  orderedOn: partialDateSchema.nullable(),
  sampleOn: partialDateSchema.nullable(),
  expectedOn: partialDateSchema.nullable(),
  reportedOn: partialDateSchema.nullable(),
  status: z.enum(testStatuses),
  /** Null while nothing is reported. */
  result: z.enum(testResults).nullable(),
  summary: z.string().max(10_000),
  isPrivate: z.boolean(),
});
export type OrderedTestDetail = Readonly<z.infer<typeof orderedTestDetailSchema>>;
export const orderedTestSchema = recordOf(orderedTestDetailSchema);
export type OrderedTest = Readonly<z.infer<typeof orderedTestSchema>>;

export const bareTest: OrderedTestDetail = {
  kind: 'other',
  name: '',
  laboratory: '',
  accession: '',
  method: '',
  limits: '',
  personIds: [],
  orderedBy: '',
  orderedOn: null,
  sampleOn: null,
  expectedOn: null,
  reportedOn: null,
  status: 'ordered',
  result: null,
  summary: '',
  isPrivate: false,
};
