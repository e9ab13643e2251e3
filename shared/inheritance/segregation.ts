import { success, type Result } from '#shared/base/result.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import type { NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import type { GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { genotypePosterior, type EvidenceById } from '#shared/inheritance/genotype-network.ts';
import { impossibleEvidence } from '#shared/inheritance/impossible-evidence.ts';
import type { LocusModel } from '#shared/inheritance/locus.ts';

export interface SegregationQuestion {
  /** The locus as it is if the variant causes the condition: the disease allele is the variant. */
  readonly locus: LocusModel;
  readonly phenotypes: EvidenceById;
  /** Copies of the variant in who has been tested. */
  readonly genotypes: ReadonlyMap<string, 0 | 1 | 2>;
  /** Through whom the variant was found. Their own genotype proves nothing. */
  readonly indexId: string;
}

export interface SegregationEvidence {
  /** How much more likely the genotypes and phenotypes go together if the variant causes the condition than if it has nothing to do with it. */
  readonly bayesFactor: number;
  /** log10 of the Bayes factor. */
  readonly lod: number;
  /** Transmissions that chance would have had to get right, as −log2 of the probability of doing so. */
  readonly meioses: number;
  readonly evidence: 'PP1' | 'BS4' | null;
  readonly strength: 'supporting' | 'moderate' | 'strong' | null;
  /** People whose genotypes cannot be handed down so, or whose phenotypes cannot be so in this mode, whatever the variant does; then the rest says nothing. */
  readonly impossible: readonly string[];
}

/**
 * How well a variant goes with the condition through the family.
 *
 * Formula: P(G | G_index, Φ, cause) / P(G | G_index): how likely the genotypes of the others are, given all phenotypes and that of the index person, if
 * the variant is the cause, against how chance hands them down; each term exact over all unknown genotypes. Meioses: log2 of the factor where
 * it is in favour, so that m obligatory transmissions, which chance gets right with (1/2)^m, count m.
 * Source: Thompson, Easton & Goldgar 2003, doi 10.1086/378100; thresholds: Jarvik & Browning 2016, doi 10.1016/j.ajhg.2016.04.003 (one family:
 * supporting 1/8, moderate 1/16, strong 1/32); against: a factor below 1/18.7, the odds of strong evidence (Tavtigian et al. 2018,
 * doi 10.1038/gim.2017.210).
 * Assumes one family, a rare variant that enters by founders at the allele frequency of the model.
 */
export function segregationEvidence(family: GeneticFamily, question: SegregationQuestion): Result<SegregationEvidence, NetworkTooLarge> {
  const impossible = impossiblePeople(family, question);
  if (!impossible.ok) return impossible;
  if (impossible.value.length > 0) return success({ bayesFactor: 0, lod: -Infinity, meioses: 0, evidence: null, strength: null, impossible: impossible.value });
  const logFactor = logBayesFactor(family, question);
  if (!logFactor.ok) return logFactor;
  const lod = logFactor.value / Math.LN10;
  return success({ bayesFactor: Math.exp(logFactor.value), lod, meioses: Math.max(0, logFactor.value / Math.LN2), ...strengthOf(logFactor.value), impossible: [] });
}

/** The genotypes by themselves, and the phenotypes with the genotype of the index person, must be possible for the question to have a meaning. */
function impossiblePeople(family: GeneticFamily, { locus, phenotypes, genotypes, indexId }: SegregationQuestion): Result<readonly string[], NetworkTooLarge> {
  const tested = copiesKnown(genotypes);
  const ofGenotypes = impossibleEvidence(family, locus, tested);
  if (!ofGenotypes.ok || ofGenotypes.value.length > 0) return ofGenotypes;
  return impossibleEvidence(family, locus, joined(phenotypes, new Map([...tested].filter(([id]) => id === indexId))));
}

function logBayesFactor(family: GeneticFamily, { locus, phenotypes, genotypes, indexId }: SegregationQuestion): Result<number, NetworkTooLarge> {
  const tested = copiesKnown(genotypes);
  const index: EvidenceById = new Map([...tested].filter(([id]) => id === indexId));
  const terms: readonly (readonly [EvidenceById, number])[] = [[joined(phenotypes, tested), 1], [joined(phenotypes, index), -1], [tested, -1], [index, 1]];
  let sum = 0;
  for (const [evidence, sign] of terms) {
    const posterior = genotypePosterior(family, locus, evidence);
    if (!posterior.ok) return posterior;
    // The variant cannot be the cause under this mode: the other terms are possible.
    if (posterior.value.logLikelihood === -Infinity) return success(-Infinity);
    sum += sign * posterior.value.logLikelihood;
  }
  return success(sum);
}

const copiesKnown = (genotypes: SegregationQuestion['genotypes']): EvidenceById => new Map([...genotypes].map(([id, copies]) => [id, { copies }]));

function joined(first: EvidenceById, second: EvidenceById): EvidenceById {
  const ids = new Set([...first.keys(), ...second.keys()]);
  return new Map<string, MemberEvidence>([...ids].map((id) => [id, { ...first.get(id), ...second.get(id) }]));
}

function strengthOf(logFactor: number): Pick<SegregationEvidence, 'evidence' | 'strength'> {
  // A hair below the threshold counts as on it: the factor of exactly three meioses is 8 but for rounding and the rare second founder.
  const meioses = logFactor / Math.LN2 + roundingMargin;
  if (meioses >= 5) return { evidence: 'PP1', strength: 'strong' };
  if (meioses >= 4) return { evidence: 'PP1', strength: 'moderate' };
  if (meioses >= 3) return { evidence: 'PP1', strength: 'supporting' };
  return logFactor <= -Math.log(oddsOfStrongEvidence) ? { evidence: 'BS4', strength: 'strong' } : { evidence: null, strength: null };
}

const roundingMargin = 0.01;
const oddsOfStrongEvidence = 18.7;
