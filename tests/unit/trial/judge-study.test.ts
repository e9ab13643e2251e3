import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { birthRange } from '#shared/trial/birth.ts';
import { countVerdicts, judgeStudy } from '#shared/trial/judge-study.ts';
import type { Study } from '#shared/trial/study.ts';
import type { TrialPatient } from '#shared/trial/trial-patient.ts';
import { aStudy } from '#tests/fixtures/trial/a-study.ts';
import { patients, today, vocabulary } from '#tests/fixtures/trial/trial-patients.ts';

const judged = (patient: TrialPatient, said: Partial<Study>) => judgeStudy(aStudy({ criteria: 'Inclusion Criteria:\n* Consents', ...said }), { patient, vocabulary, today });
const inclusion = (patient: TrialPatient, ...lines: readonly string[]) => judged(patient, { criteria: `Inclusion Criteria:\n\n${lines.map((line) => `* ${line}`).join('\n')}` }).map(({ verdict }) => verdict);
const exclusion = (patient: TrialPatient, ...lines: readonly string[]) => judged(patient, { criteria: `Exclusion Criteria:\n\n${lines.map((line) => `* ${line}`).join('\n')}` }).map(({ verdict }) => verdict);
const { boy, woman, teenager } = patients;

describe('judging a study', () => {
  test('holds the limits of the register against age and sex, in completed units', () => {
    const limit = (count: number, unit: 'years' | 'months') => ({ kind: 'age', count, unit }) as const;
    const verdictsOf = (patient: TrialPatient, said: Partial<Study>) => judged(patient, said).filter(({ section }) => section === 'register').map(({ verdict }) => verdict);
    expect(verdictsOf(boy, { sex: 'ALL', minimumAge: limit(6, 'years'), maximumAge: limit(6, 'years') })).toEqual(['met', 'met', 'met']);
    expect(verdictsOf(boy, { sex: 'FEMALE', minimumAge: limit(75, 'months'), maximumAge: { kind: 'none' } })).toEqual(['not-met', 'not-met', 'met']);
    expect(verdictsOf(teenager, { sex: 'MALE', minimumAge: limit(18, 'years'), maximumAge: limit(20, 'years') })).toEqual(['ask', 'ask', 'met']);
  });

  test('counts the day of a birthday as the first of the new age', () => {
    const on = (day: string) => judgeStudy(aStudy({ criteria: 'Inclusion Criteria:\n* At least 6 years and younger than 12 years of age', minimumAge: { kind: 'age', count: 6, unit: 'years' }, maximumAge: { kind: 'age', count: 11, unit: 'years' } }), { patient: boy, vocabulary, today: day }).map(({ verdict }) => verdict);
    expect([on('2026-03-13'), on('2026-03-14'), on('2032-03-13'), on('2032-03-14')]).toEqual([
      ['not-met', 'met', 'not-met'],
      ['met', 'met', 'met'],
      ['met', 'met', 'met'],
      ['met', 'not-met', 'not-met'],
    ]);
  });

  test('asks for the criteria where the data hold none or they are cut off', () => {
    expect(judged(boy, { criteria: '' }).map(({ verdict, answerer }) => [verdict, answerer])).toEqual([['ask', 'study']]);
    expect(judged(boy, { criteria: 'Inclusion Criteria:\n\n1. Male participants...' }).map(({ verdict }) => verdict)).toEqual(['ask', 'ask']);
  });

  test('lets what binds only some of the participants keep nobody out', () => {
    expect(inclusion(woman, 'Male participants must agree to use condoms')).toEqual(['ask']);
    expect(inclusion(boy, 'Females of childbearing potential must have a negative pregnancy test', 'Participants aged 18 years or older must sign consent')).toEqual(['ask', 'ask']);
    expect(inclusion(boy, 'Males 4 to 10 years of age', 'Females 4 to 12 years of age')).toEqual(['ask', 'ask']);
    expect(inclusion(boy, 'Adults; or', 'Seizures')).toEqual(['ask', 'ask']);
    expect(inclusion(boy, 'Seizures', 'OR', 'Age 18 years or older')).toEqual(['ask', 'ask', 'ask']);
    expect(inclusion(boy, 'Age 18 years or older', 'or scoliosis')).toEqual(['ask', 'ask']);
  });

  test('does not take a length of time or another age for the age of the person', () => {
    expect(inclusion(boy, 'At least 6 months since last seizure', 'Age at diagnosis below 5 years', 'Gestational age at least 37 weeks', 'Expected survival of at least 3 months', 'At least 12 years since diagnosis')).toEqual(['ask', 'ask', 'ask', 'ask', 'ask']);
  });

  test('does not take a relative, a risk or a suspicion for the person', () => {
    expect(exclusion(boy, 'Family history of seizures', 'Sibling with Phelan-McDermid syndrome', 'Suspected Phelan-McDermid syndrome', 'Risk of seizures', 'Mother with a pathogenic variant in SHANK3')).toEqual(['ask', 'ask', 'ask', 'ask', 'ask']);
  });

  test('turns a negation round once, and inverts for exclusion', () => {
    expect(inclusion(boy, 'No scoliosis', 'Absence of hearing impairment', 'No seizures')).toEqual(['met', 'met', 'not-met']);
    expect(exclusion(boy, 'No seizures', 'Absence of scoliosis')).toEqual(['met', 'not-met']);
  });

  test('lets parts, groups and items of an unclear section decide nothing', () => {
    const of = (criteria: string) => judged(boy, { criteria }).map(({ verdict }) => verdict);
    expect(of('* Seizures')).toEqual(['ask']);
    expect(of('Exclusion Criteria:\n* Any of:\n  * Seizures')).toEqual(['ask', 'ask']);
    expect(of('Inclusion Criteria:\n\nFor parents:\n* Males')).toEqual(['ask']);
  });

  test('says what is recorded both ways instead of choosing', () => {
    const contradictory: TrialPatient = { ...boy, features: [...boy.features, { termId: 'HP:0001250', label: 'Seizure', state: 'excluded', isResolved: false }] };
    expect(judged(contradictory, { criteria: 'Exclusion Criteria:\n* Seizures' })[0]).toMatchObject({ verdict: 'ask', fact: 'Observed: Seizure. Excluded: Seizure.' });
  });

  test('takes what is below an excluded finding for absent, and says by which', () => {
    const brief = (patient: TrialPatient, line: string) => judged(patient, { criteria: `Exclusion Criteria:\n* ${line}` }).map(({ verdict, fact }) => [verdict, fact])[0];
    const without: TrialPatient = { ...woman, features: [{ termId: 'HP:0001250', label: 'Seizure', state: 'excluded', isResolved: false }] };
    expect(brief(without, 'Focal seizures')).toEqual(['met', 'Excluded: Seizure, which includes Focal-onset seizure.']);
    expect(brief(without, 'Severe focal seizures')).toEqual(['met', 'Excluded: Seizure, which includes Focal-onset seizure.']);
    expect(brief(without, 'Seizures')).toEqual(['met', 'Excluded: Seizure.']);
    expect(judged(without, { criteria: 'Inclusion Criteria:\n* Focal seizures' })[0]).toMatchObject({ verdict: 'not-met', fact: 'Excluded: Seizure, which includes Focal-onset seizure.' });
    // It says nothing of the past, nor does an excluded narrower finding of the wider one.
    expect(brief(without, 'History of focal seizures')).toEqual(['ask', 'Excluded: Seizure, which includes Focal-onset seizure.']);
    const narrower: TrialPatient = { ...woman, features: [{ termId: 'HP:0007359', label: 'Focal-onset seizure', state: 'excluded', isResolved: false }] };
    expect(brief(narrower, 'Seizures')).toEqual(['ask', 'Seizure is not recorded either way.']);
  });

  test('lets an exclusion decide nothing beside something that was seen below it', () => {
    const contradictory: TrialPatient = { ...boy, features: [{ termId: 'HP:0001249', label: 'Intellectual disability', state: 'observed', isResolved: false }, { termId: 'HP:0012638', label: 'Abnormal nervous system physiology', state: 'excluded', isResolved: false }] };
    expect(judged(contradictory, { criteria: 'Exclusion Criteria:\n* Ataxia' })[0]).toMatchObject({ verdict: 'ask', fact: 'Observed: Intellectual disability. Excluded: Abnormal nervous system physiology, which includes Ataxia.' });
  });

  test('decides nothing about somebody of whom nothing is known', () => {
    const unknown: TrialPatient = { birth: { earliest: null, latest: null }, sex: null, sexNote: '', isDeceased: false, diseases: [], variants: [], features: [], place: null };
    fc.assert(fc.property(fc.array(fc.constantFrom('age', '18 years', 'male', 'seizures', 'no', 'history of', 'or', 'with', 'pathogenic variant in SHANK3', 'pregnant', 'diagnosis of', 'Marfan syndrome', 'older', '≥'), { minLength: 1, maxLength: 6 }), fc.boolean(), (words, isInclusion) => {
      const criteria = `${isInclusion ? 'Inclusion' : 'Exclusion'} Criteria:\n* ${words.join(' ')}`;
      expect(countVerdicts(judged(unknown, { criteria }))).toMatchObject({ met: 0, notMet: 0 });
    }));
  });

  test('never throws, whatever the criteria hold', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => { judged(woman, { criteria: `Inclusion Criteria:\n* ${text}` }); }));
  });
});

describe('the age of a person', () => {
  test('is a range of days of birth where the record is not exact', () => {
    const of = (birthDate: string | null, ageAtLastEncounter: string | null = null, ageRecordedOn: string | null = null) => birthRange({ birthDate, ageAtLastEncounter, ageRecordedOn }, today);
    expect([of('2020-03-14'), of('2020-02'), of('2020'), of(null, 'P6Y', '2026-06-01'), of(null, 'P6Y2M', '2026-06-01'), of(null, 'P6Y'), of(null)]).toEqual([
      { earliest: '2020-03-14', latest: '2020-03-14' },
      { earliest: '2020-02-01', latest: '2020-02-29' },
      { earliest: '2020-01-01', latest: '2020-12-31' },
      { earliest: '2019-06-02', latest: '2020-06-01' },
      { earliest: '2020-03-02', latest: '2020-04-01' },
      { earliest: null, latest: '2020-06-01' },
      { earliest: null, latest: null },
    ]);
  });
});
