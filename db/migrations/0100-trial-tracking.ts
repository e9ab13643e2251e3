import type { Migration } from '#db/migrations/migration.ts';

/** Studies that a case follows, each with its state, and how trials are looked for on its behalf (one row a case). The studies themselves are public and stand outside the vault. */
export const trialTrackingMigration: Migration = {
  version: 100,
  purpose: 'trial-tracking',
  apply: (database) => {
    database.exec(`
      CREATE TABLE trial_tracking (
        id TEXT PRIMARY KEY NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        case_id TEXT NOT NULL REFERENCES case_record (id),
        study_id TEXT NOT NULL,
        state TEXT NOT NULL,
        since TEXT NOT NULL,
        created_at TEXT NOT NULL,
        detail TEXT NOT NULL,
        UNIQUE (case_id, study_id)
      ) STRICT;
      CREATE INDEX trial_tracking_of_study ON trial_tracking (study_id);

      CREATE TABLE trial_search (
        id TEXT PRIMARY KEY NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        case_id TEXT NOT NULL UNIQUE REFERENCES case_record (id),
        detail TEXT NOT NULL
      ) STRICT;
    `);
  },
};
