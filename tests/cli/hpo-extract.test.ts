import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { answer } from '#tests/cli/command-line-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'nostos-extract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const letter = 'He has seizures but no hypotonia. His mother has migraine.';
const file = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const extract = (...words: string[]) => answer(['hpo', 'extract', '--knowledge', 'starter', ...words]);

describe('nostos hpo extract', () => {
  test('answers with every finding, its place, whether it is excluded, and whose it is', async () => {
    const { exitCode, output } = await extract('--json', file('letter.txt', letter));
    expect([exitCode, JSON.parse(output)]).toEqual([
      0,
      [
        { id: 'HP:0001250', label: 'Seizure', start: 7, end: 15, text: 'seizures', excluded: false, person: 'patient' },
        { id: 'HP:0001252', label: 'Hypotonia', start: 23, end: 32, text: 'hypotonia', excluded: true, person: 'patient' },
        { id: 'HP:0002076', label: 'Migraine', start: 49, end: 57, text: 'migraine', excluded: false, person: 'mother' },
      ],
    ]);
  });

  test('reads standard input and gzip alike, and says the same in words', async () => {
    const inWords = ['HP:0001250  observed  patient       Seizure  (7-15: seizures)', 'HP:0001252  excluded  patient       Hypotonia  (23-32: hypotonia)', 'HP:0002076  observed  mother        Migraine  (49-57: migraine)', ''].join('\n');
    const piped = await answer(['hpo', 'extract', '--knowledge', 'starter', '-'], letter);
    const packed = await extract(file('letter.txt.gz', gzipSync(letter)));
    expect([piped, packed]).toEqual([{ exitCode: 0, output: inWords, complaints: [] }, { exitCode: 0, output: inWords, complaints: [] }]);
  });

  test('refuses what is no text, and says what was expected without a word of it', async () => {
    const damaged = file('damaged.gz', gzipSync(letter).subarray(0, 20));
    const latin = file('latin.txt', Uint8Array.of(0x48, 0xe9, 0x20));
    const answers = await Promise.all([extract(latin), extract(damaged), extract(join(folder, 'not-there.txt')), extract(folder), extract()]);
    expect(answers.map(({ exitCode, output, complaints }) => [exitCode, output, ...complaints])).toEqual([
      [2, '', `${latin}: is not text in UTF-8, expected a plain text`],
      [2, '', `${damaged}: the gzip file is damaged or ends too early, expected a whole one`],
      [2, '', `${join(folder, 'not-there.txt')}: cannot be read (ENOENT), expected a file`],
      [2, '', `${folder}: cannot be read (EISDIR), expected a file`],
      [2, '', 'expected: nostos hpo extract FILE, a text in UTF-8, or - for standard input'],
    ]);
  });
});
