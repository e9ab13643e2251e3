import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { familyInvariants } from '#shared/pedigree/family-invariants.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { lintFamily, pedigreeRules } from '#shared/pedigree/linter/lint-family.ts';
import { aPedigree, builderOf, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

const today = '2026-01-15';
const found = (family: Family, rule: string): readonly (readonly string[])[] => lintFamily(family, { today }).filter((finding) => finding.rule === rule).map(({ people }) => people);

const trio = aPedigree().withTrio();
const [father, mother, proband] = ['father', 'mother', 'proband'] as const;
const siblings = trio.sons([father, mother], 'brother');
const twins = siblings.twins('monozygotic', proband, 'brother');
const unborn = (life: 'pregnancy' | 'loss') => trio.person('u', { life: life === 'loss' ? { kind: 'loss', outcome: 'spontaneous-abortion', gestation: { weeks: 8, days: 0 } } : { kind: 'pregnancy', gestation: { weeks: 8, days: 0 }, dueDate: '2026-06', sexKnownBy: '' } }).childOf('u', mother, father);
const twice = (family: Family, change: Partial<Family>): PedigreeBuilder => builderOf({ ...family, ...change });
const twoEntries = (diseaseId: string) => builderOf({ ...trio.affected('OI', proband).state('carrier', 'OI again', proband).build() }).build().conditions.map((condition) => ({ ...condition, diseaseId: condition.id === 'OI' ? 'OMIM:166200' : diseaseId }));
const header = { title: '', recordedBy: 'E. Example', recorderTitle: 'Genetic counsellor', historian: 'Mother', takenOn: '2026', indication: 'Hearing loss', maternalAncestry: 'Danish', paternalAncestry: 'Danish', consanguinityAsked: 'denied' } as const;
const cousins = trio.man('grandfather').childOf(father, 'grandfather').childOf(mother, 'grandfather');

/** For each rule a family that breaks it, whom it names, and one that nearly does. */
const examples: Readonly<Record<string, readonly [broken: PedigreeBuilder, people: readonly string[], near: PedigreeBuilder]>> = {
  'unique-ids': [twice(trio.build(), { individuals: [...trio.build().individuals, ...trio.build().individuals.slice(0, 1)] }), [father], trio],
  'known-references': [twice(trio.build(), { individuals: trio.build().individuals.slice(1) }), [], trio],
  'one-proband': [trio.proband(mother), [mother, proband], trio],
  'one-edge-per-pair': [trio.parent(proband, mother, ['step']), [], trio],
  'one-partnership-per-couple': [trio.couple(mother, father), [], trio],
  'two-partners': [trio.couple(mother, mother), [], trio],
  'one-state-per-condition': [trio.affected('OI', proband).state('carrier', 'OI', proband), [], trio.affected('OI', proband).state('carrier', 'OI', mother)],
  'one-twin-group': [twins.sons([father, mother], 'third').twins('dizygotic', 'brother', 'third'), ['brother'], twins],
  'no-own-ancestor': [trio.childOf(mother, proband), [mother, proband], trio],
  'parent-younger-than-child': [trio.known({ birthDate: '2001' }, mother).known({ birthDate: '2000' }, proband), [mother, proband], trio.known({ birthDate: '1980' }, mother).known({ birthDate: '2000' }, proband)],
  'parent-hardly-older-than-child': [trio.known({ birthDate: '1990' }, mother).known({ birthDate: '2000' }, proband), [mother, proband], trio.known({ birthDate: '1987' }, mother).known({ birthDate: '2000' }, proband)],
  'born-after-death-of-mother': [trio.known({ deathDate: '1999-12', vitalStatus: 'deceased' }, mother).known({ birthDate: '2000' }, proband), [mother, proband], trio.known({ deathDate: '2000-12', vitalStatus: 'deceased' }, mother).known({ birthDate: '2000' }, proband)],
  'born-long-after-death-of-father': [trio.known({ deathDate: '1999-01' }, father).known({ birthDate: '2000' }, proband), [father, proband], trio.known({ deathDate: '1999-06' }, father).known({ birthDate: '2000' }, proband)],
  'death-before-birth': [trio.known({ birthDate: '2000-05', deathDate: '2000-04' }, proband), [proband], trio.known({ birthDate: '2000-05', deathDate: '2000' }, proband)],
  'age-at-death-against-dates': [trio.known({ birthDate: '1930', deathDate: '1999', ageAtDeath: 'P60Y' }, father), [father], trio.known({ birthDate: '1930', deathDate: '1999', ageAtDeath: 'P68Y' }, father)],
  'age-against-birth-date': [trio.known({ birthDate: '1990-06', ageAtLastEncounter: 'P30Y', ageRecordedOn: '2024' }, mother), [mother], trio.known({ birthDate: '1990-06', ageAtLastEncounter: 'P33Y', ageRecordedOn: '2024' }, mother)],
  'older-when-seen-than-at-death': [trio.known({ ageAtLastEncounter: 'P40Y', ageAtDeath: 'P38Y' }, father), [father], trio.known({ ageAtLastEncounter: 'P38Y', ageAtDeath: 'P38Y' }, father)],
  'alive-with-death': [trio.known({ causeOfDeath: 'MI' }, father), [father], trio.known({ causeOfDeath: 'MI', vitalStatus: 'deceased' }, father)],
  'date-in-the-future': [trio.known({ birthDate: '2027' }, proband), [proband], trio.known({ birthDate: '2026' }, proband)],
  'alive-beyond-all-ages': [trio.known({ birthDate: '1901' }, father), [father], trio.known({ birthDate: '1901', vitalStatus: 'deceased' }, father)],
  'pregnancy-overdue': [unborn('pregnancy').known({ life: { kind: 'pregnancy', gestation: null, dueDate: '2025-12-01', sexKnownBy: '' } }, 'u'), ['u'], unborn('pregnancy').known({ life: { kind: 'pregnancy', gestation: null, dueDate: '2026-01-01', sexKnownBy: '' } }, 'u')],
  'unborn-with-birth-or-death': [unborn('loss').known({ birthDate: '2020' }, 'u'), ['u'], unborn('loss')],
  'unborn-with-partner-or-child': [unborn('loss').sons(['u'], 'son'), ['u'], unborn('loss')],
  'birth-order-against-dates': [siblings.known({ birthOrder: 1, birthDate: '2000' }, proband).known({ birthOrder: 2, birthDate: '1999' }, 'brother'), [proband, 'brother'], siblings.known({ birthOrder: 1, birthDate: '2000' }, proband).known({ birthOrder: 2, birthDate: '2000-04' }, 'brother')],
  'two-egg-parents': [trio.woman('other').parent(proband, 'other', ['egg'], { isDonor: true }), [proband, mother, 'other'], trio.woman('other').parent(proband, 'other', ['social'])],
  'two-sperm-parents': [trio.man('other').parent(proband, 'other', ['sperm'], { isDonor: true }), [proband, father, 'other'], trio.man('other').parent(proband, 'other', ['step'])],
  'two-gestational-parents': [trio.woman('other').parent(proband, 'other', ['gestational'], { isDonor: true }), [proband, mother, 'other'], trio],
  'three-genetic-parents': [trio.person('other').parent(proband, 'other', ['genetic']), [proband, father, mother, 'other'], trio],
  'one-parent-both-gametes': [aPedigree().woman('a').person('b').parent('b', 'a', ['egg', 'sperm']), ['a', 'b'], trio],
  'egg-parent-assigned-male': [trio.known({ sexAssignedAtBirth: 'male' }, mother), [mother, proband], trio.known({ sexAssignedAtBirth: 'unassigned' }, mother)],
  'sperm-parent-assigned-female': [trio.known({ sexAssignedAtBirth: 'female' }, father), [father, proband], trio.known({ sexAssignedAtBirth: 'unassigned' }, father)],
  'role-against-gender': [aPedigree().man('a').person('b').parent('b', 'a', ['gestational', 'egg']), ['a', 'b'], aPedigree().man('a', { sexAssignedAtBirth: 'female' }).person('b').parent('b', 'a', ['gestational', 'egg'])],
  'donor-gives-nothing': [trio.man('d').parent(proband, 'd', ['social'], { isDonor: true }), ['d', proband], aPedigree().man('d').person('b').parent('b', 'd', ['sperm'], { isDonor: true })],
  'adopted-without-parents': [aPedigree().man('a', { isAdopted: true }), ['a'], trio.known({ isAdopted: true }, proband)],
  'adoptive-parents-without-adoption': [aPedigree().man('a').man('b').parent('a', 'b', ['adoptive']), ['b', 'a'], aPedigree().man('a').man('b').parent('a', 'b', ['foster'])],
  'twins-of-different-parents': [trio.man('twin').childOf('twin', mother).twins('dizygotic', proband, 'twin'), [proband, 'twin'], twins.parent('brother', father, ['adoptive'])],
  'twins-born-apart': [twins.known({ birthDate: '2000-01' }, proband).known({ birthDate: '2000-08' }, 'brother'), [proband, 'brother'], twins.known({ birthDate: '2000-01' }, proband).known({ birthDate: '2000-02' }, 'brother')],
  'monozygotic-of-different-sex': [twins.known({ gender: 'woman-girl' }, 'brother'), [proband, 'brother'], siblings.twins('dizygotic', proband, 'brother').known({ gender: 'woman-girl' }, 'brother')],
  'zygosity-without-source': [siblings.twinGroup([{ individualId: proband, zygote: 1 }, { individualId: 'brother', zygote: 1 }], 'unknown'), [proband, 'brother'], siblings.twinGroup([{ individualId: proband, zygote: null }, { individualId: 'brother', zygote: null }], 'unknown')],
  'childless-with-children': [twice(trio.build(), { partnerships: trio.build().partnerships.map((row) => ({ ...row, childlessness: { kind: 'by-choice-or-unknown', reason: '' } })) }), [father, mother], aPedigree().man('a').woman('b').couple('a', 'b', { childlessness: { kind: 'by-choice-or-unknown', reason: '' } })],
  'consanguinity-without-degree': [aPedigree().man('a').woman('b').couple('a', 'b', { isConsanguineous: true }), ['a', 'b'], aPedigree().man('a').woman('b').couple('a', 'b', { isConsanguineous: true, degree: 'third cousins' })],
  'consanguinity-denied': [cousins.header({ consanguinityAsked: 'denied' }), [father, mother], cousins.header({ consanguinityAsked: 'reported' })],
  'contradictory-states': [twice(trio.affected('OI', proband).state('carrier', 'OI again', proband).build(), { conditions: twoEntries('OMIM:166200') }), [proband], twice(trio.affected('OI', proband).state('carrier', 'OI again', proband).build(), { conditions: twoEntries('OMIM:166210') })],
  'obligate-carrier-unfounded': [trio.state('obligate-carrier', 'Haemophilia A', mother), [mother], trio.state('obligate-carrier', 'Haemophilia A', mother).affected('Haemophilia A', proband)],
  'onset-after-death': [onsetAt('P70Y'), [father], onsetAt('P60Y')],
  'condition-without-anybody': [twice(trio.build(), { conditions: [{ id: 'OI', name: 'OI', diseaseId: null, termId: null }] }), [], trio.affected('OI', proband)],
  'proband-missing': [aPedigree().man('a'), [], trio],
  'proband-unaffected': [trio.state('carrier', 'OI', proband), [proband], trio.affected('OI', proband)],
  'fetal-sex-without-method': [unborn('pregnancy').known({ gender: 'woman-girl' }, 'u'), ['u'], unborn('pregnancy').known({ gender: 'woman-girl', life: { kind: 'pregnancy', gestation: null, dueDate: null, sexKnownBy: '46,XX' } }, 'u')],
  'sex-note-on-pregnancy': [unborn('pregnancy').known({ sexAssignedAtBirth: 'female' }, 'u'), ['u'], unborn('pregnancy').known({ sexAssignedAtBirth: 'female', gender: 'woman-girl' }, 'u')],
  'gender-not-stated': [trio.person('u', { sexAssignedAtBirth: 'female' }), ['u'], trio.person('u', { sexAssignedAtBirth: 'unassigned' })],
  'non-binary-without-sex': [trio.known({ gender: 'non-binary' }, proband), [proband], trio.known({ gender: 'non-binary', sexAssignedAtBirth: 'female' }, proband)],
  'outdated-gender-words': [trio.known({ note: 'FtM since 2019' }, proband), [proband], trio.known({ note: 'software' }, proband)],
  'evaluation-without-result': [trio.known({ isEvaluated: true }, mother), [mother], trio.known({ isEvaluated: true, evaluations: ['Audiogram normal'] }, mother)],
  'result-without-evaluation': [trio.known({ evaluations: ['Audiogram normal'] }, mother), [mother], trio],
  'age-missing': [aPedigree().man('a'), ['a'], aPedigree().man('a', { ageAtLastEncounter: 'P3Y' })],
  'age-at-death-missing': [trio.known({ vitalStatus: 'deceased' }, father), [father], trio.known({ vitalStatus: 'deceased', deathDate: '1981' }, father)],
  'cause-of-death-missing': [trio.known({ vitalStatus: 'deceased' }, father), [father], trio.known({ vitalStatus: 'deceased', causeOfDeath: 'MI' }, father)],
  'gestation-missing': [unborn('loss').known({ life: { kind: 'loss', outcome: 'ectopic', gestation: null } }, 'u'), ['u'], unborn('loss')],
  'not-joined': [trio.person('stranger'), ['stranger'], aPedigree().person('alone')],
  'header-recorder': [trio.header({ ...header, recorderTitle: '' }), [], trio.header(header)],
  'header-historian': [trio.header({ ...header, historian: '' }), [], trio.header(header)],
  'header-date': [trio.header({ ...header, takenOn: null }), [], trio.header({ ...header, takenOn: null, updatedOn: '2026' })],
  'header-indication': [trio.header({ ...header, indication: '' }), [], trio.header(header)],
  'header-ancestry': [trio.header({ ...header, maternalAncestry: '' }), [], trio.header(header)],
  'header-consanguinity': [trio.header({ ...header, consanguinityAsked: 'not-asked' }), [], trio.header(header)],
};

function onsetAt(duration: string): PedigreeBuilder {
  const family = trio.affected('Huntington disease', father).known({ ageAtDeath: 'P65Y', vitalStatus: 'deceased' }, father).build();
  return builderOf({ ...family, individualConditions: family.individualConditions.map((row) => ({ ...row, onset: { kind: 'age', duration } })) });
}

describe('the linter', () => {
  test.each(Object.entries(examples))('%s is found where it is, and not where it nearly is', (rule, [broken, people, near]) => {
    expect(found(broken.build(), rule)).toEqual([people]);
    expect(found(near.build(), rule)).toEqual([]);
  });

  test('shows every rule above; each has one id, one sentence and a source', () => {
    expect(pedigreeRules.map(({ id }) => id).toSorted()).toEqual(Object.keys(examples).toSorted());
    expect(familyInvariants.filter((rule) => !(rule in examples))).toEqual(['twins-share-parents']);
    for (const { id, message, source } of pedigreeRules) {
      expect([id, message]).toEqual([expect.stringMatching(/^[a-z]+(-[a-z]+)+$/), expect.stringMatching(/^[A-Z].*[.)]$/)]);
      expect(source).not.toBe('');
    }
  });

  test('tells errors first, then warnings, then advice', () => {
    const severities = lintFamily(trio.childOf(mother, proband).build()).map(({ severity }) => severity);
    expect(severities).toEqual(severities.toSorted((first, second) => ['error', 'warning', 'advice'].indexOf(first) - ['error', 'warning', 'advice'].indexOf(second)));
    expect(new Set(severities)).toEqual(new Set(['error', 'warning', 'advice']));
  });

  test('has nothing to say of a family that is recorded in full', () => {
    const full = trio.header(header).affected('Hearing loss', proband).known({ birthDate: '1980' }, father, mother).known({ birthDate: '2010' }, proband).build();
    expect(lintFamily(full, { today })).toEqual([]);
  });

  test('finds no error in families that could be', () => {
    fc.assert(
      fc.property(families(), (family) => {
        const errors = lintFamily(family, { today }).filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
        // Ages at death are at random there.
        expect(errors.filter((rule) => rule !== 'born-after-death-of-mother')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
