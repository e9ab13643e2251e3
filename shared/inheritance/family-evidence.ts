import { ageInYears, onsetInYears } from '#shared/inheritance/ages.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import type { ConditionState, Family, IndividualCondition } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/**
 * What the drawn family says about one condition, as evidence: affected and unaffected as they are, with ages where known; carriers, obligate or tested,
 * and the presymptomatic have one allele. Uncertain says nothing. `today` dates the ages of the living; null: only ages stated as such count.
 */
export function familyEvidence(family: Family, conditionId: string, today: string | null): ReadonlyMap<string, MemberEvidence> {
  const individuals = new Map(family.individuals.map((individual) => [individual.id, individual]));
  const evidence = new Map<string, MemberEvidence>();
  for (const row of family.individualConditions) {
    const individual = individuals.get(row.individualId);
    if (row.conditionId === conditionId && individual !== undefined && row.state !== 'uncertain') evidence.set(row.individualId, evidenceOf(row, individual, today));
  }
  return evidence;
}

/** Who is affected and who is not, for the modes of inheritance. Carriers and the presymptomatic are unaffected. */
export function familyStatuses(family: Family, conditionId: string): ReadonlyMap<string, 'affected' | 'unaffected'> {
  return new Map(family.individualConditions.flatMap(({ conditionId: id, individualId, state }) => (id === conditionId && state !== 'uncertain' ? [[individualId, statusOf(state)] as const] : [])));
}

function evidenceOf(row: IndividualCondition, individual: Individual, today: string | null): MemberEvidence {
  const status = statusOf(row.state);
  const copies = row.state === 'carrier' || row.state === 'obligate-carrier' || row.state === 'presymptomatic' ? 1 : undefined;
  if (status === 'unaffected') return { status, copies, ageInYears: ageInYears(individual, today) ?? undefined };
  return { status, onsetInYears: onsetInYears(row.onset, individual.birthDate) ?? undefined, ageInYears: ageInYears(individual, today) ?? undefined };
}

const statusOf = (state: Exclude<ConditionState, 'uncertain'>): 'affected' | 'unaffected' => (state === 'affected' ? 'affected' : 'unaffected');
