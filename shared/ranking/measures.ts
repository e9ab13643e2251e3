import { absenceBelief, absentFrom, type FirstPassWeights, mentionFloor, type ModelParameters } from '#shared/ranking/model-parameters.ts';
import { logTotalWeight } from '#shared/ranking/disease-traits.ts';
import { type Question } from '#shared/ranking/question.ts';
import { at, type RankingIndex } from '#shared/ranking/ranking-index.ts';

/** Sums over the terms of a case that the weights of the same name are multiplied with. */
export type MeasureName = 'own' | 'common' | 'frequency' | 'observedAbsent' | 'absence' | 'excludedAbsent' | 'mention';

/** Measures every disease of one release against one case, in one pass over the postings of its terms. */
export interface Measurer {
  /** One entry a disease; overwritten by the next case. */
  readonly measure: (question: Question) => Readonly<Record<MeasureName, Float64Array>>;
  /** Of the case measured last, mass of its i-th observed term in every disease: its probability there against the background is (smoothing + mass) · perTotal. */
  readonly masses: readonly Float64Array[];
  readonly perTotal: Float64Array;
  readonly smoothing: number;
  /** ln of the probability of any term in the disease against the background. */
  readonly logOwn: (term: number, disease: number) => number;
  /** The term, or one above it, that the source of the disease says it has not; −1 where it says no such thing. */
  readonly saysAbsent: (term: number, disease: number) => number;
}

/** Ancestors that nearly every annotation shares tell nothing and are not walked. Nats. */
export const leastInformation = 0.05;
/** Ratios are multiplied and their logarithm taken once for so many terms, so that a case costs few logarithms and none overflows. */
const termsPerLogarithm = 16;

interface Model {
  readonly index: RankingIndex;
  readonly smoothing: number;
  readonly uses: Readonly<Record<'absence' | 'mention', boolean>>;
  readonly logTotal: Float64Array;
  readonly total: Float64Array;
  readonly absent: ReadonlyMap<number, readonly number[]>;
  readonly measures: Readonly<Record<MeasureName, Float64Array>>;
  /** Per observed term, the mass of every disease; kept until the next case. */
  readonly masses: Float64Array[];
  /** One entry a disease, kept clean between terms. */
  readonly work: { readonly mass: Float64Array; readonly shared: Float64Array; readonly product: Float64Array };
}

/** `uses` says which measures any weight asks for, since those of excluded terms cost time. */
export function createMeasurer(index: RankingIndex, parameters: ModelParameters, uses: Model['uses']): Measurer {
  const count = index.diseases.length;
  const logTotal = Float64Array.from(index.diseases, (_, disease) => logTotalWeight(index, disease, parameters));
  const zeros = (): Float64Array => new Float64Array(count);
  const model: Model = {
    index,
    smoothing: parameters.smoothing,
    uses,
    logTotal,
    total: logTotal.map(Math.exp),
    absent: diseasesWithout(index),
    measures: { own: zeros(), common: zeros(), frequency: zeros(), observedAbsent: zeros(), absence: zeros(), excludedAbsent: zeros(), mention: zeros() },
    masses: [],
    work: { mass: zeros(), shared: zeros(), product: zeros().fill(1) },
  };
  return {
    measure: (question) => {
      for (const measure of Object.values(model.measures)) measure.fill(0);
      measureObserved(model, question);
      measureExcluded(model, question);
      return model.measures;
    },
    masses: model.masses,
    perTotal: model.total.map((total) => 1 / total),
    smoothing: model.smoothing,
    logOwn: (term, disease) => Math.log(model.smoothing + massOf(index, term, disease)) - at(logTotal, disease),
    saysAbsent: (term, disease) => absentAbove(index, model.absent, term, disease),
  };
}

/** Weight of the information that an observed term shares, per nat: the findings of a case together hold a share of 1. */
export function commonWeightOf(index: RankingIndex, weights: Pick<FirstPassWeights, 'common'>, observed: readonly number[]): number {
  const total = observed.reduce((sum, term) => sum + at(index.informationContent, term), 0);
  return total > 0 ? weights.common / total : 0;
}

/**
 * What the exclusion of a term says of a disease that has it, or a narrower one, with this frequency.
 * Formula: ln((1 − 0.9 f) / (1 − 0.9 · 0.8)) for f > 0.8, else 0. Units: nats, never above 0. Source: NOTEBOOK.md of the bench. Limits: published
 * patients are asked about what their disease is known for, so that below 80 in 100 an exclusion does not tell which way it speaks.
 */
export function absenceOf(frequency: number): number {
  return frequency > absentFrom ? Math.log((1 - absenceBelief * frequency) / (1 - absenceBelief * absentFrom)) : 0;
}

function measureObserved(model: Model, question: Question): void {
  const { index, measures, work } = model;
  const { own, frequency } = measures;
  const commonWeight = commonWeightOf(index, { common: 1 }, question.observed);
  const count = question.observed.length;
  const constant = count * Math.log(model.smoothing);
  for (let d = 0; d < own.length; d += 1) own[d] = constant - count * (model.logTotal[d] as number);
  question.observed.forEach((term, i) => {
    const mass = (model.masses[i] ??= new Float64Array(own.length)).fill(0);
    spread(index, term, mass, work.shared);
    takeObserved(model, mass, commonWeight);
    if ((i + 1) % termsPerLogarithm === 0 || i === count - 1) takeLogarithm(work.product, own);
    forEachPosting(index, term, (disease, share) => (frequency[disease] = (frequency[disease] as number) + share));
    for (const disease of withoutTerm(model, term)) measures.observedAbsent[disease] = at(measures.observedAbsent, disease) + 1;
  });
}

