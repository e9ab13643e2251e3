import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFamilies, isUnchanged } from '#shared/pedigree/compare-families.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

const trio = aPedigree().withTrio();

describe('what changed between two versions of a family', () => {
  test('is nothing between a family and itself, in whatever order it is told', () => {
    fc.assert(
      fc.property(families({ maxPeople: 25 }), (family) => {
        const turned = { ...family, individuals: family.individuals.toReversed(), parentEdges: family.parentEdges.toReversed(), partnerships: family.partnerships.toReversed() };
        expect([isUnchanged(compareFamilies(family, family)), isUnchanged(compareFamilies(family, turned))]).toEqual([true, true]);
      }),
      { numRuns: 100 },
    );
  });

  test('names who came and who went, the other way round backwards', () => {
    const [before, after] = [trio.build(), trio.daughters(['father', 'mother'], 'sister').build()];
    expect(compareFamilies(before, after)).toMatchObject({ added: [{ id: 'sister' }], removed: [], changed: [] });
    expect(compareFamilies(after, before)).toMatchObject({ added: [], removed: [{ id: 'sister' }] });
  });

  test('tells, person by person, facts, states, parents, partners and twins with what was and what is', () => {
    const before = trio.sons(['father', 'mother'], 'brother').affected('OI', 'proband').build();
    const after = aPedigree().withTrio().sons(['father', 'mother'], 'brother').twins('dizygotic', 'proband', 'brother').known({ vitalStatus: 'deceased' }, 'father').state('carrier', 'OI', 'mother').woman('stepmother').couple('father', 'stepmother', { status: 'ended' }).parent('brother', 'stepmother', ['step']).header({ historian: 'Mother' }).build();
    const comparison = compareFamilies(before, after);
    const members = [{ individualId: 'brother', zygote: 2 }, { individualId: 'proband', zygote: 1 }];
    const birth = [{ parentId: 'father', roles: ['sperm'], isDonor: false }, { parentId: 'mother', roles: ['egg', 'gestational'], isDonor: false }];
    const partner = (partnerId: string, status: string) => ({ partnerId, status, isConsanguineous: false, degree: '', childlessness: null });
    expect(comparison.changed).toEqual([
      { individualId: 'father', changes: [{ kind: 'fact', fact: 'vitalStatus', before: 'alive', after: 'deceased' }, { kind: 'partners', before: [partner('mother', 'current')], after: [partner('mother', 'current'), partner('stepmother', 'ended')] }] },
      { individualId: 'mother', changes: [{ kind: 'condition', conditionId: 'OI', before: null, after: { state: 'carrier', onset: null, evidence: '' } }] },
      { individualId: 'proband', changes: [{ kind: 'twins', before: [], after: members }, { kind: 'condition', conditionId: 'OI', before: { state: 'affected', onset: null, evidence: '' }, after: null }] },
      { individualId: 'brother', changes: [{ kind: 'parents', before: birth, after: [...birth, { parentId: 'stepmother', roles: ['step'], isDonor: false }] }, { kind: 'twins', before: [], after: members }] },
    ]);
    expect(comparison.header).toEqual([{ field: 'historian', before: '', after: 'Mother' }]);
    expect(isUnchanged(comparison)).toBe(false);
  });

  test('tells of the legend', () => {
    const [before, after] = [trio.affected('OI', 'proband').build(), trio.affected('HL', 'proband').build()];
    expect(compareFamilies(before, after).conditions).toMatchObject({ added: [{ id: 'HL' }], removed: [{ id: 'OI' }], changed: [] });
    const renamed = { ...before, conditions: before.conditions.map((condition) => ({ ...condition, name: 'Osteogenesis imperfecta' })) };
    expect(compareFamilies(before, renamed).conditions.changed).toMatchObject([{ before: { name: 'OI' }, after: { name: 'Osteogenesis imperfecta' } }]);
  });
});
