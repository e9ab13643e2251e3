import { success, type Result } from '#shared/base/result.ts';
import { riskStillToCome } from '#shared/inheritance/evidence.ts';
import type { NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import type { GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { genotypePosterior, type EvidenceById, type StateProbability } from '#shared/inheritance/genotype-network.ts';
import type { GenotypeState, LocusModel } from '#shared/inheritance/locus.ts';
import { leastCopiesAtRisk, locusOf, type InheritanceMode, type ModeParameters } from '#shared/inheritance/mode.ts';

/** Posterior probabilities of one person. */
export interface PersonRisk {
  readonly id: string;
  /** Exactly one disease allele: the heterozygote, on the X of women only. */
  readonly carrier: number;
  /** A genotype that can be affected in the mode. */
  readonly atRiskGenotype: number;
  /** Is affected or will be. Of who is known to be unaffected at an age, what is still to come. */
  readonly affected: number;
}

export interface FamilyRisk {
  /** In the order of the family, parents first. */
  readonly people: readonly PersonRisk[];
  /** Natural logarithm of P(evidence | mode); −Infinity where the evidence cannot be. */
  readonly logLikelihood: number;
}

/**
 * Carrier and affected probabilities of everybody, given everything known of everybody.
 *
 * Formula: sums of `genotypePosterior` over the states each name stands for; affected Σ P(g | evidence) · P(shows it still | g, unaffected so far).
 * Assumes and Limits: as `genotypePosterior`; a group of several people has the probabilities of one of them.
 */
export function familyRisk(family: GeneticFamily, mode: InheritanceMode, parameters: ModeParameters, evidence: EvidenceById): Result<FamilyRisk, NetworkTooLarge> {
  const locus = locusOf(mode, parameters);
  const posterior = genotypePosterior(family, locus, evidence);
  if (!posterior.ok) return posterior;
  const people = family.members.map(({ id }) => personRisk(id, posterior.value.statesOf(id), { mode, locus, evidence }));
  return success({ people, logLikelihood: posterior.value.logLikelihood });
}

interface RiskContext {
  readonly mode: InheritanceMode;
  readonly locus: LocusModel;
  readonly evidence: EvidenceById;
}

/** What the states of a person, whose probabilities sum to 1, mean for them. */
export function personRisk(id: string, states: readonly StateProbability[], { mode, locus, evidence }: RiskContext): PersonRisk {
  return {
    id,
    carrier: probabilityThat(states, (state) => isCarrier(mode, state)),
    atRiskGenotype: probabilityThat(states, (state) => isAtRisk(mode, state)),
    affected: states.reduce((sum, { state, probability }) => (probability === 0 ? sum : sum + probability * riskStillToCome(locus, state, evidence.get(id) ?? {})), 0),
  };
}

export const isCarrier = (mode: InheritanceMode, state: GenotypeState): boolean => state.copies === 1 && !((mode === 'XLR' || mode === 'XLD') && state.sex === 'male');

export const isAtRisk = (mode: InheritanceMode, state: GenotypeState): boolean => state.copies >= leastCopiesAtRisk(mode, state.sex === 'male' ? 'male' : 'female');

export const probabilityThat = (states: readonly StateProbability[], holds: (state: GenotypeState) => boolean): number =>
  states.reduce((sum, { state, probability }) => (holds(state) ? sum + probability : sum), 0);
