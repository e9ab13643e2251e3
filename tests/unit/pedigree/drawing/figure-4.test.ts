import { describe, expect, it } from 'vitest';
import { outlineBottom, outlineHalfWidth, outlineTop } from '#shared/pedigree/drawing/symbol-outline.ts';
import { askItem, drawnShape, ends, fillsOf, keyedPaints, near, patternsOf, tidy } from '#tests/unit/pedigree/drawing/drawn-item.ts';

const pregnancies = [
  ['F4-01', 'a', 'diamond', ['16 wk'], []],
  ['F4-01', 'b', 'diamond', ['16 wk'], []],
  ['F4-01', 'c', 'diamond', ['16 wk'], []],
  ['F4-02', 'a', 'square', ['16 wk', '46,XY'], []],
  ['F4-02', 'b', 'circle', ['16 wk', '46,XX'], []],
  ['F4-02', 'c', 'circle', ['20 wk', 'Female by US'], []],
  ['F4-03', 'a', 'square', ['16 wk', '69,XXY'], ['horizontal']],
  ['F4-03', 'b', 'diamond', ['18 wk', 'Anencephaly by US'], ['horizontal']],
  ['F4-03', 'c', 'diamond', ['21 wk', 'OI; COL1A1+'], ['horizontal']],
] as const;
const losses = [
  ['F4-04', ['8 wk'], 0, []],
  ['F4-05', ['16 wk', '47,XY,+13'], 0, ['solid']],
  ['F4-06', ['8 wk', 'ECT'], 0, []],
  ['F4-07', ['8 wk'], 1, []],
  ['F4-08', ['16 wk', 'Trisomy 18'], 1, ['solid']],
] as const;

describe('figure 4: pregnancy and loss', () => {
  it.each(pregnancies)('%s %s is a %s with P inside, gestation first and then what is known', (id, variant, shape, lines, patterns) => {
    const asked = askItem(id, variant);
    expect({ shape: drawnShape(asked.marks('outline', 'child')[0]), inside: asked.inside('child'), lines: asked.textUnder('child'), patterns: patternsOf(asked, 'child') }).toEqual({ shape, inside: ['P'], lines: [...lines], patterns: [...patterns] });
    expect(fillsOf(asked, 'child').every(({ fill }) => keyedPaints(asked).has(JSON.stringify(fill)))).toBe(true);
  });

  it.each(pregnancies)('%s %s hangs from the middle of its parents\' line', (id, variant) => {
    const asked = askItem(id, variant);
    const [line] = asked.marks('relationship-line');
    const [left, right] = ends(line);
    const [start] = ends(asked.marks('descent')[0]);
    // Half way between the partners' centres, which is off by a little where one is a diamond.
    expect({ isMiddle: Math.abs(start.x - (left.x + right.x) / 2) <= 3, y: tidy(start.y) }).toEqual({ isMiddle: true, y: tidy(left.y) });
    expect(asked.lines('own-line', 'child').map(({ to }) => near(to))).toEqual([near(asked.top('child'))]);
  });

  it('F4-01 to F4-03 draw the three pairs of parents', () => {
    const parents = (id: string, variant: string) => {
      const asked = askItem(id, variant);
      return ['mother', 'other'].map((parent) => [drawnShape(asked.marks('outline', parent)[0]), ...asked.textUnder(parent)]);
    };
    expect(['a', 'b', 'c'].map((variant) => parents('F4-01', variant))).toEqual([[['circle'], ['square']], [['circle'], ['circle', 'AMAB']], [['circle'], ['diamond', 'AMAB']]]);
    expect(parents('F4-03', 'c')).toEqual([['square'], ['diamond', 'AFAB']]);
  });

  it.each(losses)('%s is a triangle on its own line with its apex up, no P, and the words of the nomenclature only', (id, lines, slashes, patterns) => {
    const asked = askItem(id);
    expect({ shape: drawnShape(asked.marks('outline', 'child')[0]), inside: asked.inside('child'), lines: asked.textUnder('child'), slashes: asked.lines('termination-slash', 'child').length, deceased: asked.lines('deceased-slash').length, patterns: patternsOf(asked, 'child') }).toEqual({ shape: 'triangle, apex up', inside: [], lines: [...lines], slashes, deceased: 0, patterns: [...patterns] });
    expect(asked.lines('own-line', 'child').map(({ to }) => near(to))).toEqual([near(asked.top('child'))]);
  });

  it.each(['F4-07', 'F4-08'])('%s is struck from lower left to upper right across base and right side, beyond both', (id) => {
    const asked = askItem(id);
    const [from, to] = ends(asked.lines('termination-slash', 'child')[0]).map(({ x, y }) => ({ x: x - asked.centre('child').x, y: y - asked.centre('child').y }));
    if (from === undefined || to === undefined) throw new Error('no slash');
    const at = (y: number): number => from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y);
    const base = outlineBottom('triangle');
    const meetsRightSide = Array.from({ length: 60 }, (_, step) => outlineTop('triangle') + (step * (base - outlineTop('triangle'))) / 60).some((y) => Math.abs(at(y) - outlineHalfWidth('triangle', y)) < 1);
    expect({ risesRight: to.x > from.x && to.y < from.y, startsBelowBase: from.y > base, crossesBase: Math.abs(at(base)) < outlineHalfWidth('triangle', base), meetsRightSide, endsRight: to.x > outlineHalfWidth('triangle', to.y) }).toEqual({ risesRight: true, startsBelowBase: true, crossesBase: true, meetsRightSide: true, endsRight: true });
  });

  it('F4-08 keeps the slash visible on black by a halo', () => {
    expect(askItem('F4-08').lines('termination-slash')[0]?.hasHalo).toBe(true);
    expect(tidy(askItem('F4-08').lines('termination-slash').length)).toBe(1);
  });
});
