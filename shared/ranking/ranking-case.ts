/** What the ranking may see of a patient. No diagnosis, no file name, no identity. Term ids are live ids of the release. */
export interface RankingCase {
  readonly observed: readonly string[];
  readonly excluded: readonly string[];
  /** Genes with a finding in the patient, each with the likelihood ratio (above 0) that whoever gives them states. Without any the ranking is of the phenotype alone. */
  readonly genes?: readonly StatedGene[];
  /** Modes of inheritance, each with the ratio (above 0) by which it changes the odds of its diseases. */
  readonly inheritance?: readonly StatedInheritance[];
}

export interface StatedGene {
  readonly symbol: string;
  readonly likelihoodRatio: number;
  /** It says nothing of a disease that is known to be inherited in these modes only, such as one copy of a recessive one. */
  readonly unfitInheritanceIds?: readonly string[];
}

export interface StatedInheritance {
  /** Such as HP:0000007 for autosomal recessive. */
  readonly termId: string;
  readonly priorRatio: number;
}

/**
 * What an excluded finding says about a disease. `absence`: the finding is truly absent, so diseases that nearly always have it lose.
 * `mention`: also, that somebody looked for it speaks for the diseases known for it. `ignore`: nothing.
 */
export type ExcludedMode = 'absence' | 'mention' | 'ignore';
