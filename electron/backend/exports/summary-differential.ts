import type { ExportSource } from '#electron/backend/exports/export-writer.ts';
import { questionOfCase, rankerOf } from '#electron/backend/ranking/case-ranking.ts';
import { describeExplanation } from '#electron/backend/ranking/describe-explanation.ts';
import type { SummaryCandidate, SummaryDifferential } from '#shared/interchange/documents/summary-source.ts';

/** So many stand in a summary, and fewer where the rest are hardly possible. */
const mostCandidates = 5;
const fewestCandidates = 3;
const leastProbability = 0.01;

/** The ranking of the case with its reasons; null without knowledge or without an observed finding, where every disease stands at its prior. */
export function summaryDifferential({ request, context, file }: ExportSource): SummaryDifferential | null {
  const knowledge = context.knowledge.active();
  if (knowledge === null) return null;
  const question = questionOfCase(context.vault.repositories(), knowledge, request.caseId);
  if (question === null || question.patient.observed.length === 0) return null;
  const ranker = rankerOf(knowledge);
  const choice = { excludedMode: 'absence', limit: mostCandidates } as const;
  const ranking = ranker.rank(question.patient, choice);
  const shown = ranking.candidates.filter(({ probability }, index) => index < fewestCandidates || probability >= leastProbability);
  const candidates = shown.flatMap(({ rank, diseaseId, name, genes, probability }): readonly SummaryCandidate[] => {
    const explained = ranker.explain(question.patient, choice, diseaseId);
    if (explained === null) return [];
    const { parts, priors, notRecorded } = describeExplanation(explained, knowledge);
    const state = file.candidates.find((candidate) => candidate.diseaseId === diseaseId)?.state ?? null;
    const reasons = [...parts.map(({ label, log10LikelihoodRatio, state: said }) => ({ label: said === 'excluded' ? `no ${label}` : label, log10: log10LikelihoodRatio })), ...priors.filter(({ about }) => about !== 'disease').map(({ label, log10 }) => ({ label, log10 }))];
    return [{ rank, diseaseId, name, genes, probability, state, reasons, notRecorded: notRecorded.map(({ label }) => label) }];
  });
  const rest = ranking.candidates.slice(candidates.length).reduce((sum, { probability }) => sum + probability, ranking.others.probability);
  return { candidates, noneOfThese: ranking.noneOfTheseProbability, others: { count: ranking.others.count + ranking.candidates.length - candidates.length, probability: rest }, release: knowledge.release.name, algorithm: ranking.algorithm };
}
