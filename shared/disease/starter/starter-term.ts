/** Identity of one term in the ontology: id, label, then its direct parents. */
export type StarterTerm = readonly [id: string, label: string, ...parents: readonly string[]];
