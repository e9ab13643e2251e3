import { createHash, type Hash } from 'node:crypto';
import { canonicalJson } from '#db/canonical-json.ts';
import type { Connection } from '#db/connection.ts';
import type { Steps } from '#db/in-slices.ts';
import type { RowImage } from '#db/row-writer.ts';
import { isTrackedTableName, rowFromImage, trackedTables, type Row, type TrackedTable, type TrackedTableName } from '#db/tables.ts';

/**
 * The history of the vault. Stops a change from being made, altered, dropped or moved behind the back of the clinic: each entry
 * holds the rows before and after it, and its hash covers the hash of the entry before. Whoever has the key and rewrites the
 * whole chain is not stopped by it; a head hash noted elsewhere shows that too.
 */
export interface NewEntry {
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  readonly caseId: string | null;
  readonly nature: 'change' | 'undo' | 'redo';
  readonly refersTo: number | null;
  readonly procedure: string;
  readonly isUndoable: boolean;
  readonly images: readonly RowImage[];
}

/** An entry as it stands in the log, for export and verification. */
export interface StoredEntry extends Omit<NewEntry, 'images'> {
  readonly id: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly images: readonly StoredImage[];
}

export interface StoredImage {
  readonly table: string;
  readonly rowId: string;
  readonly caseId: string | null;
  /** Canonical JSON, exactly as it was hashed. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What the first entry takes for the hash of the entry before it. */
const beginning = '0'.repeat(64);

export function appendEntry(database: Connection, entry: NewEntry): void {
  const head = database.prepare<[], { readonly entry_id: number; readonly hash: string }>('SELECT entry_id, hash FROM change_head').get() ?? { entry_id: 0, hash: beginning };
  const images = entry.images.map((image): StoredImage => ({ ...image, before: imageText(image.before), after: imageText(image.after) }));
  const id = head.entry_id + 1;
  const chainHash = beginHash({ ...entry, id, previousHash: head.hash, imageCount: images.length });
  for (const image of images) addToHash(chainHash, image);
  const hash = chainHash.digest('hex');
  database
    .prepare('INSERT INTO change_entry (id, at, actor, label, case_id, nature, refers_to, procedure, is_undoable, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(id, entry.at, entry.actor, entry.label, entry.caseId, entry.nature, entry.refersTo, entry.procedure, Number(entry.isUndoable), head.hash, hash);
  const insertImage = database.prepare('INSERT INTO change_image (entry_id, position, table_name, row_id, case_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const [position, image] of images.entries()) insertImage.run(id, position, image.table, image.rowId, image.caseId, image.before, image.after);
  database.prepare('INSERT INTO change_head (id, entry_id, hash) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET entry_id = excluded.entry_id, hash = excluded.hash').run(id, hash);
}

/** Every entry, oldest first, one at a time, so that a long history needs no memory. */
export function* readEntries(database: Connection): Generator<StoredEntry> {
  const images = database.prepare<[number], ImageCells>(`SELECT ${imageColumns} FROM change_image WHERE entry_id = ? ORDER BY position`);
  const next = database.prepare<[number], EntryCells>('SELECT * FROM change_entry WHERE id > ? ORDER BY id LIMIT 1');
  for (let cells = next.get(-1); cells !== undefined; cells = next.get(cells.id)) {
    yield { ...entryFromCells(cells), images: images.all(cells.id).map(imageFromCells) };
  }
}

export interface ChainCheck {
  readonly changes: number;
  /** Hash of the last entry, to be noted and compared later. */
  readonly head: string;
  /** One sentence each, by number of entry and kind of row, without patient data. */
  readonly findings: readonly string[];
}

/**
 * Follows the chain from the first entry and replays it: finds entries that were altered, removed or moved, and rows that are
 * not as the log left them. Commands may run between two steps: what they append is followed too, before any row is compared.
 */
export function* verifyChain(database: Connection): Steps<ChainCheck> {
  const walk: ChainWalk = { findings: [], lastState: new Map(), previous: { id: 0, hash: beginning }, changes: 0 };
  yield* followEntries(database, walk);
  const head = database.prepare<[], { readonly entry_id: number; readonly hash: string }>('SELECT entry_id, hash FROM change_head').get();
  if (head !== undefined && head.entry_id > walk.previous.id) walk.findings.push(missingEntries(walk.previous.id + 1, head.entry_id));
  else if ((head?.entry_id ?? 0) !== walk.previous.id || (head?.hash ?? beginning) !== walk.previous.hash) walk.findings.push('The end of the history is not the one that was last written.');
  yield* compareRows(database, walk);
  return { changes: walk.changes, head: walk.previous.hash, findings: walk.findings };
}

interface ChainWalk {
  readonly findings: string[];
  /** Each row as the entries so far leave it; null for one that was taken out. */
  readonly lastState: Map<TrackedTableName, Map<string, string | null>>;
  previous: { readonly id: number; readonly hash: string };
  changes: number;
}

/** Images or rows looked at in one step. */
const batchSize = 200;

/** Goes on from where the walk is to the last entry that there is when it ends. */
function* followEntries(database: Connection, walk: ChainWalk): Steps<void> {
  const next = database.prepare<[number], EntryCells>('SELECT * FROM change_entry WHERE id > ? ORDER BY id LIMIT 1');
  const count = database.prepare<[number], { readonly count: number }>('SELECT count(*) AS count FROM change_image WHERE entry_id = ?');
  // An entry that was moved before the first one is found as well.
  for (let cells = next.get(walk.changes === 0 ? -1 : walk.previous.id); cells !== undefined; cells = next.get(cells.id)) {
    const { id, hash } = cells;
    const entry = { ...entryFromCells(cells), imageCount: count.get(id)?.count ?? 0 };
    walk.changes += 1;
    if (id !== walk.previous.id + 1) walk.findings.push(missingEntries(walk.previous.id + 1, id - 1));
    else if (entry.previousHash !== walk.previous.hash) walk.findings.push(`Entry ${String(id)} of the history does not follow the entry before it.`);
    const chainHash = beginHash(entry);
    for (const image of imagesInSteps(database, id)) {
      if (image === undefined) {
        yield;
        continue;
      }
      addToHash(chainHash, image);
      replay(id, image, walk);
    }
    if (chainHash.digest('hex') !== hash) walk.findings.push(`Entry ${String(id)} of the history was altered.`);
    walk.previous = { id, hash };
    yield;
  }
}

/** The images of an entry in order, with a pause (undefined) after each batch: one import may hold a hundred thousand. */
function* imagesInSteps(database: Connection, entryId: number): Generator<StoredImage | undefined> {
  const batch = database.prepare<[number, number, number], ImageCells & { readonly position: number }>(`SELECT position, ${imageColumns} FROM change_image WHERE entry_id = ? AND position > ? ORDER BY position LIMIT ?`);
  for (let last = -1; ; ) {
    const images = batch.all(entryId, last, batchSize);
    yield* images.map(imageFromCells);
    const end = images.at(-1);
    if (end === undefined || images.length < batchSize) return;
    last = end.position;
    yield undefined;
  }
}

export interface EntryCells {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  readonly case_id: string | null;
  readonly nature: 'change' | 'undo' | 'redo';
  readonly refers_to: number | null;
  readonly procedure: string;
  readonly is_undoable: number;
  readonly previous_hash: string;
  readonly hash: string;
}

export interface ImageCells {
  readonly table_name: string;
  readonly row_id: string;
  readonly case_id: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export const imageColumns = 'table_name, row_id, case_id, before, after';

export function entryFromCells(cells: EntryCells): Omit<StoredEntry, 'images'> {
  return {
    id: cells.id,
    at: cells.at,
    actor: cells.actor,
    label: cells.label,
    caseId: cells.case_id,
    nature: cells.nature,
    refersTo: cells.refers_to,
    procedure: cells.procedure,
    isUndoable: cells.is_undoable === 1,
    previousHash: cells.previous_hash,
    hash: cells.hash,
  };
}

export function imageFromCells(image: ImageCells): StoredImage {
  return { table: image.table_name, rowId: image.row_id, caseId: image.case_id, before: image.before, after: image.after };
}

/**
 * SHA-256 over lines: the previous hash, the canonical JSON of the entry, the canonical JSON of each image. Canonical JSON holds
 * no line feed, so no two entries share their lines.
 */
export function beginHash(entry: Omit<StoredEntry, 'hash' | 'images'> & { readonly imageCount: number }): Hash {
  const { id, at, actor, label, caseId, nature, refersTo, procedure, isUndoable, imageCount } = entry;
  return createHash('sha256').update(`${entry.previousHash}\n${canonicalJson({ id, at, actor, label, caseId, nature, refersTo, procedure, isUndoable, imageCount })}\n`);
}

export function addToHash(hash: Hash, { table, rowId, caseId, before, after }: StoredImage): void {
  hash.update(`${canonicalJson({ table, rowId, caseId, before, after })}\n`);
}

function imageText(row: Row | null): string | null {
  return row === null ? null : canonicalJson(row);
}

function replay(entryId: number, image: StoredImage, { lastState, findings }: ChainWalk): void {
  if (!isTrackedTableName(image.table)) {
    findings.push(`Entry ${String(entryId)} of the history names a table that is not known.`);
    return;
  }
  const rows = lastState.get(image.table) ?? new Map<string, string | null>();
  lastState.set(image.table, rows);
  if ((rows.get(image.rowId) ?? null) !== asTableIsNow(image.table, image.before)) findings.push(`Entry ${String(entryId)} of the history begins from a ${trackedTables[image.table].noun} that no entry before it left.`);
  rows.set(image.rowId, asTableIsNow(image.table, image.after));
}

/** An image from before a column was added reads as the migration left the row. */
function asTableIsNow(table: TrackedTableName, image: string | null): string | null {
  const { addedLater }: TrackedTable = trackedTables[table];
  return image === null || addedLater === undefined ? image : canonicalJson(rowFromImage(table, image));
}

function* compareRows(database: Connection, walk: ChainWalk): Steps<void> {
  for (const [name, table] of Object.entries(trackedTables)) {
    if (!isTrackedTableName(name)) continue;
    const batch = database.prepare<[string, number], Row>(`SELECT ${table.columns.join(', ')} FROM ${name} WHERE id > ? ORDER BY id LIMIT ?`);
    const find = database.prepare<[string], Row>(`SELECT id FROM ${name} WHERE id = ?`);
    const seen = new Set<string>();
    let altered = 0;
    for (let rows = batch.all('', batchSize); rows.length > 0; rows = batch.all(rows.at(-1)?.id ?? '', batchSize)) {
      for (const row of rows) {
        seen.add(row.id);
        if (walk.lastState.get(name)?.get(row.id) !== canonicalJson(row)) altered += 1;
      }
      yield;
      // Also what a command wrote during the pause, so that the next rows are compared with what they are now.
      yield* followEntries(database, walk);
    }
    const missing = [...(walk.lastState.get(name) ?? [])].filter(([id, state]) => state !== null && !seen.has(id) && find.get(id) === undefined).length;
    if (altered > 0) walk.findings.push(`${String(altered)} × ${table.noun}: not as the history left it.`);
    if (missing > 0) walk.findings.push(`${String(missing)} × ${table.noun}: in the history but no longer there.`);
  }
}

function missingEntries(first: number, last: number): string {
  return first === last ? `Entry ${String(first)} of the history is missing.` : `Entries ${String(first)} to ${String(last)} of the history are missing.`;
}
