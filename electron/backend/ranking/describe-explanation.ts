import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { Disease } from '#shared/disease/disease.ts';
import { describeFrequencies } from '#shared/disease/frequency.ts';
import type { RankedExplanation } from '#shared/ranking/ranking.ts';

/** Adds to the numbers of an explanation what a person needs to check them: labels, frequencies and where they are from. */
export function describeExplanation(explanation: RankedExplanation, knowledge: KnowledgeFile): Explanation {
  const disease = knowledge.disease(explanation.diseaseId);
  return {
    diseaseId: explanation.diseaseId,
    name: explanation.name,
    genes: explanation.genes,
    inheritance: (disease?.inheritanceIds ?? []).map((id) => labelOf(knowledge, id)),
    ...(disease?.orphanet === undefined ? {} : { orphanet: disease.orphanet }),
    rank: explanation.rank,
    probability: explanation.probability,
    parts: explanation.parts.map((part) => ({
      ...part,
      label: labelOf(knowledge, part.termId),
      matchedLabel: part.matchedId === null ? null : labelOf(knowledge, part.matchedId),
      ...sourceOf(disease, part.matchedId),
    })),
    priors: explanation.priors.map((prior) => ({ ...prior, label: withLabels(prior.label, knowledge) })),
    score: explanation.score,
    notRecorded: explanation.notRecorded.map((termId) => ({ termId, label: labelOf(knowledge, termId), frequencyText: sourceOf(disease, termId).frequencyText })),
  };
}

function labelOf(knowledge: KnowledgeFile, termId: string): string {
  return knowledge.resolve(termId)?.label ?? termId;
}

/** The index names a term by its id; a person reads its label beside it. */
const withLabels = (text: string, knowledge: KnowledgeFile): string => text.replaceAll(/HP:\d{7}/g, (id) => `${labelOf(knowledge, id)} (${id})`);

/** What the release says of one feature of the disease: all its statements together. */
function sourceOf(disease: Disease | null, termId: string | null): { readonly frequencyText: string | null; readonly references: readonly string[] } {
  const annotations = (disease?.annotations ?? []).filter((annotation) => annotation.termId === termId);
  return {
    frequencyText: describeFrequencies(annotations.filter((annotation) => !annotation.isNegated).map((annotation) => annotation.frequency)),
    references: [...new Set(annotations.flatMap((annotation) => annotation.references))],
  };
}
