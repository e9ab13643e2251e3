import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { familyEvidence, familyStatuses } from '#shared/inheritance/family-evidence.ts';
import { initialRiskModel, riskModelSchema, type RiskModel } from '#shared/inheritance/risk-model.ts';
import { personReport, riskReport, type RiskReport } from '#shared/inheritance/risk-report.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

const condition = 'Haemophilia A';
const today = '2026-03-01';
const reckon = (family: Family, model: Partial<RiskModel> = {}): RiskReport => riskReport({ family, conditionId: condition, model: { ...initialRiskModel, ...model }, today });

/** An affected boy, his carrier mother by a brother of hers, and her sister with a husband. */
const xLinked = aPedigree().woman('grandmother').man('grandfather').sons(['grandfather', 'grandmother'], 'uncle').daughters(['grandfather', 'grandmother'], 'mother', 'aunt').man('father').sons(['father', 'mother'], 'proband').proband('proband').man('husband').couple('aunt', 'husband')
  .affected(condition, 'uncle', 'proband').state('unaffected', condition, 'grandmother', 'grandfather', 'mother', 'father', 'aunt');

describe('the report of a family', () => {
  test('reckons with the mode that explains the family best until one is chosen', () => {
    const report = reckon(xLinked.build());
    expect(report).toMatchObject({ kind: 'known', mode: 'XLR', isBestMode: true });
    expect(reckon(xLinked.build(), { mode: 'AR' })).toMatchObject({ kind: 'known', mode: 'AR', isBestMode: false });
  });

  test('tells a child to come as a boy, as a girl and as either', () => {
    const model = { mode: 'XLR', mutationRate: 0, alleleFrequency: 1e-9, pregnancies: [['aunt', 'husband']] } as const;
    const report = reckon(xLinked.build(), model);
    if (report.kind !== 'known') throw new Error(report.kind);
    expect(report.people.map(({ id }) => id)).not.toContain('child to come of aunt+husband');
    const [pregnancy] = report.pregnancies;
    expect([pregnancy?.son.affected, pregnancy?.daughter.carrier, pregnancy?.child.affected, pregnancy?.child.carrier].map((value) => Number((value ?? NaN).toFixed(6)))).toEqual([0.25, 0.25, 0.125, 0.125]);
  });

  test('asks for no child of two people who would give the same gamete, or of who is not there', () => {
    const report = reckon(xLinked.build(), { mode: 'XLR', pregnancies: [['aunt', 'mother'], ['aunt', 'nobody'], ['aunt', 'aunt']] });
    expect(report).toMatchObject({ kind: 'known', pregnancies: [] });
  });

  test('takes a test result into the chance, the table and the contributions of a person', () => {
    const evidence = { aunt: { copies: null, tests: [{ result: 'negative', sensitivity: 0.9, specificity: 1 }], alleleFrequency: null } } as const;
    const question = { family: xLinked.build(), conditionId: condition, model: { ...initialRiskModel, mode: 'XLR', mutationRate: 0, alleleFrequency: 1e-9, evidence } as const, today };
    const person = personReport(question, 'XLR', 'aunt');
    const rounded = (values: readonly (number | null)[] | undefined) => values?.slice(0, 2).map((value) => (value === null ? null : Number(value.toFixed(6))));
    expect(person?.asked).toBe('carrier');
    expect(rounded(person?.table.posterior)).toEqual([0.909091, 0.090909]);
    expect(person?.table.conditionals.map(({ source, values }) => [source.kind, rounded(values)])).toEqual([['own-status', [1, 1]], ['own-test', [1, 0.1]]]);
    expect(person?.contributions[0]).toMatchObject({ relativeId: 'aunt' });
    expect(person?.contributions[0]?.withoutRelative).toBeCloseTo(0.5, 6);
  });

  test('names the people of what cannot be, and a circle of descent', () => {
    const evidence = { mother: { copies: 0, tests: [], alleleFrequency: null } } as const;
    expect(reckon(xLinked.build(), { mode: 'XLR', mutationRate: 0, evidence })).toMatchObject({ kind: 'impossible', people: ['proband', 'mother'] });
    expect(reckon(xLinked.parent('grandmother', 'mother', ['egg']).build())).toMatchObject({ kind: 'refused' });
  });

  test('has an answer for any family and any model, in which all chances are chances', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const models = fc.record({ mode: fc.constantFrom(null, 'AD', 'AR', 'XLD', 'XLR', 'YL', 'MT'), alleleFrequency: fc.option(share), phenocopyRate: share, mutationRate: share, germlineMosaicism: fc.option(fc.record({ probability: share, transmittedShare: share })) });
    fc.assert(
      fc.property(families({ maxPeople: 12 }), models, (family, model) => {
        const [conditionId = 'none'] = family.conditions.map(({ id }) => id);
        const report = riskReport({ family, conditionId, model: riskModelSchema.parse({ ...initialRiskModel, ...model }), today });
        if (report.kind !== 'known') return;
        for (const person of report.people) for (const chance of [person.carrier, person.atRiskGenotype, person.affected]) expect(chance >= 0 && chance <= 1 + 1e-9).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what the drawn family says', () => {
  const family = aPedigree().withTrio().daughters(['father', 'mother'], 'sister').state('presymptomatic', condition, 'father', 'sister').state('carrier', condition, 'mother').state('uncertain', condition, 'proband').build();

  test('of the presymptomatic is a genotype at risk in the mode, and not that they are unaffected', () => {
    expect([...familyEvidence(family, condition, 'AD', today)]).toEqual([['father', { copies: 1 }], ['sister', { copies: 1 }], ['mother', { status: 'unaffected', ageInYears: undefined, copies: 1 }]]);
    expect(['father', 'sister'].map((id) => familyEvidence(family, condition, 'XLR', today).get(id))).toEqual([{ copies: 1 }, { copies: 2 }]);
  });

  test('of affection is nothing for the presymptomatic and the uncertain', () => {
    expect([...familyStatuses(family, condition)]).toEqual([['mother', 'unaffected']]);
  });
});
