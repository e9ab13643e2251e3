import type { Connection } from '#db/connection.ts';
import type { RowWriter } from '#db/row-writer.ts';
import { isTrackedTableName, rowFromImage } from '#db/tables.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { HistoryEntry } from '#shared/contract/case-procedures.ts';

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly canUndo: HistoryStep | null;
  readonly canRedo: HistoryStep | null;
}

/** The change that one step back or forth would take back or repeat. */
export interface HistoryStep {
  readonly label: string;
  readonly caseId: string | null;
}

export interface HistoryReader {
  /** Entries that touched the case, or all where it is null; those older than `before` where it is given. */
  readonly page: (caseId: string | null, limit: number, before: number | null) => HistoryPage;
  readonly count: () => number;
}

export interface HistoryWriter {
  /** Takes back the latest change that still stands, of the case or, where it is null, of the whole vault. */
  readonly undo: (caseId: string | null) => Result<HistoryStep, Failure>;
  /** Takes back one change, refused where a row has moved on since. */
  readonly undoEntry: (entryId: number) => Result<HistoryStep, Failure>;
  /** Repeats what was undone last, as long as nothing else was changed in between. */
  readonly redo: (caseId: string | null) => Result<HistoryStep, Failure>;
}

/** What a unit of work writes about itself when it ends. */
export interface EntryDescription {
  readonly label: string;
  readonly caseId: string | null;
  readonly nature: HistoryEntry['nature'];
  readonly refersTo: number | null;
}

interface EntryRow {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  readonly case_id: string | null;
  readonly nature: HistoryEntry['nature'];
  readonly refers_to: number | null;
  readonly is_undone: number;
}

