import { constantTraits, descriptionScale, descriptionTraits, type DiseaseTraits, priorTraits, readTraits, weighTraits } from '#shared/ranking/disease-traits.ts';
import { createMeasurer, type Measurer, type MeasureName } from '#shared/ranking/measures.ts';
import { type FirstPassWeights, leastShortlist, type ModelParameters, type ModelWeights } from '#shared/ranking/model-parameters.ts';
import { type Question } from '#shared/ranking/question.ts';
import { at, noDisorder, type RankingIndex } from '#shared/ranking/ranking-index.ts';
import { selectBest } from '#shared/ranking/select-best.ts';
import { createSurroundings, type DisorderView, type NearView, type SurroundingsReader } from '#shared/ranking/surroundings.ts';

/** The two passes of the model: the first over all diseases, the second over the best of it. Without a second the first decides. */
export interface Passes {
  readonly parameters: ModelParameters;
  readonly first: FirstPassWeights;
  readonly second: {
    readonly weights: ModelWeights;
    /** How many of the first pass are looked at again at most, and how many nats below its best they may lie. */
    readonly shortlist: number;
    readonly reach: number;
  } | null;
}

/** Natural-log scores of one case. */
export interface CaseScores {
  readonly ofDisease: Float64Array;
  /** Positions that the second pass scored, best of the first pass first. */
  readonly shortlist: readonly number[];
  /** What is added to the scores of the first pass, so that those outside the shortlist stand below it. */
  readonly offset: number;
}

/** Scores every disease of one release for one case. */
export interface Scorer {
  readonly score: (question: Question) => CaseScores;
  readonly measurer: Measurer;
  /** Of the case scored last. */
  readonly surroundings: SurroundingsReader;
  readonly first: DiseaseShares;
  readonly second: DiseaseShares;
}

/** What every disease brings by itself under the weights of one pass, in nats, the average disease standing at 0. */
export interface DiseaseShares {
  readonly prior: Float64Array;
  readonly constant: Float64Array;
  /** Counts by `descriptionScale`. */
  readonly description: Float64Array;
}

export function createScorer(index: RankingIndex, passes: Passes): Scorer {
  const { parameters, first, second } = passes;
  const either = (name: 'absence' | 'mention'): boolean => first[name] !== 0 || (second !== null && second.weights[name] !== 0);
  const measurer = createMeasurer(index, parameters, { absence: either('absence'), mention: either('mention') });
  const surroundings = createSurroundings(index, parameters, measurer);
  const traits = index.diseases.map((_, disease) => readTraits(index, disease, parameters));
  const firstShares = sharesOf(traits, first);
  const weigh = second === null ? null : createWeigher(index, surroundings, second.weights);
  const secondShares = second === null ? firstShares : sharesOf(traits, second.weights);
  return {
    measurer,
    surroundings,
    first: firstShares,
    second: secondShares,
    score: (question) => {
      const measures = measurer.measure(question);
      const ofDisease = new Float64Array(index.diseases.length);
      const scale = descriptionScale(question.observed.length);
      addMeasures(ofDisease, measures, first, firstShares, scale);
      if (second === null || weigh === null || question.observed.length === 0) return { ofDisease, shortlist: [], offset: 0 };
      const shortlist = withinReach(selectBest(ofDisease, second.shortlist), ofDisease, second.reach);
      surroundings.begin(question);
      const around = weigh(question, shortlist);
      const again = Float64Array.from(shortlist, (disease, i) => weighDisease(disease, measures, second.weights, secondShares, scale) + at(around, i));
      return { ofDisease, shortlist, offset: putOnTop(ofDisease, shortlist, again) };
    },
  };
}

/** What the diseases most alike are worth for the i-th observed term, in nats. */
export function weighNear(view: NearView, i: number, weights: ModelWeights): number {
  return weights.near * (view.near[i] as number) + weights.nearAlone * (view.nearAlone[i] as number);
}