function measureExcluded(model: Model, question: Question): void {
  const { index, measures, work, uses } = model;
  const { absence } = measures;
  question.excluded.forEach((term, i) => {
    if (uses.absence) forEachPosting(index, term, (disease, share) => (absence[disease] = (absence[disease] as number) + absenceOf(share)));
    for (const disease of withoutTerm(model, term)) measures.excludedAbsent[disease] = at(measures.excludedAbsent, disease) + 1;
    if (!uses.mention) return;
    work.mass.fill(0);
    spread(index, term, work.mass, work.shared);
    work.shared.fill(0);
    takeMentioned(model, Math.exp(mentionFloor));
    if ((i + 1) % termsPerLogarithm === 0 || i === question.excluded.length - 1) takeLogarithm(work.product, measures.mention);
  });
}

/** Multiplies the ratio of a term into the product of every disease, and counts what it shares. */
function takeObserved({ smoothing, measures, work }: Model, mass: Float64Array, commonWeight: number): void {
  const { shared, product } = work;
  const { common } = measures;
  const perSmoothing = 1 / smoothing;
  // No branch: half of the diseases know nothing of the term, in no order, and a wrong guess costs more than multiplying by 1.
  for (let d = 0; d < common.length; d += 1) {
    product[d] = (product[d] as number) * (1 + (mass[d] as number) * perSmoothing);
    common[d] = (common[d] as number) + commonWeight * (shared[d] as number);
  }
  shared.fill(0);
}

function takeMentioned({ smoothing, total, work }: Model, floor: number): void {
  const { mass, product } = work;
  for (let d = 0; d < mass.length; d += 1) {
    const ratio = (smoothing + (mass[d] as number)) / (total[d] as number);
    product[d] = (product[d] as number) * Math.max(ratio, floor);
  }
}

/** Sums the mass of the term in every disease, and notes the information of the most telling ancestor they share. */
function spread(index: RankingIndex, term: number, mass: Float64Array, shared: Float64Array): void {
  const { ancestorStart, ancestors, informationContent, postingStart, postingDisease, postingMass } = index;
  const last = at(ancestorStart, term + 1);
  for (let i = at(ancestorStart, term); i < last; i += 1) {
    const ancestor = at(ancestors, i);
    const information = at(informationContent, ancestor);
    if (information < leastInformation) continue;
    const end = at(postingStart, ancestor + 1);
    for (let p = at(postingStart, ancestor); p < end; p += 1) {
      const disease = postingDisease[p] as number;
      mass[disease] = (mass[disease] as number) + (postingMass[p] as number);
      shared[disease] = information;
    }
  }
}

function takeLogarithm(product: Float64Array, sums: Float64Array): void {
  for (let d = 0; d < sums.length; d += 1) {
    if (product[d] === 1) continue;
    sums[d] = (sums[d] as number) + Math.log(product[d] as number);
    product[d] = 1;
  }
}

function forEachPosting(index: RankingIndex, term: number, visit: (disease: number, frequency: number) => void): void {
  const { postingStart, postingDisease, postingFrequency } = index;
  const end = postingStart[term + 1] as number;
  for (let p = postingStart[term] as number; p < end; p += 1) visit(postingDisease[p] as number, postingFrequency[p] as number);
}

function massOf(index: RankingIndex, term: number, disease: number): number {
  const { ancestorStart, ancestors, informationContent, postingMass } = index;
  const end = ancestorStart[term + 1] as number;
  let sum = 0;
  for (let i = ancestorStart[term] as number; i < end; i += 1) {
    const ancestor = ancestors[i] as number;
    const posting = (informationContent[ancestor] as number) < leastInformation ? -1 : findPosting(index, ancestor, disease);
    if (posting >= 0) sum += postingMass[posting] as number;
  }
  return sum;
}

/** Place of the disease in the list of the term, or −1. */
export function findPosting(index: RankingIndex, term: number, disease: number): number {
  const { postingStart, postingDisease } = index;
  let low = postingStart[term] as number;
  let high = (postingStart[term + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = postingDisease[middle] as number;
    if (found === disease) return middle;
    if (found < disease) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Per term, the diseases whose source says that they have it not. */
function diseasesWithout(index: RankingIndex): ReadonlyMap<number, readonly number[]> {
  const without = new Map<number, number[]>();
  for (let disease = 0; disease < index.diseases.length; disease += 1) {
    for (let i = at(index.absentStart, disease); i < at(index.absentStart, disease + 1); i += 1) {
      const term = at(index.absentTerm, i);
      const list = without.get(term);
      if (list === undefined) without.set(term, [disease]);
      else list.push(disease);
    }
  }
  return without;
}

/** Diseases without the term: the source says so of the term itself or of one above it. */
function withoutTerm(model: Model, term: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = at(model.index.ancestorStart, term); i < at(model.index.ancestorStart, term + 1); i += 1) {
    for (const disease of model.absent.get(at(model.index.ancestors, i)) ?? []) found.add(disease);
  }
  return found;
}

function absentAbove(index: RankingIndex, absent: ReadonlyMap<number, readonly number[]>, term: number, disease: number): number {
  for (let i = at(index.ancestorStart, term + 1) - 1; i >= at(index.ancestorStart, term); i -= 1) {
    const ancestor = at(index.ancestors, i);
    if (absent.get(ancestor)?.includes(disease) === true) return ancestor;
  }
  return -1;
}
