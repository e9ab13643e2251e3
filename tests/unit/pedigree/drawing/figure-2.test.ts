import { describe, expect, it } from 'vitest';
import { outlineBottom, outlineHalfWidth, outlineTop } from '#shared/pedigree/drawing/symbol-outline.ts';
import { areaOf, askItem, drawnShape, ends, fillsOf, keyedPaints, near, patternsOf, tidy, type AskedItem } from '#tests/unit/pedigree/drawing/drawn-item.ts';

const four = ['man', 'woman', 'non-binary', 'unknown'] as const;
const shapesOf = (asked: AskedItem, ids: readonly string[]) => ids.map((id) => drawnShape(asked.marks('outline', id)[0]));
const isOutside = (asked: AskedItem, id: string, { x, y }: { readonly x: number; readonly y: number }): boolean => {
  const centre = asked.centre(id);
  const [dx, dy] = [x - centre.x, y - centre.y];
  return dy < outlineTop(asked.shape(id)) || dy > outlineBottom(asked.shape(id)) || Math.abs(dx) > outlineHalfWidth(asked.shape(id), dy);
};
const everyFillIsKeyed = (asked: AskedItem): boolean => asked.marks('fill').every((mark) => 'fill' in mark && keyedPaints(asked).has(JSON.stringify(mark.fill)));

