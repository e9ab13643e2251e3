import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { restoreVault } from '#db/backup.ts';
import { flushFolder, replaceFile } from '#db/durable-file.ts';
import { databasePath } from '#db/vault.ts';
import { headerPath } from '#db/vault-header.ts';
import { aFolder, aVault, cheapCost, must } from '#tests/db/vault-builder.ts';

const isLinux = process.platform === 'linux';

test.skipIf(process.platform === 'win32')('a disk that takes only a part of the new content leaves the old file as it was and no other beside it', () => {
  const folder = aFolder();
  const path = join(folder, 'vault.json');
  writeFileSync(path, 'the old content');
  const module = pathToFileURL(join(import.meta.dirname, '../../db/durable-file.ts')).href;
  const program = `import(${JSON.stringify(module)}).then(({ replaceFile }) => { try { replaceFile(${JSON.stringify(path)}, 'x'.repeat(100_000)); } catch (fault) { console.log(fault.code); } })`;
  // The limit of the shell makes the kernel take the first bytes and no more, as a disk does that fills up.
  const child = spawnSync('bash', ['-c', 'ulimit -f 4 && exec "$0" -e "$1"', process.execPath, program], { encoding: 'utf8' });
  expect([child.stdout.trim(), child.stderr]).toEqual(['EFBIG', '']);
  expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['vault.json'], 'the old content']);
});

test('a file that is replaced is private, whatever the old one was', () => {
  const path = join(aFolder(), 'vault.json');
  writeFileSync(path, 'old', { mode: 0o644 });
  replaceFile(path, 'new');
  expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['new', 0o600]);
});

test.skipIf(!isLinux)('a file system that cannot flush a folder is no fault', () => {
  // This one of the kernel refuses it as some network shares do.
  expect(() => flushFolder('/proc')).not.toThrow();
});

test.skipIf(process.platform === 'win32')('a vault restored from a write-protected or an open backup is private and can be written', async () => {
  const { vault, close } = await aVault();
  close();
  chmodSync(databasePath(vault.folder), 0o444);
  chmodSync(headerPath(vault.folder), 0o777);
  const { folder } = must(await restoreVault(vault.folder, join(aFolder(), 'restored'), cheapCost));
  expect([folder, databasePath(folder), headerPath(folder)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600, 0o600]);
});
