import { assertNever } from '#shared/base/assert-never.ts';
import type { Mark, MarkOwner, Paint, Stroke } from '#shared/pedigree/drawing/figure.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { symbolSide, type Point } from '#shared/pedigree/layout/pedigree-layout.ts';

export type SymbolShape = 'square' | 'circle' | 'diamond' | 'triangle';

const half = symbolSide / 2;
/** The diamond is a square on its point, 1.3 sides high; the triangle 1.2 sides wide and 0.75 high, its apex where a square has its top. */
const diamondHalf = 0.65 * symbolSide;
const triangleHalf = 0.6 * symbolSide;
const triangleFoot = -half + 0.75 * symbolSide;

/** Shape by gender alone (NSGC 2022, figure 1); a loss is a triangle, whatever else is known. */
export function symbolShape({ life, gender }: Pick<Individual, 'life' | 'gender'>): SymbolShape {
  if (life.kind === 'loss') return 'triangle';
  switch (gender) {
    case 'man-boy':
      return 'square';
    case 'woman-girl':
      return 'circle';
    case 'non-binary':
    case 'unknown':
      return 'diamond';
    default:
      return assertNever(gender);
  }
}

/** The corners, clockwise from the top or the upper left; none for a circle. */
export function outlineCorners(shape: SymbolShape): readonly Point[] {
  switch (shape) {
    case 'square':
      return [{ x: -half, y: -half }, { x: half, y: -half }, { x: half, y: half }, { x: -half, y: half }];
    case 'circle':
      return [];
    case 'diamond':
      return [{ x: 0, y: -diamondHalf }, { x: diamondHalf, y: 0 }, { x: 0, y: diamondHalf }, { x: -diamondHalf, y: 0 }];
    case 'triangle':
      return [{ x: 0, y: -half }, { x: triangleHalf, y: triangleFoot }, { x: -triangleHalf, y: triangleFoot }];
    default:
      return assertNever(shape);
  }
}

export const circleRadius = half;

/** Where the own line ends: the middle of the top, or the apex. */
export const outlineTop = (shape: SymbolShape): number => (shape === 'diamond' ? -diamondHalf : -half);
/** Where a line of descent of one parent starts. */
export const outlineBottom = (shape: SymbolShape): number => (shape === 'diamond' ? diamondHalf : shape === 'triangle' ? triangleFoot : half);
/** Half the width of the outline at a height, which is where a relationship line meets it. */
export function outlineHalfWidth(shape: SymbolShape, y: number): number {
  switch (shape) {
    case 'square':
      return half;
    case 'circle':
      return Math.sqrt(Math.max(0, half * half - y * y));
    case 'diamond':
      return Math.max(0, diamondHalf - Math.abs(y));
    case 'triangle':
      return Math.max(0, (triangleHalf * (y + half)) / (triangleFoot + half));
    default:
      return assertNever(shape);
  }
}
/** The widest half width. */
export const outlineReach = (shape: SymbolShape): number => (shape === 'diamond' ? diamondHalf : shape === 'triangle' ? triangleHalf : half);

/** Lower left (-1) or lower right (1): where a diagonal line leaves the symbol, and where arrows point. */
export function lowerSide(shape: SymbolShape, side: -1 | 1): Point {
  switch (shape) {
    case 'square':
      return { x: side * half, y: half };
    case 'circle':
      return { x: side * half * Math.SQRT1_2, y: half * Math.SQRT1_2 };
    case 'diamond':
      return { x: (side * diamondHalf) / 2, y: diamondHalf / 2 };
    case 'triangle':
      return { x: side * triangleHalf, y: triangleFoot };
    default:
      return assertNever(shape);
  }
}

/** The outline as one mark: the ground of paper beneath the fills, or the stroke above them. */
export function outlineMark(owner: MarkOwner, role: 'ground' | 'outline' | 'fill', shape: SymbolShape, stroke: Stroke | null, fill: Paint | null): Mark {
  if (shape === 'circle') return { kind: 'circle', role, owner, hasHalo: false, centre: { x: 0, y: 0 }, radius: circleRadius, stroke, fill };
  return { kind: 'polygon', role, owner, hasHalo: false, points: outlineCorners(shape), stroke, fill };
}
