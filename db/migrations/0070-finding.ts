import type { Migration } from '#db/migrations/migration.ts';

/**
 * Sequencing findings: the variant, what it is in each person tested, and every class that it was ever given. Gene and description stand apart from the detail,
 * so that the same variant is found in other cases.
 */
export const findingMigration: Migration = {
  version: 70,
  purpose: 'finding',
  apply: (database) => {
    database.exec(`
      CREATE TABLE finding (
        id TEXT PRIMARY KEY NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        case_id TEXT NOT NULL REFERENCES case_record (id),
        gene_symbol TEXT NOT NULL,
        description TEXT NOT NULL,
        created_at TEXT NOT NULL,
        detail TEXT NOT NULL
      ) STRICT;
      CREATE INDEX finding_of_case ON finding (case_id);
      CREATE INDEX finding_of_gene ON finding (gene_symbol);
      CREATE INDEX finding_of_description ON finding (description);

      CREATE TABLE finding_genotype (
        id TEXT PRIMARY KEY NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        case_id TEXT NOT NULL REFERENCES case_record (id),
        finding_id TEXT NOT NULL REFERENCES finding (id),
        person_id TEXT NOT NULL REFERENCES person (id),
        state TEXT NOT NULL,
        allele_share REAL,
        tissue TEXT NOT NULL,
        UNIQUE (finding_id, person_id)
      ) STRICT;
      CREATE INDEX finding_genotype_of_case ON finding_genotype (case_id);
      CREATE INDEX finding_genotype_of_person ON finding_genotype (person_id);

      CREATE TABLE finding_classification (
        id TEXT PRIMARY KEY NOT NULL,
        version INTEGER NOT NULL CHECK (version >= 1),
        case_id TEXT NOT NULL REFERENCES case_record (id),
        finding_id TEXT NOT NULL REFERENCES finding (id),
        classification TEXT NOT NULL,
        criteria TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        decided_at TEXT NOT NULL,
        why TEXT NOT NULL
      ) STRICT;
      CREATE INDEX finding_classification_of_case ON finding_classification (case_id);
      CREATE INDEX finding_classification_of_finding ON finding_classification (finding_id);
    `);
  },
};
