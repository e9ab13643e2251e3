import { type ExcludedMode, type RankingCase } from '#shared/ranking/ranking-case.ts';

/** Names the model; stored with every ranking, and raised whenever the same case could come out differently. */
export const algorithmVersion = 'ontology-language-model/8';

export interface RankingChoice {
  readonly excludedMode: ExcludedMode;
  /** Number of candidates to list; the probability of the rest goes to `others`. */
  readonly limit: number;
}

export interface RankedCandidate {
  /** 1-based. */
  readonly rank: number;
  readonly diseaseId: string;
  readonly name: string;
  /** Gene symbols, from the index. */
  readonly genes: readonly string[];
  /** log10 of the likelihood ratio against the background, all parts and priors summed. */
  readonly score: number;
  readonly probability: number;
}

/** Candidates, others and none of these sum to a probability of 1. */
export interface Ranking {
  readonly algorithm: string;
  /** Terms that took part, after repeated ones were taken once. */
  readonly observedCount: number;
  readonly excludedCount: number;
  /** Ids that the index does not know (not live, or not a phenotypic abnormality); they took no part. */
  readonly unknownIds: readonly string[];
  /** Best first. Ties stand in the order of the index (by disease id). */
  readonly candidates: readonly RankedCandidate[];
  readonly noneOfTheseProbability: number;
  /** The diseases of the knowledge that are not listed. */
  readonly others: { readonly count: number; readonly probability: number };
}

/** How the annotation of the disease relates to the patient's term; the same words as the contract's `matchKinds`. */
export type MatchKind =
  | 'exact'
  /** The disease is annotated with a narrower term than the patient's. */
  | 'narrower'
  /** The disease is annotated with a broader term than the patient's. */
  | 'broader'
  /** The disease is annotated with a term that shares a telling ancestor. */
  | 'related'
  | 'unmatched'
  /** Excluded in the patient, and the disease has it. */
  | 'excluded-annotated'
  /** Excluded in the patient, and the disease says nothing of it. */
  | 'excluded-unannotated'
  /** Excluded in the patient, and the source says that the disease has it not. */
  | 'excluded-not';

export interface RankedEvidence {
  readonly termId: string;
  readonly state: 'observed' | 'excluded';
  readonly match: MatchKind;
  /** The annotation of the disease that matched best; its frequency and references are found in the disease's record. */
  readonly matchedId: string | null;
  readonly log10LikelihoodRatio: number;
}

/** What a prior rests on: how the disease is described, or a gene or mode of inheritance stated of the patient. */
export const priorSubjects = ['disease', 'gene', 'inheritance'] as const;
export type PriorSubject = (typeof priorSubjects)[number];

/** What the disease brings without any term. */
export interface RankedPrior {
  readonly about: PriorSubject;
  /** The reason in words. */
  readonly label: string;
  readonly log10: number;
}

/** The numbers behind one candidate. Parts and priors sum to the score. Labels and sources stand in the release, not in the index. */
export interface RankedExplanation {
  readonly diseaseId: string;
  readonly name: string;
  readonly genes: readonly string[];
  readonly rank: number;
  readonly probability: number;
  /** Observed and excluded terms, strongest first (by size, either sign). */
  readonly parts: readonly RankedEvidence[];
  readonly priors: readonly RankedPrior[];
  readonly score: number;
  /** Ids of annotations that half of the affected or more have and that nobody has recorded either way, most frequent first. */
  readonly notRecorded: readonly string[];
}

export interface Ranker {
  readonly rank: (patient: RankingCase, choice: RankingChoice) => Ranking;
  /** Null where the disease is not among the ranked ones. After `rank` of the same case nothing is scored again. */
  readonly explain: (patient: RankingCase, choice: Pick<RankingChoice, 'excludedMode'>, diseaseId: string) => RankedExplanation | null;
}
