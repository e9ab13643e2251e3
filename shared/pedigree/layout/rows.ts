import type { LayoutSymbol, NuclearFamily, SideLine } from '#shared/pedigree/layout/layout-graph.ts';
import { familyRow } from '#shared/pedigree/layout/generations.ts';

/** How a couple's line goes: straight, in a bow over who stands between, in a bow under them, or across rows. */
export type UnionRoute = 'straight' | 'over' | 'under' | 'across';

/** The rows that an order from left to right gives. A symbol is in its own row and in each row that its own line runs through. */
export interface Rows {
  readonly rows: readonly (readonly LayoutSymbol[])[];
  /** Place in a row, or -1. */
  readonly placeIn: (row: number, symbol: LayoutSymbol) => number;
}

export function rowsOf(order: readonly LayoutSymbol[]): Rows {
  const rows: LayoutSymbol[][] = [];
  const places: Map<LayoutSymbol, number>[] = [];
  for (const symbol of order) {
    for (let row = symbol.top; row <= symbol.row; row += 1) {
      while (rows.length <= row) {
        rows.push([]);
        places.push(new Map());
      }
      places[row]?.set(symbol, rows[row]?.length ?? 0);
      rows[row]?.push(symbol);
    }
  }
  return { rows, placeIn: (row, symbol) => places[row]?.get(symbol) ?? -1 };
}

/** A line of descent with its sibship line as one thing that crosses others between two rows: where it begins above and ends below, as places. */
interface Broom {
  readonly from: number;
  readonly to: readonly number[];
  readonly family: NuclearFamily | null;
}

export interface OrderCost {
  readonly crossings: number;
  /** Couples who do not stand side by side. */
  readonly parted: number;
  /** Crossings first, then parted couples, then how far things are apart. */
  readonly total: number;
  readonly routes: ReadonlyMap<NuclearFamily, UnionRoute>;
  /** Families that have to do with a crossing or are parted. */
  readonly troubled: ReadonlySet<NuclearFamily>;
}

const crossingCost = 1_000;
const partedCost = 900;
const placeCost = 4;

/** Counts what an order costs by places alone, as if sibship lines always took the better of two heights. */
export function orderCost(order: readonly LayoutSymbol[], families: readonly NuclearFamily[], sideLines: readonly SideLine[]): OrderCost {
  const { rows, placeIn } = rowsOf(order);
  const troubled = new Set<NuclearFamily>();
  const routes = new Map<NuclearFamily, UnionRoute>();
  const brooms = rows.map((): Broom[] => []);
  const spanOf = new Map<NuclearFamily, readonly [number, number]>();
  let crossings = 0;
  let parted = 0;
  let distance = 0;
  const told = new Map(order.map((symbol, at) => [symbol, at]));
  const startsIn = rows.map((): number[] => []);
  const firstPass = families.filter(({ parents }) => parents.every((parent) => told.has(parent)));
  for (const nuclear of firstPass) {
    const row = familyRow(nuclear);
    const places = nuclear.parents.map((parent) => placeIn(row, parent)).filter((place) => place >= 0).toSorted((first, second) => first - second);
    const [first, second] = [places[0] ?? 0, places.at(-1) ?? 0];
    spanOf.set(nuclear, [first, second]);
    const start = first === second || second - first === 1 ? (first + second) / 2 : startUnder(nuclear, rows[row] ?? [], first, second, told);
    if (nuclear.children.length > 0) {
      startsIn[row]?.push(start);
      brooms[row]?.push({ from: start, to: nuclear.children.map((child) => placeIn(row + 1, child)).toSorted((one, other) => one - other), family: nuclear });
    }
  }
  for (const nuclear of firstPass) {
    const row = familyRow(nuclear);
    const [first, second] = spanOf.get(nuclear) ?? [0, 0];
    if (nuclear.parents.some((parent) => parent.row !== row)) {
      routes.set(nuclear, 'across');
      crossings += 1;
      troubled.add(nuclear);
      continue;
    }
    const between = (rows[row] ?? []).slice(first + 1, second);
    const passing = between.filter((symbol) => symbol.row > row).length;
    if (passing === between.length) {
      routes.set(nuclear, 'straight');
      crossings += passing;
      if (passing > 0) troubled.add(nuclear);
      continue;
    }
    const over = between.filter((symbol) => symbol.parents !== null).length;
    const under = (startsIn[row] ?? []).filter((start) => start > first && start < second).length - (nuclear.children.length > 0 ? 1 : 0) + passing;
    const way = over < under || (over === under && over === 0 && isBesidePartners(nuclear, between)) ? 'over' : 'under';
    routes.set(nuclear, way);
    crossings += Math.min(over, under);
    parted += 1;
    distance += between.length;
    troubled.add(nuclear);
  }
  crossings += bowCrossings(firstPass, spanOf, routes, troubled);
  for (const line of sideLines) {
    const row = line.origin.reduce((least, symbol) => Math.max(least, symbol.row), 0);
    const starts = line.origin.map((symbol) => placeIn(row, symbol));
    const start = starts.reduce((sum, place) => sum + place, 0) / Math.max(1, starts.length);
    for (const child of line.children) {
      const place = placeIn(row + 1, child);
      if (place >= 0 && start >= 0) {
        brooms[row]?.push({ from: start, to: [place], family: child.parents });
        const own = brooms[row]?.find((broom) => broom.family !== null && broom.family === child.parents);
        if (own !== undefined) distance += Math.abs(start - own.from);
      }
    }
  }
  for (const [row, symbols] of rows.entries()) {
    for (const symbol of symbols) if (symbol.row > row) brooms[row]?.push({ from: placeIn(row, symbol), to: [placeIn(row + 1, symbol)], family: symbol.parents });
  }
  for (const channel of brooms) {
    const sorted = channel.toSorted((one, other) => one.from - other.from);
    for (const [at, left] of sorted.entries()) {
      const [least, most] = [left.to[0] ?? 0, left.to.at(-1) ?? 0];
      distance += (most - least + 1 - left.to.length) * 2;
      for (let next = at + 1; next < sorted.length; next += 1) {
        const right = sorted[next];
        if (right === undefined || (right.family === left.family && left.family !== null)) continue;
        if (most < (right.to[0] ?? 0)) continue;
        const count = broomCrossings(left, right);
        if (count === 0) continue;
        crossings += count;
        if (left.family !== null) troubled.add(left.family);
        if (right.family !== null) troubled.add(right.family);
      }
    }
    void least(channel);
  }
  return { crossings, parted, total: crossings * crossingCost + parted * partedCost + distance * placeCost, routes, troubled };
}

