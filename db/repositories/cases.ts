import type { Connection } from '#db/connection.ts';
import { recordTables } from '#db/repositories/case-records.ts';
import { createCaseNewsReader, type CaseNews } from '#db/repositories/case-views.ts';
import type { RowWriter } from '#db/row-writer.ts';
import type { Row, TrackedTableName } from '#db/tables.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import type { CandidateState, CaseDetail, CaseRecord, CaseStatus, Person } from '#shared/casefile/case-record.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

/** For whom and on which day the caseload is listed: what is late depends on the one, what is new on the other. */
export interface CaseloadView {
  readonly seenBy: string;
  /** Such as 2026-11-23. */
  readonly today: string;
}

const nobodysView: CaseloadView = { seenBy: '', today: '' };

export interface CaseReader {
  /** Every case with its counts, its leading diagnoses and what is due, last changed first. Without a view nothing was seen and nothing is late. */
  readonly list: (view?: CaseloadView) => readonly CaseSummary[];
  readonly find: (caseId: string) => CaseRecord | null;
  /** The numbers of all cases. */
  readonly references: () => ReadonlySet<string>;
}

export interface CaseWriter {
  readonly add: (detail: CaseDetail) => CaseRecord;
  readonly change: (caseId: string, version: number, change: Partial<CaseDetail>) => Result<CaseRecord, Failure>;
  /** Takes out the case with its family, findings, candidates and documents; one undo brings all of it back. */
  readonly remove: (caseId: string, version: number) => Result<void, Failure>;
}

export function createCaseReader(database: Connection): CaseReader {
  const find = database.prepare<[string], Row>('SELECT * FROM case_record WHERE id = ?');
  const references = database.prepare<[], { readonly reference: string }>('SELECT DISTINCT reference FROM case_record');
  const list = database.prepare<[], Row>(listStatement);
  const news = createCaseNewsReader(database);
  return {
    references: () => new Set(references.all().map((row) => row.reference)),
    list: (view = nobodysView) => {
      const newsOf = news(view);
      return list.all().map((row) => ({ ...summaryFromRow(row), ...newsOf(row.id, String(row['created_at']), row['next_action_due_on'] as string | null) }));
    },
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

/**
 * The whole caseload in one statement. Each part is grouped once, because a look-up per case would cost 10,000 of them. The
 * newest ranking of a case wins, whatever release made it; of several decisions a confirmed one goes before a working one. The index
 * is named because SQLite would take the smaller one and then look for each proband among all relatives.
 */
const listStatement = `
  WITH newest_ranking AS (
    SELECT case_id, release, top_disease_id, top_disease_name, top_probability, max(at) FROM ranking_snapshot GROUP BY case_id
  ), decision AS (
    SELECT case_id, disease_name, state, max((state = 'confirmed') || decided_on || id) FROM candidate WHERE state IN ('confirmed', 'working') GROUP BY case_id
  )
  SELECT case_record.id, case_record.version, case_record.reference, status, status_since, first_symptom_on, next_action, next_action_due_on, created_at, changed_at,
    person.id AS person_id, given_name, family_name, sex_assigned_at_birth, gender, vital_status, birth_date, death_date, age_at_death, age_at_last_encounter,
    coalesce(observed_count, 0) AS observed, coalesce(excluded_count, 0) AS excluded,
    newest_ranking.release, top_disease_id, top_disease_name, top_probability, decision.disease_name AS decided_name, decision.state AS decided_state
  FROM case_record
  JOIN person INDEXED BY proband_in_caseload ON person.case_id = case_record.id AND person.is_proband = 1
  LEFT JOIN case_profile INDEXED BY case_profile_counts ON case_profile.case_id = case_record.id
  LEFT JOIN newest_ranking ON newest_ranking.case_id = case_record.id
  LEFT JOIN decision ON decision.case_id = case_record.id
  ORDER BY changed_at DESC, case_record.id DESC`;

function summaryFromRow(row: Row): Omit<CaseSummary, keyof CaseNews> {
  return {
    id: row.id,
    version: row.version,
    reference: String(row['reference']),
    proband: {
      id: String(row['person_id']),
      givenName: String(row['given_name']),
      familyName: String(row['family_name']),
      sexAssignedAtBirth: row['sex_assigned_at_birth'] as Person['sexAssignedAtBirth'],
      gender: row['gender'] as Person['gender'],
      vitalStatus: row['vital_status'] as Person['vitalStatus'],
      birthDate: row['birth_date'] as string | null,
      deathDate: row['death_date'] as string | null,
      ageAtDeath: row['age_at_death'] as string | null,
      ageAtLastEncounter: row['age_at_last_encounter'] as string | null,
    },
    status: row['status'] as CaseStatus,
    statusSince: String(row['status_since']),
    firstSymptomOn: row['first_symptom_on'] as string | null,
    nextAction: String(row['next_action']),
    nextActionDueOn: row['next_action_due_on'] as string | null,
    changedAt: String(row['changed_at']),
    observedCount: Number(row['observed']),
    excludedCount: Number(row['excluded']),
    topCandidate:
      typeof row['top_disease_id'] === 'string'
        ? { diseaseId: row['top_disease_id'], name: String(row['top_disease_name']), probability: Number(row['top_probability']), release: String(row['release']) }
        : null,
    decided: typeof row['decided_name'] === 'string' ? { name: row['decided_name'], state: row['decided_state'] as CandidateState } : null,
  };
}

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
