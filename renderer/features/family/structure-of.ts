import type { Family } from '#shared/pedigree/family.ts';
import { familyStructure, type FamilyStructure } from '#shared/pedigree/structure.ts';

const known = new WeakMap<Family, FamilyStructure>();

/** The structure of a family, made once for everybody who asks. */
export function structureOf(family: Family): FamilyStructure {
  const before = known.get(family);
  if (before !== undefined) return before;
  const structure = familyStructure(family);
  known.set(family, structure);
  return structure;
}
