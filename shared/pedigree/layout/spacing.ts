import type { Individual } from '#shared/pedigree/individual.ts';
import type { LayoutSymbol, NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';
import { symbolSide, type SymbolExtent } from '#shared/pedigree/layout/pedigree-layout.ts';
import { placeIn, type Rows } from '#shared/pedigree/layout/rows.ts';
import { couples, type UnionRoute } from '#shared/pedigree/layout/union-routes.ts';

/** Room between what belongs to two symbols. */
const symbolGap = 14;
/** Between parallel lines. */
export const lineGap = 12;
/** Of a relationship line between two symbols side by side, outline to outline, at least. */
const unionLength = 36;
/** A line of somebody in a deeper row, running through. */
const lineExtent: SymbolExtent = { left: 6, right: 6, above: 0, below: 0 };

/** A symbol with two lines of text or none, where nobody says how much room it takes. */
export const plainExtent: SymbolExtent = { left: 26, right: 26, above: 26, below: 46 };

/** Half the width of an outline at a height of `dy` above or below its centre. */
export function halfWidth(individual: Pick<Individual, 'gender' | 'life'>, dy: number): number {
  const half = symbolSide / 2;
  if (individual.life.kind === 'loss') return half * 0.6;
  if (individual.gender === 'man-boy') return half;
  if (individual.gender === 'woman-girl') return Math.sqrt(Math.max(0, half * half - dy * dy));
  return diamondHalf - Math.abs(dy);
}

/** Half a diagonal of the diamond: 1.3 sides high (specification, conventions). */
export const diamondHalf = (symbolSide * 1.3) / 2;

/** Room kept for the line of a couple across rows. */
export type Columns = ReadonlyMap<NuclearFamily, LayoutSymbol>;

/** One end of a bow: which of the lines on that side of the symbol it is. */
export interface BowEnd {
  readonly symbol: LayoutSymbol;
  readonly facing: 'left' | 'right';
  /** Above or below the middle of the side, so that lines from one side are told apart. */
  readonly dy: number;
  /** From the symbol's centre to the vertical part of the bow, clear of the text. */
  readonly out: number;
  /** From the centre to the line of descent that leaves on the way to the bow, where one does. */
  readonly descent: number | null;
}

export interface Spacing {
  readonly extentIn: (row: number, symbol: LayoutSymbol) => SymbolExtent;
  /** The least distance of the centres of neighbours in a row. */
  readonly distance: (row: number, left: LayoutSymbol, right: LayoutSymbol) => number;
  /** Left end, right end; across rows, upper end, lower end. */
  readonly bowEnds: ReadonlyMap<NuclearFamily, readonly [BowEnd, BowEnd]>;
}

/** What room each symbol and each line beside it need. */
export function spacingOf(rows: Rows, routes: ReadonlyMap<NuclearFamily, UnionRoute>, columns: Columns, extentOf: (individual: Individual) => SymbolExtent): Spacing {
  const extents = new Map(rows.flatMap((symbols, row) => symbols.flatMap((symbol) => (symbol.row === row && !symbol.isLine ? [[symbol, atLeastSymbol(extentOf(symbol.individual))] as const] : []))));
  const extentIn = (row: number, symbol: LayoutSymbol): SymbolExtent => (row < symbol.row ? lineExtent : (extents.get(symbol) ?? lineExtent));
  const coupleAtSide = straightCouples(routes);
  const bowEnds = bowEndsOf(routes, columns, extentIn, coupleAtSide);
  const reach = new Map<LayoutSymbol, { left: number; right: number }>();
  for (const end of [...bowEnds.values()].flat()) {
    const room = reach.get(end.symbol) ?? { left: 0, right: 0 };
    room[end.facing] = Math.max(room[end.facing], Math.abs(end.out));
    reach.set(end.symbol, room);
  }
  const roomOf = (row: number, symbol: LayoutSymbol, side: 'left' | 'right'): number => Math.max(extentIn(row, symbol)[side], row === symbol.row ? (reach.get(symbol)?.[side] ?? 0) : 0);
  const distance = (row: number, left: LayoutSymbol, right: LayoutSymbol): number => {
    const [onRight, onLeft] = [roomOf(row, left, 'right'), roomOf(row, right, 'left')];
    const couple = coupleAtSide.get(left)?.right;
    if (row !== left.row || couple === undefined || !couple.parents.includes(right)) return onRight + onLeft + symbolGap;
    const outlines = halfWidth(left.individual, 0) + halfWidth(right.individual, 0) + unionLength;
    // The line of descent leaves from the middle and must not run through the text of either.
    return Math.max(outlines, couple.children.length > 0 ? 2 * Math.max(onRight, onLeft) + symbolGap : onRight + onLeft + symbolGap);
  };
  return { extentIn, distance, bowEnds };
}

/** The symbol itself is always inside. */
const atLeastSymbol = ({ left, right, above, below }: SymbolExtent): SymbolExtent => ({ left: Math.max(left, symbolSide / 2), right: Math.max(right, symbolSide / 2), above: Math.max(above, symbolSide / 2), below: Math.max(below, symbolSide / 2) });

type SideCouples = ReadonlyMap<LayoutSymbol, { readonly left?: NuclearFamily; readonly right?: NuclearFamily }>;

function straightCouples(routes: ReadonlyMap<NuclearFamily, UnionRoute>): SideCouples {
  const result = new Map<LayoutSymbol, { left?: NuclearFamily; right?: NuclearFamily }>();
  for (const [nuclear, { way }] of routes) {
    if (way !== 'straight') continue;
    const [left, right] = leftToRight(nuclear);
    if (right === undefined) continue;
    result.set(left, { ...result.get(left), right: nuclear });
    result.set(right, { ...result.get(right), left: nuclear });
  }
  return result;
}

/** The parents of a family as they stand; the second is undefined for a single parent. */
export function leftToRight({ parents: [one, other] }: NuclearFamily): readonly [LayoutSymbol, LayoutSymbol | undefined] {
  if (one === undefined) throw new Error('a family without parents');
  return other === undefined || one.at < other.at ? [one, other] : [other, one];
}

/** Between the ends of several lines on one side of a symbol. */
const sideSpread = 5;

interface Bow {
  readonly nuclear: NuclearFamily;
  readonly ends: readonly [LayoutSymbol, LayoutSymbol];
  readonly facing: readonly ['left' | 'right', 'left' | 'right'];
  readonly length: number;
  readonly isOver: boolean;
}

function bowEndsOf(routes: ReadonlyMap<NuclearFamily, UnionRoute>, columns: Columns, extentIn: Spacing['extentIn'], coupleAtSide: SideCouples): ReadonlyMap<NuclearFamily, readonly [BowEnd, BowEnd]> {
  const bows = [...routes].flatMap(([nuclear, route]): Bow[] => {
    if (route.way === 'straight') return [];
    const [left, right] = leftToRight(nuclear);
    if (right === undefined) return [];
    if (route.way !== 'across') return [{ nuclear, ends: [left, right], facing: ['right', 'left'], length: route.second - route.first, isOver: route.way === 'over' }];
    const [upper, lower] = left.row < right.row ? [left, right] : [right, left];
    // Leaves the upper partner where no other partner stands.
    const towards = upper.at < lower.at ? 'right' : 'left';
    const away = towards === 'right' ? 'left' : 'right';
    const isTaken = coupleAtSide.get(upper)?.[towards] !== undefined && coupleAtSide.get(upper)?.[away] === undefined;
    return [{ nuclear, ends: [upper, lower], facing: [isTaken ? away : towards, (columns.get(nuclear)?.at ?? -1) < lower.at ? 'left' : 'right'], length: Math.abs(placeIn(upper.row, upper) - placeIn(lower.row, lower)) + 1, isOver: false }];
  });
  const bySide = new Map<string, Bow[]>();
  for (const bow of bows) for (const at of [0, 1] as const) bySide.set(sideKey(bow, at), [...(bySide.get(sideKey(bow, at)) ?? []), bow]);
  const endOf = (bow: Bow, at: 0 | 1): BowEnd => {
    const [symbol, facing] = [bow.ends[at], bow.facing[at]];
    // The one that goes furthest leaves nearest the symbol, so that the bows nest.
    const same = (bySide.get(sideKey(bow, at)) ?? []).toSorted((one, other) => other.length - one.length || one.nuclear.index - other.nuclear.index);
    const alike = same.filter(({ isOver }) => isOver === bow.isOver);
    const isAlone = same.length === 1 && coupleAtSide.get(symbol)?.[facing] === undefined;
    const sign = facing === 'right' ? 1 : -1;
    const edge = extentIn(symbol.row, symbol)[facing] + lineGap * same.indexOf(bow) + lineGap / 2;
    const hasDescent = bow.isOver && bow.nuclear.children.length > 0 && isOuterEnd(bow, at);
    return { symbol, facing, dy: isAlone ? 0 : Math.min(15, sideSpread * (alike.length - alike.indexOf(bow))) * (bow.isOver ? -1 : 1), out: sign * (hasDescent ? edge + lineGap : edge), descent: hasDescent ? sign * edge : null };
  };
  return new Map(bows.map((bow) => [bow.nuclear, [endOf(bow, 0), endOf(bow, 1)] as const]));
}

const sideKey = ({ ends, facing }: Bow, at: 0 | 1): string => `${ends[at].key}|${facing[at]}`;

/** The partner with fewer partners: the children's line leaves beside them. */
const isOuterEnd = ({ ends: [left, right] }: Bow, at: 0 | 1): boolean => couples(left) <= couples(right) === (at === 0);
