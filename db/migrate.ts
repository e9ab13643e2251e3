import { makePrivateFile, type Connection } from '#db/connection.ts';
import type { Migration } from '#db/migrations/migration.ts';
import { guardStorage } from '#db/storage-failure.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

export interface MigrationRun {
  readonly from: number;
  readonly to: number;
  /** The encrypted copy made before the first step; null where the database was new or up to date. */
  readonly backupPath: string | null;
}

export interface MigrationOptions {
  readonly migrations: readonly Migration[];
  /** Where to put the copy of a database of this version. */
  readonly backupPathFor: (version: number) => string;
}

/**
 * Brings a database to the last step of the list, each step in a transaction of its own, after a copy of the whole. A database
 * newer than the list is refused, because a program that does not know a column would silently drop what it holds.
 */
export function migrate(database: Connection, options: MigrationOptions): Result<MigrationRun, Failure> {
  const from = schemaVersion(database);
  const latest = options.migrations.at(-1)?.version ?? 0;
  if (from > latest) return refusal(failure('storage', 'This vault was last used with a newer Nostos. Nothing was changed. Install the newer version to open it.'));
  const due = options.migrations.filter((migration) => migration.version > from);
  if (due.length === 0) return success({ from, to: from, backupPath: null });
  return guardStorage(() => {
    const backupPath = from === 0 ? null : options.backupPathFor(from);
    if (backupPath !== null) copyDatabase(database, backupPath);
    for (const migration of due) applyStep(database, migration);
    return { from, to: latest, backupPath };
  });
}

export function schemaVersion(database: Connection): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** A complete copy, encrypted with the same key. `backup()` of the driver fails on encrypted databases, and `serialize()` would answer plain text. */
export function copyDatabase(database: Connection, path: string): void {
  makePrivateFile(path);
  database.prepare('VACUUM INTO ?').run(path);
}

function applyStep(database: Connection, migration: Migration): void {
  database
    .transaction(() => {
      migration.apply(database);
      database.pragma(`user_version = ${String(migration.version)}`);
    })
    .immediate();
}
