import type { PatternId } from '#shared/pedigree/drawing/figure.ts';

/** A tile of a fill pattern, to be repeated in both directions. Drawn in the condition's colour, in black on a fax: the patterns alone tell them apart. */
export interface PatternTile {
  readonly size: number;
  /** How much of the tile is covered by a wash of the colour; 1 is solid. */
  readonly wash: number;
  readonly lineWidth: number;
  readonly lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly dots: readonly (readonly [x: number, y: number, radius: number])[];
  readonly squares: readonly (readonly [x: number, y: number, side: number])[];
  readonly rings: readonly (readonly [x: number, y: number, radius: number])[];
}

const plain: PatternTile = { size: 6, wash: 0, lineWidth: 1.6, lines: [], dots: [], squares: [], rings: [] };

export const patternTiles: Readonly<Record<PatternId, PatternTile>> = {
  solid: { ...plain, wash: 1 },
  diagonal: { ...plain, lineWidth: 2.2, lines: [[-1, 1, 1, -1], [0, 6, 6, 0], [5, 7, 7, 5]] },
  dots: { ...plain, dots: [[1.5, 1.5, 1.25], [4.5, 4.5, 1.25]] },
  'diagonal-cross': { ...plain, size: 7, lineWidth: 1.3, lines: [[0, 7, 7, 0], [0, 0, 7, 7]] },
  grey: { ...plain, wash: 0.38 },
  checks: { ...plain, size: 8, squares: [[0, 0, 4], [4, 4, 4]] },
  horizontal: { ...plain, size: 5, lines: [[0, 2.5, 5, 2.5]] },
  vertical: { ...plain, size: 5, lines: [[2.5, 0, 2.5, 5]] },
  grid: { ...plain, lineWidth: 1.1, lines: [[0, 3, 6, 3], [3, 0, 3, 6]] },
  falling: { ...plain, size: 7, lineWidth: 1.2, lines: [[-1, -1, 8, 8], [-1, 6, 1, 8], [6, -1, 8, 1]] },
  rings: { ...plain, size: 8, lineWidth: 1.1, rings: [[4, 4, 2.4]] },
  waves: { ...plain, size: 8, lineWidth: 1.3, lines: [[0, 5.5, 4, 2.5], [4, 2.5, 8, 5.5]] },
};
