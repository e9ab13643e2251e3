import type { Gender } from '#shared/pedigree/individual.ts';

/** Sex chromosome complements of the schema, in ISCN 2020. */
export const karyotypes: Readonly<Record<string, string>> = { XX: '46,XX', XY: '46,XY', XO: '45,X', XXY: '47,XXY', XXX: '47,XXX', XXYY: '48,XXYY', XXXY: '48,XXXY', XXXX: '48,XXXX', XYY: '47,XYY' };

/** Terms of SNOMED CT for gender identity; the schema leaves the vocabulary open. */
export const genderTerms: Readonly<Record<Exclude<Gender, 'unknown'>, { readonly id: string; readonly label: string }>> = {
  'woman-girl': { id: 'SNOMEDCT:446141000124107', label: 'Identifies as female gender' },
  'man-boy': { id: 'SNOMEDCT:446151000124109', label: 'Identifies as male gender' },
  'non-binary': { id: 'SNOMEDCT:33791000087105', label: 'Identifies as nonbinary gender' },
};

export const sexWords = { male: 'MALE', female: 'FEMALE', unassigned: 'OTHER_SEX', unknown: 'UNKNOWN_SEX' } as const;

/** Stands before the number of a condition that has no code: the schema wants one. */
export const noCodePrefix = 'nostos.condition';
