import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

const diskFull = failure('storage', 'The disk is full. Nothing was changed. Free some space and try again.');
const notWritable = failure('storage', 'The folder does not allow reading and writing. Nothing was changed. Check its permissions, or that the disk is not write-protected.');
const damaged = failure('storage', 'The database of the vault is damaged. Nothing was changed. Keep the folder as it is and restore the latest backup into another one.');
const inUse = failure('storage', 'This vault is already open in another Nostos. Close it there and try again.');
const cannotOpen = failure('storage', 'The database of the vault cannot be opened. Nothing was changed. Check that its folder is there and allows you to read and write.');
const unusableFolder = failure('storage', 'This folder cannot be used for it: it is missing, not a folder, not empty, or in use. Nothing was changed. Choose another.');
const faultyDisk = failure('storage', 'The disk reported an error. Nothing was changed. Check the disk and make a backup of the vault.');

export const storageFailures = { diskFull, notWritable, damaged, inUse, cannotOpen, unusableFolder, faultyDisk } as const;

const folderFaults: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOTEMPTY', 'EBUSY', 'ENAMETOOLONG', 'EXDEV']);

/** What to tell the user about an error of the disk or the database; null for anything else, which is a bug and must be thrown on. */
export function storageFailureOf(fault: unknown): Failure | null {
  const code = codeOf(fault);
  if (code === null) return null;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return diskFull;
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return notWritable;
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return inUse;
  if (code.startsWith('SQLITE_CANTOPEN')) return cannotOpen;
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') return faultyDisk;
  if (folderFaults.has(code)) return unusableFolder;
  return null;
}

/** Runs work on the disk and turns its expected errors into failures. */
export function guardStorage<Value>(work: () => Value): Result<Value, Failure> {
  try {
    return success(work());
  } catch (fault) {
    const known = storageFailureOf(fault);
    if (known === null) throw fault;
    return refusal(known);
  }
}

export function isConstraintFault(fault: unknown): boolean {
  return codeOf(fault)?.startsWith('SQLITE_CONSTRAINT') === true;
}

/** Error code of SQLite or of the operating system. */
function codeOf(fault: unknown): string | null {
  if (!(fault instanceof Error) || !('code' in fault)) return null;
  return typeof fault.code === 'string' ? fault.code : null;
}
