import type { LayoutGraph, LayoutSymbol } from '#shared/pedigree/layout/layout-graph.ts';
import { symbolSide, type LayoutStatistics, type PlacedSibship, type PlacedSymbol, type PlacedUnion, type Point, type SymbolExtent } from '#shared/pedigree/layout/pedigree-layout.ts';

export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** Every straight piece of line that will be drawn: relationship lines, descents, sibship lines, own lines to the tops, and side lines as straight ones. */
function segmentsOf(graph: LayoutGraph, symbols: ReadonlyMap<string, PlacedSymbol>, unions: readonly PlacedUnion[], sibships: readonly PlacedSibship[]): readonly Segment[] {
  const top = (key: string): Point | null => {
    const symbol = symbols.get(key);
    return symbol === undefined ? null : { x: symbol.x, y: symbol.y - symbolSide / 2 };
  };
  const sibshipSegments = sibships.flatMap(({ descent, lineY, childKeys }) => {
    const tops = childKeys.flatMap((key) => top(key) ?? []);
    const ends = [...tops.map(({ x }) => x), descent.at(-1)?.x ?? 0];
    return [...pieces(descent), ...pieces([{ x: Math.min(...ends), y: lineY }, { x: Math.max(...ends), y: lineY }]), ...tops.flatMap((point) => pieces([{ x: point.x, y: lineY }, point]))];
  });
  const unionPlaces = new Map(unions.map((union) => [union.key, union.descent]));
  const lineYOf = new Map(sibships.flatMap(({ childKeys, lineY }) => childKeys.map((key) => [key, lineY] as const)));
  const sideSegments = graph.sideLines.flatMap(({ origin, children }) => {
    const middle = sideMiddle(origin, symbols, unionPlaces);
    if (middle === null) return [];
    // A line that all siblings share ends on the nearer end of their sibship line.
    const ends = children.flatMap(({ key }) => top(key) ?? []).toSorted((one, other) => one.x - other.x);
    const end = ends.length > 1 && middle.x > ((ends[0]?.x ?? 0) + (ends.at(-1)?.x ?? 0)) / 2 ? ends.at(-1) : ends[0];
    if (end === undefined) return [];
    const y = children.length > 1 ? (lineYOf.get(children[0]?.key ?? '') ?? end.y) : end.y;
    const out = origin.length > 1 ? 0 : Math.sign(end.x - middle.x) * cornerOut;
    return pieces([{ x: middle.x + out, y: middle.y + (origin.length > 1 ? 0 : cornerOut) }, { x: end.x, y }]);
  });
  return [...unions.flatMap(({ route }) => pieces(route)), ...sibshipSegments, ...sideSegments];
}

/** A slanting line leaves a symbol on its lower side, about here from the centre. */
const cornerOut = 14;

function sideMiddle(origin: readonly LayoutSymbol[], symbols: ReadonlyMap<string, PlacedSymbol>, unionPlaces: ReadonlyMap<string, Point>): Point | null {
  const [first, second] = origin;
  if (first === undefined) return null;
  if (second === undefined) return symbols.get(first.key) ?? null;
  const nuclear = first.own.find(({ parents }) => parents.includes(second));
  return nuclear?.union === null || nuclear?.union === undefined ? null : (unionPlaces.get(nuclear.union.key) ?? null);
}

const pieces = (points: readonly Point[]): readonly Segment[] => points.slice(1).flatMap((to, at) => {
  const from = points[at];
  return from === undefined || (from.x === to.x && from.y === to.y) ? [] : [{ from, to }];
});

