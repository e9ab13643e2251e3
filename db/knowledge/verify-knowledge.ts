import Database from 'better-sqlite3-multiple-ciphers';
import { hashContent } from '#db/knowledge/content-hash.ts';
import { openKnowledge, readMeta } from '#db/knowledge/open-knowledge.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';

/** `findings` are sentences; none where the release is intact. */
export interface KnowledgeCheck {
  readonly isIntact: boolean;
  readonly findings: readonly string[];
}

/** Checks the file itself, the hash over all its rows, and that the counts it states are those it holds. */
export function verifyKnowledge(path: string): Result<KnowledgeCheck, Failure> {
  const opened = openKnowledge(path);
  if (!opened.ok) return opened.error.kind === 'not-found' ? opened : success({ isIntact: false, findings: [opened.error.message] });
  const stated = opened.value.release;
  opened.value.close();
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const findings = database
      .prepare<[], { integrity_check: string }>('PRAGMA integrity_check(20)')
      .all()
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok')
      .map((line) => `The file is damaged: ${line}`);
    if (findings.length === 0) {
      if (hashContent(database) !== readMeta(database).get('contentSha256')) findings.push('The content is not what was compiled: its checksum differs.');
      for (const [table, count, words] of [['term', stated.termCount, 'terms'], ['disease', stated.diseaseCount, 'diseases'], ['annotation', stated.annotationCount, 'annotations']] as const) {
        const found = database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
        if (found !== count) findings.push(`It states ${String(count)} ${words} and holds ${String(found)}.`);
      }
    }
    return success({ isIntact: findings.length === 0, findings });
  } catch (fault) {
    if (fault instanceof Database.SqliteError) return success({ isIntact: false, findings: [`The file is damaged (${fault.code}).`] });
    throw fault;
  } finally {
    database.close();
  }
}
