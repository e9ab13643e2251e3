import { createMeasurer, type Measurer } from '#shared/ranking/measures.ts';
import { modelParameters } from '#shared/ranking/model-parameters.ts';
import { readQuestion } from '#shared/ranking/question.ts';
import { type ExcludedMode, type RankingCase } from '#shared/ranking/ranking-case.ts';
import { type RankingIndex, termIdAt } from '#shared/ranking/ranking-index.ts';
import { type Ranker } from '#shared/ranking/ranking.ts';

/** Two diseases that explain the findings better together than any one does alone. */
export interface DiseasePair {
  readonly first: PairMember;
  readonly second: PairMember;
  /** Observed findings that neither knows. */
  readonly unexplainedIds: readonly string[];
  /** log10 of how much more probable the pair is than the best single disease, rarity of two diagnoses included. */
  readonly log10Odds: number;
}

export interface PairMember {
  readonly diseaseId: string;
  readonly name: string;
  readonly genes: readonly string[];
  /** Observed findings that this one explains better than the other, best first. */
  readonly explainedIds: readonly string[];
}

/**
 * Share of solved patients with more than one molecular diagnosis: 101 of 2,076, 4.9 %.
 * Source: J. E. Posey et al. 2017, N Engl J Med 376:21, DOI 10.1056/NEJMoa1516767.
 */
const multipleDiagnoses = 0.049;
/** Candidates of the ranking that are tried as one half of a pair; the other may be any disease. */
const firstHalves = 20;
/** Fewer findings than this cannot tell two diseases from one poorly described. */
const leastFindings = 4;
/** Each half has to explain so many findings of its own: a single one is more often a mistake or a chance finding. */
const leastExplained = 2;
/** A finding is explained where it is more frequent in the disease than in the background. */
const explainedFrom = Math.log(1);

/** When a pair is worth a word. */
export interface PairStandard {
  /** λ: how much the ratios are believed. Findings of one patient hang together, so that their sum overstates. */
  readonly ratioBelief: number;
  /** Least log10 of the odds against the best single disease. */
  readonly leastLog10Odds: number;
}

/** Source: the question bench, on mixtures of two published patients and on single ones. */
export const pairStandard: PairStandard = { ratioBelief: 0.8, leastLog10Odds: 0 };

/** Looks for a pair. Keeps working memory of one release; belongs to one thread. */
export type PairFinder = (ranker: Ranker, patient: RankingCase, excludedMode: ExcludedMode) => DiseasePair | null;

/**
 * The best pair of diseases, where it beats the best single one by enough; null where it does not.
 * Formula: ln odds = λ [Σ_t ln((r_A(t) + r_B(t)) / 2) − max_D Σ_t ln r_D(t)] + ln(π / (1 − π)) − ln N, over observed terms; r_D(t) is the
 * language model's probability of the term in the disease against the background, π = 0.049 the share of patients with more than one
 * diagnosis, N the number of diseases (any may be the second), λ of the standard. A is one of the ranking's best, B any disease.
 * Units: the answer in log10. Assumes that either disease gives half of the findings. Limits: excluded findings, genes and the two
 * diseases' own priors take no part; two diseases of one gene are one explanation and never paired.
 */
export function createPairFinder(index: RankingIndex, standard: PairStandard = pairStandard): PairFinder {
  const measurer = createMeasurer(index, modelParameters, { absence: false, mention: false });
  return (ranker, patient, excludedMode) => {
    const question = readQuestion(index, patient);
    if (question.observed.length < leastFindings) return null;
    const { candidates } = ranker.rank(patient, { excludedMode, limit: firstHalves });
    const ids = new Set(candidates.map(({ diseaseId }) => diseaseId));
    const halves = index.diseases.flatMap(({ id }, position) => (ids.has(id) ? [position] : []));
    measurer.measure(question);
    const ratios = readRatios(measurer, question.observed.length, index.diseases.length);
    const best = bestPair(index, ratios, halves, standard);
    return best === null ? null : describePair(index, ratios, question.observed, best);
  };
}

/** Per observed term, its ratio in every disease. */
type Ratios = readonly Float64Array[];

interface FoundPair {
  readonly first: number;
  readonly second: number;
  readonly log10Odds: number;
}

