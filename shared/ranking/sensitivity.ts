import { type ExcludedMode, type RankingCase } from '#shared/ranking/ranking-case.ts';
import { type RankedCandidate, type Ranker, type Ranking } from '#shared/ranking/ranking.ts';

/** A single finding without which another disease would stand first. */
export interface DecisiveTerm {
  readonly termId: string;
  readonly state: 'observed' | 'excluded';
  /** Who would stand first if the finding were wrong and left out, and how probable none of these would be then. */
  readonly instead: Pick<RankedCandidate, 'diseaseId' | 'name' | 'probability'> & { readonly noneOfThese: number };
}

/**
 * The findings on which the first place hangs: each is left out in turn and the case ranked again. Those whose successor is surest
 * first. A case of n terms costs n rankings.
 */
export function decisiveTerms(ranker: Ranker, patient: RankingCase, excludedMode: ExcludedMode): readonly DecisiveTerm[] {
  const rank = (one: RankingCase): Ranking => ranker.rank(one, { excludedMode, limit: 1 });
  const first = rank(patient).candidates[0];
  if (first === undefined) return [];
  const decisive = (termId: string, state: DecisiveTerm['state'], without: RankingCase): readonly DecisiveTerm[] => {
    if (without.observed.length === 0) return [];
    const { candidates: [instead], noneOfTheseProbability } = rank(without);
    if (instead === undefined || instead.diseaseId === first.diseaseId) return [];
    return [{ termId, state, instead: { diseaseId: instead.diseaseId, name: instead.name, probability: instead.probability, noneOfThese: noneOfTheseProbability } }];
  };
  const found = [
    ...patient.observed.flatMap((id) => decisive(id, 'observed', { ...patient, observed: patient.observed.filter((other) => other !== id) })),
    ...(excludedMode === 'ignore' ? [] : patient.excluded.flatMap((id) => decisive(id, 'excluded', { ...patient, excluded: patient.excluded.filter((other) => other !== id) }))),
  ];
  return found.sort((a, b) => b.instead.probability - a.instead.probability || (a.termId < b.termId ? -1 : 1));
}
