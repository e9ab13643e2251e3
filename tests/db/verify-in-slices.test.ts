import { describe, expect, test } from 'vitest';
import { verifyChain } from '#db/change-log.ts';
import { inSlices } from '#db/in-slices.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { success } from '#shared/base/result.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import { aVault, must, type TestVault } from '#tests/db/vault-builder.ts';

/** More images than one step looks at, in one entry. */
function importMany(vault: TestVault): readonly string[] {
  return must(
    vault.run((unit) => {
      const ids = Array.from({ length: 120 }, (_, index) => {
        const { id } = unit.cases.add({ ...newCaseDetail, reference: `A-${String(index)}` });
        const person = unit.people.add(id, true, newPersonDetail);
        unit.features.add({ caseId: id, personId: person.id, termId: 'HP:0001250', label: 'Seizure', detail: bareDetail('observed') });
        return id;
      });
      unit.describe('Import', null);
      return success(ids);
    }),
  );
}

const setNote = (vault: TestVault, id: string, note: string) => must(vault.run((unit) => { unit.describe('Change note', id); return unit.cases.change(id, unit.cases.find(id)?.version ?? 0, { note }); }));
const remove = (vault: TestVault, id: string) => must(vault.run((unit) => { unit.describe('Delete', id); return unit.cases.remove(id, unit.cases.find(id)?.version ?? 0); }));

describe('the verification of a vault at which somebody works meanwhile', () => {
  test('finds nothing wrong, whatever is changed, added, taken out or brought back between its steps', async () => {
    const vault = await aVault();
    const ids = importMany(vault);
    const steps = verifyChain(vault.vault.database);
    let step = steps.next();
    let count = 0;
    for (; step.done !== true; step = steps.next()) {
      // Each of these is another entry to follow, so they come to an end.
      if (count < 12) {
        setNote(vault, ids[count * 7] ?? '', `note ${String(count)}`);
        vault.addCase(`B-${String(count)}`, [['HP:0000252', 'Microcephaly', 'excluded']]);
        remove(vault, ids[119 - count] ?? '');
        if (count % 3 === 0) must(vault.run((unit) => unit.history.undo(null)));
      }
      count += 1;
    }
    expect(count).toBeGreaterThan(12);
    expect(step.value).toEqual({ changes: vault.read.history.count(), head: step.value.head, findings: [] });
    expect(vault.read.history.count()).toBe(1 + 12 * 3 + 4);
  });

  test('still finds what was altered behind the back of the history', async () => {
    const vault = await aVault();
    const ids = importMany(vault);
    vault.vault.database.prepare('UPDATE case_record SET note = ? WHERE id = ?').run('altered', ids[60]);
    vault.vault.database.prepare('DELETE FROM feature WHERE case_id = ?').run(ids[3]);
    const steps = verifyChain(vault.vault.database);
    let step = steps.next();
    for (let count = 0; step.done !== true; step = steps.next(), count += 1) if (count < 5) setNote(vault, ids[10] ?? '', `note ${String(count)}`);
    expect(step.value.findings).toEqual(['1 × case: not as the history left it.', '1 × finding: in the history but no longer there.']);
  });
});

test('work in slices lets others in between and ends where it may not go on', async () => {
  let others = 0;
  let steps = 0;
  const endless = (function* () { for (;;) { steps += 1; yield; } })();
  const turn = () => { others += 1; if (others < 3) setImmediate(turn); };
  setImmediate(turn);
  expect(await inSlices(endless, () => others < 3)).toBeNull();
  expect([others, steps > others]).toEqual([3, true]);
});
