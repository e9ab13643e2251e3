import type { Topic } from '#shared/contract/wire.ts';

/** A value as SQLite stores it. */
export type Cell = string | number | null;
/** One row by column name. Every tracked row has `id` and `version`. */
export type Row = Readonly<Record<string, Cell>> & { readonly id: string; readonly version: number };

export interface TrackedTable {
  /** What a row is called in a message to the user. */
  readonly noun: string;
  readonly columns: readonly string[];
  /** Columns that a migration added to a table with rows, each with the value that it gave them: older images of the change log lack them. */
  readonly addedLater?: Readonly<Record<string, Cell>>;
  /** Topics of the event that follows a change. */
  readonly topics: readonly Topic[];
}

/** Of a record whose words are JSON. */
const recordColumns = ['id', 'version', 'case_id', 'created_at', 'detail'] as const;

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
    columns: [
      ...['id', 'version', 'case_id', 'place', 'is_proband', 'is_consultand', 'reference', 'given_name', 'family_name', 'sex_assigned_at_birth', 'gender', 'karyotype', 'life', 'vital_status'],
      ...['birth_date', 'death_date', 'age_at_death', 'cause_of_death', 'age_at_last_encounter', 'age_recorded_on', 'birth_order', 'is_adopted', 'is_evaluated', 'evaluations'],
      ...['childlessness', 'ancestry', 'note', 'provenance'],
    ],
    addedLater: {
      place: 0,
      is_consultand: 0,
      reference: '',
      life: '{"kind":"person"}',
      death_date: null,
      age_at_death: null,
      cause_of_death: '',
      age_recorded_on: null,
      birth_order: null,
      is_adopted: 0,
      is_evaluated: 0,
      evaluations: '[]',
      childlessness: null,
      ancestry: '',
      note: '',
      provenance: '{}',
    },
    topics: ['family', 'cases'],
  },
  parent_edge: {
    noun: 'line of descent',
    columns: ['id', 'version', 'case_id', 'child_id', 'parent_id', 'roles', 'is_donor', 'undrawn_partner', 'provenance'],
    topics: ['family', 'cases'],
  },
  partnership: {
    noun: 'relationship',
    columns: ['id', 'version', 'case_id', 'first_partner_id', 'second_partner_id', 'status', 'is_consanguineous', 'degree', 'childlessness', 'provenance'],
    topics: ['family', 'cases'],
  },
  twin_group: { noun: 'group of twins', columns: ['id', 'version', 'case_id', 'known_by'], topics: ['family', 'cases'] },
  twin_member: { noun: 'twin', columns: ['id', 'version', 'case_id', 'twin_group_id', 'individual_id', 'zygote'], topics: ['family', 'cases'] },
  condition: { noun: 'condition', columns: ['id', 'version', 'case_id', 'place', 'name', 'disease_id', 'term_id'], topics: ['family', 'cases'] },
  individual_condition: {
    noun: 'state of a condition',
    columns: ['id', 'version', 'case_id', 'individual_id', 'condition_id', 'state', 'onset', 'evidence', 'provenance'],
    topics: ['family', 'cases'],
  },
  pedigree_header: {
    noun: 'heading of the pedigree',
    columns: ['id', 'version', 'case_id', 'title', 'recorded_by', 'recorder_title', 'historian', 'taken_on', 'updated_on', 'indication', 'maternal_ancestry', 'paternal_ancestry', 'consanguinity_asked'],
    topics: ['family', 'cases'],
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
  risk_model: { noun: 'reckoning of a risk', columns: ['id', 'version', 'case_id', 'condition_id', 'detail'], topics: ['risk', 'cases'] },
  finding: { noun: 'sequencing finding', columns: ['id', 'version', 'case_id', 'gene_symbol', 'description', 'created_at', 'detail'], topics: ['findings', 'cases'] },
  finding_genotype: { noun: 'genotype', columns: ['id', 'version', 'case_id', 'finding_id', 'person_id', 'state', 'allele_share', 'tissue'], topics: ['findings', 'cases'] },
  finding_classification: {
    noun: 'classification of a variant',
    columns: ['id', 'version', 'case_id', 'finding_id', 'classification', 'criteria', 'decided_by', 'decided_at', 'why'],
    topics: ['findings', 'cases'],
  },
  odyssey_event: { noun: 'step of the odyssey', columns: [...recordColumns, 'due_on'], topics: ['events', 'cases'] },
  ordered_test: { noun: 'test', columns: [...recordColumns, 'due_on'], topics: ['tests', 'cases'] },
  task: { noun: 'task', columns: [...recordColumns, 'due_on'], topics: ['tasks', 'cases'] },
  referral: { noun: 'referral', columns: [...recordColumns, 'due_on'], topics: ['referrals', 'cases'] },
  attached_document: { noun: 'document', columns: [...recordColumns, 'sha256'], topics: ['documents', 'cases'] },
  consent: { noun: 'consent', columns: [...recordColumns, 'person_id'], topics: ['consents', 'cases'] },
  export_record: { noun: 'record of an export', columns: recordColumns, topics: ['exports'] },
  case_identity: { noun: 'name outside the clinic', columns: recordColumns, topics: ['exports'] },
  suggestion: { noun: 'word of the family', columns: [...recordColumns, 'person_id'], topics: ['suggestions', 'cases'] },
  erasure: { noun: 'record of an erasure', columns: recordColumns, topics: ['exports'] },
  trial_tracking: { noun: 'trial of a case', columns: ['id', 'version', 'case_id', 'study_id', 'state', 'since', 'created_at', 'detail'], topics: ['trials', 'cases'] },
  trial_search: { noun: 'search for trials', columns: ['id', 'version', 'case_id', 'detail'], topics: ['trials'] },
  source_document: {
    noun: 'imported document',
    columns: ['id', 'version', 'case_id', 'file_name', 'format', 'imported_at', 'sha256', 'content'],
    topics: ['cases'],
  },
  saved_filter: { noun: 'saved filter', columns: ['id', 'version', 'name', 'filter'], topics: ['filters'] },
  setting: { noun: 'setting', columns: ['id', 'version', 'value'], topics: ['settings'] },
} as const satisfies Readonly<Record<string, TrackedTable>>;

export type TrackedTableName = keyof typeof trackedTables;

export function isTrackedTableName(name: string): name is TrackedTableName {
  return Object.hasOwn(trackedTables, name);
}

/** The case that a row belongs to; null for what belongs to the vault. */
export function caseOf(table: TrackedTableName, row: Row): string | null {
  if (table === 'case_record') return row.id;
  const caseId = row['case_id'];
  return typeof caseId === 'string' ? caseId : null;
}

/** A row out of the change log, with the columns that its table has now. */
export function rowFromImage(table: TrackedTableName, image: string): Row {
  const { addedLater = {} }: TrackedTable = trackedTables[table];
  return { ...addedLater, ...(JSON.parse(image) as Row) };
}
