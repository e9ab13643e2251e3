import type { Migration } from '#db/migrations/migration.ts';

/**
 * What a clinic does for a case: the steps of its odyssey, documents, tests, tasks and referrals. What a record says is JSON; `due_on` stands apart, so that what is
 * due in ten thousand cases is found by an index. The bytes of a document stand once, under their hash, and are no row of the change log.
 */
export const caseworkMigration: Migration = {
  version: 80,
  purpose: 'casework',
  apply: (database) => {
    for (const table of ['odyssey_event', 'ordered_test', 'task', 'referral']) database.exec(recordTable(table));
    database.exec(`
      CREATE TABLE attached_document (
        id TEXT PRIMARY KEY NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        case_id TEXT NOT NULL REFERENCES case_record (id),
        created_at TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        detail TEXT NOT NULL
      ) STRICT;
      CREATE INDEX attached_document_of_case ON attached_document (case_id);
      CREATE INDEX attached_document_of_content ON attached_document (sha256);

      CREATE TABLE document_content (
        sha256 TEXT PRIMARY KEY NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT;
    `);
  },
};

const recordTable = (table: string): string => `
  CREATE TABLE ${table} (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    created_at TEXT NOT NULL,
    due_on TEXT,
    detail TEXT NOT NULL
  ) STRICT;
  CREATE INDEX ${table}_of_case ON ${table} (case_id);
  CREATE INDEX ${table}_due ON ${table} (due_on) WHERE due_on IS NOT NULL;`;
