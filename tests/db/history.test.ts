import { describe, expect, test } from 'vitest';
import { verifyVault } from '#db/verify-vault.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import { aVault, must, type TestVault } from '#tests/db/vault-builder.ts';

const seizure = ['HP:0001250', 'Seizure', 'observed'] as const;
const hypotonia = ['HP:0001252', 'Hypotonia', 'excluded'] as const;

/** Every tracked row as it stands, without the counters that only rise. */
function content(vault: TestVault) {
  const tables = ['case_record', 'person', 'feature', 'candidate', 'source_document', 'setting'];
  return tables.map((table) =>
    vault.vault.database
      .prepare(`SELECT * FROM ${table} ORDER BY id`)
      .all()
      .map((row) => Object.fromEntries(Object.entries(row as object).filter(([column]) => column !== 'version' && column !== 'changed_at'))),
  );
}

function changeNote(vault: TestVault, caseId: string, note: string) {
  return vault.run((unit) => {
    unit.describe('Change note', caseId);
    return unit.cases.change(caseId, unit.cases.find(caseId)?.version ?? 0, { note });
  });
}

const undo = (vault: TestVault, caseId: string | null = null) => vault.run((unit) => unit.history.undo(caseId));
const redo = (vault: TestVault, caseId: string | null = null) => vault.run((unit) => unit.history.redo(caseId));

describe('a command', () => {
  test('leaves one entry with label, actor, time, case and nature', async () => {
    const vault = await aVault();
    must(vault.run((unit) => { unit.settings.change({ clinicianName: 'Dr Penelope' }); unit.describe('Change settings', null); return success(null); }));
    const caseId = vault.addCase('NRG-0412', [seizure, hypotonia]);
    expect(vault.read.history.page(null, 10, null)).toEqual({
      entries: [
        { id: 2, at: '2026-03-01T09:00:02.000Z', actor: 'Dr Penelope', label: 'Create case NRG-0412', caseId, nature: 'change', refersTo: null, isUndone: false },
        { id: 1, at: '2026-03-01T09:00:01.000Z', actor: 'Dr Penelope', label: 'Change settings', caseId: null, nature: 'change', refersTo: null, isUndone: false },
      ],
      canUndo: { label: 'Create case NRG-0412', caseId },
      canRedo: null,
    });
    expect(vault.read.history.page(null, 10, 2).entries.map((entry) => entry.id)).toEqual([1]);
    expect(vault.read.history.page(caseId, 10, null).entries.map((entry) => entry.id)).toEqual([2]);
  });

  test('of a clinician without a name is logged under no name', async () => {
    const vault = await aVault();
    vault.addCase('NRG-1');
    expect(vault.read.history.page(null, 1, null).entries[0]?.actor).toBe('Unnamed clinician');
  });

  test('that is refused, or throws, leaves no row and no entry', async () => {
    const vault = await aVault();
    const before = content(vault);
    const refused = vault.run((unit) => {
      unit.describe('Create case', null);
      unit.settings.change({ clinicName: 'Ithaca' });
      return refusal(failure('rule-broken', 'no'));
    });
    expect(refused).toEqual(refusal(failure('rule-broken', 'no')));
    expect(() => vault.run((unit) => { unit.settings.change({ clinicName: 'Ithaca' }); throw new Error('a bug'); })).toThrow('a bug');
    expect(content(vault)).toEqual(before);
    expect(vault.read.history.count()).toBe(0);
    expect(vault.vault.database.inTransaction).toBe(false);
  });

  test('that changes rows without saying what it does is a bug and is rolled back', async () => {
    const vault = await aVault();
    expect(() => vault.run((unit) => success(unit.settings.change({ clinicName: 'Ithaca' })))).toThrow('without describing itself');
    expect(vault.read.settings.read().clinicName).toBe('');
  });

  test('that changes nothing leaves no entry and no new version', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    must(changeNote(vault, caseId, ''));
    expect([vault.read.history.count(), vault.read.cases.find(caseId)?.version]).toEqual([1, 1]);
  });

  test('from an outdated version is refused as a conflict, from a row that is gone as not found', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    must(changeNote(vault, caseId, 'first'));
    const outdated = vault.run((unit) => { unit.describe('Change note', caseId); return unit.cases.change(caseId, 1, { note: 'second' }); });
    expect(outdated).toEqual(refusal(failure('conflict', 'This case was changed since you opened it. Look at it as it is now and make your change again.')));
    const gone = vault.run((unit) => { unit.describe('Remove', caseId); return unit.features.remove('019a0000-0000-7000-8000-000000000000', 1); });
    expect(gone).toEqual(refusal(failure('not-found', 'This finding is no longer there. It may have been deleted or undone.')));
    expect(vault.read.cases.find(caseId)).toMatchObject({ note: 'first', version: 2 });
  });

  test('moves the time at which its case was last changed, also through a finding', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1', [seizure]);
    const [feature] = vault.read.features.ofCase(caseId);
    must(vault.run((unit) => { unit.describe('Change Seizure', caseId); return unit.features.change(feature?.id ?? '', 1, { note: 'at night' }); }));
    expect(vault.read.cases.find(caseId)).toMatchObject({ createdAt: '2026-03-01T09:00:01.000Z', changedAt: '2026-03-01T09:00:02.000Z', version: 1 });
  });
});

