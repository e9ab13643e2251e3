import { addToHash, beginHash, entryFromCells, imageColumns, imageFromCells, type EntryCells, type ImageCells } from '#db/change-log.ts';
import { canonicalJson } from '#db/canonical-json.ts';
import type { Connection } from '#db/connection.ts';
import { isTrackedTableName, type Row, type TrackedTableName } from '#db/tables.ts';

/** What may stand in the history after an erasure. */
export interface Redaction {
  /** Applied twice it changes nothing more; a row that nobody asked to erase comes back as it is. */
  readonly row: (table: TrackedTableName, row: Row) => Row;
  /** Whether the words for a change tell of whom they are, though none of its rows does. */
  readonly isTelling: (label: string) => boolean;
}

/** What the history calls a change whose rows were emptied. */
export const redactedLabel = 'Change to data that were erased on request';

/**
 * Takes somebody's data out of the history of a case, and out of the filters of the caseload, which belong to no case, and makes the chain anew from the first entry that held them. Each image goes through the same redaction, so that the entries still
 * follow from one another and lead to the rows as they are: the history verifies as before, with the same entries, times and people at work.
 *
 * What this costs: the hashes from that entry on are others, so that a head that was noted before matches no longer. The record of the erasure names that head, and the
 * number of entries is the same. Who has the key of the vault could rewrite the chain before, and can now also claim an erasure for it; against that helps, as before, a head that was
 * noted elsewhere, together with the record. Entries that were emptied cannot be undone any more.
 */
export function redactHistory(database: Connection, caseId: string, redaction: Redaction): void {
  const images = database.prepare<[string], ImageCells & ImagePlace>(`SELECT entry_id, position, ${imageColumns} FROM change_image WHERE case_id = ? OR table_name = 'saved_filter' ORDER BY entry_id, position`).all(caseId);
  const labels = database.prepare<[string], Pick<EntryCells, 'id' | 'label'>>('SELECT id, label FROM change_entry WHERE case_id = ?').all(caseId);
  const last = database.prepare<[], { readonly entry_id: number }>('SELECT entry_id FROM change_head').get()?.entry_id ?? 0;
  const put = database.prepare<[string | null, string | null, number, number]>('UPDATE change_image SET before = ?, after = ? WHERE entry_id = ? AND position = ?');
  const close = database.prepare<[string, number]>('UPDATE change_entry SET label = ?, is_undoable = 0 WHERE id = ?');
  const emptied = new Set<number>();
  for (const image of images) {
    if (!isTrackedTableName(image.table_name)) continue;
    const { table_name: table } = image;
    const redacted = (text: string | null): string | null => (text === null ? null : canonicalJson(redaction.row(table, JSON.parse(text) as Row)));
    const [before, after] = [redacted(image.before), redacted(image.after)];
    if (before === image.before && after === image.after) continue;
    put.run(before, after, image.entry_id, image.position);
    emptied.add(image.entry_id);
  }
  for (const { id, label } of labels) if (redaction.isTelling(label)) emptied.add(id);
  // The entry of the erasure itself says what it is.
  for (const entryId of emptied) if (entryId !== last) close.run(redactedLabel, entryId);
  if (emptied.size > 0) chainAnewFrom(database, Math.min(...emptied));
}

interface ImagePlace {
  readonly entry_id: number;
  readonly position: number;
}

function chainAnewFrom(database: Connection, firstId: number): void {
  const entries = database.prepare<[number], EntryCells>('SELECT * FROM change_entry WHERE id >= ? ORDER BY id').all(firstId);
  const imagesOf = database.prepare<[number], ImageCells>(`SELECT ${imageColumns} FROM change_image WHERE entry_id = ? ORDER BY position`);
  const put = database.prepare<[string, string, number]>('UPDATE change_entry SET previous_hash = ?, hash = ? WHERE id = ?');
  let previousHash = entries[0]?.previous_hash ?? '';
  let lastId = firstId;
  for (const cells of entries) {
    const images = imagesOf.all(cells.id).map(imageFromCells);
    const chainHash = beginHash({ ...entryFromCells(cells), previousHash, imageCount: images.length });
    for (const image of images) addToHash(chainHash, image);
    const hash = chainHash.digest('hex');
    put.run(previousHash, hash, cells.id);
    previousHash = hash;
    lastId = cells.id;
  }
  database.prepare('UPDATE change_head SET hash = ? WHERE entry_id = ?').run(previousHash, lastId);
}
