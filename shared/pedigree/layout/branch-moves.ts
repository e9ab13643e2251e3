import type { LayoutSymbol, NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';

/**
 * Other orders to try, for each of some families: a partner put straight beside the other one; parents without parents of their own put over their
 * children; the whole branch of one partner taken out and put in elsewhere, near places first.
 */
export function* branchMoves(order: readonly LayoutSymbol[], families: readonly NuclearFamily[]): Generator<readonly LayoutSymbol[]> {
  for (const nuclear of families) {
    yield* parentsOverChildren(order, nuclear);
    const [one, other] = nuclear.parents;
    if (one === undefined || other === undefined) continue;
    yield* besideEachOther(order, one, other);
    yield* besideEachOther(order, other, one);
  }
  for (const isNear of [true, false]) {
    for (const nuclear of families) {
      const [parent] = nuclear.parents;
      const whole = parent === undefined ? new Set<LayoutSymbol>() : branchWithout(parent, null);
      // Joined to the rest by donors' or adoptive lines alone.
      if (whole.size > 0 && whole.size < order.length) yield* elsewhere(order, whole, giversAndReceivers(whole, order), isNear);
    }
    for (const nuclear of families) {
      for (const parent of nuclear.parents) {
        const branch = branchWithout(parent, nuclear);
        if (branch.size < order.length) yield* elsewhere(order, branch, relativesOf(nuclear), isNear);
      }
    }
  }
}

/** One partner, with partners who have nobody else, straight to the right or left of the other. */
function* besideEachOther(order: readonly LayoutSymbol[], still: LayoutSymbol, moving: LayoutSymbol): Generator<readonly LayoutSymbol[]> {
  const along = moving.own.flatMap(({ parents }) => parents.filter((partner) => partner !== still && partner !== moving && partner.parents === null && partner.own.length === 1));
  const rest = order.filter((symbol) => symbol !== moving && !along.includes(symbol));
  const at = rest.indexOf(still);
  for (const result of [[...rest.slice(0, at), ...along, moving, ...rest.slice(at)], [...rest.slice(0, at + 1), moving, ...along, ...rest.slice(at + 1)]]) {
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

/** Founders, with their other partners, to the left or right of each of their children. */
function* parentsOverChildren(order: readonly LayoutSymbol[], { parents, children }: NuclearFamily): Generator<readonly LayoutSymbol[]> {
  const group = new Set(parents.flatMap((parent) => [parent, ...parent.own.flatMap((own) => own.parents)]));
  if ([...group].some((symbol) => symbol.parents !== null)) return;
  const rest = order.filter((symbol) => !group.has(symbol));
  const moved = order.filter((symbol) => group.has(symbol));
  for (const child of children) {
    const at = rest.indexOf(child);
    for (const place of [at, at + 1]) yield [...rest.slice(0, place), ...moved, ...rest.slice(place)];
  }
}

/** The branch beside somebody of the row at its top: beside those near, or beside all the others. */
function* elsewhere(order: readonly LayoutSymbol[], branch: ReadonlySet<LayoutSymbol>, near: ReadonlySet<LayoutSymbol>, isNear: boolean): Generator<readonly LayoutSymbol[]> {
  const rest = order.filter((symbol) => !branch.has(symbol));
  const moved = order.filter((symbol) => branch.has(symbol));
  const top = moved.reduce((row, symbol) => Math.min(row, symbol.top), Infinity);
  for (let place = 0; place <= rest.length; place += 1) {
    const beside = [rest[place - 1], rest[place]].filter((symbol) => symbol !== undefined);
    if (beside.some((symbol) => near.has(symbol)) !== isNear || (!isNear && beside.length === 2 && beside.every(({ row }) => row !== top))) continue;
    yield [...rest.slice(0, place), ...moved, ...rest.slice(place)];
  }
}

/** Partners, their siblings, parents, grandparents and children. */
function relativesOf({ parents, children }: NuclearFamily): ReadonlySet<LayoutSymbol> {
  const above = (symbols: readonly LayoutSymbol[]): readonly LayoutSymbol[] => symbols.flatMap((symbol) => symbol.parents?.parents ?? []);
  const grandparents = above(parents);
  return new Set([...parents, ...children, ...parents.flatMap((parent) => parent.parents?.children ?? []), ...grandparents, ...above(grandparents)]);
}

/** Those outside a branch at the other end of the slanting lines that join it to them, and their parents. */
function giversAndReceivers(branch: ReadonlySet<LayoutSymbol>, order: readonly LayoutSymbol[]): ReadonlySet<LayoutSymbol> {
  const lines = new Set(order.flatMap(({ sideLinesFrom }) => sideLinesFrom));
  const joining = [...lines].filter(({ origin, children }) => [...origin, ...children].some((symbol) => branch.has(symbol)));
  const ends = joining.flatMap(({ origin, children }) => [...origin, ...children.flatMap((child) => child.parents?.parents ?? [])]);
  return new Set(ends.flatMap((symbol) => [symbol, ...symbol.own.flatMap(({ parents }) => parents)]).filter((symbol) => !branch.has(symbol)));
}

/** Everybody whom lines join to a symbol without going through one family; all of the part where that family closes a loop. */
function branchWithout(symbol: LayoutSymbol, without: NuclearFamily | null): ReadonlySet<LayoutSymbol> {
  const branch = new Set<LayoutSymbol>();
  const open = [symbol];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (branch.has(next)) continue;
    branch.add(next);
    for (const nuclear of next.parents === null ? next.own : [next.parents, ...next.own]) if (nuclear !== without) open.push(...nuclear.parents, ...nuclear.children);
  }
  return branch;
}
