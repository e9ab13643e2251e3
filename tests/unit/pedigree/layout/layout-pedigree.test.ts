import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Family } from '#shared/pedigree/family.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import type { PedigreeLayout, SymbolExtent } from '#shared/pedigree/layout/pedigree-layout.ts';
import { plainExtent } from '#shared/pedigree/layout/spacing.ts';
import { familyStructure } from '#shared/pedigree/structure.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';
import { drawnFaults } from '#tests/unit/pedigree/layout/drawn-faults.ts';
import { planarFamilies } from '#tests/unit/pedigree/layout/planar-families.ts';

describe('any family', () => {
  it('has every symbol and line in its place: no overlap, no elder sibling on the right, nobody beside a parent, no line that ends in the air or runs through a symbol', () => {
    fc.assert(
      fc.property(families({ maxPeople: 45 }), (family) => {
        expect(drawnFaults(family, layoutPedigree(family), plainExtent)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  }, 120_000);

  it('keeps apart symbols with much text below and beside them', () => {
    const wide: SymbolExtent = { left: 70, right: 110, above: 40, below: 150 };
    fc.assert(
      fc.property(families({ maxPeople: 30 }), (family) => {
        expect(drawnFaults(family, layoutPedigree(family, { extentOf: () => wide }), wide)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('counts no overlap and no sibling out of order', () => {
    fc.assert(
      fc.property(families({ maxPeople: 60 }), (family) => {
        const { overlaps, orderViolations, people } = layoutPedigree(family).statistics;
        expect({ overlaps, orderViolations, people }).toEqual({ overlaps: 0, orderViolations: 0, people: family.individuals.length });
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('is laid out the same, however its edges, couples and twins are listed', () => {
    const shuffled = families({ maxPeople: 30 }).chain((family) =>
      fc.record({ family: fc.constant(family), parentEdges: fc.shuffledSubarray([...family.parentEdges], { minLength: family.parentEdges.length }), partnerships: fc.shuffledSubarray([...family.partnerships], { minLength: family.partnerships.length }), twinGroups: fc.shuffledSubarray([...family.twinGroups], { minLength: family.twinGroups.length }) }),
    );
    fc.assert(
      fc.property(shuffled, ({ family, ...lists }) => {
        expect(byKey(layoutPedigree({ ...family, ...lists }))).toEqual(byKey(layoutPedigree(family)));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('lets a child of three adoptive parents in two couples hang from the couple told first, however its edges are listed', () => {
    const family = aPedigree().person('a').person('b').person('c').couple('a', 'b').couple('a', 'c').person('child').parent('child', 'a', ['adoptive']).parent('child', 'b', ['adoptive']).parent('child', 'c', ['adoptive']).build();
    const reversed = { ...family, parentEdges: family.parentEdges.toReversed(), partnerships: family.partnerships.toReversed() };
    const homeOf = (one: Family) => familyStructure(one).sibships.map(({ origin }) => origin);
    expect([homeOf(family), homeOf(reversed)]).toEqual(Array.from({ length: 2 }, () => [{ kind: 'union', unionKey: 'a+b' }]));
    expect(byKey(layoutPedigree(reversed))).toEqual(byKey(layoutPedigree(family)));
  });
});

describe('a family that can be drawn without crossings', () => {
  it.each(Object.entries(planarFamilies))('is drawn so: %s', (_name, family) => {
    const layout = layoutPedigree(family);
    expect({ crossings: layout.statistics.crossings, faults: drawnFaults(family, layout, plainExtent) }).toEqual({ crossings: 0, faults: [] });
  });
});

describe('assisted reproduction (specification, figure 5)', () => {
  const donor = { isDonor: true };
  const cases: readonly (readonly [string, Family, readonly string[], string])[] = [
    ['1a', aPedigree().man('man').woman('woman').man('D').couple('man', 'woman').person('P').parent('P', 'woman', ['egg', 'gestational']).parent('P', 'man', ['social']).parent('P', 'D', ['sperm'], donor).build(), ['man', 'woman', 'D'], 'woman'],
    ['1b', aPedigree().woman('woman1').woman('woman2').man('D').couple('woman1', 'woman2').person('P').parent('P', 'woman2', ['egg', 'gestational']).parent('P', 'woman1', ['social']).parent('P', 'D', ['sperm'], donor).build(), ['woman1', 'woman2', 'D'], 'woman2'],
    ['1d', aPedigree().man('D').man('man', { sexAssignedAtBirth: 'female' }).woman('woman').couple('man', 'woman').person('P').parent('P', 'man', ['egg', 'gestational']).parent('P', 'woman', ['social']).parent('P', 'D', ['sperm'], donor).build(), ['D', 'man', 'woman'], 'man'],
    ['1f', aPedigree().woman('cD').man('sD').woman('woman').man('man').couple('woman', 'man').person('P').parent('P', 'cD', ['egg'], donor).parent('P', 'sD', ['sperm'], donor).parent('P', 'woman', ['gestational']).parent('P', 'man', ['social']).build(), ['cD', 'sD', 'woman', 'man'], 'woman'],
    ['2', aPedigree().man('man').woman('woman').woman('D').couple('man', 'woman').person('P').parent('P', 'man', ['sperm']).parent('P', 'woman', ['gestational']).parent('P', 'D', ['egg'], donor).build(), ['man', 'woman', 'D'], 'man+woman'],
    ['3', aPedigree().man('afab', { sexAssignedAtBirth: 'female' }).man('man').woman('S').couple('afab', 'man').person('P').parent('P', 'afab', ['egg']).parent('P', 'man', ['sperm']).parent('P', 'S', ['gestational'], donor).build(), ['afab', 'man', 'S'], 'S'],
    ['4a', aPedigree().woman('D').man('man').woman('woman').couple('man', 'woman').person('P').parent('P', 'D', ['egg', 'gestational'], donor).parent('P', 'man', ['sperm']).parent('P', 'woman', ['social']).build(), ['D', 'man', 'woman'], 'D'],
    ['4b', aPedigree().man('f').woman('m').woman('D').childOf('D', 'f', 'm').man('man').woman('woman').childOf('woman', 'f', 'm').couple('man', 'woman').person('P').parent('P', 'D', ['egg', 'gestational'], donor).parent('P', 'man', ['sperm']).parent('P', 'woman', ['social']).build(), ['D', 'man', 'woman'], 'D'],
    ['5', aPedigree().woman('cD').woman('woman').man('sD').couple('cD', 'woman').person('P').parent('P', 'cD', ['egg']).parent('P', 'woman', ['gestational']).parent('P', 'sD', ['sperm'], donor).build(), ['cD', 'woman', 'sD'], 'woman'],
  ];

  it.each(cases)('case %s: symbols stand as in the figure, and the child below where its vertical line begins', (_name, family, expected, origin) => {
    const { symbols } = layoutPedigree(family);
    const x = new Map(symbols.map((symbol) => [symbol.key, symbol.x]));
    const row = symbols.filter(({ key }) => expected.includes(key)).toSorted((one, other) => one.x - other.x).map(({ key }) => key);
    const origins = origin.split('+').map((key) => x.get(key) ?? 0);
    expect({ row, isBelow: Math.abs((x.get('P') ?? 0) - origins.reduce((sum, at) => sum + at, 0) / origins.length) < 0.5 }).toEqual({ row: expected, isBelow: true });
  });
});

describe('a family with somebody who would be their own ancestor', () => {
  it('is drawn with that person a second time, below the parents who descend from them', () => {
    const family = aPedigree().man('a').man('b').childOf('b', 'a').childOf('a', 'b').build();
    const { symbols, statistics } = layoutPedigree(family);
    expect({ places: symbols.map(({ key, generation, isRepeat }) => ({ key, generation, isRepeat })), repeats: statistics.repeats }).toEqual({
      places: [{ key: 'a', generation: 1, isRepeat: false }, { key: 'b', generation: 2, isRepeat: false }, { key: 'a#2', generation: 3, isRepeat: true }],
      repeats: 1,
    });
  });
});

/** Whatever its lists are ordered by. */
function byKey(layout: PedigreeLayout) {
  const sorted = <Item extends { readonly key: string }>(items: readonly Item[]): readonly Item[] => items.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return { ...layout, symbols: sorted(layout.symbols), unions: sorted(layout.unions), sibships: sorted(layout.sibships) };
}
