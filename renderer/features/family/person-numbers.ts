import type { PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';

/** The number of each person; one who is drawn twice has one. */
export function personNumbers(layout: PedigreeLayout): ReadonlyMap<string, string> {
  const byKey = pedigreeNumbers(layout);
  return new Map(layout.symbols.flatMap(({ key, individualId }) => {
    const number = byKey.get(key);
    return number === undefined ? [] : [[individualId, number] as const];
  }));
}
