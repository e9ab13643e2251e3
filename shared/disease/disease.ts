/** How often a feature is seen in people with the disease, as its source states it. */
export type Frequency =
  | { readonly kind: 'counts'; readonly observed: number; readonly examined: number }
  | { readonly kind: 'percent'; readonly percent: number }
  /** One of the HPO frequency classes, HP:0040280 (obligate) to HP:0040285 (excluded). */
  | { readonly kind: 'class'; readonly termId: string }
  | { readonly kind: 'unstated' };

/** One statement "this disease has (or, when `isNegated`, has not) this feature". */
export interface DiseaseAnnotation {
  readonly termId: string;
  readonly isNegated: boolean;
  readonly frequency: Frequency;
  /** PMID:…, OMIM:…, ORPHA:…, in the order of the source. */
  readonly references: readonly string[];
  /** PCS published clinical study, TAS traceable author statement, IEA inferred from electronic annotation. */
  readonly evidence: 'PCS' | 'TAS' | 'IEA' | 'other';
  /** HPO onset term, where the source gives one. */
  readonly onsetTermId: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly modifierIds: readonly string[];
}

export interface DiseaseGene {
  readonly symbol: string;
  /** CURIE of the gene, `NCBIGene:…` or `HGNC:…`, where known. */
  readonly id: string | null;
  readonly association: 'mendelian' | 'polygenic' | 'unknown';
}

/** A disease with everything the ranking may know about it. Ids are CURIEs: OMIM:, ORPHA:, DECIPHER:. */
export interface Disease {
  readonly id: string;
  readonly name: string;
  /** Phenotypic abnormalities (aspect P). */
  readonly annotations: readonly DiseaseAnnotation[];
  /** HPO terms of the inheritance branch (aspect I), such as HP:0000007 autosomal recessive. */
  readonly inheritanceIds: readonly string[];
  /** HPO terms of the onset and clinical course branches (aspect C). */
  readonly courseIds: readonly string[];
  readonly genes: readonly DiseaseGene[];
  /** The disorder that Orphanet calls the same, where its packets were installed, and how common it is, in words. */
  readonly orphanet?: { readonly id: string; readonly prevalence: string | null };
}
