import { isSlanting, middle } from '#shared/pedigree/layout/coordinates.ts';
import type { LayoutSymbol, NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';
import { symbolSide, type PlacedSibship, type PlacedUnion, type Point } from '#shared/pedigree/layout/pedigree-layout.ts';
import { rowHeights, type RowHeights } from '#shared/pedigree/layout/row-heights.ts';
import type { Rows } from '#shared/pedigree/layout/rows.ts';
import { diamondHalf, halfWidth, leftToRight, lineGap, type BowEnd, type Columns, type Spacing } from '#shared/pedigree/layout/spacing.ts';
import { sibshipTracks } from '#shared/pedigree/layout/tracks.ts';
import type { UnionRoute } from '#shared/pedigree/layout/union-routes.ts';

export interface DrawnLines {
  readonly unions: readonly PlacedUnion[];
  readonly sibships: readonly PlacedSibship[];
  /** Centre of the symbols of each row. */
  readonly y: readonly number[];
}

/** All lines with their bends, and the heights of the rows that they need. */
export function drawnLines(rows: Rows, routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing, columns: Columns): DrawnLines {
  const withChildren = [...routes].filter(([{ children }]) => children.length > 0);
  const starts = new Map(withChildren.map(([nuclear, route]) => [nuclear, straightened(nuclear, route, descentStart(nuclear, route, spacing, columns))]));
  const tracks = rows.map((_symbols, row) => sibshipTracks(withChildren.filter(([, route]) => route.row === row).map(([nuclear]) => nuclear), (nuclear) => starts.get(nuclear) ?? 0));
  const heights = rowHeights(rows, routes, spacing, tracks.map(({ count }) => count));
  const unions: PlacedUnion[] = [];
  const sibships: PlacedSibship[] = [];
  for (const [nuclear, { way, row }] of routes) {
    const [left, right] = byPlace(nuclear);
    const route = right === undefined ? [] : unionLine(nuclear, way === 'across', [left, right], spacing, heights, columns);
    const startX = starts.get(nuclear) ?? (way === 'straight' ? middle(nuclear.parents) : descentStart(nuclear, { way }, spacing, columns));
    const descent = right === undefined ? singleStart(nuclear, left, heights) : { x: startX, y: way === 'across' ? (heights.y[row] ?? 0) : heightAt(route, startX) };
    if (nuclear.union !== null && right !== undefined) unions.push({ key: nuclear.union.key, leftKey: left.key, rightKey: right.key, route, descent });
    if (nuclear.sibshipKey === null || nuclear.children.length === 0) continue;
    const lineY = heights.lineY(row, tracks[row]?.trackOf.get(nuclear) ?? 0);
    const foot = { x: descent.x === startX ? startX : middle(nuclear.children), y: lineY };
    sibships.push({ key: nuclear.sibshipKey, descent: [descent, foot], lineY, childKeys: nuclear.children.toSorted((one, other) => one.x - other.x).map(({ key }) => key) });
  }
  return { unions, sibships, y: heights.y };
}

function byPlace(nuclear: NuclearFamily): readonly [LayoutSymbol, LayoutSymbol | undefined] {
  const [left, right] = leftToRight(nuclear);
  return right !== undefined && right.x < left.x ? [right, left] : [left, right];
}

/** From the bottom of a single parent; the line of a second undrawn partner leaves slanting from the lower right. */
function singleStart(nuclear: NuclearFamily, parent: LayoutSymbol, heights: RowHeights): Point {
  const y = heights.y[parent.row] ?? 0;
  const dy = symbolSide * 0.3;
  if (isSlanting(nuclear)) return { x: parent.x + halfWidth(parent.individual, dy), y: y + dy };
  return { x: parent.x, y: y + (parent.individual.gender === 'unknown' || parent.individual.gender === 'non-binary' ? diamondHalf : symbolSide / 2) };
}

/** Where the line of descent of a family leaves: the middle of a straight line, beside the outer partner of a bow over others, over the children of one under them. */
function descentStart(nuclear: NuclearFamily, { way }: Pick<UnionRoute, 'way'>, spacing: Spacing, columns: Columns): number {
  const ends = spacing.bowEnds.get(nuclear);
  if (ends === undefined) return middle(nuclear.parents);
  const [one, other] = ends;
  const outer = ends.find(({ descent }) => descent !== null);
  if (outer !== undefined) return outer.symbol.x + (outer.descent ?? 0);
  if (way === 'across') return columns.get(nuclear)?.x ?? other.symbol.x + other.out;
  const wish = nuclear.children.length === 0 ? middle(nuclear.parents) : middle(nuclear.children);
  const [least, most] = [one.symbol.x + one.out + lineGap, other.symbol.x + other.out - lineGap];
  return least > most ? (least + most) / 2 : Math.min(most, Math.max(least, wish));
}

/** The x of a child or of twins almost right below, so that the line comes out straight: a bend of a few pixels would look like a slip. */
function straightened({ parents, children }: NuclearFamily, { way }: Pick<UnionRoute, 'way'>, start: number): number {
  if (parents.length < 2 || way !== 'straight') return start;
  const hanging = children.map((child) => (child.twins === null ? child.x : middle(children.filter(({ twins }) => twins === child.twins))));
  const nearest = hanging.toSorted((first, second) => Math.abs(first - start) - Math.abs(second - start))[0];
  return nearest === undefined || Math.abs(nearest - start) > nearlyStraight ? start : nearest;
}

const nearlyStraight = 4;

function unionLine(nuclear: NuclearFamily, isAcross: boolean, [left, right]: readonly [LayoutSymbol, LayoutSymbol], spacing: Spacing, heights: RowHeights, columns: Columns): readonly Point[] {
  const ends = spacing.bowEnds.get(nuclear);
  if (ends === undefined) {
    const y = heights.y[left.row] ?? 0;
    return [{ x: left.x + halfWidth(left.individual, 0), y }, { x: right.x - halfWidth(right.individual, 0), y }];
  }
  const [first, second] = ends;
  const bowY = heights.bowY(nuclear);
  if (isAcross) {
    const route = acrossLine(ends, columns.get(nuclear)?.x ?? second.symbol.x + second.out, heights, bowY);
    return left === first.symbol ? route : route.toReversed();
  }
  return [outline(first, heights), bend(first, heights), { x: bend(first, heights).x, y: bowY }, { x: bend(second, heights).x, y: bowY }, bend(second, heights), outline(second, heights)];
}

const outline = ({ symbol, facing, dy }: BowEnd, heights: RowHeights): Point => ({ x: symbol.x + (facing === 'right' ? 1 : -1) * halfWidth(symbol.individual, dy), y: (heights.y[symbol.row] ?? 0) + dy });
const bend = (end: BowEnd, heights: RowHeights): Point => ({ x: end.symbol.x + end.out, y: (heights.y[end.symbol.row] ?? 0) + end.dy });

/** Down beside the upper partner, along below their row, down the column kept free, to the side of the lower one. */
function acrossLine([upper, lower]: readonly [BowEnd, BowEnd], columnX: number, heights: RowHeights, y: number): readonly Point[] {
  const start = bend(upper, heights);
  const end = outline(lower, heights);
  return [outline(upper, heights), start, { x: start.x, y }, { x: columnX, y }, { x: columnX, y: end.y }, end];
}

/** Height of the level part of a route that lies over or under an x. */
function heightAt(route: readonly Point[], x: number): number {
  for (const [at, point] of route.entries()) {
    const next = route[at + 1];
    if (next !== undefined && point.y === next.y && Math.min(point.x, next.x) <= x && x <= Math.max(point.x, next.x)) return point.y;
  }
  return route.at(-1)?.y ?? 0;
}
