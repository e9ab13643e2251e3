/** A synonym of a term, as the ontology states it. */
export interface Synonym {
  readonly text: string;
  readonly scope: 'exact' | 'broad' | 'narrow' | 'related';
  /** Marked by the ontology as a word that families use. */
  readonly isLayperson: boolean;
}

/** One class of the Human Phenotype Ontology. Ids are CURIEs such as `HP:0001250`. */
export interface Term {
  readonly id: string;
  readonly label: string;
  readonly definition: string | null;
  readonly comment: string | null;
  readonly synonyms: readonly Synonym[];
  /** Direct parents (is_a). Empty for the root and for obsolete terms. */
  readonly parents: readonly string[];
  /** Ids that were merged into this term (`alt_id`). */
  readonly alternativeIds: readonly string[];
}

/** A term taken out of use, with the term to use instead where the ontology names one. */
export interface ObsoleteTerm {
  readonly id: string;
  readonly label: string;
  readonly replacedBy: string | null;
  /** Terms to consider, where no single replacement is named. */
  readonly consider: readonly string[];
}

/** A whole ontology as read from its file. `terms` holds live terms only. */
export interface Ontology {
  /** The release's own version, an ISO 8601 date for the HPO. */
  readonly version: string;
  readonly terms: readonly Term[];
  readonly obsolete: readonly ObsoleteTerm[];
}
