import { describe, expect, test } from 'vitest';
import { verifyVault } from '#db/verify-vault.ts';
import { success } from '#shared/base/result.ts';
import { aVault, must, type TestVault } from '#tests/db/vault-builder.ts';

/** A vault with five entries: two cases, a note on each, one undo. */
async function aVaultWithHistory(): Promise<TestVault> {
  const vault = await aVault();
  const ids = [vault.addCase('NRG-1', [['HP:0001250', 'Seizure', 'observed']]), vault.addCase('NRG-2')];
  for (const id of ids) must(vault.run((unit) => { unit.describe('Change note', id); return unit.cases.change(id, 1, { note: 'a note' }); }));
  must(vault.run((unit) => unit.history.undo(null)));
  expect(must(verifyVault(vault.vault.database))).toEqual({ isIntact: true, changes: 5, findings: [] });
  return vault;
}

/** What someone with the key could do to the history behind the app's back, and what the check says of it. */
async function findingsAfter(...statements: readonly string[]): Promise<readonly string[]> {
  const vault = await aVaultWithHistory();
  vault.vault.database.pragma('foreign_keys = OFF');
  for (const statement of statements) expect(vault.vault.database.prepare(statement).run().changes).toBeGreaterThan(0);
  const check = must(verifyVault(vault.vault.database));
  expect(check.isIntact).toBe(false);
  return check.findings;
}

describe('the check of the history', () => {
  test('names an entry whose label, actor, time, case, nature, procedure or reference was altered', async () => {
    const altered = ["label = 'x'", "actor = 'x'", "at = '2020-01-01T00:00:00.000Z'", "case_id = 'x'", "procedure = 'x'", 'is_undoable = 0'];
    for (const change of altered) expect(await findingsAfter(`UPDATE change_entry SET ${change} WHERE id = 3`)).toEqual(['Entry 3 of the history was altered.']);
    expect(await findingsAfter("UPDATE change_entry SET nature = 'redo' WHERE id = 5")).toEqual(['Entry 5 of the history was altered.']);
    expect(await findingsAfter('UPDATE change_entry SET refers_to = 3 WHERE id = 5')).toEqual(['Entry 5 of the history was altered.']);
  });

  test('names an entry one of whose rows was altered, removed or moved to another', async () => {
    const altered = 'Entry 1 of the history was altered.';
    expect(await findingsAfter(`UPDATE change_image SET after = replace(after, 'Seizure', 'Ataxia') WHERE entry_id = 1`)).toEqual([altered, '1 × finding: not as the history left it.']);
    expect(await findingsAfter("DELETE FROM change_image WHERE entry_id = 1 AND table_name = 'feature'")).toEqual([altered, '1 × finding: not as the history left it.']);
    expect(await findingsAfter("UPDATE change_image SET entry_id = 2, position = 9 WHERE entry_id = 1 AND table_name = 'feature'")).toEqual([altered, 'Entry 2 of the history was altered.']);
  });

  test('names entries that were removed at the beginning, in the middle and at the end', async () => {
    expect(await findingsAfter('DELETE FROM change_image WHERE entry_id = 3', 'DELETE FROM change_entry WHERE id = 3')).toContain('Entry 3 of the history is missing.');
    expect(await findingsAfter('DELETE FROM change_image WHERE entry_id < 3', 'DELETE FROM change_entry WHERE id < 3')).toContain('Entries 1 to 2 of the history are missing.');
    expect(await findingsAfter('DELETE FROM change_image WHERE entry_id > 3', 'DELETE FROM change_entry WHERE id > 3')).toContain('Entries 4 to 5 of the history are missing.');
    const everything = await findingsAfter('DELETE FROM change_image', 'DELETE FROM change_entry');
    expect(everything).toContain('Entries 1 to 5 of the history are missing.');
  });

  test('finds the end cut off even where the note of the end was cut with it, because the rows say otherwise', async () => {
    const findings = await findingsAfter('DELETE FROM change_image WHERE entry_id > 3', 'DELETE FROM change_entry WHERE id > 3', 'UPDATE change_head SET entry_id = 3, hash = (SELECT hash FROM change_entry WHERE id = 3)');
    expect(findings).toEqual(['1 × case: not as the history left it.']);
  });

  test('names entries that changed places, also with their numbers put right', async () => {
    const swap = ['change_entry SET id', 'change_image SET entry_id'].flatMap((target) => {
      const column = target.split(' ').at(-1) ?? '';
      return [[3, 90], [4, 3], [90, 4]].map(([from, to]) => `UPDATE ${target} = ${String(to)} WHERE ${column} = ${String(from)}`);
    });
    const findings = await findingsAfter(...swap);
    expect(findings).toEqual([
      'Entry 3 of the history does not follow the entry before it.',
      'Entry 3 of the history was altered.',
      'Entry 4 of the history does not follow the entry before it.',
      'Entry 4 of the history was altered.',
      'Entry 5 of the history does not follow the entry before it.',
    ]);
  });

  test('finds an entry that was added and rows that were changed, added or taken out past the history', async () => {
    expect(await findingsAfter("INSERT INTO change_entry SELECT 6, at, actor, label, case_id, nature, refers_to, procedure, is_undoable, hash, hash FROM change_entry WHERE id = 5")).toEqual([
      'Entry 6 of the history was altered.',
      'The end of the history is not the one that was last written.',
    ]);
    expect(await findingsAfter("UPDATE feature SET state = 'excluded'")).toEqual(['1 × finding: not as the history left it.']);
    expect(await findingsAfter("INSERT INTO setting VALUES ('clinicName', 1, '\"x\"')")).toEqual(['1 × setting: not as the history left it.']);
    expect(await findingsAfter('DELETE FROM feature')).toEqual(['1 × finding: in the history but no longer there.']);
  });

  test('finds rows that refer to a row that is not there', async () => {
    expect(await findingsAfter("DELETE FROM case_record WHERE reference = 'NRG-2'")).toEqual(['1 rows refer to a row that is not there.', '1 × case: in the history but no longer there.']);
  });

  test('passes over 300 random commands, undos and redos', async () => {
    const vault = await aVault();
    let seed = 7;
    const random = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
    for (let step = 0; step < 300; step += 1) {
      const cases = vault.read.cases.list();
      const chosen = cases[random(Math.max(1, cases.length))];
      const action = random(6);
      if (action === 0 || chosen === undefined) vault.addCase(`NRG-${String(step)}`, [['HP:0001250', 'Seizure', 'observed']]);
      else if (action === 1) must(vault.run((unit) => { unit.describe('Delete', chosen.id); return unit.cases.remove(chosen.id, chosen.version); }));
      else if (action === 2) must(vault.run((unit) => { unit.describe('Change note', chosen.id); return unit.cases.change(chosen.id, chosen.version, { note: String(step) }); }));
      else if (action === 3) must(vault.run((unit) => { unit.settings.change({ clinicName: String(step) }); unit.describe('Settings', null); return success(null); }));
      else {
        const scope = random(2) === 0 ? null : chosen.id;
        const { canUndo, canRedo } = vault.read.history.page(scope, 1, null);
        if (action === 4 && canUndo !== null) must(vault.run((unit) => unit.history.undo(scope)));
        if (action === 5 && canRedo !== null) must(vault.run((unit) => unit.history.redo(scope)));
      }
    }
    const check = must(verifyVault(vault.vault.database));
    expect(check.findings).toEqual([]);
    expect(check.changes).toBeGreaterThan(200);
  });
});
