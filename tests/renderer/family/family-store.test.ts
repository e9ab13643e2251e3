import { expect, test } from 'vitest';
import { createFamilyStore, type FamilyNow, type FamilyStoreOptions } from '#renderer/features/family/family-store.ts';
import { applyFamilyEdits } from '#shared/pedigree/edits/apply-family-edits.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';

const sibling: readonly FamilyEdit[] = [{ kind: 'add-sibling', individualId: 'proband', side: 'after', detail: {} }];
const begin: FamilyNow = { family: aPedigree().withTrio().build(), revision: 1 };

/** A vault in memory that answers when it is told to, with the ids that it was given. */
function aVault(refuses: (call: number) => boolean = () => false) {
  let stored = begin;
  let calls = 0;
  const held: (() => void)[] = [];
  const told: unknown[] = [];
  const settled: FamilyNow[] = [];
  const options: FamilyStoreOptions = {
    send: async (edits, newIds) => {
      const call = (calls += 1);
      await new Promise<void>((resolve) => held.push(resolve));
      if (refuses(call)) throw new Error('refused');
      const ids = newIds.values();
      const applied = applyFamilyEdits(stored.family, edits, () => ids.next().value ?? 'no id left');
      if (!applied.ok) throw new Error(applied.error.message);
      stored = { family: applied.value.family, revision: stored.revision + 1 };
      return stored;
    },
    reread: () => Promise.resolve(stored),
    newId: ((count = 0) => () => `id ${String((count += 1))}`)(),
    onRefused: (thrown) => told.push(thrown),
    onSettled: (answer) => settled.push(answer),
  };
  const store = createFamilyStore(options);
  store.take(begin);
  const answer = async (): Promise<void> => {
    while (held.length === 0) await Promise.resolve();
    held.shift()?.();
  };
  return { store, answer, told, settled, stored: () => stored };
}

test('an edit is shown at once and written in order, with the ids that are on screen', async () => {
  const { store, answer, settled, stored } = aVault();
  const first = store.edit(sibling);
  const second = store.edit(sibling);
  expect(store.now()?.family.individuals.length).toBe(5);
  if (!first.ok || !second.ok) throw new Error('refused');
  // An answer to a question asked before does not take away what is on screen.
  store.take({ family: begin.family, revision: 9 });
  expect(store.now()?.family.individuals.length).toBe(5);
  await answer();
  await answer();
  expect(await Promise.all([first.value.written, second.value.written])).toEqual([2, 3]);
  expect(stored().family).toEqual(second.value.family);
  expect(stored().family.individuals.map(({ id }) => id)).toEqual(expect.arrayContaining([...first.value.createdIds, ...second.value.createdIds]));
  expect(settled).toEqual([stored()]);
  expect(store.now()).toEqual(stored());
});

test('a refusal is told once, takes back what was built on it, and the next edit is written again', async () => {
  const { store, answer, told, stored } = aVault((call) => call === 1);
  const outcomes = [store.edit(sibling), store.edit(sibling)].flatMap((outcome) => (outcome.ok ? [outcome.value.written.catch(() => null)] : []));
  await answer();
  expect(await Promise.all(outcomes)).toEqual([null, null]);
  expect(told.length).toBe(1);
  expect(store.now()).toEqual(begin);
  const again = store.edit(sibling);
  await answer();
  expect(again.ok && (await again.value.written)).toBe(2);
  expect(stored().family.individuals.length).toBe(4);
});

test('what no family can be is refused with its reason and changes nothing', () => {
  const { store } = aVault();
  expect(store.edit([{ kind: 'join-parent', childId: 'mother', parentId: 'proband' }])).toEqual({ ok: false, message: expect.stringMatching(/ancestor/i) as string });
  expect(store.now()).toEqual(begin);
});

test('an older answer is dropped', () => {
  const { store } = aVault();
  store.take({ family: aPedigree().build(), revision: 0 });
  expect(store.now()).toEqual(begin);
});
