import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorkFolder, runNostos, type WorkFolder } from '#tests/cli/nostos-process.ts';
import { aFeature, aPacket } from '#tests/unit/interchange/packet-builder.ts';

const marfan = aPacket({
  id: 'marfan-1',
  phenotypicFeatures: [aFeature('HP:0001083', 'Ectopia lentis'), aFeature('HP:0002616', 'Aortic root aneurysm'), aFeature('HP:0001166', 'Arachnodactyly'), aFeature('HP:0001250', 'Seizure', { excluded: true })],
});
const good = JSON.stringify(marfan);
const truncated = '{"id": "b", "phenotypicFeatures": [';

let folder: WorkFolder;
const at = (name: string) => join(folder.path, name);
const run = (words: readonly string[], options: Omit<Parameters<typeof runNostos>[1], 'home'> = {}) => runNostos(words, { ...options, home: folder.path });

beforeAll(() => {
  folder = makeWorkFolder();
  writeFileSync(at('good.json'), JSON.stringify(marfan, null, 2));
  writeFileSync(at('mixed.jsonl'), `${good}\n${truncated}\n${JSON.stringify({ ...marfan, id: 'marfan-2' })}\n`);
});
afterAll(() => folder.remove());

describe('nostos rank', () => {
  test('ranks every good case of a file, says where a bad one stands, and ends with 1', async () => {
    const ended = await run(['rank', '--knowledge', 'starter', '--top', '5', 'mixed.jsonl']);
    const lines = ended.output.trimEnd().split('\n').map((line) => JSON.parse(line) as { id: string; ms: number; candidates: Record<string, unknown>[] });
    expect(ended.exitCode).toBe(1);
    expect(ended.complaints).toEqual(['mixed.jsonl:2:36: the JSON ends too early, expected a JSON value']);
    expect(lines.map(({ id, candidates }) => [id, candidates.length, candidates[0]?.['name'], Object.keys(candidates[0] ?? {})])).toEqual([
      ['marfan-1', 5, 'Marfan syndrome', ['id', 'name', 'score', 'probability', 'genes']],
      ['marfan-2', 5, 'Marfan syndrome', ['id', 'name', 'score', 'probability', 'genes']],
    ]);
    expect(lines.every(({ ms }) => ms > 0)).toBe(true);
  });

  test('reads gzip of several members from standard input and writes the file of --out in one step', async () => {
    const members = Buffer.concat([gzipSync(`${good}\n`), gzipSync(`${JSON.stringify({ ...marfan, id: 'marfan-2' })}\n`), gzipSync('')]);
    const ended = await run(['rank', '--knowledge', 'starter', '--out', 'ranks.jsonl', '-'], { input: members });
    expect(ended).toEqual({ exitCode: 0, output: '', complaints: [] });
    const lines = readFileSync(at('ranks.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['marfan-1', 'marfan-2']);
    expect(readdirSync(folder.path).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('that cannot read a file writes nothing and leaves an older result as it was', async () => {
    writeFileSync(at('older.jsonl'), 'older\n');
    writeFileSync(at('torn.gz'), gzipSync(`${good}\n`.repeat(200)).subarray(0, 150));
    const ended = await run(['rank', '--knowledge', 'starter', '--out', 'older.jsonl', 'good.json', 'torn.gz']);
    expect(ended).toEqual({ exitCode: 2, output: '', complaints: ['torn.gz: the gzip file is damaged or ends too early, expected a whole one'] });
    expect(readFileSync(at('older.jsonl'), 'utf8')).toBe('older\n');
    expect(readdirSync(folder.path).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('that is stopped by a signal leaves nothing of its result behind', async () => {
    const ended = await run(['rank', '--knowledge', 'starter', '--out', 'stopped.jsonl', '-'], { input: `${good}\n`, stopWhen: (names) => names.some((name) => name.includes('partial')) });
    expect([ended.exitCode, readdirSync(folder.path).filter((name) => name.includes('stopped'))]).toEqual([130, []]);
  });

  test.skipIf(process.platform !== 'linux')('that cannot write its output says so and ends with 2', async () => {
    const ended = await run(['rank', '--knowledge', 'starter', '--top', '5', 'good.json'], { outputTo: '/dev/full' });
    expect([ended.exitCode, ended.complaints]).toEqual([2, ['nostos: the results cannot be written (ENOSPC).']]);
  });

  test('ends quietly when nobody reads its output', async () => {
    const ended = await run(['rank', '--knowledge', 'starter', '-'], { input: `${good}\n`.repeat(50), closeOutput: true });
    expect(ended.complaints.filter((line) => !line.includes('same id'))).toEqual([]);
    expect(ended.exitCode).toBe(1);
  });
});

test('a file that is too large to be imported at once is refused before it is read', async () => {
  writeFileSync(at('huge.jsonl'), '');
  // Takes no room on the disk.
  truncateSync(at('huge.jsonl'), 3 * 1024 ** 3);
  expect(await run(['case', 'import', 'huge.jsonl'])).toEqual({ exitCode: 2, output: '', complaints: ['huge.jsonl: is too large to be imported at once, expected at most 300 MB. Split it into smaller files.'] });
  rmSync(at('huge.jsonl'));
});

test('cases go into a vault, are listed and shown, and a wrong passphrase opens nothing', { timeout: 120_000 }, async () => {
  const environment = { NOSTOS_PASSPHRASE: 'correct horse battery staple' };
  const vault = ['--vault', at('vault')];
  const absent = await run(['case', 'list', ...vault], { environment });
  expect([absent.exitCode, existsSync(at('vault'))]).toEqual([2, false]);
  expect((await run(['vault', 'create', ...vault], { environment })).exitCode).toBe(0);
  const imported = await run(['case', 'import', '--json', ...vault, 'mixed.jsonl'], { environment });
  expect([imported.exitCode, imported.complaints]).toEqual([1, ['mixed.jsonl:2:36: the JSON ends too early, expected a JSON value']]);
  const list = JSON.parse((await run(['case', 'list', '--json', ...vault], { environment })).output) as { reference: string; observedCount: number; excludedCount: number }[];
  expect(list.map(({ reference, observedCount, excludedCount }) => [reference, observedCount, excludedCount]).sort()).toEqual([['marfan-1', 3, 1], ['marfan-2', 3, 1]]);
  const shown = JSON.parse((await run(['case', 'show', '--json', ...vault, 'marfan-1'], { environment })).output) as { features: { termId: string; state: string }[] };
  expect(shown.features.map(({ termId, state }) => `${termId} ${state}`).sort()).toEqual(['HP:0001083 observed', 'HP:0001166 observed', 'HP:0001250 excluded', 'HP:0002616 observed']);
  writeFileSync(at('wrong'), 'not the passphrase\n');
  const wrong = await run(['case', 'list', ...vault, '--passphrase-file', 'wrong'], { environment });
  expect([wrong.exitCode, wrong.output]).toEqual([2, '']);
});
