import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawingContext, identificationLevels } from '#shared/pedigree/drawing/drawing-context.ts';
import { boxOfMark } from '#shared/pedigree/drawing/figure-box.ts';
import type { Mark } from '#shared/pedigree/drawing/figure.ts';
import { papers } from '#shared/pedigree/drawing/paper.ts';
import { pedigreeSheet } from '#shared/pedigree/drawing/pedigree-sheet.ts';
import { outlineBottom, outlineTop, symbolShape } from '#shared/pedigree/drawing/symbol-outline.ts';
import { pedigreeSvg, svgThemes } from '#shared/pedigree/drawing/svg.ts';
import { symbolExtent } from '#shared/pedigree/drawing/symbol.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import type { Point } from '#shared/pedigree/layout/pedigree-layout.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';
import { familyStructure, type DescentOrigin } from '#shared/pedigree/structure.ts';
import { families } from '#tests/builders/arbitrary-family.ts';
import { readXml } from '#tests/unit/pedigree/drawing/read-xml.ts';

function drawn(family: Family) {
  const context = drawingContext(family);
  const layout = layoutPedigree(family, { extentOf: (individual) => symbolExtent(individual, context) });
  return { layout, sheet: pedigreeSheet(family, layout, { today: '2026-11-23', numbers: pedigreeNumbers(layout) }) };
}

const numbersOf = (mark: Mark): readonly number[] => {
  const points: readonly Point[] = mark.kind === 'line' ? [mark.from, mark.to] : mark.kind === 'polyline' || mark.kind === 'polygon' ? mark.points : mark.kind === 'text' ? [mark.at] : [mark.centre];
  return points.flatMap(({ x, y }) => [x, y]);
};

/** Corners of all lines, joined where a line ends on another or at the same point. */
function connected(lines: readonly (readonly Point[])[]): (first: Point, second: Point) => boolean {
  const group = lines.map((_, index) => index);
  const root = (index: number): number => (group[index] === index ? index : root(group[index] ?? index));
  lines.forEach((line, index) => lines.forEach((other, at) => {
    if (at > index && line.concat(other).some((point) => isOn(point, line) && isOn(point, other))) group[root(at)] = root(index);
  }));
  const linesAt = (point: Point): readonly number[] => lines.flatMap((line, index) => (isOn(point, line) ? [root(index)] : []));
  return (first, second) => linesAt(first).some((found) => linesAt(second).includes(found));
}

function isOn(point: Point, line: readonly Point[]): boolean {
  return line.some((from, index) => {
    const to = line[index + 1];
    if (to === undefined) return false;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length ** 2));
    return Math.hypot(point.x - from.x - along * (to.x - from.x), point.y - from.y - along * (to.y - from.y)) < 0.05;
  });
}

const pointsOf = (mark: Mark): readonly Point[] => (mark.kind === 'line' ? [mark.from, mark.to] : mark.kind === 'polyline' ? mark.points : []);

