import type { Connection } from '#db/connection.ts';
import { cellsFromFamily, familyFromRows, familyTables, type FamilyRows, type FamilyTable } from '#db/repositories/family-rows.ts';
import type { Cells, RowWriter } from '#db/row-writer.ts';
import { rowFromImage, type Row } from '#db/tables.ts';
import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';
import type { FamilyVersion } from '#shared/contract/family-procedures.ts';
import type { Family } from '#shared/pedigree/family.ts';

export interface FamilyReader {
  readonly ofCase: (caseId: string) => Family;
  /** The entry of the history that made the family what it is; 0 where none did. */
  readonly revision: (caseId: string) => number;
  /** Every entry that touched the family, newest first. */
  readonly versions: (caseId: string) => readonly FamilyVersion[];
  /** The family as it stood after the entry, from the images of the history; null where there is no such entry or was no family yet. */
  readonly asOf: (caseId: string, entryId: number) => Family | null;
  /** Every id that a row of this family has or ever had. */
  readonly rowIds: (caseId: string) => ReadonlySet<string>;
  /** Whether any row of the vault has or ever had the id. */
  readonly isIdTaken: (id: string) => boolean;
}

export interface FamilyWriter {
  /** Writes what differs from the family as it stands. Whoever is no longer in it goes with their findings, and with what a test found in them. */
  readonly write: (caseId: string, family: Family) => void;
  /** The revision of the family when this command has ended. */
  readonly nextRevision: (caseId: string) => number;
}

const namesOfTables = familyTables.map((table) => `'${table}'`).join(', ');

export function createFamilyReader(database: Connection): FamilyReader {
  const revision = database.prepare<[string], { readonly id: number }>(`SELECT entry_id AS id FROM change_image WHERE case_id = ? AND table_name IN (${namesOfTables}) ORDER BY entry_id DESC LIMIT 1`);
  const versions = database.prepare<[string], FamilyVersion>(`
    SELECT id AS entryId, at, actor, label FROM change_entry
    WHERE id IN (SELECT entry_id FROM change_image WHERE case_id = ? AND table_name IN (${namesOfTables})) ORDER BY id DESC`);
  const rowIds = database.prepare<[string], { readonly id: string }>(`SELECT DISTINCT row_id AS id FROM change_image WHERE case_id = ? AND table_name IN (${namesOfTables})`);
  const findEntry = database.prepare<[number]>('SELECT id FROM change_entry WHERE id = ?');
  const findImage = database.prepare<[string]>('SELECT entry_id FROM change_image WHERE row_id = ? LIMIT 1');
  return {
    ofCase: (caseId) => familyFromRows(presentRows(database, caseId)),
    revision: (caseId) => revision.get(caseId)?.id ?? 0,
    versions: (caseId) => versions.all(caseId),
    asOf: (caseId, entryId) => {
      const rows = findEntry.get(entryId) === undefined ? null : rowsAsOf(database, caseId, entryId);
      return rows === null ? null : familyFromRows(rows);
    },
    rowIds: (caseId) => new Set(rowIds.all(caseId).map(({ id }) => id)),
    isIdTaken: (id) => findImage.get(id) !== undefined,
  };
}

export function createFamilyWriter(database: Connection, rows: RowWriter, reader: FamilyReader, newId: () => string): FamilyWriter {
  const lastEntry = database.prepare<[], { readonly id: number }>('SELECT entry_id AS id FROM change_head');
  return {
    write: (caseId, family) => writeDifference(database, rows, caseId, family, newId),
    nextRevision: (caseId) => {
      const isTouched = rows.images().some((image) => image.caseId === caseId && isFamilyTable(image.table));
      return isTouched ? (lastEntry.get()?.id ?? 0) + 1 : reader.revision(caseId);
    },
  };
}

/** Rows that name people go before them; people and what a group or a condition is told by come in before what names them. */
const leafTables = ['individual_condition', 'twin_member', 'partnership', 'parent_edge', 'pedigree_header'] as const satisfies readonly FamilyTable[];
const namedTables = ['twin_group', 'condition', 'person'] as const satisfies readonly FamilyTable[];

