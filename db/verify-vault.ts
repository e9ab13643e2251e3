import { verifyChain } from '#db/change-log.ts';
import type { Connection } from '#db/connection.ts';
import { guardStorage } from '#db/storage-failure.ts';
import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';

export interface VaultCheck {
  readonly isIntact: boolean;
  readonly changes: number;
  /** One sentence each, without patient data. */
  readonly findings: readonly string[];
}

/** Reads the whole database: every page and index, every reference between rows, and the history from its first entry. */
export function verifyVault(database: Connection): Result<VaultCheck, Failure> {
  return guardStorage(() => {
    const findings: string[] = [];
    if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok') findings.push('The database is damaged inside. Restore the latest backup.');
    const dangling = database.prepare<[], { readonly count: number }>('SELECT count(*) AS count FROM pragma_foreign_key_check').get()?.count ?? 0;
    if (dangling > 0) findings.push(`${String(dangling)} rows refer to a row that is not there.`);
    const chain = verifyChain(database);
    findings.push(...chain.findings);
    return { isIntact: findings.length === 0, changes: chain.changes, findings };
  });
}