/** Pairs of pieces that cross inside both, or lie on one another. Pieces that meet at an end of one are joined. */
function countCrossings(segments: readonly Segment[]): number {
  const sorted = segments.map((segment) => ({ ...segment, left: Math.min(segment.from.x, segment.to.x), right: Math.max(segment.from.x, segment.to.x), top: Math.min(segment.from.y, segment.to.y), bottom: Math.max(segment.from.y, segment.to.y) })).toSorted((first, second) => first.left - second.left);
  let open: typeof sorted = [];
  let count = 0;
  for (const segment of sorted) {
    open = open.filter(({ right }) => right >= segment.left - tolerance);
    for (const other of open) if (other.bottom > segment.top - tolerance && other.top < segment.bottom + tolerance && (doCross(segment, other) || lieTogether(segment, other))) count += 1;
    open.push(segment);
  }
  return count;
}

const tolerance = 0.01;

const side = (line: Segment, point: Point): number => (line.to.x - line.from.x) * (point.y - line.from.y) - (line.to.y - line.from.y) * (point.x - line.from.x);

function doCross(first: Segment, second: Segment): boolean {
  const apart = (line: Segment, other: Segment): boolean => {
    const length = Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y);
    const [one, two] = [side(line, other.from) / length, side(line, other.to) / length];
    return (one > tolerance && two < -tolerance) || (one < -tolerance && two > tolerance);
  };
  return apart(first, second) && apart(second, first);
}

/** On one straight line and on one another for a visible length. */
function lieTogether(first: Segment, second: Segment): boolean {
  const length = Math.hypot(first.to.x - first.from.x, first.to.y - first.from.y);
  if (Math.abs(side(first, second.from)) / length > tolerance || Math.abs(side(first, second.to)) / length > tolerance) return false;
  const along = (point: Point): number => ((point.x - first.from.x) * (first.to.x - first.from.x) + (point.y - first.from.y) * (first.to.y - first.from.y)) / length;
  const [from, to] = [along(second.from), along(second.to)];
  return Math.min(length, Math.max(from, to)) - Math.max(0, Math.min(from, to)) > 0.5;
}

/** Pairs of symbols whose room, text included, overlaps. */
function countOverlaps(symbols: readonly PlacedSymbol[], extentOf: (symbol: PlacedSymbol) => SymbolExtent): number {
  const boxes = symbols.map((symbol) => {
    const extent = extentOf(symbol);
    return { left: symbol.x - extent.left, right: symbol.x + extent.right, top: symbol.y - extent.above, bottom: symbol.y + extent.below };
  }).toSorted((first, second) => first.left - second.left);
  let open: typeof boxes = [];
  let count = 0;
  for (const box of boxes) {
    open = open.filter(({ right }) => right > box.left + tolerance);
    count += open.filter((other) => other.top < box.bottom - tolerance && other.bottom > box.top + tolerance).length;
    open.push(box);
  }
  return count;
}

export function layoutStatistics(graph: LayoutGraph, symbols: readonly PlacedSymbol[], unions: readonly PlacedUnion[], sibships: readonly PlacedSibship[], size: { readonly width: number; readonly height: number }, extentOf: (symbol: PlacedSymbol) => SymbolExtent): LayoutStatistics {
  const symbolOf = new Map(symbols.map((symbol) => [symbol.key, symbol]));
  const segments = segmentsOf(graph, symbolOf, unions, sibships);
  const xOf = (symbol: LayoutSymbol): number => symbolOf.get(symbol.key)?.x ?? 0;
  return {
    people: symbols.filter(({ isRepeat }) => !isRepeat).length,
    families: graph.parts.length,
    crossings: countCrossings(segments),
    overlaps: countOverlaps(symbols, extentOf),
    orderViolations: graph.families.reduce((sum, { children }) => sum + children.slice(1).filter((child, at) => xOf(child) <= xOf(children[at] ?? child)).length, 0),
    repeats: symbols.filter(({ isRepeat }) => isRepeat).length,
    width: Math.round(size.width),
    height: Math.round(size.height),
    lineLength: Math.round(segments.reduce((sum, { from, to }) => sum + Math.hypot(to.x - from.x, to.y - from.y), 0)),
  };
}
