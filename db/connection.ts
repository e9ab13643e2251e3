import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { storageFailureOf } from '#db/storage-failure.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

export type Connection = Database.Database;

/** Node-API version that the prebuilt database module needs; below it, opening a database ends the whole process. */
const leastNodeApi = 10;

export interface ConnectionOptions {
  readonly path: string;
  /** The 32-byte data key. It is copied; the caller wipes its own. */
  readonly key: Uint8Array;
  /** Makes the file; without it a missing file is refused. */
  readonly mayCreate: boolean;
}

/** Words for a runtime that would crash on the database module; null where it can be used. Every entry point asks first. */
export function runtimeProblem(versions: Readonly<Record<string, string | undefined>> = process.versions): string | null {
  const present = Number(versions['napi'] ?? 0);
  return present >= leastNodeApi ? null : `Nostos needs Node 22.14 or newer; this is Node ${versions['node'] ?? 'unknown'}. Install a newer Node and start again.`;
}

/**
 * Opens the encrypted database of a vault for this process alone.
 *
 * Stops whoever gets hold of the disk: every page, also of the write-ahead log, is encrypted and authenticated; temporary tables
 * and sorting stay in memory; deleted content is overwritten; nothing is mapped into memory or kept in a shared index beside the
 * file. The exclusive lock belongs to the operating system, so it ends with the process however that ends, and stops a second
 * Nostos from writing to the same vault.
 */
export function openConnection(options: ConnectionOptions): Result<Connection, Failure> {
  const problem = runtimeProblem();
  if (problem !== null) return refusal(failure('storage', problem));
  let connection: Connection | null = null;
  try {
    // Asked of the operating system first, because SQLite reports a write-protected file as a fault of the disk.
    accessSync(dirname(options.path), constants.R_OK | constants.W_OK);
    if (options.mayCreate) makePrivateFile(options.path);
    else accessSync(options.path, constants.R_OK | constants.W_OK);
    connection = new Database(options.path, { fileMustExist: !options.mayCreate, timeout: 200 });
    giveKey(connection, options.key);
    // Before the first read, so that the index of the write-ahead log lives in memory only.
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('temp_store = MEMORY');
    connection.pragma('mmap_size = 0');
    connection.pragma('trusted_schema = OFF');
    connection.pragma('cell_size_check = ON');
    connection.pragma('cache_size = -65536');
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('secure_delete = ON');
    // Reads and writes once, so that a wrong key, damage, another process or a read-only folder shows now.
    connection.exec('BEGIN IMMEDIATE; SELECT count(*) FROM sqlite_schema; COMMIT');
    return success(connection);
  } catch (fault) {
    connection?.close();
    const known = storageFailureOf(fault);
    if (known === null) throw fault;
    return refusal(known);
  }
}

/** Made before SQLite makes it, which would let others on the machine read it. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

/**
 * The key goes in raw: it is random already, and deriving another from it would only cost time. The copy that SQLite is given is
 * wiped at once.
 */
function giveKey(connection: Connection, key: Uint8Array): void {
  if (key.length !== 32) throw new Error('a data key has 32 bytes');
  const raw = Buffer.concat([Buffer.from('raw:'), key]);
  connection.key(raw);
  raw.fill(0);
}
