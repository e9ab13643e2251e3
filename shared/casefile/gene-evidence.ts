import { copiesOf, findingName, isCarried, type Finding } from '#shared/casefile/finding.ts';
import type { StatedGene } from '#shared/ranking/ranking-case.ts';
import { classifyVariant, oddsPerPoint, type VariantClass } from '#shared/variant/acmg/classify.ts';

/** What the findings of a person say of one gene, as evidence beside the phenotype. */
export interface GeneEvidence extends StatedGene {
  /** The variants that it rests on. */
  readonly variants: readonly { readonly name: string; readonly classification: VariantClass }[];
}

/** Points at which each class begins (Tavtigian et al. 2020, doi 10.1002/humu.24088); of an uncertain variant without criteria nothing is known: none. */
const pointsOfClass: Readonly<Record<VariantClass, number>> = { pathogenic: 10, 'likely-pathogenic': 6, 'uncertain-significance': 0, 'likely-benign': 0, benign: 0 };

const autosomalRecessive = 'HP:0000007';
const xLinkedRecessive = 'HP:0001419';

/**
 * Likelihood ratio of each gene in which a person has a classified variant: by how much it raises the odds of the diseases of that gene.
 *
 * Formula: 2.08^points of the variant with most points in the gene, with the points where its class begins, or those of an uncertain variant's criteria. Pathogenic:
 * 1,516; likely pathogenic: 81; uncertain: 1 to 39; benign: 1, because another variant of the gene may still be the cause.
 * Units: ratio of odds.
 * Source: Tavtigian et al. 2018, doi 10.1038/gim.2017.210, and 2020, doi 10.1002/humu.24088: 2.08^points are the odds of pathogenicity by the evidence.
 * Assumes that a pathogenic variant of a gene, in the number of copies that the disease takes, causes it; one copy says nothing of a disease that is only recessive.
 * Limits: penetrance and carriers found by chance are not reckoned with, hence no more than a class's first points.
 */
export function geneEvidence(findings: readonly Finding[], personId: string, isMale: boolean): readonly GeneEvidence[] {
  const byGene = new Map<string, Finding[]>();
  for (const finding of findings) {
    const isOwn = finding.genotypes.some((genotype) => genotype.personId === personId && isCarried(genotype));
    if (finding.gene !== null && isOwn && pointsFor(finding) > 0) byGene.set(finding.gene.symbol, [...(byGene.get(finding.gene.symbol) ?? []), finding]);
  }
  return [...byGene].map(([symbol, own]) => ({
    symbol,
    likelihoodRatio: oddsPerPoint ** Math.max(...own.map(pointsFor)),
    ...(hasBothCopies(own, personId) ? {} : { unfitInheritanceIds: isMale ? [autosomalRecessive] : [autosomalRecessive, xLinkedRecessive] }),
    variants: own.map((finding) => ({ name: findingName(finding), classification: finding.classifications.at(-1)?.classification ?? 'uncertain-significance' })),
  }));
}

function pointsFor({ classifications }: Finding): number {
  const last = classifications.at(-1);
  if (last === undefined) return 0;
  return last.classification === 'uncertain-significance' ? Math.max(0, Math.min(classifyVariant(last.criteria).points, pointsOfClass['likely-pathogenic'] - 1)) : pointsOfClass[last.classification];
}

/** Two copies of one variant, a copy of each of two that are not known to lie on one chromosome, or copies that nobody has counted. */
function hasBothCopies(findings: readonly Finding[], personId: string): boolean {
  const isInCis = findings.some(({ phase }) => phase?.kind === 'cis' && findings.some(({ id }) => id === phase.otherFindingId));
  const copies = findings.map(({ genotypes }) => copiesOf(genotypes.find((genotype) => genotype.personId === personId) ?? { state: 'absent' }));
  return copies.includes(null) || copies.includes(2) || (copies.filter((count) => count === 1).length > 1 && !isInCis);
}
