import { idSchema } from '#shared/base/schemas.ts';
import { cutText } from '#shared/base/cut-text.ts';
import type { Family } from '#shared/pedigree/family.ts';

export interface IdRule {
  /** Characters that may not stand in an id of the format. */
  readonly forbidden: RegExp;
  readonly longest: number;
  /** What stands in their place; an underscore unless that is forbidden as well. */
  readonly filler?: string | undefined;
  /** Ids that mean something else there. */
  readonly taken?: readonly string[] | undefined;
}

/**
 * What the individuals are called in a file: by their reference, else by their id where that is no id of the vault, else by a running number. What
 * the format forbids becomes its filler, and ids that would be the same are told apart.
 */
export function fileIdsOf(family: Family, { forbidden, longest, filler = '_', taken = [] }: IdRule): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const ids = new Map<string, string>();
  const wanted = ({ id, reference }: Family['individuals'][number]): string => cutText((reference !== '' ? reference : idSchema.safeParse(id).success ? '' : id).replace(forbidden, filler), longest);
  // Those who are called as they are come first, so that nobody takes their name.
  const isExact = (individual: Family['individuals'][number]): boolean => individual.reference !== '' && wanted(individual) === individual.reference;
  for (const individual of [...family.individuals.filter(isExact), ...family.individuals.filter((one) => !isExact(one))]) {
    const name = wanted(individual);
    let free = name;
    for (let number = 1; free === '' || used.has(free); number += 1) {
      const end = name === '' ? String(number) : `${filler}${String(number)}`;
      free = `${cutText(name, longest - end.length)}${end}`;
    }
    used.add(free);
    ids.set(individual.id, free);
  }
  return ids;
}
