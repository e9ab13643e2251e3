import type { LayoutSymbol, NuclearFamily, SideLine } from '#shared/pedigree/layout/layout-graph.ts';
import { symbolSide } from '#shared/pedigree/layout/pedigree-layout.ts';
import { placeIn, type Rows } from '#shared/pedigree/layout/rows.ts';
import { lineGap, type Columns, type Spacing } from '#shared/pedigree/layout/spacing.ts';
import type { UnionRoute } from '#shared/pedigree/layout/union-routes.ts';

/**
 * The phases of finding places: how many sweeps over all rows, down and up, at most, and how strongly siblings, couples and givers draw together
 * besides. First they draw, then a little, so that nothing wide is made wider; at last only children's middles count, so that lines come out straight.
 */
const phases = [{ sweeps: 30, drawing: 1 }, { sweeps: 30, drawing: 0.08 }, { sweeps: 30, drawing: 0 }];
const visible = 0.02;

/** Symbols that move as one: somebody and the partner who has no other line to go by. */
interface Cluster {
  readonly row: number;
  readonly members: readonly { readonly symbol: LayoutSymbol; readonly offset: number }[];
  /** Least distance to the cluster on the left, between their first members. */
  readonly gap: number;
  /** What pulls it, gathered once. */
  readonly pulls: readonly Pull[];
  /** A line that runs through stays where its symbol is. */
  readonly isThrough: boolean;
}

/**
 * Wants the middle of the lower symbols under the middle of the upper ones. The drawing minimises the sum of `weight` times the square of what each link
 * is off; a symbol's share of a middle is its share of the weight, so that no step makes the sum larger.
 */
interface Link {
  readonly upper: readonly LayoutSymbol[];
  readonly lower: readonly LayoutSymbol[];
  /** Where a line begins, from the middle of the upper symbols. */
  readonly offset: number;
  readonly weight: number;
  /** Counts only while things draw together. */
  readonly isFleeting: boolean;
  /** Content as long as the middle of the lower lies this far inside the upper symbols: the children of a bow. */
  readonly inside: number | null;
  /** Content as long as the ends are no further apart than this. */
  readonly slack: number;
  /** Both ends move at once, so each goes half the way. */
  readonly isLevel: boolean;
}

interface Pull {
  readonly link: Link;
  /** 1 for the upper end of the link, -1 for the lower. */
  readonly sign: 1 | -1;
}

/**
 * Sets the `x` of every symbol for a given order: children centred below their parents, couples close, nothing nearer than it may be.
 *
 * Method: row by row, down and up again, every cluster wishes for the place that centres the families above and below it; the nearest places in the
 * given order with the least distances are found exactly (isotonic regression by pooling adjacent violators). At last every symbol is moved to where
 * all distances hold: half way between the leftmost and the rightmost such places.
 */
export function setHorizontalPlaces(order: readonly LayoutSymbol[], rows: Rows, sideLines: readonly SideLine[], columns: Columns, routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing): void {
  packLeft(order, rows, spacing, () => 0);
  const clusters = clustersOf(rows, pullsOf(sideLines, columns, routes, spacing), routes, spacing);
  const upwards = clusters.toReversed();
  for (const { sweeps, drawing } of phases) {
    for (let sweep = 0; sweep < sweeps; sweep += 1) {
      let moved = 0;
      for (const row of clusters) moved = Math.max(moved, settle(row, drawing));
      for (const row of upwards) moved = Math.max(moved, settle(row, drawing));
      if (moved < visible) break;
    }
  }
  keepDistances(order, rows, spacing);
}

/** Everything as far left as it goes, but not left of where it wishes to be. */
function packLeft(order: readonly LayoutSymbol[], rows: Rows, spacing: Spacing, wish: (symbol: LayoutSymbol) => number): void {
  for (const symbol of order) {
    let least = wish(symbol);
    for (let row = symbol.top; row <= symbol.row; row += 1) {
      const left = rows[row]?.[placeIn(row, symbol) - 1];
      if (left !== undefined) least = Math.max(least, left.x + spacing.distance(row, left, symbol));
    }
    symbol.x = least;
  }
}

