import { textMark, type Mark } from '#shared/pedigree/drawing/figure.ts';
import type { PlacedSymbols } from '#shared/pedigree/drawing/placed-symbols.ts';
import type { PlacedSymbol } from '#shared/pedigree/layout/pedigree-layout.ts';

const distance = 22;
const size = 12;

/** The height of each generation by its Roman numeral, as the pedigree numbers say it; empty where there is one only. */
export function generationRows(symbols: readonly PlacedSymbol[], numbers: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { key, y } of symbols) {
    const generation = numbers.get(key)?.split('-')[0];
    if (generation !== undefined && !rows.has(generation)) rows.set(generation, y);
  }
  return rows.size < 2 ? new Map() : rows;
}

/** The generations' Roman numerals at the left edge. */
export function generationNumbers(symbols: PlacedSymbols, numbers: ReadonlyMap<string, string>, left: number): readonly Mark[] {
  const rows = generationRows(symbols.all.map(({ placed }) => placed), numbers);
  return [...rows].map(([generation, y]) => textMark({ kind: 'page', key: 'generations' }, 'generation-number', generation, { x: left - distance, y: y + size * 0.36 }, { size, anchor: 'end', tone: 'soft' }));
}
