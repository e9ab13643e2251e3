import { setImmediate as pause } from 'node:timers/promises';
import Database from 'better-sqlite3-multiple-ciphers';
import type { Connection } from '#db/connection.ts';
import { hashInSteps } from '#db/knowledge/content-hash.ts';
import type { ReleaseInfo } from '#db/knowledge/knowledge-format.ts';
import { openKnowledge, readMeta } from '#db/knowledge/open-knowledge.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';

/** `findings` are sentences; none where the release is intact. */
export interface KnowledgeCheck {
  readonly isIntact: boolean;
  readonly findings: readonly string[];
}

/** Checks the file itself, the hash over all its rows, and that the counts it states are those it holds. Pauses often, since a full release takes more than a second. */
export async function verifyKnowledge(path: string): Promise<Result<KnowledgeCheck, Failure>> {
  const opened = openKnowledge(path);
  if (!opened.ok) return opened.error.kind === 'not-found' ? opened : success({ isIntact: false, findings: [opened.error.message] });
  const stated = opened.value.release;
  opened.value.close();
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const damage = await findDamage(database);
    const findings = damage.length > 0 ? damage : await findDifferences(database, stated);
    return success({ isIntact: findings.length === 0, findings });
  } catch (fault) {
    if (fault instanceof Database.SqliteError) return success({ isIntact: false, findings: [`The file is damaged (${fault.code}).`] });
    throw fault;
  } finally {
    database.close();
  }
}

/** Table by table, with a pause after each. */
async function findDamage(database: Connection): Promise<string[]> {
  const findings: string[] = [];
  for (const { name } of database.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()) {
    const lines = database.prepare<[], { integrity_check: string }>(`PRAGMA integrity_check("${name}")`).all();
    for (const { integrity_check: line } of lines) if (line !== 'ok') findings.push(`The file is damaged: ${line}`);
    await pause();
  }
  return findings.slice(0, 20);
}

async function findDifferences(database: Connection, stated: ReleaseInfo): Promise<string[]> {
  const findings: string[] = [];
  if ((await hash(database)) !== readMeta(database).get('contentSha256')) findings.push('The content is not what was compiled: its checksum differs.');
  for (const [table, count, words] of [['term', stated.termCount, 'terms'], ['disease', stated.diseaseCount, 'diseases'], ['annotation', stated.annotationCount, 'annotations']] as const) {
    const found = database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
    if (found !== count) findings.push(`It states ${String(count)} ${words} and holds ${String(found)}.`);
  }
  return findings;
}

async function hash(database: Connection): Promise<string> {
  const steps = hashInSteps(database);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
  }
}
