import type { PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';

const romanNumerals: readonly (readonly [number, string])[] = [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']];

/**
 * The number of each symbol, by its key: the generation in Roman figures and the place in it from the left, such as `II-3`. A person who is drawn
 * twice has one number, that of the first symbol, and the repeats take no place.
 *
 * Source: Bennett et al. 2022, doi 10.1002/jgc4.1621, box 1.
 */
export function pedigreeNumbers({ symbols }: Pick<PedigreeLayout, 'symbols'>): ReadonlyMap<string, string> {
  const inOrder = symbols.filter(({ isRepeat }) => !isRepeat).toSorted((first, second) => first.generation - second.generation || first.x - second.x || (first.key < second.key ? -1 : 1));
  const places = new Map<number, number>();
  const numberOf = new Map<string, string>();
  for (const { individualId, generation } of inOrder) {
    const place = (places.get(generation) ?? 0) + 1;
    places.set(generation, place);
    numberOf.set(individualId, `${roman(generation)}-${String(place)}`);
  }
  return new Map(symbols.flatMap(({ key, individualId }) => {
    const number = numberOf.get(individualId);
    return number === undefined ? [] : [[key, number] as const];
  }));
}

function roman(number: number): string {
  const found = romanNumerals.find(([value]) => value <= number);
  return found === undefined ? '' : `${found[1]}${roman(number - found[0])}`;
}
