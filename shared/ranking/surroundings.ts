import { leastProfileInformation } from '#shared/ranking/disease-profiles.ts';
import { leastInformation, type Measurer } from '#shared/ranking/measures.ts';
import { type ModelParameters, nearFloor, nearShare } from '#shared/ranking/model-parameters.ts';
import { type Question } from '#shared/ranking/question.ts';
import { at, coordinateScale, type RankingIndex } from '#shared/ranking/ranking-index.ts';

/** What the diseases most alike say of each observed term, under the names of the weights that count it. Nats. */
export interface NearView {
  readonly near: Float64Array;
  readonly nearAlone: Float64Array;
}

/** What the disorder of Orphanet says of each observed term and of the case, under the names of the weights that count it. */
export interface DisorderView {
  readonly orphanet: Float64Array;
  readonly orphanetCommon: Float64Array;
  readonly orphanetExact: Float64Array;
  readonly orphanetCover: number;
}

/** Looks around one disease after another for the case that the measurer measured last. Lists are overwritten by the next reading. */
export interface SurroundingsReader {
  readonly begin: (question: Question) => void;
  readonly readNear: (disease: number) => NearView;
  /** √ of the cosine of the findings, as a whole, with the source of the disease that is most like them; 0 to 1. */
  readonly readBestSource: (disease: number) => number;
  readonly readDisorder: (disorder: number) => DisorderView;
}

/** One case; the arrays over terms are reused from case to case. */
interface Reading {
  readonly index: RankingIndex;
  readonly observed: readonly number[];
  /** Information of all observed terms together. */
  readonly information: number;
  /** Per term of the release: 1 + its place in `below` where it stands at or above an observed one, 0 for all others. */
  readonly places: Uint32Array;
  readonly below: readonly (readonly number[])[];
  /** Per term of the release: information of the most telling term at or above it that the case shares; −1 where not looked up. */
  readonly shared: Float64Array;
  /** Length of the profile of the case: IC over the observed terms and everything above them. */
  readonly profileLength: number;
  readonly near: NearView;
  readonly lists: Pick<DisorderView, 'orphanet' | 'orphanetCommon' | 'orphanetExact'>;
}

export function createSurroundings(index: RankingIndex, parameters: ModelParameters, measurer: Measurer): SurroundingsReader {
  const logTotals = index.disorderWeight.map((weight) => Math.log(parameters.smoothing + weight ** parameters.rarityExponent));
  const places = new Uint32Array(index.termNumbers.length);
  const shared = new Float64Array(index.termNumbers.length);
  let reading = beginReading(index, [], places, shared);
  return {
    begin: ({ observed }) => (reading = beginReading(index, observed, places, shared)),
    readNear: (disease) => readNear(reading, measurer, disease),
    readBestSource: (disease) => readBestSource(reading, disease),
    readDisorder: (disorder) => readDisorder(reading, disorder, parameters.smoothing, at(logTotals, disorder)),
  };
}

function beginReading(index: RankingIndex, observed: readonly number[], places: Uint32Array, shared: Float64Array): Reading {
  places.fill(0);
  shared.fill(-1);
  const below: number[][] = [];
  let squares = 0;
  observed.forEach((term, i) => {
    for (let k = at(index.ancestorStart, term); k < at(index.ancestorStart, term + 1); k += 1) {
      const ancestor = at(index.ancestors, k);
      if (places[ancestor] === 0) {
        places[ancestor] = below.push([]);
        const information = at(index.informationContent, ancestor);
        if (information >= leastProfileInformation) squares += information * information;
      }
      below[at(places, ancestor) - 1]?.push(i);
    }
  });
  const list = (): Float64Array => new Float64Array(observed.length);
  return {
    index,
    observed,
    information: observed.reduce((sum, term) => sum + at(index.informationContent, term), 0),
    places,
    below,
    shared,
    profileLength: Math.sqrt(squares),
    near: { near: list(), nearAlone: list() },
    lists: { orphanet: list(), orphanetCommon: list(), orphanetExact: list() },
  };
}

