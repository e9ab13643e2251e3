import type { ParentRole } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';

/** What a parent is to a child where nothing else was said: a mother gave the egg and carried, a father gave the sperm, of others it is not known which. */
export function ordinaryRoles(parent: Pick<Individual, 'sexAssignedAtBirth' | 'gender'>): readonly ParentRole[] {
  const sex = presumedSexAssignedAtBirth(parent);
  if (sex === 'female') return ['egg', 'gestational'];
  return sex === 'male' ? ['sperm'] : ['genetic'];
}
