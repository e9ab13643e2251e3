import { assertNever } from '#shared/base/assert-never.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import type { Gender, IndividualDetail, Life } from '#shared/pedigree/individual.ts';

/** The words for the history: what was done, by the words of the pedigree. They name nobody. */
export function editsLabel(edits: readonly FamilyEdit[]): string {
  const labels = edits.map(editLabel);
  const [first] = labels;
  if (first === undefined) return 'Change family';
  if (new Set(labels).size === 1) return labels.length === 1 ? first : `${first} (${String(labels.length)} times)`;
  return `${first} and ${String(labels.length - 1)} more ${labels.length === 2 ? 'change' : 'changes'}`;
}

type Detail = { readonly [Name in keyof IndividualDetail]?: IndividualDetail[Name] | undefined };

function editLabel(edit: FamilyEdit): string {
  switch (edit.kind) {
    case 'add-individual':
      return `Add ${unborn(edit.detail) ?? 'individual'}`;
    case 'add-parents':
      return 'Add parents';
    case 'add-partner':
      return 'Add partner';
    case 'add-child':
      return `Add ${unborn(edit.detail) ?? byGender(edit.detail.gender, 'son', 'daughter', 'child')}`;
    case 'add-sibling':
      return `Add ${unborn(edit.detail) ?? byGender(edit.detail.gender, 'brother', 'sister', 'sibling')}`;
    case 'add-twin':
      return `Add ${edit.zygosity === 'unknown' ? 'twin' : `${edit.zygosity} twin`}`;
    case 'add-by-words':
      return 'Add relatives by words';
    case 'add-template':
      return templateLabels[edit.template];
    case 'change-individuals':
      return changeLabel(edit.change, edit.individualIds.length);
    case 'remove-individuals':
      return edit.individualIds.length === 1 ? 'Remove individual' : `Remove ${String(edit.individualIds.length)} individuals`;
    case 'merge-individuals':
      return 'Merge two individuals';
    case 'move-among-siblings':
      return 'Change order of siblings';
    case 'set-proband':
      return 'Change proband';
    case 'set-consultand':
      return edit.isConsultand ? 'Mark consultand' : 'No longer mark consultand';
    default:
      return rowLabel(edit);
  }
}

type RowEdit = Exclude<FamilyEdit, { kind: 'add-individual' | 'add-parents' | 'add-partner' | 'add-child' | 'add-sibling' | 'add-twin' | 'add-by-words' | 'add-template' | 'change-individuals' | 'remove-individuals' | 'merge-individuals' | 'move-among-siblings' | 'set-proband' | 'set-consultand' }>;

function rowLabel(edit: RowEdit): string {
  switch (edit.kind) {
    case 'join-partners':
      return 'Join partners';
    case 'change-partnership':
      return edit.change.status === 'ended' ? 'End relationship' : edit.change.isConsanguineous === true ? 'Mark consanguinity' : 'Change relationship';
    case 'remove-partnership':
      return 'Remove relationship';
    case 'join-parent':
      return edit.isDonor === true ? 'Join donor and child' : 'Join parent and child';
    case 'change-parent-edge':
      return 'Change parentage';
    case 'remove-parent-edge':
      return 'Part parent and child';
    case 'join-twins':
      return edit.members.length === 3 ? 'Join triplets' : 'Join twins';
    case 'part-twins':
      return 'Part twins';
    case 'add-condition':
      return 'Add condition';
    case 'change-condition':
      return 'Change condition';
    case 'remove-condition':
      return 'Remove condition';
    case 'order-conditions':
      return 'Order conditions';
    case 'set-condition-state':
      return edit.state === null ? `Take back condition${people(edit.individualIds.length, ' of ')}` : `Mark ${people(edit.individualIds.length, '', ' as ')}${edit.state.replace('-', ' ')}`;
    case 'change-header':
      return 'Change header';
    default:
      return assertNever(edit);
  }
}

const templateLabels = { parents: 'Add parents', grandparents: 'Add grandparents', 'three-generations': 'Add three generations', 'own-family': 'Add partner and child' } as const;
const people = (count: number, before: string, after = ''): string => (count === 1 ? '' : `${before}${String(count)} people${after}`);
const byGender = (gender: Gender | undefined, man: string, woman: string, other: string): string => (gender === 'man-boy' ? man : gender === 'woman-girl' ? woman : other);

function unborn({ life }: { readonly life?: Life | undefined }): string | null {
  if (life === undefined || life.kind === 'person') return null;
  if (life.kind === 'loss') return life.outcome === 'spontaneous-abortion' ? 'spontaneous abortion' : life.outcome === 'ectopic' ? 'ectopic pregnancy' : 'termination';
  return life.kind === 'group' ? 'group of people' : life.kind;
}

function changeLabel(change: Detail, count: number): string {
  const many = count === 1 ? '' : ` of ${String(count)} people`;
  if (change.vitalStatus !== undefined) return `Mark ${people(count, '', ' ')}as ${change.vitalStatus === 'unknown' ? 'of unknown vital status' : change.vitalStatus}`;
  const facts = Object.keys(change).filter((name) => change[name as keyof Detail] !== undefined && name !== 'provenance') as (keyof IndividualDetail)[];
  const [fact] = facts;
  if (fact === undefined || facts.length > 1) return `Change facts${many}`;
  return `Change ${factWords[fact]}${many}`;
}

/** Each fact of an individual in words. */
export const factWords: Readonly<Record<keyof IndividualDetail, string>> = {
  reference: 'reference',
  givenName: 'given name',
  familyName: 'family name',
  gender: 'gender',
  sexAssignedAtBirth: 'sex assigned at birth',
  karyotype: 'karyotype',
  life: 'kind of individual',
  vitalStatus: 'vital status',
  birthDate: 'birth date',
  deathDate: 'date of death',
  ageAtDeath: 'age at death',
  causeOfDeath: 'cause of death',
  ageAtLastEncounter: 'age',
  ageRecordedOn: 'day of the age',
  birthOrder: 'birth order',
  isAdopted: 'adoption',
  isEvaluated: 'evaluation',
  evaluations: 'results of evaluation',
  childlessness: 'childlessness',
  ancestry: 'ancestry',
  note: 'note',
  provenance: 'source',
};
