import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenInvariants, familyInvariants } from '#shared/pedigree/family-invariants.ts';
import { familySchema, type Family } from '#shared/pedigree/family.ts';
import { aPedigree, builderOf } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

const trio = aPedigree().withTrio();
const broken = (family: Family) => brokenInvariants(family).map(({ rule, ids }) => [rule, ids]);
const twice = <Row>(rows: readonly Row[], change: Partial<Row>): readonly Row[] => [...rows, ...rows.slice(0, 1).map((row) => ({ ...row, ...change }))];

describe('the invariants of a family', () => {
  test('hold for a trio, for an empty family and for every random one', () => {
    expect(broken(trio.build())).toEqual([]);
    expect(broken(aPedigree().build())).toEqual([]);
    fc.assert(
      fc.property(families(), (family) => {
        expect([familySchema.safeParse(family).error, broken(family)]).toEqual([undefined, []]);
      }),
      { numRuns: 300 },
    );
  });

  const family = trio.build();
  const twins = trio.daughters(['father', 'mother'], 'twin').twins('dizygotic', 'proband', 'twin');
  test.each([
    ['unique-ids', { ...family, individuals: twice(family.individuals, {}) }, ['father']],
    ['known-references', builderOf({ ...family, individuals: family.individuals.slice(1) }).build(), ['father+mother', 'father>proband']],
    ['one-proband', trio.proband('mother').build(), ['mother', 'proband']],
    ['one-edge-per-pair', { ...family, parentEdges: twice(family.parentEdges, { id: 'again', roles: ['adoptive'] }) }, ['father>proband']],
    ['one-partnership-per-couple', { ...family, partnerships: twice(family.partnerships, { id: 'again', partnerIds: ['mother', 'father'] }) }, ['father+mother']],
    ['two-partners', trio.couple('mother', 'mother').build(), ['mother+mother']],
    ['one-state-per-condition', { ...trio.affected('OI', 'proband').build(), individualConditions: twice(trio.affected('OI', 'proband').build().individualConditions, { id: 'again', state: 'unaffected' }) }, ['proband:OI']],
    ['one-twin-group', twins.sons(['father', 'mother'], 'third').twinGroup([{ individualId: 'twin', zygote: null }, { individualId: 'third', zygote: null }]).build(), ['twin']],
    ['twins-share-parents', trio.woman('twin').childOf('twin', 'mother').twins('dizygotic', 'proband', 'twin').build(), ['proband', 'twin']],
    ['no-own-ancestor', trio.childOf('mother', 'proband').build(), ['mother', 'proband']],
  ] satisfies [string, Family, string[]][])('tell when %s is broken, and by whom', (rule, bad, ids) => {
    expect(broken(bad)).toEqual([[rule, ids]]);
  });

  test('are all shown broken above', () => expect(familyInvariants).toHaveLength(10));
});
