import { labelMark, sibshipLineEnds } from '#shared/pedigree/drawing/descent-lines.ts';
import type { DrawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { boxOfMark } from '#shared/pedigree/drawing/figure-box.ts';
import { dashedStroke, line, lineStroke, moveMark, polyline, type Mark, type MarkOwner } from '#shared/pedigree/drawing/figure.ts';
import { unionDescentStart } from '#shared/pedigree/drawing/relationship-line.ts';
import type { PlacedSymbols, StandingSymbol } from '#shared/pedigree/drawing/placed-symbols.ts';
import { drawSymbol } from '#shared/pedigree/drawing/symbol.ts';
import { lowerSide, outlineBottom, outlineReach, outlineTop } from '#shared/pedigree/drawing/symbol-outline.ts';
import type { PlacedSibship, PlacedUnion, Point } from '#shared/pedigree/layout/pedigree-layout.ts';
import type { FamilyStructure, SideDescent } from '#shared/pedigree/structure.ts';

/**
 * The line from an origin besides the vertical one: a donor, a carrier's partner, a second couple. It ends at the apex of the child, where all its lines
 * meet, or at the end of the sibship line where all children share it.
 *
 * Source: Bennett et al. 2022, figure 5 (1c: sibship line) and figure 3 (adoption by a relative: dashed).
 */
export function sideDescentMarks(descent: SideDescent, symbols: PlacedSymbols, sibships: ReadonlyMap<string, PlacedSibship>, unions: ReadonlyMap<string, PlacedUnion>, doubleUnions: ReadonlySet<string>, context: DrawingContext): readonly Mark[] {
  const owner: MarkOwner = { kind: 'side-descent', key: descent.key };
  const end = descent.childIds.length > 1 ? sharedEnd(descent, symbols, sibships, unions, context.structure) : apexOf(descent.childIds[0], symbols);
  if (end === null) return [];
  const start = startOf(descent, end, symbols, unions, doubleUnions);
  if (start === null) return [];
  const stroke = descent.isDashed ? dashedStroke : lineStroke;
  const bend = descent.origin.kind === 'union' ? bendBelowPartner(start, end, unions.get(descent.origin.unionKey), symbols) : bendBesideText(start, end, symbols.ofPerson.get(descent.origin.individualId), context);
  return [
    bend === null ? line(owner, 'side-descent', start, end, stroke) : polyline(owner, 'side-descent', [start, bend, end], stroke),
    ...(descent.label === '' ? [] : [labelMark(owner, descent.label, { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 })]),
  ];
}

function apexOf(childId: string | undefined, symbols: PlacedSymbols): Point | null {
  const child = symbols.ofPerson.get(childId ?? '');
  return child === undefined ? null : { x: child.placed.x, y: child.placed.y + outlineTop(child.shape) };
}

/** From a couple's line to a child aside, a straight line would run behind the partner on that side: it goes down past the symbol first. */
function bendBelowPartner(start: Point, end: Point, union: PlacedUnion | undefined, symbols: PlacedSymbols): Point | null {
  const partner = symbols.byKey.get((end.x < start.x ? union?.leftKey : union?.rightKey) ?? '');
  if (partner === undefined || end.y <= start.y) return null;
  const foot = partner.placed.y + outlineBottom(partner.shape) + clearance;
  const inner = Math.abs(partner.placed.x - start.x) - outlineReach(partner.shape) - clearance;
  const heightAtPartner = start.y + ((end.y - start.y) * inner) / Math.max(1, Math.abs(end.x - start.x));
  return heightAtPartner >= foot || foot >= end.y ? null : { x: start.x, y: foot };
}

const clearance = 6;

/** A steep line would run through the text below its own symbol: it goes out past the text first, between symbol and text. */
function bendBesideText(start: Point, end: Point, symbol: StandingSymbol | undefined, context: DrawingContext): Point | null {
  if (symbol === undefined || end.y <= start.y) return null;
  const { individual, placed, shape } = symbol;
  const texts = drawSymbol(individual, context, placed).marks.filter(({ role }) => role === 'text-line').map((mark) => boxOfMark(moveMark(mark, placed)));
  const at = (y: number): number => start.x + ((end.x - start.x) * (y - start.y)) / (end.y - start.y);
  const isClear = texts.every(({ left, right, top, bottom }) => [top, (top + bottom) / 2, bottom].map(at).every((x) => x < left || x > right));
  if (isClear) return null;
  const isRight = start.x >= placed.x;
  const edges = texts.map(({ left, right }) => (isRight ? right + textClearance : left - textClearance));
  return { x: isRight ? Math.max(...edges) : Math.min(...edges), y: placed.y + outlineBottom(shape) + 3 };
}

const textClearance = 4;

/** The end of the sibship line that is nearer to the origin. */
function sharedEnd(descent: SideDescent, symbols: PlacedSymbols, sibships: ReadonlyMap<string, PlacedSibship>, unions: ReadonlyMap<string, PlacedUnion>, structure: FamilyStructure): Point | null {
  const sibship = structure.sibships.find(({ members }) => members.some(({ childId }) => childId === descent.childIds[0]));
  const placed = sibship === undefined ? undefined : sibships.get(sibship.key);
  const middle = middleOf(descent, symbols, unions);
  if (sibship === undefined || placed === undefined || middle === null) return null;
  const { left, right } = sibshipLineEnds(placed, sibship, symbols);
  return { x: middle.x > (left + right) / 2 ? right : left, y: placed.lineY };
}

function startOf(descent: SideDescent, end: Point, symbols: PlacedSymbols, unions: ReadonlyMap<string, PlacedUnion>, doubleUnions: ReadonlySet<string>): Point | null {
  if (descent.origin.kind === 'union') {
    const union = unions.get(descent.origin.unionKey);
    return union === undefined ? null : unionDescentStart(union, doubleUnions.has(descent.origin.unionKey));
  }
  const middle = middleOf(descent, symbols, unions);
  if (middle === null) return null;
  const parent = symbols.ofPerson.get(descent.origin.individualId);
  if (parent === undefined) return null;
  const side = lowerSide(parent.shape, end.x < middle.x ? -1 : 1);
  return { x: middle.x + side.x, y: middle.y + side.y };
}

function middleOf({ origin }: SideDescent, symbols: PlacedSymbols, unions: ReadonlyMap<string, PlacedUnion>): Point | null {
  if (origin.kind === 'union') return unions.get(origin.unionKey)?.descent ?? null;
  const parent = symbols.ofPerson.get(origin.individualId);
  return parent === undefined ? null : { x: parent.placed.x, y: parent.placed.y };
}
