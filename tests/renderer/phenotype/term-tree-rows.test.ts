import { expect, test } from 'vitest';
import { treeAction, treeRows, type TreeRow, type TreeTerm } from '#renderer/features/phenotype/term-tree-rows.ts';

const term = (id: string, childCount = 0): TreeTerm => ({ id, label: `label of ${id}`, childCount });
const children: Readonly<Record<string, readonly TreeTerm[]>> = { root: [term('nerves', 1), term('eye', 2)], eye: [term('lens'), term('fundus')], nerves: [term('fundus')] };
const rows = (...expanded: readonly string[]): readonly TreeRow[] => treeRows(term('root', 2), new Set(expanded), (id) => children[id]);

test('only what is opened is shown, by name, and a term of two parents stands below both', () => {
  expect(rows('root', 'root/eye', 'root/nerves').map(({ path, level, position, siblings }) => [path, level, position, siblings])).toEqual([
    ['root', 1, 1, 1],
    ['root/eye', 2, 1, 2],
    ['root/eye/fundus', 3, 1, 2],
    ['root/eye/lens', 3, 2, 2],
    ['root/nerves', 2, 2, 2],
    ['root/nerves/fundus', 3, 1, 1],
  ]);
});

test('right opens and then goes in, left closes and then goes out', () => {
  const closed = rows('root');
  const opened = rows('root', 'root/eye');
  expect([treeAction('ArrowRight', closed, 'root/eye'), treeAction('ArrowRight', opened, 'root/eye'), treeAction('ArrowRight', opened, 'root/eye/lens'), treeAction('ArrowLeft', opened, 'root/eye/lens'), treeAction('ArrowLeft', opened, 'root/eye'), treeAction('ArrowLeft', rows(), 'root')]).toEqual([
    { kind: 'expand', path: 'root/eye' },
    { kind: 'move', path: 'root/eye/fundus' },
    null,
    { kind: 'move', path: 'root/eye' },
    { kind: 'collapse', path: 'root/eye' },
    null,
  ]);
});

test('right does not leave a term whose narrower terms have not arrived yet', () => {
  const waiting = treeRows(term('root', 1), new Set(['root', 'root/limbs']), (id) => (id === 'root' ? [term('limbs', 3)] : undefined));
  expect(treeAction('ArrowRight', waiting, 'root/limbs')).toBeNull();
});

test('up, down, home and end move over the visible lines', () => {
  const opened = rows('root', 'root/eye');
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => treeAction(key, opened, 'root/eye'))).toEqual(['root/eye/fundus', 'root', 'root', 'root/nerves'].map((path) => ({ kind: 'move', path })));
});
