import { useMemo } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { individualName } from '#renderer/features/family/individual-words.ts';
import { sayRelation } from '#renderer/features/family/relation-words.ts';
import { structureOf } from '#renderer/features/family/structure-of.ts';
import { usePedigreeNumbers } from '#renderer/features/family/use-pedigree-numbers.ts';
import { personName } from '#renderer/i18n/person-words.ts';
import type { Person } from '#shared/casefile/case-record.ts';
import { relationsToProband } from '#shared/pedigree/relation-words.ts';

/** What people are called where one of them is chosen: number, name and what they are to the proband (`II-2 Ines, mother`), so that those without a name are told apart. */
export function usePersonLabels(caseId: string, reference: string): (person: Person) => string {
  const family = useQueryOf('family.show', { caseId }).data?.family;
  const numberOf = usePedigreeNumbers(caseId);
  const labels = useMemo(() => {
    if (family === undefined) return new Map<string, string>();
    const relations = relationsToProband(family, structureOf(family), numberOf, sayRelation);
    return new Map(
      family.individuals.map((individual) => {
        const number = numberOf(individual.id);
        const relation = relations.get(individual.id) ?? '';
        const isNameless = individual.life.kind === 'person' && `${individual.givenName}${individual.familyName}`.trim() === '';
        const otherName = individual.isProband ? reference : '';
        const name = isNameless && (otherName !== '' || number !== '') ? otherName : individualName(individual);
        return [individual.id, [`${number} ${name}`.trim(), relation].filter((part) => part !== '').join(', ')];
      }),
    );
  }, [family, numberOf, reference]);
  return useMemo(() => (person) => labels.get(person.id) ?? personName(person, person.isProband ? reference : ''), [labels, reference]);
}
