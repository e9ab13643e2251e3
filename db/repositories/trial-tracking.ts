import type { Connection } from '#db/connection.ts';
import type { Cells, RowWriter } from '#db/row-writer.ts';
import type { Row } from '#db/tables.ts';
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
  return {
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
