import { expect, test } from 'vitest';
import { activeOption, emptySearch, isCurrent, searchReducer, stateOfEnter, type SearchEvent, type SearchState, type TermOption } from '#renderer/features/phenotype/term-search-state.ts';

const option = (label: string, said: Partial<TermOption> = {}): TermOption => ({ id: `id of ${label}`, label, isPhenotype: true, matchedText: null, matchedBy: 'label', readAs: null, childCount: null, ...said });
const after = (...events: readonly SearchEvent[]): SearchState => events.reduce(searchReducer, emptySearch);
const typed = (text: string): SearchEvent => ({ kind: 'typed', text });
const answered = (request: number, text: string, ...options: readonly TermOption[]): SearchEvent => ({ kind: 'answered', request, text, options });

test('an answer that comes after a newer question was asked is dropped', () => {
  const state = after(typed('sei'), typed('seiz'), answered(2, 'seiz', option('Seizure')), answered(1, 'sei', option('Seisure, misread')));
  expect([state.text, state.options.map(({ label }) => label), isCurrent(state)]).toEqual(['seiz', ['Seizure'], true]);
});

test('what is listed stays on screen while the next answer is on its way, but cannot be taken for the new text', () => {
  const state = after(typed('sei'), answered(1, 'sei', option('Seizure')), typed('seim'));
  expect([state.options.length, isCurrent(state)]).toEqual([1, false]);
});

test('Enter before the answer waits for it, and what is typed next is kept', () => {
  const state = after(typed('seizure'), { kind: 'confirmed-early', state: 'excluded' }, typed('hyp'));
  expect([state.text, state.waiting]).toEqual(['hyp', [{ request: 1, text: 'seizure', state: 'excluded' }]]);
  expect(searchReducer(state, { kind: 'waiting-resolved', request: 1 }).waiting).toEqual([]);
});

test('narrower terms replace the list and the way back returns to the same place', () => {
  const found = after(typed('seizure'), answered(1, 'seizure', option('Seizure'), option('Febrile seizure')), { kind: 'moved', by: 1 });
  const narrowed = searchReducer(found, { kind: 'narrowed', term: option('Febrile seizure'), children: [option('Simple febrile seizure'), option('Complex febrile seizure')] });
  expect([activeOption(narrowed)?.label, activeOption(searchReducer(narrowed, { kind: 'widened' }))?.label]).toEqual(['Simple febrile seizure', 'Febrile seizure']);
  expect(searchReducer(found, { kind: 'narrowed', term: option('Febrile seizure'), children: [] })).toBe(found);
});

test('after a choice the box is empty and ready for the next term', () => {
  const state = after(typed('seizure'), answered(1, 'seizure', option('Seizure')), { kind: 'chosen' });
  expect([state.text, state.isOpen, state.options]).toEqual(['', false, []]);
  expect(searchReducer(state, answered(1, 'seizure', option('Seizure')))).toEqual(state);
});

test('the first finding is active, not a modifier that stands before it', () => {
  const state = after(typed('severe'), answered(1, 'severe', option('Severe', { isPhenotype: false }), option('Severe short stature')));
  expect(activeOption(state)?.label).toBe('Severe short stature');
});

test('moving goes round, and Escape first closes the list and then empties the box', () => {
  const found = after(typed('seizure'), answered(1, 'seizure', option('Seizure'), option('Febrile seizure')));
  expect([searchReducer(found, { kind: 'moved', by: -1 }).active, searchReducer(searchReducer(found, { kind: 'moved', by: 1 }), { kind: 'moved', by: 1 }).active]).toEqual([1, 0]);
  const closed = searchReducer(found, { kind: 'closed' });
  expect([closed.text, closed.isOpen, searchReducer(closed, { kind: 'closed' }).text]).toEqual(['seizure', false, '']);
});

test('Enter records observed, with Shift excluded, with Alt not assessed', () => {
  expect([stateOfEnter({ shiftKey: false, altKey: false }), stateOfEnter({ shiftKey: true, altKey: false }), stateOfEnter({ shiftKey: false, altKey: true })]).toEqual(['observed', 'excluded', 'not-assessed']);
});
