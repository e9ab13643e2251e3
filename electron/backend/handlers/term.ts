import type { BackendContext } from '#electron/backend/context.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { checkFindings } from '#electron/backend/knowledge/check-findings.ts';
import { systemsOfTerms } from '#electron/backend/knowledge/systems-of-terms.ts';
import { findTerms } from '#electron/backend/knowledge/find-terms.ts';
import { termCardOf } from '#electron/backend/knowledge/term-card.ts';
import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { termRoots } from '#shared/ontology/term-id.ts';

const choiceRoots = {
  severity: termRoots.severity,
  laterality: termRoots.laterality,
  onset: termRoots.onset,
  progression: termRoots.progression,
  'temporal-pattern': termRoots.temporalPattern,
  'spatial-pattern': termRoots.spatialPattern,
} as const;

export const termHandlers = {
  'term.search': ({ text, limit, language }, context) => withKnowledge(context, (knowledge) => success(findTerms(knowledge, text, limit, language))),
  'term.show': ({ termId }, context) => withKnowledge(context, (knowledge) => termCardOf(knowledge, termId)),
  'term.extract': ({ text, language = 'en' }, context) =>
    withKnowledge(context, (knowledge) =>
      language === 'en' || knowledge.languages.includes(language) ? success(knowledge.extractTerms(text, language)) : refusal(failure('rule-broken', `The release in use has no names in this language (${language}). Install it again with the translations of the HPO beside its files.`)),
    ),
  'term.choices': ({ branch }, context) => withKnowledge(context, (knowledge) => success(choicesBelow(knowledge, choiceRoots[branch]))),
  'term.systems': ({ termIds }, context) => withKnowledge(context, (knowledge) => success(systemsOfTerms(knowledge, termIds))),
  'term.check': ({ personId }, context) => withKnowledge(context, (knowledge) => success(checkFindings(context.vault.repositories().features.ofPerson(personId), knowledge))),
} as const satisfies Handlers<'term'>;

function withKnowledge<Value>(context: BackendContext, work: (knowledge: KnowledgeFile) => Result<Value, Failure>): Result<Value, Failure> {
  const knowledge = context.knowledge.active();
  return knowledge === null ? refusal(failure('rule-broken', 'No knowledge release is installed. Install one under Knowledge.')) : work(knowledge);
}

/** Everything below a root, each branch together: a term before its children. */
function choicesBelow(knowledge: KnowledgeFile, rootId: string): { id: string; label: string }[] {
  const listed = new Map<string, string>();
  const visit = (id: string): void => {
    for (const child of knowledge.children(id)) {
      if (listed.has(child.id)) continue;
      listed.set(child.id, child.label);
      visit(child.id);
    }
  };
  visit(rootId);
  return [...listed].map(([id, label]) => ({ id, label }));
}
