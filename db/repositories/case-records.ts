import type { Connection } from '#db/connection.ts';
import type { Cells, RowWriter } from '#db/row-writer.ts';
import { trackedTables, type Row, type TrackedTableName } from '#db/tables.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import type { AttachedDocumentDetail } from '#shared/casefile/attached-document.ts';
import type { CaseIdentityDetail } from '#shared/casefile/case-identity.ts';
import type { ConsentDetail } from '#shared/casefile/consent.ts';
import type { ErasureDetail } from '#shared/casefile/erasure.ts';
import type { ExportRecordDetail } from '#shared/casefile/export-record.ts';
import type { OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import type { OrderedTestDetail } from '#shared/casefile/ordered-test.ts';
import type { RecordFrame } from '#shared/casefile/record.ts';
import type { SuggestionDetail } from '#shared/casefile/suggestion.ts';
import type { TaskDetail } from '#shared/casefile/task.ts';
import { referralDue } from '#shared/referral/due-rules.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';

/** What each kind of record of a case says. */
export interface RecordDetails {
  readonly events: OdysseyEventDetail;
  readonly documents: AttachedDocumentDetail;
  readonly tests: OrderedTestDetail;
  readonly tasks: TaskDetail;
  readonly referrals: ReferralDetail;
  readonly consents: ConsentDetail;
  readonly exports: ExportRecordDetail;
  readonly identities: CaseIdentityDetail;
  readonly suggestions: SuggestionDetail;
  readonly erasures: ErasureDetail;
}
export type RecordKind = keyof RecordDetails;
export type RecordOf<Detail> = Detail & RecordFrame;

export interface RecordReader<Detail> {
  readonly find: (id: string) => RecordOf<Detail> | null;
  /** In the order in which they were made. */
  readonly ofCase: (caseId: string) => readonly RecordOf<Detail>[];
  /** Of all cases those with a day on which something is due, the earliest first; none of a kind that knows no such day. */
  readonly due: () => readonly RecordOf<Detail>[];
}

export interface RecordWriter<Detail> {
  readonly add: (caseId: string, detail: Detail) => RecordOf<Detail>;
  readonly change: (id: string, version: number, change: Partial<Detail>) => Result<RecordOf<Detail>, Failure>;
  readonly remove: (id: string, version: number) => Result<void, Failure>;
}

export type RecordReaders = { readonly [Kind in RecordKind]: RecordReader<RecordDetails[Kind]> };
export type RecordWriters = { readonly [Kind in RecordKind]: RecordReader<RecordDetails[Kind]> & RecordWriter<RecordDetails[Kind]> };

/** The tables of these records, those that refer to others first. */
export const recordTables = ['consent', 'suggestion', 'export_record', 'case_identity', 'erasure', 'attached_document', 'task', 'ordered_test', 'referral', 'odyssey_event'] as const satisfies readonly TrackedTableName[];

interface RecordStorage<Detail> {
  readonly table: (typeof recordTables)[number];
  /** What stands in columns of its own besides the JSON, so that it is found by an index. */
  readonly cells: (detail: Detail) => Cells;
}

const storageOf: { readonly [Kind in RecordKind]: RecordStorage<RecordDetails[Kind]> } = {
  events: { table: 'odyssey_event', cells: () => ({ due_on: null }) },
  documents: { table: 'attached_document', cells: ({ sha256 }) => ({ sha256 }) },
  tests: { table: 'ordered_test', cells: ({ status, expectedOn }) => ({ due_on: status === 'planned' || status === 'ordered' || status === 'sample-sent' ? expectedOn : null }) },
  tasks: { table: 'task', cells: ({ dueOn, doneOn }) => ({ due_on: doneOn === null ? dueOn : null }) },
  referrals: { table: 'referral', cells: (referral) => ({ due_on: referralDue(referral)?.on ?? null }) },
  consents: { table: 'consent', cells: ({ personId }) => ({ person_id: personId }) },
  exports: { table: 'export_record', cells: () => ({}) },
  identities: { table: 'case_identity', cells: () => ({}) },
  suggestions: { table: 'suggestion', cells: ({ personId }) => ({ person_id: personId }) },
  erasures: { table: 'erasure', cells: () => ({}) },
};

export function createRecordReaders(database: Connection): RecordReaders {
  const reader = <Kind extends RecordKind>(kind: Kind): RecordReader<RecordDetails[Kind]> => createReader(database, storageOf[kind]);
  return {
    events: reader('events'),
    documents: reader('documents'),
    tests: reader('tests'),
    tasks: reader('tasks'),
    referrals: reader('referrals'),
    consents: reader('consents'),
    exports: reader('exports'),
    identities: reader('identities'),
    suggestions: reader('suggestions'),
    erasures: reader('erasures'),
  };
}

export function createRecordWriters(database: Connection, rows: RowWriter, readers: RecordReaders): RecordWriters {
  const writer = <Kind extends RecordKind>(kind: Kind): RecordReader<RecordDetails[Kind]> & RecordWriter<RecordDetails[Kind]> => createWriter(rows, storageOf[kind], readers[kind]);
  return {
    events: writer('events'),
    documents: writer('documents'),
    tests: writer('tests'),
    tasks: writer('tasks'),
    referrals: writer('referrals'),
    consents: writer('consents'),
    exports: writer('exports'),
    identities: writer('identities'),
    suggestions: writer('suggestions'),
    erasures: writer('erasures'),
  };
}

function createReader<Detail>(database: Connection, { table }: RecordStorage<Detail>): RecordReader<Detail> {
  const find = database.prepare<[string], Row>(`SELECT * FROM ${table} WHERE id = ?`);
  const ofCase = database.prepare<[string], Row>(`SELECT * FROM ${table} WHERE case_id = ? ORDER BY id`);
  const columns: readonly string[] = trackedTables[table].columns;
  const due = columns.includes('due_on') ? database.prepare<[], Row>(`SELECT * FROM ${table} WHERE due_on IS NOT NULL ORDER BY due_on, id`) : null;
  return {
    find: (id) => {
      const row = find.get(id);
      return row === undefined ? null : recordFromRow<Detail>(row);
    },
    ofCase: (caseId) => ofCase.all(caseId).map((row) => recordFromRow<Detail>(row)),
    due: () => due?.all().map((row) => recordFromRow<Detail>(row)) ?? [],
  };
}

function createWriter<Detail>(rows: RowWriter, { table, cells }: RecordStorage<Detail>, reader: RecordReader<Detail>): RecordReader<Detail> & RecordWriter<Detail> {
  const written = (detail: Detail): Cells => ({ ...cells(detail), detail: JSON.stringify(detail) });
  return {
    ...reader,
    add: (caseId, detail) => existing(reader, rows.add(table, { ...written(detail), case_id: caseId, created_at: rows.at })),
    change: (id, version, change) => {
      const checked = rows.check(table, id, version);
      if (!checked.ok) return checked;
      const changed = rows.change(table, id, version, written({ ...detailOf<Detail>(checked.value), ...change }));
      return changed.ok ? success(existing(reader, id)) : changed;
    },
    remove: (id, version) => rows.remove(table, id, version),
  };
}

const detailOf = <Detail>(row: Row): Detail => JSON.parse(String(row['detail'])) as Detail;

const recordFromRow = <Detail>(row: Row): RecordOf<Detail> => ({ ...detailOf<Detail>(row), id: row.id, version: row.version, caseId: String(row['case_id']), createdAt: String(row['created_at']) });

function existing<Detail>(reader: RecordReader<Detail>, id: string): RecordOf<Detail> {
  const record = reader.find(id);
  if (record === null) throw new Error('a record written in this transaction is missing');
  return record;
}
