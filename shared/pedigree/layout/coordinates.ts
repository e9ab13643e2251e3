import type { LayoutSymbol, NuclearFamily, SideLine } from '#shared/pedigree/layout/layout-graph.ts';
import type { Rows, UnionRoute } from '#shared/pedigree/layout/rows.ts';
import type { Spacing } from '#shared/pedigree/layout/spacing.ts';

/** Sweeps over all rows, down and up. After as many, nothing moves by a visible amount even in families of thousands. */
const sweeps = 48;

/** A symbol with the partners who have no other line to go by: they move as one. */
interface Cluster {
  readonly row: number;
  readonly members: readonly { readonly symbol: LayoutSymbol; readonly offset: number }[];
  /** Least distance to the cluster on the left, between their first members. */
  readonly gap: number;
}

/**
 * Places from left to right for a given order: children centred below their parents, couples close, nothing nearer than it may be.
 *
 * Method: row by row, down and up again, every cluster wishes for the place that centres the families above and below it; the nearest places in the
 * given order with the least distances are found exactly (isotonic regression by pooling adjacent violators). At last every symbol is moved to where
 * all distances hold: half way between the leftmost and the rightmost such places.
 */
export function horizontalPlaces(order: readonly LayoutSymbol[], rows: Rows, families: readonly NuclearFamily[], sideLines: readonly SideLine[], routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing): ReadonlyMap<LayoutSymbol, number> {
  const x = packedLeft(order, rows, spacing);
  const clusters = rows.rows.map((symbols, row) => clustersOf(symbols, row, routes, spacing));
  const links = linksOf(order, families, sideLines, routes);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const row of clusters) settle(row, x, links);
    for (const row of clusters.toReversed()) settle(row, x, links);
  }
  return withDistances(order, rows, spacing, x);
}

/** Everything as far left as it goes. */
function packedLeft(order: readonly LayoutSymbol[], rows: Rows, spacing: Spacing, wish: (symbol: LayoutSymbol) => number = () => 0): Map<LayoutSymbol, number> {
  const x = new Map<LayoutSymbol, number>();
  for (const symbol of order) {
    let least = wish(symbol);
    for (let row = symbol.top; row <= symbol.row; row += 1) {
      const left = rows.rows[row]?.[rows.placeIn(row, symbol) - 1];
      if (left !== undefined) least = Math.max(least, (x.get(left) ?? 0) + spacing.distance(row, left, symbol));
    }
    x.set(symbol, least);
  }
  return x;
}

function withDistances(order: readonly LayoutSymbol[], rows: Rows, spacing: Spacing, wished: ReadonlyMap<LayoutSymbol, number>): ReadonlyMap<LayoutSymbol, number> {
  const rightwards = packedLeft(order, rows, spacing, (symbol) => wished.get(symbol) ?? 0);
  const leftwards = new Map<LayoutSymbol, number>();
  for (const symbol of order.toReversed()) {
    let most = wished.get(symbol) ?? 0;
    for (let row = symbol.top; row <= symbol.row; row += 1) {
      const right = rows.rows[row]?.[rows.placeIn(row, symbol) + 1];
      if (right !== undefined) most = Math.min(most, (leftwards.get(right) ?? 0) - spacing.distance(row, symbol, right));
    }
    leftwards.set(symbol, most);
  }
  return new Map(order.map((symbol) => [symbol, ((rightwards.get(symbol) ?? 0) + (leftwards.get(symbol) ?? 0)) / 2]));
}

function clustersOf(symbols: readonly LayoutSymbol[], row: number, routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing): readonly Cluster[] {
  const clusters: Cluster[] = [];
  let members: { symbol: LayoutSymbol; offset: number }[] = [];
  let gap = 0;
  let hasAnchor = false;
  let previous: LayoutSymbol | null = null;
  const isAnchor = (symbol: LayoutSymbol): boolean => symbol.parents !== null || symbol.row > row;
  for (const symbol of symbols) {
    const distance = previous === null ? 0 : spacing.distance(row, previous, symbol);
    const joins = previous !== null && previous.row === row && symbol.row === row && previous.own.some((nuclear) => nuclear.parents.includes(symbol) && routes.get(nuclear) === 'straight') && !(hasAnchor && isAnchor(symbol));
    if (joins) {
      members.push({ symbol, offset: (members.at(-1)?.offset ?? 0) + distance });
      hasAnchor ||= isAnchor(symbol);
    } else {
      if (members.length > 0) clusters.push({ row, members, gap });
      gap = (members.at(-1)?.offset ?? 0) + distance;
      members = [{ symbol, offset: 0 }];
      hasAnchor = isAnchor(symbol);
    }
    previous = symbol;
  }
  if (members.length > 0) clusters.push({ row, members, gap });
  return clusters;
}

