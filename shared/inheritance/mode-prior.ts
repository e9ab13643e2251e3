import { success, type Result } from '#shared/base/result.ts';
import type { NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import { familyStatuses } from '#shared/inheritance/family-evidence.ts';
import type { GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import type { ModeHypothesis } from '#shared/inheritance/mode.ts';
import { modeLikelihoods } from '#shared/inheritance/mode-of-inheritance.ts';
import type { Family } from '#shared/pedigree/family.ts';

/** By how much the family changes the odds of the diseases that are inherited in a mode. */
export interface ModePrior {
  /** The term by which the ontology names the mode. */
  readonly termId: string;
  readonly priorRatio: number;
}

/** The terms of the ontology's inheritance branch, with the hypotheses that each covers. A new dominant allele belongs to a dominant disease. */
const termsOfModes: readonly { readonly termId: string; readonly hypotheses: readonly ModeHypothesis[] }[] = [
  { termId: 'HP:0000006', hypotheses: ['AD', 'AD-de-novo'] },
  { termId: 'HP:0000007', hypotheses: ['AR'] },
  { termId: 'HP:0001417', hypotheses: ['XLD', 'XLR'] },
  { termId: 'HP:0001423', hypotheses: ['XLD'] },
  { termId: 'HP:0001419', hypotheses: ['XLR'] },
  { termId: 'HP:0001450', hypotheses: ['YL'] },
  { termId: 'HP:0001427', hypotheses: ['MT'] },
];

/** No mode is ruled out by a pedigree alone: parentage may be told wrongly, and somebody may be affected by something else. Our own choice. */
export const leastPriorRatio = 0.01;

/**
 * What who is affected says about the modes, as ratios for the ranking of diseases; empty where nobody is affected.
 *
 * Formula: probability of the mode given the family, all hypotheses equally likely before, divided by that prior; of a term that covers several
 * hypotheses their mean; never below `leastPriorRatio`.
 * Assumes and Limits: as `modeLikelihoods`.
 */
export function modePriors(family: Family, genetic: GeneticFamily, conditionId: string): Result<readonly ModePrior[], NetworkTooLarge> {
  const statuses = familyStatuses(family, conditionId);
  if (![...statuses.values()].includes('affected')) return success([]);
  const proband = family.individuals.find(({ isProband }) => isProband)?.id;
  const modes = modeLikelihoods(genetic, statuses, proband !== undefined && statuses.get(proband) === 'affected' ? proband : null);
  if (!modes.ok) return modes;
  const probabilityOf = new Map(modes.value.map(({ mode, probability }) => [mode, probability]));
  return success(termsOfModes.map(({ termId, hypotheses }) => {
    const mean = hypotheses.reduce((sum, hypothesis) => sum + (probabilityOf.get(hypothesis) ?? 0), 0) / hypotheses.length;
    return { termId, priorRatio: Math.max(leastPriorRatio, mean * modes.value.length) };
  }));
}
