import { ageInYears, onsetInYears } from '#shared/inheritance/ages.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import { leastCopiesAtRisk, type InheritanceMode } from '#shared/inheritance/mode.ts';
import type { ConditionState, Family, IndividualCondition } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';

/**
 * What the drawn family says about one condition, as evidence under a mode: affected and unaffected as they are, with ages where known; carriers,
 * obligate or tested, are unaffected with one allele; the presymptomatic have a genotype at risk, and being unaffected yet says nothing more. Uncertain says
 * nothing. `today` dates the ages of the living; null: only ages stated as such count.
 */
export function familyEvidence(family: Family, conditionId: string, mode: InheritanceMode, today: string | null): ReadonlyMap<string, MemberEvidence> {
  const individuals = new Map(family.individuals.map((individual) => [individual.id, individual]));
  const evidence = new Map<string, MemberEvidence>();
  for (const row of family.individualConditions) {
    const individual = individuals.get(row.individualId);
    const known = row.conditionId === conditionId && individual !== undefined ? evidenceOf(row, individual, mode, today) : null;
    if (known !== null) evidence.set(row.individualId, known);
  }
  return evidence;
}

/** Who is affected and who is not, for the modes of inheritance. Carriers are unaffected; of the uncertain and the presymptomatic nothing can be said yet. */
export function familyStatuses(family: Family, conditionId: string): ReadonlyMap<string, 'affected' | 'unaffected'> {
  const statuses = new Map<string, 'affected' | 'unaffected'>();
  for (const row of family.individualConditions) {
    const status = row.conditionId === conditionId ? statusOf(row.state) : null;
    if (status !== null) statuses.set(row.individualId, status);
  }
  return statuses;
}

function evidenceOf({ state, onset }: IndividualCondition, individual: Individual, mode: InheritanceMode, today: string | null): MemberEvidence | null {
  if (state === 'presymptomatic') return { copies: leastCopiesAtRisk(mode, presumedSexAssignedAtBirth(individual) === 'male' ? 'male' : 'female') };
  const status = statusOf(state);
  if (status === null) return null;
  const age = ageInYears(individual, today) ?? undefined;
  if (status === 'affected') return { status, ageInYears: age, onsetInYears: onsetInYears(onset, individual.birthDate) ?? undefined };
  return { status, ageInYears: age, copies: state === 'unaffected' ? undefined : 1 };
}

function statusOf(state: ConditionState): 'affected' | 'unaffected' | null {
  if (state === 'uncertain' || state === 'presymptomatic') return null;
  return state === 'affected' ? 'affected' : 'unaffected';
}
