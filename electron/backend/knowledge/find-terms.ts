import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { TermHit } from '#shared/contract/knowledge-procedures.ts';

/** Terms by name, else by the words of their definition. In a language that the release does not name terms in, by their English names. */
export function findTerms(knowledge: KnowledgeFile, text: string, limit: number, language: string | undefined): readonly TermHit[] {
  const byName = language !== undefined && knowledge.languages.includes(language) ? knowledge.searchTranslated(text, limit, language) : knowledge.searchTerms(text, limit);
  const hits = byName.length > 0 ? byName : knowledge.searchDefinitions(text, limit);
  return language === undefined ? hits : hits.map((hit) => ({ localLabel: knowledge.translations(hit.id).find((names) => names.language === language)?.label ?? null, ...hit }));
}