function readRatios({ masses, perTotal, smoothing }: Measurer, termCount: number, diseaseCount: number): Ratios {
  return masses.slice(0, termCount).map((mass) => {
    const ratios = new Float64Array(diseaseCount);
    for (let d = 0; d < diseaseCount; d += 1) ratios[d] = (smoothing + (mass[d] as number)) * (perTotal[d] as number);
    return ratios;
  });
}

function bestPair(index: RankingIndex, ratios: Ratios, halves: readonly number[], { ratioBelief, leastLog10Odds }: PairStandard): FoundPair | null {
  const single = bestSingle(ratios, index.diseases.length);
  const rarity = Math.log(multipleDiagnoses / (1 - multipleDiagnoses)) - Math.log(index.diseases.length);
  let best: { readonly first: number; readonly second: number; readonly sum: number } | null = null;
  for (const first of halves) {
    const product = productsWith(ratios, first);
    // The best is looked for by the sum alone; whether it is a fair pair is asked only where it would win.
    for (let second = 0; second < product.length; second += 1) {
      const sum = product[second] as number;
      if ((best === null || sum > best.sum) && isFairPair(index, ratios, first, second)) best = { first, second, sum };
    }
  }
  if (best === null) return null;
  const log10Odds = (ratioBelief * (best.sum - single) + rarity) / Math.LN10;
  return log10Odds < leastLog10Odds ? null : { ...best, log10Odds };
}

/** Σ ln of the mean ratio with every disease as the second half. Multiplied and the logarithm taken once: ratios are far from overflow. */
function productsWith(ratios: Ratios, first: number): Float64Array {
  const product = new Float64Array(ratios[0]?.length ?? 0).fill(1);
  for (const ratio of ratios) {
    const own = ratio[first] as number;
    for (let d = 0; d < product.length; d += 1) product[d] = (product[d] as number) * ((own + (ratio[d] as number)) / 2);
  }
  for (let d = 0; d < product.length; d += 1) product[d] = Math.log(product[d] as number);
  return product;
}

function bestSingle(ratios: Ratios, diseaseCount: number): number {
  let best = -Infinity;
  for (let d = 0; d < diseaseCount; d += 1) {
    let product = 1;
    for (const ratio of ratios) product *= ratio[d] as number;
    best = Math.max(best, Math.log(product));
  }
  return best;
}

function isFairPair(index: RankingIndex, ratios: Ratios, first: number, second: number): boolean {
  if (first === second) return false;
  const genes = index.diseases[second]?.genes ?? [];
  if (index.diseases[first]?.genes.some((symbol) => genes.includes(symbol)) === true) return false;
  const { ofFirst, ofSecond } = shareOut(ratios, first, second);
  return ofFirst.length >= leastExplained && ofSecond.length >= leastExplained;
}

/** Which observed terms (by place) each half explains better than the other. */
function shareOut(ratios: Ratios, first: number, second: number): { readonly ofFirst: readonly number[]; readonly ofSecond: readonly number[]; readonly unexplained: readonly number[] } {
  const ofFirst: number[] = [];
  const ofSecond: number[] = [];
  const unexplained: number[] = [];
  ratios.forEach((ratio, i) => {
    const a = Math.log(ratio[first] as number);
    const b = Math.log(ratio[second] as number);
    if (Math.max(a, b) <= explainedFrom) unexplained.push(i);
    else if (a >= b) ofFirst.push(i);
    else ofSecond.push(i);
  });
  return { ofFirst, ofSecond, unexplained };
}

function describePair(index: RankingIndex, ratios: Ratios, observed: readonly number[], { first, second, log10Odds }: FoundPair): DiseasePair {
  const { ofFirst, ofSecond, unexplained } = shareOut(ratios, first, second);
  const termId = (i: number): string => termIdAt(index, observed[i] as number);
  const member = (position: number, explained: readonly number[]): PairMember => {
    const { id, name, genes } = index.diseases[position] as (typeof index.diseases)[number];
    const strongestFirst = [...explained].sort((a, b) => (ratios[b]?.[position] ?? 0) - (ratios[a]?.[position] ?? 0));
    return { diseaseId: id, name, genes, explainedIds: strongestFirst.map(termId) };
  };
  return { first: member(first, ofFirst), second: member(second, ofSecond), unexplainedIds: unexplained.map(termId), log10Odds };
}
