/**
 * Everything the ranking needs of one release, in flat arrays, so that it can be stored as one block of bytes and read back
 * without work. Terms and diseases are named by their position. Lists of lists are stored end to end: the list of item i is
 * the range `start[i]` to `start[i + 1]`.
 */
export interface RankingIndex {
  readonly ontologyVersion: string;
  /** Number of each live phenotype term, `HP:0001250` as 1250, ascending. */
  readonly termNumbers: Uint32Array;
  /** The term itself and all its ancestors up to the root of the phenotypic abnormalities, the least telling first. */
  readonly ancestorStart: Uint32Array;
  readonly ancestors: Uint32Array;
  /** −ln of the share of background mass at or below the term. Nats. */
  readonly informationContent: Float64Array;
  /** Mean over all diseases of the frequency of the term or a narrower one. */
  readonly meanFrequency: Float64Array;
  /** Per term, the diseases annotated with it or a narrower one, ascending. */
  readonly postingStart: Uint32Array;
  readonly postingDisease: Uint32Array;
  /** W_D(a) / Q(a)^rarityExponent. */
  readonly postingMass: Float32Array;
  /** Greatest frequency of the disease's annotations at or below the term. */
  readonly postingFrequency: Float32Array;
  /** Per disease: its annotated terms, one entry a term, with the frequency of each. */
  readonly annotationStart: Uint32Array;
  readonly annotationTerm: Uint32Array;
  readonly annotationFrequency: Float32Array;
  /** Per disease: terms that its source says it has not. */
  readonly absentStart: Uint32Array;
  readonly absentTerm: Uint32Array;
  /** Sum of the weights of the disease's annotations. */
  readonly totalWeight: Float64Array;
  /** Per disease, those most like it, most alike first. */
  readonly neighbourStart: Uint32Array;
  readonly neighbourDisease: Uint32Array;
  /** Per disease, its sources (papers and databases), each with its profile: terms and all above them, and 65,535 × the coordinate of each. */
  readonly sourceStart: Uint32Array;
  readonly sourceProfileStart: Uint32Array;
  readonly sourceProfileTerm: Uint16Array;
  readonly sourceProfileCoordinate: Uint16Array;
  /** Per disease, the disorder of Orphanet that describes the same, or `noDisorder`. */
  readonly disorderOfDisease: Uint32Array;
  /** Per disorder: its annotated terms with their frequencies. */
  readonly disorderAnnotationStart: Uint32Array;
  readonly disorderAnnotationTerm: Uint32Array;
  readonly disorderAnnotationFrequency: Float32Array;
  /** Per disorder: its terms and all above them, the least telling first, each with its mass as in the postings. */
  readonly disorderMassStart: Uint32Array;
  readonly disorderMassTerm: Uint32Array;
  readonly disorderMass: Float32Array;
  /** Sum of the weights of the disorder's annotations. */
  readonly disorderWeight: Float64Array;
  /** Ids, such as ORPHA:98473. */
  readonly disorderIds: readonly string[];
  readonly diseases: readonly IndexedDisease[];
}

/** Coordinates of a profile lie between 0 and 1 and are kept in 16 bits. */
export const coordinateScale = 65_535;

/** In `disorderOfDisease`, where no disorder is known to describe the disease. */
export const noDisorder = 0xffff_ffff;

/** What the index itself holds of a disease, so that a ranking can be shown without asking anybody. */
export interface IndexedDisease {
  readonly id: string;
  readonly name: string;
  /** Gene symbols. */
  readonly genes: readonly string[];
  /** Terms of the inheritance branch, such as HP:0000007. */
  readonly inheritanceIds: readonly string[];
  /** Number of distinct PubMed papers cited for its annotations. */
  readonly paperCount: number;
  /** Share of its annotations that state counted patients. */
  readonly countedShare: number;
}

/** Position of a term, or −1. */
export function positionOfTerm(index: RankingIndex, termId: string): number {
  const wanted = termNumber(termId);
  let low = 0;
  let high = index.termNumbers.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at(index.termNumbers, middle);
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export function termIdAt(index: RankingIndex, position: number): string {
  return `HP:${String(at(index.termNumbers, position)).padStart(7, '0')}`;
}

/** `HP:0001250` as 1250; −1 for anything that is no id of the HPO. */
export function termNumber(termId: string): number {
  return /^HP:\d{7}$/.test(termId) ? Number(termId.slice(3)) : -1;
}

/** Reads an array at a position that is known to exist. Not for inner loops, where the check and the many array types cost more than the work. */
export function at(array: { readonly [position: number]: number; readonly length: number }, position: number): number {
  const value = array[position];
  if (value === undefined) throw new RangeError(`position ${position} of ${array.length}`);
  return value;
}
