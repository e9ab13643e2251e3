import type { LayoutSymbol, NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';
import { symbolSide } from '#shared/pedigree/layout/pedigree-layout.ts';
import type { Rows } from '#shared/pedigree/layout/rows.ts';
import { lineGap, type Spacing } from '#shared/pedigree/layout/spacing.ts';
import type { UnionRoute } from '#shared/pedigree/layout/union-routes.ts';

/** Between the lowest text of a row and the first line below it, and between the lowest line and what stands above the next row. */
const rowClearance = 14;

export interface RowHeights {
  /** Centre of the symbols of each row. */
  readonly y: readonly number[];
  /** Height of the level part of a bow. */
  readonly bowY: (nuclear: NuclearFamily) => number;
  /** Height of a sibship line below a row. */
  readonly lineY: (row: number, track: number) => number;
}

interface BowLevels {
  readonly levelOf: ReadonlyMap<NuclearFamily, number>;
  /** Bows over each other above and under each row. */
  readonly above: readonly number[];
  readonly under: readonly number[];
}

/** Gives every row and every line between rows its height: what the tallest symbol of a row needs with its text, and as much as the lines do. */
export function rowHeights(rows: Rows, routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing, trackCounts: readonly number[]): RowHeights {
  const bows = bowLevels(rows.length, routes, spacing);
  const y: number[] = [];
  const head: number[] = [];
  const foot: number[] = [];
  let top = 0;
  for (const [row, symbols] of rows.entries()) {
    const reach = (side: 'above' | 'below'): number => symbols.reduce((most, symbol) => (symbol.row === row ? Math.max(most, spacing.extentIn(row, symbol)[side]) : most), symbolSide / 2);
    head.push(top + (bows.above[row] ?? 0) * lineGap);
    y.push((head[row] ?? 0) + reach('above'));
    foot.push((y[row] ?? 0) + reach('below'));
    top = (foot[row] ?? 0) + (bows.under[row] ?? 0) * lineGap + Math.max(0, (trackCounts[row] ?? 0) - 1) * lineGap + 2 * rowClearance;
  }
  return {
    y,
    bowY: (nuclear) => {
      const route = routes.get(nuclear);
      const level = (bows.levelOf.get(nuclear) ?? 0) + 1;
      return route?.way === 'over' ? (head[route.row] ?? 0) - level * lineGap : (foot[bowRow(nuclear, route)] ?? 0) + level * lineGap;
    },
    lineY: (row, track) => (head[row + 1] ?? 0) - (bows.above[row + 1] ?? 0) * lineGap - rowClearance - track * lineGap,
  };
}

/** Bows that lie over one another get levels of their own, short ones nearest to the symbols. */
function bowLevels(rowCount: number, routes: ReadonlyMap<NuclearFamily, UnionRoute>, spacing: Spacing): BowLevels {
  const bows = [...routes].flatMap(([nuclear, route]) => {
    const ends = spacing.bowEnds.get(nuclear);
    if (ends === undefined) return [];
    const places = ends.map(({ symbol, out }) => symbol.x + out);
    return [{ nuclear, row: bowRow(nuclear, route), isOver: route.way === 'over', from: Math.min(...places), to: Math.max(...places) }];
  }).toSorted((one, other) => one.to - one.from - (other.to - other.from) || one.nuclear.index - other.nuclear.index);
  const levelOf = new Map<NuclearFamily, number>();
  const [above, under] = [Array.from({ length: rowCount }, () => 0), Array.from({ length: rowCount }, () => 0)];
  for (const [at, bow] of bows.entries()) {
    const nearer = bows.slice(0, at).filter((other) => other.row === bow.row && other.isOver === bow.isOver && other.from < bow.to + lineGap && bow.from < other.to + lineGap);
    const level = nearer.reduce((most, other) => Math.max(most, (levelOf.get(other.nuclear) ?? 0) + 1), 0);
    levelOf.set(bow.nuclear, level);
    const counts = bow.isOver ? above : under;
    counts[bow.row] = Math.max(counts[bow.row] ?? 0, level + 1);
  }
  return { levelOf, above, under };
}

/** The row above or under which a bow runs: for a couple across rows, that of the upper partner. */
const bowRow = (nuclear: NuclearFamily, route: UnionRoute | undefined): number => (route?.way === 'across' ? nuclear.parents.reduce((row: number, parent: LayoutSymbol) => Math.min(row, parent.row), route.row) : (route?.row ?? 0));
