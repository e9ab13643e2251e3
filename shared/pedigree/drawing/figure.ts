import { assertNever } from '#shared/base/assert-never.ts';
import type { Point } from '#shared/pedigree/layout/pedigree-layout.ts';

/**
 * A drawing as data: marks in painting order, CSS pixels at a symbol side of 40, y downwards. The canvas and the SVG paint the same marks, and a test
 * asks them which line starts and ends where.
 */

/** What the marks of one owner have in common: the key of a symbol, a union, a sibship, a side descent or a twin group. */
export interface MarkOwner {
  readonly kind: 'individual' | 'union' | 'sibship' | 'side-descent' | 'twin-group' | 'legend' | 'header' | 'page';
  readonly key: string;
}

/** Which thing of the nomenclature a mark is. */
export type MarkRole =
  | 'ground' | 'fill' | 'division' | 'outline' | 'presymptomatic-line' | 'deceased-slash' | 'termination-slash' | 'inner-text' | 'uncertain-mark'
  | 'adoption-bracket' | 'arrow' | 'arrow-head' | 'proband-letter' | 'evaluated-asterisk' | 'text-line' | 'repeat-mark'
  | 'relationship-line' | 'ended-slash' | 'degree' | 'childless-stub' | 'childless-bar' | 'childless-reason'
  | 'descent' | 'sibship-line' | 'own-line' | 'twin-stem' | 'twin-leg' | 'zygosity-bar' | 'zygosity-unknown' | 'side-descent' | 'line-label' | 'repeat-link'
  | 'generation-number' | 'legend-text' | 'legend-title' | 'header-title' | 'header-label' | 'header-text' | 'rule' | 'page-text';

export const patternIds = ['solid', 'diagonal', 'dots', 'diagonal-cross', 'grey', 'checks', 'horizontal', 'vertical', 'grid', 'falling', 'rings', 'waves'] as const;
export type PatternId = (typeof patternIds)[number];

/** The palette's colours by number, 1 to 6; what they look like is the theme's affair. */
export type ConditionColour = 1 | 2 | 3 | 4 | 5 | 6;

export type Paint = { readonly kind: 'paper' } | { readonly kind: 'ink' } | { readonly kind: 'condition'; readonly colour: ConditionColour; readonly pattern: PatternId };

export interface Stroke {
  readonly width: number;
  readonly isDashed: boolean;
  /** Paler lines are for what is no part of the nomenclature, such as the rules of the legend. */
  readonly tone: 'ink' | 'soft';
}

interface MarkBase {
  readonly role: MarkRole;
  readonly owner: MarkOwner;
  /** Painted over a rim of paper, so that it stays legible on a fill or across a line (specification, A5). */
  readonly hasHalo: boolean;
}
interface StrokedMark extends MarkBase {
  readonly stroke: Stroke | null;
}
interface FilledMark extends StrokedMark {
  readonly fill: Paint | null;
}
export interface LineMark extends StrokedMark {
  readonly kind: 'line';
  readonly from: Point;
  readonly to: Point;
}
export interface PolylineMark extends StrokedMark {
  readonly kind: 'polyline';
  readonly points: readonly Point[];
}
export interface PolygonMark extends FilledMark {
  readonly kind: 'polygon';
  readonly points: readonly Point[];
}
export interface CircleMark extends FilledMark {
  readonly kind: 'circle';
  readonly centre: Point;
  readonly radius: number;
}
/** A slice of a circle. Degrees clockwise from 12 o'clock, `end` after `start`. */
export interface SectorMark extends FilledMark {
  readonly kind: 'sector';
  readonly centre: Point;
  readonly radius: number;
  readonly start: number;
  readonly end: number;
}
export interface TextMark extends MarkBase {
  readonly kind: 'text';
  readonly text: string;
  /** The baseline, at the anchor. */
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  /** So many characters at the beginning are semibold: all of them, a pedigree number, or none. */
  readonly boldLength: number;
  readonly tone: 'ink' | 'soft';
}
export type Mark = LineMark | PolylineMark | PolygonMark | CircleMark | SectorMark | TextMark;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One individual's marks, relative to the centre of the symbol. */
export interface SymbolFigure {
  readonly marks: readonly Mark[];
  readonly box: Box;
}

export interface PedigreeFigure {
  readonly marks: readonly Mark[];
  readonly box: Box;
  /** For who cannot see it: what is drawn, in a sentence. */
  readonly title: string;
  readonly description: string;
}

export const symbolStroke: Stroke = { width: 1.6, isDashed: false, tone: 'ink' };
export const lineStroke: Stroke = { width: 1.4, isDashed: false, tone: 'ink' };
export const dashedStroke: Stroke = { width: 1.4, isDashed: true, tone: 'ink' };
export const softStroke: Stroke = { width: 1, isDashed: false, tone: 'soft' };
/** On and off, in CSS pixels. */
export const dashLengths: readonly [number, number] = [4, 3.2];

interface TextChoices {
  readonly size: number;
  readonly anchor?: TextMark['anchor'];
  readonly boldLength?: number;
  readonly tone?: TextMark['tone'];
  readonly hasHalo?: boolean;
}

export const textMark = (owner: MarkOwner, role: MarkRole, text: string, at: Point, { size, anchor = 'start', boldLength = 0, tone = 'ink', hasHalo = false }: TextChoices): TextMark => ({ kind: 'text', role, owner, hasHalo, text, at, anchor, size, boldLength, tone });
export const line = (owner: MarkOwner, role: MarkRole, from: Point, to: Point, stroke: Stroke = lineStroke): LineMark => ({ kind: 'line', role, owner, hasHalo: false, from, to, stroke });
export const polyline = (owner: MarkOwner, role: MarkRole, points: readonly Point[], stroke: Stroke = lineStroke): PolylineMark => ({ kind: 'polyline', role, owner, hasHalo: false, points, stroke });

/** The mark somewhere else, for a symbol drawn about its centre; in a legend smaller, its strokes as they were. */
export function moveMark(mark: Mark, by: Point, scale = 1): Mark {
  const moved = (point: Point): Point => ({ x: point.x * scale + by.x, y: point.y * scale + by.y });
  switch (mark.kind) {
    case 'line':
      return { ...mark, from: moved(mark.from), to: moved(mark.to) };
    case 'polyline':
    case 'polygon':
      return { ...mark, points: mark.points.map(moved) };
    case 'circle':
    case 'sector':
      return { ...mark, centre: moved(mark.centre), radius: mark.radius * scale };
    case 'text':
      return { ...mark, at: moved(mark.at), size: mark.size * scale };
    default:
      return assertNever(mark);
  }
}
