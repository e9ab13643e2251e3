import { erasedExport, erasedModel, erasedReferral, erasedSuggestion, isFilterFor } from '#electron/backend/erasure/shared-records.ts';
import type { Naming } from '#electron/backend/erasure/naming.ts';
import { canonicalJson } from '#db/canonical-json.ts';
import type { Redaction } from '#db/redact-history.ts';
import type { Row, TrackedTableName } from '#db/tables.ts';
import type { CaseloadFilter } from '#shared/casefile/caseload-filter.ts';
import type { ExportRecordDetail } from '#shared/casefile/export-record.ts';
import type { SuggestionDetail } from '#shared/casefile/suggestion.ts';
import { initialRiskModel, type RiskModel } from '#shared/inheritance/risk-model.ts';
import { emptyHeader } from '#shared/pedigree/family.ts';
import { unknownDetail, unknownProvenance } from '#shared/pedigree/individual.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';
import type { TrialSearchDetail } from '#shared/trial/tracking.ts';

/** Whose data go, and which records go whole. */
export interface ErasedScope {
  readonly personId: string;
  /** The patient: what the case says at all is about them. */
  readonly isPatient: boolean;
  /** The others who are in the family now. Of somebody taken out before, nothing tells whether they were this person recorded twice. */
  readonly otherIds: ReadonlySet<string>;
  /** Steps, candidates, tests, referrals, tasks, documents and variants that stay. What was deleted before goes out of the history with the rest: nothing tells any more of whom it was. */
  readonly keptIds: ReadonlySet<string>;
  readonly isNaming: Naming;
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

/** The search for trials of a case for which nobody looks any more. */
export const erasedTrialSearch: TrialSearchDetail = { place: null, words: '' };

/** The history without what an erasure takes out. */
export function redactionOf(scope: ErasedScope): Redaction {
  return { row: (table, row) => redactedRow(scope, table, row), isTelling: scope.isNaming };
}

function redactedRow(scope: ErasedScope, table: TrackedTableName, row: Row): Row {
  const { personId, isPatient, keptIds, isNaming } = scope;
  switch (table) {
    case 'person':
      return isTheirs(scope, row.id) ? { ...row, ...emptiedPerson } : row;
    case 'individual_condition':
      return isTheirs(scope, row['individual_id']) ? { ...row, state: 'uncertain', onset: null, evidence: '', provenance: noProvenance } : row;
    case 'parent_edge':
      return row['child_id'] === personId || row['parent_id'] === personId ? { ...row, provenance: noProvenance } : row;
    case 'partnership':
      return row['first_partner_id'] === personId || row['second_partner_id'] === personId ? { ...row, childlessness: null, provenance: noProvenance } : row;
    case 'consent':
      return isTheirs(scope, row['person_id']) ? withDetail(row, (detail: object) => ({ ...detail, ...erasedConsent })) : row;
    case 'case_record':
      return isPatient ? { ...row, reference: '', first_symptom_on: null, next_action: '', next_action_due_on: null, note: '' } : row;
    case 'pedigree_header':
      return isPatient ? { ...row, ...emptiedHeader } : row;
    case 'feature':
    case 'finding_genotype':
      return isTheirs(scope, row['person_id']) ? blank(row) : row;
    case 'suggestion':
      return isTheirs(scope, row['person_id'] ?? (isPatient ? personId : null)) ? blank(row) : withDetail(row, (detail: SuggestionDetail) => erasedSuggestion(detail, scope));
    case 'risk_model':
      return withDetail(row, (detail: Partial<RiskModel>) => sameUnlessErased(detail, scope));
    case 'export_record':
      return withDetail(row, (detail: ExportRecordDetail) => erasedExport(detail, scope));
    case 'referral':
      return keptIds.has(row.id) ? withDetail(row, (detail: ReferralDetail) => erasedReferral(detail, scope)) : blank(row);
    case 'finding_classification':
      return keptIds.has(String(row['finding_id'])) ? row : blank(row);
    case 'odyssey_event':
    case 'candidate':
    case 'task':
    case 'ordered_test':
    case 'attached_document':
    case 'finding':
      return keptIds.has(row.id) ? row : blank(row);
    case 'source_document':
      return blank(row);
    case 'trial_tracking':
      return isPatient ? blank(row) : row;
    case 'trial_search':
      return isPatient ? { ...row, detail: JSON.stringify(erasedTrialSearch) } : row;
    case 'saved_filter':
      return typeof row['filter'] === 'string' && isFilterFor(isNaming, String(row['name']), JSON.parse(row['filter']) as CaseloadFilter) ? blank(row) : row;
    default:
      return row;
  }
}

/** Of the person, or of somebody who is no longer in the family. */
const isTheirs = ({ otherIds }: ErasedScope, id: Row[string] | undefined): boolean => typeof id === 'string' && !otherIds.has(id);

/** A model of before some question was asked lacks its answer; its row gets it when it is written again. */
function sameUnlessErased(stored: Partial<RiskModel>, scope: ErasedScope): Partial<RiskModel> {
  const model = { ...initialRiskModel, ...stored };
  const erased = erasedModel(model, scope);
  return erased === model ? stored : erased;
}

/** A row that was emptied before has no detail any more. */
function withDetail<Detail>(row: Row, change: (detail: Detail) => Detail): Row {
  if (typeof row['detail'] !== 'string') return row;
  const detail = JSON.parse(row['detail']) as Detail;
  const changed = change(detail);
  return changed === detail ? row : { ...row, detail: JSON.stringify(changed) };
}

/** That somebody agreed, to what and when, and that it ended, has to be shown later; who signed has not. */
export const erasedConsent = { giverName: '', takenBy: '', withdrawalNote: '', note: '', documentId: null } as const;

/** Of a row that is gone, what ties it to others. */
const tying: ReadonlySet<string> = new Set(['id', 'version', 'case_id', 'person_id', 'finding_id']);

const blank = (row: Row): Row => ({ ...Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, tying.has(column) ? cell : null])), id: row.id, version: row.version });
