/** Every number of the ranking model. Where each comes from: tests/bench/ranking/NOTEBOOK.md. */
export interface ModelParameters {
  /** A count k of n is read as (k + 1) / (n + `countPrior`). */
  readonly countPrior: number;
  /** Frequency of an annotation that states none. */
  readonly unstatedFrequency: number;
  /** An annotation weighs its frequency to this power. */
  readonly weightExponent: number;
  /** Mass that every term has in the background besides its annotations. */
  readonly backgroundMass: number;
  /** How fast an annotation's weight falls per nat of information content on the way up. */
  readonly kernelDecay: number;
  /** Power of the background share, and of the total weight of a disease. */
  readonly rarityExponent: number;
  /** μ: how much of a disease's distribution is the background. */
  readonly smoothing: number;
}

/** The published first sketch: the reference that every later version is measured against. Source: random search on published patients. */
export const firstSketch: ModelParameters = {
  countPrior: 2,
  unstatedFrequency: 0.44,
  weightExponent: 1.45,
  backgroundMass: 1.5,
  kernelDecay: 1.9,
  rarityExponent: 1.1,
  smoothing: 10,
};

/** The language model in use. Source: as the sketch, with counts shrunk harder and a flatter kernel. */
export const modelParameters: ModelParameters = { ...firstSketch, countPrior: 5, kernelDecay: 1.3, smoothing: 8 };

/** What each measurement is worth, in nats of log-odds per unit. The score is the sum of weight × measurement. */
export interface FirstPassWeights {
  /** Per observed term: ln of its probability in the disease against the background. */
  readonly own: number;
  /** Per observed term: information shared with the disease, as a share of the information of all observed terms. */
  readonly common: number;
  /** Per observed term: frequency in the disease of the term or a narrower one. */
  readonly frequency: number;
  /** Per observed term that the disease's source says it has not. */
  readonly observedAbsent: number;
  /** Per excluded term that nearly all patients of the disease have: `absenceOf`. */
  readonly absence: number;
  /** Per excluded term that the disease's source says it has not. */
  readonly excludedAbsent: number;
  /** Per excluded term: ln of its probability in the disease against the background, not less than `mentionFloor`. */
  readonly mention: number;
  /** Disease: a gene is known. */
  readonly gene: number;
  /** Disease: its name says that it is a susceptibility, provisional or somatic. */
  readonly doubtfulName: number;
  /** Disease: its name says that it is a susceptibility (besides the above). */
  readonly susceptibility: number;
  /** Disease: ln(1 + papers cited). */
  readonly papers: number;
  /** How its source describes it, per √(observed terms / 8): share of counted frequencies, mean information content, ln of the total weight. */
  readonly counted: number;
  readonly meanInformation: number;
  readonly totalWeight: number;
}

/** The second pass, over the best of the first, also looks around each disease. */
export interface ModelWeights extends FirstPassWeights {
  /** Per observed term: ln of its ratio mixed with the mean ratio of the diseases most alike. */
  readonly near: number;
  /** Per observed term: ln of (0.1 + the mean ratio of the diseases most alike). */
  readonly nearAlone: number;
  /** Disease: √ of the cosine of the findings, as a whole, with the one of its sources that is most like them. */
  readonly bestSource: number;
  /** Per observed term: ln of its probability in the disorder of Orphanet that describes the disease, against the background. */
  readonly orphanet: number;
  /** Per observed term: information shared with that disorder, as a share of the information of all observed terms. */
  readonly orphanetCommon: number;
  /** Per observed term with which that disorder is annotated. */
  readonly orphanetExact: number;
  /** Disease: share of what that disorder is annotated with, by frequency and information, that the findings cover. */
  readonly orphanetCover: number;
  /** Disease: there is such a disorder. */
  readonly orphanetKnown: number;
  /** How its source describes it, whatever the number of terms. */
  readonly countedAlways: number;
  readonly meanInformationAlways: number;
  readonly totalWeightAlways: number;
}

/** The sketch alone: the language model's ratio and nothing else. */
export const sketchWeights: FirstPassWeights = {
  own: 1,
  common: 0,
  frequency: 0,
  observedAbsent: 0,
  absence: 0,
  excludedAbsent: 0,
  mention: 0,
  gene: 0,
  doubtfulName: 0,
  susceptibility: 0,
  papers: 0,
  counted: 0,
  meanInformation: 0,
  totalWeight: 0,
};

/** How many of the best of the first pass are looked at again, at most. No development case below these comes among the first ten. */
export const shortlistLength = 150;
/** Of them, only those so few nats below the very best: cross-validated, no development case further down comes among the first ten, and two fifths of the work fall away. */
export const shortlistReach = 5;
/** These are looked at again however far below it they are. */
export const leastShortlist = 40;
/** Share of the diseases most alike in `near`. Source: the second sketch, which set it by search on published patients. */
export const nearShare = 0.35;
/** What is added to the mean ratio of the diseases most alike before its logarithm, so that a term none of them has is not endless. */
export const nearFloor = 0.1;
/** An excluded term never speaks harder than this against a disease by not being mentioned for it. Nats. */
export const mentionFloor = -0.5;
/** Share of an annotated frequency that is believed when the term is excluded. */
export const absenceBelief = 0.9;
/** From this frequency on, HPO's "very frequent" (HP:0040281), the exclusion of a term speaks against a disease. Source: NOTEBOOK.md of the bench. */
export const absentFrom = 0.8;
/** Observed terms of a usual case, by which the description of a disease is scaled. */
export const usualTermCount = 8;
