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
  /** What each observed term is worth in a disease, row after row for those that were looked at; the row of each disease, or −1. */
  readonly ratios: Ratios;
  /** Length of the profile of the case: IC over the observed terms and everything above them. */
  readonly profileLength: number;
  readonly near: NearView;
  readonly lists: Pick<DisorderView, 'orphanet' | 'orphanetCommon' | 'orphanetExact'>;
}

/** Most diseases of a shortlist are neighbours of others there, so that a row is read often and computed once. */
interface Ratios {
  readonly rowOf: Int32Array;
  rows: Float64Array;
  count: number;
}

export function createSurroundings(index: RankingIndex, parameters: ModelParameters, measurer: Measurer): SurroundingsReader {
  const logTotals = index.disorderWeight.map((weight) => Math.log(parameters.smoothing + weight ** parameters.rarityExponent));
  const places = new Uint32Array(index.termNumbers.length);
  const shared = new Float64Array(index.termNumbers.length);
  const ratios: Ratios = { rowOf: new Int32Array(index.diseases.length), rows: new Float64Array(0), count: 0 };
  let reading = beginReading(index, [], places, shared, ratios);
  return {
    begin: ({ observed }) => (reading = beginReading(index, observed, places, shared, ratios)),
    readNear: (disease) => readNear(reading, measurer, disease),
    readBestSource: (disease) => readBestSource(reading, disease),
    readDisorder: (disorder) => readDisorder(reading, disorder, parameters.smoothing, at(logTotals, disorder)),
  };
}

function beginReading(index: RankingIndex, observed: readonly number[], places: Uint32Array, shared: Float64Array, ratios: Ratios): Reading {
  places.fill(0);
  shared.fill(-1);
  ratios.rowOf.fill(-1);
  ratios.count = 0;
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
    ratios,
    profileLength: Math.sqrt(squares),
    near: { near: list(), nearAlone: list() },
    lists: { orphanet: list(), orphanetCommon: list(), orphanetExact: list() },
  };
}

/** Formula: ln(0.65 r + 0.35 r̄) and ln(r̄ + 0.1), r̄ the mean ratio of the diseases most alike; without any, r itself. */
function readNear(reading: Reading, measurer: Measurer, disease: number): NearView {
  const { index, observed, near: view, ratios } = reading;
  const { neighbourDisease } = index;
  const start = index.neighbourStart[disease] as number;
  const end = index.neighbourStart[disease + 1] as number;
  const own = rowOfRatios(reading, measurer, disease);
  const mean = view.nearAlone.fill(0);
  for (let n = start; n < end; n += 1) {
    const row = rowOfRatios(reading, measurer, neighbourDisease[n] as number);
    for (let i = 0; i < mean.length; i += 1) mean[i] = (mean[i] as number) + (ratios.rows[row + i] as number);
  }
  for (let i = 0; i < observed.length; i += 1) {
    const ratio = ratios.rows[own + i] as number;
    const around = end > start ? (mean[i] as number) / (end - start) : ratio;
    view.near[i] = Math.log((1 - nearShare) * ratio + nearShare * around);
    view.nearAlone[i] = Math.log(around + nearFloor);
  }
  return view;
}

/** Where the ratios of the disease begin, by observed term. */
function rowOfRatios({ observed, ratios }: Reading, { masses, perTotal, smoothing }: Measurer, disease: number): number {
  const known = ratios.rowOf[disease] as number;
  if (known >= 0) return known;
  const row = ratios.count * observed.length;
  if (row + observed.length > ratios.rows.length) {
    const longer = new Float64Array(2 * (row + observed.length));
    longer.set(ratios.rows);
    ratios.rows = longer;
  }
  const share = perTotal[disease] as number;
  for (let i = 0; i < observed.length; i += 1) ratios.rows[row + i] = (smoothing + ((masses[i] as Float64Array)[disease] as number)) * share;
  ratios.rowOf[disease] = row;
  ratios.count += 1;
  return row;
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
