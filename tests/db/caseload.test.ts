import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupVault, restoreVault } from '#db/backup.ts';
import { createCaseViewStore } from '#db/repositories/case-views.ts';
import { bareTask } from '#shared/casefile/task.ts';
import { bareTest } from '#shared/casefile/ordered-test.ts';
import { usualFilter } from '#shared/casefile/caseload-filter.ts';
import { success } from '#shared/base/result.ts';
import { aBackend } from '#tests/db/backend-builder.ts';
import { derivedAnew, derivedRows } from '#tests/db/derived-rows.ts';
import { anUnlockedVault, aVault, cheapCost, must, type TestVault } from '#tests/db/vault-builder.ts';

/** The clock of the tests begins on 1 March 2026. */
const newsOf = (vault: TestVault, caseId: string, today: string, seenBy = 'Dr A') => {
  const found = vault.read.cases.list({ today, seenBy }).find(({ id }) => id === caseId);
  return { due: found?.due, becameLate: found?.becameLate, seenAt: found?.seenAt, waiting: found?.waitingSuggestions };
};
const addTask = (vault: TestVault, caseId: string, dueOn: string, doneOn: string | null = null) => must(vault.run((unit) => (unit.describe('Add a task', caseId), success(unit.records.tasks.add(caseId, { ...bareTask, title: `Task of ${dueOn}`, dueOn, doneOn })))));

describe('what is due in a case', () => {
  test('is the earliest of its next action, open tasks and awaited results', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    const found = [newsOf(vault, caseId, '2026-03-01').due];
    must(vault.run((unit) => (unit.describe('Plan', caseId), unit.cases.change(caseId, 1, { nextAction: 'ring', nextActionDueOn: '2026-05-01' }))));
    found.push(newsOf(vault, caseId, '2026-03-01').due);
    addTask(vault, caseId, '2026-04-10');
    addTask(vault, caseId, '2026-01-10', '2026-01-09');
    found.push(newsOf(vault, caseId, '2026-03-01').due);
    must(vault.run((unit) => (unit.describe('Order', caseId), success([unit.records.tests.add(caseId, { ...bareTest, name: 'exome', status: 'sample-sent', expectedOn: '2026-04' }), unit.records.tests.add(caseId, { ...bareTest, status: 'reported', expectedOn: '2026-02' })]))));
    found.push(newsOf(vault, caseId, '2026-03-01').due);
    expect(found).toEqual([null, { kind: 'action', on: '2026-05-01' }, { kind: 'task', on: '2026-04-10' }, { kind: 'test', on: '2026-04' }]);
    expect(vault.read.caseViews.due(caseId).map(({ kind, on, title }) => [kind, on, title])).toEqual([['test', '2026-04', 'exome'], ['task', '2026-04-10', 'Task of 2026-04-10'], ['action', '2026-05-01', 'ring']]);
  });

  test('is news when it became late since the user looked, and none when they have known it', async () => {
    const vault = await aVault();
    const views = createCaseViewStore(vault.vault.database);
    const caseId = vault.addCase('NRG-1');
    addTask(vault, caseId, '2026-02-10');
    addTask(vault, caseId, '2026-03-10');
    expect([newsOf(vault, caseId, '2026-03-02').becameLate, newsOf(vault, caseId, '2026-03-11').becameLate]).toEqual([null, { kind: 'task', on: '2026-03-10' }]);
    expect([views.see(caseId, 'Dr A', '2026-03-11T09:00:00.000Z'), views.see(caseId, 'Dr A', '2026-03-12T09:00:00.000Z')]).toEqual([null, '2026-03-11T09:00:00.000Z']);
    expect([newsOf(vault, caseId, '2026-03-12'), newsOf(vault, caseId, '2026-03-12', 'Dr B').becameLate]).toEqual([
      { due: { kind: 'task', on: '2026-02-10' }, becameLate: null, seenAt: '2026-03-12T09:00:00.000Z', waiting: 0 },
      { kind: 'task', on: '2026-03-10' },
    ]);
  });

  test('of a month is late when the month is over', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    addTask(vault, caseId, '2026-03');
    expect([newsOf(vault, caseId, '2026-03-31').becameLate, newsOf(vault, caseId, '2026-04-01').becameLate]).toEqual([null, { kind: 'task', on: '2026-03' }]);
  });

  test('counts what the family said for as long as nobody has decided on it', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    const said = { source: 'questionnaire', personId: null, fact: 'other', shown: '', answer: 'addition', said: 'a cousin', saidBy: '', saidAt: '2026-03-01T00:00:00.000Z', status: 'open', decidedBy: '', decidedAt: null, note: '' } as const;
    const added = must(vault.run((unit) => (unit.describe('Take down', caseId), success([unit.records.suggestions.add(caseId, said), unit.records.suggestions.add(caseId, said)]))));
    const before = newsOf(vault, caseId, '2026-03-02').waiting;
    must(vault.run((unit) => (unit.describe('Accept', caseId), unit.records.suggestions.change(added[0]?.id ?? '', 1, { status: 'accepted' }))));
    expect([before, newsOf(vault, caseId, '2026-03-02').waiting]).toEqual([2, 1]);
  });
});

