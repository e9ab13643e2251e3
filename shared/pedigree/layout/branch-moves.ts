import type { LayoutSymbol, NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';

/**
 * Other orders: for each family in trouble, the branch of one partner, or of a child with all below, taken out and put in elsewhere; and a partner put
 * straight beside the other one.
 */
export function* branchMoves(order: readonly LayoutSymbol[], troubled: ReadonlySet<NuclearFamily>): Generator<readonly LayoutSymbol[]> {
  const families = [...troubled].toSorted((one, other) => one.index - other.index);
  for (const nuclear of families) {
    const [one, other] = nuclear.parents;
    if (one === undefined || other === undefined) continue;
    yield* besideEachOther(order, one, other);
    yield* besideEachOther(order, other, one);
  }
  for (const nuclear of families) {
    for (const parent of nuclear.parents) {
      const branch = branchWithout(parent, nuclear);
      if (branch.size < order.length) yield* elsewhere(order, branch);
    }
  }
}

/** One partner, with partners who have nobody else, straight to the right or left of the other. */
function* besideEachOther(order: readonly LayoutSymbol[], still: LayoutSymbol, moving: LayoutSymbol): Generator<readonly LayoutSymbol[]> {
  const along = new Set<LayoutSymbol>([moving, ...moving.own.flatMap(({ parents }) => parents.filter((partner) => partner !== still && partner.parents === null && partner.own.length === 1))]);
  const rest = order.filter((symbol) => !along.has(symbol));
  const moved = order.filter((symbol) => along.has(symbol));
  const at = rest.indexOf(still);
  for (const place of [at, at + 1]) {
    const result = [...rest.slice(0, place), ...(place === at ? moved.filter((symbol) => symbol !== moving) : [moving]), ...(place === at ? [moving] : moved.filter((symbol) => symbol !== moving)), ...rest.slice(place)];
    if (keepsSiblings(result, moving)) yield result;
  }
}

function keepsSiblings(order: readonly LayoutSymbol[], symbol: LayoutSymbol): boolean {
  const siblings = symbol.parents?.children ?? [];
  const at = siblings.indexOf(symbol);
  const [before, after] = [siblings[at - 1], siblings[at + 1]];
  const place = order.indexOf(symbol);
  return (before === undefined || order.indexOf(before) < place) && (after === undefined || order.indexOf(after) > place);
}

/** The branch at every place beside somebody of the row at its top. */
function* elsewhere(order: readonly LayoutSymbol[], branch: ReadonlySet<LayoutSymbol>): Generator<readonly LayoutSymbol[]> {
  const rest = order.filter((symbol) => !branch.has(symbol));
  const moved = order.filter((symbol) => branch.has(symbol));
  const top = moved.reduce((row, symbol) => Math.min(row, symbol.top), Infinity);
  for (let place = 0; place <= rest.length; place += 1) {
    const [left, right] = [rest[place - 1], rest[place]];
    if (left?.row !== top && right?.row !== top && left !== undefined && right !== undefined) continue;
    yield [...rest.slice(0, place), ...moved, ...rest.slice(place)];
  }
}

/** Everybody whom lines join to a symbol without going through one family; all of the part where that family closes a loop. */
function branchWithout(symbol: LayoutSymbol, without: NuclearFamily): ReadonlySet<LayoutSymbol> {
  const branch = new Set<LayoutSymbol>();
  const open = [symbol];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (branch.has(next)) continue;
    branch.add(next);
    for (const nuclear of next.parents === null ? next.own : [next.parents, ...next.own]) if (nuclear !== without) open.push(...nuclear.parents, ...nuclear.children);
  }
  return branch;
}
