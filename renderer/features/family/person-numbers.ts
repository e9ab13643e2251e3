import type { Family } from '#shared/pedigree/family.ts';
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

/** Everybody in the order of the drawing: generation by generation, from left to right; last, who is not drawn. */
export function idsAsDrawn(family: Family, layout: PedigreeLayout): readonly string[] {
  const drawn = layout.symbols.filter(({ isRepeat }) => !isRepeat).toSorted((one, other) => one.generation - other.generation || one.x - other.x);
  return [...new Set([...drawn.map(({ individualId }) => individualId), ...family.individuals.map(({ id }) => id)])];
}
