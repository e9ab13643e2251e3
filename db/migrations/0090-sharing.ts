import type { Migration } from '#db/migrations/migration.ts';

/** Who agreed to what, what left the clinic, under which name a family goes outside, what the family itself says, and what was taken out on request. */
export const sharingMigration: Migration = {
  version: 90,
  purpose: 'sharing',
  apply: (database) => {
    for (const table of ['export_record', 'case_identity', 'erasure']) database.exec(recordTable(table, ''));
    database.exec('CREATE UNIQUE INDEX one_identity_of_case ON case_identity (case_id)');
    database.exec(recordTable('consent', 'person_id TEXT NOT NULL REFERENCES person (id),'));
    database.exec(recordTable('suggestion', 'person_id TEXT REFERENCES person (id),'));
    database.exec('CREATE INDEX consent_of_person ON consent (person_id); CREATE INDEX suggestion_of_person ON suggestion (person_id)');
  },
};

const recordTable = (table: string, person: string): string => `
  CREATE TABLE ${table} (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    created_at TEXT NOT NULL,
    ${person}
    detail TEXT NOT NULL
  ) STRICT;
  CREATE INDEX ${table}_of_case ON ${table} (case_id);`;
