import { verifyChain } from '#db/change-log.ts';
import type { Connection } from '#db/connection.ts';
import { atOnce, inSlices, type Steps } from '#db/in-slices.ts';
import { guardStorage, storageFailureOf } from '#db/storage-failure.ts';
import type { Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

export interface VaultCheck {
  readonly isIntact: boolean;
  readonly changes: number;
  /** One sentence each, without patient data. */
  readonly findings: readonly string[];
}

/** Reads the whole database: every page and index, every reference between rows, and the history from its first entry. */
export function verifyVault(database: Connection): Result<VaultCheck, Failure> {
  return guardStorage(() => atOnce(verifySteps(database)));
}

/** The same while others are answered; null where the vault was locked meanwhile. */
export async function verifyVaultInSlices(database: Connection, mayGoOn: () => boolean): Promise<Result<VaultCheck, Failure> | null> {
  try {
    const check = await inSlices(verifySteps(database), mayGoOn);
    return check === null ? null : success(check);
  } catch (fault) {
    const known = storageFailureOf(fault);
    if (known === null) throw fault;
    return refusal(known);
  }
}

/** Whether the pages and indices of the database are whole, table by table, since SQLite checks a table without a pause. */
export function* checkPages(database: Connection): Steps<boolean> {
  for (const name of ['sqlite_schema', ...tableNames(database)]) {
    yield;
    if (database.pragma(`integrity_check("${name}")`, { simple: true }) !== 'ok') return false;
  }
  return true;
}

function tableNames(database: Connection): readonly string[] {
  return database.prepare<[], { readonly name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all().map(({ name }) => name);
}

function* verifySteps(database: Connection): Steps<VaultCheck> {
  const findings: string[] = [];
  if (!(yield* checkPages(database))) findings.push('The database is damaged inside. Restore the latest backup.');
  let dangling = 0;
  const count = database.prepare<[string], { readonly count: number }>('SELECT count(*) AS count FROM pragma_foreign_key_check(?)');
  for (const name of tableNames(database)) {
    yield;
    dangling += count.get(name)?.count ?? 0;
  }
  if (dangling > 0) findings.push(`${String(dangling)} rows refer to a row that is not there.`);
  yield;
  const chain = yield* verifyChain(database);
  findings.push(...chain.findings);
  return { isIntact: findings.length === 0, changes: chain.changes, findings };
}
