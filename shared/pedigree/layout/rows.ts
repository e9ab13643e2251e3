import type { LayoutSymbol } from '#shared/pedigree/layout/layout-graph.ts';

/** The symbols of each row from left to right. A symbol is in its own row and in each row that its own line runs through. */
export type Rows = readonly (readonly LayoutSymbol[])[];

/** The rows that an order from left to right gives; notes the places at the symbols, for `placeIn`. */
export function rowsOf(order: readonly LayoutSymbol[]): Rows {
  const rows: LayoutSymbol[][] = [];
  for (const symbol of order) {
    symbol.places.length = 0;
    for (let row = symbol.top; row <= symbol.row; row += 1) {
      while (rows.length <= row) rows.push([]);
      const symbols = rows[row];
      symbol.places.push(symbols?.length ?? 0);
      symbols?.push(symbol);
    }
  }
  return rows;
}

/** Place in a row of the rows made last. Only for rows that the symbol is in. */
export const placeIn = (row: number, symbol: LayoutSymbol): number => symbol.places[row - symbol.top] ?? 0;
