import type { EvidencePart, Explanation } from '#shared/contract/knowledge-procedures.ts';

/** One term's part in an explanation; say only what the test is about. */
export function aPart(label: string, log10LikelihoodRatio: number, said: Partial<EvidencePart> = {}): EvidencePart {
  return { termId: `HP:${String(label.length).padStart(7, '0')}`, label, state: 'observed', match: 'exact', matchedId: null, matchedLabel: null, frequencyText: null, references: [], log10LikelihoodRatio, ...said };
}

export function anExplanation(said: Partial<Explanation> = {}): Explanation {
  const parts = said.parts ?? [];
  const priors = said.priors ?? [];
  const score = [...parts.map((part) => part.log10LikelihoodRatio), ...priors.map((prior) => prior.log10)].reduce((sum, value) => sum + value, 0);
  return { diseaseId: 'OMIM:1', name: 'A disease', genes: [], inheritance: [], rank: 1, probability: 0.5, parts, priors, score, notRecorded: [], ...said };
}
