import type { Migration } from '#db/migrations/migration.ts';

export const rankingSnapshotMigration: Migration = {
  version: 30,
  purpose: 'ranking-snapshot',
  apply: (database) => {
    database.exec(`
      CREATE TABLE ranking_snapshot (
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        release TEXT NOT NULL,
        algorithm TEXT NOT NULL,
        excluded_mode TEXT NOT NULL,
        features_fingerprint TEXT NOT NULL,
        at TEXT NOT NULL,
        candidates TEXT NOT NULL,
        top_disease_id TEXT,
        top_disease_name TEXT,
        top_probability REAL,
        PRIMARY KEY (case_id, release, algorithm, excluded_mode)
      ) STRICT;
      -- Holds all that the caseload shows, so that listing cases never reads the long candidates.
      CREATE INDEX ranking_snapshot_age ON ranking_snapshot (case_id, at, release, top_disease_id, top_disease_name, top_probability);
    `);
  },
};
