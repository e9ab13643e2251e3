import type { Connection } from '#db/connection.ts';

/** Marks a file as one of these: `NTRI`. */
export const trialApplicationId = 0x4e545249;
/** Counts changes of the schema; a file of another one has to be imported again. */
export const trialFormat = 1;

/**
 * One row a study; its record is compressed JSON. `study_key` finds studies by what they are about (c: a condition, g: a gene), `study_words` by all their words.
 * `study_change` keeps what each import changed, for the cases that follow a study.
 */
export function createTrialSchema(database: Connection): void {
  database.exec(`
    PRAGMA application_id = ${String(trialApplicationId)};
    PRAGMA user_version = ${String(trialFormat)};
    CREATE TABLE study (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      status TEXT,
      phases TEXT NOT NULL,
      data_date TEXT,
      first_import INTEGER NOT NULL,
      last_import INTEGER NOT NULL,
      record BLOB NOT NULL
    ) STRICT;
    CREATE INDEX study_of_import ON study (first_import);
    CREATE INDEX study_of_date ON study (data_date);
    CREATE TABLE study_key (kind TEXT NOT NULL, key TEXT NOT NULL, study INTEGER NOT NULL, PRIMARY KEY (kind, key, study)) STRICT, WITHOUT ROWID;
    CREATE INDEX study_key_of_study ON study_key (study);
    CREATE VIRTUAL TABLE study_words USING fts5 (words, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61');
    CREATE TABLE site (study INTEGER NOT NULL, country TEXT NOT NULL, city TEXT NOT NULL, state TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL) STRICT;
    CREATE INDEX site_of_study ON site (study);
    CREATE INDEX site_of_city ON site (city COLLATE NOCASE, country);
    CREATE TABLE import (number INTEGER PRIMARY KEY, at TEXT NOT NULL, data_date TEXT, added INTEGER NOT NULL, changed INTEGER NOT NULL) STRICT;
    CREATE TABLE study_change (study_id TEXT NOT NULL, import INTEGER NOT NULL, changes TEXT NOT NULL, PRIMARY KEY (study_id, import)) STRICT, WITHOUT ROWID;
  `);
}
