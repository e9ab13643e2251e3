import type { Migration } from '#db/migrations/migration.ts';

/** Every person becomes an individual of a pedigree, and what joins them gets its tables. The people of older vaults are probands already. */
export const familyMigration: Migration = {
  version: 40,
  purpose: 'family',
  apply: (database) => {
    database.exec(individualColumns);
    database.exec(familyTables);
  },
};

/** `place` tells the order in which the people were told; between any two there is room for another. Life, childlessness, evaluations and provenance are JSON. */
const individualColumns = `
  ALTER TABLE person ADD COLUMN place REAL NOT NULL DEFAULT 0;
  ALTER TABLE person ADD COLUMN is_consultand INTEGER NOT NULL DEFAULT 0 CHECK (is_consultand IN (0, 1));
  ALTER TABLE person ADD COLUMN reference TEXT NOT NULL DEFAULT '';
  ALTER TABLE person ADD COLUMN life TEXT NOT NULL DEFAULT '{"kind":"person"}';
  ALTER TABLE person ADD COLUMN death_date TEXT;
  ALTER TABLE person ADD COLUMN age_at_death TEXT;
  ALTER TABLE person ADD COLUMN cause_of_death TEXT NOT NULL DEFAULT '';
  ALTER TABLE person ADD COLUMN age_recorded_on TEXT;
  ALTER TABLE person ADD COLUMN birth_order INTEGER;
  ALTER TABLE person ADD COLUMN is_adopted INTEGER NOT NULL DEFAULT 0 CHECK (is_adopted IN (0, 1));
  ALTER TABLE person ADD COLUMN is_evaluated INTEGER NOT NULL DEFAULT 0 CHECK (is_evaluated IN (0, 1));
  ALTER TABLE person ADD COLUMN evaluations TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE person ADD COLUMN childlessness TEXT;
  ALTER TABLE person ADD COLUMN ancestry TEXT NOT NULL DEFAULT '';
  ALTER TABLE person ADD COLUMN note TEXT NOT NULL DEFAULT '';
  ALTER TABLE person ADD COLUMN provenance TEXT NOT NULL DEFAULT '{}';
  -- Holds all that the caseload shows of a proband, who stands among twenty relatives.
  CREATE INDEX proband_in_caseload ON person
    (case_id, id, given_name, family_name, sex_assigned_at_birth, gender, vital_status, birth_date, death_date, age_at_death, age_at_last_encounter) WHERE is_proband = 1;`;

/** An index on each reference to a person or condition: without it, taking one out would search the whole vault for rows that name it. */
const familyTables = `
  CREATE TABLE parent_edge (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    child_id TEXT NOT NULL REFERENCES person (id),
    parent_id TEXT NOT NULL REFERENCES person (id),
    roles TEXT NOT NULL,
    is_donor INTEGER NOT NULL CHECK (is_donor IN (0, 1)),
    undrawn_partner INTEGER NOT NULL,
    provenance TEXT NOT NULL,
    CHECK (child_id <> parent_id)
  ) STRICT;
  CREATE INDEX parent_edge_of_case ON parent_edge (case_id);
  CREATE INDEX parent_edge_of_child ON parent_edge (child_id);
  CREATE INDEX parent_edge_of_parent ON parent_edge (parent_id);

  CREATE TABLE partnership (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    first_partner_id TEXT NOT NULL REFERENCES person (id),
    second_partner_id TEXT NOT NULL REFERENCES person (id),
    status TEXT NOT NULL,
    is_consanguineous INTEGER NOT NULL CHECK (is_consanguineous IN (0, 1)),
    degree TEXT NOT NULL,
    childlessness TEXT,
    provenance TEXT NOT NULL,
    CHECK (first_partner_id <> second_partner_id)
  ) STRICT;
  CREATE INDEX partnership_of_case ON partnership (case_id);
  CREATE INDEX partnership_of_first_partner ON partnership (first_partner_id);
  CREATE INDEX partnership_of_second_partner ON partnership (second_partner_id);

  CREATE TABLE twin_group (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    known_by TEXT NOT NULL
  ) STRICT;
  CREATE INDEX twin_group_of_case ON twin_group (case_id);

  CREATE TABLE twin_member (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    twin_group_id TEXT NOT NULL REFERENCES twin_group (id),
    individual_id TEXT NOT NULL REFERENCES person (id),
    zygote INTEGER
  ) STRICT;
  CREATE INDEX twin_member_of_case ON twin_member (case_id);
  CREATE INDEX twin_member_of_group ON twin_member (twin_group_id);
  CREATE UNIQUE INDEX one_twin_group_of_individual ON twin_member (individual_id);

  CREATE TABLE condition (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    place REAL NOT NULL,
    name TEXT NOT NULL,
    disease_id TEXT,
    term_id TEXT
  ) STRICT;
  CREATE INDEX condition_of_case ON condition (case_id);

  CREATE TABLE individual_condition (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL REFERENCES case_record (id),
    individual_id TEXT NOT NULL REFERENCES person (id),
    condition_id TEXT NOT NULL REFERENCES condition (id),
    state TEXT NOT NULL,
    onset TEXT,
    evidence TEXT NOT NULL,
    provenance TEXT NOT NULL,
    UNIQUE (individual_id, condition_id)
  ) STRICT;
  CREATE INDEX individual_condition_of_case ON individual_condition (case_id);
  CREATE INDEX individual_condition_of_condition ON individual_condition (condition_id);

  CREATE TABLE pedigree_header (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    case_id TEXT NOT NULL UNIQUE REFERENCES case_record (id),
    title TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorder_title TEXT NOT NULL,
    historian TEXT NOT NULL,
    taken_on TEXT,
    updated_on TEXT,
    indication TEXT NOT NULL,
    maternal_ancestry TEXT NOT NULL,
    paternal_ancestry TEXT NOT NULL,
    consanguinity_asked TEXT NOT NULL
  ) STRICT;`;