function writeDifference(database: Connection, rows: RowWriter, caseId: string, family: Family, newId: () => string): void {
  const present = presentRows(database, caseId);
  const wanted = cellsFromFamily(family, present, newId);
  /** Of people whose row was changed once already. */
  const versions = new Map<string, number>();
  const gone = (table: FamilyTable): readonly Row[] => present[table].filter((row) => !wanted[table].has(row.id));

  for (const table of leafTables) for (const row of gone(table)) expectDone(rows.remove(table, row.id, row.version));
  // The old proband makes way first, because a case has one at any time.
  for (const row of present.person.filter((person) => person['is_proband'] === 1 && wanted.person.get(person.id)?.['is_proband'] !== 1)) {
    expectDone(rows.change('person', row.id, row.version, { is_proband: 0 }));
    versions.set(row.id, row.version + 1);
  }
  for (const table of familyTables) {
    const known = new Map(present[table].map((row) => [row.id, row]));
    for (const [id, cells] of wanted[table]) {
      const row = known.get(id);
      if (row === undefined) rows.insert(table, id, { ...cells, case_id: caseId });
      else if (isOtherwise(row, cells)) expectDone(rows.change(table, id, versions.get(id) ?? row.version, cells));
    }
  }
  for (const table of namedTables) {
    for (const row of gone(table)) {
      if (table === 'person') removeFindings(database, rows, row.id);
      expectDone(rows.remove(table, row.id, versions.get(row.id) ?? row.version));
    }
  }
}

/** Asked of what was read already, because an edit leaves nearly all rows of a family as they are. */
const isOtherwise = (row: Row, cells: Cells): boolean => Object.entries(cells).some(([column, cell]) => cell !== undefined && cell !== row[column]);

function removeFindings(database: Connection, rows: RowWriter, personId: string): void {
  for (const table of ['feature', 'finding_genotype', 'consent', 'suggestion'] as const) {
    for (const { id, version } of database.prepare<[string], Row>(`SELECT id, version FROM ${table} WHERE person_id = ? ORDER BY id DESC`).all(personId)) expectDone(rows.remove(table, id, version));
  }
}

/** Nothing can have moved on: the rows were read within this transaction. */
function expectDone(result: Result<void, Failure>): void {
  if (!result.ok) throw new Error('a row of the family moved on within its transaction');
}

function presentRows(database: Connection, caseId: string): FamilyRows {
  return eachTable((table) => database.prepare<[string], Row>(`SELECT * FROM ${table} WHERE case_id = ?`).all(caseId));
}

/** Null where no entry up to this one touched the family. */
function rowsAsOf(database: Connection, caseId: string, entryId: number): FamilyRows | null {
  const images = database
    .prepare<[string, number], StandingImage>(`SELECT table_name, row_id, after FROM change_image WHERE case_id = ? AND entry_id <= ? AND table_name IN (${namesOfTables}) ORDER BY entry_id, position`)
    .all(caseId, entryId);
  if (images.length === 0) return null;
  const standing = eachTable(() => new Map<string, string>());
  for (const { table_name, row_id, after } of images) {
    if (!isFamilyTable(table_name)) continue;
    if (after === null) standing[table_name].delete(row_id);
    else standing[table_name].set(row_id, after);
  }
  return eachTable((table) => [...standing[table].values()].map((image) => rowFromImage(table, image)));
}

interface StandingImage {
  readonly table_name: string;
  readonly row_id: string;
  readonly after: string | null;
}

function eachTable<Value>(of: (table: FamilyTable) => Value): Readonly<Record<FamilyTable, Value>> {
  return Object.fromEntries(familyTables.map((table) => [table, of(table)])) as Record<FamilyTable, Value>;
}

const isFamilyTable = (table: string): table is FamilyTable => (familyTables as readonly string[]).includes(table);