function keepDistances(order: readonly LayoutSymbol[], rows: Rows, spacing: Spacing): void {
  const wished = order.map(({ x }) => x);
  packLeft(order, rows, spacing, (symbol) => symbol.x);
  const rightmost = order.map(({ x }) => x);
  order.forEach((symbol, at) => (symbol.x = wished[at] ?? 0));
  for (const symbol of order.toReversed()) {
    for (let row = symbol.top; row <= symbol.row; row += 1) {
      const right = rows[row]?.[placeIn(row, symbol) + 1];
      if (right !== undefined) symbol.x = Math.min(symbol.x, right.x - spacing.distance(row, symbol, right));
    }
  }
  order.forEach((symbol, at) => (symbol.x = (symbol.x + (rightmost[at] ?? 0)) / 2));
}

function pullsOf(sideLines: readonly SideLine[], columns: Columns, routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing): ReadonlyMap<LayoutSymbol, readonly Pull[]> {
  const pulls = new Map<LayoutSymbol, Pull[]>();
  const pull = (symbol: LayoutSymbol, link: Link, sign: 1 | -1): void => {
    const known = pulls.get(symbol);
    if (known === undefined) pulls.set(symbol, [{ link, sign }]);
    else known.push({ link, sign });
  };
  const add = (said: Pick<Link, 'upper' | 'lower'> & Partial<Link>): void => {
    const link: Link = { offset: 0, weight: 1, isFleeting: false, inside: null, slack: 0, isLevel: false, ...said };
    for (const symbol of link.upper) pull(symbol, link, 1);
    for (const symbol of link.lower) pull(symbol, link, -1);
  };
  for (const [nuclear, { way }] of routes) {
    const { parents, children } = nuclear;
    const [one, other] = parents;
    if (one !== undefined && other !== undefined) add({ upper: [one], lower: [other], weight: coupleWeight, isFleeting: true, isLevel: one.row === other.row });
    // Somebody without parents follows the partner rather than make room for children far aside.
    if (one !== undefined && other !== undefined && (one.parents === null || other.parents === null)) add({ upper: [one], lower: [other], weight: coupleWeight, slack: longCouple, isLevel: one.row === other.row });
    for (const [at, child] of children.slice(1).entries()) {
      const neighbours = { upper: [children[at] ?? child], lower: [child], isLevel: true };
      add({ ...neighbours, weight: siblingWeight, isFleeting: true });
      // Parents a little beside the middle of their children are better than a child far away.
      add({ ...neighbours, weight: farSiblingWeight, slack: farSibling });
    }
    const [first, last] = [children[0], children.at(-1)];
    if (first === undefined || last === undefined) continue;
    const lower = first === last ? [first] : [first, last];
    const outer = spacing.bowEnds.get(nuclear)?.find(({ descent }) => descent !== null);
    if (outer !== undefined) add({ upper: [outer.symbol], lower, offset: outer.descent ?? 0 });
    else if (way === 'across') add({ upper: [columns.get(nuclear) ?? first], lower });
    else add({ upper: parents, lower, offset: isSlanting(nuclear) ? slant : 0, inside: way === 'under' ? bowRoom(spacing, nuclear) : null });
    if (way === 'under') add({ upper: parents, lower, weight: coupleWeight, isFleeting: true });
  }
  for (const [nuclear, column] of columns) {
    const lower = nuclear.parents.find(({ row }) => row === column.row);
    if (lower !== undefined) pull(column, { upper: [column], lower: [lower], offset: 0, weight: 1, isFleeting: false, inside: null, slack: 0, isLevel: false }, 1);
  }
  for (const line of sideLines) add({ upper: line.origin, lower: line.children, weight: coupleWeight, isFleeting: true });
  return pulls;
}

/** Children of a second undrawn partner hang right of their parent, from a slanting line. */
export const isSlanting = (nuclear: NuclearFamily): boolean => nuclear.parents.length === 1 && nuclear.parents[0]?.own.find(({ parents }) => parents.length === 1) !== nuclear;
const slant = symbolSide * 1.5;

const coupleWeight = 0.15;
const siblingWeight = 0.1;
const farSiblingWeight = 0.02;
/** Between the centres of neighbouring siblings. */
const farSibling = 8 * symbolSide;
/** Between the centres of partners. */
const longCouple = 6 * symbolSide;

const bowRoom = (spacing: Spacing, nuclear: NuclearFamily): number => lineGap + (spacing.bowEnds.get(nuclear) ?? []).reduce((most, { out }) => Math.max(most, Math.abs(out)), 0);

