import type { CandidateState, CaseDetail, CaseRecord, Person } from '#shared/casefile/case-record.ts';
import type { IndividualDetail } from '#shared/pedigree/individual.ts';
import type { Feature, FeatureDetail } from '#shared/phenotype/feature.ts';

/**
 * What a change is called in the history, as a counsellor would say it. Only what really differs is named. The words stay inside
 * the encrypted vault.
 */
export function caseName(reference: string): string {
  return reference === '' ? 'case without a number' : `case ${reference}`;
}

export function caseChangeLabel(before: CaseRecord, change: Partial<CaseDetail>): string {
  const changed = changedFields(before, change, caseWords);
  if (changed.length === 1 && changed[0] === 'status' && change.status !== undefined) return `Set status to ${inWords(change.status)}`;
  return `Change ${listing(changed.map((field) => caseWords[field]), 'the case')}`;
}

/** Of a change that is made to several cases at once. */
export function changeManyLabel(change: Partial<CaseDetail>): string {
  const fields = (Object.keys(caseWords) as (keyof CaseDetail)[]).filter((field) => change[field] !== undefined);
  if (fields.length === 1 && change.status !== undefined) return `Set status to ${inWords(change.status)}`;
  return `Change ${listing(fields.map((field) => caseWords[field]), 'nothing')}`;
}

export function personChangeLabel(before: Person, change: Partial<IndividualDetail>): string {
  const changed = changedFields(before, change, personWords);
  return `Change ${listing(changed.map((field) => personWords[field]), 'the details')} of the ${before.isProband ? 'proband' : 'relative'}`;
}

export function featureAddLabel(label: string, detail: FeatureDetail): string {
  return `Add ${label}, ${inWords(detail.state)}`;
}

export function featureAddManyLabel(added: readonly Feature[]): string {
  const [only] = added;
  return added.length === 1 && only !== undefined ? featureAddLabel(only.label, only) : `Add ${added.length} findings`;
}

export function featureChangeLabel(before: Feature, change: Partial<FeatureDetail>): string {
  const changed = changedFields(before, change, featureWords);
  if (changed.length === 1 && changed[0] === 'state' && change.state !== undefined) return `Change ${before.label} to ${inWords(change.state)}`;
  if (changed.length === 1 && changed[0] === 'isIgnored') return change.isIgnored === true ? `Leave ${before.label} out of the ranking` : `Take ${before.label} into the ranking again`;
  return `Change ${listing(changed.map((field) => featureWords[field]), 'the details')} of ${before.label}`;
}

export function candidateLabel(name: string, state: CandidateState | null): string {
  return state === null ? `Take back the decision on ${name}` : `Mark ${name} as ${inWords(state)}`;
}

const caseWords: Readonly<Record<keyof CaseDetail, string>> = {
  reference: 'reference',
  status: 'status',
  firstSymptomOn: 'first symptom',
  nextAction: 'next action',
  nextActionDueOn: 'due date',
  note: 'note',
};

const personWords: Readonly<Record<keyof IndividualDetail, string>> = {
  reference: 'reference',
  givenName: 'given name',
  familyName: 'family name',
  sexAssignedAtBirth: 'sex assigned at birth',
  gender: 'gender',
  karyotype: 'karyotype',
  life: 'kind of life',
  birthDate: 'birth date',
  birthOrder: 'place among the siblings',
  ageAtLastEncounter: 'age at last encounter',
  ageRecordedOn: 'day of that age',
  vitalStatus: 'vital status',
  deathDate: 'date of death',
  ageAtDeath: 'age at death',
  causeOfDeath: 'cause of death',
  isAdopted: 'adoption',
  isEvaluated: 'evaluation',
  evaluations: 'results of evaluation',
  childlessness: 'childlessness',
  ancestry: 'ancestry',
  note: 'note',
  provenance: 'sources',
};

const featureWords: Readonly<Record<keyof FeatureDetail, string>> = {
  state: 'state',
  onset: 'onset',
  resolution: 'resolution',
  severityId: 'severity',
  lateralityId: 'laterality',
  modifierIds: 'modifiers',
  source: 'source',
  recordedOn: 'date',
  note: 'note',
  isIgnored: 'part in the ranking',
};

export function changedFields<Field extends string>(before: Readonly<Record<Field, unknown>>, change: Readonly<Partial<Record<Field, unknown>>>, words: Readonly<Record<Field, string>>): Field[] {
  const fields = Object.keys(words) as Field[];
  return fields.filter((field) => change[field] !== undefined && JSON.stringify(change[field]) !== JSON.stringify(before[field]));
}

export function listing(words: readonly string[], otherwise: string): string {
  const last = words.at(-1);
  if (last === undefined) return otherwise;
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function inWords(code: string): string {
  return code.replaceAll('-', ' ');
}