describe('figure 2: people', () => {
  it('F2-01 shows the number of people inside all four shapes, each on one own line', () => {
    const asked = askItem('F2-01');
    expect(four.map((id) => asked.inside(id))).toEqual([['5'], ['3'], ['2'], ['4']]);
    expect(shapesOf(asked, four)).toEqual(['square', 'circle', 'diamond', 'diamond']);
    expect(four.map((id) => asked.lines('own-line', id).length)).toEqual([1, 1, 1, 1]);
    expect(four.map((id) => asked.textUnder(id))).toEqual([[], [], ['AMAB'], []]);
  });

  it('F2-02 shows n where the number is not known, and both sexes assigned at birth of a mixed group', () => {
    const asked = askItem('F2-02');
    expect(['man', 'woman', 'mixed', 'unknown'].map((id) => asked.inside(id))).toEqual([['n'], ['n'], ['n'], ['n']]);
    expect(asked.textUnder('mixed')).toEqual(['AMAB/', 'AFAB']);
  });

  it('F2-03 strikes the dead through once, rising to the right, with both ends outside, and says d. below', () => {
    const asked = askItem('F2-03');
    for (const id of four) {
      const slashes = asked.lines('deceased-slash', id);
      expect(slashes).toHaveLength(1);
      const [from, to] = ends(slashes[0]);
      expect({ risesRight: to.x > from.x && to.y < from.y, fromOutside: isOutside(asked, id, from), toOutside: isOutside(asked, id, to) }).toEqual({ risesRight: true, fromOutside: true, toOutside: true });
      expect(near({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })).toEqual(near(asked.centre(id)));
    }
    expect(four.map((id) => asked.textUnder(id))).toEqual([['d. 1981'], ['d. 4 mo'], ['AFAB', 'd. 86y'], ['d. 1986']]);
  });

  it('F2-04 draws a stillbirth as a struck diamond with SB, then gestation, then after a gap the sex assigned at birth', () => {
    const asked = askItem('F2-04');
    expect(drawnShape(asked.marks('outline', 'unknown')[0])).toBe('diamond');
    expect({ inside: asked.inside('unknown'), slashes: asked.lines('deceased-slash').length, lines: asked.textUnder('unknown') }).toEqual({ inside: [], slashes: 1, lines: ['SB', '34 wk', 'AFAB'] });
    const [sb, weeks, assigned] = asked.texts('text-line', 'unknown').map(({ at }) => at.y);
    expect((assigned ?? 0) - (weeks ?? 0)).toBeGreaterThan((weeks ?? 0) - (sb ?? 0));
  });

  it('F2-04 draws a stillborn boy or girl as square or circle without a note', () => {
    const asked = askItem('F2-04', 'stated');
    expect(shapesOf(asked, ['man', 'woman'])).toEqual(['square', 'circle']);
    expect(['man', 'woman'].map((id) => asked.textUnder(id))).toEqual([['SB', '34 wk'], ['SB', '31 wk']]);
  });

  it('F2-05 fills the whole outline of all four shapes, and the key has that fill', () => {
    const asked = askItem('F2-05');
    for (const id of four) {
      const [fill] = fillsOf(asked, id);
      const outline = asked.marks('outline', id)[0];
      expect(fillsOf(asked, id)).toHaveLength(1);
      expect(patternsOf(asked, id)).toEqual(['solid']);
      if (fill?.kind === 'polygon' && outline?.kind === 'polygon') expect(fill.points).toEqual(outline.points);
      else expect(fill).toMatchObject({ kind: 'circle', radius: outline?.kind === 'circle' ? outline.radius : 0 });
    }
    expect(everyFillIsKeyed(asked)).toBe(true);
  });

  it('F2-06 divides a symbol into as many equal areas as there are conditions, each with its own fill, all keyed', () => {
    const asked = askItem('F2-06');
    expect(['man', 'woman', 'unknown'].map((id) => fillsOf(asked, id).length)).toEqual([2, 3, 4]);
    for (const id of ['man', 'woman', 'unknown']) {
      const areas = fillsOf(asked, id).map(areaOf);
      for (const area of areas) expect(area).toBeCloseTo(areas[0] ?? 0, 6);
      expect(new Set(patternsOf(asked, id)).size).toBe(areas.length);
    }
    expect(everyFillIsKeyed(asked)).toBe(true);
  });

  it('F2-06 cuts the square down the middle, the circle at 12, 4 and 8 o\'clock and the diamond into four diamonds', () => {
    const asked = askItem('F2-06');
    const left = fillsOf(asked, 'man')[0];
    expect(left?.kind === 'polygon' ? Math.max(...left.points.map(({ x }) => tidy(x - asked.centre('man').x))) : null).toBe(0);
    expect(fillsOf(asked, 'woman').map((mark) => (mark.kind === 'sector' ? [mark.start, mark.end] : []))).toEqual([[240, 360], [0, 120], [120, 240]]);
    const diamonds = fillsOf(asked, 'unknown').map((mark) => (mark.kind === 'polygon' ? mark.points : []));
    expect(diamonds.map((points) => points.length)).toEqual([4, 4, 4, 4]);
    const middles = diamonds.map((points) => near({ x: points.reduce((sum, { x }) => sum + x, 0) / 4 - asked.centre('unknown').x, y: points.reduce((sum, { y }) => sum + y, 0) / 4 - asked.centre('unknown').y }));
    expect(middles).toEqual([{ x: 0, y: -13 }, { x: 13, y: 0 }, { x: 0, y: 13 }, { x: -13, y: 0 }]);
  });

  it.each(['man', 'woman', 'non-binary'])('F2-07 points at a filled proband (%s) from the lower left, with P outside at the tail', (id) => {
    const asked = askItem('F2-07', id);
    const head = asked.marks('arrow-head', id)[0];
    const tip = head?.kind === 'polygon' ? head.points[0] : undefined;
    const [tail] = ends(asked.marks('arrow', id)[0]);
    const letter = asked.texts('proband-letter', id)[0];
    if (tip === undefined || letter === undefined) throw new Error('no arrow');
    expect({ tailIsLowerLeft: tail.x < tip.x && tail.y > tip.y, tipIsLower: tip.y > asked.centre(id).y, tipIsOutside: isOutside(asked, id, tip), letterIsOutside: isOutside(asked, id, letter.at), letterIsLeft: letter.at.x < tail.x }).toEqual({ tailIsLowerLeft: true, tipIsLower: true, tipIsOutside: true, letterIsOutside: true, letterIsLeft: true });
    expect({ letter: letter.text, inside: asked.inside(id), fills: patternsOf(asked, id) }).toEqual({ letter: 'P', inside: [], fills: ['solid'] });
  });

  it('F2-08 points at a consultand without a letter and fills nothing', () => {
    const asked = askItem('F2-08');
    const ids = ['man', 'woman', 'non-binary'];
    expect(ids.map((id) => asked.marks('arrow', id).length)).toEqual([1, 1, 1]);
    expect({ letters: asked.marks('proband-letter').length, fills: asked.marks('fill').length, inside: asked.marks('inner-text').length }).toEqual({ letters: 0, fills: 0, inside: 0 });
    expect(ids.map((id) => asked.textUnder(id))).toEqual([['b. 1954'], ['31y'], ['AFAB', '44y']]);
  });

  it('F2-09 marks an evaluation with an asterisk outside at the lower right, and lists results without a prefix', () => {
    const asked = askItem('F2-09');
    for (const id of four) {
      const asterisk = asked.texts('evaluated-asterisk', id)[0];
      if (asterisk === undefined) throw new Error('no asterisk');
      const ink = { x: asterisk.at.x, y: asterisk.at.y - asterisk.size * 0.53 };
      expect({ text: asterisk.text, right: ink.x > asked.centre(id).x, below: ink.y > asked.centre(id).y, outside: isOutside(asked, id, ink) }).toEqual({ text: '*', right: true, below: true, outside: true });
    }
    expect([asked.textUnder('man'), asked.textUnder('woman')]).toEqual([['echo normal'], ['FBN1 negative']]);
  });

  it('F2-10 draws a line down the middle from outline to outline, without a fill, and keys the condition', () => {
    const asked = askItem('F2-10');
    for (const id of four) {
      const [from, to] = ends(asked.lines('presymptomatic-line', id)[0]);
      expect([near(from), near(to)]).toEqual([near(asked.top(id)), near(asked.bottom(id))]);
      expect(near(ends(asked.lines('own-line', id)[0])[1])).toEqual(near(from));
    }
    expect(asked.marks('fill')).toEqual([]);
    expect(asked.legend.map(({ text }) => text)).toEqual(['Huntington disease: presymptomatic, could show symptoms later']);
  });

  it('F2-11 gives each carrier result a half with its own pattern, the same in all relatives and keyed', () => {
    const asked = askItem('F2-11', 'two');
    expect([patternsOf(asked, 'woman'), patternsOf(asked, 'man')]).toEqual([['horizontal', 'vertical'], ['horizontal', 'vertical']]);
    expect(everyFillIsKeyed(asked)).toBe(true);
    const withCancer = askItem('F2-11', 'affected');
    expect(patternsOf(withCancer, 'woman')).toEqual(['solid', 'vertical']);
    expect(everyFillIsKeyed(withCancer)).toBe(true);
  });

  it('F2-11 patterns the left half for a single result and leaves the rest empty', () => {
    const asked = askItem('F2-11', 'one');
    for (const id of ['woman', 'man', 'non-binary']) {
      const fills = fillsOf(asked, id);
      expect(patternsOf(asked, id)).toEqual(['horizontal']);
      const rightmost = fills.map((mark) => (mark.kind === 'polygon' ? Math.max(...mark.points.map(({ x }) => x)) - asked.centre(id).x : mark.kind === 'sector' ? (mark.start - 180) / 180 : 1));
      expect(rightmost.map(tidy)).toEqual([0]);
    }
  });
});
