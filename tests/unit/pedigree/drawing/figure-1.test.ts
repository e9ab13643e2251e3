import { describe, expect, it } from 'vitest';
import { askItem, drawnShape, ends, fillsOf, near } from '#tests/unit/pedigree/drawing/drawn-item.ts';

const cells = [
  ['F1-01', 'square', ['56y']],
  ['F1-02', 'square', ['AFAB', '34y']],
  ['F1-03', 'square', ['UAAB', '28y']],
  ['F1-04', 'circle', ['AMAB', '56y']],
  ['F1-05', 'circle', ['34y']],
  ['F1-06', 'circle', ['UAAB', '28y']],
  ['F1-07', 'diamond', ['AMAB', '56y']],
  ['F1-08', 'diamond', ['AFAB', '34y']],
  ['F1-09', 'diamond', ['UAAB', '28y']],
] as const;

describe('figure 1: gender by sex assigned at birth', () => {
  it.each(cells)('%s is a %s with the sex assigned at birth above the age only where it differs', (id, shape, lines) => {
    const asked = askItem(id);
    expect({ shape: drawnShape(asked.marks('outline')[0]), lines: asked.textUnder('child'), fills: fillsOf(asked, 'child').length }).toEqual({ shape, lines: [...lines], fills: 0 });
  });

  it.each(cells)('%s hangs from one vertical solid line into the middle of its top', (id) => {
    const asked = askItem(id);
    const own = asked.lines('own-line', 'child');
    expect(own).toHaveLength(1);
    const [from, to] = ends(own[0]);
    expect(near(to)).toEqual(near(asked.top('child')));
    expect({ x: from.x, isAbove: from.y < to.y, dashed: own[0]?.stroke?.isDashed }).toEqual({ x: to.x, isAbove: true, dashed: false });
  });
});
