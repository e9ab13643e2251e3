import { branchMoves } from '#shared/pedigree/layout/branch-moves.ts';
import { firstOrder, foundersToStartFrom, sideLinesByChild, type LeftChoices } from '#shared/pedigree/layout/first-order.ts';
import type { LayoutGraph, LayoutSymbol, NuclearFamily, SideLine } from '#shared/pedigree/layout/layout-graph.ts';
import { orderCost, type OrderCost } from '#shared/pedigree/layout/order-cost.ts';

/** So many orders are tried for one part, and more for each of its symbols up to a number: what keeps every size within its time. */
const leastOrders = 80;
const ordersPerSymbol = 2;
const mostOrders = 180;
/** Founders from whom the drawing is begun anew. */
const mostStarts = 6;

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
  /** How many orders may still be tried. */
  readonly left: () => number;
}

/**
 * The order with fewest crossings that is found: the first one where nothing crosses and all partners stand side by side; else with other partners on
 * the left, with branches put elsewhere, and begun anew from other founders, as long as orders may be tried. The same steps every time.
 */
function orderOfPart(part: readonly LayoutSymbol[], sideLines: ReadonlyMap<LayoutSymbol, readonly SideLine[]>): readonly LayoutSymbol[] {
  const search = searchOf(part);
  const starts = foundersToStartFrom(part);
  let best: Candidate | null = null;
  for (const start of starts.slice(0, mostStarts)) {
    if (best !== null && (best.cost.crossings === 0 || search.left() <= 0)) break;
    // Later starts get a share of what is left, so that the first does not use up everything.
    const until = Math.floor(search.left() * (1 - shareOfAStart));
    const sided = withBetterSides((choices) => search.consider(firstOrder(part, sideLines, choices, start)), search, until);
    const found = withBetterBranches(sided, search, until);
    if (best === null || found.cost.total < best.cost.total) best = found;
  }
  if (best === null) return part;
  return best.cost.crossings === 0 ? best.order : withBetterBranches(best, search, 0).order;
}

const shareOfAStart = 0.4;

function searchOf(part: readonly LayoutSymbol[]): Search {
  const families = [...new Set(part.flatMap(({ own }) => own))].toSorted((one, other) => one.index - other.index);
  const lines = [...new Set(part.flatMap(({ sideLinesFrom }) => sideLinesFrom))];
  let left = Math.min(mostOrders, leastOrders + ordersPerSymbol * part.length);
  return {
    consider: (order) => {
      left -= 1;
      const settled = withSiblingsInOrder(order, families);
      return { order: settled, cost: orderCost(settled, families, lines) };
    },
    left: () => left,
  };
}

/** Puts the other partner of one couple on the left, as long as one of them makes it better. */
function withBetterSides(drawn: (choices: LeftChoices) => Candidate, search: Search, until: number): Candidate {
  let choices: LeftChoices = new Map();
  let best = drawn(choices);
  for (let isBetter = true; isBetter && best.cost.troubled.length > 0; ) {
    isBetter = false;
    for (const nuclear of couplesAround(best.cost.troubled)) {
      if (search.left() <= until) return best;
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
function couplesAround(troubled: readonly NuclearFamily[]): readonly NuclearFamily[] {
  const around = new Set<NuclearFamily>();
  for (const nuclear of troubled) {
    around.add(nuclear);
    for (const symbol of nuclear.parents) for (const near of symbol.parents === null ? symbol.own : [symbol.parents, ...symbol.own]) around.add(near);
    for (const child of nuclear.children) for (const near of child.own) around.add(near);
  }
  return [...around];
}

const isSame = (one: readonly LayoutSymbol[], other: readonly LayoutSymbol[]): boolean => one.every((symbol, at) => symbol === other[at]);

function withBetterBranches(start: Candidate, search: Search, until: number): Candidate {
  let best = start;
  for (let isBetter = true; isBetter && best.cost.troubled.length > 0; ) {
    isBetter = false;
    for (const order of branchMoves(best.order, best.cost.troubled)) {
      if (search.left() <= until) return best;
      if (isSame(order, best.order)) continue;
      const found = search.consider(order);
      if (found.cost.total >= best.cost.total) continue;
      [best, isBetter] = [found, true];
      break;
    }
  }
  return best;
}

/** Siblings share out the places that they hold by their birth order, which a loop may have upset. */
function withSiblingsInOrder(order: readonly LayoutSymbol[], families: readonly NuclearFamily[]): readonly LayoutSymbol[] {
  order.forEach((symbol, at) => (symbol.at = at));
  const upset = families.filter(({ children }) => children.some((child, at) => at > 0 && (children[at - 1]?.at ?? 0) > child.at));
  if (upset.length === 0) return order;
  const result = [...order];
  for (const { children } of upset) {
    const places = children.map(({ at }) => at).toSorted((first, second) => first - second);
    children.forEach((child, at) => (result[places[at] ?? 0] = child));
  }
  return result;
}
