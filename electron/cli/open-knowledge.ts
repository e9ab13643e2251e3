import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { dataFolder } from '#electron/backend/data-folder.ts';
import type { CliIo } from '#electron/cli/cli-command.ts';
import type { TermVocabulary } from '#shared/interchange/phenopacket/read-phenopacket.ts';

/** The knowledge that `--knowledge` names: an installed release, a compiled file or a folder of HPO files. Null: it has been said why not. */
export async function openKnowledge(name: string, io: CliIo): Promise<KnowledgeFile | null> {
  const { openKnowledgeFrom } = await import('#electron/backend/knowledge-session.ts');
  const opened = openKnowledgeFrom(name, { dataFolder: dataFolder(io.environment), onProgress: io.progress });
  if (opened.ok) return opened.value;
  io.complain(`--knowledge: ${opened.error.message}`);
  return null;
}

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
