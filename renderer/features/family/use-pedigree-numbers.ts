import { useMemo } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { familyLayout } from '#renderer/features/family/family-layout.ts';
import { personNumbers } from '#renderer/features/family/person-numbers.ts';
import { useToday } from '#renderer/state/use-today.ts';

/** Larger families are placed by a worker where they are drawn; elsewhere their people are known by name. */
const mostNumbered = 300;

/** What the people of a case are called in the drawing, for screens that do not draw it. */
export function usePedigreeNumbers(caseId: string): (individualId: string) => string {
  const family = useQueryOf('family.show', { caseId }).data?.family;
  const today = useToday();
  const numbers = useMemo(() => (family === undefined || family.individuals.length < 2 || family.individuals.length > mostNumbered ? null : personNumbers(familyLayout(family, today))), [family, today]);
  return useMemo(() => (id) => numbers?.get(id) ?? '', [numbers]);
}
