import { textMark, type Mark } from '#shared/pedigree/drawing/figure.ts';
import type { PlacedSymbols } from '#shared/pedigree/drawing/placed-symbols.ts';

const distance = 22;
const size = 12;

/** The generations' Roman numerals at the left edge, as the pedigree numbers say them. */
export function generationNumbers(symbols: PlacedSymbols, numbers: ReadonlyMap<string, string>, left: number): readonly Mark[] {
  const rows = new Map<string, number>();
  for (const { placed } of symbols.all) {
    const generation = numbers.get(placed.key)?.split('-')[0];
    if (generation !== undefined && !rows.has(generation)) rows.set(generation, placed.y);
  }
  return rows.size < 2 ? [] : [...rows].map(([generation, y]) => textMark({ kind: 'page', key: 'generations' }, 'generation-number', generation, { x: left - distance, y: y + size * 0.36 }, { size, anchor: 'end', tone: 'soft' }));
}
