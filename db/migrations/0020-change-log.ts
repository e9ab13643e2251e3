import type { Migration } from '#db/migrations/migration.ts';

export const changeLogMigration: Migration = {
  version: 20,
  purpose: 'change-log',
  apply: (database) => {
    database.exec(`
      CREATE TABLE change_entry (
        id INTEGER PRIMARY KEY NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        label TEXT NOT NULL,
        case_id TEXT,
        nature TEXT NOT NULL CHECK (nature IN ('change', 'undo', 'redo')),
        refers_to INTEGER REFERENCES change_entry (id),
        procedure TEXT NOT NULL,
        is_undoable INTEGER NOT NULL CHECK (is_undoable IN (0, 1)),
        previous_hash TEXT NOT NULL,
        hash TEXT NOT NULL,
        CHECK ((nature = 'change') = (refers_to IS NULL))
      ) STRICT;
      CREATE INDEX change_entry_of_case ON change_entry (case_id, id);
      CREATE INDEX change_entry_reference ON change_entry (refers_to, id);
      CREATE INDEX change_entry_nature ON change_entry (nature, id);

      CREATE TABLE change_image (
        entry_id INTEGER NOT NULL REFERENCES change_entry (id),
        position INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        row_id TEXT NOT NULL,
        case_id TEXT,
        before TEXT,
        after TEXT,
        PRIMARY KEY (entry_id, position)
      ) STRICT;
      CREATE INDEX change_image_of_case ON change_image (case_id, entry_id);
      CREATE INDEX change_image_of_row ON change_image (row_id, entry_id);

      CREATE TABLE change_head (
        id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
        entry_id INTEGER NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
    `);
  },
};
