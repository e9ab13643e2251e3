import type { Migration } from '#db/migrations/migration.ts';

export const caseRecordMigration: Migration = {
  version: 10,
  purpose: 'case-record',
  apply: (database) => {
    database.exec(schema);
  },
};

const schema = `
  CREATE TABLE case_record (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    reference TEXT NOT NULL,
    status TEXT NOT NULL,
    status_since TEXT NOT NULL,
    first_symptom_on TEXT,
    next_action TEXT NOT NULL,
    next_action_due_on TEXT,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    is_proband INTEGER NOT NULL CHECK (is_proband IN (0, 1)),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    sex_assigned_at_birth TEXT NOT NULL,
    gender TEXT NOT NULL,
    karyotype TEXT NOT NULL,
    birth_date TEXT,
    age_at_last_encounter TEXT,
    vital_status TEXT NOT NULL
  ) STRICT;
  CREATE INDEX person_of_case ON person (case_id);
  CREATE UNIQUE INDEX one_proband_of_case ON person (case_id) WHERE is_proband = 1;

  CREATE TABLE feature (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    term_id TEXT NOT NULL,
    label TEXT NOT NULL,
    state TEXT NOT NULL,
    onset TEXT,
    resolution TEXT,
    severity_id TEXT,
    laterality_id TEXT,
    modifier_ids TEXT NOT NULL,
    source TEXT,
    recorded_on TEXT,
    note TEXT NOT NULL,
    is_ignored INTEGER NOT NULL CHECK (is_ignored IN (0, 1)),
    UNIQUE (person_id, term_id)
  ) STRICT;
  CREATE INDEX feature_of_case ON feature (case_id);
  CREATE INDEX feature_count ON feature (person_id, state);

  CREATE TABLE candidate (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    disease_id TEXT NOT NULL,
    disease_name TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    UNIQUE (case_id, disease_id)
  ) STRICT;

  CREATE TABLE source_document (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    file_name TEXT NOT NULL,
    format TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX source_document_of_case ON source_document (case_id);
  CREATE INDEX source_document_hash ON source_document (sha256);

  CREATE TABLE setting (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    value TEXT NOT NULL
  ) STRICT;`;
