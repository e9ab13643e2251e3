import { describe, expect, test } from 'vitest';
import { dateInterval } from '#shared/casefile/calendar-days.ts';
import { exactly } from '#shared/casefile/moment-order.ts';
import { bareEvent, type OdysseyEvent, type OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import { findOdysseyGaps, type GapRecords } from '#shared/casefile/odyssey-gaps.ts';
import { reckonOdyssey, yearsAndDays } from '#shared/casefile/odyssey-reckoning.ts';
import { bareTest, type OrderedTest, type OrderedTestDetail } from '#shared/casefile/ordered-test.ts';
import { bareTask, type Task } from '#shared/casefile/task.ts';
import { bareDetail, type Feature } from '#shared/phenotype/feature.ts';

const today = '2026-03-04';
const frame = (id: string) => ({ id, version: 1, caseId: 'case', createdAt: '2026-01-01T00:00:00.000Z' });
const event = (id: string, detail: Partial<OdysseyEventDetail>): OdysseyEvent => ({ ...bareEvent, ...detail, ...frame(id) });
const ordered = (id: string, detail: Partial<OrderedTestDetail>): OrderedTest => ({ ...bareTest, ...detail, ...frame(id) });
const task = (id: string, detail: Partial<Task>): Task => ({ ...bareTask, ...detail, ...frame(id) });
const feature = (id: string, detail: Partial<Feature>): Feature => ({ ...bareDetail('observed'), version: 1, personId: 'proband', termId: 'HP:0001250', label: 'Seizure', ...detail, id });
const records = (given: Partial<Omit<GapRecords, 'case'>> & { readonly case?: Partial<GapRecords['case']> } = {}): GapRecords => ({
  birthDate: '2010-05-17',
  features: [],
  events: [],
  tests: [],
  referrals: [],
  candidates: [],
  tasks: [],
  ...given,
  case: { id: 'case', firstSymptomOn: null, status: 'testing', nextAction: 'Call', ...given.case },
});
const reckoned = (given: Parameters<typeof records>[0]) => reckonOdyssey(records(given), today);

describe('the odyssey begins', () => {
  const symptom = event('e1', { kind: 'symptom', when: { kind: 'age', age: 'P3Y', isAbout: false } });
  const onset = feature('f1', { onset: { kind: 'age', duration: 'P2Y' } });

  test('as the case states it, else with the earliest symptom, else with the earliest onset of an observed feature', () => {
    expect(reckoned({ case: { firstSymptomOn: '2014' }, events: [symptom], features: [onset] }).firstSymptom).toEqual({ interval: dateInterval('2014'), source: { kind: 'case', id: 'case' } });
    expect(reckoned({ events: [symptom], features: [onset] }).firstSymptom?.source).toEqual({ kind: 'event', id: 'e1' });
    expect(reckoned({ features: [feature('f0', { state: 'excluded', onset: { kind: 'age', duration: 'P1Y' } }), onset] }).firstSymptom?.source).toEqual({ kind: 'feature', id: 'f1' });
    expect(reckoned({}).firstSymptom).toBeNull();
  });

  test('before the birth where a feature was seen in pregnancy', () => {
    const seen = reckoned({ features: [feature('f1', { onset: { kind: 'gestation', weeks: 12, days: 3 } })] }).firstSymptom;
    expect(seen?.interval).toEqual({ from: dateInterval('2010-05-17').from - 193, to: dateInterval('2010-05-17').from - 193 });
  });
});

describe('the length of the odyssey', () => {
  test('goes on to today, between the bounds that partial dates leave open', () => {
    // From 31 December and from 1 January 2019 to 4 March 2026.
    expect(reckoned({ case: { firstSymptomOn: '2019' } }).length).toEqual({ least: 2_255, most: 2_619, isOver: false, sources: [{ kind: 'case', id: 'case' }] });
  });

  test('ends with the earliest diagnosis, which is no wrong one, else with the confirmed candidate', () => {
    const wrong = event('e1', { kind: 'misdiagnosis', when: exactly('2020-01-01') });
    const right = event('e2', { kind: 'diagnosis', when: exactly('2021-01-01') });
    const candidate = { ...frame('c1'), diseaseId: 'OMIM:1', diseaseName: 'x', state: 'confirmed', reason: '', decidedOn: '2022-01-01', decidedBy: '' } as const;
    const given = { case: { firstSymptomOn: '2019-01-01' }, candidates: [candidate] };
    expect(reckoned({ ...given, events: [wrong, right] }).length).toEqual({ least: 731, most: 731, isOver: true, sources: [{ kind: 'case', id: 'case' }, { kind: 'event', id: 'e2' }] });
    expect(reckoned({ ...given, events: [wrong] }).length).toMatchObject({ most: 1_096, isOver: true });
    expect(reckoned({ ...given, events: [wrong] }).misdiagnoses).toEqual([{ kind: 'event', id: 'e1' }]);
  });

  test('is told in mean years and days, and never below zero', () => {
    expect(yearsAndDays(2_619)).toEqual({ years: 7, days: 62 });
    expect(reckoned({ case: { firstSymptomOn: '2030' } }).length).toMatchObject({ least: 0, most: 0 });
  });
});

describe('what the odyssey took', () => {
  test('counts each clinician once, whatever the title, from events, tests and referrals that led to a visit', () => {
    const { clinicians, places, tests } = reckoned({
      events: [event('e1', { clinician: 'Dr Kaur', place: 'Eye clinic' }), event('e2', { clinician: 'kaur and Prof. O. Lund', place: 'eye clinic' }), event('e3', { kind: 'test' })],
      tests: [ordered('t1', { orderedBy: 'Dr. Kaur' }), ordered('t2', { status: 'planned', orderedBy: 'Dr Vélez' })],
    });
    expect(clinicians.names).toEqual(['Dr Kaur', 'Prof. O. Lund', 'Dr Vélez']);
    expect(clinicians.sources.map(({ id }) => id)).toEqual(['e1', 'e2', 't1', 't2']);
    expect(places.names).toEqual(['Eye clinic']);
    expect(tests.map(({ id }) => id)).toEqual(['e3', 't1']);
  });

  test('adds up the days waited for results, those that still go on to today', () => {
    const { waits, waited } = reckoned({
      tests: [ordered('t1', { status: 'reported', orderedOn: '2025-01-01', reportedOn: '2025-03-01' }), ordered('t2', { orderedOn: '2026-02' }), ordered('t3', { status: 'cancelled', orderedOn: '2026-02' }), ordered('t4', {})],
    });
    expect(waits).toEqual([
      { testId: 't1', days: { least: 59, most: 59 }, isOpen: false },
      { testId: 't2', days: { least: 4, most: 31 }, isOpen: true },
    ]);
    expect(waited).toEqual({ least: 63, most: 90 });
  });
});

describe('what is missing', () => {
  const gaps = (given: Parameters<typeof records>[0]) => findOdysseyGaps(records(given), today).map(({ kind, source, days }) => [kind, source?.id ?? null, days]);

  test('is nothing where all is in order', () => {
    expect(gaps({ case: { firstSymptomOn: '2019' }, tests: [ordered('t1', { status: 'reported', result: 'negative', limits: 'No deep introns' })], tasks: [task('k1', { dueOn: '2026-03-04' })] })).toEqual([]);
  });

  test('names what is late, what cannot be right and what is not known, in this order', () => {
    expect(
      gaps({
        birthDate: null,
        case: { firstSymptomOn: '2019' },
        events: [event('e1', { kind: 'symptom', when: exactly('2018') }), event('e2', { when: exactly('2019'), until: exactly('2017') }), event('e3', {}), event('e4', { when: { kind: 'age', age: 'P3Y', isAbout: false } })],
        tests: [ordered('t1', { expectedOn: '2026-02' }), ordered('t2', { expectedOn: '2026-03' }), ordered('t3', { status: 'reported' })],
        tasks: [task('k1', { dueOn: '2026-03-01' }), task('k2', { dueOn: '2025', doneOn: '2026' })],
      }),
    ).toEqual([
      ['result-overdue', 't1', 4],
      ['task-overdue', 'k1', 3],
      ['earlier-symptom', 'e1', null],
      ['ends-before-it-begins', 'e2', null],
      ['birth-date-needed', 'e4', null],
      ['reported-without-result', 't3', null],
      ['test-without-limits', 't3', null],
      ['event-without-date', 'e3', null],
    ]);
  });

  test('asks for a next step of an open case, and not of one that rests', () => {
    expect(gaps({ case: { nextAction: '', firstSymptomOn: '2019' } })).toEqual([['no-task', null, null]]);
    expect(gaps({ case: { nextAction: '', firstSymptomOn: '2019', status: 'closed' } })).toEqual([]);
    expect(gaps({})).toEqual([['no-first-symptom', null, null]]);
  });
});
