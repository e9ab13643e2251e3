import type { Connection } from '#db/connection.ts';
import type { IdSource } from '#db/id.ts';
import { isConstraintFault } from '#db/storage-failure.ts';
import { caseOf, trackedTables, type Cell, type Row, type TrackedTableName } from '#db/tables.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/** A row before and after one write: null before for a new row, null after for one taken out. */
export interface RowImage {
  readonly table: TrackedTableName;
  readonly rowId: string;
  readonly caseId: string | null;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Columns to set; undefined leaves a column as it is. */
export type Cells = Readonly<Record<string, Cell | undefined>>;

/** The only way to write a tracked table: it counts versions and keeps the images from which the change log is made. */
export interface RowWriter {
  readonly at: string;
  readonly images: () => readonly RowImage[];
  /** Answers the id of the new row. */
  readonly add: (table: TrackedTableName, cells: Cells) => string;
  /** Adds a row under an id that no row of the table has, though one may have had it before. */
  readonly insert: (table: TrackedTableName, id: string, cells: Cells) => void;
  /** Adds or changes the row of this id, whatever its version: for settings, where the last word wins. */
  readonly put: (table: TrackedTableName, id: string, cells: Cells) => void;
  /** Refused where the row is gone or was changed since `version`. Does nothing where nothing would differ. */
  readonly change: (table: TrackedTableName, id: string, version: number, cells: Cells) => Result<void, Failure>;
  readonly remove: (table: TrackedTableName, id: string, version: number) => Result<void, Failure>;
  readonly check: (table: TrackedTableName, id: string, version: number) => Result<Row, Failure>;
  /** Turns a row that still reads as `from` into `to`, under a new version: for undo and redo. */
  readonly turn: (table: TrackedTableName, id: string, from: Row | null, to: Row | null) => Result<void, Failure>;
}

export function createRowWriter(database: Connection, at: string, newId: IdSource): RowWriter {
  const images: RowImage[] = [];
  const touchedCases = new Set<string>();
  const statements = tableStatements(database);
  const lastVersion = lastVersionLookup(database);
  /** Of rows taken out by this command. */
  const removedVersions = new Map<string, number>();

  function write(table: TrackedTableName, before: Row | null, after: Row | null): void {
    const row = after ?? before;
    if (row === null) throw new Error('a write needs a row');
    if (after === null) statements(table).remove.run(row.id);
    else if (before === null) statements(table).insert.run({ ...after, ...(table === 'case_record' ? { changed_at: at } : {}) });
    else statements(table).update.run(after);
    const caseId = caseOf(table, row);
    images.push({ table, rowId: row.id, caseId, before, after });
    if (after === null) removedVersions.set(row.id, row.version);
    if (caseId !== null && !touchedCases.has(caseId)) {
      touchedCases.add(caseId);
      database.prepare('UPDATE case_record SET changed_at = ? WHERE id = ?').run(at, caseId);
    }
  }

  function check(table: TrackedTableName, id: string, version: number): Result<Row, Failure> {
    const row = statements(table).find.get(id);
    if (row === undefined) return refusal(failure('not-found', `This ${trackedTables[table].noun} is no longer there. It may have been deleted or undone.`));
    if (row.version !== version) return refusal(failure('conflict', `This ${trackedTables[table].noun} was changed since you opened it. Look at it as it is now and make your change again.`));
    return success(row);
  }

  /** Of a row that is not there. */
  const nextVersion = (table: TrackedTableName, id: string): number => (removedVersions.get(id) ?? lastVersion(table, id)) + 1;

  return {
    at,
    images: () => images,
    add: (table, cells) => {
      const id = newId();
      write(table, null, completeRow(table, id, 1, cells));
      return id;
    },
    insert: (table, id, cells) => write(table, null, completeRow(table, id, nextVersion(table, id), cells)),
    put: (table, id, cells) => {
      const before = statements(table).find.get(id) ?? null;
      const after = before === null ? completeRow(table, id, 1, cells) : changedRow(before, cells);
      if (before === null || !hasSameContent(before, after)) write(table, before, after);
    },
    check,
    change: (table, id, version, cells) => {
      const found = check(table, id, version);
      if (!found.ok) return found;
      const after = changedRow(found.value, cells);
      if (!hasSameContent(found.value, after)) write(table, found.value, after);
      return success(undefined);
    },
    remove: (table, id, version) => {
      const found = check(table, id, version);
      if (!found.ok) return found;
      write(table, found.value, null);
      return success(undefined);
    },
    turn: (table, id, from, to) => {
      const present = statements(table).find.get(id) ?? null;
      const isAsLeft = present === null || from === null ? present === from : hasSameContent(present, from);
      if (!isAsLeft) return refusal(failure('conflict', `This cannot be undone or repeated, because the ${trackedTables[table].noun} was changed since.`));
      const version = present === null ? nextVersion(table, id) : present.version + 1;
      try {
        write(table, present, to === null ? null : completeRow(table, id, version, to));
      } catch (fault) {
        if (!isConstraintFault(fault)) throw fault;
        return refusal(failure('conflict', `This cannot be undone or repeated, because something recorded since depends on the ${trackedTables[table].noun} or stands in its place.`));
      }
      return success(undefined);
    },
  };
}

/** Equal in everything that a person has said; the version only counts. */
export function hasSameContent(left: Row, right: Row): boolean {
  return Object.keys(left).every((column) => column === 'version' || left[column] === right[column]);
}

/** The last version that a row ever had, also one that is gone, so that no version is given out twice. */
function lastVersionLookup(database: Connection): (table: TrackedTableName, id: string) => number {
  const inLog = database.prepare<[TrackedTableName, string], { readonly before: string | null; readonly after: string | null }>(
    'SELECT before, after FROM change_image WHERE table_name = ? AND row_id = ? ORDER BY entry_id DESC, position DESC LIMIT 1',
  );
  return (table, id) => {
    const logged = inLog.get(table, id);
    const text = logged?.after ?? logged?.before;
    return typeof text === 'string' ? (JSON.parse(text) as Row).version : 0;
  };
}

function completeRow(table: TrackedTableName, id: string, version: number, cells: Cells): Row {
  const row: Record<string, Cell> = {};
  for (const column of trackedTables[table].columns) row[column] = cells[column] ?? null;
  return { ...row, id, version };
}

function changedRow(before: Row, cells: Cells): Row {
  const given = Object.entries(cells).filter((entry): entry is [string, Cell] => entry[1] !== undefined);
  return { ...before, ...Object.fromEntries(given), id: before.id, version: before.version + 1 };
}

function tableStatements(database: Connection) {
  const prepared = new Map<TrackedTableName, ReturnType<typeof prepare>>();
  function prepare(table: TrackedTableName) {
    const columns = trackedTables[table].columns;
    const inserted = table === 'case_record' ? [...columns, 'changed_at'] : columns;
    return {
      find: database.prepare<[string], Row>(`SELECT ${columns.join(', ')} FROM ${table} WHERE id = ?`),
      insert: database.prepare<[Readonly<Record<string, Cell>>]>(`INSERT INTO ${table} (${inserted.join(', ')}) VALUES (${inserted.map((column) => `@${column}`).join(', ')})`),
      update: database.prepare<[Row]>(`UPDATE ${table} SET ${columns.filter((column) => column !== 'id').map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`),
      remove: database.prepare<[string]>(`DELETE FROM ${table} WHERE id = ?`),
    };
  }
  return (table: TrackedTableName) => {
    const known = prepared.get(table);
    if (known !== undefined) return known;
    const made = prepare(table);
    prepared.set(table, made);
    return made;
  };
}
