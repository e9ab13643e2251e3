import { findDiseases } from '#electron/backend/knowledge/find-diseases.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { activeKnowledge } from '#electron/backend/ranking/case-ranking.ts';
import { success } from '#shared/base/result.ts';

export const diseaseHandlers = {
  'disease.search': ({ text, limit }, context) => {
    const knowledge = activeKnowledge(context);
    return knowledge.ok ? success(findDiseases(knowledge.value, text, limit)) : knowledge;
  },
} as const satisfies Handlers<'disease'>;
