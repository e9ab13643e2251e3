import { paintBehindLetter, takesPart, type StatedCondition } from '#shared/pedigree/drawing/condition-key.ts';
import { line, symbolStroke, textMark, type Mark, type MarkOwner, type Paint } from '#shared/pedigree/drawing/figure.ts';
import { circleRadius, outlineCorners, outlineMark, type SymbolShape } from '#shared/pedigree/drawing/symbol-outline.ts';
import type { Point } from '#shared/pedigree/layout/pedigree-layout.ts';

/** One part of a divided symbol. */
interface Part {
  readonly fill: Paint | null;
  readonly isUncertain: boolean;
}

/**
 * The parts of a symbol: one affected condition fills it whole; several conditions and carrier results share it equally, each with its fill; one
 * carrier result takes half and leaves half empty. An uncertain condition has a question mark in its part.
 *
 * Source: Bennett et al. 2022, figures 2 and 4 and section 4.5; where they are open, the order is clockwise from the upper left.
 */
export function fillMarks(owner: MarkOwner, shape: SymbolShape, stated: readonly StatedCondition[], hasInnerMark: boolean): readonly Mark[] {
  const parts = symbolParts(stated, hasInnerMark);
  const first = parts[0];
  if (first === undefined) return [];
  if (parts.length === 1) {
    if (first.isUncertain) return [hasInnerMark ? uncertainMark(owner, { x: -besideLetter, y: 0 }, uncertainSize - 2) : uncertainMark(owner, { x: 0, y: shape === 'triangle' ? 0 : 1 })];
    return first.fill === null ? [] : [outlineMark(owner, 'fill', shape, null, first.fill)];
  }
  const regions = shape === 'circle' ? circleRegions(parts.length) : polygonRegions(shape, parts.length);
  return [
    ...regions.flatMap((region, index) => partMarks(owner, region, parts[index])),
    ...regions.flatMap(({ rays }) => rays.map((to) => line(owner, 'division', regions[0]?.hub ?? { x: 0, y: 0 }, to, symbolStroke))),
  ];
}

function symbolParts(stated: readonly StatedCondition[], hasInnerMark: boolean): readonly Part[] {
  const shown = stated.filter(({ row }) => takesPart(row.state));
  const [first, second] = shown;
  if (first === undefined) return [];
  if (shown.length === 1) {
    const part = partOf(first, hasInnerMark);
    const isWhole = first.row.state === 'affected' || first.row.state === 'uncertain';
    if (isWhole) return [part];
    const empty: Part = { fill: null, isUncertain: false };
    return first.look.place === 'left' ? [part, empty] : [empty, part];
  }
  const parts = shown.map((entry) => partOf(entry, false));
  const isSwapped = shown.length === 2 && first.look.place === 'right' && second?.look.place === 'left';
  return isSwapped ? parts.toReversed() : parts;
}

function partOf({ look, row }: StatedCondition, isBehindLetter: boolean): Part {
  if (row.state === 'uncertain') return { fill: null, isUncertain: true };
  if (row.state === 'affected') return { fill: isBehindLetter ? paintBehindLetter(look.affected) : look.affected, isUncertain: false };
  return { fill: look.carrier, isUncertain: false };
}

function partMarks(owner: MarkOwner, region: Region, part: Part | undefined): readonly Mark[] {
  if (part === undefined) return [];
  if (part.isUncertain) return [uncertainMark(owner, region.middle)];
  return part.fill === null ? [] : [region.markOf(owner, part.fill)];
}

const uncertainSize = 14;
const besideLetter = 12;
const uncertainMark = (owner: MarkOwner, { x, y }: Point, size = uncertainSize): Mark => textMark(owner, 'uncertain-mark', '?', { x, y: y + size * 0.36 }, { size, anchor: 'middle', boldLength: 1, hasHalo: true });

interface Region {
  readonly hub: Point;
  readonly middle: Point;
  /** Ends of the dividing lines that this region brings, from the hub. */
  readonly rays: readonly Point[];
  readonly markOf: (owner: MarkOwner, fill: Paint) => Mark;
}

/** Parts follow each other clockwise; up to four begin at the upper left and end at 12 o'clock, five or more begin at 12 o'clock. */
const clockwiseOrder = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => (count <= 4 ? (index + count - 1) % count : index));

