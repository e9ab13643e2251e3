import type { Family } from '#shared/pedigree/family.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';

/** The pedigree number of each symbol of a family that is not drawn at the moment, such as `II-3` in a list. Order and generations do not depend on the room of the text. */
export const familyNumbers = (family: Family): ReadonlyMap<string, string> => pedigreeNumbers(layoutPedigree(family));
