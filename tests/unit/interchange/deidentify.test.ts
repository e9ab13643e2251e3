import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { bareEvent, type OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import { eventRecipe } from '#shared/interchange/deidentify/casework-recipes.ts';
import { treatIndividual } from '#shared/interchange/deidentify/family-recipe.ts';
import { isOverOldest, tellableDate, treatMomentOrNull, treatTimeOrNull } from '#shared/interchange/deidentify/dates-and-ages.ts';
import { reidentificationWarnings } from '#shared/interchange/deidentify/reidentification.ts';
import { treat, type TreatmentContext } from '#shared/interchange/deidentify/treatment.ts';
import type { Removal } from '#shared/interchange/export-request.ts';
import { newIndividual } from '#shared/pedigree/family.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';

function aContext(given: Partial<TreatmentContext> = {}): { readonly context: TreatmentContext; readonly removals: Removal[] } {
  const removals: Removal[] = [];
  return { removals, context: { level: 'deidentified', shiftDays: null, today: '2026-11-23', idOf: (id) => `new-${id}`, isInFile: () => true, nameOfCode: () => null, codeOfName: () => null, birthDate: null, note: (removal) => void removals.push(removal), ...given } };
}

describe('a date that leaves without a name', () => {
  it('is its year', () => {
    expect(['2019', '2019-04', '2019-04-30'].map((date) => tellableDate(date, { shiftDays: null }))).toEqual(['2019', '2019', '2019']);
  });

  it('or is moved by the same number of days as every other of the family', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.integer({ min: -365, max: 365 }), (one, other, shiftDays) => {
        const [movedOne, movedOther] = [one, other].map((date) => Date.parse(tellableDate(date, { shiftDays })));
        expect(movedOne).toBe(Date.parse(one) + shiftDays * 86_400_000);
        expect((movedOne ?? 0) - (movedOther ?? 0)).toBe(Date.parse(one) - Date.parse(other));
      }),
    );
  });

  it('becomes the age at it where the birth is known to the day', () => {
    const { context, removals } = aContext({ birthDate: '2010-02-03' });
    expect(treatTimeOrNull({ kind: 'date', date: '2014-05-01' }, context, 'II-1, onset')).toEqual({ kind: 'age', duration: 'P4Y2M' });
    expect(treatMomentOrNull({ kind: 'season', year: 2014, season: 'spring', isAbout: true }, context, 'step')).toEqual({ kind: 'date', date: '2014', isAbout: true });
    expect(removals).toEqual([{ kind: 'date', where: 'II-1, onset', before: '2014-05-01', after: 'P4Y2M' }, { kind: 'date', where: 'step', before: 'spring 2014', after: '2014' }]);
  });
});

describe('a person', () => {
  const person = newIndividual('p', { givenName: 'Ada', familyName: 'Byron', reference: 'MRN-1', birthDate: '1990-12-10', note: 'likes machines', ancestry: 'Ithaca' });

  it('has initials and an age when pseudonymised, and no year of birth', () => {
    expect(treatIndividual(person, aContext({ level: 'pseudonymised' }).context, 'II-1')).toMatchObject({ id: 'new-p', givenName: 'A.', familyName: 'B.', reference: '', birthDate: null, ageAtLastEncounter: 'P35Y11M', note: '', ancestry: '' });
  });

  it('has no name and the year of birth when de-identified', () => {
    expect(treatIndividual(person, aContext().context, 'II-1')).toMatchObject({ givenName: '', familyName: '', birthDate: '1990', ageAtLastEncounter: 'P35Y11M' });
  });

  it('of over 89 is of the class of all of them, without the year from which that would follow', () => {
    expect(treatIndividual({ ...person, birthDate: '1930-01-01' }, aContext().context, 'I-1')).toMatchObject({ birthDate: null, ageAtLastEncounter: 'P90Y' });
    expect(treatIndividual({ ...person, birthDate: null, vitalStatus: 'deceased', ageAtDeath: 'P101Y' }, aContext().context, 'I-1')).toMatchObject({ ageAtDeath: 'P90Y' });
    expect(['P89Y11M', 'P90Y', 'P1100M'].map(isOverOldest)).toEqual([false, true, true]);
  });
});