/** Formula: ln(0.65 r + 0.35 r̄) and ln(r̄ + 0.1), r̄ the mean ratio of the diseases most alike; without any, r itself. */
function readNear({ index, observed, near: view }: Reading, { masses, perTotal, smoothing }: Measurer, disease: number): NearView {
  const { neighbourDisease } = index;
  const start = index.neighbourStart[disease] as number;
  const end = index.neighbourStart[disease + 1] as number;
  let inverse = 0;
  for (let n = start; n < end; n += 1) inverse += perTotal[neighbourDisease[n] as number] as number;
  for (let i = 0; i < observed.length; i += 1) {
    const mass = masses[i] as Float64Array;
    const own = (smoothing + (mass[disease] as number)) * (perTotal[disease] as number);
    let sum = smoothing * inverse;
    for (let n = start; n < end; n += 1) {
      const neighbour = neighbourDisease[n] as number;
      sum += (mass[neighbour] as number) * (perTotal[neighbour] as number);
    }
    const mean = end > start ? sum / (end - start) : own;
    view.near[i] = Math.log((1 - nearShare) * own + nearShare * mean);
    view.nearAlone[i] = Math.log(mean + nearFloor);
  }
  return view;
}

/** Source: the square root told solved cases apart better than the cosine itself (NOTEBOOK.md of the bench). */
function readBestSource({ index, places, profileLength }: Reading, disease: number): number {
  const { sourceStart, sourceProfileStart, sourceProfileTerm, sourceProfileCoordinate, informationContent } = index;
  let best = 0;
  for (let source = sourceStart[disease] as number; source < (sourceStart[disease + 1] as number); source += 1) {
    const end = sourceProfileStart[source + 1] as number;
    let product = 0;
    for (let k = sourceProfileStart[source] as number; k < end; k += 1) {
      const term = sourceProfileTerm[k] as number;
      if (places[term] !== 0) product += (informationContent[term] as number) * (sourceProfileCoordinate[k] as number);
    }
    if (product > best) best = product;
  }
  return profileLength > 0 ? Math.sqrt(best / coordinateScale / profileLength) : 0;
}

function readDisorder({ index, observed, information, places, below, shared, lists }: Reading, disorder: number, smoothing: number, logTotal: number): DisorderView {
  const { disorderMassStart, disorderMassTerm, disorderMass, informationContent } = index;
  const { orphanet, orphanetCommon, orphanetExact } = lists;
  orphanet.fill(smoothing);
  orphanetCommon.fill(0);
  orphanetExact.fill(0);
  const end = disorderMassStart[disorder + 1] as number;
  for (let k = disorderMassStart[disorder] as number; k < end; k += 1) {
    const ancestor = disorderMassTerm[k] as number;
    const place = places[ancestor] as number;
    if (place === 0) continue;
    const own = informationContent[ancestor] as number;
    if (own < leastInformation) continue;
    // The most telling shared ancestor stands last.
    for (const i of below[place - 1] as readonly number[]) {
      orphanet[i] = (orphanet[i] as number) + (disorderMass[k] as number);
      orphanetCommon[i] = own / information;
    }
  }
  for (let i = 0; i < observed.length; i += 1) orphanet[i] = Math.log(orphanet[i] as number) - logTotal;
  return { ...lists, orphanetCover: readCover(index, disorder, observed, orphanetExact, places, shared) };
}

/** Share of the disorder's annotations, by frequency and information, that the findings share; marks those that are findings themselves. */
function readCover(index: RankingIndex, disorder: number, observed: readonly number[], exact: Float64Array, places: Uint32Array, shared: Float64Array): number {
  const { disorderAnnotationStart, disorderAnnotationTerm, disorderAnnotationFrequency, informationContent } = index;
  let covered = 0;
  let total = 0;
  const end = disorderAnnotationStart[disorder + 1] as number;
  for (let k = disorderAnnotationStart[disorder] as number; k < end; k += 1) {
    const term = disorderAnnotationTerm[k] as number;
    const frequency = disorderAnnotationFrequency[k] as number;
    if (places[term] !== 0) {
      const i = observed.indexOf(term);
      if (i >= 0) exact[i] = 1;
    }
    const known = shared[term] as number;
    covered += frequency * (known >= 0 ? known : (shared[term] = sharedInformation(index, places, term)));
    total += frequency * (informationContent[term] as number);
  }
  return total > 0 ? covered / total : 0;
}

/** Ancestors stand in ascending order of information, so that the first one marked from the end is the most telling. */
function sharedInformation({ ancestorStart, ancestors, informationContent }: RankingIndex, places: Uint32Array, term: number): number {
  for (let i = (ancestorStart[term + 1] as number) - 1; i >= (ancestorStart[term] as number); i -= 1) {
    const ancestor = ancestors[i] as number;
    if (places[ancestor] !== 0) return informationContent[ancestor] as number;
  }
  return 0;
}
