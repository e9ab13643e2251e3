import type { Connection } from '#db/connection.ts';
import type { RankedCandidate, RankingMaker } from '#db/repositories/ranking-snapshots.ts';
import type { Row } from '#db/tables.ts';
import { restingStatuses } from '#shared/casefile/case-record.ts';

/** A case whose first place is another under the release in use than under the one before, though its findings are the same. */
export interface MovedCaseRow {
  readonly caseId: string;
  readonly reference: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly before: RankedCandidate & { readonly release: string };
  readonly after: RankedCandidate;
}

export interface ReanalysisReader {
  /** Open cases that were moved and that nobody has looked at since, the surest first. `ignoredRelease` is not compared with. */
  readonly moved: (maker: RankingMaker, ignoredRelease: string) => readonly MovedCaseRow[];
  /** Open cases whose first place stayed, that nobody has looked at since; not those in which it is surer than `settledFrom` under both releases. */
  readonly keptFirst: (maker: RankingMaker, ignoredRelease: string, settledFrom: number) => readonly MovedCaseRow[];
  /** The first three candidates of a case under one release. */
  readonly firstThree: (caseId: string, maker: RankingMaker) => readonly RankedCandidate[];
  /** How many open cases were ranked under two releases with the same findings. */
  readonly compared: (maker: RankingMaker, ignoredRelease: string) => number;
  /** How many cases are not ranked by this maker as they are now, of how many. */
  readonly progress: (maker: RankingMaker) => { readonly waiting: number; readonly total: number };
}

export interface ReanalysisStore extends ReanalysisReader {
  /** Notes that a case was looked at under a release. */
  readonly acknowledge: (caseId: string, release: string, at: string) => void;
}

/**
 * The findings are the same where the fingerprint is, or where the case was not changed since the older ranking: a release that merged
 * a term changes the fingerprint and nothing else. Another method would move cases too, so that only rankings of one are compared.
 */
const comparison = (columns: string) => `
  WITH newer AS (
    SELECT case_id, features_fingerprint, top_disease_id, top_disease_name, top_probability FROM ranking_snapshot
    WHERE algorithm = :algorithm AND excluded_mode = :excludedMode AND release = :release
  ), older AS (
    SELECT case_id, release, features_fingerprint, top_disease_id, top_disease_name, top_probability, max(at) AS at FROM ranking_snapshot
    WHERE algorithm = :algorithm AND excluded_mode = :excludedMode AND release <> :release AND release <> :ignored GROUP BY case_id
  )
  SELECT ${columns}
  FROM newer JOIN older ON older.case_id = newer.case_id
  JOIN case_record ON case_record.id = newer.case_id
  JOIN person ON person.case_id = case_record.id AND person.is_proband = 1
  LEFT JOIN reanalysis_seen ON reanalysis_seen.case_id = newer.case_id AND reanalysis_seen.release = :release
  WHERE case_record.status NOT IN (${restingStatuses.map((status) => `'${status}'`).join(', ')})
    AND (older.features_fingerprint = newer.features_fingerprint OR older.at >= case_record.changed_at)`;

const shownColumns = `case_record.id, case_record.version, case_record.reference, given_name, family_name, older.release AS old_release,
    older.top_disease_id AS old_id, older.top_disease_name AS old_name, older.top_probability AS old_probability,
    newer.top_disease_id AS new_id, newer.top_disease_name AS new_name, newer.top_probability AS new_probability`;
const movedStatement = `${comparison(shownColumns)} AND reanalysis_seen.at IS NULL AND older.top_disease_id <> newer.top_disease_id ORDER BY newer.top_probability DESC, case_record.id`;
const keptFirstStatement = `${comparison(shownColumns)} AND reanalysis_seen.at IS NULL AND older.top_disease_id = newer.top_disease_id AND min(older.top_probability, newer.top_probability) <= :settledFrom`;
const comparedStatement = comparison('count(*) AS count');

export function createReanalysisStore(database: Connection): ReanalysisStore {
  const moved = database.prepare<[Readonly<Record<string, string>>], Row>(movedStatement);
  const keptFirst = database.prepare<[Readonly<Record<string, string | number>>], Row>(keptFirstStatement);
  const firstThree = database.prepare<[string, string, string, string], { readonly first: string }>("SELECT json_extract(candidates, '$[0]', '$[1]', '$[2]') AS first FROM ranking_snapshot WHERE case_id = ? AND release = ? AND algorithm = ? AND excluded_mode = ?");
  const compared = database.prepare<[Readonly<Record<string, string>>], { readonly count: number }>(comparedStatement);
  const total = database.prepare<[], { readonly count: number }>('SELECT count(*) AS count FROM case_record');
  const current = database.prepare<[string, string, string], { readonly count: number }>(`
    SELECT count(*) AS count FROM ranking_snapshot INDEXED BY ranking_snapshot_comparison
    JOIN case_record ON case_record.id = ranking_snapshot.case_id
    WHERE algorithm = ? AND excluded_mode = ? AND release = ? AND ranking_snapshot.at >= case_record.changed_at`);
  const acknowledge = database.prepare<[string, string, string]>('INSERT INTO reanalysis_seen (case_id, release, at) SELECT id, ?, ? FROM case_record WHERE id = ? ON CONFLICT DO UPDATE SET at = excluded.at');
  return {
    moved: ({ release, algorithm, excludedMode }, ignored) => moved.all({ release, algorithm, excludedMode, ignored }).map(fromRow),
    keptFirst: ({ release, algorithm, excludedMode }, ignored, settledFrom) => keptFirst.all({ release, algorithm, excludedMode, ignored, settledFrom }).map(fromRow),
    firstThree: (caseId, { release, algorithm, excludedMode }) => candidatesIn(firstThree.get(caseId, release, algorithm, excludedMode)?.first ?? '[]'),
    compared: ({ release, algorithm, excludedMode }, ignored) => compared.get({ release, algorithm, excludedMode, ignored })?.count ?? 0,
    progress: ({ release, algorithm, excludedMode }) => {
      const all = total.get()?.count ?? 0;
      return { waiting: all - (current.get(algorithm, excludedMode, release)?.count ?? 0), total: all };
    },
    acknowledge: (caseId, release, at) => void acknowledge.run(release, at, caseId),
  };
}

/** The first three as JSON; null where there are fewer. */
const candidatesIn = (json: string): readonly RankedCandidate[] => (JSON.parse(json) as readonly (RankedCandidate | null)[]).filter((candidate) => candidate !== null);

function fromRow(row: Row): MovedCaseRow {
  return {
    caseId: row.id,
    reference: String(row['reference']),
    givenName: String(row['given_name']),
    familyName: String(row['family_name']),
    before: { diseaseId: String(row['old_id']), name: String(row['old_name']), probability: Number(row['old_probability']), release: String(row['old_release']) },
    after: { diseaseId: String(row['new_id']), name: String(row['new_name']), probability: Number(row['new_probability']) },
  };
}
