import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3-multiple-ciphers';
import { hashedTables } from '#db/knowledge/knowledge-format.ts';

/** SHA-256 over every row of the release in a fixed order: the same for the same knowledge, whatever the file looks like inside. */
export function hashContent(database: Database.Database): string {
  const hash = createHash('sha256');
  for (const [table, order] of hashedTables) {
    hash.update(`\u001d${table}`);
    let pending = '';
    for (const row of database.prepare<[], unknown[]>(`SELECT * FROM ${table} ORDER BY ${order}`).raw().iterate()) {
      for (const cell of row) {
        if (cell instanceof Uint8Array) hash.update(cell);
        else pending += `\u001f${cell === null ? '\u0000' : String(cell)}`;
      }
      pending += '\u001e';
      if (pending.length > 65_536) {
        hash.update(pending);
        pending = '';
      }
    }
    hash.update(pending);
  }
  return hash.digest('hex');
}
