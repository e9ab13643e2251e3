import type { Migration } from '#db/migrations/migration.ts';

/**
 * What makes ten thousand cases a caseload: words to find them by, what was last looked at, filters kept by name, and the findings of each proband in one row, to
 * count them and to compare cases by. Words and findings follow from the rows of the cases, and like what was looked at they stand outside the change log.
 *
 * `search_text` holds one row for each part of a case, `number * 32 + part`; nothing but the words themselves is kept, without their places. Its content lies in the
 * encrypted database like everything else. `search_state` tells by which rules the words were taken: they are taken anew where the rules have changed.
 */
export const caseloadMigration: Migration = {
  version: 110,
  purpose: 'caseload',
  apply: (database) => {
    database.exec(`
      CREATE TABLE search_case (
        number INTEGER PRIMARY KEY NOT NULL,
        case_id TEXT UNIQUE NOT NULL
      ) STRICT;
      CREATE VIRTUAL TABLE search_text USING fts5 (words, content = '', contentless_delete = 1, detail = none, prefix = '2 3', tokenize = 'ascii');
      CREATE TABLE search_state (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        rules INTEGER NOT NULL
      ) STRICT;
      INSERT INTO search_state (id, rules) VALUES (1, 0);

      CREATE TABLE case_profile (
        case_id TEXT PRIMARY KEY NOT NULL,
        observed_count INTEGER NOT NULL,
        excluded_count INTEGER NOT NULL,
        observed BLOB NOT NULL,
        excluded BLOB NOT NULL
      ) STRICT;
      CREATE INDEX case_profile_counts ON case_profile (case_id, observed_count, excluded_count);

      CREATE TABLE case_seen (
        case_id TEXT NOT NULL REFERENCES case_record (id) ON DELETE CASCADE,
        seen_by TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (case_id, seen_by)
      ) STRICT;

      CREATE TABLE saved_filter (
        id TEXT PRIMARY KEY NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        name TEXT NOT NULL,
        filter TEXT NOT NULL
      ) STRICT;

      CREATE INDEX case_record_by_change ON case_record (changed_at, id);
      -- Each holds all that the caseload asks of what is due, so that ten thousand cases are listed without reading the records.
      CREATE INDEX ordered_test_due_in_caseload ON ordered_test (case_id, due_on) WHERE due_on IS NOT NULL;
      CREATE INDEX task_due_in_caseload ON task (case_id, due_on) WHERE due_on IS NOT NULL;
      CREATE INDEX referral_due_in_caseload ON referral (case_id, due_on) WHERE due_on IS NOT NULL;
      CREATE INDEX finding_review_in_caseload ON finding (case_id, json_extract(detail, '$.nextReviewOn')) WHERE json_extract(detail, '$.nextReviewOn') IS NOT NULL;
      CREATE INDEX suggestion_open_in_caseload ON suggestion (case_id) WHERE json_extract(detail, '$.status') = 'open';
    `);
  },
};