/** Something that wants two middles to stand over one another. */
interface Link {
  readonly upper: readonly LayoutSymbol[];
  readonly lower: readonly LayoutSymbol[];
  readonly weight: number;
  /** Where the line may leave from within a range, as from a bow: no pull inside it. */
  readonly isLoose: boolean;
}

interface Links {
  readonly asUpper: ReadonlyMap<LayoutSymbol, readonly Link[]>;
  readonly asLower: ReadonlyMap<LayoutSymbol, readonly Link[]>;
  readonly couples: ReadonlyMap<LayoutSymbol, readonly LayoutSymbol[]>;
}

function linksOf(order: readonly LayoutSymbol[], families: readonly NuclearFamily[], sideLines: readonly SideLine[], routes: ReadonlyMap<NuclearFamily, UnionRoute>): Links {
  const asUpper = new Map<LayoutSymbol, Link[]>(order.map((symbol) => [symbol, []]));
  const asLower = new Map<LayoutSymbol, Link[]>(order.map((symbol) => [symbol, []]));
  const couples = new Map<LayoutSymbol, LayoutSymbol[]>(order.map((symbol) => [symbol, []]));
  const add = (link: Link): void => {
    for (const symbol of link.upper) asUpper.get(symbol)?.push(link);
    for (const symbol of link.lower) asLower.get(symbol)?.push(link);
  };
  for (const nuclear of families) {
    const [first, second] = nuclear.parents;
    if (first !== undefined && second !== undefined) {
      couples.get(first)?.push(second);
      couples.get(second)?.push(first);
    }
    if (nuclear.children.length > 0) add({ upper: nuclear.parents, lower: nuclear.children, weight: 1, isLoose: nuclear.parents.length > 1 && routes.get(nuclear) !== 'straight' });
  }
  for (const line of sideLines) add({ upper: line.origin, lower: line.children, weight: 0.15, isLoose: false });
  return { asUpper, asLower, couples };
}

const coupleWeight = 0.12;

/** Moves the clusters of one row to where their families want them, as near as the order lets them. */
function settle(clusters: readonly Cluster[], x: Map<LayoutSymbol, number>, { asUpper, asLower, couples }: Links): void {
  const blocks: { sum: number; weight: number; count: number; reach: number }[] = [];
  let reach = 0;
  for (const cluster of clusters) {
    reach += cluster.gap;
    const first = cluster.members[0];
    if (first === undefined) continue;
    const at = x.get(first.symbol) ?? 0;
    let pull = 0;
    // A line that runs through stays where its symbol is.
    let weight = first.symbol.row > cluster.row ? 20 : 0.02;
    for (const { symbol } of cluster.members) {
      const own = x.get(symbol) ?? 0;
      if (symbol.row === cluster.row) {
        for (const link of asUpper.get(symbol) ?? []) {
          const shift = misfit(link, x);
          pull += shift * link.weight;
          weight += link.weight;
        }
        for (const other of couples.get(symbol) ?? []) {
          if (cluster.members.some((member) => member.symbol === other)) continue;
          const apart = (x.get(other) ?? 0) - own;
          pull += coupleWeight * (apart - Math.sign(apart) * Math.min(80, Math.abs(apart)));
          weight += coupleWeight;
        }
      }
      for (const link of asLower.get(symbol) ?? []) {
        if (symbol.row !== cluster.row) continue;
        pull -= misfit(link, x) * link.weight;
        weight += link.weight;
      }
    }
    const wish = at + pull / weight - reach;
    let block = { sum: wish * weight, weight, count: 1, reach };
    for (let last = blocks.at(-1); last !== undefined && last.sum / last.weight > block.sum / block.weight; last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, weight: last.weight + block.weight, count: last.count + block.count, reach };
    }
    blocks.push(block);
  }
  let at = 0;
  let distance = 0;
  for (const block of blocks) {
    for (let index = 0; index < block.count; index += 1) {
      const cluster = clusters[at];
      if (cluster === undefined) continue;
      distance += cluster.gap;
      for (const { symbol, offset } of cluster.members) if (symbol.row === cluster.row) x.set(symbol, block.sum / block.weight + distance + offset);
      at += 1;
    }
  }
}

/** How far the children's middle lies right of the parents'. */
function misfit(link: Link, x: ReadonlyMap<LayoutSymbol, number>): number {
  const [upperLeast, upperMost] = range(link.upper, x);
  const [lowerLeast, lowerMost] = range(link.lower, x);
  const lower = (lowerLeast + lowerMost) / 2;
  if (!link.isLoose) return lower - (upperLeast + upperMost) / 2;
  return lower < upperLeast ? lower - upperLeast : lower > upperMost ? lower - upperMost : 0;
}

function range(symbols: readonly LayoutSymbol[], x: ReadonlyMap<LayoutSymbol, number>): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const symbol of symbols) {
    const at = x.get(symbol) ?? 0;
    if (at < least) least = at;
    if (at > most) most = at;
  }
  return [least, most];
}
