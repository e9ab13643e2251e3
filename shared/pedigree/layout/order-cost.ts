import { partnerIn, type LayoutSymbol, type NuclearFamily, type SideLine } from '#shared/pedigree/layout/layout-graph.ts';
import { placeIn, rowsOf, type Rows } from '#shared/pedigree/layout/rows.ts';
import { unionRoutes, type UnionRoute } from '#shared/pedigree/layout/union-routes.ts';

export interface OrderCost {
  readonly total: number;
  readonly crossings: number;
  /** Families whose lines cross others or whose partners stand apart, the worst first. */
  readonly troubled: readonly NuclearFamily[];
}

/** A crossing weighs more than partners who stand apart, and that more than any distance. */
const crossingCost = 100_000;
const partedCost = 90_000;
const placeCost = 4;
/** In places: a bow under others is worse than one over first partners. */
const underDistance = 12;
/** In places: two partners of one person the wrong way round. */
const partnersDistance = 8;

/** A line of descent with its sibship line as one thing that may cross others between two rows: places where it begins above and ends below. */
interface Broom {
  readonly from: number;
  readonly to: readonly number[];
  readonly first: number;
  readonly last: number;
  readonly family: NuclearFamily | null;
}

/** What an order costs, by places alone, as if sibship lines always took the better of two heights. */
export function orderCost(order: readonly LayoutSymbol[], families: readonly NuclearFamily[], sideLines: readonly SideLine[]): OrderCost {
  order.forEach((symbol, at) => (symbol.at = at));
  const rows = rowsOf(order);
  const routes = unionRoutes(rows, families);
  const troubles: Troubles = new Map();
  let crossings = bowCrossings(routes, troubles);
  let parted = 0;
  let distance = 0;
  for (const [nuclear, { way, first, second, crossings: crossed }] of routes) {
    crossings += crossed;
    if (crossed > 0 || way !== 'straight') trouble(troubles, nuclear, crossed + 1);
    if (way === 'over' || way === 'under') {
      parted += 1;
      distance += (second - first) * 3 + (way === 'under' ? underDistance : 0);
    }
  }
  for (const brooms of broomsOf(rows, families, sideLines, routes)) {
    for (const { first, last, to, family } of brooms) if (family !== null) distance += (last - first + 1 - to.length) * 2;
    crossings += broomCrossings(brooms, troubles);
  }
  crossings += sideCrossings(sideLines, routes, troubles);
  distance += sideDistance(sideLines) + partnersOutOfOrder(order);
  return { total: crossings * crossingCost + parted * partedCost + distance * placeCost, crossings, troubled: worstFirst(troubles) };
}

type Troubles = Map<NuclearFamily, number>;

const trouble = (troubles: Troubles, nuclear: NuclearFamily, count: number): void => void troubles.set(nuclear, (troubles.get(nuclear) ?? 0) + count);

const worstFirst = (troubles: Troubles): readonly NuclearFamily[] => [...troubles].toSorted(([one, count], [other, more]) => more - count || one.index - other.index).map(([nuclear]) => nuclear);

function broomsOf(rows: Rows, families: readonly NuclearFamily[], sideLines: readonly SideLine[], routes: ReadonlyMap<NuclearFamily, UnionRoute>): readonly (readonly Broom[])[] {
  const brooms = rows.map((): Broom[] => []);
  for (const nuclear of families) {
    const route = routes.get(nuclear);
    if (route === undefined || nuclear.children.length === 0) continue;
    const to = nuclear.children.map((child) => placeIn(route.row + 1, child));
    brooms[route.row]?.push({ from: route.start, to, first: to[0] ?? 0, last: to.at(-1) ?? 0, family: nuclear });
  }
  for (const line of sideLines) {
    const { row, from } = sideStart(line);
    for (const child of sideEnds(line, from)) {
      if (child.top > row + 1 || child.row <= row) continue;
      const to = placeIn(row + 1, child);
      brooms[row]?.push({ from, to: [to], first: to, last: to, family: child.parents });
    }
  }
  for (const [row, symbols] of rows.entries()) {
    for (const symbol of symbols) {
      if (symbol.row === row) continue;
      const to = placeIn(row + 1, symbol);
      brooms[row]?.push({ from: placeIn(row, symbol), to: [to], first: to, last: to, family: symbol.parents });
    }
  }
  return brooms;
}

/** Where the line ends: the child, or the nearer end of a sibship line that shares it. */
function sideEnds({ children }: SideLine, from: number): readonly LayoutSymbol[] {
  const [first, last] = [children[0], children.at(-1)];
  if (first === undefined || last === undefined) return [];
  const middle = first.parents?.parents.reduce((sum, parent, _at, all) => sum + placeIn(parent.row, parent) / all.length, 0) ?? from;
  return [from > middle ? last : first];
}

