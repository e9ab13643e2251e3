import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { TermVocabulary } from '#shared/interchange/phenopacket/read-phenopacket.ts';

/** Answers a question asked before without asking again: the same few thousand terms come back in every case. */
export function remembering<Answer>(ask: (id: string) => Answer): (id: string) => Answer {
  const answers = new Map<string, Answer>();
  return (id) => {
    const known = answers.get(id);
    if (known !== undefined) return known;
    const answer = ask(id);
    answers.set(id, answer);
    return answer;
  };
}

/** What a reader of phenopackets needs to know of the ontology. */
export function vocabularyOf(knowledge: KnowledgeFile): TermVocabulary {
  return {
    resolve: remembering(knowledge.resolve),
    ancestors: remembering(knowledge.ancestors),
    isNameOf: (id, text) => knowledge.term(id)?.synonyms.some((synonym) => synonym.text.toLowerCase() === text.toLowerCase()) === true,
  };
}
