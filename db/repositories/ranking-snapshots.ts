import type { Connection } from '#db/connection.ts';
import type { Row } from '#db/tables.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';

export interface RankedCandidate {
  readonly diseaseId: string;
  readonly name: string;
  readonly probability: number;
}

/**
 * A ranking as it was computed, with the release and algorithm that made it. It follows from the findings and may be computed
 * again at any time, so it stands outside the change log.
 */
export interface RankingSnapshot {
  readonly caseId: string;
  readonly release: string;
  readonly algorithm: string;
  readonly excludedMode: ExcludedMode;
  /** Changes when the findings that were ranked change. */
  readonly featuresFingerprint: string;
  readonly at: string;
  /** Best first. */
  readonly candidates: readonly RankedCandidate[];
}

export interface RankingReader {
  /** The newest ranking of a case, whatever release made it. */
  readonly latest: (caseId: string) => RankingSnapshot | null;
  readonly ofCase: (caseId: string) => readonly RankingSnapshot[];
  /** Cases without a ranking by this maker, or changed since; at most `limit`, last changed first. */
  readonly outdated: (maker: RankingMaker, limit: number) => readonly string[];
}

/** What a ranking depends on besides the case. */
export type RankingMaker = Pick<RankingSnapshot, 'release' | 'algorithm' | 'excludedMode'>;

export interface RankingStore extends RankingReader {
  /**
   * Keeps a ranking, replacing the one of the same case, release, algorithm and mode. Answers whether the caseload would show
   * something else than before.
   */
  readonly keep: (snapshot: RankingSnapshot) => boolean;
  /** The same for several, in one transaction: the disk is waited for once. Answers whether any of them shows something else. */
  readonly keepAll: (snapshots: readonly RankingSnapshot[]) => boolean;
}

export function createRankingStore(database: Connection): RankingStore {
  const ofCase = database.prepare<[string], Row>('SELECT * FROM ranking_snapshot WHERE case_id = ? ORDER BY at DESC');
  const findCase = database.prepare<[string], Row>('SELECT changed_at FROM case_record WHERE id = ?');
  const outdated = database.prepare<[string, string, string, number], Row>(`
    SELECT case_record.id FROM case_record
    LEFT JOIN ranking_snapshot ON ranking_snapshot.case_id = case_record.id AND release = ? AND algorithm = ? AND excluded_mode = ?
    WHERE ranking_snapshot.at IS NULL OR ranking_snapshot.at < case_record.changed_at
    ORDER BY case_record.changed_at DESC LIMIT ?`);
  const upsert = database.prepare(`
    INSERT INTO ranking_snapshot (case_id, release, algorithm, excluded_mode, features_fingerprint, at, candidates, top_disease_id, top_disease_name, top_probability)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (case_id, release, algorithm, excluded_mode) DO UPDATE SET features_fingerprint = excluded.features_fingerprint, at = excluded.at,
      candidates = excluded.candidates, top_disease_id = excluded.top_disease_id, top_disease_name = excluded.top_disease_name, top_probability = excluded.top_probability`);
  const reader: RankingReader = {
    ofCase: (caseId) => ofCase.all(caseId).map(snapshotFromRow),
    latest: (caseId) => {
      const row = ofCase.get(caseId);
      return row === undefined ? null : snapshotFromRow(row);
    },
    outdated: (maker, limit) => outdated.all(maker.release, maker.algorithm, maker.excludedMode, limit).map((row) => row.id),
  };
  const keep = (given: RankingSnapshot): boolean => {
    const changedAt = findCase.get(given.caseId)?.['changed_at'];
    // The case may have been deleted while it was being ranked.
    if (typeof changedAt !== 'string') return false;
    // Never older than the case it ranks: after the clock was set back it would stay out of date, and be ranked again without end.
    const at = given.at > changedAt ? given.at : changedAt;
    const snapshot = { ...given, at, candidates: given.candidates.map(({ diseaseId, name, probability }) => ({ diseaseId, name, probability })) };
    const before = reader.latest(snapshot.caseId);
    // The same again needs no write, unless the case has changed since in a way that left the ranking as it was.
    if (before !== null && isSameRanking(before, snapshot) && before.at >= changedAt) return false;
    const top = snapshot.candidates[0];
    upsert.run(
      snapshot.caseId, snapshot.release, snapshot.algorithm, snapshot.excludedMode, snapshot.featuresFingerprint, snapshot.at,
      JSON.stringify(snapshot.candidates), top?.diseaseId ?? null, top?.name ?? null, top?.probability ?? null,
    );
    const shownBefore = before?.candidates[0];
    return before?.release !== snapshot.release || JSON.stringify(shownBefore ?? null) !== JSON.stringify(top ?? null);
  };
  return { ...reader, keep, keepAll: database.transaction((snapshots: readonly RankingSnapshot[]) => snapshots.map(keep).includes(true)) };
}

function isSameRanking(before: RankingSnapshot, after: RankingSnapshot): boolean {
  return (
    before.release === after.release &&
    before.algorithm === after.algorithm &&
    before.excludedMode === after.excludedMode &&
    before.featuresFingerprint === after.featuresFingerprint &&
    JSON.stringify(before.candidates) === JSON.stringify(after.candidates)
  );
}

function snapshotFromRow(row: Row): RankingSnapshot {
  return {
    caseId: String(row['case_id']),
    release: String(row['release']),
    algorithm: String(row['algorithm']),
    excludedMode: row['excluded_mode'] as ExcludedMode,
    featuresFingerprint: String(row['features_fingerprint']),
    at: String(row['at']),
    candidates: JSON.parse(String(row['candidates'])) as readonly RankedCandidate[],
  };
}
