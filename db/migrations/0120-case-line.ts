import type { Migration } from '#db/migrations/migration.ts';

/**
 * What the caseload shows of each case, in one row that is written with the records it follows from: ten thousand cases are then listed without reading their records.
 * The line is JSON, because it is read and written whole. `case_line_state` tells by which rules the lines were made: they are made anew where the rules have changed.
 */
export const caseLineMigration: Migration = {
  version: 120,
  purpose: 'case-line',
  apply: (database) => {
    database.exec(`
      CREATE TABLE case_line (
        case_id TEXT UNIQUE NOT NULL,
        line TEXT NOT NULL
      ) STRICT;
      CREATE TABLE case_line_state (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        rules INTEGER NOT NULL
      ) STRICT;
      INSERT INTO case_line_state (id, rules) VALUES (1, 0);
    `);
  },
};
