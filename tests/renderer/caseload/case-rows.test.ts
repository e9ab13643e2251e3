import { describe, expect, test } from 'vitest';
import { chosenCases, type RowContext } from '#renderer/features/caseload/case-rows.ts';
import { dueWords, personAge, personKind } from '#renderer/i18n/person-words.ts';
import { usualFilter, type CaseloadFilter } from '#shared/casefile/caseload-filter.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';
import { aSummary } from '#tests/renderer/caseload/a-summary.ts';

const today = '2026-11-23';
const nowhere: RowContext = { today, news: { moved: new Map(), trials: new Map() }, foundIds: null };
const everything: CaseloadFilter = { ...usualFilter, scope: 'all' };
const names = (cases: readonly CaseSummary[], choice: Partial<CaseloadFilter>, context: Partial<RowContext> = {}) => chosenCases(cases, { ...everything, ...choice }, { ...nowhere, ...context }).map((summary) => summary.proband.givenName);
const dueOn = (on: string): Partial<CaseSummary> => ({ due: { kind: 'task', on } });

describe('the caseload', () => {
  test('shows what is due first and what has no date last, in either direction', () => {
    const cases = [aSummary('Late', dueOn('2026-11-20')), aSummary('None'), aSummary('Soon', dueOn('2026-11-25'))];
    expect(names(cases, {})).toEqual(['Late', 'Soon', 'None']);
    expect(names(cases, { isDescending: true })).toEqual(['Soon', 'Late', 'None']);
  });

  test('counts a finished case as open while anything of it is due', () => {
    const cases = [aSummary('Closed', { status: 'closed' }), aSummary('Letter', { status: 'diagnosed-known-gene', ...dueOn('2027-01-01') }), aSummary('Testing', { status: 'testing' })];
    expect(names(cases, { scope: 'open' })).toEqual(['Letter', 'Testing']);
  });

  test('counts what is late as due this week, and a month as late when it is over', () => {
    const cases = [aSummary('Late', dueOn('2026-10')), aSummary('Month', dueOn('2026-11')), aSummary('Week', dueOn('2026-11-30')), aSummary('Later', dueOn('2026-12-01')), aSummary('None')];
    expect([names(cases, { due: 'week' }), names(cases, { due: 'overdue' }), names(cases, { due: 'none' })]).toEqual([['Late', 'Month', 'Week'], ['Late'], ['None']]);
  });

  test('shows the cases in which the words were found, whatever else is chosen with them', () => {
    const cases = [aSummary('Mira', { status: 'testing' }), aSummary('Jonas', { status: 'intake' }), aSummary('Aoife', { status: 'testing' })];
    const foundIds = new Set(cases.slice(0, 2).map(({ id }) => id));
    expect([names(cases, {}, { foundIds }), names(cases, { statuses: ['testing', 'closed'] }, { foundIds }), names(cases, {}, { foundIds: new Set() })]).toEqual([['Jonas', 'Mira'], ['Mira'], []]);
  });

  test('tells the diagnosed from the others by their status or by a confirmed candidate', () => {
    const cases = [aSummary('Status', { status: 'diagnosed-elsewhere' }), aSummary('Confirmed', { decided: { name: 'Marfan syndrome', state: 'confirmed' } }), aSummary('Working', { decided: { name: 'Marfan syndrome', state: 'working' } })];
    expect([names(cases, { diagnosis: 'diagnosed' }), names(cases, { diagnosis: 'undiagnosed' })]).toEqual([['Confirmed', 'Status'], ['Working']]);
  });

  test('finds what is new: something became late, the family answered, a release moved the first place, or a trial now fits', () => {
    const cases = [aSummary('Late', { becameLate: { kind: 'referral', on: '2026-11-20' } }), aSummary('Answered', { waitingSuggestions: 2 }), aSummary('Moved'), aSummary('Quiet'), aSummary('Trial')];
    const idOf = (position: number): string => cases[position]?.id ?? '';
    const place = { diseaseId: 'OMIM:154700', name: 'Marfan syndrome', probability: 0.5 };
    const moved = new Map([[idOf(2), { caseId: idOf(2), reference: '', probandName: 'Moved', before: { ...place, release: '2025-05-06' }, after: place }]]);
    const trials = new Map([[idOf(4), { caseId: idOf(4), kind: 'fits', studyId: 'NCT00000001', title: 'A study', moreCount: 0 } as const]]);
    const news = { moved, trials };
    expect([names(cases, { isNews: true }, { news }), names(cases, { isMoved: true }, { news }), names(cases, { sortBy: 'news' }, { news }).at(-1)]).toEqual([['Answered', 'Late', 'Moved', 'Trial'], ['Moved'], 'Quiet']);
  });

  test('sorts references by their numbers', () => {
    const cases = ['N-10', 'N-9', ''].map((reference) => aSummary(reference === '' ? 'none' : reference, { reference }));
    expect(names(cases, { sortBy: 'reference' })).toEqual(['N-9', 'N-10', 'none']);
  });
});