const least = (channel: readonly Broom[]): number => channel.length;

/** The place in a bow's row where the children's line leaves: among those between, after all who stand left of the children. */
function startUnder(nuclear: NuclearFamily, row: readonly LayoutSymbol[], first: number, second: number, told: ReadonlyMap<LayoutSymbol, number>): number {
  const middle = nuclear.children[Math.floor((nuclear.children.length - 1) / 2)];
  const at = middle === undefined ? 0 : (told.get(middle) ?? 0);
  let place = first;
  while (place + 1 < second && (told.get(row[place + 1] ?? middle ?? nuclear.parents[0] as LayoutSymbol) ?? 0) < at) place += 1;
  return place + 0.5;
}

const isBesidePartners = (nuclear: NuclearFamily, between: readonly LayoutSymbol[]): boolean => between.every((symbol) => symbol.own.some(({ parents }) => parents.some((parent) => nuclear.parents.includes(parent))));

/** Bows on the same side of a row that begin inside one another and end outside. */
function bowCrossings(families: readonly NuclearFamily[], spanOf: ReadonlyMap<NuclearFamily, readonly [number, number]>, routes: ReadonlyMap<NuclearFamily, UnionRoute>, troubled: ReadonlySet<NuclearFamily>): number {
  const bows = [...troubled].filter((nuclear) => routes.get(nuclear) === 'over' || routes.get(nuclear) === 'under');
  let count = 0;
  for (const [at, one] of bows.entries()) {
    for (const other of bows.slice(at + 1)) {
      if (familyRow(one) !== familyRow(other) || routes.get(one) !== routes.get(other)) continue;
      const [[a, b], [c, d]] = [spanOf.get(one) ?? [0, 0], spanOf.get(other) ?? [0, 0]];
      if ((a < c && c < b && b < d) || (c < a && a < d && d < b)) count += 1;
    }
  }
  void families;
  return count;
}

/** The fewest crossings of two lines of descent with their sibship lines, the first beginning left of the second. */
function broomCrossings(left: Broom, right: Broom): number {
  const [leftFirst, leftLast] = [left.to[0] ?? 0, left.to.at(-1) ?? 0];
  const [rightFirst, rightLast] = [right.to[0] ?? 0, right.to.at(-1) ?? 0];
  const leftInside = left.to.filter((place) => place > rightFirst && place < rightLast).length;
  const rightInside = right.to.filter((place) => place > leftFirst && place < leftLast).length;
  const leftAbove = Math.min(1 + leftInside, left.to.filter((place) => place > rightFirst).length);
  const rightAbove = Math.min(1 + rightInside, right.to.filter((place) => place < leftLast).length);
  return Math.min(leftAbove, rightAbove);
}
