import type { Migration } from '#db/migrations/migration.ts';

/**
 * How a counsellor reckons with a condition of a family. The condition is not referred to, so that the model outlives one that is taken out and put back. The
 * detail is JSON, because it is read and written whole.
 */
export const riskModelMigration: Migration = {
  version: 50,
  purpose: 'risk-model',
  apply: (database) => {
    database.exec(`
      CREATE TABLE risk_model (
        id TEXT PRIMARY KEY NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        case_id TEXT NOT NULL REFERENCES case_record (id),
        condition_id TEXT NOT NULL,
        detail TEXT NOT NULL,
        UNIQUE (case_id, condition_id)
      ) STRICT;
    `);
  },
};
