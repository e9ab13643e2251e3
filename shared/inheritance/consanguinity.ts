import { geneticFamily } from '#shared/inheritance/genetic-family.ts';
import { coupleWords } from '#shared/inheritance/relationship.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { coupleKey, familyStructure } from '#shared/pedigree/structure.ts';

/**
 * How the partners of each couple are related by blood, as far as the drawing shows it: `first cousins once removed`, by `coupleKey`. Couples who are
 * not related are missing; so is everybody in a family that breaks a rule of descent.
 */
export function consanguinityDegrees(family: Family): ReadonlyMap<string, string> {
  const genetic = geneticFamily(family);
  if (!genetic.ok) return new Map();
  return new Map(familyStructure(family).unions.flatMap(({ partnerIds }) => {
    const words = coupleWords(genetic.value, ...partnerIds);
    return words === '' ? [] : [[coupleKey(...partnerIds), words] as const];
  }));
}