function sideStart({ origin }: SideLine): { readonly row: number; readonly from: number } {
  const row = origin.reduce((least, symbol) => Math.max(least, symbol.row), 0);
  return { row, from: origin.reduce((sum, symbol) => sum + placeIn(symbol.row, symbol), 0) / origin.length };
}

/** A slanting line crosses the sibship line of its child where siblings hang on the side that it comes from. */
function sideCrossings(sideLines: readonly SideLine[], routes: ReadonlyMap<NuclearFamily, UnionRoute>, troubles: Troubles): number {
  let count = 0;
  for (const line of sideLines) {
    const { row, from } = sideStart(line);
    if (line.children.length > 1) continue;
    for (const child of line.children) {
      const start = child.parents === null ? undefined : routes.get(child.parents);
      if (child.parents === null || start === undefined || start.row !== row) continue;
      const outermost = from < start.start ? child.parents.children[0] : child.parents.children.at(-1);
      if (outermost === child) continue;
      count += 1;
      trouble(troubles, child.parents, 1);
    }
  }
  return count;
}

/** Past partners stand left, and else the partner told first. */
function partnersOutOfOrder(order: readonly LayoutSymbol[]): number {
  let distance = 0;
  for (const symbol of order) {
    if (symbol.own.length < 2) continue;
    for (const [at, nuclear] of symbol.own.entries()) {
      const partner = partnerIn(nuclear, symbol);
      if (partner?.row !== symbol.row) continue;
      for (const later of symbol.own.slice(at + 1)) {
        const other = partnerIn(later, symbol);
        if (other?.row !== symbol.row) continue;
        const isOtherFirst = isPast(later) && !isPast(nuclear);
        if (other.at < partner.at !== isOtherFirst) distance += isPast(later) === isPast(nuclear) ? partnersDistance / 2 : partnersDistance;
      }
    }
  }
  return distance;
}

const isPast = ({ union }: NuclearFamily): boolean => union?.partnership?.status === 'ended';

/** Givers stand near those with whom they share a child. */
function sideDistance(sideLines: readonly SideLine[]): number {
  let distance = 0;
  for (const line of sideLines) {
    const { row, from } = sideStart(line);
    const parents = line.children[0]?.parents?.parents.filter((parent) => parent.row === row) ?? [];
    if (parents.length > 0) distance += Math.abs(from - parents.reduce((sum, parent) => sum + placeIn(row, parent), 0) / parents.length) * 3;
  }
  return distance;
}

/** Bows on the same side of a row of which each begins inside the other. */
function bowCrossings(routes: ReadonlyMap<NuclearFamily, UnionRoute>, troubles: Troubles): number {
  const bows = [...routes].filter(([, { way }]) => way === 'over' || way === 'under');
  let count = 0;
  for (const [at, [nuclear, one]] of bows.entries()) {
    for (const [other, two] of bows.slice(at + 1)) {
      if (one.row !== two.row || one.way !== two.way) continue;
      if ((one.first < two.first && two.first < one.second && one.second < two.second) || (two.first < one.first && one.first < two.second && two.second < one.second)) {
        count += 1;
        trouble(troubles, nuclear, 1);
        trouble(troubles, other, 1);
      }
    }
  }
  return count;
}

function broomCrossings(brooms: readonly Broom[], troubles: Troubles): number {
  const sorted = brooms.toSorted((one, other) => one.from - other.from);
  let count = 0;
  for (const [at, left] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next += 1) {
      const right = sorted[next];
      if (right === undefined || left.last < right.first || (right.family === left.family && left.family !== null)) continue;
      const crossed = pairCrossings(left, right);
      if (crossed === 0) continue;
      count += crossed;
      if (left.family !== null) trouble(troubles, left.family, crossed);
      if (right.family !== null) trouble(troubles, right.family, crossed);
    }
  }
  return count;
}

/** The fewest crossings of two lines of descent with their sibship lines, the first beginning left of the second. */
function pairCrossings(left: Broom, right: Broom): number {
  if (left.from === right.from && left.last === right.first) return 0;
  const between = (places: readonly number[], from: number, to: number): number => {
    let count = 0;
    for (const place of places) if (place > from && place < to) count += 1;
    return count;
  };
  const leftAbove = Math.min(1 + between(left.to, right.first, right.last), between(left.to, right.first, Infinity));
  const rightAbove = Math.min(1 + between(right.to, left.first, left.last), between(right.to, -Infinity, left.last));
  return Math.min(leftAbove, rightAbove);
}
