import { type RankingCase, type StatedGene } from '#shared/ranking/ranking-case.ts';
import { type IndexedDisease, type RankingIndex } from '#shared/ranking/ranking-index.ts';

/** What is stated of the patient besides findings, as it bears on one disease. */
export interface StatedEvidence {
  readonly about: 'gene' | 'inheritance';
  readonly label: string;
  readonly nats: number;
}

export const hasStatedEvidence = ({ genes = [], inheritance = [] }: RankingCase): boolean => genes.length > 0 || inheritance.length > 0;

/**
 * Genes and inheritance multiply the odds of a disease by the ratio stated for them: of several genes of one disease the strongest,
 * of several modes of inheritance the most probable one. They come on top of the phenotype's score and are named apart from it.
 */
export function statedEvidenceFor(disease: IndexedDisease, { genes = [], inheritance = [] }: RankingCase): readonly StatedEvidence[] {
  const found = genes.filter((gene) => disease.genes.includes(gene.symbol) && isFitting(disease, gene));
  const modes = inheritance.filter((mode) => disease.inheritanceIds.includes(mode.termId));
  const strongest = found.reduce<(typeof found)[number] | null>((best, gene) => (best === null || gene.likelihoodRatio > best.likelihoodRatio ? gene : best), null);
  const likeliest = modes.reduce<(typeof modes)[number] | null>((best, mode) => (best === null || mode.priorRatio > best.priorRatio ? mode : best), null);
  return [
    ...(strongest === null ? [] : [{ about: 'gene' as const, label: `gene ${strongest.symbol} found in the patient, with the likelihood ratio stated for it`, nats: Math.log(strongest.likelihoodRatio) }]),
    ...(likeliest === null ? [] : [{ about: 'inheritance' as const, label: `inheritance ${likeliest.termId}, with the prior stated for it`, nats: Math.log(likeliest.priorRatio) }]),
  ];
}

function isFitting({ inheritanceIds }: IndexedDisease, { unfitInheritanceIds = [] }: StatedGene): boolean {
  return inheritanceIds.length === 0 || inheritanceIds.some((id) => !unfitInheritanceIds.includes(id));
}

/** Adds it to the score of every disease. */
export function addStatedEvidence(index: RankingIndex, patient: RankingCase, scores: Float64Array): void {
  index.diseases.forEach((disease, position) => {
    for (const { nats } of statedEvidenceFor(disease, patient)) scores[position] = (scores[position] as number) + nats;
  });
}
