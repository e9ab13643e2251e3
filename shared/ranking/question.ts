import { type RankingCase } from '#shared/ranking/ranking-case.ts';
import { at, positionOfTerm, type RankingIndex } from '#shared/ranking/ranking-index.ts';

/** A case in positions of the index: every term once, in ascending order, so that the order of entry changes nothing. */
export interface Question {
  readonly observed: readonly number[];
  readonly excluded: readonly number[];
  /** Terms implied by a more telling one of the case, which add nothing: an ancestor of an observed term, a descendant of an excluded one. */
  readonly impliedObserved: readonly number[];
  readonly impliedExcluded: readonly number[];
  readonly unknownIds: readonly string[];
}

export function readQuestion(index: RankingIndex, patient: RankingCase): Question {
  const unknownIds = new Set<string>();
  const observed = positionsOf(index, patient.observed, unknownIds);
  const excluded = positionsOf(index, patient.excluded, unknownIds);
  const impliedObserved = new Set(observed.flatMap((term) => observed.filter((other) => other !== term && isAncestor(index, other, term))));
  const impliedExcluded = new Set(excluded.filter((term) => excluded.some((other) => other !== term && isAncestor(index, other, term))));
  return {
    observed: observed.filter((term) => !impliedObserved.has(term)),
    excluded: excluded.filter((term) => !impliedExcluded.has(term)),
    impliedObserved: [...impliedObserved].sort((a, b) => a - b),
    impliedExcluded: [...impliedExcluded],
    unknownIds: [...unknownIds],
  };
}

/** True where `ancestor` is the term itself or above it. */
function isAncestor(index: RankingIndex, ancestor: number, term: number): boolean {
  for (let i = at(index.ancestorStart, term); i < at(index.ancestorStart, term + 1); i += 1) if (index.ancestors[i] === ancestor) return true;
  return false;
}

function positionsOf(index: RankingIndex, ids: readonly string[], unknownIds: Set<string>): readonly number[] {
  const found = new Set<number>();
  for (const id of ids) {
    const position = positionOfTerm(index, id);
    if (position < 0) unknownIds.add(id);
    else found.add(position);
  }
  return [...found].sort((a, b) => a - b);
}
