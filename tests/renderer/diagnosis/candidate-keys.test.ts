import { expect, test } from 'vitest';
import { candidateAction, type CandidateKeyPress } from '#renderer/features/diagnosis/candidate-keys.ts';

const press = (key: string, held: Partial<CandidateKeyPress> = {}): CandidateKeyPress => ({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('j, k, arrows and ends select a candidate and stop at the ends of the list', () => {
  expect([['j', 0], ['ArrowUp', 0], ['k', 4], ['End', 1], ['Home', 7], ['PageDown', 95]].map(([key, from]) => candidateAction(press(String(key)), Number(from), null, 100))).toEqual(
    [1, 0, 3, 99, 0, 99].map((index) => ({ kind: 'move', index })),
  );
});

test('with Shift they choose the disease compared with, stepping over the selected one', () => {
  const compared = (key: string, selected: number, from: number | null): unknown => candidateAction(press(key, { shiftKey: true }), selected, from, 3);
  expect([compared('J', 0, null), compared('ArrowDown', 1, 0), compared('ArrowUp', 0, 1), compared('ArrowDown', 2, 1), compared('K', 1, 2)]).toEqual(
    [1, 2, 1, 1, 0].map((index) => ({ kind: 'move-compared', index })),
  );
  expect(candidateAction(press('J', { shiftKey: true }), 0, null, 1)).toBeNull();
});

test('C switches the comparison, and keys held with Ctrl, Meta or Alt are left to others', () => {
  expect([candidateAction(press('c'), 0, null, 3), candidateAction(press('c', { ctrlKey: true }), 0, null, 3), candidateAction(press('j', { metaKey: true }), 0, null, 3), candidateAction(press('z'), 0, null, 3), candidateAction(press('j'), 0, null, 0)]).toEqual([{ kind: 'toggle-comparison' }, null, null, null, null]);
});
