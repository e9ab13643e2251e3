import * as z from 'zod';
import { idSchema, termIdSchema } from '#shared/base/schemas.ts';
import { candidateStates } from '#shared/casefile/case-record.ts';
import { query } from '#shared/contract/procedure.ts';

const namedTermSchema = z.object({ termId: termIdSchema, label: z.string() });
export type NamedTerm = Readonly<z.infer<typeof namedTermSchema>>;

/** A term that both have, or of which each has a narrower one, with its part of the score. */
const sharedTermSchema = namedTermSchema.extend({ information: z.number(), contribution: z.number() });

/** Of another case no more than its reference, and what its clinic thinks it is. */
const otherCaseSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  decided: z.object({ name: z.string(), state: z.enum(candidateStates) }).nullable(),
});

const similarCaseSchema = otherCaseSchema.extend({
  /** From 0, nothing in common, to 1, the same findings. */
  score: z.number(),
  /** The most telling first. */
  shared: z.array(sharedTermSchema).readonly(),
  sharedExcluded: z.array(namedTermSchema).readonly(),
  /** Genes in which both have a sequencing finding. */
  genes: z.array(z.string()).readonly(),
});
export type SimilarCase = Readonly<z.infer<typeof similarCaseSchema>>;

const comparisonSchema = z.object({
  release: z.string(),
  score: z.number(),
  here: otherCaseSchema,
  there: otherCaseSchema,
  shared: z.array(sharedTermSchema.extend({ here: z.array(namedTermSchema).readonly(), there: z.array(namedTermSchema).readonly() })).readonly(),
  sharedExcluded: z.array(namedTermSchema.extend({ contribution: z.number() })).readonly(),
  onlyHere: z.array(namedTermSchema).readonly(),
  onlyThere: z.array(namedTermSchema).readonly(),
  /** What one has and the other expressly has not. */
  contradicted: z.array(z.object({ observedIn: z.enum(['here', 'there']), term: namedTermSchema, excluded: namedTermSchema })).readonly(),
  genes: z.object({ shared: z.array(z.string()).readonly(), onlyHere: z.array(z.string()).readonly(), onlyThere: z.array(z.string()).readonly() }),
});
export type CaseComparison = Readonly<z.infer<typeof comparisonSchema>>;

export const similarProcedures = {
  /** Other cases of the vault whose findings are most like those of this one, the most alike first. */
  'case.similar': query(z.object({ caseId: idSchema, limit: z.int().min(1).max(100) }), z.object({ release: z.string(), comparedCount: z.int(), observedCount: z.int(), similar: z.array(similarCaseSchema).readonly() })),
  /** Two cases side by side, as a matchmaker compares them. */
  'case.compare': query(z.object({ caseId: idSchema, otherId: idSchema }), comparisonSchema),
} as const;
