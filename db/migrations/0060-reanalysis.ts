import type { Migration } from '#db/migrations/migration.ts';

/**
 * What a new release moved. Like the rankings it stands outside the change log: it says what somebody has looked at, nothing of the patient.
 * The index holds all that is compared, so that ten thousand cases are compared without reading their candidates.
 */
export const reanalysisMigration: Migration = {
  version: 60,
  purpose: 'reanalysis',
  apply: (database) => {
    database.exec(`
      CREATE TABLE reanalysis_seen (
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        release TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (case_id, release)
      ) STRICT;
      CREATE INDEX ranking_snapshot_comparison
        ON ranking_snapshot (algorithm, excluded_mode, case_id, at, release, features_fingerprint, top_disease_id, top_disease_name, top_probability);
    `);
  },
};