describe('the lines of the caseload', () => {
  const aVaultWithCases = async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1', [['HP:0001250', 'Seizure', 'observed'], ['HP:0001252', 'Hypotonia', 'excluded']]);
    vault.addCase('NRG-2');
    addTask(vault, caseId, '2026-02-10');
    must(vault.run((unit) => (unit.describe('Decide', caseId), success(unit.candidates.add(caseId, { id: 'OMIM:154700', name: 'Marfan syndrome' }, { state: 'confirmed', reason: '', decidedOn: '2026-03-01', decidedBy: '' })))));
    return { ...vault, caseId };
  };
  const listed = (vault: TestVault) => vault.read.cases.list({ today: '2026-03-01', seenBy: 'Dr A' });

  test('say of each case what stands in its records', async () => {
    const vault = await aVaultWithCases();
    const [changed, other] = listed(vault);
    expect([changed?.reference, changed?.observedCount, changed?.excludedCount, changed?.due, changed?.decided, other?.observedCount, other?.due]).toEqual(['NRG-1', 1, 1, { kind: 'task', on: '2026-02-10' }, { name: 'Marfan syndrome', state: 'confirmed' }, 0, null]);
  });

  test('are made when a vault of before there were any is opened, after a copy of it, and anew where their rules have changed', async () => {
    const vault = await aVaultWithCases();
    const before = listed(vault);
    const { database, folder } = vault.vault;
    database.exec('DROP TABLE case_line; DROP TABLE case_line_state; PRAGMA user_version = 110');
    vault.close();
    const upgraded = await anUnlockedVault(folder);
    expect([listed(upgraded), readdirSync(folder).filter((name) => name.startsWith('before-schema-110')).length]).toEqual([before, 1]);
    upgraded.vault.database.exec("UPDATE case_line SET line = '[]'; UPDATE case_line_state SET rules = 0");
    upgraded.close();
    expect(listed(await anUnlockedVault(folder))).toEqual(before);
  });

  test('are those of the records in a copy that was put back', async () => {
    const vault = await aVaultWithCases();
    const backup = must(await backupVault(vault.vault, join(vault.vault.folder, '..', 'backup')));
    must(vault.run((unit) => (unit.describe('Plan', vault.caseId), unit.cases.change(vault.caseId, 1, { nextAction: 'after the backup' }))));
    const { folder } = must(await restoreVault(backup.folder, join(vault.vault.folder, '..', 'restored'), cheapCost));
    const restored = await anUnlockedVault(folder);
    expect(listed(restored).map(({ nextAction }) => nextAction)).toEqual(['', '']);
    expect(derivedRows(restored.vault.database)).toEqual(derivedAnew(restored.vault.database));
  });

  test('and the words of the search are those of the records after somebody’s data were erased', async () => {
    const { ask, vault } = await aBackend();
    const { caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-1' }, proband: { givenName: 'Polyphemus' } });
    await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: { note: 'one eye' } });
    await ask('erasure.make', { caseId, personId: probandId, requestedOn: '2026-03-01', requestedBy: 'self' });
    const { folder } = vault;
    vault.lock();
    const { vault: { database } } = await anUnlockedVault(folder);
    expect([derivedRows(database), JSON.stringify(derivedRows(database)).toLowerCase().includes('polyphemus')]).toEqual([derivedAnew(database), false]);
  });
});

describe('several cases at once', () => {
  const twoCases = async () => {
    const backend = await aBackend();
    const cases = [];
    for (const reference of ['NRG-1', 'NRG-2']) cases.push({ caseId: (await backend.ask('case.create', { case: { reference }, proband: {} })).caseId, version: 1 });
    return { ...backend, cases, listed: async () => (await backend.ask('case.list', {})).map(({ reference, status, nextAction }) => `${reference} ${status} ${nextAction}`.trim()).sort() };
  };

  test('are changed as one change, which one undo takes back', async () => {
    const { ask, cases, listed } = await twoCases();
    expect(await ask('case.changeMany', { cases, change: { status: 'on-hold', nextAction: 'ring' } })).toEqual({ changedCount: 2 });
    expect([await listed(), (await ask('history.list', { caseId: null, limit: 1, before: null })).entries[0]?.label]).toEqual([['NRG-1 on-hold ring', 'NRG-2 on-hold ring'], 'Change status and next action of 2 cases']);
    await ask('history.undo', { caseId: null });
    expect(await listed()).toEqual(['NRG-1 intake', 'NRG-2 intake']);
  });

  test('are left alone all of them where one was changed since', async () => {
    const { ask, refused, cases, listed } = await twoCases();
    await ask('case.change', { caseId: cases[1]?.caseId ?? '', version: 1, change: { note: 'meanwhile' } });
    expect([(await refused('case.changeMany', { cases, change: { status: 'closed' } })).kind, (await refused('case.deleteMany', { cases })).kind, await listed()]).toEqual(['conflict', 'conflict', ['NRG-1 intake', 'NRG-2 intake']]);
  });

  test('are deleted as one change and brought back by one undo', async () => {
    const { ask, cases, listed } = await twoCases();
    await ask('case.deleteMany', { cases });
    const gone = await listed();
    await ask('history.undo', { caseId: null });
    expect([gone, await listed(), (await ask('search.find', { text: 'nrg', limit: 5 })).found.length]).toEqual([[], ['NRG-1 intake', 'NRG-2 intake'], 2]);
  });
});

