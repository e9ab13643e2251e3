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
  const list = createCaseloadReader(database);
  return {
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

/** A ranking as the caseload shows it, and what the clinic has decided. */
type Candidates = Pick<CaseSummary, 'topCandidate' | 'decided'>;

/**
 * Reads the whole caseload by one walk through each table and puts the lines together here: joined by SQLite, and read as objects, ten thousand cases take more than
 * twice as long. The newest ranking of a case wins, whatever release made it; of several decisions a confirmed one goes before a working one. The index of the
 * probands is named because SQLite would take the smaller one and then look for each proband among all relatives.
 */
function createCaseloadReader(database: Connection): (view: CaseloadView) => readonly CaseSummary[] {
  const cases = database.prepare<[], CaseCells>('SELECT id, version, reference, status, status_since, first_symptom_on, next_action, next_action_due_on, created_at, changed_at FROM case_record ORDER BY changed_at DESC, id DESC').raw();
  const probands = database.prepare<[], ProbandCells>(
    'SELECT case_id, given_name, family_name, sex_assigned_at_birth, gender, vital_status, birth_date, death_date, age_at_death, age_at_last_encounter FROM person INDEXED BY proband_in_caseload WHERE is_proband = 1',
  ).raw();
  const counts = database.prepare<[], CountCells>('SELECT case_id, observed_count, excluded_count FROM case_profile INDEXED BY case_profile_counts').raw();
  const candidatesOf = createCandidatesReader(database);
  const newsOf = createCaseNewsReader(database);
  return (view) => {
    const probandOf = new Map(probands.all().map((cells) => [cells[0], cells]));
    const countsOf = new Map(counts.all().map((cells) => [cells[0], cells]));
    const candidates = candidatesOf();
    const news = newsOf(view);
    return cases.all().flatMap((cells) => {
      const proband = probandOf.get(cells[0]);
      return proband === undefined ? [] : [lineOf(cells, proband, countsOf.get(cells[0]), candidates(cells[0]), news(cells[0], cells[8], cells[7]))];
    });
  };
}

type CaseCells = readonly [id: string, version: number, reference: string, status: CaseStatus, statusSince: string, firstSymptomOn: string | null, nextAction: string, nextActionDueOn: string | null, createdAt: string, changedAt: string];
type ProbandCells = readonly [
  ...[caseId: string, givenName: string, familyName: string, sexAssignedAtBirth: Person['sexAssignedAtBirth'], gender: Person['gender'], vitalStatus: Person['vitalStatus']],
  ...[birthDate: string | null, deathDate: string | null, ageAtDeath: string | null, ageAtLastEncounter: string | null],
];

type CountCells = readonly [caseId: string, observed: number, excluded: number];

/** Field by field: to spread the parts into each other takes a third of the whole time. */
function lineOf(cells: CaseCells, proband: ProbandCells, counts: CountCells | undefined, { topCandidate, decided }: Candidates, { due, becameLate, waitingSuggestions, seenAt }: CaseNews): CaseSummary {
  const [id, version, reference, status, statusSince, firstSymptomOn, nextAction, nextActionDueOn, , changedAt] = cells;
  const [, givenName, familyName, sexAssignedAtBirth, gender, vitalStatus, birthDate, deathDate, ageAtDeath, ageAtLastEncounter] = proband;
  return {
    id,
    version,
    reference,
    proband: { givenName, familyName, sexAssignedAtBirth, gender, vitalStatus, birthDate, deathDate, ageAtDeath, ageAtLastEncounter },
    status,
    statusSince,
    firstSymptomOn,
    nextAction,
    nextActionDueOn,
    due,
    becameLate,
    waitingSuggestions,
    seenAt,
    changedAt,
    observedCount: counts?.[1] ?? 0,
    excludedCount: counts?.[2] ?? 0,
    topCandidate,
    decided,
  };
}

function createCandidatesReader(database: Connection): () => (caseId: string) => Candidates {
  const rankings = database.prepare<[], readonly [caseId: string, release: string, diseaseId: string | null, name: string, probability: number]>(
    'SELECT case_id, release, top_disease_id, top_disease_name, top_probability, max(at) FROM ranking_snapshot GROUP BY case_id',
  ).raw();
  const decisions = database.prepare<[], readonly [caseId: string, name: string, state: CandidateState]>(
    "SELECT case_id, disease_name, state, max((state = 'confirmed') || decided_on || id) FROM candidate WHERE state IN ('confirmed', 'working') GROUP BY case_id",
  ).raw();
  return () => {
    const top = new Map(rankings.all().map(([caseId, release, diseaseId, name, probability]) => [caseId, diseaseId === null ? null : { diseaseId, name, probability, release }]));
    const decided = new Map(decisions.all().map(([caseId, name, state]) => [caseId, { name, state }]));
    return (caseId) => ({ topCandidate: top.get(caseId) ?? null, decided: decided.get(caseId) ?? null });
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
