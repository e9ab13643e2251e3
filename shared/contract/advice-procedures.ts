import * as z from 'zod';
import { diseaseIdSchema, idSchema, termIdSchema } from '#shared/base/schemas.ts';
import { evidenceUse, matchKinds, rankingChoiceSchema } from '#shared/contract/knowledge-procedures.ts';
import { action, query } from '#shared/contract/procedure.ts';
import { answerers } from '#shared/ranking/next-question/who-answers.ts';

const labelledTermSchema = z.object({ termId: termIdSchema, label: z.string() });
/** Who leads then, with what is left for none of these. */
const leadingDiseaseSchema = z.object({ diseaseId: diseaseIdSchema, name: z.string(), probability: z.number(), noneOfThese: z.number() });

const nextQuestionSchema = labelledTermSchema.extend({
  definition: z.string().nullable(),
  answeredBy: z.enum(answerers),
  /** Expected information gain about which disease it is. */
  bits: z.number(),
  yesProbability: z.number(),
  /** Who would lead after either answer. */
  ifYes: leadingDiseaseSchema,
  ifNo: leadingDiseaseSchema,
});
export type AskedTerm = z.infer<typeof nextQuestionSchema>;

const pairMemberSchema = z.object({ diseaseId: diseaseIdSchema, name: z.string(), genes: z.array(z.string()).readonly(), explained: z.array(labelledTermSchema).readonly() });
const pairSchema = z.object({
  first: pairMemberSchema,
  second: pairMemberSchema,
  unexplained: z.array(labelledTermSchema).readonly(),
  /** How much more probable than the best single disease, rarity of two diagnoses included. */
  log10Odds: z.number(),
});
export type ExplainingPair = z.infer<typeof pairSchema>;

const decisiveTermSchema = labelledTermSchema.extend({
  state: z.enum(['observed', 'excluded']),
  /** First without this finding. */
  instead: leadingDiseaseSchema,
});
export type DecisiveFinding = z.infer<typeof decisiveTermSchema>;

const standingSchema = z.object({ diseaseId: diseaseIdSchema, name: z.string(), probability: z.number() });
const movedCaseSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  probandName: z.string(),
  before: standingSchema.extend({ release: z.string() }),
  after: standingSchema,
});
export type MovedCase = z.infer<typeof movedCaseSchema>;

const placeSchema = z.object({ rank: z.int(), probability: z.number() });
/** A case whose first place stayed: what moved most among the first three, or by how much the first place's probability changed. */
const shiftedCaseSchema = movedCaseSchema.extend({ change: z.object({ diseaseId: diseaseIdSchema, name: z.string(), before: placeSchema.nullable(), after: placeSchema.nullable() }) });
export type ShiftedCase = z.infer<typeof shiftedCaseSchema>;

/** What two releases say of one finding in one disease. Null where the disease does not know it. */
const matchSchema = z.object({ match: z.enum(matchKinds), matchedLabel: z.string().nullable(), frequencyText: z.string().nullable(), log10LikelihoodRatio: z.number() });
const movedTermSchema = labelledTermSchema.extend({ before: matchSchema.nullable(), after: matchSchema.nullable() });
export type MovedTerm = z.infer<typeof movedTermSchema>;

const movedDiseaseSchema = z.object({
  diseaseId: diseaseIdSchema,
  name: z.string(),
  /** Rank and probability under either release; null where the release does not know it, or is gone and it was not among the best kept. */
  before: placeSchema.nullable(),
  after: placeSchema.nullable(),
  isNew: z.boolean(),
  isGone: z.boolean(),
  /** Findings whose annotation changed, those that moved the score most first; of a disease that came or went those that it is described with. */
  terms: z.array(movedTermSchema).readonly(),
  /** By how much the score changed, of that by how well the disease is described and by the genes that the release gives it; null where only one release knows the disease. Units: log10 likelihood ratio. */
  change: z.object({ score: z.number(), description: z.number(), gene: z.number() }).nullable(),
});
export type MovedDisease = z.infer<typeof movedDiseaseSchema>;

/** What follows from a ranking by the same evidence: what to ask, two diseases together, on what the first place hangs, and what a new release moved. */
export const adviceProcedures = {
  'advice.questions': query(rankingChoiceSchema.extend({ limit: z.int().min(1).max(100), ...evidenceUse }), z.object({ questions: z.array(nextQuestionSchema).readonly(), milliseconds: z.number() })),
  /** Null where one disease explains the findings as well. */
  'advice.pair': query(rankingChoiceSchema.extend(evidenceUse), z.object({ pair: pairSchema.nullable() })),
  'advice.decisive': query(rankingChoiceSchema.extend(evidenceUse), z.object({ terms: z.array(decisiveTermSchema).readonly() })),

  /**
   * Open cases whose first place is another under the release in use than under the one before, with the same findings; and how far the background
   * ranking is. `withShifted`: also how many open cases could be compared at all, and those whose first place stayed while others moved, the 100 that moved most;
   * not while the background ranking runs.
   */
  'reanalysis.list': query(z.object({ withShifted: z.boolean().optional() }), z.object({
    release: z.string(), isPaused: z.boolean(), waiting: z.int(), total: z.int(), moved: z.array(movedCaseSchema).readonly(),
    shifted: z.object({ comparedCount: z.int(), count: z.int(), cases: z.array(shiftedCaseSchema).readonly() }).optional(),
  })),
  /** Why: the diseases that came and went at the top, and the annotations that moved them. */
  'reanalysis.show': query(z.object({ caseId: idSchema }), z.object({ olderRelease: z.string(), newerRelease: z.string(), isOlderInstalled: z.boolean(), noneOfThese: z.object({ before: z.number(), after: z.number() }).nullable(), diseases: z.array(movedDiseaseSchema).readonly() })),
  /** Stops or goes on with ranking the cases in the background. */
  'reanalysis.pause': action(z.object({ isPaused: z.boolean() }), z.object({})),
  /** The case was looked at: it no longer stands out, until another release moves it. */
  'reanalysis.acknowledge': action(z.object({ caseId: idSchema }), z.object({})),
} as const;
