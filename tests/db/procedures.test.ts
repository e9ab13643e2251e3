import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';
import { must } from '#tests/db/vault-builder.ts';

let vault: TestBackend['vault'];
let ask: TestBackend['ask'];
let refused: TestBackend['refused'];
let runJob: TestBackend['runJob'];
let events: TestBackend['events'];

beforeEach(async () => {
  ({ vault, ask, refused, runJob, events } = await aBackend());
});

const createCase = () => ask('case.create', { case: { reference: 'NRG-0412' }, proband: { givenName: 'Ada', sexAssignedAtBirth: 'female' } });
const labels = async (caseId: string | null = null) => (await ask('history.list', { caseId, limit: 50, before: null })).entries.map(({ label }) => label);

describe('cases', () => {
  test('are created, shown, listed, changed and deleted, each under words that a counsellor reads in the history', async () => {
    const { caseId, probandId } = await createCase();
    const shown = await ask('case.show', { caseId });
    expect(shown).toMatchObject({ case: { id: caseId, version: 1, reference: 'NRG-0412', status: 'intake' }, people: [{ id: probandId, isProband: true, givenName: 'Ada' }], features: [], candidates: [], sources: [] });
    const changed = await ask('case.change', { caseId, version: 1, change: { status: 'awaiting-results', nextAction: 'Call the laboratory' } });
    expect(changed).toMatchObject({ version: 2, status: 'awaiting-results', nextAction: 'Call the laboratory' });
    expect(changed.statusSince).toBe(changed.changedAt);
    await ask('case.change', { caseId, version: 2, change: { status: 'on-hold' } });
    await ask('person.change', { personId: probandId, version: 1, change: { birthDate: '2019-04', vitalStatus: 'alive', givenName: 'Ada' } });
    expect((await ask('case.list', {})).map(({ reference, status, proband }) => [reference, status, proband.birthDate])).toEqual([['NRG-0412', 'on-hold', '2019-04']]);
    await ask('case.delete', { caseId, version: 3 });
    expect(await ask('case.list', {})).toEqual([]);
    expect(await ask('history.undo', { caseId })).toEqual({ label: 'Delete case NRG-0412', caseId });
    expect(await ask('case.list', {})).toHaveLength(1);
    expect(await labels(caseId)).toEqual(['Undo: Delete case NRG-0412', 'Delete case NRG-0412', 'Change birth date and vital status of the proband', 'Set status to on hold', 'Change status and next action', 'Create case NRG-0412']);
  });

  test('that are gone are not found, whatever is asked of them', async () => {
    const { caseId, probandId } = await createCase();
    await ask('case.delete', { caseId, version: 1 });
    const gone = [
      await refused('case.show', { caseId }),
      await refused('case.change', { caseId, version: 1, change: { note: 'x' } }),
      await refused('case.delete', { caseId, version: 1 }),
      await refused('person.change', { personId: probandId, version: 1, change: { givenName: 'x' } }),
      await refused('feature.add', { personId: probandId, termId: 'HP:0001250', detail: {} }),
      await refused('candidate.decide', { caseId, diseaseId: 'OMIM:154700', state: 'working', reason: '' }),
    ];
    expect(gone.map(({ kind }) => kind)).toEqual(gone.map(() => 'not-found'));
  });

  test('changed from an outdated version are a conflict', async () => {
    const { caseId } = await createCase();
    await ask('case.change', { caseId, version: 1, change: { note: 'first' } });
    expect(await refused('case.change', { caseId, version: 1, change: { note: 'second' } })).toMatchObject({ kind: 'conflict' });
    expect(await refused('case.delete', { caseId, version: 1 })).toMatchObject({ kind: 'conflict' });
  });
});

