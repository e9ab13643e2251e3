import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createDocumentContents } from '#db/repositories/document-contents.ts';
import { exactly } from '#shared/casefile/moment-order.ts';
import { bareEvent } from '#shared/casefile/odyssey-event.ts';
import { success } from '#shared/base/result.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';
import { aVault, must, type TestVault } from '#tests/db/vault-builder.ts';

const aCase = async (): Promise<{ readonly backend: TestBackend; readonly caseId: string; readonly probandId: string }> => {
  const backend = await aBackend();
  return { backend, ...(await backend.ask('case.create', { case: { reference: 'NRG-1' }, proband: { givenName: 'Telemachus' } })) };
};
const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const labels = async ({ ask }: TestBackend, caseId: string): Promise<readonly string[]> => (await ask('history.list', { caseId, limit: 100, before: null })).entries.map(({ label }) => label);
const absent = '00000000-0000-7000-8000-000000000000';

describe('a step of the odyssey', () => {
  test('is added with what is known, changed, removed and brought back, each under a name that can be read', async () => {
    const { backend, caseId } = await aCase();
    const added = await backend.ask('event.add', { caseId, detail: { kind: 'visit', when: { kind: 'season', year: 2019, season: 'spring', isAbout: true }, clinician: 'Dr Kaur' } });
    expect(added).toEqual({ ...bareEvent, kind: 'visit', when: { kind: 'season', year: 2019, season: 'spring', isAbout: true }, clinician: 'Dr Kaur', id: added.id, version: 1, caseId, createdAt: added.createdAt });
    const changed = await backend.ask('event.change', { eventId: added.id, version: 1, change: { title: 'No cause found', when: exactly('2019-04') } });
    expect(changed).toEqual({ ...added, version: 2, title: 'No cause found', when: exactly('2019-04') });
    await backend.ask('event.remove', { eventId: added.id, version: 2 });
    expect(await backend.ask('event.list', { caseId })).toEqual([]);
    await backend.ask('history.undo', { caseId });
    expect(await backend.ask('event.list', { caseId })).toEqual([{ ...changed, version: 3 }]);
    expect((await labels(backend, caseId)).slice(1)).toEqual(['Remove visit “No cause found”', 'Change date and title of the visit “No cause found”', 'Add visit with Dr Kaur', 'Create case NRG-1']);
  });

  test('is refused where it was changed meanwhile, is gone, or its case is not there', async () => {
    const { backend, caseId } = await aCase();
    const { id } = await backend.ask('event.add', { caseId, detail: {} });
    await backend.ask('event.change', { eventId: id, version: 1, change: { note: 'first' } });
    expect(await backend.refused('event.change', { eventId: id, version: 1, change: { note: 'second' } })).toMatchObject({ kind: 'conflict' });
    expect(await backend.refused('event.remove', { eventId: absent, version: 1 })).toMatchObject({ kind: 'not-found' });
    expect(await backend.refused('event.add', { caseId: absent, detail: {} })).toMatchObject({ kind: 'not-found' });
  });
});

describe('a test and a task', () => {
  test('name what was done in the history, and are undone one by one', async () => {
    const { backend, caseId, probandId } = await aCase();
    const ordered = await backend.ask('test.add', { caseId, detail: { kind: 'exome', name: 'Trio exome', personIds: [probandId], orderedOn: '2021-02', expectedOn: '2021-05' } });
    await backend.ask('test.change', { testId: ordered.id, version: 1, change: { status: 'sample-sent' } });
    await backend.ask('test.change', { testId: ordered.id, version: 2, change: { status: 'reported', result: 'negative', reportedOn: '2021-06' } });
    const task = await backend.ask('task.add', { caseId, detail: { title: 'Ask for reanalysis', dueOn: '2026-06', testId: ordered.id } });
    await backend.ask('task.change', { taskId: task.id, version: 1, change: { doneOn: '2026-03-01' } });
    expect(await labels(backend, caseId)).toEqual(['Finish task “Ask for reanalysis”', 'Add task “Ask for reanalysis”', 'Record Trio exome as negative', 'Mark Trio exome as sample sent', 'Add Trio exome', 'Create case NRG-1']);
    for (let step = 0; step < 3; step += 1) await backend.ask('history.undo', { caseId });
    expect(await backend.ask('task.list', { caseId })).toEqual([]);
    expect(await backend.ask('test.list', { caseId })).toMatchObject([{ status: 'sample-sent', result: null, reportedOn: null }]);
  });

  test('are refused with people and tests of another case', async () => {
    const { backend, caseId } = await aCase();
    const other = await backend.ask('case.create', { case: {}, proband: {} });
    const { id: testId } = await backend.ask('test.add', { caseId: other.caseId, detail: {} });
    expect(await backend.refused('test.add', { caseId, detail: { personIds: [other.probandId] } })).toMatchObject({ kind: 'not-found' });
    expect(await backend.refused('task.add', { caseId, detail: { testId } })).toMatchObject({ kind: 'not-found' });
    expect(await backend.refused('document.add', { caseId, file: { name: 'a.txt', base64: base64('a') }, detail: { testId } })).toMatchObject({ kind: 'not-found' });
  });
});

