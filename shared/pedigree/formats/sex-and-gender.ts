import type { Gender, SexAssignedAtBirth } from '#shared/pedigree/individual.ts';

/**
 * The gender of somebody of whom a file says the sex alone: relatives are assumed to agree unless known otherwise (NSGC 2022, box 1). The sex is
 * kept beside it, so that a gender that is told later shows the difference.
 */
export function genderOfSex(sex: SexAssignedAtBirth): Gender {
  if (sex === 'male') return 'man-boy';
  return sex === 'female' ? 'woman-girl' : 'unknown';
}
