import { activeKnowledge, questionOfCase, rankCase, rankerOf, snapshotOf } from '#electron/backend/ranking/case-ranking.ts';
import { describeExplanation } from '#electron/backend/ranking/describe-explanation.ts';
import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import type { GeneEvidence } from '#shared/casefile/gene-evidence.ts';
import { modesOfProband } from '#shared/inheritance/mode-prior.ts';
import { statedEvidenceFor } from '#shared/ranking/stated-evidence.ts';

const missing = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');

export const rankingHandlers = {
  'ranking.rank': ({ caseId, excludedMode, limit, ...use }, context) => {
    const active = activeKnowledge(context);
    if (!active.ok) return active;
    const knowledge = active.value;
    const repositories = context.vault.repositories();
    const choice = { excludedMode, limit };
    const now = context.clock();
    const ranked = rankCase(repositories, knowledge, caseId, choice, use);
    if (ranked === null) return refusal(missing);
    // What is kept with the case is what its findings say, genes among them; a trial with or without something else is not.
    if (use.isWithGenes !== false && use.isWithFamily !== true && context.vault.keepRankings([snapshotOf(ranked, knowledge, caseId, choice, now)])) context.emit({ kind: 'changed', topics: ['cases'] });
    const { question, ranking, milliseconds } = ranked;
    const stateOf = new Map(repositories.candidates.ofCase(caseId).map((candidate) => [candidate.diseaseId, candidate.state]));
    return success({
      release: knowledge.release.name,
      releaseKind: knowledge.release.kind,
      algorithm: ranking.algorithm,
      milliseconds,
      observedCount: ranking.observedCount,
      excludedCount: ranking.excludedCount,
      notUsed: question.notUsed,
      genes: question.genes.map((gene) => ({ symbol: gene.symbol, likelihoodRatio: gene.likelihoodRatio, ...diseasesOf(gene, knowledge), variants: gene.variants })),
      candidates: ranking.candidates.map((candidate) => ({ ...candidate, state: stateOf.get(candidate.diseaseId) ?? null })),
      noneOfTheseProbability: ranking.noneOfTheseProbability,
      others: ranking.others,
    });
  },
  'ranking.explain': ({ caseId, excludedMode, diseaseId, ...use }, context) => {
    const knowledge = activeKnowledge(context);
    if (!knowledge.ok) return knowledge;
    const question = questionOfCase(context.vault.repositories(), knowledge.value, caseId, use);
    if (question === null) return refusal(missing);
    const explanation = rankerOf(knowledge.value).explain(question.patient, { excludedMode }, diseaseId);
    if (explanation === null) return refusal(failure('not-found', `${diseaseId} is not among the diseases of this release.`));
    return success(describeExplanation(explanation, knowledge.value));
  },
  'ranking.modes': ({ caseId }, context) => {
    const repositories = context.vault.repositories();
    if (repositories.cases.find(caseId) === null) return refusal(missing);
    const found = modesOfProband(repositories.families.ofCase(caseId));
    return success(found === null ? null : { condition: found.condition.name, modes: found.modes.map(({ mode, probability }) => ({ mode, probability })) });
  },
} satisfies Handlers<'ranking'>;

/** How many ranked diseases the gene has, and of them those that what was found in it raises. */
function diseasesOf(gene: GeneEvidence, knowledge: KnowledgeFile): { readonly diseaseCount: number; readonly raisedCount: number } {
  const own = knowledge.rankingIndex().diseases.filter(({ genes }) => genes.includes(gene.symbol));
  return { diseaseCount: own.length, raisedCount: own.filter((disease) => statedEvidenceFor(disease, { observed: [], excluded: [], genes: [gene] }).length > 0).length };
}