describe('an attached document', () => {
  test('gives its bytes back as they were, and is what its content says and not its name', async () => {
    const { backend, caseId } = await aCase();
    const kinds = async (name: string, bytes: string | Uint8Array): Promise<string> => {
      const { id, mediaType, byteCount, sha256 } = await backend.ask('document.add', { caseId, file: { name, base64: base64(bytes) }, detail: {} });
      expect(await backend.ask('document.read', { documentId: id })).toEqual({ fileName: name, mediaType, base64: base64(bytes) });
      expect([byteCount, sha256]).toEqual([Buffer.from(bytes).length, createHash('sha256').update(bytes).digest('hex')]);
      return mediaType;
    };
    expect(await kinds('report.pdf', '%PDF-1.7 …')).toBe('application/pdf');
    expect(await kinds('photo.pdf', Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('image/png');
    expect(await kinds('photo.jpg', Buffer.from('ffd8ffe000', 'hex'))).toBe('image/jpeg');
    expect(await kinds('picture.webp', Buffer.from('RIFF0000WEBPVP8 '))).toBe('image/webp');
    // What carries scripts elsewhere is plain text here.
    expect(await kinds('photo.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')).toBe('text/plain');
    expect(await kinds('letter.html', '<script>alert(1)</script>')).toBe('text/plain');
    expect(await kinds('letter.txt', Buffer.from([0x64, 0, 0x64]))).toBe('application/octet-stream');
    expect(await kinds('latin1.txt', Buffer.from([0xe4, 0x62]))).toBe('application/octet-stream');
    expect(await kinds('nothing', '')).toBe('text/plain');
  });

  test('is brought back with its bytes by an undo of its removal', async () => {
    const { backend, caseId } = await aCase();
    const { id } = await backend.ask('document.add', { caseId, file: { name: 'scan.bin', base64: base64('scan') }, detail: {} });
    await backend.ask('document.remove', { documentId: id, version: 1 });
    expect(await backend.refused('document.read', { documentId: id })).toMatchObject({ kind: 'not-found' });
    await backend.ask('history.undo', { caseId });
    expect((await backend.ask('document.read', { documentId: id })).base64).toBe(base64('scan'));
  });

  test('may have 50 MB and not a byte more', async () => {
    const { backend, caseId } = await aCase();
    const largest = Buffer.alloc(50 * 1024 * 1024, 1);
    const { byteCount, id } = await backend.ask('document.add', { caseId, file: { name: 'scan.tif', base64: base64(largest) }, detail: {} });
    expect(byteCount).toBe(largest.length);
    expect((await backend.ask('document.read', { documentId: id })).base64.length).toBe(Math.ceil(largest.length / 3) * 4);
    expect(await backend.refused('document.add', { caseId, file: { name: 'scan.tif', base64: base64(Buffer.alloc(largest.length + 1)) }, detail: {} })).toMatchObject({ kind: 'invalid-input' });
    expect(await backend.refused('document.add', { caseId, file: { name: 'scan.tif', base64: base64(Buffer.alloc(largest.length + 400)) }, detail: {} })).toMatchObject({ kind: 'invalid-input' });
  });
});

describe('the bytes of documents', () => {
  const detail = (sha256: string) => ({ fileName: 'a.txt', mediaType: 'text/plain', byteCount: 1, sha256, note: '', eventId: null, testId: null, referralId: null, isPrivate: false });
  const attach = ({ run }: TestVault, caseId: string, bytes: Uint8Array): string =>
    must(
      run((unit) => {
        unit.describe('Attach a.txt', caseId);
        return success(unit.records.documents.add(caseId, detail(unit.documentContents.keep(bytes))).id);
      }),
    );
  const stored = ({ vault }: TestVault): unknown => vault.database.prepare('SELECT count(*) AS count, sum(length(bytes)) AS bytes FROM document_content').get();

  test('stand once in the vault however often they are attached', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    const bytes = randomBytes(100_000);
    attach(vault, caseId, bytes);
    attach(vault, caseId, bytes);
    expect(stored(vault)).toEqual({ count: 1, bytes: 100_000 });
  });

  test('go once neither a document nor the history names them', async () => {
    const vault = await aVault();
    const { database } = vault.vault;
    const caseId = vault.addCase('NRG-1');
    const id = attach(vault, caseId, Buffer.from('a'));
    attach(vault, caseId, Buffer.from('bb'));
    const sweep = (): number => createDocumentContents(database).sweep();
    must(vault.run((unit) => { unit.describe('Remove a.txt', caseId); return unit.records.documents.remove(id, 1); }));
    expect(sweep()).toBe(0);
    database.prepare('DELETE FROM change_image WHERE row_id = ?').run(id);
    expect(sweep()).toBe(1);
    expect(stored(vault)).toEqual({ count: 1, bytes: 2 });
  });
});
