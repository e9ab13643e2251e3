import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { decisiveFor, pairFor, questionsFor, unknownTerms } from '#electron/backend/ranking/case-advice.ts';
import { activeKnowledge, questionOfCase, type EvidenceUse, type RankingQuestion } from '#electron/backend/ranking/case-ranking.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

const missing = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');

export const adviceHandlers = {
  'advice.questions': ({ caseId, excludedMode, limit, ...use }, context) => {
    const asked = readCase(context, caseId, use);
    if (!asked.ok) return asked;
    const { knowledge, question } = asked.value;
    const begin = performance.now();
    const questions = questionsFor(knowledge, question.patient, unknownTerms(question, knowledge), { excludedMode, limit });
    return success({ questions, milliseconds: performance.now() - begin });
  },
  'advice.pair': ({ caseId, excludedMode, ...use }, context) => {
    const asked = readCase(context, caseId, use);
    return asked.ok ? success({ pair: pairFor(asked.value.knowledge, asked.value.question.patient, excludedMode) }) : asked;
  },
  'advice.decisive': ({ caseId, excludedMode, ...use }, context) => {
    const asked = readCase(context, caseId, use);
    return asked.ok ? success({ terms: decisiveFor(asked.value.knowledge, asked.value.question.patient, excludedMode) }) : asked;
  },
} satisfies Handlers<'advice'>;

function readCase(context: BackendContext, caseId: string, use: EvidenceUse): Result<{ readonly knowledge: KnowledgeFile; readonly question: RankingQuestion }, Failure> {
  const active = activeKnowledge(context);
  if (!active.ok) return active;
  const question = questionOfCase(context.vault.repositories(), active.value, caseId, use);
  return question === null ? refusal(missing) : success({ knowledge: active.value, question });
}
