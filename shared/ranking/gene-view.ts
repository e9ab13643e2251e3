import { type RankedCandidate } from '#shared/ranking/ranking.ts';

/** The diseases of one gene and how probable it is that one of them is the patient's. */
export interface RankedGene<Candidate> {
  /** Null for the diseases of which no gene is known. */
  readonly symbol: string | null;
  readonly probability: number;
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

/**
 * Groups ranked diseases by gene, the most probable gene first; those without a known gene stand together, last.
 * Formula: P(gene) = Σ over its diseases of P(disease) / number of genes of the disease. Units: probability.
 * Assumes that a disease with several genes is caused by any one of them alike, so that the genes and the diseases without one sum to the
 * probability listed. Limits: sums what is given; a disease beyond the list adds nothing.
 */
export function groupByGene<Candidate extends Pick<RankedCandidate, 'genes' | 'probability'>>(candidates: readonly Candidate[]): readonly RankedGene<Candidate>[] {
  const groups = new Map<string | null, { probability: number; candidates: Candidate[] }>();
  for (const candidate of candidates) {
    const symbols: readonly (string | null)[] = candidate.genes.length === 0 ? [null] : candidate.genes;
    for (const symbol of symbols) {
      const group = groups.get(symbol) ?? { probability: 0, candidates: [] };
      group.probability += candidate.probability / symbols.length;
      group.candidates.push(candidate);
      groups.set(symbol, group);
    }
  }
  return [...groups]
    .map(([symbol, group]) => ({ symbol, ...group }))
    .sort((a, b) => Number(a.symbol === null) - Number(b.symbol === null) || b.probability - a.probability);
}
