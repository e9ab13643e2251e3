import { dashedStroke, line, lineStroke, textMark, type Mark, type MarkOwner } from '#shared/pedigree/drawing/figure.ts';
import type { StandingSymbol } from '#shared/pedigree/drawing/placed-symbols.ts';
import { outlineTop } from '#shared/pedigree/drawing/symbol-outline.ts';
import type { TwinGroup } from '#shared/pedigree/family.ts';
import type { Point } from '#shared/pedigree/layout/pedigree-layout.ts';

/** One of twins with its place in a sibship. */
export interface PlacedTwin {
  readonly symbol: StandingSymbol;
  readonly isDashed: boolean;
}

/** From the sibship line to the point where the legs of twins begin; triplets begin on the line. */
const stemLength = 8;
const barDepth = 2 / 3;

/**
 * Legs of twins from one point, a bar between those of one zygote, a question mark between those of whom it is not known.
 *
 * Source: Bennett et al. 2022, figure 3; mixed triplets have the bar between the monozygotic pair only.
 */
export function twinMarks(group: TwinGroup, twins: readonly PlacedTwin[], lineY: number): readonly Mark[] {
  const owner: MarkOwner = { kind: 'twin-group', key: group.id };
  const tops = twins.map(({ symbol }) => topOf(symbol));
  const x = twinApexX(twins);
  const apex = { x, y: twins.length === 2 ? lineY + stemLength : lineY };
  const zygoteOf = new Map(group.members.map(({ individualId, zygote }) => [individualId, zygote]));
  const zygotes = twins.map(({ symbol }) => zygoteOf.get(symbol.individual.id) ?? null);
  const legs = twins.map(({ isDashed }, index) => line(owner, 'twin-leg', apex, tops[index] ?? apex, isDashed ? dashedStroke : lineStroke));
  return [
    ...(apex.y > lineY ? [line(owner, 'twin-stem', { x, y: lineY }, apex, twins.every(({ isDashed }) => isDashed) ? dashedStroke : lineStroke)] : []),
    ...legs,
    ...zygosityMarks(owner, apex, tops, zygotes),
  ];
}

/** Where the group hangs from the sibship line. */
export function twinApexX(twins: readonly PlacedTwin[]): number {
  const xs = twins.map(({ symbol }) => symbol.placed.x);
  return (Math.min(...xs) + Math.max(...xs)) / 2;
}

/** For each twin, the bar to the next of the same zygote, or the question mark to a neighbour of whom it is not known. */
function zygosityMarks(owner: MarkOwner, apex: Point, tops: readonly Point[], zygotes: readonly (number | null)[]): readonly Mark[] {
  return tops.flatMap((top, index): readonly Mark[] => {
    const zygote = zygotes[index] ?? null;
    const next = tops[index + 1];
    if (next !== undefined && (zygote === null || (zygotes[index + 1] ?? null) === null)) {
      return [textMark(owner, 'zygosity-unknown', '?', { x: (top.x + next.x) / 2, y: Math.max(top.y, next.y) + 4 }, { size: 14, anchor: 'middle', boldLength: 1, hasHalo: true })];
    }
    const same = zygote === null ? -1 : zygotes.indexOf(zygote, index + 1);
    const other = tops[same];
    if (other === undefined) return [];
    const y = apex.y + (Math.min(top.y, other.y) - apex.y) * barDepth;
    return [line(owner, 'zygosity-bar', onLeg(apex, top, y), onLeg(apex, other, y))];
  });
}

const topOf = ({ placed, shape }: StandingSymbol): Point => ({ x: placed.x, y: placed.y + outlineTop(shape) });
const onLeg = (apex: Point, top: Point, y: number): Point => ({ x: apex.x + ((top.x - apex.x) * (y - apex.y)) / (top.y - apex.y), y });