describe('a step of the odyssey without free words', () => {
  const names: Readonly<Record<string, string>> = { 'HP:0001250': 'Seizure', 'OMIM:154700': 'Marfan syndrome' };
  const { context } = aContext({ birthDate: '2010-02-03', nameOfCode: (code) => names[code] ?? null, codeOfName: (text) => Object.keys(names).find((code) => names[code]?.toLowerCase() === text.toLowerCase()) ?? null });
  const step = (given: Partial<OdysseyEvent>): OdysseyEvent => ({ ...bareEvent, id: 'e', version: 1, caseId: 'c', createdAt: '2020-01-01T00:00:00.000Z', ...given });
  const told = (given: Partial<OdysseyEvent>) => {
    const { kind, title, when, note, clinician, diseaseId } = treat(step(given), eventRecipe(step(given)), context, 'step');
    return { kind, title, when, note, clinician, diseaseId };
  };
  const rest = { note: '', clinician: '', when: null, diseaseId: null };

  it.each([
    ['a symptom by the term whose name it is', { kind: 'symptom', title: 'seizure', note: 'at home' }, { ...rest, kind: 'symptom', title: 'Seizure (HP:0001250)' }],
    ['a symptom in other words by its kind', { kind: 'symptom', title: 'Ada had a seizure' }, { ...rest, kind: 'symptom', title: '' }],
    ['a wrong diagnosis by its code, at the age', { kind: 'misdiagnosis', title: 'What Dr Lund thought', diseaseId: 'OMIM:154700', when: { kind: 'date', date: '2014-05-01', isAbout: false } }, { ...rest, kind: 'misdiagnosis', title: 'Marfan syndrome', diseaseId: 'OMIM:154700', when: { kind: 'age', age: 'P4Y2M', isAbout: false } }],
    ['a treatment by its code, without what was typed beside it', { kind: 'treatment', title: 'losartan from Dr Kaur (DrugCentral:1610)', clinician: 'Dr Kaur' }, { ...rest, kind: 'treatment', title: 'DrugCentral:1610' }],
    ['a result by its code and its value, without what was typed beside them', { kind: 'result', title: 'Pressure of Ada: 25 mm[Hg] (10 to 21) (LOINC:79893-4)' }, { ...rest, kind: 'result', title: '25 mm[Hg] (10 to 21) (LOINC:79893-4)' }],
    ['a result of which the value is a word by its code alone', { kind: 'result', title: 'Pressure: 25 Ada (LOINC:79893-4)' }, { ...rest, kind: 'result', title: 'LOINC:79893-4' }],
    ['a record number in the place of a code as none', { kind: 'treatment', title: 'losartan (MRN:12345)' }, { ...rest, kind: 'treatment', title: '' }],
  ] as const)('tells %s', (_what, given, expected) => {
    expect(told(given)).toEqual(expected);
  });
});

describe('the warning that a family may be known again', () => {
  const file = (family: CaseFile['family']): CaseFile => ({ case: {} as CaseFile['case'], family, people: [], features: [], findings: [], candidates: [], events: [], tests: [], referrals: [], tasks: [], documents: [], consents: [] });

  it('is not given in full, nor of an ordinary trio', () => {
    const { family } = { family: aPedigree().withTrio().build() };
    expect([reidentificationWarnings(file(family), 'full'), reidentificationWarnings(file(family), 'deidentified')]).toEqual([[], []]);
  });

  it('names the traits, and that they are rarer together', () => {
    const family = aPedigree().withTrio().build();
    const odd = { ...family, partnerships: family.partnerships.map((one) => ({ ...one, isConsanguineous: true })), individuals: family.individuals.map((one) => ({ ...one, isAdopted: one.isProband })) };
    expect(reidentificationWarnings(file(odd), 'pseudonymised').map(({ kind }) => kind)).toEqual(['family-consanguinity', 'family-formation', 'rare-combination']);
  });
});
