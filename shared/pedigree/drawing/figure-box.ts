import type { Box, Mark } from '#shared/pedigree/drawing/figure.ts';
import { textWidth } from '#shared/pedigree/drawing/text-width.ts';

/** Height of letters over and under the baseline, in parts of the font size (Inter: ascender 0.97 of which capitals 0.73, descender 0.24). */
const letterAscent = 0.78;
const letterDescent = 0.24;

export const emptyBox: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/** The smallest box round all marks, strokes included. */
export function boxOf(marks: readonly Mark[]): Box {
  return unite(marks.map(boxOfMark));
}

export function unite(boxes: readonly Box[]): Box {
  const first = boxes[0];
  if (first === undefined) return emptyBox;
  return boxes.reduce((sum, box) => ({ left: Math.min(sum.left, box.left), top: Math.min(sum.top, box.top), right: Math.max(sum.right, box.right), bottom: Math.max(sum.bottom, box.bottom) }), first);
}

export function boxOfMark(mark: Mark): Box {
  if (mark.kind === 'text') {
    const width = textWidth(mark.text, mark.size, mark.boldLength);
    const left = mark.at.x - (mark.anchor === 'start' ? 0 : mark.anchor === 'end' ? width : width / 2);
    return { left, right: left + width, top: mark.at.y - mark.size * letterAscent, bottom: mark.at.y + mark.size * letterDescent };
  }
  const edge = (mark.stroke?.width ?? 0) / 2;
  if (mark.kind === 'circle' || mark.kind === 'sector') {
    const reach = mark.radius + edge;
    return { left: mark.centre.x - reach, right: mark.centre.x + reach, top: mark.centre.y - reach, bottom: mark.centre.y + reach };
  }
  const points = mark.kind === 'line' ? [mark.from, mark.to] : mark.points;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs) - edge, right: Math.max(...xs) + edge, top: Math.min(...ys) - edge, bottom: Math.max(...ys) + edge };
}
