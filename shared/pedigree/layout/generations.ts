import type { LayoutGraph, LayoutSymbol, NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';
import { leastStretch, type LevelEdge } from '#shared/pedigree/layout/least-stretch.ts';

/**
 * Gives each symbol its row: partners on one row wherever that puts nobody above their own parent, children below all who have a line to them, and
 * lines of descent that skip as few generations as possible. An uncle who marries his niece stands on her row; father and daughter cannot, and their
 * line goes across the rows.
 */
export function assignGenerations({ symbols, families, sideLines, parts }: LayoutGraph): void {
  const groups = partnerGroups(symbols, families);
  const edges: LevelEdge[] = [];
  const below = (upper: LayoutSymbol, lower: LayoutSymbol): void => void edges.push({ from: groups.of(upper), to: groups.of(lower), weight: 1, length: 1 });
  for (const { parents, children } of families) {
    // One edge for a couple on one row: both partners pull the child together.
    for (const parent of new Set(parents.map((symbol) => groups.of(symbol)))) for (const child of children) edges.push({ from: parent, to: groups.of(child), weight: 1, length: 1 });
  }
  for (const { origin, children, setsGenerations } of sideLines) {
    if (setsGenerations) for (const upper of origin) for (const child of children) if (groups.canStandBelow(upper, child)) below(upper, child);
  }
  const levels = leastStretch(groups.count, edges);
  for (const symbol of symbols) symbol.row = levels[groups.of(symbol)] ?? 0;
  for (const part of parts) {
    const least = part.reduce((row, symbol) => Math.min(row, symbol.row), Infinity);
    for (const symbol of part) symbol.row -= least;
  }
  for (const symbol of symbols) symbol.top = symbol.parents === null ? symbol.row : familyRow(symbol.parents) + 1;
}

/** The row below which the children of a family stand: that of the lower partner. */
export const familyRow = ({ parents }: NuclearFamily): number => parents.reduce((row, parent) => Math.max(row, parent.row), 0);

interface PartnerGroups {
  readonly count: number;
  readonly of: (symbol: LayoutSymbol) => number;
  readonly canStandBelow: (upper: LayoutSymbol, lower: LayoutSymbol) => boolean;
}

/** Partners joined to groups that share a row, couple by couple in the order told, leaving out a couple of whom one descends from the other's group. */
function partnerGroups(symbols: readonly LayoutSymbol[], families: readonly NuclearFamily[]): PartnerGroups {
  const groupOf = new Map(symbols.map((symbol, index) => [symbol, { index, members: [symbol] }]));
  type Group = { readonly index: number; readonly members: LayoutSymbol[] };
  const groupFor = (symbol: LayoutSymbol): Group => {
    const group = groupOf.get(symbol);
    if (group === undefined) throw new Error('a symbol without a group');
    return group;
  };
  const descends = (upper: Group, lower: Group): boolean => {
    const seen = new Set<Group>([upper]);
    const open = [upper];
    for (let group = open.pop(); group !== undefined; group = open.pop()) {
      for (const symbol of group.members) {
        const children = [...symbol.own.flatMap((nuclear) => nuclear.children), ...symbol.sideLinesFrom.flatMap((line) => (line.setsGenerations ? line.children : []))];
        for (const next of children.map(groupFor)) {
          if (next === lower) return true;
          if (seen.has(next)) continue;
          seen.add(next);
          open.push(next);
        }
      }
    }
    return false;
  };
  for (const { parents: [first, second] } of families) {
    if (first === undefined || second === undefined) continue;
    const [one, other] = [groupFor(first), groupFor(second)];
    if (one === other || descends(one, other) || descends(other, one)) continue;
    const [kept, merged] = one.members.length >= other.members.length ? [one, other] : [other, one];
    kept.members.push(...merged.members);
    for (const symbol of merged.members) groupOf.set(symbol, kept);
  }
  const numbers = new Map<Group, number>();
  for (const symbol of symbols) if (!numbers.has(groupFor(symbol))) numbers.set(groupFor(symbol), numbers.size);
  return { count: numbers.size, of: (symbol) => numbers.get(groupFor(symbol)) ?? 0, canStandBelow: (upper, lower) => groupFor(upper) !== groupFor(lower) };
}
