import { descriptionScale, descriptionTraits, logTotalWeight, priorTraits, readTraits, weighTraits } from '#shared/ranking/disease-traits.ts';
import { absenceBelief, mentionFloor, type ModelParameters, type ModelWeights } from '#shared/ranking/model-parameters.ts';
import { type Question } from '#shared/ranking/question.ts';
import { at, type RankingIndex } from '#shared/ranking/ranking-index.ts';

/** Scores every disease of one release for one case. */
export interface Scorer {
  /** Natural-log score of each disease. */
  readonly score: (question: Question) => Float64Array;
  /** ln of the probability of the term in the disease against the background. */
  readonly logOwn: (term: number, disease: number) => number;
  /** Prior and description of every disease, weighted, in nats. */
  readonly prior: Float64Array;
  readonly description: Float64Array;
  /** The term, or one above it, that the source of the disease says it has not; −1 where it says no such thing. */
  readonly saysAbsent: (term: number, disease: number) => number;
}

/** Ancestors that nearly every annotation shares tell nothing and are not walked. Nats. */
export const leastInformation = 0.05;
/** Ratios are multiplied and their logarithm taken once for so many terms, so that a case costs few logarithms and none overflows. */
const termsPerLogarithm = 16;

/** Working memory of a scorer: one entry a disease, kept clean between terms. */
interface Workspace {
  readonly mass: Float64Array;
  readonly shared: Float64Array;
  readonly product: Float64Array;
}

export function createScorer(index: RankingIndex, parameters: ModelParameters, weights: ModelWeights): Scorer {
  const count = index.diseases.length;
  const traits = index.diseases.map((_, disease) => readTraits(index, disease, parameters));
  const prior = weighTraits(traits, priorTraits, weights);
  const description = weighTraits(traits, descriptionTraits, weights);
  const logTotal = Float64Array.from(index.diseases, (_, disease) => logTotalWeight(index, disease, parameters));
  const absent = diseasesWithout(index);
  const work: Workspace = { mass: new Float64Array(count), shared: new Float64Array(count), product: new Float64Array(count).fill(1) };
  const model: Model = { index, smoothing: parameters.smoothing, weights, logTotal, total: logTotal.map(Math.exp), absent, work };
  return {
    prior,
    description,
    score: (question) => {
      const scores = new Float64Array(count);
      begin(model, question, prior, description, scores);
      addObserved(model, question, scores);
      addExcluded(model, question, scores);
      return scores;
    },
    logOwn: (term, disease) => Math.log(parameters.smoothing + massOf(index, term, disease)) - at(logTotal, disease),
    saysAbsent: (term, disease) => absentAbove(index, absent, term, disease),
  };
}

interface Model {
  readonly index: RankingIndex;
  readonly smoothing: number;
  readonly weights: ModelWeights;
  readonly logTotal: Float64Array;
  readonly total: Float64Array;
  readonly absent: ReadonlyMap<number, readonly number[]>;
  readonly work: Workspace;
}

/** Weight of the information that an observed term shares, per nat: the findings of a case together hold a share of 1. */
export function commonWeightOf(index: RankingIndex, weights: Pick<ModelWeights, 'common'>, observed: readonly number[]): number {
  const total = observed.reduce((sum, term) => sum + at(index.informationContent, term), 0);
  return total > 0 ? weights.common / total : 0;
}

/** What needs no walk: prior, description, and what every term is worth to a disease that knows nothing of it. One pass for all. */
function begin(model: Model, question: Question, prior: Float64Array, description: Float64Array, scores: Float64Array): void {
  const { index, weights, logTotal, smoothing } = model;
  const count = question.observed.length;
  const scale = descriptionScale(count);
  const absence = weights.absence * question.excluded.reduce((sum, term) => sum + absenceBackground(index, term), 0);
  const constant = weights.own * count * Math.log(smoothing) - absence;
  const perTotal = weights.own * count;
  for (let d = 0; d < scores.length; d += 1) scores[d] = (prior[d] as number) + scale * (description[d] as number) + constant - perTotal * (logTotal[d] as number);
}

function addObserved(model: Model, question: Question, scores: Float64Array): void {
  const { index, weights, work } = model;
  const commonWeight = commonWeightOf(index, weights, question.observed);
  question.observed.forEach((term, i) => {
    spread(model, term);
    takeObserved(work, scores, 1 / model.smoothing, commonWeight);
    if ((i + 1) % termsPerLogarithm === 0 || i === question.observed.length - 1) takeLogarithm(work.product, scores, weights.own);
    forEachPosting(index, term, (disease, frequency) => (scores[disease] = (scores[disease] as number) + weights.frequency * frequency));
    for (const disease of withoutTerm(model, term)) scores[disease] = at(scores, disease) + weights.observedAbsent;
  });
}

function addExcluded(model: Model, question: Question, scores: Float64Array): void {
  const { index, weights, work } = model;
  question.excluded.forEach((term, i) => {
    if (weights.absence !== 0) forEachPosting(index, term, (disease, frequency) => (scores[disease] = (scores[disease] as number) + weights.absence * Math.log(1 - absenceBelief * frequency)));
    for (const disease of withoutTerm(model, term)) scores[disease] = at(scores, disease) + weights.excludedAbsent;
    if (weights.mention === 0) return;
    spread(model, term);
    takeMentioned(model, Math.exp(mentionFloor));
    if ((i + 1) % termsPerLogarithm === 0 || i === question.excluded.length - 1) takeLogarithm(work.product, scores, weights.mention);
  });
}

/** Multiplies the ratio of a term into the product of every disease, counts what it shares, and cleans the workspace. */
function takeObserved({ mass, shared, product }: Workspace, scores: Float64Array, perSmoothing: number, commonWeight: number): void {
  // No branch: half of the diseases know nothing of the term, in no order, and a wrong guess costs more than multiplying by 1.
  for (let d = 0; d < scores.length; d += 1) {
    product[d] = (product[d] as number) * (1 + (mass[d] as number) * perSmoothing);
    scores[d] = (scores[d] as number) + commonWeight * (shared[d] as number);
  }
  mass.fill(0);
  shared.fill(0);
}

function takeMentioned({ smoothing, total, work }: Model, floor: number): void {
  const { mass, shared, product } = work;
  for (let d = 0; d < mass.length; d += 1) {
    const ratio = (smoothing + (mass[d] as number)) / (total[d] as number);
    product[d] = (product[d] as number) * Math.max(ratio, floor);
  }
  mass.fill(0);
  shared.fill(0);
}

/** ln(1 − belief × mean frequency): what an excluded term tells of a disease of which nothing is known. */
export function absenceBackground(index: RankingIndex, term: number): number {
  return Math.log(1 - absenceBelief * at(index.meanFrequency, term));
}

/** Sums the mass of the term in every disease, and notes the information of the most telling ancestor they share. */
function spread(model: Model, term: number): void {
  const { ancestorStart, ancestors, informationContent, postingStart, postingDisease, postingMass } = model.index;
  const { mass, shared } = model.work;
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

function takeLogarithm(product: Float64Array, scores: Float64Array, weight: number): void {
  for (let d = 0; d < scores.length; d += 1) {
    if (product[d] === 1) continue;
    scores[d] = (scores[d] as number) + weight * Math.log(product[d] as number);
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
