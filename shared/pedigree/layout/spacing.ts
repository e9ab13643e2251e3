import type { Individual } from '#shared/pedigree/individual.ts';
import type { LayoutSymbol, NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';
import { symbolSide, type SymbolExtent } from '#shared/pedigree/layout/pedigree-layout.ts';
import type { Rows, UnionRoute } from '#shared/pedigree/layout/rows.ts';
import { familyRow } from '#shared/pedigree/layout/generations.ts';

/** Room between what belongs to two symbols. */
export const symbolGap = 14;
/** Between parallel lines. */
export const lineGap = 12;
/** Of a relationship line between two symbols side by side, outline to outline, at least. */
const unionLength = 36;
/** A line of somebody in a deeper row, running through. */
const lineExtent: SymbolExtent = { left: 6, right: 6, above: 0, below: 0 };

/** A symbol with two lines of text or none, where nobody says how much room it takes. */
export const plainExtent: SymbolExtent = { left: 26, right: 26, above: 26, below: 46 };

/** Half the width of an outline at a height of `dy` above or below its centre. */
export function halfWidth(individual: Individual, dy: number): number {
  const half = symbolSide / 2;
  if (individual.life.kind === 'loss') return half * 0.6;
  if (individual.gender === 'man-boy') return half;
  if (individual.gender === 'woman-girl') return Math.sqrt(Math.max(0, half * half - dy * dy));
  return diamondHalf - Math.abs(dy);
}

/** Half a diagonal of the diamond: 1.3 sides high (specification, conventions). */
export const diamondHalf = (symbolSide * 1.3) / 2;

/** One end of a bow: which of the lines on that side of the symbol it is. */
export interface BowEnd {
  readonly nuclear: NuclearFamily;
  readonly symbol: LayoutSymbol;
  readonly facing: 'left' | 'right';
  /** 0 for the one that goes furthest: it leaves nearest the symbol. */
  readonly rank: number;
  /** Above or below the middle of the side, so that lines from one side are told apart. */
  readonly dy: number;
  /** The descent leaves beside this end, on the way to the bow. */
  readonly hasDescent: boolean;
}

export interface Spacing {
  readonly extentIn: (row: number, symbol: LayoutSymbol) => SymbolExtent;
  /** The least distance of the centres of neighbours in a row. */
  readonly distance: (row: number, left: LayoutSymbol, right: LayoutSymbol) => number;
  readonly bowEnds: ReadonlyMap<NuclearFamily, readonly [BowEnd, BowEnd]>;
}

/** What room each symbol and each line beside it need. */
export function spacingOf(rows: Rows, families: readonly NuclearFamily[], routes: ReadonlyMap<NuclearFamily, UnionRoute>, extentOf: (individual: Individual) => SymbolExtent): Spacing {
  const extents = new Map<LayoutSymbol, SymbolExtent>();
  const bowEnds = bowEndsOf(rows, families, routes);
  const pads = new Map<LayoutSymbol, { left: number; right: number }>();
  for (const ends of bowEnds.values()) {
    for (const { symbol, facing, hasDescent } of ends) {
      const pad = pads.get(symbol) ?? { left: 0, right: 0 };
      pad[facing] += lineGap * (hasDescent ? 2 : 1);
      pads.set(symbol, pad);
    }
  }
  const extentIn = (row: number, symbol: LayoutSymbol): SymbolExtent => {
    if (row < symbol.row || symbol.isLine) return lineExtent;
    const known = extents.get(symbol) ?? atLeastSymbol(extentOf(symbol.individual));
    extents.set(symbol, known);
    return known;
  };
  const padOf = (row: number, symbol: LayoutSymbol, side: 'left' | 'right'): number => (row === symbol.row ? (pads.get(symbol)?.[side] ?? 0) : 0);
  const coupleOf = new Map<LayoutSymbol, NuclearFamily[]>();
  for (const nuclear of families) if (routes.get(nuclear) === 'straight') for (const parent of nuclear.parents) coupleOf.set(parent, [...(coupleOf.get(parent) ?? []), nuclear]);
  const distance = (row: number, left: LayoutSymbol, right: LayoutSymbol): number => {
    const reachRight = extentIn(row, left).right + padOf(row, left, 'right');
    const reachLeft = extentIn(row, right).left + padOf(row, right, 'left');
    const couple = left.row === row && right.row === row ? coupleOf.get(left)?.find(({ parents }) => parents.includes(right)) : undefined;
    if (couple === undefined) return reachRight + reachLeft + symbolGap;
    const outlines = halfWidth(left.individual, 0) + halfWidth(right.individual, 0) + unionLength;
    // The line of descent leaves from the middle and must not run through the text of either.
    return Math.max(outlines, couple.children.length > 0 ? 2 * Math.max(reachRight, reachLeft) + 8 : reachRight + reachLeft + symbolGap);
  };
  return { extentIn, distance, bowEnds };
}

/** The symbol itself is always inside. */
const atLeastSymbol = ({ left, right, above, below }: SymbolExtent): SymbolExtent => ({ left: Math.max(left, symbolSide / 2), right: Math.max(right, symbolSide / 2), above: Math.max(above, symbolSide / 2), below: Math.max(below, symbolSide / 2) });

const sideSpread = 5;

function bowEndsOf(rows: Rows, families: readonly NuclearFamily[], routes: ReadonlyMap<NuclearFamily, UnionRoute>): ReadonlyMap<NuclearFamily, readonly [BowEnd, BowEnd]> {
  const bows = families.filter((nuclear) => routes.get(nuclear) !== 'straight' && nuclear.parents.length > 1);
  const spans = bows.map((nuclear) => {
    const row = familyRow(nuclear);
    const [first, second] = nuclear.parents;
    if (first === undefined || second === undefined) throw new Error('a couple of one');
    const place = (symbol: LayoutSymbol): number => rows.placeIn(symbol.row, symbol) + (symbol.row === row ? 0 : 0.5);
    const [left, right] = routes.get(nuclear) === 'across' ? acrossEnds(first, second) : place(first) < place(second) ? [first, second] : [second, first];
    return { nuclear, left, right, length: Math.abs(place(first) - place(second)), isOver: routes.get(nuclear) === 'over' };
  });
  const straight = new Set(families.filter((nuclear) => routes.get(nuclear) === 'straight' && nuclear.parents.length > 1).flatMap(({ parents }) => parents.map((symbol) => [symbol, parents.find((other) => other !== symbol)] as const)).flatMap(([symbol, other]) => (other === undefined ? [] : [`${symbol.key}|${rows.placeIn(symbol.row, symbol) < rows.placeIn(symbol.row, other) ? 'right' : 'left'}`])));
  const endOf = (span: (typeof spans)[number], symbol: LayoutSymbol, facing: 'left' | 'right'): BowEnd => {
    const same = spans.filter((other) => (facing === 'right' ? other.left : other.right) === symbol).toSorted((one, other) => other.length - one.length || one.nuclear.index - other.nuclear.index);
    const alike = same.filter((other) => other.isOver === span.isOver);
    const isAlone = same.length === 1 && !straight.has(`${symbol.key}|${facing}`);
    const rank = alike.indexOf(span);
    const dy = isAlone ? 0 : Math.min(15, sideSpread * (alike.length - rank)) * (span.isOver ? -1 : 1);
    return { nuclear: span.nuclear, symbol, facing, rank: same.indexOf(span), dy, hasDescent: span.isOver && span.nuclear.children.length > 0 && isOuterEnd(span.nuclear, symbol) };
  };
  return new Map(spans.map((span) => [span.nuclear, [endOf(span, span.left, 'right'), endOf(span, span.right, 'left')] as const]));
}

/** Of a couple across rows the lower one is reached from the left. */
const acrossEnds = (first: LayoutSymbol, second: LayoutSymbol): readonly [LayoutSymbol, LayoutSymbol] => (first.row < second.row ? [first, second] : [second, first]);

/** The partner with fewer partners: the children's line leaves beside them. */
function isOuterEnd(nuclear: NuclearFamily, symbol: LayoutSymbol): boolean {
  const [first, second] = nuclear.parents;
  const couples = (who: LayoutSymbol | undefined): number => who?.own.filter(({ parents }) => parents.length > 1).length ?? 0;
  return couples(first) <= couples(second) === (symbol === first);
}
