import type { Family } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import type { DescentOrigin, FamilyStructure, Union } from '#shared/pedigree/structure.ts';

/** One symbol to be placed. `row` and `top` are filled in by the generations. */
export interface LayoutSymbol {
  /** Place in the order told; repeats come last. */
  readonly index: number;
  readonly key: string;
  readonly individual: Individual;
  readonly isRepeat: boolean;
  /** The family from whose sibship line the symbol hangs. */
  parents: NuclearFamily | null;
  /** The families in which it is a parent, in the order told. */
  readonly own: NuclearFamily[];
  /** Further lines that begin here or at a couple of which it is a partner. */
  readonly sideLinesFrom: SideLine[];
  /** No symbol, but room kept for a line that runs through rows. */
  readonly isLine: boolean;
  /** The twin group it belongs to. */
  readonly twins: string | null;
  /** The row that it stands on, 0 the eldest. */
  row: number;
  /** The first row that its own line runs through: `row`, or less where it stands deeper than its siblings might. */
  top: number;
  /** Place in the order that was looked at last, and in each of its rows from `top` on. */
  at: number;
  readonly places: number[];
  /** Centre, from left to right. */
  x: number;
}

/** A couple or a single parent with the children of their sibship line: the unit that lines join. */
export interface NuclearFamily {
  readonly index: number;
  readonly union: Union | null;
  readonly sibshipKey: string | null;
  /** One parent, or two in the order told. */
  readonly parents: readonly LayoutSymbol[];
  /** In birth order. */
  readonly children: LayoutSymbol[];
  /** Tells several undrawn partners of one parent apart. */
  readonly undrawnPartner: number;
}

/** A line of descent besides the vertical one: from a donor, an adoptive parent, a second couple. */
export interface SideLine {
  readonly origin: readonly LayoutSymbol[];
  readonly children: readonly LayoutSymbol[];
  /** False where it would make somebody their own ancestor: then it says nothing about generations. */
  setsGenerations: boolean;
}

export interface LayoutGraph {
  readonly symbols: readonly LayoutSymbol[];
  readonly families: readonly NuclearFamily[];
  readonly sideLines: readonly SideLine[];
  /** Symbols joined by lines, each part in the order told. */
  readonly parts: readonly (readonly LayoutSymbol[])[];
}

/**
 * The lines of a family as a graph of symbols without circles of descent. Where the data make somebody their own ancestor, that child is drawn a second
 * time below the parents who are also its descendants: the only reason for a repeat, because a line that must go down cannot come back.
 */
export function layoutGraph(family: Family, structure: FamilyStructure): LayoutGraph {
  const symbols: LayoutSymbol[] = family.individuals.map((individual, index) => newSymbol(individual, index, individual.id, structure.twinGroupOf.get(individual.id)?.id ?? null));
  const symbolOf = new Map(symbols.map((symbol) => [symbol.key, symbol]));
  const families = nuclearFamilies(structure, symbolOf);
  const sideLines = structure.sideDescents.map(({ origin, childIds }): SideLine => ({ origin: originSymbols(origin, families, symbolOf), children: known(childIds, symbolOf), setsGenerations: true })).filter(({ origin, children }) => origin.length > 0 && children.length > 0).toSorted(bySymbols);
  for (const nuclear of families) for (const child of nuclear.children) child.parents = nuclear;
  for (const nuclear of families) for (const parent of nuclear.parents) parent.own.push(nuclear);
  for (const line of sideLines) for (const symbol of line.origin) symbol.sideLinesFrom.push(line);
  const all = withoutCircles(symbols, sideLines);
  return { symbols: all, families, sideLines, parts: partsOf(all) };
}

const newSymbol = (individual: Individual, index: number, key: string, twins: string | null): LayoutSymbol => ({ index, key, individual, isRepeat: key !== individual.id, isLine: false, twins, parents: null, own: [], sideLinesFrom: [], row: 0, top: 0, at: 0, places: [], x: 0 });

