import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Stops a power cut from leaving half a file: the new content reaches the disk under another name before it takes the place of
 * the old, and the folder is flushed so that the exchange itself lasts.
 */
export function replaceFile(path: string, content: string): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      // Not writeSync, which may write a part and report success when the disk fills up.
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (fault) {
    rmSync(temporary, { force: true });
    throw fault;
  }
  flushFolder(dirname(path));
}

export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What a file system answers that cannot flush a folder, such as some network shares: what can be done has been done. */
const folderFlushUnknown: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR']);

/** Windows cannot open a folder; there the file system journals renames itself. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && folderFlushUnknown.has(String(fault.code)))) throw fault;
  } finally {
    closeSync(folder);
  }
}
