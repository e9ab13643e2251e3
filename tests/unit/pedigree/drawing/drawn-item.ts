import { drawItem, type DrawnItem } from '#shared/pedigree/drawing/gallery/gallery-figure.ts';
import { galleryItems } from '#shared/pedigree/drawing/gallery/gallery-items.ts';
import type { CircleMark, LineMark, Mark, MarkRole, PolygonMark, TextMark } from '#shared/pedigree/drawing/figure.ts';
import { outlineBottom, outlineHalfWidth, outlineTop, symbolShape, type SymbolShape } from '#shared/pedigree/drawing/symbol-outline.ts';
import type { Point } from '#shared/pedigree/layout/pedigree-layout.ts';

/** Questions that a test of an item asks its drawing. */
export interface AskedItem extends DrawnItem {
  readonly marks: (role: MarkRole, ownerKey?: string) => readonly Mark[];
  readonly lines: (role: MarkRole, ownerKey?: string) => readonly LineMark[];
  readonly texts: (role: MarkRole, ownerKey?: string) => readonly TextMark[];
  /** The lines of text under a symbol, top first. */
  readonly textUnder: (id: string) => readonly string[];
  readonly inside: (id: string) => readonly string[];
  readonly centre: (id: string) => Point;
  readonly shape: (id: string) => SymbolShape;
  /** The middle of the top, or the apex. */
  readonly top: (id: string) => Point;
  readonly bottom: (id: string) => Point;
  readonly side: (id: string, facing: 'left' | 'right', dy?: number) => Point;
}

export function askItem(id: string, variant = ''): AskedItem {
  const item = galleryItems.find((other) => other.id === id && other.variant === variant);
  if (item === undefined) throw new Error(`the gallery has no ${id} ${variant}`);
  const drawn = drawItem(item);
  const marks = (role: MarkRole, ownerKey?: string) => drawn.figure.marks.filter((mark) => mark.role === role && (ownerKey === undefined || mark.owner.key === ownerKey));
  const lines = (role: MarkRole, ownerKey?: string) => marks(role, ownerKey).filter((mark) => mark.kind === 'line');
  const texts = (role: MarkRole, ownerKey?: string) => marks(role, ownerKey).filter((mark) => mark.kind === 'text');
  const placed = (key: string) => {
    const symbol = drawn.layout.symbols.find((other) => other.key === key);
    const individual = item.family.individuals.find((other) => other.id === key);
    if (symbol === undefined || individual === undefined) throw new Error(`${key} is not drawn`);
    return { x: symbol.x, y: symbol.y, shape: symbolShape(individual) };
  };
  return {
    ...drawn,
    marks,
    lines,
    texts,
    textUnder: (key) => texts('text-line', key).toSorted((first, second) => first.at.y - second.at.y).map(({ text }) => text),
    inside: (key) => texts('inner-text', key).map(({ text }) => text),
    centre: (key) => ({ x: placed(key).x, y: placed(key).y }),
    shape: (key) => placed(key).shape,
    top: (key) => ({ x: placed(key).x, y: placed(key).y + outlineTop(placed(key).shape) }),
    bottom: (key) => ({ x: placed(key).x, y: placed(key).y + outlineBottom(placed(key).shape) }),
    side: (key, facing, dy = 0) => ({ x: placed(key).x + (facing === 'left' ? -1 : 1) * outlineHalfWidth(placed(key).shape, dy), y: placed(key).y + dy }),
  };
}

export const ends = (mark: Mark | undefined): readonly [Point, Point] => {
  if (mark?.kind === 'line') return [mark.from, mark.to];
  const [first, last] = mark?.kind === 'polyline' ? [mark.points[0], mark.points.at(-1)] : [];
  if (first === undefined || last === undefined) throw new Error('not a line');
  return [first, last];
};

/** Coordinates to a tenth of a pixel, for comparing as whole values. */
export const near = ({ x, y }: Point): Point => ({ x: tidy(x), y: tidy(y) });
export const tidy = (value: number): number => Math.round(value * 10) / 10 + 0;

export const isDashed = (mark: Mark): boolean => mark.kind !== 'text' && mark.stroke?.isDashed === true;

/** How the outline itself is drawn, read from its geometry. */
export function drawnShape(mark: Mark | undefined): string {
  if (mark?.kind === 'circle') return 'circle';
  if (mark?.kind !== 'polygon') return 'none';
  const [xs, ys] = [mark.points.map(({ x }) => x), mark.points.map(({ y }) => y)];
  if (mark.points.length === 3) return ys.filter((y) => y === Math.min(...ys)).length === 1 ? 'triangle, apex up' : 'triangle, apex down';
  return new Set(xs).size === 2 ? 'square' : new Set(xs).size === 3 ? 'diamond' : 'other';
}

/** Area of a polygon by the shoelace formula; of a circle or sector by its angle. */
export function areaOf(mark: PolygonMark | CircleMark | Extract<Mark, { kind: 'sector' }>): number {
  if (mark.kind === 'circle') return Math.PI * mark.radius ** 2;
  if (mark.kind === 'sector') return (Math.PI * mark.radius ** 2 * (mark.end - mark.start)) / 360;
  return Math.abs(mark.points.reduce((sum, { x, y }, index) => {
    const next = mark.points[(index + 1) % mark.points.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0)) / 2;
}

export const fillsOf = (asked: AskedItem, id: string) => asked.marks('fill', id).filter((mark) => mark.kind === 'polygon' || mark.kind === 'circle' || mark.kind === 'sector');
export const patternsOf = (asked: AskedItem, id: string): readonly string[] => fillsOf(asked, id).map(({ fill }) => (fill?.kind === 'condition' ? fill.pattern : 'none'));
/** The paints that the key explains. */
export const keyedPaints = ({ legend }: DrawnItem): ReadonlySet<string> => new Set(legend.flatMap(({ swatch }) => swatch.flatMap((mark) => ('fill' in mark && mark.fill?.kind === 'condition' ? [JSON.stringify(mark.fill)] : []))));
