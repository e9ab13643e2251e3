import { ancestorsOf } from '#shared/ranking/evidence.ts';
import { type RankingCase } from '#shared/ranking/ranking-case.ts';
import { positionOfTerm, type RankingIndex } from '#shared/ranking/ranking-index.ts';
import { seededRandom } from '#tests/bench/ranking/poorer-cases.ts';

/** A case of which half is told, and what the family or an examination would answer from the other half. */
export interface HalfToldCase {
  readonly told: RankingCase;
  readonly hidden: RankingCase;
}

/** Tells every second finding by chance, at least one observed. Always the same for the same seed. */
export function hideHalf(patient: RankingCase, seed: number): HalfToldCase {
  const random = seededRandom(seed);
  const [observed, hiddenObserved] = split(patient.observed, random);
  const [excluded, hiddenExcluded] = split(patient.excluded, random);
  return { told: { observed, excluded }, hidden: { observed: hiddenObserved, excluded: hiddenExcluded } };
}

/** Yes where the hidden findings hold the term or a narrower one, no where they exclude it or a broader one; else nobody knows. */
export function answerFrom(index: RankingIndex, hidden: RankingCase, termId: string): 'yes' | 'no' | 'unknown' {
  const term = positionOfTerm(index, termId);
  if (hidden.observed.some((id) => isAtOrAbove(index, term, id))) return 'yes';
  return hidden.excluded.some((id) => ancestorsOf(index, term).includes(positionOfTerm(index, id))) ? 'no' : 'unknown';
}

function isAtOrAbove(index: RankingIndex, term: number, id: string): boolean {
  const position = positionOfTerm(index, id);
  return position >= 0 && ancestorsOf(index, position).includes(term);
}

function split(ids: readonly string[], random: () => number): readonly [readonly string[], readonly string[]] {
  const left = [...ids];
  const taken: string[] = [];
  while (taken.length < Math.ceil(ids.length / 2)) taken.push(...left.splice(Math.floor(random() * left.length), 1));
  return [taken, left];
}
