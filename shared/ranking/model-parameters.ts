/** Every number of the ranking model. Learned values name the script that found them; see tests/bench/ranking/NOTEBOOK.md. */
export interface ModelParameters {
  /** A count k of n is read as (k + 1) / (n + `countPrior`). */
  readonly countPrior: number;
  /** Frequency of an annotation that states none. */
  readonly unstatedFrequency: number;
  /** An annotation weighs frequency to this power. */
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

/** Source: random search on published patients, `shared/design` first sketch; reproduced in tests/bench/ranking. */
export const firstSketch: ModelParameters = {
  countPrior: 2,
  unstatedFrequency: 0.44,
  weightExponent: 1.45,
  backgroundMass: 1.5,
  kernelDecay: 1.9,
  rarityExponent: 1.1,
  smoothing: 10,
};
