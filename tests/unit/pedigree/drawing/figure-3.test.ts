import { describe, expect, it } from 'vitest';
import { coupleKey } from '#shared/pedigree/structure.ts';
import { askItem, drawnShape, ends, isDashed, near, tidy, type AskedItem } from '#tests/unit/pedigree/drawing/drawn-item.ts';

const couple = coupleKey('father', 'mother');
const xs = (asked: AskedItem, ids: readonly string[]): readonly number[] => ids.map((id) => asked.centre(id).x);
const isAscending = (values: readonly number[]): boolean => values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
const facingSides = (asked: AskedItem, first: string, second: string) => {
  const [left, right] = asked.centre(first).x < asked.centre(second).x ? [first, second] : [second, first];
  return [asked.side(left, 'right'), asked.side(right, 'left')] as const;
};
/** The relationship line as its ends, left first. */
const relationship = (asked: AskedItem, first: string, second: string) => facingSides(asked, first, second).map(near);
const lineOf = (asked: AskedItem, key: string) => asked.marks('relationship-line', key).map((mark) => ends(mark).map(near));
const middle = (asked: AskedItem, first: string, second: string) => {
  const [left, right] = facingSides(asked, first, second);
  return near({ x: (left.x + right.x) / 2, y: left.y });
};

describe('figure 3: lines', () => {
  it('F3-01 joins the couple by facing sides, and children oldest first by own lines from the sibship line', () => {
    const asked = askItem('F3-01');
    const children = ['daughter', 'lost', 'diamond', 'son'];
    expect(lineOf(asked, couple)).toEqual([relationship(asked, 'father', 'mother')]);
    const [descent] = asked.marks('descent');
    const [from, to] = ends(descent);
    const [line] = asked.lines('sibship-line');
    const y = line?.from.y ?? 0;
    expect({ from: near(from), foot: tidy(to.y), isVertical: tidy(from.x) === tidy(to.x) }).toEqual({ from: middle(asked, 'father', 'mother'), foot: tidy(y), isVertical: true });
    expect(isAscending(xs(asked, children))).toBe(true);
    expect(children.map((id) => asked.lines('own-line', id).map((own) => [near(own.from), near(own.to)]))).toEqual(children.map((id) => [[near({ x: asked.centre(id).x, y }), near(asked.top(id))]]));
    expect([line?.from.x, line?.to.x].map((x) => tidy(x ?? 0))).toEqual([tidy(asked.centre('daughter').x), tidy(asked.centre('son').x)]);
    expect(children.map((id) => drawnShape(asked.marks('outline', id)[0]))).toEqual(['circle', 'triangle, apex up', 'diamond', 'square']);
  });

  it('F3-02 a: strikes an ended relationship by exactly two slashes, between them and the shared partner the descent', () => {
    const asked = askItem('F3-02');
    const slashes = asked.lines('ended-slash');
    expect(slashes.map(({ owner }) => owner.key)).toEqual([coupleKey('man', 'woman1'), coupleKey('man', 'woman1')]);
    const slashXs = slashes.map(({ from, to }) => (from.x + to.x) / 2);
    const [start] = ends(asked.marks('descent', coupleKey('man', 'woman1'))[0]);
    const order = [asked.centre('woman1').x, ...slashXs, start.x, asked.centre('man').x];
    expect(isAscending(asked.centre('woman1').x < asked.centre('man').x ? order : order.map((x) => -x))).toBe(true);
    expect(slashes.every(({ from, to }) => to.x > from.x && to.y < from.y)).toBe(true);
  });

  it('F3-02 b: leaves the present relationship plain and never mixes children of different partners on one line', () => {
    const asked = askItem('F3-02');
    expect(asked.marks('ended-slash', coupleKey('man', 'woman2'))).toEqual([]);
    const childrenOf = (key: string) => asked.layout.sibships.find((sibship) => sibship.key === key)?.childKeys;
    expect([childrenOf(coupleKey('man', 'woman1')), childrenOf(coupleKey('man', 'woman2'))]).toEqual([['daughter1'], ['son', 'pregnancy']]);
    expect(asked.inside('pregnancy')).toEqual(['P']);
  });

  it.each([['woman1', 'lost1'], ['man', 'daughter2'], ['woman2', 'son2']])('F3-02 c: draws the child whose other parent is not drawn from the bottom of %s, with no further relationship line', (parent, child) => {
    const asked = askItem('F3-02');
    const [start] = ends(asked.marks('descent', `${parent}/0`)[0]);
    expect(near(start)).toEqual(near(asked.bottom(parent)));
    expect(near(ends(asked.lines('own-line', child)[0])[1])).toEqual(near(asked.top(child)));
    expect(asked.marks('relationship-line')).toHaveLength(2);
  });

  it('F3-02 d: draws the children of a further undrawn partner by a diagonal to a sibship line of their own', () => {
    const asked = askItem('F3-02');
    const [from, to] = ends(asked.marks('descent', 'woman2/1')[0]);
    const [line] = asked.lines('sibship-line', 'woman2/1');
    expect({ isLowerRight: from.x > asked.centre('woman2').x && from.y > asked.centre('woman2').y, isDiagonal: to.x !== from.x, ends: tidy(to.y) === tidy(line?.from.y ?? 0) }).toEqual({ isLowerRight: true, isDiagonal: true, ends: true });
    expect(tidy(to.x)).toBe(tidy(((line?.from.x ?? 0) + (line?.to.x ?? 0)) / 2));
  });

  it('F3-03 draws two parallel lines between the same symbols, with the stated degree above both', () => {
    const asked = askItem('F3-03', 'stated');
    const lines = lineOf(asked, couple);
    expect(lines).toEqual([-2.5, 2.5].map((dy) => [near(asked.side('father', 'right', dy)), near(asked.side('mother', 'left', dy))]));
    const degree = asked.texts('degree', couple);
    expect(degree.map(({ text }) => text)).toEqual(['third cousins']);
    expect(degree[0]?.at.y).toBeLessThan(Math.min(...lines.flat().map(({ y }) => y)));
  });

  it('F3-03 says no degree where both lines to the common ancestors are drawn', () => {
    const asked = askItem('F3-03', 'drawn');
    expect(lineOf(asked, coupleKey('cousin1', 'cousin2'))).toHaveLength(2);
    expect(lineOf(asked, coupleKey('aunt', 'aunts husband'))).toHaveLength(1);
    expect(asked.marks('degree')).toEqual([]);
  });

  const twinItems = [
    ['F3-04', '', ['twin1', 'twin2'], 1, 0],
    ['F3-05', '', ['twin1', 'twin2'], 0, 0],
    ['F3-06', '', ['twin1', 'twin2'], 0, 1],
    ['F3-07', '', ['twin1', 'twin2', 'twin3'], 0, 0],
    ['F3-07', 'mixed', ['twin1', 'twin2', 'twin3'], 1, 0],
  ] as const;
  it.each(twinItems)('%s %s has legs from one point to each top centre, and the bar or the question mark that its zygosity asks for', (id, variant, twins, bars, marks) => {
    const asked = askItem(id, variant);
    const legs = asked.lines('twin-leg');
    expect(new Set(legs.map(({ from }) => JSON.stringify(near(from)))).size).toBe(1);
    expect(legs.map(({ to }) => near(to))).toEqual(twins.map((twin) => near(asked.top(twin))));
    expect({ bars: asked.marks('zygosity-bar').length, marks: asked.texts('zygosity-unknown').map(({ text }) => text), own: asked.marks('own-line').length }).toEqual({ bars, marks: Array.from({ length: marks }, () => '?'), own: 0 });
    expect(isAscending(xs(asked, twins))).toBe(true);
  });

  it('F3-04 puts the bar horizontally from leg to leg, about two thirds down, below a short stem', () => {
    const asked = askItem('F3-04');
    const [bar] = asked.lines('zygosity-bar');
    const [first, second] = asked.lines('twin-leg');
    const [stem] = asked.lines('twin-stem');
    if (bar === undefined || first === undefined || second === undefined || stem === undefined) throw new Error('incomplete twins');
    const depth = (bar.from.y - first.from.y) / (first.to.y - first.from.y);
    expect({ level: bar.from.y === bar.to.y, depth: Math.round(depth * 100) / 100, left: tidy(bar.from.x), right: tidy(bar.to.x) }).toEqual({ level: true, depth: 0.67, left: tidy(first.from.x + (first.to.x - first.from.x) * depth), right: tidy(second.from.x + (second.to.x - second.from.x) * depth) });
    expect(near(stem.to)).toEqual(near(first.from));
  });

  it('F3-06 puts the question mark between the legs at the height of the tops; F3-07 begins on the sibship line', () => {
    const asked = askItem('F3-06');
    const [question] = asked.texts('zygosity-unknown');
    expect({ between: (question?.at.x ?? 0) > asked.centre('twin1').x && (question?.at.x ?? 0) < asked.centre('twin2').x, atTops: Math.abs((question?.at.y ?? 0) - asked.top('twin1').y) < 10 }).toEqual({ between: true, atTops: true });
    const three = askItem('F3-07');
    expect(tidy(three.lines('twin-leg')[0]?.from.y ?? 0)).toBe(tidy(three.layout.sibships[0]?.lineY ?? -1));
    expect(three.marks('twin-stem')).toEqual([]);
  });

  it('F3-07 joins only the monozygotic pair of mixed triplets by the bar', () => {
    const asked = askItem('F3-07', 'mixed');
    const [bar] = asked.lines('zygosity-bar');
    const apexX = asked.lines('twin-leg')[0]?.from.x ?? 0;
    expect({ left: (bar?.from.x ?? 0) < apexX, right: tidy(bar?.to.x ?? 0) }).toEqual({ left: true, right: tidy(asked.centre('twin2').x) });
  });

  const childless = [
    ['F3-08', '', 1, []],
    ['F3-08', 'his', 1, ['Vasectomy']],
    ['F3-08', 'hers', 1, ['Tubal lig.']],
    ['F3-09', '', 2, []],
    ['F3-09', 'his', 2, ['Azoospermia']],
    ['F3-09', 'hers', 2, ['Endometriosis']],
  ] as const;
  it.each(childless)('%s %s hangs a stub from the middle of the relationship line with %s bars and the reason below the last', (id, variant, count, reasons) => {
    const asked = askItem(id, variant);
    const [stub] = asked.lines('childless-stub', couple);
    const bars = asked.lines('childless-bar', couple);
    const words = asked.texts('childless-reason', couple);
    expect(near(stub?.from ?? { x: 0, y: 0 })).toEqual(middle(asked, 'father', 'mother'));
    expect(bars).toHaveLength(count);
    expect(Math.max(...bars.map(({ from }) => from.y))).toBe(stub?.to.y);
    expect(words.map(({ text }) => text)).toEqual([...reasons]);
    for (const { at } of words) expect(at.y).toBeGreaterThan(stub?.to.y ?? 0);
  });

  const brackets = (asked: AskedItem, id: string) => asked.marks('adoption-bracket', id).map((mark) => (mark.kind === 'polyline' ? mark.points.map(({ x }) => tidy(x - asked.centre(id).x)) : []));

  it('F3-10 brackets the child adopted out and keeps every line solid', () => {
    const asked = askItem('F3-10');
    const [left, right] = brackets(asked, 'adopted');
    // Open in the middle of top and bottom: the left arms end left of the centre, the right ones right of it.
    expect({ left: Math.max(...(left ?? [])) < 0, right: Math.min(...(right ?? [])) > 0 }).toEqual({ left: true, right: true });
    expect(asked.marks('adoption-bracket', 'daughter')).toEqual([]);
    expect(asked.figure.marks.filter(isDashed)).toEqual([]);
  });

  it('F3-11 brackets the child adopted in below one dashed line from the middle of a solid relationship line', () => {
    const asked = askItem('F3-11');
    const key = coupleKey('man1', 'man2');
    expect(asked.marks('relationship-line', key).map(isDashed)).toEqual([false]);
    const [descent] = asked.marks('descent', key);
    expect({ dashed: isDashed(descent as never), from: near(ends(descent)[0]), own: asked.lines('own-line', 'adopted').map(isDashed), brackets: asked.marks('adoption-bracket', 'adopted').length }).toEqual({ dashed: true, from: middle(asked, 'man1', 'man2'), own: [true], brackets: 2 });
    expect(tidy(ends(descent)[0].x)).toBe(tidy(asked.centre('adopted').x));
  });

  it('F3-12 draws the child adopted by a relative once: a solid line from the birth couple, a dashed diagonal from the relative to the same top', () => {
    const asked = askItem('F3-12');
    const [side] = asked.marks('side-descent');
    if (side === undefined) throw new Error('no side descent');
    const [from, to] = ends(side);
    expect({ dashed: isDashed(side), to: near(to), isLower: from.y > asked.centre('sister').y, isTowardsChild: Math.sign(from.x - asked.centre('sister').x) === Math.sign(asked.centre('adopted').x - asked.centre('sister').x) }).toEqual({ dashed: true, to: near(asked.top('adopted')), isLower: true, isTowardsChild: true });
    expect({ drawn: asked.marks('outline', 'adopted').length, solidDescent: asked.marks('descent', couple).map(isDashed), own: asked.lines('own-line', 'adopted').map((own) => [isDashed(own), near(own.to)]), brackets: asked.marks('adoption-bracket', 'adopted').length }).toEqual({ drawn: 1, solidDescent: [false], own: [[false, near(asked.top('adopted'))]], brackets: 2 });
    expect(asked.lines('sibship-line', coupleKey('grandfather', 'grandmother')).map(isDashed)).toEqual([false]);
    expect(asked.marks('relationship-line').filter(isDashed)).toEqual([]);
  });
});
