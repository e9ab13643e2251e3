import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { firstAbsenceWeights, firstMentionWeights } from '#shared/ranking/learned-weights.ts';
import { modelParameters } from '#shared/ranking/model-parameters.ts';
import { type Impoverishment } from '#tests/bench/ranking/poorer-cases.ts';
import { referenceFiles, type Regime } from '#tests/bench/ranking/reference-knowledge.ts';
import { casesFile } from '#tests/bench/ranking/solved-cases.ts';
import { referenceData } from '#tests/reference-data.ts';

/** Everything besides the code that the weights of the second pass come from. */
export const learning = {
  /** Every case as published under both releases; a third of them under R1 in each poorer form, so that poor cases are not paid with rich ones. */
  courses: [
    { regime: 'R1', how: 'as published', every: 1, from: 0 },
    { regime: 'R2', how: 'as published', every: 1, from: 0 },
    { regime: 'R1', how: 'three terms', every: 3, from: 0 },
    { regime: 'R1', how: 'none excluded', every: 3, from: 1 },
    { regime: 'R1', how: 'parents', every: 3, from: 2 },
  ] satisfies readonly { readonly regime: Regime; readonly how: Impoverishment; readonly every: number; readonly from: number }[],
  /** A case is told apart from so many wrong diseases, the best of the first pass. */
  alternativeCount: 60,
  ridge: 10,
  /** A case weighs (cases of its disease) to minus this power, so that no cohort decides: 0 would count every case, 1 every disease alike. */
  cohortPower: 0.5,
  /** What an excluded term counts as absence in each mode: stated, not learned, since papers write the other way round. */
  absenceWeight: { absence: 2, mention: 2 },
} as const;

/** SHA-256 over the settings above, the first pass and the reference files; null where the reference data is absent. */
export function digestOfLearningInput(): string | null {
  const hash = createHash('sha256').update(JSON.stringify([learning, modelParameters, firstAbsenceWeights, firstMentionWeights]));
  for (const name of [...referenceFiles, casesFile]) {
    const path = referenceData(name);
    if (path === null) return null;
    hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}
