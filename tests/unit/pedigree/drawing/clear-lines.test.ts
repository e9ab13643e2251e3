import { describe, expect, it } from 'vitest';
import { drawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { drawPedigree } from '#shared/pedigree/drawing/draw-pedigree.ts';
import { boxOfMark } from '#shared/pedigree/drawing/figure-box.ts';
import type { Mark } from '#shared/pedigree/drawing/figure.ts';
import { symbolExtent } from '#shared/pedigree/drawing/symbol.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import type { Point } from '#shared/pedigree/layout/pedigree-layout.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';

const laidOut = (family: Family) => {
  const context = drawingContext(family);
  return layoutPedigree(family, { extentOf: (individual) => symbolExtent(individual, context) });
};

const pointsOf = (mark: Mark): readonly Point[] => (mark.kind === 'line' ? [mark.from, mark.to] : mark.kind === 'polyline' ? mark.points : []);
/** Every pixel or so along a line. */
const along = (points: readonly Point[]): readonly Point[] => points.slice(1).flatMap((to, index) => {
  const from = points[index] ?? to;
  return Array.from({ length: 201 }, (_, step) => ({ x: from.x + ((to.x - from.x) * step) / 200, y: from.y + ((to.y - from.y) * step) / 200 }));
});

describe('lines between symbols', () => {
  it('goes past the text below a donor, whichever side the child is on', () => {
    const results = { evaluations: ['CFTR p.Gly542Ter heterozygous', 'report of the bank'], isEvaluated: false };
    const roles = ['egg', 'gestational'] as const;
    const families = ['D', 'woman'].map((first) => {
      const [told, then] = first === 'D' ? ([aPedigree().man('D', results), 'woman'] as const) : ([aPedigree().woman('woman'), 'D'] as const);
      const both = then === 'woman' ? told.woman('woman') : told.man('D', results);
      return both.person('child').parent('child', 'woman', [...roles]).parent('child', 'D', ['sperm'], { isDonor: true }).build();
    });
    const hits = families.map((family) => {
      const { marks } = drawPedigree(family, laidOut(family));
      const texts = marks.filter(({ role, owner }) => role === 'text-line' && owner.key === 'D').map(boxOfMark);
      const line = marks.filter(({ role }) => role === 'side-descent').flatMap((mark) => along(pointsOf(mark)));
      return { texts: texts.length > 2, line: line.length > 0, through: line.filter(({ x, y }) => texts.some(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom)).length };
    });
    expect(hits).toEqual([{ texts: true, line: true, through: 0 }, { texts: true, line: true, through: 0 }]);
  });

  it('drops straight to an only child who stands almost below the middle of the couple', () => {
    const family = aPedigree().man('a').woman('b').man('c').woman('d').sons(['a', 'b'], 'e', 'father', 'f').daughters(['c', 'd'], 'g', 'mother').sons(['father', 'mother'], 'child').woman('wife').sons(['child', 'wife'], 'k').build();
    const { sibships, symbols } = laidOut(family);
    const bends = sibships.flatMap(({ descent, childKeys }) => (childKeys.length === 1 ? [Math.abs((descent.at(-1)?.x ?? 0) - (symbols.find(({ key }) => key === childKeys[0])?.x ?? 0))] : []));
    expect([bends.length, bends.filter((bend) => bend > 0 && bend < 4)]).toEqual([2, []]);
  });
});