/** Couples and single parents, sorted by who was told first, so that the order of rows in a file changes nothing. */
function nuclearFamilies(structure: FamilyStructure, symbolOf: ReadonlyMap<string, LayoutSymbol>): readonly NuclearFamily[] {
  const sibshipOfUnion = new Map(structure.sibships.flatMap((sibship) => (sibship.origin.kind === 'union' ? [[sibship.origin.unionKey, sibship] as const] : [])));
  const couples = structure.unions.map((union) => {
    const sibship = sibshipOfUnion.get(union.key);
    return { union, sibshipKey: sibship?.key ?? null, parents: known(union.partnerIds, symbolOf).toSorted(asTold), children: known(sibship?.members.map(({ childId }) => childId) ?? [], symbolOf), undrawnPartner: 0 };
  });
  const singles = structure.sibships.flatMap((sibship) => {
    if (sibship.origin.kind === 'union') return [];
    return [{ union: null, sibshipKey: sibship.key, parents: known([sibship.origin.individualId], symbolOf), children: known(sibship.members.map(({ childId }) => childId), symbolOf), undrawnPartner: sibship.origin.undrawnPartner }];
  });
  const told = [...couples, ...singles].filter(({ parents }) => parents.length > 0).toSorted((first, second) => byFirst(first.parents, second.parents) || first.undrawnPartner - second.undrawnPartner);
  return told.map((nuclear, index) => ({ ...nuclear, index }));
}

function originSymbols(origin: DescentOrigin, families: readonly NuclearFamily[], symbolOf: ReadonlyMap<string, LayoutSymbol>): readonly LayoutSymbol[] {
  if (origin.kind === 'individual') return known([origin.individualId], symbolOf);
  return families.find(({ union }) => union?.key === origin.unionKey)?.parents ?? [];
}

const known = (ids: readonly string[], symbolOf: ReadonlyMap<string, LayoutSymbol>): LayoutSymbol[] => ids.flatMap((id) => symbolOf.get(id) ?? []);
const asTold = (first: LayoutSymbol, second: LayoutSymbol): number => first.index - second.index;
const bySymbols = (first: SideLine, second: SideLine): number => byFirst(first.children, second.children) || byFirst(first.origin, second.origin);

/** Compares lists of symbols by the order told, place by place. */
function byFirst(first: readonly LayoutSymbol[], second: readonly LayoutSymbol[]): number {
  for (const [at, symbol] of first.entries()) {
    const other = second[at];
    if (other === undefined) return 1;
    if (symbol !== other) return symbol.index - other.index;
  }
  return first.length - second.length;
}

/** Walks down from everybody in the order told; a child met among those it is walked down from gets a second symbol in that sibship. */
function withoutCircles(symbols: readonly LayoutSymbol[], sideLines: readonly SideLine[]): readonly LayoutSymbol[] {
  const all = [...symbols];
  const above = new Set<LayoutSymbol>();
  const done = new Set<LayoutSymbol>();
  const repeats = new Map<string, number>();
  const walk = (symbol: LayoutSymbol): void => {
    above.add(symbol);
    for (const nuclear of symbol.own) {
      for (const [at, child] of nuclear.children.entries()) {
        if (above.has(child)) {
          const count = (repeats.get(child.key) ?? 1) + 1;
          repeats.set(child.key, count);
          const repeat = newSymbol(child.individual, all.length, `${child.key}#${String(count)}`, child.twins);
          child.parents = null;
          repeat.parents = nuclear;
          nuclear.children[at] = repeat;
          all.push(repeat);
        } else if (!done.has(child)) walk(child);
      }
    }
    for (const line of symbol.sideLinesFrom) {
      for (const child of line.children) {
        if (above.has(child)) line.setsGenerations = false;
        else if (!done.has(child)) walk(child);
      }
    }
    above.delete(symbol);
    done.add(symbol);
  };
  for (const symbol of symbols) if (!done.has(symbol)) walk(symbol);
  for (const line of sideLines) if (line.origin.length === 0) line.setsGenerations = false;
  return all;
}

function partsOf(symbols: readonly LayoutSymbol[]): readonly (readonly LayoutSymbol[])[] {
  const linesTo = new Map<LayoutSymbol, SideLine[]>();
  for (const line of new Set(symbols.flatMap(({ sideLinesFrom }) => sideLinesFrom))) for (const child of line.children) linesTo.set(child, [...(linesTo.get(child) ?? []), line]);
  const seen = new Set<LayoutSymbol>();
  return symbols.flatMap((start) => {
    if (seen.has(start)) return [];
    const part: LayoutSymbol[] = [];
    const open = [start];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      part.push(next);
      for (const nuclear of next.parents === null ? next.own : [next.parents, ...next.own]) open.push(...nuclear.parents, ...nuclear.children);
      for (const line of [...next.sideLinesFrom, ...(linesTo.get(next) ?? [])]) open.push(...line.origin, ...line.children);
    }
    return [part.toSorted(asTold)];
  });
}

/** The partner of a symbol in a family; null for a single parent. */
export const partnerIn = (nuclear: NuclearFamily, symbol: LayoutSymbol): LayoutSymbol | null => nuclear.parents.find((parent) => parent !== symbol) ?? null;
