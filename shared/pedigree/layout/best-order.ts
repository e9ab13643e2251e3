import { firstOrder, foundersToStartFrom, sideLinesByChild, type LeftChoices } from '#shared/pedigree/layout/first-order.ts';
import type { LayoutGraph, LayoutSymbol, NuclearFamily, SideLine } from '#shared/pedigree/layout/layout-graph.ts';
import { orderCost, type OrderCost } from '#shared/pedigree/layout/order-cost.ts';
import { branchMoves } from '#shared/pedigree/layout/branch-moves.ts';

/** So many symbols may be looked at, over all orders tried for one part: what keeps 2,000 people within their time. */
const symbolsToLookAt = 10_000;
const mostOrders = 2_500;
const fewestOrders = 40;
/** Founders from whom the drawing is begun anew. */
const mostStarts = 8;

/** Everybody from left to right, part beside part. */
export function bestOrder(graph: LayoutGraph): readonly LayoutSymbol[] {
  const sideLines = sideLinesByChild(graph);
  return graph.parts.flatMap((part) => orderOfPart(part, sideLines));
}

interface Candidate {
  readonly order: readonly LayoutSymbol[];
  readonly cost: OrderCost;
}

/** Tries orders of one part, and counts them. */
interface Search {
  readonly consider: (order: readonly LayoutSymbol[]) => Candidate;
  readonly isOver: () => boolean;
}

/**
 * The order with fewest crossings that is found: the first one where nothing crosses; else with other partners on the left, begun from other founders,
 * and with branches put elsewhere, as long as that makes it better. The same steps every time.
 */
function orderOfPart(part: readonly LayoutSymbol[], sideLines: ReadonlyMap<LayoutSymbol, readonly SideLine[]>): readonly LayoutSymbol[] {
  const search = searchOf(part);
  const starts = foundersToStartFrom(part);
  const drawn = (choices: LeftChoices, start: LayoutSymbol | null): Candidate => search.consider(firstOrder(part, sideLines, choices, start));
  let best = drawn(new Map(), starts[0] ?? null);
  for (const start of starts.slice(0, mostStarts)) {
    if (best.cost.troubled.size === 0 || search.isOver()) break;
    const found = withBetterSides((choices) => drawn(choices, start), search);
    if (found.cost.total < best.cost.total) best = found;
  }
  return withBetterBranches(best, search).order;
}

function searchOf(part: readonly LayoutSymbol[]): Search {
  const families = [...new Set(part.flatMap(({ own }) => own))].toSorted((one, other) => one.index - other.index);
  const lines = [...new Set(part.flatMap(({ sideLinesFrom }) => sideLinesFrom))];
  let left = Math.max(fewestOrders, Math.min(mostOrders, Math.floor(symbolsToLookAt / part.length)));
  return {
    consider: (order) => {
      left -= 1;
      const settled = withSiblingsInOrder(order);
      return { order: settled, cost: orderCost(settled, families, lines) };
    },
    isOver: () => left <= 0,
  };
}

/** Puts the other partner of one couple on the left, as long as one of them makes it better. */
function withBetterSides(drawn: (choices: LeftChoices) => Candidate, search: Search): Candidate {
  let choices: LeftChoices = new Map();
  let best = drawn(choices);
  for (let isBetter = true; isBetter && best.cost.troubled.size > 0; ) {
    isBetter = false;
    for (const nuclear of couplesAround(best.cost.troubled)) {
      if (search.isOver()) return best;
      const [one, other] = nuclear.parents;
      if (one === undefined || other === undefined) continue;
      const changed = new Map([...choices, [nuclear, isLeft(best.order, one, other) ? other : one]]);
      const found = drawn(changed);
      if (found.cost.total >= best.cost.total) continue;
      [best, choices, isBetter] = [found, changed, true];
    }
  }
  return best;
}

const isLeft = (order: readonly LayoutSymbol[], one: LayoutSymbol, other: LayoutSymbol): boolean => order.indexOf(one) < order.indexOf(other);

/** Families that cross others, and those of their parents and children. */
function couplesAround(troubled: ReadonlySet<NuclearFamily>): readonly NuclearFamily[] {
  const around = new Set<NuclearFamily>();
  for (const nuclear of troubled) {
    around.add(nuclear);
    for (const symbol of nuclear.parents) for (const near of symbol.parents === null ? symbol.own : [symbol.parents, ...symbol.own]) around.add(near);
    for (const child of nuclear.children) for (const near of child.own) around.add(near);
  }
  return [...around].toSorted((one, other) => one.index - other.index);
}

function withBetterBranches(start: Candidate, search: Search): Candidate {
  let best = start;
  for (let isBetter = true; isBetter && best.cost.troubled.size > 0; ) {
    isBetter = false;
    for (const order of branchMoves(best.order, best.cost.troubled)) {
      if (search.isOver()) return best;
      const found = search.consider(order);
      if (found.cost.total >= best.cost.total) continue;
      [best, isBetter] = [found, true];
      break;
    }
  }
  return best;
}

/** Siblings share out the places that they hold by their birth order, which a loop may have upset. */
export function withSiblingsInOrder(order: readonly LayoutSymbol[]): readonly LayoutSymbol[] {
  const result = [...order];
  order.forEach((symbol, at) => (symbol.at = at));
  for (const nuclear of new Set(order.flatMap(({ parents }) => parents ?? []))) {
    if (nuclear.children.every((child, at) => at === 0 || (nuclear.children[at - 1]?.at ?? 0) < child.at)) continue;
    const places = nuclear.children.map(({ at }) => at).toSorted((first, second) => first - second);
    nuclear.children.forEach((child, at) => (result[places[at] ?? 0] = child));
  }
  return result;
}
