import { age, genderWords, siblings } from '#shared/pedigree/drawing/gallery/gallery-family.ts';
import type { GalleryItem } from '#shared/pedigree/drawing/gallery/gallery-item.ts';
import { newIndividual } from '#shared/pedigree/family.ts';
import type { Gender, SexAssignedAtBirth } from '#shared/pedigree/individual.ts';

/** Gender by sex assigned at birth, row by row: the shape is the gender's, the text the other's where it differs. */
const cells: readonly (readonly [string, Gender, SexAssignedAtBirth, number])[] = [
  ['F1-01', 'man-boy', 'male', 56],
  ['F1-02', 'man-boy', 'female', 34],
  ['F1-03', 'man-boy', 'unassigned', 28],
  ['F1-04', 'woman-girl', 'male', 56],
  ['F1-05', 'woman-girl', 'female', 34],
  ['F1-06', 'woman-girl', 'unassigned', 28],
  ['F1-07', 'non-binary', 'male', 56],
  ['F1-08', 'non-binary', 'female', 34],
  ['F1-09', 'non-binary', 'unassigned', 28],
];
const assignedWords: Readonly<Record<SexAssignedAtBirth, string>> = { male: 'assigned male at birth', female: 'assigned female at birth', unassigned: 'unassigned at birth', unknown: '' };

export const figure1Items: readonly GalleryItem[] = cells.map(([id, gender, sexAssignedAtBirth, years]) => ({
  id,
  variant: '',
  title: `${genderWords[gender]}, ${assignedWords[sexAssignedAtBirth]}`,
  family: siblings([newIndividual('child', { gender, sexAssignedAtBirth, ...age(years) })]),
  shows: ['child'],
}));