/** What the disorder of Orphanet is worth for the i-th observed term, in nats. */
export function weighDisorder(view: DisorderView, i: number, weights: ModelWeights): number {
  return weights.orphanet * (view.orphanet[i] as number) + weights.orphanetCommon * (view.orphanetCommon[i] as number) + weights.orphanetExact * (view.orphanetExact[i] as number);
}

/** What the disorder is worth as a whole, in nats. */
export function weighCover(view: DisorderView, weights: ModelWeights): number {
  return weights.orphanetCover * view.orphanetCover + weights.orphanetKnown;
}

/** Weighs what is around a disease. Many diseases are described by one disorder, which is read once a case. */
function createWeigher(index: RankingIndex, surroundings: SurroundingsReader, weights: ModelWeights): (question: Question, shortlist: readonly number[]) => Float64Array {
  const ofDisorder = new Float64Array(index.disorderIds.length);
  return ({ observed }, shortlist) => {
    ofDisorder.fill(Number.NaN);
    const worthOfDisorder = (disorder: number): number => {
      const known = ofDisorder[disorder] as number;
      if (!Number.isNaN(known)) return known;
      const view = surroundings.readDisorder(disorder);
      let sum = weighCover(view, weights);
      for (let i = 0; i < observed.length; i += 1) sum += weighDisorder(view, i, weights);
      return (ofDisorder[disorder] = sum);
    };
    return Float64Array.from(shortlist, (disease) => {
      const disorder = index.disorderOfDisease[disease] as number;
      const view = surroundings.readNear(disease);
      let sum = weights.bestSource * surroundings.readBestSource(disease) + (disorder === noDisorder ? 0 : worthOfDisorder(disorder));
      for (let i = 0; i < observed.length; i += 1) sum += weighNear(view, i, weights);
      return sum;
    });
  };
}

/** What is far below the best of the first pass has never come up in the second. */
function withinReach(best: readonly number[], scores: Float64Array, reach: number): readonly number[] {
  const highest = best.length > 0 ? at(scores, at(best, 0)) : 0;
  const end = best.findIndex((disease, i) => i >= leastShortlist && highest - at(scores, disease) > reach);
  return end < 0 ? best : best.slice(0, end);
}

function sharesOf(traits: readonly DiseaseTraits[], weights: FirstPassWeights): DiseaseShares {
  return { prior: weighTraits(traits, priorTraits, weights), constant: weighTraits(traits, constantTraits, weights), description: weighTraits(traits, descriptionTraits, weights) };
}

type Measures = Readonly<Record<MeasureName, Float64Array>>;
const measureNames = ['own', 'common', 'frequency', 'observedAbsent', 'absence', 'excludedAbsent', 'mention'] as const satisfies readonly MeasureName[];

function addMeasures(scores: Float64Array, measures: Measures, weights: FirstPassWeights, shares: DiseaseShares, scale: number): void {
  const { prior, constant, description } = shares;
  for (let d = 0; d < scores.length; d += 1) scores[d] = (prior[d] as number) + (constant[d] as number) + scale * (description[d] as number);
  for (const name of measureNames) {
    const weight = weights[name];
    const measure = measures[name];
    if (weight !== 0) for (let d = 0; d < scores.length; d += 1) scores[d] = (scores[d] as number) + weight * (measure[d] as number);
  }
}

function weighDisease(disease: number, measures: Measures, weights: FirstPassWeights, { prior, constant, description }: DiseaseShares, scale: number): number {
  let score = (prior[disease] as number) + (constant[disease] as number) + scale * (description[disease] as number);
  for (const name of measureNames) score += weights[name] * (measures[name][disease] as number);
  return score;
}

/** Gives the shortlist its new scores and moves all others, by what is answered, to stand below the lowest of them. */
function putOnTop(scores: Float64Array, shortlist: readonly number[], again: Float64Array): number {
  const last = shortlist[shortlist.length - 1];
  if (last === undefined) return 0;
  const offset = again.reduce((lowest, score) => Math.min(lowest, score), Infinity) - at(scores, last);
  for (let d = 0; d < scores.length; d += 1) scores[d] = (scores[d] as number) + offset;
  shortlist.forEach((disease, i) => (scores[disease] = at(again, i)));
  return offset;
}