describe('findings', () => {
  test('take their label from the knowledge in use, and keep the id where it knows none', async () => {
    const { caseId, probandId } = await createCase();
    const seizure = await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: { onset: { kind: 'age', duration: 'P4Y2M' } } });
    expect(seizure).toMatchObject({ label: 'Seizure', state: 'observed', onset: { kind: 'age', duration: 'P4Y2M' }, version: 1 });
    expect(await ask('feature.add', { personId: probandId, termId: 'HP:9999999', detail: { state: 'excluded' } })).toMatchObject({ termId: 'HP:9999999', label: 'HP:9999999' });
    await ask('feature.change', { featureId: seizure.id, version: 1, change: { state: 'excluded' } });
    await ask('feature.change', { featureId: seizure.id, version: 2, change: { isIgnored: true } });
    await ask('feature.change', { featureId: seizure.id, version: 3, change: { onset: null, note: 'at night' } });
    await ask('feature.remove', { featureId: seizure.id, version: 4 });
    expect(await labels(caseId)).toEqual(['Remove Seizure', 'Change onset and note of Seizure', 'Leave Seizure out of the ranking', 'Change Seizure to excluded', 'Add HP:9999999, excluded', 'Add Seizure, observed', 'Create case NRG-0412']);
    expect((await ask('case.show', { caseId })).features.map(({ termId }) => termId)).toEqual(['HP:9999999']);
  });

  test('are refused a second time, naming the finding and nobody', async () => {
    const { probandId } = await createCase();
    await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: {} });
    expect(await refused('feature.add', { personId: probandId, termId: 'HP:0001250', detail: { state: 'excluded' } })).toEqual({ kind: 'conflict', message: 'Seizure is recorded for this person already. Change the finding that is there.' });
  });

  test('are replaced by another term with all that is known of them, as one change', async () => {
    const { caseId, probandId } = await createCase();
    const seizure = await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: { onset: { kind: 'age', duration: 'P4Y2M' }, note: 'at night' } });
    await ask('feature.add', { personId: probandId, termId: 'HP:0001252', detail: {} });
    const narrower = await ask('feature.replace', { featureId: seizure.id, version: 1, termId: 'HP:0002373' });
    expect(narrower).toMatchObject({ termId: 'HP:0002373', onset: { kind: 'age', duration: 'P4Y2M' }, note: 'at night', state: 'observed' });
    expect(await refused('feature.replace', { featureId: narrower.id, version: 1, termId: 'HP:0001252' })).toMatchObject({ kind: 'conflict' });
    await ask('history.undo', { caseId });
    expect((await ask('case.show', { caseId })).features).toContainEqual(expect.objectContaining({ id: seizure.id, termId: 'HP:0001250', note: 'at night' }));
    expect((await ask('case.show', { caseId })).features).toHaveLength(2);
  });

  test('announce phenotype, cases and history', async () => {
    const { probandId } = await createCase();
    events.length = 0;
    await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: {} });
    expect(events).toEqual([{ kind: 'changed', topics: ['phenotype', 'cases', 'history'] }]);
  });
});

describe('undoing', () => {
  test('takes back the named change though later ones stand, unless they touched the same', async () => {
    const { caseId, probandId } = await createCase();
    const seizure = await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: {} });
    await ask('feature.add', { personId: probandId, termId: 'HP:0001252', detail: {} });
    const entryOf = async (label: string) => (await ask('history.list', { caseId, limit: 100, before: null })).entries.find((entry) => entry.label === label)?.id ?? -1;
    expect(await ask('history.undo', { caseId, entryId: await entryOf('Add Seizure, observed') })).toEqual({ label: 'Add Seizure, observed', caseId });
    expect((await ask('case.show', { caseId })).features.map(({ termId }) => termId)).toEqual(['HP:0001252']);
    expect(await refused('history.undo', { caseId, entryId: await entryOf('Add Seizure, observed') })).toMatchObject({ kind: 'rule-broken' });
    await ask('history.redo', { caseId });
    const again = (await ask('case.show', { caseId })).features.find(({ id }) => id === seizure.id);
    await ask('feature.change', { featureId: seizure.id, version: again?.version ?? 0, change: { note: 'seen again' } });
    expect(await refused('history.undo', { caseId, entryId: await entryOf('Add Seizure, observed') })).toMatchObject({ kind: 'conflict' });
  });
});