describe('a person in words', () => {
  const { proband } = aSummary('Mira');

  test('is called by their own gender and age, else by the sex assigned at birth', () => {
    expect(personKind({ ...proband, gender: 'woman-girl', birthDate: '2017-07-12' }, today)).toBe('girl');
    expect(personKind({ ...proband, gender: 'man-boy', birthDate: null, ageAtLastEncounter: 'P34Y' }, today)).toBe('man');
    expect(personKind({ ...proband, gender: 'man-boy', birthDate: null, ageAtLastEncounter: 'P7M' }, today)).toBe('boy');
    // On every screen alike where no age is known.
    expect(personKind({ ...proband, gender: 'woman-girl', birthDate: null, ageAtLastEncounter: null }, today)).toBe('woman');
    expect(personKind({ ...proband, gender: 'unknown', sexAssignedAtBirth: 'female' }, today)).toBe('female at birth');
    expect(personKind({ ...proband, gender: 'non-binary', sexAssignedAtBirth: 'male' }, today)).toBe('non-binary');
    expect(personKind({ ...proband, gender: 'unknown', sexAssignedAtBirth: 'unassigned' }, today)).toBe('sex unknown');
  });

  test('has an age no more exact than the birth date', () => {
    const age = (known: Partial<typeof proband>) => personAge({ ...proband, ...known }, today);
    expect(age({ birthDate: '2017-07-12' })).toBe('9 y 4 mo');
    expect(age({ birthDate: '2018' })).toBe('about 8 y');
    expect(age({ birthDate: '2026-04' })).toBe('about 7 mo');
    expect(age({ ageAtLastEncounter: 'P4Y2M' })).toBe('4 y 2 mo');
    expect(age({})).toBeNull();
  });

  test('who died has the age at death, or the one when last seen, and gets no older', () => {
    const age = (known: Partial<typeof proband>) => personAge({ ...proband, vitalStatus: 'deceased', birthDate: '2001-02-03', ...known }, today);
    expect(age({ ageAtDeath: 'P5Y', deathDate: '2006-02-03' })).toBe('5 y');
    expect(age({ deathDate: '2006-04-03' })).toBe('5 y 2 mo');
    expect(age({ ageAtLastEncounter: 'P4Y' })).toBe('4 y');
    expect(age({})).toBeNull();
    expect(personKind({ ...proband, gender: 'woman-girl', vitalStatus: 'deceased', birthDate: '2001-02-03', deathDate: '2006-02-03' }, today)).toBe('girl');
  });
});

describe('a due date in words', () => {
  test('says today, tomorrow, the date, and how late', () => {
    expect([dueWords(today, today), dueWords('2026-11-24', today), dueWords(null, today)]).toEqual([{ text: 'Today', tone: 'today' }, { text: 'Tomorrow', tone: 'later' }, null]);
    expect(dueWords('2026-11-21', today)).toMatchObject({ tone: 'late' });
    expect(dueWords('2026-11-21', today)?.text).toContain('2 d late');
    expect(dueWords('2026-12-04', today)).toMatchObject({ tone: 'later' });
  });

  test('of the running month is not late before the month is over', () => {
    expect([dueWords('2026-11', today)?.tone, dueWords('2026-10', today)?.tone]).toEqual(['later', 'late']);
  });
});