describe('drawing any family', () => {
  it('gives finite places to all marks, all of them within the box of the figure', () => {
    fc.assert(
      fc.property(families(), (family) => {
        const { figure } = drawn(family).sheet;
        for (const mark of figure.marks) {
          expect(numbersOf(mark).every(Number.isFinite)).toBe(true);
          const { left, right, top, bottom } = boxOfMark(mark);
          expect(left >= figure.box.left && right <= figure.box.right && top >= figure.box.top && bottom <= figure.box.bottom).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('joins every child to each of its origins by lines that touch', () => {
    fc.assert(
      fc.property(families({ maxPeople: 30 }), (family) => {
        const { layout, sheet } = drawn(family);
        const structure = familyStructure(family);
        const of = (kind: 'sibship' | 'side-descent', key: string) => sheet.figure.marks.filter(({ owner, role }) => owner.kind === kind && owner.key === key && role !== 'line-label').map(pointsOf);
        const symbolsOf = (id: string) => layout.symbols.filter(({ individualId }) => individualId === id);
        const tops = (id: string): readonly Point[] => symbolsOf(id).map(({ x, y }) => ({ x, y: y + outlineTop(symbolShape(structure.individualOf.get(id) as never)) }));
        const isAtOrigin = (point: Point, origin: DescentOrigin): boolean => {
          if (origin.kind === 'union') return sheet.figure.marks.some((mark) => mark.role === 'relationship-line' && mark.owner.key === origin.unionKey && isOn(point, pointsOf(mark)));
          const individual = structure.individualOf.get(origin.individualId);
          const bottom = individual === undefined ? 0 : outlineBottom(symbolShape(individual));
          return symbolsOf(origin.individualId).some(({ x, y }) => Math.abs(point.x - x) <= 26 && point.y >= y && point.y <= y + bottom + 0.05);
        };
        for (const sibship of structure.sibships) {
          const own = sheet.figure.marks.filter((mark) => (mark.role === 'own-line' && sibship.members.some(({ childId }) => symbolsOf(childId).some(({ key }) => key === mark.owner.key))) || (mark.owner.kind === 'twin-group' && mark.role !== 'zygosity-unknown')).map(pointsOf);
          const lines = [...of('sibship', sibship.key), ...own].filter((line) => line.length > 1);
          const start = of('sibship', sibship.key)[0]?.[0];
          if (start === undefined) throw new Error('no line of descent');
          expect(isAtOrigin(start, sibship.origin)).toBe(true);
          const isJoined = connected(lines);
          for (const { childId } of sibship.members) expect(tops(childId).some((top) => isJoined(start, top))).toBe(true);
        }
        for (const side of structure.sideDescents) {
          const line = of('side-descent', side.key)[0] ?? [];
          const [start, end] = [line[0], line.at(-1)];
          if (start === undefined || end === undefined) throw new Error('no side line');
          expect(isAtOrigin(start, side.origin)).toBe(true);
          const isAtSibship = sheet.figure.marks.some((mark) => mark.owner.kind === 'sibship' && mark.role !== 'line-label' && isOn(end, pointsOf(mark)));
          expect(isAtSibship || tops(side.childIds[0] ?? '').some((top) => Math.hypot(top.x - end.x, top.y - end.y) < 0.05)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('explains every fill in the key', () => {
    fc.assert(
      fc.property(families(), (family) => {
        const { sheet } = drawn(family);
        const keyed = new Set(sheet.legend.flatMap(({ swatch }) => swatch.flatMap((mark) => ('fill' in mark ? [JSON.stringify(mark.fill)] : []))));
        for (const mark of sheet.figure.marks) if (mark.role === 'fill' && 'fill' in mark) expect(keyed.has(JSON.stringify(mark.fill))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('writes well-formed SVG with nothing active and no text but what was said', () => {
    const nasty = fc.constantFrom('<script>alert(1)</script>', '"/><image href="http://x"/>', ']]>&amp;&#0;', '\u0000\u0007\ufffe', '𝒜 <b>', "' onload='x");
    fc.assert(
      fc.property(families({ maxPeople: 25 }), nasty, fc.constantFrom(...papers), fc.constantFrom(...svgThemes), fc.constantFrom(...identificationLevels), (family, text, paper, theme, level) => {
        const named: Family = { ...family, header: { ...family.header, title: text, indication: text }, individuals: family.individuals.map((individual) => ({ ...individual, givenName: text, evaluations: [text] })), conditions: family.conditions.map((condition, index) => ({ ...condition, name: `${text}${String(index)}` })) };
        const svg = pedigreeSvg([pedigreeSheet(named, drawn(named).layout, { level })], { paper, theme });
        const elements = readXml(svg);
        expect([...new Set(elements.map(({ name }) => name))].filter((name) => !['svg', 'title', 'desc', 'defs', 'pattern', 'rect', 'path', 'circle', 'g', 'text', 'tspan', 'clipPath'].includes(name))).toEqual([]);
        expect(elements.flatMap(({ attributes }) => attributes).filter((name) => /^on|href/.test(name))).toEqual([]);
        expect(svg).not.toContain('NaN');
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same family', () => {
    fc.assert(fc.property(families({ maxPeople: 25 }), (family) => {
      expect(drawn(family).sheet).toEqual(drawn(structuredClone(family)).sheet);
    }), { numRuns: 20 });
  });
});
