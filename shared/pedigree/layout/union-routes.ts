import { familyRow } from '#shared/pedigree/layout/generations.ts';
import type { LayoutSymbol, NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';
import { placeIn, type Rows } from '#shared/pedigree/layout/rows.ts';

/** How a couple's line goes: straight, in a bow over who stands between, in a bow under them, or across rows. */
export type UnionWay = 'straight' | 'over' | 'under' | 'across';

/** The way of a family's line by the places of the parents. A single parent counts as straight. */
export interface UnionRoute {
  readonly way: UnionWay;
  readonly row: number;
  /** Places of the left and of the right parent in the row. */
  readonly first: number;
  readonly second: number;
  /** The place under which the line of descent begins. */
  readonly start: number;
  /** Lines that it must cross. */
  readonly crossings: number;
}

/** Chooses for every couple the way that crosses fewest lines. */
export function unionRoutes(rows: Rows, families: readonly NuclearFamily[]): ReadonlyMap<NuclearFamily, UnionRoute> {
  const routes = new Map<NuclearFamily, UnionRoute>();
  const parted: NuclearFamily[] = [];
  const starts = rows.map((): number[] => []);
  for (const nuclear of families) {
    const route = nearRoute(rows, nuclear);
    if (route === null) parted.push(nuclear);
    else routes.set(nuclear, route);
    if (nuclear.children.length > 0) starts[familyRow(nuclear)]?.push(route?.start ?? bowStart(rows, nuclear));
  }
  for (const nuclear of parted) routes.set(nuclear, bow(rows, nuclear, starts[familyRow(nuclear)] ?? []));
  return routes;
}

/** Of a single parent, of partners side by side, and of those who stand on different rows; null where others stand between. */
function nearRoute(rows: Rows, nuclear: NuclearFamily): UnionRoute | null {
  const [one, other] = nuclear.parents;
  const row = familyRow(nuclear);
  if (one === undefined) throw new Error('a family without parents');
  if (other === undefined) return { way: 'straight', row, first: placeIn(row, one), second: placeIn(row, one), start: placeIn(row, one), crossings: 0 };
  if (one.row !== other.row) {
    const place = placeIn(row, one.row === row ? one : other);
    return { way: 'across', row, first: place, second: place, start: place - 0.5, crossings: 1 };
  }
  const [first, second] = spanOf(row, one, other);
  for (let place = first + 1; place < second; place += 1) if ((rows[row]?.[place]?.row ?? 0) === row) return null;
  return { way: 'straight', row, first, second, start: (first + second) / 2, crossings: second - first - 1 };
}

function spanOf(row: number, one: LayoutSymbol, other: LayoutSymbol): readonly [number, number] {
  const [first, second] = [placeIn(row, one), placeIn(row, other)];
  return first < second ? [first, second] : [second, first];
}

function bow(rows: Rows, nuclear: NuclearFamily, starts: readonly number[]): UnionRoute {
  const [one, other] = nuclear.parents;
  const row = familyRow(nuclear);
  if (one === undefined || other === undefined) throw new Error('a bow needs two parents');
  const [first, second] = spanOf(row, one, other);
  const ownStart = bowStart(rows, nuclear);
  let [over, passing, beside] = [0, 0, true];
  for (let place = first + 1; place < second; place += 1) {
    const between = rows[row]?.[place];
    if (between === undefined) continue;
    if (between.parents !== null) over += 1;
    if (between.row > row) passing += 1;
    beside &&= isPartnerOf(between, one) || isPartnerOf(between, other);
  }
  const under = starts.filter((start) => start > first && start < second).length - (nuclear.children.length > 0 ? 1 : 0) + passing;
  // Over the first partners of somebody with many, under everybody else.
  if (over < under || (over === 0 && beside)) return { way: 'over', row, first, second, start: couples(one) <= couples(other) === (placeIn(row, one) === first) ? first + 0.5 : second - 0.5, crossings: over };
  return { way: 'under', row, first, second, start: ownStart, crossings: under };
}

const isPartnerOf = (symbol: LayoutSymbol, other: LayoutSymbol): boolean => symbol.own.some(({ parents }) => parents.includes(other));

/** How many couples somebody is part of: a bow's children hang beside the partner with fewer. */
export const couples = (symbol: LayoutSymbol): number => symbol.own.reduce((sum, { parents }) => sum + (parents.length > 1 ? 1 : 0), 0);

/** The place under a bow where the children's line leaves: after all who stand left of the children. */
function bowStart(rows: Rows, nuclear: NuclearFamily): number {
  const row = familyRow(nuclear);
  const [one, other] = nuclear.parents;
  const middle = nuclear.children[Math.floor((nuclear.children.length - 1) / 2)];
  if (one === undefined || other === undefined || middle === undefined) return 0;
  const [first, second] = spanOf(row, one, other);
  let place = first;
  while (place + 1 < second && (rows[row]?.[place + 1]?.at ?? 0) < middle.at) place += 1;
  return place + 0.5;
}
