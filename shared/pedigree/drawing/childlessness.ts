import { line, lineStroke, symbolStroke, textMark, type Mark, type MarkOwner } from '#shared/pedigree/drawing/figure.ts';
import { textSize } from '#shared/pedigree/drawing/symbol-text.ts';
import { wrapText } from '#shared/pedigree/drawing/text-width.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { symbolSide, type Point } from '#shared/pedigree/layout/pedigree-layout.ts';

const barWidth = 0.6 * symbolSide;
const barDistance = 0.2 * symbolSide;
/** From a couple's line, 1.3 sides; from one person's symbol, whose text stands below, shorter. */
export const coupleStub = 1.3 * symbolSide;
export const personStub = 0.5 * symbolSide;
const widestReason = 90;

export type Childlessness = NonNullable<Individual['childlessness']>;

/** A stub with one bar at its foot, by choice or reason unknown, or two, infertility; the reason below. */
export function childlessnessMarks(owner: MarkOwner, { kind, reason }: Childlessness, from: Point, length: number, showsReason: boolean): readonly Mark[] {
  const foot = from.y + length;
  const heights = kind === 'infertility' ? [foot - barDistance, foot] : [foot];
  const lines = showsReason ? wrapText(reason, textSize, widestReason, 3) : [];
  return [
    line(owner, 'childless-stub', from, { x: from.x, y: foot }, lineStroke),
    ...heights.map((y) => line(owner, 'childless-bar', { x: from.x - barWidth / 2, y }, { x: from.x + barWidth / 2, y }, symbolStroke)),
    ...lines.map((text, index) => textMark(owner, 'childless-reason', text, { x: from.x, y: foot + 14 + index * 13 }, { size: textSize, anchor: 'middle', hasHalo: true })),
  ];
}
