import type { Connection } from '#db/connection.ts';
import type { RowWriter } from '#db/row-writer.ts';
import type { Cell, Row } from '#db/tables.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import type { Feature, FeatureDetail, TimeElement } from '#shared/phenotype/feature.ts';

export interface FeatureReader {
  readonly find: (featureId: string) => Feature | null;
  /** In the order in which they were recorded. */
  readonly ofPerson: (personId: string) => readonly Feature[];
  readonly ofCase: (caseId: string) => readonly Feature[];
}

export interface NewFeature {
  readonly caseId: string;
  readonly personId: string;
  readonly termId: string;
  readonly label: string;
  readonly detail: FeatureDetail;
}

export interface FeatureWriter {
  /** One row a person and term; the caller has made sure that there is none yet. */
  readonly add: (feature: NewFeature) => Feature;
  readonly change: (featureId: string, version: number, change: Partial<FeatureDetail>) => Result<Feature, Failure>;
  /** Gives the finding to another person of the same case, who has none of this term. */
  readonly moveTo: (personId: string, featureId: string, version: number) => Result<void, Failure>;
  readonly remove: (featureId: string, version: number) => Result<void, Failure>;
}

export function createFeatureReader(database: Connection): FeatureReader {
  const find = database.prepare<[string], Row>('SELECT * FROM feature WHERE id = ?');
  const ofPerson = database.prepare<[string], Row>('SELECT * FROM feature WHERE person_id = ? ORDER BY id');
  const ofCase = database.prepare<[string], Row>('SELECT * FROM feature WHERE case_id = ? ORDER BY id');
  return {
    find: (featureId) => {
      const row = find.get(featureId);
      return row === undefined ? null : featureFromRow(row);
    },
    ofPerson: (personId) => ofPerson.all(personId).map(featureFromRow),
    ofCase: (caseId) => ofCase.all(caseId).map(featureFromRow),
  };
}

export function createFeatureWriter(rows: RowWriter, reader: FeatureReader): FeatureWriter {
  return {
    add: ({ caseId, personId, termId, label, detail }) =>
      existing(reader, rows.add('feature', { ...rowFromDetail(detail), case_id: caseId, person_id: personId, term_id: termId, label })),
    change: (featureId, version, change) => {
      const result = rows.change('feature', featureId, version, rowFromDetail(change));
      return result.ok ? success(existing(reader, featureId)) : result;
    },
    moveTo: (personId, featureId, version) => rows.change('feature', featureId, version, { person_id: personId }),
    remove: (featureId, version) => rows.remove('feature', featureId, version),
  };
}

function featureFromRow(row: Row): Feature {
  return {
    id: row.id,
    version: row.version,
    personId: String(row['person_id']),
    termId: String(row['term_id']),
    label: String(row['label']),
    state: row['state'] as Feature['state'],
    onset: timeFromCell(row['onset'] ?? null),
    resolution: timeFromCell(row['resolution'] ?? null),
    severityId: row['severity_id'] as string | null,
    lateralityId: row['laterality_id'] as string | null,
    modifierIds: JSON.parse(String(row['modifier_ids'])) as readonly string[],
    source: row['source'] as Feature['source'],
    recordedOn: row['recorded_on'] as string | null,
    note: String(row['note']),
    isIgnored: row['is_ignored'] === 1,
  };
}

function rowFromDetail(detail: Partial<FeatureDetail>): Readonly<Record<string, Cell | undefined>> {
  return {
    state: detail.state,
    onset: cellFromTime(detail.onset),
    resolution: cellFromTime(detail.resolution),
    severity_id: detail.severityId,
    laterality_id: detail.lateralityId,
    modifier_ids: detail.modifierIds === undefined ? undefined : JSON.stringify(detail.modifierIds),
    source: detail.source,
    recorded_on: detail.recordedOn,
    note: detail.note,
    is_ignored: detail.isIgnored === undefined ? undefined : Number(detail.isIgnored),
  };
}

/** A time element is kept as the JSON of the domain type, which the contract has checked before it came here. */
function timeFromCell(cell: Cell): TimeElement | null {
  return typeof cell === 'string' ? (JSON.parse(cell) as TimeElement) : null;
}

function cellFromTime(time: TimeElement | null | undefined): string | null | undefined {
  return time === null || time === undefined ? time : JSON.stringify(time);
}

function existing(reader: FeatureReader, id: string): Feature {
  const feature = reader.find(id);
  if (feature === null) throw new Error('a finding written in this transaction is missing');
  return feature;
}