describe('a filter saved by name', () => {
  test('replaces the one of that name, is listed by name, and is undone like any change', async () => {
    const { ask } = await aBackend();
    const names = async () => (await ask('filter.list', {})).map(({ name, filter }) => `${name}: ${filter.due}`);
    await ask('filter.save', { name: 'Late', filter: { ...usualFilter, due: 'overdue' } });
    await ask('filter.save', { name: 'Awaited', filter: usualFilter });
    await ask('filter.save', { name: 'Late', filter: { ...usualFilter, due: 'week' } });
    const all = await names();
    const [, late] = await ask('filter.list', {});
    await ask('filter.remove', { filterId: late?.id ?? '', version: late?.version ?? 0 });
    const without = await names();
    await ask('history.undo', { caseId: null });
    expect([all, without, await names()]).toEqual([['Awaited: any', 'Late: week'], ['Awaited: any'], ['Awaited: any', 'Late: week']]);
  });
});

describe('opening a case', () => {
  test('is noted for who is at work, tells when they last did, and leaves no entry in the history', async () => {
    const { ask, events } = await aBackend();
    const { caseId } = await ask('case.create', { case: {}, proband: {} });
    const count = (await ask('history.list', { caseId: null, limit: 50, before: null })).entries.length;
    events.length = 0;
    const first = await ask('case.see', { caseId });
    const second = await ask('case.see', { caseId });
    expect([first, typeof second.seenAt, (await ask('case.list', {}))[0]?.seenAt !== null, (await ask('history.list', { caseId: null, limit: 50, before: null })).entries.length, events[0]]).toEqual([{ seenAt: null }, 'string', true, count, { kind: 'changed', topics: ['views'] }]);
  });
});

describe('similar cases', () => {
  test('are told by reference only, the most alike first, and compared term by term', async () => {
    const { ask } = await aBackend();
    const addCase = async (reference: string, givenName: string, terms: readonly string[], excluded: readonly string[] = []) => {
      const { caseId, probandId } = await ask('case.create', { case: { reference }, proband: { givenName } });
      for (const termId of terms) await ask('feature.add', { personId: probandId, termId, detail: {} });
      for (const termId of excluded) await ask('feature.add', { personId: probandId, termId, detail: { state: 'excluded' } });
      return caseId;
    };
    const here = await addCase('NRG-1', 'Mira', ['HP:0001083', 'HP:0002616', 'HP:0001166'], ['HP:0001250']);
    const alike = await addCase('NRG-2', 'Jonas', ['HP:0001083', 'HP:0002616']);
    await addCase('NRG-3', 'Aoife', ['HP:0001250', 'HP:0001166']);
    await addCase('NRG-4', 'Nobody', []);
    await ask('candidate.decide', { caseId: alike, diseaseId: 'OMIM:154700', state: 'confirmed', reason: '' });
    const { similar, comparedCount } = await ask('case.similar', { caseId: here, limit: 10 });
    expect([comparedCount, similar.map(({ reference }) => reference), similar[0]?.decided?.state, similar[0]?.shared.map(({ label }) => label).sort()]).toEqual([2, ['NRG-2', 'NRG-3'], 'confirmed', ['Aortic root aneurysm', 'Ectopia lentis']]);
    expect(JSON.stringify(similar)).not.toContain('Jonas');
    const compared = await ask('case.compare', { caseId: here, otherId: alike });
    expect([compared.onlyHere.map(({ label }) => label), compared.onlyThere, compared.score]).toEqual([['Arachnodactyly'], [], similar[0]?.score]);
    expect((await ask('case.compare', { caseId: here, otherId: similar[1]?.caseId ?? '' })).contradicted).toMatchObject([{ observedIn: 'there', term: { label: 'Seizure' }, excluded: { label: 'Seizure' } }]);
  });
});
