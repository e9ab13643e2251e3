import { childlessnessMarks, coupleStub } from '#shared/pedigree/drawing/childlessness.ts';
import type { DrawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { line, lineStroke, polyline, textMark, type Mark, type MarkOwner } from '#shared/pedigree/drawing/figure.ts';
import type { PlacedSymbols, StandingSymbol } from '#shared/pedigree/drawing/placed-symbols.ts';
import { outlineHalfWidth } from '#shared/pedigree/drawing/symbol-outline.ts';
import type { PlacedUnion, Point } from '#shared/pedigree/layout/pedigree-layout.ts';
import type { Union } from '#shared/pedigree/structure.ts';

/** Half the distance of the two lines of a consanguineous couple. */
const doubleOffset = 2.5;
export const degreeSize = 11;
const slashHeight = 14;
const slashLean = 6;
const slashDistance = 5.5;
/** The layout's point may lie on the upright beside a bend: the line of descent then begins at the bend. */
const nearBend = 12;
/** A stretch of the line shorter than this has no room for the slashes. */
const shortestForSlashes = 16;

/**
 * The line of a couple with what is said of it: double where they are related by blood, the degree above it, two slashes where the relationship no
 * longer exists, and the stub of a couple without children.
 *
 * Source: Bennett et al. 2022, figure 3. Ended and consanguineous: double line and slashes.
 */
export function unionMarks(placed: PlacedUnion, union: Union, symbols: PlacedSymbols, context: DrawingContext, isConsanguineous: boolean): readonly Mark[] {
  const owner: MarkOwner = { kind: 'union', key: placed.key };
  const route = joinedRoute(placed, symbols, 0);
  const { partnership } = union;
  const hasChildren = context.structure.sibships.some(({ origin }) => origin.kind === 'union' && origin.unionKey === placed.key);
  const lines = isConsanguineous ? [-doubleOffset, doubleOffset].map((offset) => joinedRoute(placed, symbols, offset)) : [route];
  return [
    ...lines.map((points) => relationshipLine(owner, points)),
    ...(partnership?.status === 'ended' ? slashMarks(owner, slashPlace(route, placed, symbols, context)) : []),
    ...(partnership === null || partnership.degree === '' || !isConsanguineous ? [] : [degreeMark(owner, partnership.degree, route)]),
    ...(partnership === null || partnership.childlessness === null ? [] : childlessnessMarks(owner, partnership.childlessness, stubPlace(route, placed, hasChildren, isConsanguineous), coupleStub, context.options.level !== 'deidentified')),
  ];
}

/** Where the children's line leaves a couple's line: of a double one, the lower. */
export function unionDescentStart({ route, descent }: PlacedUnion, isDouble: boolean): Point {
  if (!isDouble) return descent;
  const met = [-doubleOffset, doubleOffset].flatMap((offset) => horizontalStretches(parallel(route, offset)));
  const heights = met.filter(({ left, right }) => left <= descent.x && descent.x <= right).map(({ y }) => y);
  const near = heights.filter((y) => Math.abs(y - descent.y) <= nearBend);
  // Between the two lines where they run upright: the outer one is met at the nearest bend.
  const nearest = heights.toSorted((one, other) => Math.abs(one - descent.y) - Math.abs(other - descent.y))[0] ?? descent.y;
  return { x: descent.x, y: near.length === 0 ? nearest : Math.max(...near) };
}

const relationshipLine = (owner: MarkOwner, points: readonly Point[]): Mark => {
  const [from, to] = points;
  return points.length === 2 && from !== undefined && to !== undefined ? line(owner, 'relationship-line', from, to) : polyline(owner, 'relationship-line', points, lineStroke);
};

/** The layout's route moved sideways, its ends brought to the outlines whatever their shape. */
function joinedRoute(placed: PlacedUnion, symbols: PlacedSymbols, offset: number): readonly Point[] {
  const moved = parallel(placed.route, offset);
  return moved.map((point, index) => {
    if (index === 0) return onOutline(point, moved[1], symbols.byKey.get(placed.leftKey));
    return index === moved.length - 1 ? onOutline(point, moved[index - 1], symbols.byKey.get(placed.rightKey)) : point;
  });
}

function onOutline(end: Point, next: Point | undefined, symbol: StandingSymbol | undefined): Point {
  if (symbol === undefined || next === undefined || next.y !== end.y) return end;
  const side = next.x >= symbol.placed.x ? 1 : -1;
  return { x: symbol.placed.x + side * outlineHalfWidth(symbol.shape, end.y - symbol.placed.y), y: end.y };
}

/** A line of right angles beside another; a positive offset is to the right of its direction, below where it runs to the right. */
function parallel(route: readonly Point[], offset: number): readonly Point[] {
  if (offset === 0) return route;
  return route.map((point, index) => {
    const normals = [normal(route[index - 1], point), normal(point, route[index + 1])].filter((found) => found !== null);
    const dx = normals.find(({ x }) => x !== 0)?.x ?? 0;
    const dy = normals.find(({ y }) => y !== 0)?.y ?? 0;
    return { x: point.x + dx * offset, y: point.y + dy * offset };
  });
}

function normal(from: Point | undefined, to: Point | undefined): Point | null {
  if (from === undefined || to === undefined) return null;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length === 0 ? null : { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
}

interface Stretch {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const horizontalStretches = (route: readonly Point[]): readonly Stretch[] =>
  route.flatMap((from, index) => {
    const to = route[index + 1];
    return to === undefined || to.y !== from.y ? [] : [{ left: Math.min(from.x, to.x), right: Math.max(from.x, to.x), y: from.y }];
  });

const longest = (stretches: readonly Stretch[]): Stretch | undefined => stretches.toSorted((first, second) => second.right - second.left - (first.right - first.left))[0];

/** Beside the line of descent, on the side of the partner with fewer partners: the children stand between the slashes and the other (figure 3). */
function slashPlace(route: readonly Point[], placed: PlacedUnion, symbols: PlacedSymbols, { structure }: DrawingContext): Point {
  const partnersOf = (key: string): number => structure.unionsOf.get(symbols.byKey.get(key)?.individual.id ?? '')?.length ?? 0;
  const isLeft = partnersOf(placed.leftKey) <= partnersOf(placed.rightKey);
  const { descent } = placed;
  const pieces = horizontalStretches(route).flatMap((stretch) => (stretch.y === descent.y && stretch.left < descent.x && descent.x < stretch.right ? [{ ...stretch, right: descent.x }, { ...stretch, left: descent.x }] : [stretch]));
  const beside = pieces.filter(({ left, right }) => right - left >= shortestForSlashes && (isLeft ? right <= descent.x : left >= descent.x));
  const best = (isLeft ? beside[0] : beside.at(-1)) ?? longest(pieces);
  return best === undefined ? descent : { x: (best.left + best.right) / 2, y: best.y };
}

function slashMarks(owner: MarkOwner, at: Point): readonly Mark[] {
  return [-slashDistance / 2, slashDistance / 2].map((offset) => line(owner, 'ended-slash', { x: at.x + offset - slashLean / 2, y: at.y + slashHeight / 2 }, { x: at.x + offset + slashLean / 2, y: at.y - slashHeight / 2 }, lineStroke));
}

/** In words, above both lines. */
function degreeMark(owner: MarkOwner, degree: string, route: readonly Point[]): Mark {
  const stretch = longest(horizontalStretches(route));
  const at = stretch === undefined ? (route[0] ?? { x: 0, y: 0 }) : { x: (stretch.left + stretch.right) / 2, y: stretch.y };
  return textMark(owner, 'degree', degree, { x: at.x, y: at.y - doubleOffset - 5 }, { size: degreeSize, anchor: 'middle', hasHalo: true });
}

/** The middle of the line, or beside the children's line of descent. */
function stubPlace(route: readonly Point[], { descent }: PlacedUnion, hasChildren: boolean, isConsanguineous: boolean): Point {
  const lower = isConsanguineous ? doubleOffset : 0;
  const stretch = longest(horizontalStretches(route));
  if (stretch === undefined) return descent;
  const middle = (stretch.left + stretch.right) / 2;
  return { x: hasChildren ? (Math.max(descent.x, middle) + stretch.right) / 2 : middle, y: stretch.y + lower };
}
