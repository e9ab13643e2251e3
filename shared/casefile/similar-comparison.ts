import { addClosure, exclusionWeight, type PhenotypeProfile } from '#shared/casefile/similar-profiles.ts';
import { at, type RankingIndex } from '#shared/ranking/ranking-index.ts';

/** A term that both patients have, or of which each has a narrower one. */
export interface SharedTerm {
  readonly term: number;
  /** Nats. */
  readonly information: number;
  /** Its part of the score; the parts of all shared terms and exclusions add up to it. */
  readonly contribution: number;
  /** The terms of each patient that are it or narrower. */
  readonly here: readonly number[];
  readonly there: readonly number[];
}

export interface ProfileComparison {
  readonly score: number;
  /** The most telling first. */
  readonly shared: readonly SharedTerm[];
  readonly sharedExcluded: readonly { readonly term: number; readonly contribution: number }[];
  /** Observed terms to which nothing telling of the other comes near, the most telling first. */
  readonly onlyHere: readonly number[];
  readonly onlyThere: readonly number[];
  /** What one patient has and the other expressly has not: `excluded` is the term or a broader one. */
  readonly contradicted: readonly { readonly observedIn: 'here' | 'there'; readonly term: number; readonly excluded: number }[];
}

/** A common ancestor below which less than a twentieth of all annotations lie is worth calling a relation. Nats. Source: this project. */
export const tellingInformation = Math.log(20);

/**
 * Lays two patients side by side and explains the score that `findSimilar` gives them.
 * Formula: each term of the common closure counts once, with the narrowest shared term that it stands above; among several, with the most telling.
 * Units, Source, Assumes, Limits: as `findSimilar`.
 */
export function compareProfiles(index: RankingIndex, here: PhenotypeProfile, there: PhenotypeProfile): ProfileComparison {
  const closureHere = new Set<number>();
  const closureThere = new Set<number>();
  const informationHere = addClosure(index, here.observed, (term) => closureHere.add(term));
  const informationThere = addClosure(index, there.observed, (term) => closureThere.add(term));
  const common = [...closureHere].filter((term) => closureThere.has(term));
  const commonInformation = sum(common.map((term) => informationOf(index, term)));
  const bothExclude = here.excluded.filter((term) => there.excluded.includes(term));
  const agreed = exclusionWeight * sum(bothExclude.map((term) => informationOf(index, term)));
  const either = informationHere + informationThere - commonInformation + agreed;
  const part = (information: number): number => (either === 0 ? 0 : information / either);
  const shared = sharedTerms(index, common).map(({ term, taken }) => ({ term, information: informationOf(index, term), contribution: part(taken), here: below(index, here.observed, term), there: below(index, there.observed, term) }));
  const telling = shared.filter(({ information }) => information >= tellingInformation);
  const isNear = (term: number): boolean => telling.some((one) => isAtOrAbove(index, one.term, term));
  const alone = (terms: readonly number[]): readonly number[] => byInformation(index, terms.filter((term) => !isNear(term)));
  return {
    score: part(commonInformation + agreed),
    shared,
    sharedExcluded: byInformation(index, bothExclude).map((term) => ({ term, contribution: part(exclusionWeight * informationOf(index, term)) })),
    onlyHere: alone(here.observed),
    onlyThere: alone(there.observed),
    contradicted: [...contradictions(index, here.observed, there.excluded, 'here'), ...contradictions(index, there.observed, here.excluded, 'there')],
  };
}

/** The narrowest terms of the common closure, the most telling first, each with the information that it takes with the terms above it. */
function sharedTerms(index: RankingIndex, common: readonly number[]): readonly { readonly term: number; readonly taken: number }[] {
  const above = new Set<number>();
  for (const term of common) for (const ancestor of ancestorsOf(index, term)) if (ancestor !== term) above.add(ancestor);
  const narrowest = byInformation(index, common.filter((term) => !above.has(term)));
  const left = new Set(common);
  return narrowest.map((term) => {
    let taken = 0;
    for (const ancestor of ancestorsOf(index, term)) if (left.delete(ancestor)) taken += informationOf(index, ancestor);
    return { term, taken };
  });
}

function* contradictions(index: RankingIndex, observed: readonly number[], excluded: readonly number[], observedIn: 'here' | 'there') {
  for (const term of observed) {
    const denied = excluded.find((broader) => isAtOrAbove(index, broader, term));
    if (denied !== undefined) yield { observedIn, term, excluded: denied };
  }
}

const ancestorsOf = (index: RankingIndex, term: number): Uint32Array => index.ancestors.subarray(at(index.ancestorStart, term), at(index.ancestorStart, term + 1));
const isAtOrAbove = (index: RankingIndex, broader: number, term: number): boolean => ancestorsOf(index, term).includes(broader);
const below = (index: RankingIndex, terms: readonly number[], broader: number): readonly number[] => terms.filter((term) => isAtOrAbove(index, broader, term));
const informationOf = (index: RankingIndex, term: number): number => at(index.informationContent, term);
const byInformation = (index: RankingIndex, terms: readonly number[]): readonly number[] => [...terms].sort((one, other) => informationOf(index, other) - informationOf(index, one) || one - other);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
