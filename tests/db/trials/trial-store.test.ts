import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { openTrialStore, type TrialStore } from '#db/trials/trial-store.ts';
import { importTrials } from '#electron/backend/trials/import-trials.ts';
import type { TrialSource } from '#electron/backend/trials/trial-sources.ts';
import { studyJson } from '#tests/fixtures/trial/a-study.ts';

const folders: string[] = [];
const stores: TrialStore[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nostos-trials-'));
  folders.push(folder);
  return folder;
}

const file = (value: unknown, name = 'a.json'): TrialSource => ({ kind: 'bytes', name, bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)) });
const load = (storePath: string, ...sources: readonly TrialSource[]) => importTrials({ sources, storePath, at: '2026-03-01T00:00:00.000Z' }, () => undefined);
function open(path: string): TrialStore {
  const opened = openTrialStore(path, 'read');
  if (!opened.ok) throw new Error(opened.error.message);
  stores.push(opened.value);
  return opened.value;
}
const search = (store: TrialStore, keys: { conditions?: string[][]; genes?: string[]; words?: string[][] }, statuses: readonly ('RECRUITING' | 'COMPLETED')[] | null = null) =>
  store.search({ keys: { conditions: keys.conditions ?? [], genes: keys.genes ?? [], words: keys.words ?? [] }, statuses, phases: null, sinceImport: null, limit: 10 }).studies.map(({ study }) => study.id);

/** One file in a ZIP archive, packed. */
function zipOf(name: string, text: string): Uint8Array {
  const packed = deflateRawSync(text);
  const head = (length: number, signature: number, at: number) => { const bytes = Buffer.alloc(length); bytes.writeUInt32LE(signature, 0); bytes.writeUInt16LE(8, at); return bytes; };
  const local = head(30, 0x04034b50, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = head(46, 0x02014b50, 10);
  entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(text.length, 24); entry.writeUInt16LE(name.length, 28);
  const body = Buffer.concat([local, Buffer.from(name), packed]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(1, 8); end.writeUInt16LE(1, 10); end.writeUInt32LE(46 + name.length, 12); end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, entry, Buffer.from(name), end]);
}