interface ImageRow {
  readonly table_name: string;
  readonly row_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** An entry is undone where the last entry that refers to it took it back. */
const isUndone = `coalesce((SELECT later.nature = 'undo' FROM change_entry AS later WHERE later.refers_to = entry.id ORDER BY later.id DESC LIMIT 1), 0)`;
const entryColumns = `entry.id, entry.at, entry.actor, entry.label, entry.case_id, entry.nature, entry.refers_to, ${isUndone} AS is_undone`;

export function createHistoryReader(database: Connection): HistoryReader {
  const all = database.prepare<[number, number], EntryRow>(`SELECT ${entryColumns} FROM change_entry AS entry WHERE entry.id < ? ORDER BY entry.id DESC LIMIT ?`);
  const ofCase = database.prepare<[string, string, number, number], EntryRow>(`
    SELECT ${entryColumns} FROM change_entry AS entry
    WHERE entry.id IN (SELECT entry_id FROM change_image WHERE case_id = ? UNION SELECT id FROM change_entry WHERE case_id = ?) AND entry.id < ?
    ORDER BY entry.id DESC LIMIT ?`);
  const count = database.prepare<[], { readonly count: number }>('SELECT count(*) AS count FROM change_entry');
  return {
    page: (caseId, limit, before) => {
      const below = before ?? Number.MAX_SAFE_INTEGER;
      const rows = caseId === null ? all.all(below, limit) : ofCase.all(caseId, caseId, below, limit);
      return { entries: rows.map(entryFromRow), canUndo: stepFromRow(nextToUndo(database, caseId)), canRedo: stepFromRow(nextToRedo(database, caseId)) };
    },
    count: () => count.get()?.count ?? 0,
  };
}

export function createHistoryWriter(database: Connection, rows: RowWriter, describe: (description: EntryDescription) => void): HistoryWriter {
  const find = database.prepare<[number], EntryRow>(`SELECT ${entryColumns} FROM change_entry AS entry WHERE entry.id = ? AND entry.nature = 'change' AND entry.is_undoable = 1`);

  function apply(entry: EntryRow, nature: 'undo' | 'redo'): Result<HistoryStep, Failure> {
    for (const image of imagesOf(database, entry.id, nature)) {
      if (!isTrackedTableName(image.table_name)) throw new Error('the change log names a table that is not tracked');
      const before = image.before === null ? null : rowFromImage(image.table_name, image.before);
      const after = image.after === null ? null : rowFromImage(image.table_name, image.after);
      const turned = nature === 'undo' ? rows.turn(image.table_name, image.row_id, after, before) : rows.turn(image.table_name, image.row_id, before, after);
      if (!turned.ok) return turned;
    }
    describe({ label: `${nature === 'undo' ? 'Undo' : 'Redo'}: ${entry.label}`, caseId: entry.case_id, nature, refersTo: entry.id });
    return success({ label: entry.label, caseId: entry.case_id });
  }

  return {
    undo: (caseId) => {
      const entry = nextToUndo(database, caseId);
      return entry === undefined ? refusal(failure('rule-broken', 'There is nothing to undo.')) : apply(entry, 'undo');
    },
    undoEntry: (entryId) => {
      const entry = find.get(entryId);
      if (entry === undefined) return refusal(failure('not-found', 'This change is not in the history or cannot be undone.'));
      return entry.is_undone === 1 ? refusal(failure('rule-broken', 'This change is undone already.')) : apply(entry, 'undo');
    },
    redo: (caseId) => {
      const entry = nextToRedo(database, caseId);
      return entry === undefined ? refusal(failure('rule-broken', 'There is nothing to redo.')) : apply(entry, 'redo');
    },
  };
}

function nextToUndo(database: Connection, caseId: string | null): EntryRow | undefined {
  return database
    .prepare<[Readonly<Record<string, string>>], EntryRow>(
      `SELECT ${entryColumns} FROM change_entry AS entry
       WHERE entry.nature = 'change' AND entry.is_undoable = 1 AND ${inScope('entry', caseId)} AND NOT ${isUndone} ORDER BY entry.id DESC LIMIT 1`,
    )
    .get(scopeOf(caseId));
}

/** Newest undo first: what was taken back last is repeated first. A later change within the scope ends the line. */
function nextToRedo(database: Connection, caseId: string | null): EntryRow | undefined {
  return database
    .prepare<[Readonly<Record<string, string>>], EntryRow>(
      `SELECT ${entryColumns} FROM change_entry AS undoing JOIN change_entry AS entry ON entry.id = undoing.refers_to
       WHERE undoing.nature = 'undo' AND ${inScope('entry', caseId)} AND ${isUndone}
         AND undoing.id > coalesce((SELECT max(id) FROM change_entry AS change WHERE nature = 'change' AND is_undoable = 1 AND ${inScope('change', caseId)}), 0)
       ORDER BY undoing.id DESC LIMIT 1`,
    )
    .get(scopeOf(caseId));
}

function inScope(alias: string, caseId: string | null): string {
  return caseId === null ? '1' : `${alias}.case_id = @caseId`;
}

function scopeOf(caseId: string | null): Readonly<Record<string, string>> {
  return caseId === null ? {} : { caseId };
}

/** Undo goes backwards through the writes of a command, so that a row never stands without the one it belongs to. */
function imagesOf(database: Connection, entryId: number, nature: 'undo' | 'redo'): readonly ImageRow[] {
  const order = nature === 'undo' ? 'DESC' : 'ASC';
  return database.prepare<[number], ImageRow>(`SELECT table_name, row_id, before, after FROM change_image WHERE entry_id = ? ORDER BY position ${order}`).all(entryId);
}

function stepFromRow(row: EntryRow | undefined): HistoryStep | null {
  return row === undefined ? null : { label: row.label, caseId: row.case_id };
}

function entryFromRow(row: EntryRow): HistoryEntry {
  return { id: row.id, at: row.at, actor: row.actor, label: row.label, caseId: row.case_id, nature: row.nature, refersTo: row.refers_to, isUndone: row.is_undone === 1 };
}
