import { dashedStroke, line, lineStroke, polyline, textMark, type Mark, type MarkOwner, type Stroke } from '#shared/pedigree/drawing/figure.ts';
import type { PlacedSymbols, StandingSymbol } from '#shared/pedigree/drawing/placed-symbols.ts';
import { unionDescentStart } from '#shared/pedigree/drawing/relationship-line.ts';
import { lowerSide, outlineBottom, outlineTop } from '#shared/pedigree/drawing/symbol-outline.ts';
import { textSize } from '#shared/pedigree/drawing/symbol-text.ts';
import { twinApexX, twinMarks, type PlacedTwin } from '#shared/pedigree/drawing/twins.ts';
import type { TwinGroup } from '#shared/pedigree/family.ts';
import type { PlacedSibship, PlacedUnion, Point } from '#shared/pedigree/layout/pedigree-layout.ts';
import type { Sibship } from '#shared/pedigree/structure.ts';

/** One child or one group of twins, as it hangs from the sibship line. */
interface Hanging {
  readonly x: number;
  readonly isDashed: boolean;
  readonly marks: readonly Mark[];
}

/** The vertical line of descent, the sibship line and the children's own lines. What only adoptive, foster and step children need is dashed. */
export function sibshipMarks(placed: PlacedSibship, sibship: Sibship, symbols: PlacedSymbols, unions: ReadonlyMap<string, PlacedUnion>, doubleUnions: ReadonlySet<string>, twinGroups: ReadonlyMap<string, TwinGroup>): readonly Mark[] {
  const owner: MarkOwner = { kind: 'sibship', key: placed.key };
  const hangings = hangingChildren(owner, placed, sibship, symbols, twinGroups);
  if (hangings.length === 0) return [];
  const isAllDashed = hangings.every(({ isDashed }) => isDashed);
  const descent = descentPoints(placed, sibship, symbols, unions, doubleUnions);
  const foot = descent.at(-1) ?? { x: 0, y: placed.lineY };
  return [
    polyline(owner, 'descent', descent, strokeOf(isAllDashed)),
    ...sibshipLines(owner, foot.x, placed.lineY, hangings, isAllDashed),
    ...hangings.flatMap(({ marks }) => marks),
    ...(sibship.label === '' ? [] : [labelMark(owner, sibship.label, { x: foot.x, y: (placed.lineY + (descent[0]?.y ?? 0)) / 2 })]),
  ];
}

export function labelMark(owner: MarkOwner, label: string, at: Point): Mark {
  return textMark(owner, 'line-label', label, { x: at.x + 5, y: at.y }, { size: textSize - 1, tone: 'soft', hasHalo: true });
}

/** The ends of the sibship line: of the children's own lines and of the line of descent. */
export function sibshipLineEnds(placed: PlacedSibship, sibship: Sibship, symbols: PlacedSymbols): { readonly left: number; readonly right: number } {
  const groups = groupedChildren(placed, sibship, symbols).map((group) => twinApexX(group));
  const xs = [...groups, ...placed.descent.slice(-1).map(({ x }) => x)];
  return { left: Math.min(...xs), right: Math.max(...xs) };
}

const strokeOf = (isDashed: boolean): Stroke => (isDashed ? dashedStroke : lineStroke);

function hangingChildren(owner: MarkOwner, placed: PlacedSibship, sibship: Sibship, symbols: PlacedSymbols, twinGroups: ReadonlyMap<string, TwinGroup>): readonly Hanging[] {
  return groupedChildren(placed, sibship, symbols).flatMap((children): readonly Hanging[] => {
    const first = children[0];
    if (first === undefined) return [];
    const isDashed = children.every((child) => child.isDashed);
    const group = children.length > 1 ? twinGroups.get(first.symbol.individual.id) : undefined;
    if (group !== undefined) return [{ x: twinApexX(children), isDashed, marks: twinMarks(group, children, placed.lineY) }];
    const { x, y } = first.symbol.placed;
    return [{ x, isDashed, marks: [line({ kind: 'individual', key: first.symbol.placed.key }, 'own-line', { x, y: placed.lineY }, { x, y: y + outlineTop(first.symbol.shape) }, strokeOf(isDashed))] }];
  });
}

/** Children from left to right, twins of one group together. */
function groupedChildren(placed: PlacedSibship, sibship: Sibship, symbols: PlacedSymbols): readonly (readonly PlacedTwin[])[] {
  const memberOf = new Map(sibship.members.map((member) => [member.childId, member]));
  const groups: PlacedTwin[][] = [];
  const groupOf = new Map<string, PlacedTwin[]>();
  for (const key of placed.childKeys) {
    const symbol = symbols.byKey.get(key);
    if (symbol === undefined) continue;
    const member = memberOf.get(symbol.individual.id);
    const twin: PlacedTwin = { symbol, isDashed: member?.isDashed ?? false };
    const twinGroupId = member?.twinGroupId ?? null;
    const known = twinGroupId === null ? undefined : groupOf.get(twinGroupId);
    if (known !== undefined) {
      known.push(twin);
      continue;
    }
    const group = [twin];
    groups.push(group);
    if (twinGroupId !== null) groupOf.set(twinGroupId, group);
  }
  return groups;
}

/** The layout's route, its beginning brought to the couple's line or to the outline of the one parent. */
function descentPoints(placed: PlacedSibship, { origin }: Sibship, symbols: PlacedSymbols, unions: ReadonlyMap<string, PlacedUnion>, doubleUnions: ReadonlySet<string>): readonly Point[] {
  const [start, ...rest] = placed.descent;
  if (start === undefined) return [];
  if (origin.kind === 'union') {
    const union = unions.get(origin.unionKey);
    return [union === undefined ? start : unionDescentStart(union, doubleUnions.has(origin.unionKey)), ...rest];
  }
  const parent = symbols.ofPerson.get(origin.individualId);
  return parent === undefined ? placed.descent : [parentStart(parent, origin.undrawnPartner, start, rest[0]), ...rest];
}

/** The bottom for the first partner who is not drawn; the lower left or right for a further one, whose line runs aside. */
function parentStart({ placed, shape }: StandingSymbol, undrawnPartner: number, start: Point, next: Point | undefined): Point {
  if (undrawnPartner === 0 || next === undefined || next.x === placed.x) return { x: undrawnPartner === 0 ? placed.x : start.x, y: placed.y + outlineBottom(shape) };
  const side = lowerSide(shape, next.x < placed.x ? -1 : 1);
  return { x: placed.x + side.x, y: placed.y + side.y };
}

/** Solid as far as solid children and the line of descent reach, dashed beyond. A single child right below needs none. */
function sibshipLines(owner: MarkOwner, footX: number, y: number, hangings: readonly Hanging[], isAllDashed: boolean): readonly Mark[] {
  const solid = [footX, ...hangings.filter(({ isDashed }) => !isDashed || isAllDashed).map(({ x }) => x)];
  const all = [footX, ...hangings.map(({ x }) => x)];
  const [left, right] = [Math.min(...all), Math.max(...all)];
  const [solidLeft, solidRight] = [Math.min(...solid), Math.max(...solid)];
  const piece = (from: number, to: number, isDashed: boolean): readonly Mark[] => (to - from < 0.01 ? [] : [line(owner, 'sibship-line', { x: from, y }, { x: to, y }, strokeOf(isDashed))]);
  return [...piece(left, solidLeft, true), ...piece(solidLeft, solidRight, isAllDashed), ...piece(solidRight, right, true)];
}
