import { type SolvedCase } from '#tests/bench/ranking/solved-cases.ts';

export interface RankedCase {
  readonly solved: SolvedCase;
  /** 1 is best; ties share the mean rank; infinite where the disease is not in the knowledge. */
  readonly rank: number;
}

/** Shares, in percent, of cases whose disease is among the first 1, 3 and 10. */
export interface HitRates {
  readonly cases: number;
  readonly top1: number;
  readonly top3: number;
  readonly top10: number;
}

export const caseGroups = ['all', 'covered', 'clean', 'covered, 5 a disease', 'clean, 5 a disease'] as const;
export type CaseGroup = (typeof caseGroups)[number];

/** Rank of the disease at a position among all scores. */
export function rankOf(scores: Float64Array, position: number | undefined): number {
  const own = position === undefined ? undefined : scores[position];
  if (own === undefined) return Infinity;
  let above = 0;
  let tied = 0;
  for (const score of scores) {
    if (score > own) above += 1;
    else if (score === own) tied += 1;
  }
  return above + (tied + 1) / 2;
}

/** Cohorts with many patients of one disease would decide a figure alone; the groups with five a disease are free of that. */
export function hitRatesByGroup(ranked: readonly RankedCase[]): Readonly<Record<CaseGroup, HitRates>> {
  const rates = (isIn: (solved: SolvedCase) => boolean): HitRates => hitRates(ranked.filter(({ solved }) => isIn(solved)).map(({ rank }) => rank));
  return {
    all: rates(() => true),
    covered: rates((solved) => solved.isCovered),
    clean: rates((solved) => solved.isClean),
    'covered, 5 a disease': rates((solved) => solved.isCovered && solved.earlierOfDisease < 5),
    'clean, 5 a disease': rates((solved) => solved.isClean && solved.earlierOfDisease < 5),
  };
}

export function hitRates(ranks: readonly number[]): HitRates {
  const share = (limit: number): number => (ranks.length === 0 ? 0 : (100 * ranks.filter((rank) => rank <= limit).length) / ranks.length);
  return { cases: ranks.length, top1: share(1), top3: share(3), top10: share(10) };
}

export function summarise(ranked: readonly RankedCase[]): string {
  const groups = hitRatesByGroup(ranked);
  return caseGroups.map((group) => `${group} ${formatRates(groups[group])}`).join('  ');
}

export const formatRates = (rates: HitRates): string => [rates.top1, rates.top3, rates.top10].map((rate) => rate.toFixed(1)).join('/');