function clustersOf(rows: Rows, pulls: ReadonlyMap<LayoutSymbol, readonly Pull[]>, routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing): readonly (readonly Cluster[])[] {
  return rows.map((symbols, row) => {
    const clusters: Cluster[] = [];
    let members: { symbol: LayoutSymbol; offset: number }[] = [];
    let gap = 0;
    const close = (): void => {
      const first = members[0]?.symbol;
      if (first === undefined) return;
      const isThrough = first.row > row;
      clusters.push({ row, members, gap, isThrough, pulls: isThrough ? [] : members.flatMap(({ symbol }) => pulls.get(symbol) ?? []) });
    };
    for (const [place, symbol] of symbols.entries()) {
      const previous = symbols[place - 1];
      const distance = previous === undefined ? 0 : spacing.distance(row, previous, symbol);
      if (previous !== undefined && goTogether(previous, symbol, row, routes)) {
        members.push({ symbol, offset: (members.at(-1)?.offset ?? 0) + distance });
        continue;
      }
      close();
      gap = (members.at(-1)?.offset ?? 0) + distance;
      members = [{ symbol, offset: 0 }];
    }
    close();
    return clusters;
  });
}

/** Partners side by side of whom one has no other line than this couple's; not where children by others need room beside theirs. */
function goTogether(left: LayoutSymbol, right: LayoutSymbol, row: number, routes: ReadonlyMap<NuclearFamily, UnionRoute>): boolean {
  if (left.row !== row || right.row !== row) return false;
  const couple = left.own.find((nuclear) => nuclear.parents.includes(right) && routes.get(nuclear)?.way === 'straight');
  if (couple === undefined) return false;
  const hasOnly = (symbol: LayoutSymbol): boolean => symbol.parents === null && symbol.own.length === 1 && symbol.sideLinesFrom.length === 0;
  const hasOthers = (symbol: LayoutSymbol): boolean => symbol.own.some((nuclear) => nuclear !== couple && nuclear.children.length > 0);
  return (hasOnly(left) || hasOnly(right)) && (couple.children.length === 0 || (!hasOthers(left) && !hasOthers(right)));
}

interface Pool {
  sum: number;
  weight: number;
  count: number;
}

/** Moves the clusters of one row to where their families want them, as near as the order lets them; how far the furthest went. */
function settle(clusters: readonly Cluster[], drawing: number): number {
  const pools: Pool[] = [];
  let reach = 0;
  for (const cluster of clusters) {
    reach += cluster.gap;
    const { wish, weight } = wishOf(cluster, drawing);
    let pool: Pool = { sum: (wish - reach) * weight, weight, count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.sum * pool.weight > pool.sum * last.weight; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  return place(clusters, pools);
}

function wishOf(cluster: Cluster, drawing: number): { readonly wish: number; readonly weight: number } {
  const at = cluster.members[0]?.symbol.x ?? 0;
  if (cluster.isThrough) return { wish: at, weight: 20 };
  let pull = 0;
  let weight = 0.001;
  for (const { link, sign } of cluster.pulls) {
    const share = (link.isFleeting ? link.weight * drawing : link.weight) / (sign > 0 ? link.upper : link.lower).length;
    pull += sign * misfit(link) * share;
    weight += link.isLevel ? 2 * share : share;
  }
  return { wish: at + pull / weight, weight };
}

function place(clusters: readonly Cluster[], pools: readonly Pool[]): number {
  let moved = 0;
  let reach = 0;
  let at = 0;
  for (const pool of pools) {
    const start = pool.sum / pool.weight;
    for (let index = 0; index < pool.count; index += 1) {
      const cluster = clusters[at];
      at += 1;
      if (cluster === undefined) continue;
      reach += cluster.gap;
      if (cluster.isThrough) continue;
      for (const { symbol, offset } of cluster.members) {
        moved = Math.max(moved, Math.abs(symbol.x - start - reach - offset));
        symbol.x = start + reach + offset;
      }
    }
  }
  return moved;
}

/** How far the middle of the children lies right of where their line begins. */
function misfit({ upper, lower, offset, inside, slack }: Link): number {
  const below = middle(lower);
  if (inside === null) {
    const off = below - middle(upper) - offset;
    return slack === 0 ? off : Math.sign(off) * Math.max(0, Math.abs(off) - slack);
  }
  const [least, most] = range(upper);
  if (most - least < 2 * inside) return below - (least + most) / 2;
  return below < least + inside ? below - least - inside : below > most - inside ? below - most + inside : 0;
}

/** Half way between the leftmost and the rightmost. */
export function middle(symbols: readonly LayoutSymbol[]): number {
  const [least, most] = range(symbols);
  return (least + most) / 2;
}

function range(symbols: readonly LayoutSymbol[]): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const { x } of symbols) {
    if (x < least) least = x;
    if (x > most) most = x;
  }
  return [least, most];
}
