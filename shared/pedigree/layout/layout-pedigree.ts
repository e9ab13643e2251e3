import type { Family } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { bestOrder } from '#shared/pedigree/layout/best-order.ts';
import { setHorizontalPlaces } from '#shared/pedigree/layout/coordinates.ts';
import { assignGenerations } from '#shared/pedigree/layout/generations.ts';
import { layoutGraph, type LayoutGraph, type LayoutSymbol, type NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';
import type { PedigreeLayout, PlacedSymbol, SymbolExtent } from '#shared/pedigree/layout/pedigree-layout.ts';
import { drawnLines, type DrawnLines } from '#shared/pedigree/layout/routes.ts';
import { placeIn, rowsOf } from '#shared/pedigree/layout/rows.ts';
import { plainExtent, spacingOf, type Columns } from '#shared/pedigree/layout/spacing.ts';
import { layoutStatistics } from '#shared/pedigree/layout/statistics.ts';
import { unionRoutes } from '#shared/pedigree/layout/union-routes.ts';
import { familyStructure } from '#shared/pedigree/structure.ts';

export interface LayoutOptions {
  /** How much room an individual's symbol needs with its text; room for two short lines where it is not told. */
  readonly extentOf?: (individual: Individual) => SymbolExtent;
}

/** Gives every symbol and every line its place. The same family gives the same places, whatever the order of its edges. */
export function layoutPedigree(family: Family, { extentOf = () => plainExtent }: LayoutOptions = {}): PedigreeLayout {
  const graph = layoutGraph(family, familyStructure(family));
  assignGenerations(graph);
  const { order, columns } = withColumns(bestOrder(graph), graph.families);
  order.forEach((symbol, at) => (symbol.at = at));
  const rows = rowsOf(order);
  const routes = unionRoutes(rows, graph.families);
  const spacing = spacingOf(rows, routes, columns, extentOf);
  setHorizontalPlaces(order, rows, graph.sideLines, columns, routes, spacing);
  const lines = drawnLines(rows, routes, spacing, columns);
  const symbols = graph.symbols.map((symbol): PlacedSymbol => ({ key: symbol.key, individualId: symbol.individual.id, x: symbol.x, y: lines.y[symbol.row] ?? 0, generation: symbol.row + 1, isRepeat: symbol.isRepeat }));
  const extents = new Map(graph.symbols.map((symbol) => [symbol.key, spacing.extentIn(symbol.row, symbol)]));
  return fromOrigin(graph, symbols, lines, ({ key }) => extents.get(key) ?? plainExtent);
}

/** For each couple across rows, room for their line through the rows between, beside the lower partner. */
function withColumns(order: readonly LayoutSymbol[], families: readonly NuclearFamily[]): { readonly order: readonly LayoutSymbol[]; readonly columns: Columns } {
  const columns = new Map<NuclearFamily, LayoutSymbol>();
  const result = [...order];
  const rows = rowsOf(order);
  for (const nuclear of families) {
    const [upper, lower] = nuclear.parents.toSorted((first, second) => first.row - second.row);
    if (upper === undefined || lower === undefined || upper.row === lower.row) continue;
    const column: LayoutSymbol = { ...lower, index: -1, key: `${lower.key}|${upper.key}`, isLine: true, parents: null, own: [], sideLinesFrom: [], top: upper.row + 1, places: [] };
    columns.set(nuclear, column);
    // On the side where no other partner stands, so that their lines do not meet.
    const isPartner = (step: 1 | -1): boolean => lower.own.some(({ parents }) => parents.some((parent) => parent !== lower && parent === rows[lower.row]?.[placeIn(lower.row, lower) + step]));
    result.splice(result.indexOf(lower) + (isPartner(-1) && !isPartner(1) ? 1 : 0), 0, column);
  }
  return { order: result, columns };
}

/** Moves everything so that the drawing begins at 0, 0. */
function fromOrigin(graph: LayoutGraph, symbols: readonly PlacedSymbol[], { unions, sibships }: DrawnLines, extentOf: (symbol: PlacedSymbol) => SymbolExtent): PedigreeLayout {
  const xs = [...symbols.flatMap((symbol) => [symbol.x - extentOf(symbol).left, symbol.x + extentOf(symbol).right]), ...unions.flatMap(({ route }) => route.map(({ x }) => x))];
  const ys = [...symbols.flatMap((symbol) => [symbol.y - extentOf(symbol).above, symbol.y + extentOf(symbol).below]), ...unions.flatMap(({ route }) => route.map(({ y }) => y)), ...sibships.map(({ lineY }) => lineY)];
  const least = (values: readonly number[]): number => values.reduce((value, other) => Math.min(value, other), values[0] ?? 0);
  const most = (values: readonly number[]): number => values.reduce((value, other) => Math.max(value, other), values[0] ?? 0);
  const [left, top] = [least(xs), least(ys)];
  const move = <At extends { readonly x: number; readonly y: number }>(point: At): At => ({ ...point, x: point.x - left, y: point.y - top });
  const layout = {
    symbols: symbols.map(move),
    unions: unions.map((union) => ({ ...union, route: union.route.map(move), descent: move(union.descent) })),
    sibships: sibships.map((sibship) => ({ ...sibship, descent: sibship.descent.map(move), lineY: sibship.lineY - top })),
    width: most(xs) - left,
    height: most(ys) - top,
  };
  return { ...layout, statistics: layoutStatistics(graph, layout.symbols, layout.unions, layout.sibships, layout, extentOf) };
}
