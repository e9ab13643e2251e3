import type { Connection } from '#db/connection.ts';
import { recordTables } from '#db/repositories/case-records.ts';
import { createCaseloadReader, nobodysView, type CaseloadView } from '#db/repositories/caseload.ts';
import type { RowWriter } from '#db/row-writer.ts';
import type { Row, TrackedTableName } from '#db/tables.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import type { CaseDetail, CaseRecord, CaseStatus } from '#shared/casefile/case-record.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

export interface CaseReader {
  /** Every case with its counts, its leading diagnoses and what is due, last changed first. Without a view nothing was seen and nothing is late. */
  readonly list: (view?: CaseloadView) => readonly CaseSummary[];
  readonly find: (caseId: string) => CaseRecord | null;
  /** The numbers of all cases. */
  readonly references: () => ReadonlySet<string>;
  /** What the clinic called the case, as the history knows it, that of today too. */
  readonly everReferenced: (caseId: string) => readonly string[];
}

export interface CaseWriter {
  readonly add: (detail: CaseDetail) => CaseRecord;
  readonly change: (caseId: string, version: number, change: Partial<CaseDetail>) => Result<CaseRecord, Failure>;
  /** Takes out the case with its family, findings, candidates and documents; one undo brings all of it back. */
  readonly remove: (caseId: string, version: number) => Result<void, Failure>;
}

export function createCaseReader(database: Connection): CaseReader {
  const find = database.prepare<[string], Row>('SELECT * FROM case_record WHERE id = ?');
  const everReferenced = database.prepare<[string], { readonly reference: string }>("SELECT DISTINCT json_extract(after, '$.reference') AS reference FROM change_image WHERE row_id = ? AND table_name = 'case_record' AND after IS NOT NULL");
  const references = database.prepare<[], { readonly reference: string }>('SELECT DISTINCT reference FROM case_record');
  const list = createCaseloadReader(database);
  return {
    everReferenced: (caseId) => everReferenced.all(caseId).map((row) => row.reference),
    references: () => new Set(references.all().map((row) => row.reference)),
    list: (view = nobodysView) => list(view),
    find: (caseId) => {
      const row = find.get(caseId);
      return row === undefined ? null : caseFromRow(row);
    },
  };
}

export function createCaseWriter(database: Connection, rows: RowWriter, reader: CaseReader): CaseWriter {
  return {
    add: (detail) => {
      const id = rows.add('case_record', { ...rowFromDetail(detail), status_since: rows.at, created_at: rows.at });
      return existing(reader, id);
    },
    change: (caseId, version, change) => {
      const hasNewStatus = change.status !== undefined && change.status !== reader.find(caseId)?.status;
      const result = rows.change('case_record', caseId, version, { ...rowFromDetail(change), ...(hasNewStatus ? { status_since: rows.at } : {}) });
      return result.ok ? success(existing(reader, caseId)) : result;
    },
    remove: (caseId, version) => {
      const checked = rows.check('case_record', caseId, version);
      if (!checked.ok) return checked;
      for (const table of tablesOfCase) {
        for (const row of database.prepare<[string], Row>(`SELECT id, version FROM ${table} WHERE case_id = ? ORDER BY id DESC`).all(caseId)) {
          const removed = rows.remove(table, row.id, row.version);
          if (!removed.ok) return removed;
        }
      }
      return rows.remove('case_record', caseId, version);
    },
  };
}

/** Those that refer to others first. */
const tablesOfCase = [...recordTables, 'trial_tracking', 'trial_search', 'source_document', 'risk_model', 'candidate', 'finding_classification', 'finding_genotype', 'finding', 'feature', 'individual_condition', 'condition', 'twin_member', 'twin_group', 'partnership', 'parent_edge', 'pedigree_header', 'person'] as const satisfies readonly TrackedTableName[];

function caseFromRow(row: Row): CaseRecord {
  return {
    id: row.id,
    version: row.version,
    reference: String(row['reference']),
    status: row['status'] as CaseStatus,
    statusSince: String(row['status_since']),
    firstSymptomOn: row['first_symptom_on'] as string | null,
    nextAction: String(row['next_action']),
    nextActionDueOn: row['next_action_due_on'] as string | null,
    note: String(row['note']),
    createdAt: String(row['created_at']),
    changedAt: String(row['changed_at']),
  };
}

function rowFromDetail(detail: Partial<CaseDetail>): Readonly<Record<string, string | null | undefined>> {
  return {
    reference: detail.reference,
    status: detail.status,
    first_symptom_on: detail.firstSymptomOn,
    next_action: detail.nextAction,
    next_action_due_on: detail.nextActionDueOn,
    note: detail.note,
  };
}

function existing(reader: CaseReader, id: string): CaseRecord {
  const record = reader.find(id);
  if (record === null) throw new Error('a case written in this transaction is missing');
  return record;
}
