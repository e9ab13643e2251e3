import { createHash } from 'node:crypto';
import type { Connection } from '#db/connection.ts';
import { hashedTables } from '#db/knowledge/knowledge-format.ts';

/** Rows between two pauses: a few dozen milliseconds of work. */
const rowsInStep = 10_000;

/** SHA-256 over every row of the release in a fixed order: the same for the same knowledge, whatever the file looks like inside. */
export function hashContent(database: Connection): string {
  const steps = hashInSteps(database);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same with pauses, so that whoever checks a large release can answer others in between. */
export function* hashInSteps(database: Connection): Generator<void, string> {
  const hash = createHash('sha256');
  for (const [table, order] of hashedTables) {
    hash.update(`\u001d${table}`);
    let pending = '';
    let rows = 0;
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
      rows++;
      if (rows % rowsInStep === 0) yield;
    }
    hash.update(pending);
  }
  return hash.digest('hex');
}
