import { familyStatuses } from '#shared/inheritance/family-evidence.ts';
import { geneticFamily } from '#shared/inheritance/genetic-family.ts';
import type { ModeHypothesis } from '#shared/inheritance/mode.ts';
import { modeLikelihoods, type ModeLikelihood } from '#shared/inheritance/mode-of-inheritance.ts';
import type { Condition, Family } from '#shared/pedigree/family.ts';

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

/** A condition of the proband and how likely each mode is from who else has it. */
export interface ModesOfProband {
  readonly condition: Condition;
  readonly modes: readonly ModeLikelihood[];
}

/**
 * The modes of the first condition in which the proband is affected; null where there is none, where of nobody else it is known whether they are affected
 * (one patient says nothing of a mode), or where the family cannot be reckoned with.
 */
export function modesOfProband(family: Family): ModesOfProband | null {
  const proband = family.individuals.find(({ isProband }) => isProband);
  const condition = family.conditions.find(({ id }) => family.individualConditions.some((row) => row.conditionId === id && row.individualId === proband?.id && row.state === 'affected'));
  const genetic = geneticFamily(family);
  if (proband === undefined || condition === undefined || !genetic.ok) return null;
  const statuses = familyStatuses(family, condition.id);
  if (statuses.size < 2) return null;
  const modes = modeLikelihoods(genetic.value, statuses, proband.id);
  return modes.ok ? { condition, modes: modes.value } : null;
}

/**
 * The modes as ratios for the ranking of diseases.
 *
 * Formula: probability of the mode given the family, all hypotheses equally likely before, divided by that prior; of a term that covers several
 * hypotheses their mean; never below `leastPriorRatio`.
 * Assumes and Limits: as `modeLikelihoods`.
 */
export function modePriors(modes: readonly ModeLikelihood[]): readonly ModePrior[] {
  const probabilityOf = new Map(modes.map(({ mode, probability }) => [mode, probability]));
  return termsOfModes.map(({ termId, hypotheses }) => {
    const mean = hypotheses.reduce((sum, hypothesis) => sum + (probabilityOf.get(hypothesis) ?? 0), 0) / hypotheses.length;
    return { termId, priorRatio: Math.max(leastPriorRatio, mean * modes.length) };
  });
}
