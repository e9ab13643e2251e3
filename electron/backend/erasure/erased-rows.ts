import { canonicalJson } from '#db/canonical-json.ts';
import type { Redaction } from '#db/redact-history.ts';
import type { Row, TrackedTableName } from '#db/tables.ts';
import { emptyHeader } from '#shared/pedigree/family.ts';
import { unknownDetail, unknownProvenance } from '#shared/pedigree/individual.ts';

/** Whose data go, and which records go whole. */
export interface ErasedScope {
  readonly personId: string;
  /** The patient: what the case says at all is about them. */
  readonly isPatient: boolean;
  /** Tests, referrals, documents and variants of this person alone. */
  readonly removedIds: ReadonlySet<string>;
}

/** What stays of a person: their place in the drawing, told by sex, gender, kind of life and whether they live. */
export const erasedPerson = {
  ...(({ gender: _gender, sexAssignedAtBirth: _sex, life: _life, vitalStatus: _vital, birthOrder: _order, isAdopted: _adopted, ...identity }) => identity)(unknownDetail),
} as const;

const noProvenance = canonicalJson(unknownProvenance);
const emptiedPerson: Readonly<Record<string, string | number | null>> = {
  ...{ reference: '', given_name: '', family_name: '', karyotype: '', birth_date: null, death_date: null, age_at_death: null, cause_of_death: '', age_at_last_encounter: null, age_recorded_on: null },
  ...{ is_evaluated: 0, evaluations: '[]', childlessness: null, ancestry: '', note: '', provenance: '{}' },
};
const { title, recordedBy, recorderTitle, historian, indication, maternalAncestry, paternalAncestry } = emptyHeader;
const emptiedHeader = { title, recorded_by: recordedBy, recorder_title: recorderTitle, historian, taken_on: null, updated_on: null, indication, maternal_ancestry: maternalAncestry, paternal_ancestry: paternalAncestry };

const ofPatientAlone: ReadonlySet<TrackedTableName> = new Set(['odyssey_event', 'candidate', 'task', 'source_document', 'trial_tracking', 'trial_search']);

/** The images of the history without what an erasure takes out. */
export function redactionOf({ personId, isPatient, removedIds }: ErasedScope): Redaction {
  return (table, row) => {
    const isOwn = row['person_id'] === personId || row['individual_id'] === personId;
    switch (table) {
      case 'person':
        return row.id === personId ? { ...row, ...emptiedPerson } : row;
      case 'individual_condition':
        return isOwn ? { ...row, state: 'uncertain', onset: null, evidence: '', provenance: noProvenance } : row;
      case 'parent_edge':
        return row['child_id'] === personId || row['parent_id'] === personId ? { ...row, provenance: noProvenance } : row;
      case 'partnership':
        return row['first_partner_id'] === personId || row['second_partner_id'] === personId ? { ...row, childlessness: null, provenance: noProvenance } : row;
      case 'consent':
        return isOwn ? { ...row, detail: JSON.stringify({ ...(JSON.parse(String(row['detail'])) as object), ...erasedConsent }) } : row;
      case 'case_record':
        return isPatient ? { ...row, reference: '', first_symptom_on: null, next_action: '', next_action_due_on: null, note: '' } : row;
      case 'pedigree_header':
        return isPatient ? { ...row, ...emptiedHeader } : row;
      case 'finding_classification':
        return removedIds.has(String(row['finding_id'])) ? blank(row) : row;
      case 'feature':
      case 'finding_genotype':
      case 'suggestion':
        return isOwn ? blank(row) : row;
      default:
        return removedIds.has(row.id) || (isPatient && ofPatientAlone.has(table)) ? blank(row) : row;
    }
  };
}

/** That somebody agreed, to what and when, and that it ended, has to be shown later; who signed has not. */
export const erasedConsent = { giverName: '', takenBy: '', withdrawalNote: '', note: '', documentId: null } as const;

/** Of a row that is gone, what ties it to others. */
const tying: ReadonlySet<string> = new Set(['id', 'version', 'case_id', 'person_id', 'finding_id']);

const blank = (row: Row): Row => ({ ...Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, tying.has(column) ? cell : null])), id: row.id, version: row.version });
