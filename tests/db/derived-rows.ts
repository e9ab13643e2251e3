import type { Connection } from '#db/connection.ts';
import { atOnce } from '#db/in-slices.ts';
import { rebuildCaseLines } from '#db/search/case-lines.ts';
import { gatherWords } from '#db/search/gather-words.ts';
import { partsPerCase } from '#db/search/search-index.ts';
import { indexedParts } from '#db/search/search-sources.ts';

/** Every word of the index with the case and the part that hold it, however the cases are numbered; every profile and every line of the caseload. */
export function derivedRows(database: Connection) {
  database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.every_word USING fts5vocab ('main', 'search_text', 'instance')");
  const numbers = new Map(database.prepare<[], { number: number; case_id: string }>('SELECT number, case_id FROM search_case').all().map((row) => [row.number, row.case_id]));
  const words = database.prepare<[], { term: string; doc: number }>('SELECT term, doc FROM temp.every_word').all().map(({ term, doc }) => `${numbers.get(Math.floor(doc / partsPerCase)) ?? 'nobody'} ${indexedParts[doc % partsPerCase] ?? ''} ${term}`);
  const all = (table: string) => database.prepare(`SELECT * FROM ${table} ORDER BY case_id`).all();
  return { words: words.sort(), cases: [...numbers.values()].sort(), profiles: all('case_profile'), lines: all('case_line') };
}

/** The same as it would be if it were made from the records now; nothing is left changed. */
export function derivedAnew(database: Connection): ReturnType<typeof derivedRows> {
  database.exec('BEGIN');
  try {
    database.exec('UPDATE search_state SET rules = 0');
    atOnce(gatherWords(database));
    rebuildCaseLines(database);
    return derivedRows(database);
  } finally {
    database.exec('ROLLBACK');
  }
}
