import type { Connection } from '#db/connection.ts';
import type { RowWriter } from '#db/row-writer.ts';
import type { Row } from '#db/tables.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import type { Candidate, CandidateState } from '#shared/casefile/case-record.ts';

export interface CandidateReader {
  readonly find: (candidateId: string) => Candidate | null;
  readonly ofCase: (caseId: string) => readonly Candidate[];
  readonly ofDisease: (caseId: string, diseaseId: string) => Candidate | null;
}

export interface CandidateDecision {
  readonly state: CandidateState;
  readonly reason: string;
  readonly decidedOn: string;
  readonly decidedBy: string;
}

export interface CandidateWriter {
  /** One row a case and disease; the caller has made sure that there is none yet. */
  readonly add: (caseId: string, disease: { readonly id: string; readonly name: string }, decision: CandidateDecision) => Candidate;
  readonly change: (candidateId: string, version: number, decision: CandidateDecision) => Result<Candidate, Failure>;
  readonly remove: (candidateId: string, version: number) => Result<void, Failure>;
}

export function createCandidateReader(database: Connection): CandidateReader {
  const find = database.prepare<[string], Row>('SELECT * FROM candidate WHERE id = ?');
  const ofCase = database.prepare<[string], Row>('SELECT * FROM candidate WHERE case_id = ? ORDER BY id');
  const ofDisease = database.prepare<[string, string], Row>('SELECT * FROM candidate WHERE case_id = ? AND disease_id = ?');
  return {
    find: (candidateId) => candidateOrNull(find.get(candidateId)),
    ofCase: (caseId) => ofCase.all(caseId).map(candidateFromRow),
    ofDisease: (caseId, diseaseId) => candidateOrNull(ofDisease.get(caseId, diseaseId)),
  };
}

export function createCandidateWriter(rows: RowWriter, reader: CandidateReader): CandidateWriter {
  return {
    add: (caseId, disease, decision) =>
      existing(reader, rows.add('candidate', { ...rowFromDecision(decision), case_id: caseId, disease_id: disease.id, disease_name: disease.name })),
    change: (candidateId, version, decision) => {
      const result = rows.change('candidate', candidateId, version, rowFromDecision(decision));
      return result.ok ? success(existing(reader, candidateId)) : result;
    },
    remove: (candidateId, version) => rows.remove('candidate', candidateId, version),
  };
}

function rowFromDecision(decision: CandidateDecision) {
  return { state: decision.state, reason: decision.reason, decided_on: decision.decidedOn, decided_by: decision.decidedBy };
}

function candidateFromRow(row: Row): Candidate {
  return {
    id: row.id,
    version: row.version,
    caseId: String(row['case_id']),
    diseaseId: String(row['disease_id']),
    diseaseName: String(row['disease_name']),
    state: row['state'] as CandidateState,
    reason: String(row['reason']),
    decidedOn: String(row['decided_on']),
    decidedBy: String(row['decided_by']),
  };
}

function candidateOrNull(row: Row | undefined): Candidate | null {
  return row === undefined ? null : candidateFromRow(row);
}

function existing(reader: CandidateReader, id: string): Candidate {
  const candidate = reader.find(id);
  if (candidate === null) throw new Error('a candidate written in this transaction is missing');
  return candidate;
}
