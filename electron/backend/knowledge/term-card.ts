import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { TermCard } from '#shared/contract/knowledge-procedures.ts';
import { termRoots } from '#shared/ontology/term-id.ts';

/** Everything that is shown of a term. A merged or replaced id shows the term that stands for it now. */
export function termCardOf(knowledge: KnowledgeFile, termId: string): Result<TermCard, Failure> {
  const resolved = knowledge.resolve(termId);
  if (resolved === null) return refusal(failure('not-found', `The release ${knowledge.release.name} knows no term ${termId}.`));
  const term = knowledge.term(resolved.id);
  if (term === null) return refusal(failure('not-found', `${termId} (${resolved.label}) was taken out of use without a replacement.`));
  const systems = new Set(knowledge.children(termRoots.phenotypicAbnormality).map((system) => system.id));
  return success({
    id: term.id,
    label: term.label,
    definition: term.definition,
    comment: term.comment,
    synonyms: term.synonyms.map(({ text, isLayperson }) => ({ text, isLayperson })),
    translations: knowledge.translations(term.id),
    parents: knowledge.parents(term.id),
    children: knowledge.children(term.id),
    isPhenotype: resolved.isPhenotype,
    systemIds: [term.id, ...knowledge.ancestors(term.id)].filter((id) => systems.has(id)),
    diseaseCount: knowledge.diseaseCountBelow(term.id),
    replaces: resolved.replacedFrom,
  });
}
