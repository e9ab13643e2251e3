import { expect, test } from 'vitest';
import { listAction, type KeyPress } from '#renderer/features/phenotype/list-keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('arrows, j, k, pages and ends move within the list and stop at its ends', () => {
  const to = (key: string, from: number): unknown => listAction(press(key), from, 30);
  expect([to('ArrowDown', 0), to('k', 0), to('j', 29), to('PageDown', 5), to('PageUp', 5), to('Home', 9), to('End', 9)]).toEqual([1, 0, 29, 15, 0, 0, 29].map((index) => ({ kind: 'move', index })));
});

test('O, X and N set the state in either case of the letter', () => {
  expect(['o', 'O', 'x', 'X', 'n', 'N'].map((key) => listAction(press(key), 0, 1))).toEqual(['observed', 'observed', 'excluded', 'excluded', 'not-assessed', 'not-assessed'].map((state) => ({ kind: 'set-state', state })));
});

test('A opens the onset, I ignores, Delete removes, Enter opens', () => {
  expect(['a', 'I', 'Delete', 'Backspace', 'Enter'].map((key) => listAction(press(key), 0, 1)?.kind)).toEqual(['edit-onset', 'toggle-ignored', 'remove', 'remove', 'open']);
});

test('keys held with Ctrl, Meta or Alt, other keys, and keys on an empty list are left to others', () => {
  expect([listAction(press('n', { ctrlKey: true }), 0, 1), listAction(press('o', { metaKey: true }), 0, 1), listAction(press('x', { altKey: true }), 0, 1), listAction(press('Tab'), 0, 1), listAction(press('o'), 0, 0)]).toEqual([null, null, null, null, null]);
});