describe('the imported studies', () => {
  test('are found by condition, heading, gene and words, and only in the wanted status', async () => {
    const path = join(aFolder(), 't', 'trials.sqlite');
    await load(path, file([studyJson('NCT00000001', { conditions: ['Marfan Syndrome'], keywords: ['FBN1'] }), studyJson('NCT00000002', { conditions: ['Aortic Aneurysm'], title: 'Losartan for the aorta', status: 'COMPLETED' })]));
    const store = open(path);
    expect([search(store, { conditions: [['marfan']] }), search(store, { genes: ['FBN1'] }), search(store, { words: [['aorta', 'losartan']] }), search(store, { words: [['aorta', 'marfan']] }), search(store, { conditions: [['aneurysm aortic']] }, ['RECRUITING'])]).toEqual([['NCT00000001'], ['NCT00000001'], ['NCT00000002'], [], []]);
    expect(store.summary()).toMatchObject({ studyCount: 2, lastImport: { number: 1, added: 2, changed: 0 } });
  });

  test('are read from JSON Lines, gzip, ZIP and folders, and what cannot be read keeps nothing else out', async () => {
    const folder = aFolder();
    const path = join(folder, 'trials.sqlite');
    const line = (id: string) => JSON.stringify(studyJson(id, {}));
    writeFileSync(join(folder, 'lines.jsonl'), `${line('NCT00000001')}\n\n{broken\n${line('NCT00000002')}\n`);
    writeFileSync(join(folder, 'one.json.gz'), gzipSync(line('NCT00000003')));
    writeFileSync(join(folder, 'all.zip'), zipOf('in/one.json', line('NCT00000004')));
    writeFileSync(join(folder, 'torn.zip'), zipOf('in/one.json', line('NCT00000005')).subarray(0, 60));
    writeFileSync(join(folder, 'notes.txt'), 'nothing to read');
    const report = await load(path, { kind: 'path', path: folder });
    expect(report.ok && [report.value.readCount, report.value.added, report.value.refusedCount, report.value.problems.filter(({ severity }) => severity === 'error').map(({ file: name, line: at, rule }) => [name?.slice(folder.length + 1), at, rule])]).toEqual([4, 4, 2, [['lines.jsonl', 3, 'not-json'], ['torn.zip', undefined, 'unreadable']]]);
  });

  test('are replaced by newer data, kept before older, and completed where the newer is an excerpt', async () => {
    const path = join(aFolder(), 'trials.sqlite');
    const full = (status: string, version: string) => studyJson('NCT00000001', { status, version, conditions: ['Marfan Syndrome'], criteria: 'Inclusion Criteria:\n* Walks', city: 'Ithaca' });
    await load(path, file(full('NOT_YET_RECRUITING', '2026-01-01')));
    const counts = async (value: unknown) => { const report = await load(path, file(value)); return report.ok ? [report.value.changed, report.value.unchanged, report.value.older] : report.error.message; };
    expect([await counts(full('COMPLETED', '2025-01-01')), await counts(full('RECRUITING', '2026-02-01')), await counts(full('RECRUITING', '2026-02-01')), await counts(studyJson('NCT00000001', { status: 'COMPLETED', conditions: ['Marfan Syndrome'] }))]).toEqual([[0, 0, 1], [1, 0, 0], [0, 1, 0], [1, 0, 0]]);
    const store = open(path);
    expect(store.find('NCT00000001')?.study).toMatchObject({ status: 'COMPLETED', criteria: 'Inclusion Criteria:\n* Walks', sites: [{ city: 'Ithaca' }] });
    expect(store.changesAfter('NCT00000001', 1).map(({ importNumber, changes }) => [importNumber, changes.map(({ kind }) => kind)])).toEqual([[3, ['opened']], [5, ['closed']]]);
    expect([search(store, { conditions: [['marfan']] }), store.places('ith', 5).map(({ city, siteCount }) => [city, siteCount])]).toEqual([['NCT00000001'], [['Ithaca', 1]]]);
  });

  test('stay as they were where nothing could be read or an import was broken off', async () => {
    const path = join(aFolder(), 'trials.sqlite');
    await load(path, file(studyJson('NCT00000001', {})));
    expect(await load(path, file('no study'))).toMatchObject({ ok: false, error: { kind: 'invalid-input', problems: [{ rule: 'not-json' }] } });
    const written = openTrialStore(path, 'write');
    if (!written.ok) throw new Error(written.error.message);
    const begun = written.value.beginImport('2026-03-02T00:00:00.000Z');
    const { study } = written.value.find('NCT00000001') ?? { study: null };
    if (study !== null) begun.add({ ...study, id: 'NCT00000009' });
    expect(await load(path, file(studyJson('NCT00000002', {})))).toMatchObject({ ok: false, error: { kind: 'storage' } });
    // As when the thread is ended in the middle.
    written.value.close();
    expect([open(path).summary().studyCount, open(path).find('NCT00000009')]).toEqual([1, null]);
  });

  test('can be read by this user alone and hold nothing of a patient', async () => {
    const path = join(aFolder(), 't', 'trials.sqlite');
    await load(path, file(studyJson('NCT00000001', {}), 'Telemachus of Ithaca.json'));
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
    expect(readFileSync(path).includes('Telemachus')).toBe(false);
  });

  test('are refused as what they are where the file is another one', () => {
    const path = join(aFolder(), 'trials.sqlite');
    writeFileSync(path, 'no database, but long enough to look at'.repeat(100));
    expect([openTrialStore(path, 'read'), openTrialStore(join(aFolder(), 'none.sqlite'), 'read')].map((opened) => !opened.ok && opened.error.kind)).toEqual(['storage', 'not-found']);
  });
});
