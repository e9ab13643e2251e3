import type { Connection } from '#db/connection.ts';
import type { RowWriter } from '#db/row-writer.ts';
import { trackedTables, type Cell, type Row } from '#db/tables.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import { type Person, type PersonDetail } from '#shared/casefile/case-record.ts';

export interface PersonReader {
  readonly find: (personId: string) => Person | null;
  /** The people of a case, the proband first, then in the order in which they were added. */
  readonly ofCase: (caseId: string) => readonly Person[];
  readonly proband: (caseId: string) => Person | null;
}

export interface PersonWriter {
  readonly add: (caseId: string, isProband: boolean, detail: PersonDetail) => Person;
  readonly change: (personId: string, version: number, change: Partial<PersonDetail>) => Result<Person, Failure>;
}

export const personColumns = trackedTables.person.columns;

export function createPersonReader(database: Connection): PersonReader {
  const find = database.prepare<[string], Row>('SELECT * FROM person WHERE id = ?');
  const ofCase = database.prepare<[string], Row>('SELECT * FROM person WHERE case_id = ? ORDER BY is_proband DESC, id');
  const proband = database.prepare<[string], Row>('SELECT * FROM person WHERE case_id = ? AND is_proband = 1');
  return {
    find: (personId) => personOrNull(find.get(personId)),
    ofCase: (caseId) => ofCase.all(caseId).map(personFromRow),
    proband: (caseId) => personOrNull(proband.get(caseId)),
  };
}

export function createPersonWriter(rows: RowWriter, reader: PersonReader): PersonWriter {
  return {
    add: (caseId, isProband, detail) => existing(reader, rows.add('person', { ...rowFromDetail(detail), case_id: caseId, is_proband: isProband ? 1 : 0 })),
    change: (personId, version, change) => {
      const result = rows.change('person', personId, version, rowFromDetail(change));
      return result.ok ? success(existing(reader, personId)) : result;
    },
  };
}

export function personFromRow(row: Row): Person {
  return {
    id: row.id,
    version: row.version,
    caseId: String(row['case_id']),
    isProband: row['is_proband'] === 1,
    givenName: String(row['given_name']),
    familyName: String(row['family_name']),
    sexAssignedAtBirth: row['sex_assigned_at_birth'] as Person['sexAssignedAtBirth'],
    gender: row['gender'] as Person['gender'],
    karyotype: String(row['karyotype']),
    birthDate: row['birth_date'] as string | null,
    ageAtLastEncounter: row['age_at_last_encounter'] as string | null,
    vitalStatus: row['vital_status'] as Person['vitalStatus'],
  };
}

function rowFromDetail(detail: Partial<PersonDetail>): Readonly<Record<string, Cell | undefined>> {
  return {
    given_name: detail.givenName,
    family_name: detail.familyName,
    sex_assigned_at_birth: detail.sexAssignedAtBirth,
    gender: detail.gender,
    karyotype: detail.karyotype,
    birth_date: detail.birthDate,
    age_at_last_encounter: detail.ageAtLastEncounter,
    vital_status: detail.vitalStatus,
  };
}

function personOrNull(row: Row | undefined): Person | null {
  return row === undefined ? null : personFromRow(row);
}

function existing(reader: PersonReader, id: string): Person {
  const person = reader.find(id);
  if (person === null) throw new Error('a person written in this transaction is missing');
  return person;
}