describe('candidates', () => {
  test('are decided, decided again and taken back, under the name of the disease', async () => {
    const { caseId } = await createCase();
    const decide = (state: 'working' | 'ruled-out' | null, reason = '') => ask('candidate.decide', { caseId, diseaseId: 'OMIM:154700', state, reason });
    const first = await decide('working', 'aortic root');
    expect(first).toMatchObject({ diseaseName: 'Marfan syndrome', state: 'working', reason: 'aortic root', decidedOn: '2026-03-01', decidedBy: 'Dr Penelope', version: 1 });
    expect((await ask('case.list', {}))[0]?.decided).toEqual({ name: 'Marfan syndrome', state: 'working' });
    expect(await decide('ruled-out', 'FBN1 negative')).toMatchObject({ id: first?.id, version: 2 });
    expect((await ask('case.list', {}))[0]?.decided).toBeNull();
    expect([await decide(null), await decide(null)]).toEqual([null, null]);
    expect(await labels(caseId)).toEqual(['Take back the decision on Marfan syndrome', 'Mark Marfan syndrome as ruled out', 'Mark Marfan syndrome as working', 'Create case NRG-0412']);
  });
});

describe('settings', () => {
  test('have defaults, keep what is changed and can be undone', async () => {
    expect(await ask('settings.read', {})).toEqual({ clinicianName: 'Dr Penelope', clinicName: '', replyAddress: '', telephone: '', autoLockMinutes: 15, excludedMode: 'absence', termLanguage: '', seasons: 'locale', isDownloadAllowed: false });
    expect(await ask('settings.change', { autoLockMinutes: 5, excludedMode: 'mention' })).toMatchObject({ autoLockMinutes: 5, excludedMode: 'mention' });
    expect(await ask('history.undo', { caseId: null })).toEqual({ label: 'Change settings: automatic lock, weight of excluded findings', caseId: null });
    expect(await ask('settings.read', {})).toMatchObject({ autoLockMinutes: 15, excludedMode: 'absence' });
  });
});