function circleRegions(count: number): readonly Region[] {
  const hub = { x: 0, y: 0 };
  const onCircle = (degrees: number, radius = circleRadius): Point => ({ x: radius * Math.sin((degrees * Math.PI) / 180), y: -radius * Math.cos((degrees * Math.PI) / 180) });
  return clockwiseOrder(count).map((index): Region => {
    const [start, end] = [(index * 360) / count, ((index + 1) * 360) / count];
    return {
      hub,
      middle: onCircle((start + end) / 2, circleRadius * 0.55),
      rays: [onCircle(end)],
      markOf: (owner, fill) => ({ kind: 'sector', role: 'fill', owner, hasHalo: false, centre: hub, radius: circleRadius, start, end, stroke: null, fill }),
    };
  });
}

/**
 * Equal areas of a polygon that has an inscribed circle: from its centre, equal lengths of the outline span equal areas, since all sides are equally far.
 * Four parts of a diamond are cut parallel to its sides (figure 2), which is the same from the middle of a side.
 */
function polygonRegions(shape: SymbolShape, count: number): readonly Region[] {
  const corners = fromTheTop(shape);
  const hub = incentre(corners);
  const perimeter = outlineLength(corners);
  const isSmallDiamonds = shape === 'diamond' && count === 4;
  const offset = isSmallDiamonds ? -perimeter / 8 : 0;
  const order = isSmallDiamonds ? [0, 1, 2, 3] : clockwiseOrder(count);
  return order.map((index): Region => {
    const [start, end] = [offset + (index * perimeter) / count, offset + ((index + 1) * perimeter) / count];
    const rim = outlineBetween(corners, start, end);
    const points = [hub, ...rim];
    const ray = rim.at(-1);
    return {
      hub,
      middle: { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) },
      rays: ray === undefined ? [] : [ray],
      markOf: (owner, fill) => ({ kind: 'polygon', role: 'fill', owner, hasHalo: false, points, stroke: null, fill }),
    };
  });
}

/** Corners clockwise from 12 o'clock, where the square gets one more. */
function fromTheTop(shape: SymbolShape): readonly Point[] {
  const corners = outlineCorners(shape);
  const [upperLeft, ...others] = corners;
  return shape === 'square' && upperLeft !== undefined ? [{ x: 0, y: upperLeft.y }, ...others, upperLeft] : corners;
}

function incentre(corners: readonly Point[]): Point {
  if (corners.length !== 3) return { x: 0, y: 0 };
  const [apex, right, left] = corners;
  if (apex === undefined || right === undefined || left === undefined) return { x: 0, y: 0 };
  const [base, side] = [distance(left, right), distance(apex, right)];
  return { x: 0, y: (base * apex.y + 2 * side * right.y) / (base + 2 * side) };
}

/** The piece of the outline between two lengths along it, its corners included; lengths before the top count backwards. */
function outlineBetween(corners: readonly Point[], start: number, end: number): readonly Point[] {
  const perimeter = outlineLength(corners);
  const cornerLengths = corners.map((_, index) => outlineLength(corners.slice(0, index + 1), false));
  const between = [...cornerLengths.map((length) => length - perimeter), ...cornerLengths, ...cornerLengths.map((length) => length + perimeter)].filter((length) => length > start + 1e-6 && length < end - 1e-6);
  return [start, ...between, end].map((length) => pointAlong(corners, ((length % perimeter) + perimeter) % perimeter));
}

function pointAlong(corners: readonly Point[], length: number): Point {
  let left = length;
  for (const [index, from] of corners.entries()) {
    const to = corners[(index + 1) % corners.length] ?? from;
    const side = distance(from, to);
    if (left <= side) return { x: from.x + ((to.x - from.x) * left) / side, y: from.y + ((to.y - from.y) * left) / side };
    left -= side;
  }
  return corners[0] ?? { x: 0, y: 0 };
}

function outlineLength(corners: readonly Point[], isClosed = true): number {
  const ends = isClosed ? [...corners.slice(1), ...corners.slice(0, 1)] : corners.slice(1);
  return ends.reduce((sum, to, index) => sum + distance(corners[index] ?? to, to), 0);
}

const distance = (first: Point, second: Point): number => Math.hypot(first.x - second.x, first.y - second.y);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
