import type { Topic } from '#shared/contract/wire.ts';

/** A value as SQLite stores it. */
export type Cell = string | number | null;
/** One row by column name. Every tracked row has `id` and `version`. */
export type Row = Readonly<Record<string, Cell>> & { readonly id: string; readonly version: number };

export interface TrackedTable {
  /** What a row is called in a message to the user. */
  readonly noun: string;
  readonly columns: readonly string[];
  /** Topics of the event that follows a change. */
  readonly topics: readonly Topic[];
}

/**
 * The tables whose every change stands in the change log with the row before and after. `changed_at` of a case is missing on
 * purpose: it follows from the log and would make every undo look as if the row had moved on.
 */
export const trackedTables = {
  case_record: {
    noun: 'case',
    columns: ['id', 'version', 'reference', 'status', 'status_since', 'first_symptom_on', 'next_action', 'next_action_due_on', 'note', 'created_at'],
    topics: ['cases'],
  },
  person: {
    noun: 'person',
    columns: ['id', 'version', 'case_id', 'is_proband', 'given_name', 'family_name', 'sex_assigned_at_birth', 'gender', 'karyotype', 'birth_date', 'age_at_last_encounter', 'vital_status'],
    topics: ['cases'],
  },
  feature: {
    noun: 'finding',
    columns: ['id', 'version', 'case_id', 'person_id', 'term_id', 'label', 'state', 'onset', 'resolution', 'severity_id', 'laterality_id', 'modifier_ids', 'source', 'recorded_on', 'note', 'is_ignored'],
    topics: ['phenotype', 'cases'],
  },
  candidate: {
    noun: 'candidate disease',
    columns: ['id', 'version', 'case_id', 'disease_id', 'disease_name', 'state', 'reason', 'decided_on', 'decided_by'],
    topics: ['candidates', 'cases'],
  },
  source_document: {
    noun: 'imported document',
    columns: ['id', 'version', 'case_id', 'file_name', 'format', 'imported_at', 'sha256', 'content'],
    topics: ['cases'],
  },
  setting: { noun: 'setting', columns: ['id', 'version', 'value'], topics: ['settings'] },
} as const satisfies Readonly<Record<string, TrackedTable>>;

export type TrackedTableName = keyof typeof trackedTables;

export function isTrackedTableName(name: string): name is TrackedTableName {
  return Object.hasOwn(trackedTables, name);
}

/** The case that a row belongs to; null for settings. */
export function caseOf(table: TrackedTableName, row: Row): string | null {
  if (table === 'case_record') return row.id;
  const caseId = row['case_id'];
  return typeof caseId === 'string' ? caseId : null;
}
