import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { DiseaseHit } from '#shared/contract/disease-procedures.ts';

/** Diseases of a release by name, id or gene, with their modes of inheritance in words. */
export function findDiseases(knowledge: KnowledgeFile, text: string, limit: number): readonly DiseaseHit[] {
  return knowledge.searchDiseases(text, limit).map(({ id, name, genes, inheritanceIds }) => ({ id, name, genes, inheritance: inheritanceIds.flatMap((termId) => knowledge.term(termId)?.label ?? []) }));
}
