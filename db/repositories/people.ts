import { canonicalJson } from '#db/canonical-json.ts';
import type { Connection } from '#db/connection.ts';
import type { Cells, RowWriter } from '#db/row-writer.ts';
import type { Cell, Row } from '#db/tables.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import type { Person } from '#shared/casefile/case-record.ts';
import type { Individual, IndividualDetail } from '#shared/pedigree/individual.ts';

export interface PersonReader {
  readonly find: (personId: string) => Person | null;
  /** The people of a case, the proband first, then in the order in which they were told. */
  readonly ofCase: (caseId: string) => readonly Person[];
  readonly proband: (caseId: string) => Person | null;
  /** Everything by which the history knows the person: names and record numbers, those of today too. */
  readonly everNamed: (personId: string) => readonly PersonNames[];
}

export type PersonNames = Pick<Individual, 'givenName' | 'familyName' | 'reference'>;

export interface PersonWriter {
  /** The last of the family. */
  readonly add: (caseId: string, isProband: boolean, detail: IndividualDetail) => Person;
  readonly change: (personId: string, version: number, change: Partial<IndividualDetail>) => Result<Person, Failure>;
}

export function createPersonReader(database: Connection): PersonReader {
  const find = database.prepare<[string], Row>('SELECT * FROM person WHERE id = ?');
  const ofCase = database.prepare<[string], Row>('SELECT * FROM person WHERE case_id = ? ORDER BY is_proband DESC, place, id');
  const proband = database.prepare<[string], Row>('SELECT * FROM person WHERE case_id = ? AND is_proband = 1');
  const everNamed = database.prepare<[string], PersonNames>(`SELECT DISTINCT json_extract(after, '$.given_name') AS givenName, json_extract(after, '$.family_name') AS familyName, json_extract(after, '$.reference') AS reference
    FROM change_image WHERE row_id = ? AND table_name = 'person' AND after IS NOT NULL`);
  return {
    find: (personId) => personOrNull(find.get(personId)),
    ofCase: (caseId) => ofCase.all(caseId).map(personFromRow),
    proband: (caseId) => personOrNull(proband.get(caseId)),
    everNamed: (personId) => everNamed.all(personId),
  };
}

export function createPersonWriter(database: Connection, rows: RowWriter, reader: PersonReader): PersonWriter {
  const lastPlace = database.prepare<[string], { readonly place: number | null }>('SELECT max(place) AS place FROM person WHERE case_id = ?');
  return {
    add: (caseId, isProband, detail) => {
      const place = (lastPlace.get(caseId)?.place ?? 0) + 1;
      return existing(reader, rows.add('person', { ...individualCells({ ...detail, isProband, isConsultand: false }), case_id: caseId, place }));
    },
    change: (personId, version, change) => {
      const result = rows.change('person', personId, version, individualCells(change));
      return result.ok ? success(existing(reader, personId)) : result;
    },
  };
}

export function individualFromRow(row: Row): Individual {
  return {
    id: row.id,
    isProband: row['is_proband'] === 1,
    isConsultand: row['is_consultand'] === 1,
    reference: String(row['reference']),
    givenName: String(row['given_name']),
    familyName: String(row['family_name']),
    gender: row['gender'] as Individual['gender'],
    sexAssignedAtBirth: row['sex_assigned_at_birth'] as Individual['sexAssignedAtBirth'],
    karyotype: String(row['karyotype']),
    life: valueFromCell(row['life']),
    vitalStatus: row['vital_status'] as Individual['vitalStatus'],
    birthDate: row['birth_date'] as string | null,
    deathDate: row['death_date'] as string | null,
    ageAtDeath: row['age_at_death'] as string | null,
    causeOfDeath: String(row['cause_of_death']),
    ageAtLastEncounter: row['age_at_last_encounter'] as string | null,
    ageRecordedOn: row['age_recorded_on'] as string | null,
    birthOrder: row['birth_order'] as number | null,
    isAdopted: row['is_adopted'] === 1,
    isEvaluated: row['is_evaluated'] === 1,
    evaluations: valueFromCell(row['evaluations']),
    childlessness: valueFromCell(row['childlessness']),
    ancestry: String(row['ancestry']),
    note: String(row['note']),
    provenance: valueFromCell(row['provenance']),
  };
}

export function individualCells(individual: Partial<Omit<Individual, 'id'>>): Cells {
  return {
    is_proband: cellFromFlag(individual.isProband),
    is_consultand: cellFromFlag(individual.isConsultand),
    reference: individual.reference,
    given_name: individual.givenName,
    family_name: individual.familyName,
    gender: individual.gender,
    sex_assigned_at_birth: individual.sexAssignedAtBirth,
    karyotype: individual.karyotype,
    life: cellFromValue(individual.life),
    vital_status: individual.vitalStatus,
    birth_date: individual.birthDate,
    death_date: individual.deathDate,
    age_at_death: individual.ageAtDeath,
    cause_of_death: individual.causeOfDeath,
    age_at_last_encounter: individual.ageAtLastEncounter,
    age_recorded_on: individual.ageRecordedOn,
    birth_order: individual.birthOrder,
    is_adopted: cellFromFlag(individual.isAdopted),
    is_evaluated: cellFromFlag(individual.isEvaluated),
    evaluations: cellFromValue(individual.evaluations),
    childlessness: cellFromValue(individual.childlessness),
    ancestry: individual.ancestry,
    note: individual.note,
    provenance: cellFromValue(individual.provenance),
  };
}

/** What is never queried is kept as the JSON of the domain type, which the contract has checked before it came here. */
export function valueFromCell<Value>(cell: Cell | undefined): Value {
  return (typeof cell === 'string' ? JSON.parse(cell) : null) as Value;
}

/** Canonical, so that equal values are equal cells. */
export function cellFromValue(value: object | null | undefined): string | null | undefined {
  return value === null || value === undefined ? value : canonicalJson(value);
}

export function cellFromFlag(flag: boolean | undefined): number | undefined {
  return flag === undefined ? undefined : Number(flag);
}

function personFromRow(row: Row): Person {
  return { ...individualFromRow(row), version: row.version, caseId: String(row['case_id']) };
}

function personOrNull(row: Row | undefined): Person | null {
  return row === undefined ? null : personFromRow(row);
}

function existing(reader: PersonReader, id: string): Person {
  const person = reader.find(id);
  if (person === null) throw new Error('a person written in this transaction is missing');
  return person;
}
