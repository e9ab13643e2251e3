import type { Connection } from '#db/connection.ts';
import type { RowImage } from '#db/row-writer.ts';
import { attachedText } from '#db/search/attached-text.ts';
import { indexedParts, partsOfTable, searchSources, textsOfRow, type IndexedPart, type SearchSource } from '#db/search/search-sources.ts';
import { isIndexWhole } from '#db/search/search-state.ts';
import { searchWords } from '#db/search/search-words.ts';
import type { Row } from '#db/tables.ts';

/** Room for the parts of one case in the numbers of the rows of the index. */
export const partsPerCase = 32;

/** A text of a case with what shows it and whom of the family it is about. */
export interface SearchPiece {
  readonly recordId: string;
  readonly personId: string | null;
  readonly text: string;
}

/** Reads what can be found of one part of a case, in the order of its rows. */
export type PieceReader = (caseId: string, part: IndexedPart) => readonly SearchPiece[];

export function createPieceReader(database: Connection): PieceReader {
  const prepared = new Map<SearchSource, (caseId: string) => readonly Row[]>();
  const rowsOf = (source: SearchSource): ((caseId: string) => readonly Row[]) => {
    const known = prepared.get(source);
    if (known !== undefined) return known;
    const { table, columns, isMeant = 'TRUE', shownBy = 'id', person = 'NULL' } = source;
    const statement = database.prepare<[string], Row>(`SELECT ${shownBy} AS shown_by, ${person} AS person, ${columns.join(', ')} FROM ${table} WHERE ${table === 'case_record' ? 'id' : 'case_id'} = ? AND ${isMeant} ORDER BY id`);
    const read = (caseId: string): readonly Row[] => statement.all(caseId);
    prepared.set(source, read);
    return read;
  };
  const readAttached = attachedText(database);
  return (caseId, part) =>
    searchSources[part].flatMap((source) =>
      rowsOf(source)(caseId).flatMap((row) => {
        const texts = textsOfRow(source, row);
        const attached = source.table === 'attached_document' ? readAttached(row) : '';
        return (attached === '' ? texts : [...texts, attached]).map((text) => ({ recordId: String(row['shown_by']), personId: row['person'] === null ? null : String(row['person']), text }));
      }),
    );
}

/**
 * Brings the words of every part that a command touched to what its rows now say, in the transaction of the command, so that the index never says anything else than
 * the rows: it is made from the rows as they are, whether they were written, undone or redone. While the index is being made, a case that it lacks is put in whole.
 */
export function updateSearchIndex(database: Connection, images: readonly RowImage[]): void {
  const touched = new Map<string, Set<IndexedPart>>();
  for (const { table, caseId } of images) {
    const parts = partsOfTable.get(table);
    if (caseId === null || parts === undefined) continue;
    const ofCase = touched.get(caseId) ?? new Set();
    for (const part of parts) ofCase.add(part);
    touched.set(caseId, ofCase);
  }
  if (touched.size > 0) {
    const writer = createIndexWriter(database);
    const isWhole = isIndexWhole(database);
    for (const [caseId, parts] of touched) for (const part of isWhole || writer.has(caseId) ? parts : indexedParts) writer.write(caseId, part);
    for (const { table, caseId, after } of images) if (table === 'case_record' && after === null && caseId !== null) writer.forget(caseId);
  }
  // What is taken out on request must not linger in the parts of the index that await their tidying.
  if (images.some(({ table }) => table === 'erasure')) tidySearchIndex(database);
}

export const clearSearchIndex = (database: Connection): void => void database.exec("INSERT INTO search_text (search_text) VALUES ('delete-all'); DELETE FROM search_case");

/** Writes the index anew in one piece, without anything that was taken out of it. */
function tidySearchIndex(database: Connection): void {
  database.exec("INSERT INTO search_text (search_text) VALUES ('optimize')");
}

export function createIndexWriter(database: Connection) {
  const find = database.prepare<[string], { readonly number: number }>('SELECT number FROM search_case WHERE case_id = ?');
  const add = database.prepare<[string]>('INSERT INTO search_case (case_id) VALUES (?)');
  const remove = database.prepare<[string]>('DELETE FROM search_case WHERE case_id = ?');
  const put = database.prepare<[number, string]>('INSERT OR REPLACE INTO search_text (rowid, words) VALUES (?, ?)');
  const takeOut = database.prepare<[number]>('DELETE FROM search_text WHERE rowid = ?');
  const pieces = createPieceReader(database);
  const numberOf = (caseId: string): number => find.get(caseId)?.number ?? Number(add.run(caseId).lastInsertRowid);
  return {
    has: (caseId: string): boolean => find.get(caseId) !== undefined,
    write: (caseId: string, part: IndexedPart): void => {
      const row = numberOf(caseId) * partsPerCase + indexedParts.indexOf(part);
      const words = new Set(pieces(caseId, part).flatMap(({ text }) => searchWords(text)));
      if (words.size === 0) takeOut.run(row);
      else put.run(row, [...words].join(' '));
    },
    /** Of a case that is gone, whose parts were written empty. */
    forget: (caseId: string): void => void remove.run(caseId),
  };
}
