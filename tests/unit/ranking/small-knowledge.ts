import { type Disease, type DiseaseAnnotation, type Frequency } from '#shared/disease/disease.ts';
import { type Ontology } from '#shared/ontology/term.ts';
import { type RankingCase } from '#shared/ranking/ranking-case.ts';

export const root = 'HP:0000118';
/** root ─ A ─ A1, A2; root ─ B ─ B1. */
export const termA = 'HP:0000100';
export const termA1 = 'HP:0000101';
export const termA2 = 'HP:0000102';
export const termB = 'HP:0000200';
export const termB1 = 'HP:0000201';

export const smallOntology: Ontology = ontologyOf({ [root]: [], [termA]: [root], [termA1]: [termA], [termA2]: [termA], [termB]: [root], [termB1]: [termB] });

export function ontologyOf(parents: Readonly<Record<string, readonly string[]>>): Ontology {
  const terms = Object.entries(parents).map(([id, above]) => ({ id, label: id, definition: null, comment: null, synonyms: [], parents: above, alternativeIds: [] }));
  return { version: '2025-01-01', terms, obsolete: [] };
}

export function diseaseOf(id: string, annotations: readonly DiseaseAnnotation[], rest: Partial<Disease> = {}): Disease {
  return { id, name: `Disease ${id}`, annotations, inheritanceIds: [], courseIds: [], genes: [{ symbol: `GENE${id.slice(5)}`, id: null, association: 'mendelian' }], ...rest };
}

export function annotationOf(termId: string, frequency: Frequency = { kind: 'percent', percent: 100 }, rest: Partial<DiseaseAnnotation> = {}): DiseaseAnnotation {
  return { termId, isNegated: false, frequency, references: ['PMID:1'], evidence: 'PCS', onsetTermId: null, sex: null, modifierIds: [], ...rest };
}

export function caseOf(observed: readonly string[], excluded: readonly string[] = []): RankingCase {
  return { observed, excluded };
}
