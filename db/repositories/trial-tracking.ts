import type { Connection } from '#db/connection.ts';
import type { Cells, RowWriter } from '#db/row-writer.ts';
import { cellOfLine } from '#db/search/case-lines.ts';
import type { Row } from '#db/tables.ts';
import { restingStatuses, type CandidateState } from '#shared/casefile/case-record.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import type { TrackingDetail, TrackingState, TrialSearch, TrialSearchDetail, TrialTracking } from '#shared/trial/tracking.ts';

export interface TrialReader {
  readonly find: (trackingId: string) => TrialTracking | null;
  /** In the order in which they were taken up. */
  readonly ofCase: (caseId: string) => readonly TrialTracking[];
  /** Of all cases. */
  readonly all: () => readonly TrialTracking[];
  /** How trials are looked for on behalf of the case; the empty search where nobody has said anything. */
  readonly search: (caseId: string) => TrialSearch;
  /** What studies are looked for by in each open case of somebody alive that a user has not opened since a moment: its candidates but those ruled out, and the first of its ranking where that is likely enough. */
  readonly sought: (view: SoughtView) => readonly SoughtOfCase[];
}

export interface SoughtView {
  readonly seenBy: string;
  readonly notSince: string;
  readonly leastProbability: number;
}

export interface SoughtOfCase {
  readonly caseId: string;
  readonly diseaseId: string;
  readonly name: string;
  readonly standing: Exclude<CandidateState, 'ruled-out'> | 'ranked';
}

export interface TrialWriter {
  readonly add: (caseId: string, studyId: string, detail: TrackingDetail) => TrialTracking;
  readonly change: (trackingId: string, version: number, change: Partial<TrackingDetail>) => Result<TrialTracking, Failure>;
  readonly remove: (trackingId: string, version: number) => Result<void, Failure>;
  readonly putSearch: (caseId: string, detail: TrialSearchDetail) => TrialSearch;
}

export function createTrialReader(database: Connection): TrialReader {
  const find = database.prepare<[string], Row>('SELECT * FROM trial_tracking WHERE id = ?');
  const ofCase = database.prepare<[string], Row>('SELECT * FROM trial_tracking WHERE case_id = ? ORDER BY id');
  const all = database.prepare<[], Row>('SELECT * FROM trial_tracking ORDER BY id');
  const search = database.prepare<[string], Row>('SELECT * FROM trial_search WHERE case_id = ?');
  const sought = database.prepare<[SoughtView], SoughtOfCase>(soughtStatement);
  return {
    sought: (view) => sought.all(view),
    find: (trackingId) => {
      const row = find.get(trackingId);
      return row === undefined ? null : trackingFromRow(row);
    },
    ofCase: (caseId) => ofCase.all(caseId).map(trackingFromRow),
    all: () => all.all().map(trackingFromRow),
    search: (caseId) => {
      const row = search.get(caseId);
      return row === undefined ? { id: null, version: 0, place: null, words: '' } : { ...(JSON.parse(String(row['detail'])) as TrialSearchDetail), id: row.id, version: row.version };
    },
  };
}

const soughtStatement = `
  WITH waiting AS MATERIALIZED (
    SELECT case_line.case_id AS id FROM case_line LEFT JOIN case_seen ON case_seen.case_id = case_line.case_id AND case_seen.seen_by = :seenBy
    WHERE coalesce(case_seen.at, ${cellOfLine.createdAt}) < :notSince AND ${cellOfLine.vitalStatus} <> 'deceased' AND ${cellOfLine.status} NOT IN (${restingStatuses.map((status) => `'${status}'`).join(', ')})
  ), ranked AS (SELECT case_id, top_disease_id, top_disease_name, top_probability, max(at) FROM ranking_snapshot GROUP BY case_id)
  SELECT case_id AS caseId, disease_id AS diseaseId, disease_name AS name, state AS standing FROM candidate JOIN waiting ON waiting.id = case_id WHERE state <> 'ruled-out'
  UNION ALL
  SELECT case_id, top_disease_id, top_disease_name, 'ranked' FROM ranked JOIN waiting ON waiting.id = case_id WHERE top_disease_id IS NOT NULL AND top_probability >= :leastProbability
  AND NOT EXISTS (SELECT 1 FROM candidate WHERE candidate.case_id = ranked.case_id AND disease_id = top_disease_id)`;

export function createTrialWriter(rows: RowWriter, reader: TrialReader): TrialWriter {
  return {
    add: (caseId, studyId, detail) => existing(reader, rows.add('trial_tracking', { ...cellsOf(detail), case_id: caseId, study_id: studyId, created_at: rows.at })),
    change: (trackingId, version, change) => {
      const checked = rows.check('trial_tracking', trackingId, version);
      if (!checked.ok) return checked;
      const { state, since, reason, note, seenImport } = trackingFromRow(checked.value);
      const changed = rows.change('trial_tracking', trackingId, version, cellsOf({ state, since, reason, note, seenImport, ...change }));
      return changed.ok ? success(existing(reader, trackingId)) : changed;
    },
    remove: (trackingId, version) => rows.remove('trial_tracking', trackingId, version),
    putSearch: (caseId, detail) => {
      const present = reader.search(caseId);
      const written = { detail: JSON.stringify(detail) };
      if (present.id === null) rows.add('trial_search', { ...written, case_id: caseId });
      else rows.put('trial_search', present.id, written);
      return reader.search(caseId);
    },
  };
}

/** State and day stand in columns of their own too, where a caseload can ask for them. */
const cellsOf = ({ state, since, reason, note, seenImport }: TrackingDetail): Cells => ({ state, since, detail: JSON.stringify({ reason, note, seenImport }) });

const trackingFromRow = (row: Row): TrialTracking => ({
  ...(JSON.parse(String(row['detail'])) as Pick<TrackingDetail, 'reason' | 'note' | 'seenImport'>),
  id: row.id,
  version: row.version,
  caseId: String(row['case_id']),
  studyId: String(row['study_id']),
  state: row['state'] as TrackingState,
  since: String(row['since']),
  createdAt: String(row['created_at']),
});

function existing(reader: TrialReader, id: string): TrialTracking {
  const tracking = reader.find(id);
  if (tracking === null) throw new Error('a study followed for a case, written in this transaction, is missing');
  return tracking;
}
