import type { Connection } from '#db/connection.ts';
import type { RowWriter } from '#db/row-writer.ts';
import type { Row } from '#db/tables.ts';
import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';
import { caseloadFilterSchema, usualFilter, type CaseloadFilter } from '#shared/casefile/caseload-filter.ts';

/** What of the caseload is shown, kept under a name. */
export interface SavedFilter {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly filter: CaseloadFilter;
}

export interface SavedFilterReader {
  /** By name. */
  readonly all: () => readonly SavedFilter[];
}

export interface SavedFilterWriter {
  /** Under a name that is taken, replaces what it named before. Answers the id. */
  readonly save: (name: string, filter: CaseloadFilter) => string;
  readonly remove: (id: string, version: number) => Result<void, Failure>;
}

export function createSavedFilterReader(database: Connection): SavedFilterReader {
  const all = database.prepare<[], Row>('SELECT id, version, name, filter FROM saved_filter ORDER BY name COLLATE NOCASE, id');
  return { all: () => all.all().map((row) => ({ id: row.id, version: row.version, name: String(row['name']), filter: filterFromText(String(row['filter'])) })) };
}

export function createSavedFilterWriter(rows: RowWriter, reader: SavedFilterReader): SavedFilterWriter {
  return {
    save: (name, filter) => {
      const present = reader.all().find((saved) => saved.name === name);
      const cells = { name, filter: JSON.stringify(filter) };
      if (present === undefined) return rows.add('saved_filter', cells);
      rows.put('saved_filter', present.id, cells);
      return present.id;
    },
    remove: (id, version) => rows.remove('saved_filter', id, version),
  };
}

/** A choice that this version does not know falls back to the usual one instead of taking the filter away. */
function filterFromText(text: string): CaseloadFilter {
  const stored = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const known = Object.entries(caseloadFilterSchema.shape).flatMap(([field, schema]) => (schema.safeParse(stored[field]).success ? [[field, stored[field]]] : []));
  return { ...usualFilter, ...(Object.fromEntries(known) as Partial<CaseloadFilter>) };
}
