import { createHash } from 'node:crypto';
import { canonicalJson } from '#db/canonical-json.ts';
import type { Connection } from '#db/connection.ts';
import type { RowImage } from '#db/row-writer.ts';
import { isTrackedTableName, trackedTables, type Row, type TrackedTableName } from '#db/tables.ts';

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
  const hash = hashEntry({ ...entry, id, previousHash: head.hash, images });
  database
    .prepare('INSERT INTO change_entry (id, at, actor, label, case_id, nature, refers_to, procedure, is_undoable, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(id, entry.at, entry.actor, entry.label, entry.caseId, entry.nature, entry.refersTo, entry.procedure, Number(entry.isUndoable), head.hash, hash);
  const insertImage = database.prepare('INSERT INTO change_image (entry_id, position, table_name, row_id, case_id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const [position, image] of images.entries()) insertImage.run(id, position, image.table, image.rowId, image.caseId, image.before, image.after);
  database.prepare('INSERT INTO change_head (id, entry_id, hash) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE SET entry_id = excluded.entry_id, hash = excluded.hash').run(id, hash);
}

/** Every entry, oldest first, one at a time, so that a long history needs no memory. */
export function* readEntries(database: Connection): Generator<StoredEntry> {
  const images = database.prepare<[number], ImageCells>('SELECT table_name, row_id, case_id, before, after FROM change_image WHERE entry_id = ? ORDER BY position');
  const next = database.prepare<[number], EntryCells>('SELECT * FROM change_entry WHERE id > ? ORDER BY id LIMIT 1');
  for (let cells = next.get(-1); cells !== undefined; cells = next.get(cells.id)) {
    yield {
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
      images: images.all(cells.id).map((image) => ({ table: image.table_name, rowId: image.row_id, caseId: image.case_id, before: image.before, after: image.after })),
    };
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
 * not as the log left them.
 */
export function verifyChain(database: Connection): ChainCheck {
  const findings: string[] = [];
  const lastState = new Map<TrackedTableName, Map<string, string | null>>();
  let previous = { id: 0, hash: beginning };
  let changes = 0;
  for (const entry of readEntries(database)) {
    changes += 1;
    if (entry.id !== previous.id + 1) findings.push(missingEntries(previous.id + 1, entry.id - 1));
    else if (entry.previousHash !== previous.hash) findings.push(`Entry ${String(entry.id)} of the history does not follow the entry before it.`);
    if (hashEntry(entry) !== entry.hash) findings.push(`Entry ${String(entry.id)} of the history was altered.`);
    replay(entry, lastState, findings);
    previous = { id: entry.id, hash: entry.hash };
  }
  const head = database.prepare<[], { readonly entry_id: number; readonly hash: string }>('SELECT entry_id, hash FROM change_head').get();
  if (head !== undefined && head.entry_id > previous.id) findings.push(missingEntries(previous.id + 1, head.entry_id));
  else if ((head?.entry_id ?? 0) !== previous.id || (head?.hash ?? beginning) !== previous.hash) findings.push('The end of the history is not the one that was last written.');
  findings.push(...compareRows(database, lastState));
  return { changes, head: previous.hash, findings };
}

interface EntryCells {
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

interface ImageCells {
  readonly table_name: string;
  readonly row_id: string;
  readonly case_id: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * SHA-256 over lines: the previous hash, the canonical JSON of the entry, the canonical JSON of each image. Canonical JSON holds
 * no line feed, so no two entries share their lines.
 */
function hashEntry(entry: Omit<StoredEntry, 'hash'>): string {
  const hash = createHash('sha256');
  const { id, at, actor, label, caseId, nature, refersTo, procedure, isUndoable } = entry;
  hash.update(`${entry.previousHash}\n${canonicalJson({ id, at, actor, label, caseId, nature, refersTo, procedure, isUndoable, imageCount: entry.images.length })}\n`);
  for (const { table, rowId, caseId: caseOfImage, before, after } of entry.images) hash.update(`${canonicalJson({ table, rowId, caseId: caseOfImage, before, after })}\n`);
  return hash.digest('hex');
}

function imageText(row: Row | null): string | null {
  return row === null ? null : canonicalJson(row);
}

function replay(entry: StoredEntry, lastState: Map<TrackedTableName, Map<string, string | null>>, findings: string[]): void {
  for (const image of entry.images) {
    if (!isTrackedTableName(image.table)) {
      findings.push(`Entry ${String(entry.id)} of the history names a table that is not known.`);
      continue;
    }
    const rows = lastState.get(image.table) ?? new Map<string, string | null>();
    lastState.set(image.table, rows);
    if ((rows.get(image.rowId) ?? null) !== image.before) findings.push(`Entry ${String(entry.id)} of the history begins from a ${trackedTables[image.table].noun} that no entry before it left.`);
    rows.set(image.rowId, image.after);
  }
}

function compareRows(database: Connection, lastState: ReadonlyMap<TrackedTableName, ReadonlyMap<string, string | null>>): string[] {
  const findings: string[] = [];
  for (const [name, table] of Object.entries(trackedTables)) {
    if (!isTrackedTableName(name)) continue;
    const expected = new Map([...(lastState.get(name) ?? [])].filter(([, state]) => state !== null));
    let altered = 0;
    for (const row of database.prepare<[], Row>(`SELECT ${table.columns.join(', ')} FROM ${name}`).iterate()) {
      if (expected.get(row.id) !== canonicalJson(row)) altered += 1;
      expected.delete(row.id);
    }
    if (altered > 0) findings.push(`${String(altered)} × ${table.noun}: not as the history left it.`);
    if (expected.size > 0) findings.push(`${String(expected.size)} × ${table.noun}: in the history but no longer there.`);
  }
  return findings;
}

function missingEntries(first: number, last: number): string {
  return first === last ? `Entry ${String(first)} of the history is missing.` : `Entries ${String(first)} to ${String(last)} of the history are missing.`;
}