describe('an import of phenopackets', () => {
  const packet = (id: string, features: readonly object[] = [{ type: { id: 'HP:0001250', label: 'Seizure' } }], more: object = {}) =>
    JSON.stringify({ id, subject: { id: 'p', sex: 'FEMALE' }, phenotypicFeatures: features, metaData: { created: '2024-01-01T00:00:00Z', createdBy: 'x', resources: [], phenopacketSchemaVersion: '2.0' }, ...more });
  const file = (name: string, content: string | Buffer) => ({ name, base64: Buffer.from(content).toString('base64') });

  test('brings all good packets in as one change, beside bad ones that are named with file and line', async () => {
    const lines = [packet('P-1'), '{"id": "P-2", ', packet('P-3')].join('\n');
    const report = await runJob('case.import', { files: [file('clinic.jsonl', lines), file('single.json.gz', gzipSync(packet('P-4'))), file('broken.gz', Buffer.from([0x1f, 0x8b, 1, 2]))] });
    expect(report.imported.map(({ reference, featureCount }) => [reference, featureCount])).toEqual([['P-1', 1], ['P-3', 1], ['P-4', 1]]);
    expect(report.refusedCount).toBe(2);
    const errors = report.problems.filter(({ severity }) => severity === 'error');
    expect(errors.map((problem) => [problem.file, problem.line])).toEqual([['clinic.jsonl', 2], ['broken.gz', undefined]]);
    expect((await labels())[0]).toBe('Import 3 cases');
    expect(await ask('history.undo', { caseId: null })).toEqual({ label: 'Import 3 cases', caseId: null });
    expect(await ask('case.list', {})).toEqual([]);
    await ask('history.redo', { caseId: null });
    expect(await ask('case.list', {})).toHaveLength(3);
    expect(must(await vault.verify()).findings).toEqual([]);
  });

  test('keeps the packet whole and makes its diseases candidates', async () => {
    const diseases = [{ term: { id: 'OMIM:154700', label: 'Marfan' } }, { term: { id: 'OMIM:130050', label: 'EDS' }, excluded: true }, { term: { id: 'OMIM:1', label: 'Another' } }];
    const interpretations = [{ id: 'i', progressStatus: 'SOLVED', diagnosis: { disease: { id: 'OMIM:154700', label: 'Marfan' } } }];
    const text = packet('P-1', undefined, { diseases, interpretations });
    const report = await runJob('case.import', { files: [file('one.json', text)] });
    const caseId = report.imported[0]?.caseId ?? '';
    const shown = await ask('case.show', { caseId });
    expect(shown.candidates.map(({ diseaseId, diseaseName, state }) => [diseaseId, diseaseName, state])).toEqual([
      ['OMIM:154700', 'Marfan syndrome', 'confirmed'],
      ['OMIM:130050', expect.any(String), 'ruled-out'],
      ['OMIM:1', 'Another', 'suspected'],
    ]);
    expect(shown.sources).toMatchObject([{ fileName: 'one.json', format: 'phenopacket v2' }]);
    expect(vault.repositories().sources.content(shown.sources[0]?.id ?? '')).toBe(text);
    expect(await labels(caseId)).toEqual(['Import case P-1']);
  });

  test('reports a packet that came in before and leaves it alone, until its case is deleted', async () => {
    const files = [file('one.json', packet('P-1'))];
    const first = await runJob('case.import', { files });
    const again = await runJob('case.import', { files: [...files, ...files] });
    expect([again.imported, again.problems.map(({ severity, rule, file: name, line }) => [severity, rule, name, line])]).toEqual([[], [['warning', 'duplicate', 'one.json', 1], ['warning', 'duplicate', 'one.json', 1]]]);
    expect(await labels()).toEqual(['Import case P-1', 'Create the vault']);
    await ask('case.delete', { caseId: first.imported[0]?.caseId ?? '', version: 1 });
    expect((await runJob('case.import', { files })).imported).toHaveLength(1);
  });

  test('takes the same packet of one file once, and another content under the same id as a case of its own, with a warning each', async () => {
    const other = packet('P-1', [{ type: { id: 'HP:0000252', label: 'Microcephaly' } }]);
    const report = await runJob('case.import', { files: [file('clinic.jsonl', [packet('P-1'), packet('P-1'), other].join('\n'))] });
    expect(report.imported.map(({ reference }) => reference)).toEqual(['P-1', 'P-1']);
    expect(report.problems.map(({ severity, rule, line }) => [severity, rule, line])).toEqual([['error', 'packet-id-twice', 2], ['error', 'packet-id-twice', 3], ['warning', 'duplicate', 2]]);
    const newer = await runJob('case.import', { files: [file('later.json', packet('P-1', [{ type: { id: 'HP:0001252', label: 'Hypotonia' } }]))] });
    expect([newer.imported.length, newer.problems.map(({ rule }) => rule)]).toEqual([1, ['same-reference']]);
    const findings = await Promise.all((await ask('case.list', {})).map(async ({ id }) => (await ask('case.show', { caseId: id })).features.map(({ termId }) => termId)));
    expect(findings.sort()).toEqual([['HP:0000252'], ['HP:0001250'], ['HP:0001252']]);
  });

  test('keeps terms that the release does not know, and one of each term', async () => {
    const features = [{ type: { id: 'HP:9999999', label: 'Not yet named' } }, { type: { id: 'HP:0001250', label: 'Seizure' } }, { type: { id: 'HP:0001250', label: 'Seizure' } }];
    const report = await runJob('case.import', { files: [file('one.json', packet('P-1', features))] });
    expect(report.imported).toMatchObject([{ featureCount: 2 }]);
    expect(report.problems.filter(({ rule }) => rule === 'unknown-term')).toMatchObject([{ severity: 'error', wasRead: true, file: 'one.json', line: 1 }]);
    const shown = await ask('case.show', { caseId: report.imported[0]?.caseId ?? '' });
    expect(shown.features.map(({ termId, label, source }) => [termId, label, source])).toEqual([['HP:9999999', 'Not yet named', 'import'], ['HP:0001250', 'Seizure', 'import']]);
  });
});
