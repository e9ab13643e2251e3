import { idsAsDrawn } from '#renderer/features/family/person-numbers.ts';
import type { PersonRisk } from '#shared/inheritance/family-risk.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';

/** The chances in the order in which the people stand on the drawing, so that they are found by their numbers. */
export function peopleAsDrawn(people: readonly PersonRisk[], family: Family, layout: PedigreeLayout): readonly PersonRisk[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  return idsAsDrawn(family, layout).flatMap((id) => byId.get(id) ?? []);
}