describe('undo', () => {
  test('takes changes back one by one as new entries, and redo repeats them', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1', [seizure]);
    const states = [content(vault)];
    must(changeNote(vault, caseId, 'first'));
    states.push(content(vault));
    must(changeNote(vault, caseId, 'second'));
    states.push(content(vault));
    expect(undo(vault)).toEqual(success({ label: 'Change note', caseId }));
    expect(content(vault)).toEqual(states[1]);
    must(undo(vault));
    expect(content(vault)).toEqual(states[0]);
    must(undo(vault));
    expect(content(vault)).toEqual([[], [], [], [], [], []]);
    expect(undo(vault)).toEqual(refusal(failure('rule-broken', 'There is nothing to undo.')));
    for (const state of states) {
      must(redo(vault));
      expect(content(vault)).toEqual(state);
    }
    expect(redo(vault)).toEqual(refusal(failure('rule-broken', 'There is nothing to redo.')));
    expect(vault.read.history.page(null, 20, null).entries.map(({ id, nature, refersTo, isUndone, label }) => [id, nature, refersTo, isUndone, label])).toEqual([
      [9, 'redo', 3, false, 'Redo: Change note'],
      [8, 'redo', 2, false, 'Redo: Change note'],
      [7, 'redo', 1, false, 'Redo: Create case NRG-1'],
      [6, 'undo', 1, false, 'Undo: Create case NRG-1'],
      [5, 'undo', 2, false, 'Undo: Change note'],
      [4, 'undo', 3, false, 'Undo: Change note'],
      [3, 'change', null, false, 'Change note'],
      [2, 'change', null, false, 'Change note'],
      [1, 'change', null, false, 'Create case NRG-1'],
    ]);
    expect(must(verifyVault(vault.vault.database))).toEqual({ isIntact: true, changes: 9, findings: [] });
  });

  test('never gives a version out twice, so that a draft from before it is told apart', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    must(changeNote(vault, caseId, 'first'));
    must(undo(vault));
    expect(vault.read.cases.find(caseId)).toMatchObject({ note: '', version: 3 });
    must(undo(vault));
    must(redo(vault));
    expect(vault.read.cases.find(caseId)).toMatchObject({ note: '', version: 4 });
    must(redo(vault));
    expect(vault.read.cases.find(caseId)).toMatchObject({ note: 'first', version: 5 });
  });

  test('of a deletion brings back the case with its people, findings, candidates and documents', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1', [seizure, hypotonia]);
    must(
      vault.run((unit) => {
        unit.candidates.add(caseId, { id: 'OMIM:154700', name: 'Marfan syndrome' }, { state: 'working', reason: 'aorta', decidedOn: '2026-03-01', decidedBy: 'Dr A' });
        unit.sources.add({ caseId, fileName: 'patient.json', format: 'phenopacket v2', content: '{"id":"x"}' });
        unit.describe('Add', caseId);
        return success(null);
      }),
    );
    const before = content(vault);
    must(vault.run((unit) => { unit.describe('Delete case NRG-1', caseId); return unit.cases.remove(caseId, 1); }));
    expect(content(vault)).toEqual([[], [], [], [], [], []]);
    expect(vault.read.cases.list()).toEqual([]);
    must(undo(vault, caseId));
    expect(content(vault)).toEqual(before);
    must(redo(vault, caseId));
    expect(content(vault)).toEqual([[], [], [], [], [], []]);
    must(undo(vault));
    expect(content(vault)).toEqual(before);
    expect(must(verifyVault(vault.vault.database)).findings).toEqual([]);
  });

  test('is refused with a reason where the row has moved on', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    must(changeNote(vault, caseId, 'first'));
    must(changeNote(vault, caseId, 'second'));
    const before = content(vault);
    expect(vault.run((unit) => unit.history.undoEntry(2))).toEqual(refusal(failure('conflict', 'This cannot be undone or repeated, because the case was changed since.')));
    expect(vault.run((unit) => unit.history.undoEntry(99))).toEqual(refusal(failure('not-found', 'This change is not in the history or cannot be undone.')));
    expect(content(vault)).toEqual(before);
  });

  test('is refused with a reason where something recorded since stands in the way', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1', [seizure]);
    const personId = vault.read.people.proband(caseId)?.id ?? '';
    const [feature] = vault.read.features.ofCase(caseId);
    must(vault.run((unit) => { unit.describe('Remove Seizure', caseId); return unit.features.remove(feature?.id ?? '', 1); }));
    must(vault.run((unit) => { unit.features.add({ caseId, personId, termId: seizure[0], label: seizure[1], detail: bareDetail('excluded') }); unit.describe('Add Seizure, excluded', caseId); return success(null); }));
    const before = content(vault);
    const reason = 'This cannot be undone or repeated, because something recorded since depends on the';
    expect(vault.run((unit) => unit.history.undoEntry(2))).toEqual(refusal(failure('conflict', `${reason} finding or stands in its place.`)));
    must(vault.run((unit) => { unit.features.add({ caseId, personId, termId: hypotonia[0], label: hypotonia[1], detail: bareDetail('excluded') }); unit.describe('Add', caseId); return success(null); }));
    expect(vault.run((unit) => unit.history.undoEntry(1)).ok).toBe(false);
    must(undo(vault));
    expect(content(vault)).toEqual(before);
  });

  test('of one case leaves the others alone; of the whole vault takes the latest of all', async () => {
    const vault = await aVault();
    const first = vault.addCase('NRG-1');
    const second = vault.addCase('NRG-2');
    must(changeNote(vault, first, 'note of the first'));
    must(changeNote(vault, second, 'note of the second'));
    must(undo(vault, first));
    expect([vault.read.cases.find(first)?.note, vault.read.cases.find(second)?.note]).toEqual(['', 'note of the second']);
    expect(vault.read.history.page(first, 9, null)).toMatchObject({ canUndo: { label: 'Create case NRG-1' }, canRedo: { label: 'Change note', caseId: first } });
    must(undo(vault));
    expect([vault.read.cases.find(first)?.note, vault.read.cases.find(second)?.note]).toEqual(['', '']);
    must(redo(vault, first));
    expect([vault.read.cases.find(first)?.note, vault.read.cases.find(second)?.note]).toEqual(['note of the first', '']);
  });

  test('of a large import and its redo take no longer a row than a small one', async () => {
    const vault = await aVault();
    const beganImport = process.cpuUsage();
    must(
      vault.run((unit) => {
        for (let number = 0; number < 1_000; number += 1) {
          const { id } = unit.cases.add({ ...newCaseDetail, reference: String(number) });
          const proband = unit.people.add(id, true, newPersonDetail);
          for (let feature = 0; feature < 8; feature += 1) unit.features.add({ caseId: id, personId: proband.id, termId: `HP:000000${String(feature)}`, label: 'A finding', detail: bareDetail('observed') });
        }
        unit.describe('Import 1000 cases', null);
        return success(null);
      }),
    );
    const importing = process.cpuUsage(beganImport).user;
    const before = content(vault);
    const began = process.cpuUsage();
    must(undo(vault));
    expect(vault.read.cases.list()).toEqual([]);
    must(redo(vault));
    const undoing = process.cpuUsage(began).user;
    expect(content(vault)).toEqual(before);
    // About twice the work; were it to grow with the square of the rows, it would be hundreds of times.
    expect(undoing / importing).toBeLessThan(20);
    expect(must(verifyVault(vault.vault.database)).findings).toEqual([]);
  });

  test('is followed by redo only until something new is changed', async () => {
    const vault = await aVault();
    const first = vault.addCase('NRG-1');
    const second = vault.addCase('NRG-2');
    must(changeNote(vault, first, 'lost'));
    must(undo(vault, first));
    must(changeNote(vault, second, 'elsewhere'));
    expect(vault.read.history.page(first, 1, null).canRedo).toEqual({ label: 'Change note', caseId: first });
    expect(vault.read.history.page(null, 1, null).canRedo).toBeNull();
    must(changeNote(vault, first, 'new'));
    expect(vault.read.history.page(first, 1, null).canRedo).toBeNull();
    expect(redo(vault, first)).toEqual(refusal(failure('rule-broken', 'There is nothing to redo.')));
    must(undo(vault, first));
    must(undo(vault, first));
    expect(vault.read.cases.find(first)).toBeNull();
  });
});
