import type { Handlers } from '#electron/backend/handlers.ts';
import { activeKnowledge } from '#electron/backend/ranking/case-ranking.ts';
import { success } from '#shared/base/result.ts';

export const geneHandlers = {
  'gene.search': ({ text, limit }, context) => {
    const knowledge = activeKnowledge(context);
    return knowledge.ok ? success(knowledge.value.searchGenes(text, limit)) : knowledge;
  },
  'gene.resolve': ({ text }, context) => {
    const knowledge = activeKnowledge(context);
    return knowledge.ok ? success(knowledge.value.resolveGene(text)) : knowledge;
  },
} as const satisfies Handlers<'gene'>;
