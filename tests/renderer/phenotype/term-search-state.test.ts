import { expect, test } from 'vitest';
import { emptySearch, isCurrent, searchReducer, stateOfEnter, type SearchEvent, type SearchState, type TermOption } from '#renderer/features/phenotype/term-search-state.ts';

const option = (label: string, said: Partial<TermOption> = {}): TermOption => ({ id: `id of ${label}`, label, isPhenotype: true, matchedText: null, matchedBy: 'label', readAs: null, childCount: null, ...said });
const after = (...events: readonly SearchEvent[]): SearchState => events.reduce(searchReducer, emptySearch);
const typed = (text: string): SearchEvent => ({ kind: 'typed', text });
const answered = (request: number, text: string, ...options: readonly TermOption[]): SearchEvent => ({ kind: 'answered', request, text, options });
const listed = (state: SearchState): readonly string[] => state.options.map(({ label }) => label);

test('an answer that comes after a newer question was asked is dropped', () => {
  const state = after(typed('sei'), typed('seiz'), answered(2, 'seiz', option('Seizure')), answered(1, 'sei', option('Seisure, misread')));
  expect([state.text, listed(state), isCurrent(state)]).toEqual(['seiz', ['Seizure'], true]);
});

test('what is listed stays on screen while the next answer is on its way, but cannot be taken for the new text', () => {
  const state = after(typed('sei'), answered(1, 'sei', option('Seizure')), typed('seim'));
  expect([listed(state), isCurrent(state)]).toEqual([['Seizure'], false]);
});

test('Enter before the answer waits for it, and what is typed next is kept', () => {
  const state = after(typed('seizure'), { kind: 'confirmed-early', state: 'excluded' }, typed('hyp'));
  expect([state.text, state.waiting]).toEqual(['hyp', [{ request: 1, text: 'seizure', state: 'excluded' }]]);
  expect(searchReducer(state, { kind: 'waiting-resolved', request: 1 }).waiting).toEqual([]);
});

test('narrower terms replace the list, and the way back returns to what was found', () => {
  const found = after(typed('seizure'), answered(1, 'seizure', option('Seizure'), option('Febrile seizure')));
  const narrowed = searchReducer(found, { kind: 'narrowed', request: 1, term: option('Febrile seizure'), children: [option('Simple febrile seizure')] });
  expect([listed(narrowed), listed(searchReducer(narrowed, { kind: 'widened' }))]).toEqual([['Simple febrile seizure'], ['Seizure', 'Febrile seizure']]);
  expect(searchReducer(found, { kind: 'narrowed', request: 1, term: option('Febrile seizure'), children: [] })).toBe(found);
});

test('narrower terms that arrive after something else was typed are dropped', () => {
  const typedOn = after(typed('seizure'), answered(1, 'seizure', option('Seizure')), typed('hypotonia'));
  expect(searchReducer(typedOn, { kind: 'narrowed', request: 1, term: option('Seizure'), children: [option('Febrile seizure')] })).toBe(typedOn);
});

test('after a choice the box is empty, and an answer still on its way does not fill it again', () => {
  const state = after(typed('seizure'), answered(1, 'seizure', option('Seizure')), { kind: 'chosen' });
  expect([state.text, listed(state)]).toEqual(['', []]);
  expect(searchReducer(state, answered(1, 'seizure', option('Seizure')))).toEqual(state);
});

test('a modifier never stands before a finding, where Enter would take it', () => {
  expect(listed(after(typed('severe'), answered(1, 'severe', option('Severe', { isPhenotype: false }), option('Severe short stature'))))).toEqual(['Severe short stature', 'Severe']);
});

test('a failed search keeps what was typed, and the next letter tries again', () => {
  const failed = after(typed('seiz'), { kind: 'failed', request: 1 });
  expect([failed.text, failed.hasFailed, searchReducer(failed, typed('seizu')).hasFailed]).toEqual(['seiz', true, false]);
});

test('Enter records observed, with Shift excluded, with Alt not assessed', () => {
  expect([stateOfEnter({ shiftKey: false, altKey: false }), stateOfEnter({ shiftKey: true, altKey: false }), stateOfEnter({ shiftKey: false, altKey: true })]).toEqual(['observed', 'excluded', 'not-assessed']);
});
