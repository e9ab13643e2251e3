import { useQueryOf } from '#renderer/client/queries.tsx';
import type { Choice } from '#renderer/components/select.tsx';
import type { InputOf } from '#shared/contract/contract.ts';

export type ModifierBranch = InputOf<'term.choices'>['branch'];

/** The terms of one modifier branch, as choices. Empty until they have arrived. */
export function useTermChoices(branch: ModifierBranch): readonly Choice<string>[] {
  const terms = useQueryOf('term.choices', { branch }).data ?? [];
  return terms.map(({ id, label }) => ({ value: id, label }));
}

/** How a modifier is called, from the branches that findings are described with. */
export function useModifierNames(): (termId: string) => string | null {
  const branches = [useTermChoices('severity'), useTermChoices('laterality'), useTermChoices('progression'), useTermChoices('temporal-pattern'), useTermChoices('spatial-pattern')];
  const names = new Map(branches.flat().map(({ value, label }) => [value, label]));
  return (termId) => names.get(termId) ?? null;
}
