import { familyRow } from '#shared/pedigree/layout/generations.ts';
import type { LayoutGraph, LayoutSymbol, NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';
import { symbolSide, type PlacedSibship, type PlacedUnion, type Point } from '#shared/pedigree/layout/pedigree-layout.ts';
import type { Rows, UnionRoute } from '#shared/pedigree/layout/rows.ts';
import { diamondHalf, halfWidth, lineGap, type BowEnd, type Spacing } from '#shared/pedigree/layout/spacing.ts';
import { sibshipTracks } from '#shared/pedigree/layout/tracks.ts';

/** Between the lowest text of a row and the first line below it, and between the lowest sibship line and what stands above the next row. */
const rowClearance = 14;

/** Heights of the rows and of the lines between them. */
interface Heights {
  readonly y: readonly number[];
  /** The lowest text of a row. */
  readonly foot: readonly number[];
  /** The highest text of a row. */
  readonly head: readonly number[];
}

export interface DrawnLines {
  readonly unions: readonly PlacedUnion[];
  readonly sibships: readonly PlacedSibship[];
  readonly heights: Heights;
}

/** All lines with their bends, and the heights of the rows that they need. */
export function drawnLines(graph: LayoutGraph, rows: Rows, routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing, x: ReadonlyMap<LayoutSymbol, number>, columns: ReadonlyMap<NuclearFamily, LayoutSymbol>): DrawnLines {
  const levels = bowLevels(graph.families, routes, spacing, x);
  const starts = new Map(graph.families.map((nuclear) => [nuclear, descentX(nuclear, routes, spacing, x)]));
  const tracks = rows.rows.map((_symbols, row) => sibshipTracks(graph.families.filter((nuclear) => familyRow(nuclear) === row && nuclear.children.length > 0), (nuclear) => starts.get(nuclear) ?? 0, x));
  const heights = heightsOf(rows, spacing, graph.families, routes, levels, tracks.map(({ count }) => count));
  const bowY = (nuclear: NuclearFamily, row: number): number => {
    const level = levels.get(nuclear) ?? 0;
    return routes.get(nuclear) === 'over' ? (heights.head[row] ?? 0) - (level + 1) * lineGap : (heights.foot[row] ?? 0) + (level + 1) * lineGap;
  };
  const unions = graph.families.flatMap((nuclear) => {
    const union = nuclear.union;
    if (union === null) return [];
    const [left, right] = nuclear.parents.toSorted((first, second) => (x.get(first) ?? 0) - (x.get(second) ?? 0));
    if (left === undefined || right === undefined) return [];
    const route = unionRoute(nuclear, left, right, routes, spacing, x, heights, bowY, columns);
    const descent = { x: starts.get(nuclear) ?? 0, y: 0 };
    return [{ key: union.key, leftKey: left.key, rightKey: right.key, route, descent: { x: descent.x, y: heightAt(route, descent.x) } }];
  });
  const unionOf = new Map(unions.map((union) => [union.key, union]));
  const sibships = graph.families.flatMap((nuclear): PlacedSibship[] => {
    if (nuclear.sibshipKey === null || nuclear.children.length === 0) return [];
    const row = familyRow(nuclear);
    const lineY = (heights.head[row + 1] ?? 0) - overCount(graph.families, routes, levels, row + 1) * lineGap - rowClearance - (tracks[row]?.trackOf.get(nuclear) ?? 0) * lineGap;
    const union = nuclear.union === null ? undefined : unionOf.get(nuclear.union.key);
    const start = union?.descent ?? singleStart(nuclear, x, heights);
    return [{ key: nuclear.sibshipKey, descent: descentTo(nuclear, start, lineY, x), lineY, childKeys: nuclear.children.toSorted((first, second) => (x.get(first) ?? 0) - (x.get(second) ?? 0)).map(({ key }) => key) }];
  });
  return { unions, sibships, heights };
}

/** From the bottom of a single parent; the line of a second undrawn partner leaves slanting from the lower right. */
function singleStart(nuclear: NuclearFamily, x: ReadonlyMap<LayoutSymbol, number>, heights: Heights): Point {
  const parent = nuclear.parents[0];
  if (parent === undefined) throw new Error('a family without a parent');
  const [at, y] = [x.get(parent) ?? 0, heights.y[parent.row] ?? 0];
  const others = parent.own.filter((other) => other.parents.length === 1).indexOf(nuclear);
  if (others > 0) {
    const dy = symbolSide * 0.3;
    return { x: at + halfWidth(parent.individual, dy), y: y + dy };
  }
  return { x: at, y: y + (parent.individual.gender === 'unknown' || parent.individual.gender === 'non-binary' ? diamondHalf : symbolSide / 2) };
}

function descentTo(nuclear: NuclearFamily, start: Point, lineY: number, x: ReadonlyMap<LayoutSymbol, number>): readonly Point[] {
  const isSlanting = nuclear.union === null && start.x !== x.get(nuclear.parents[0] as LayoutSymbol);
  return [start, { x: isSlanting ? middleOf(nuclear.children, x) : start.x, y: lineY }];
}

/** Where the line of descent of a family leaves. */
function descentX(nuclear: NuclearFamily, routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing, x: ReadonlyMap<LayoutSymbol, number>): number {
  const parents = nuclear.parents.map((parent) => x.get(parent) ?? 0);
  const middle = parents.reduce((sum, at) => sum + at, 0) / parents.length;
  const ends = spacing.bowEnds.get(nuclear);
  if (ends === undefined) return middle;
  const verticals = ends.map((end) => bowX(end, spacing, x)).toSorted((first, second) => first - second);
  if (routes.get(nuclear) === 'over') {
    const outer = ends.find(({ hasDescent }) => hasDescent);
    if (outer === undefined) return middle;
    return bowX(outer, spacing, x) + (outer.facing === 'right' ? -lineGap : lineGap);
  }
  const wish = nuclear.children.length === 0 ? middle : middleOf(nuclear.children, x);
  const [least, most] = [(verticals[0] ?? wish) + lineGap, (verticals[1] ?? wish) - lineGap];
  return least > most ? (least + most) / 2 : Math.min(most, Math.max(least, wish));
}

function middleOf(symbols: readonly LayoutSymbol[], x: ReadonlyMap<LayoutSymbol, number>): number {
  const places = symbols.map((symbol) => x.get(symbol) ?? 0);
  return (Math.min(...places) + Math.max(...places)) / 2;
}

/** The vertical part of a bow beside one of its ends, clear of the symbol's text. */
function bowX(end: BowEnd, spacing: Spacing, x: ReadonlyMap<LayoutSymbol, number>): number {
  const extent = spacing.extentIn(end.symbol.row, end.symbol);
  const out = lineGap * (end.rank + (end.hasDescent ? 2 : 1)) - 4;
  return (x.get(end.symbol) ?? 0) + (end.facing === 'right' ? extent.right + out : -extent.left - out);
}

/** Bows that lie over one another get levels of their own, short ones nearest to the symbols. */
function bowLevels(families: readonly NuclearFamily[], routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing, x: ReadonlyMap<LayoutSymbol, number>): ReadonlyMap<NuclearFamily, number> {
  const bows = families.flatMap((nuclear) => {
    const ends = spacing.bowEnds.get(nuclear);
    if (ends === undefined) return [];
    const places = ends.map((end) => bowX(end, spacing, x));
    const rows = routes.get(nuclear) === 'across' ? nuclear.parents.reduce((least, parent) => Math.min(least, parent.row), Infinity) : familyRow(nuclear);
    return [{ nuclear, row: rows, isOver: routes.get(nuclear) === 'over', from: Math.min(...places), to: Math.max(...places) }];
  }).toSorted((first, second) => first.to - first.from - (second.to - second.from) || first.nuclear.index - second.nuclear.index);
  const levels = new Map<NuclearFamily, number>();
  for (const [at, bow] of bows.entries()) {
    const under = bows.slice(0, at).filter((other) => other.row === bow.row && other.isOver === bow.isOver && other.from < bow.to + lineGap && bow.from < other.to + lineGap).map((other) => levels.get(other.nuclear) ?? 0);
    levels.set(bow.nuclear, under.length === 0 ? 0 : Math.max(...under) + 1);
  }
  return levels;
}

function overCount(families: readonly NuclearFamily[], routes: ReadonlyMap<NuclearFamily, UnionRoute>, levels: ReadonlyMap<NuclearFamily, number>, row: number): number {
  return families.reduce((most, nuclear) => (routes.get(nuclear) === 'over' && familyRow(nuclear) === row ? Math.max(most, (levels.get(nuclear) ?? 0) + 1) : most), 0);
}

function heightsOf(rows: Rows, spacing: Spacing, families: readonly NuclearFamily[], routes: ReadonlyMap<NuclearFamily, UnionRoute>, levels: ReadonlyMap<NuclearFamily, number>, trackCounts: readonly number[]): Heights {
  const y: number[] = [];
  const foot: number[] = [];
  const head: number[] = [];
  let top = 0;
  for (const [row, symbols] of rows.rows.entries()) {
    const extents = symbols.filter((symbol) => symbol.row === row).map((symbol) => spacing.extentIn(row, symbol));
    const above = extents.reduce((most, extent) => Math.max(most, extent.above), symbolSide / 2);
    const below = extents.reduce((most, extent) => Math.max(most, extent.below), symbolSide / 2);
    head.push(top + overCount(families, routes, levels, row) * lineGap);
    y.push((head[row] ?? 0) + above);
    foot.push((y[row] ?? 0) + below);
    const under = families.reduce((most, nuclear) => {
      const way = routes.get(nuclear);
      const bowRow = way === 'across' ? nuclear.parents.reduce((least, parent) => Math.min(least, parent.row), Infinity) : familyRow(nuclear);
      return (way === 'under' || way === 'across') && bowRow === row ? Math.max(most, (levels.get(nuclear) ?? 0) + 1) : most;
    }, 0);
    top = (foot[row] ?? 0) + under * lineGap + rowClearance + Math.max(0, (trackCounts[row] ?? 1) - 1) * lineGap + rowClearance;
  }
  return { y, foot, head };
}

function unionRoute(nuclear: NuclearFamily, left: LayoutSymbol, right: LayoutSymbol, routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing, x: ReadonlyMap<LayoutSymbol, number>, heights: Heights, bowY: (nuclear: NuclearFamily, row: number) => number, columns: ReadonlyMap<NuclearFamily, LayoutSymbol>): readonly Point[] {
  const ends = spacing.bowEnds.get(nuclear);
  const at = (symbol: LayoutSymbol): Point => ({ x: x.get(symbol) ?? 0, y: heights.y[symbol.row] ?? 0 });
  if (ends === undefined) return [{ x: at(left).x + halfWidth(left.individual, 0), y: at(left).y }, { x: at(right).x - halfWidth(right.individual, 0), y: at(right).y }];
  const begin = (end: BowEnd): Point => ({ x: at(end.symbol).x + (end.facing === 'right' ? 1 : -1) * halfWidth(end.symbol.individual, end.dy), y: at(end.symbol).y + end.dy });
  const [first, second] = ends;
  const bendOf = (end: BowEnd): Point => ({ x: bowX(end, spacing, x), y: begin(end).y });
  if (routes.get(nuclear) === 'across') return acrossRoute(ends, columns.get(nuclear), begin, bendOf, bowY(nuclear, first.symbol.row), x, left);
  const y = bowY(nuclear, familyRow(nuclear));
  const [one, other] = [bendOf(first), bendOf(second)];
  return [begin(first), one, { x: one.x, y }, { x: other.x, y }, other, begin(second)];
}

/** Down beside the upper partner, along below their row, down the column kept free, to the side of the lower one. */
function acrossRoute([upper, lower]: readonly [BowEnd, BowEnd], column: LayoutSymbol | undefined, begin: (end: BowEnd) => Point, bendOf: (end: BowEnd) => Point, y: number, x: ReadonlyMap<LayoutSymbol, number>, left: LayoutSymbol): readonly Point[] {
  const columnX = column === undefined ? bendOf(lower).x : (x.get(column) ?? 0);
  const bend = bendOf(upper);
  const end = begin(lower);
  const from = columnX > (x.get(lower.symbol) ?? 0) ? { x: 2 * (x.get(lower.symbol) ?? 0) - end.x, y: end.y } : end;
  const route = [begin(upper), bend, { x: bend.x, y }, { x: columnX, y }, { x: columnX, y: from.y }, from];
  return left === upper.symbol ? route : route.toReversed();
}

/** Height of a route where it first passes an x. */
function heightAt(route: readonly Point[], x: number): number {
  for (const [at, point] of route.entries()) {
    const next = route[at + 1];
    if (next !== undefined && point.y === next.y && Math.min(point.x, next.x) <= x && x <= Math.max(point.x, next.x)) return point.y;
  }
  return route[Math.floor(route.length / 2)]?.y ?? 0;
}
