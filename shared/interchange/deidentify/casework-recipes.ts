import type { AttachedDocument } from '#shared/casefile/attached-document.ts';
import type { Candidate, CaseRecord } from '#shared/casefile/case-record.ts';
import type { Consent } from '#shared/casefile/consent.ts';
import type { OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import type { OrderedTest } from '#shared/casefile/ordered-test.ts';
import type { RecordFrame } from '#shared/casefile/record.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import type { Task } from '#shared/casefile/task.ts';
import { treatDate, treatDateOrNull, treatInstant, treatMomentOrNull, treatTimeOrNull } from '#shared/interchange/deidentify/dates-and-ages.ts';
import { dropIdentifier, dropName, dropPlace, dropText, eachTreated, keep, keepCode, keepCodedName, removed, replaceId, replaceIdOrNull, replaceIds, treated, type Recipe, type Treatment } from '#shared/interchange/deidentify/treatment.ts';
import type { Feature } from '#shared/phenotype/feature.ts';
import type { ReferralStep } from '#shared/referral/referral.ts';

const frame: Recipe<RecordFrame> = { id: replaceId, version: keep, caseId: replaceId, createdAt: treatInstant };

/** The clinic's own number becomes the name of the family outside. */
export const caseRecipe = (pseudonym: string): Recipe<CaseRecord> => ({
  id: replaceId,
  version: keep,
  reference: (value, context, where) => removed('identifier', value, pseudonym, context, where),
  status: keep,
  statusSince: treatInstant,
  firstSymptomOn: treatDateOrNull,
  nextAction: dropText,
  nextActionDueOn: treatDateOrNull,
  note: dropText,
  createdAt: treatInstant,
  changedAt: treatInstant,
});

/** The name of a code, because the label kept with a record may be what somebody's file called it. */
const officialName = (code: string): Treatment<string> => (value, context, where) => removed('free text', value, context.nameOfCode(code) ?? code, context, where);

export const featureRecipe = ({ termId }: Feature): Recipe<Feature> => ({
  id: replaceId,
  version: keep,
  personId: replaceId,
  termId: keep,
  label: officialName(termId),
  state: keep,
  onset: treatTimeOrNull,
  resolution: treatTimeOrNull,
  severityId: keep,
  lateralityId: keep,
  modifierIds: keep,
  source: keep,
  recordedOn: treatDateOrNull,
  note: dropText,
  isIgnored: keep,
});

export const candidateRecipe = ({ diseaseId }: Candidate): Recipe<Candidate> => ({
  id: replaceId,
  version: keep,
  caseId: replaceId,
  diseaseId: keep,
  diseaseName: officialName(diseaseId),
  state: keep,
  reason: dropText,
  decidedOn: treatDate,
  decidedBy: dropName,
});

/** What a diagnosis was is told by its code, of everything else the name only where it is one of a vocabulary. */
const eventTitle = ({ kind, diseaseId }: OdysseyEvent): Treatment<string> => (value, context, where) => {
  const name = diseaseId !== null && (kind === 'diagnosis' || kind === 'misdiagnosis') ? (context.nameOfCode(diseaseId) ?? diseaseId) : null;
  return name === null ? keepCodedName(value, context, where) : removed('free text', value, name, context, where);
};

export const eventRecipe = (event: OdysseyEvent): Recipe<OdysseyEvent> => ({
  ...frame,
  kind: keep,
  when: treatMomentOrNull,
  until: treatMomentOrNull,
  title: eventTitle(event),
  note: dropText,
  clinician: dropName,
  place: dropPlace,
  diseaseId: keep,
  isOngoing: keep,
  isPrivate: keep,
});

export const testRecipe: Recipe<OrderedTest> = {
  ...frame,
  kind: keep,
  name: dropText,
  laboratory: dropPlace,
  accession: dropIdentifier,
  method: dropText,
  limits: dropText,
  personIds: replaceIds,
  orderedBy: dropName,
  orderedOn: treatDateOrNull,
  sampleOn: treatDateOrNull,
  expectedOn: treatDateOrNull,
  reportedOn: treatDateOrNull,
  status: keep,
  result: keep,
  summary: dropText,
  isPrivate: keep,
};

export const taskRecipe: Recipe<Task> = { ...frame, title: dropText, note: dropText, dueOn: treatDateOrNull, doneOn: treatDateOrNull, referralId: replaceIdOrNull, testId: replaceIdOrNull, findingId: replaceIdOrNull };

const destinationRecipe: Recipe<Referral['destination']> = { name: dropPlace, department: dropPlace, clinician: dropName, address: dropPlace, email: dropIdentifier, phone: dropIdentifier };
const stepRecipe: Recipe<ReferralStep> = { stage: keep, on: treatDate, by: dropName, channel: keep, note: dropText };

/** To whom a letter goes stands in the request for it, typed for that one file. */
export const referralRecipe: Recipe<Referral> = {
  ...frame,
  templateId: keepCode(/^[a-z]+(?:-[a-z]+)*$/),
  destination: treated(destinationRecipe),
  question: dropText,
  urgency: keep,
  personIds: replaceIds,
  steps: eachTreated(stepRecipe),
  dueOn: treatDateOrNull,
  appointmentOn: treatDateOrNull,
  declineReason: dropText,
  impression: dropText,
  includesDifferential: keep,
  actionAsked: dropText,
  letter: (value, context, where) => (value === null ? null : removedLetter(value, context, where)),
  judged: (judged, context, where) => Object.fromEntries(Object.entries(judged).filter(([requirement]) => /^[a-z]+(?:-[a-z]+)*$/.test(requirement)).map(([requirement, { isMet, note }]) => [requirement, { isMet, note: dropText(note, context, `${where} of ${requirement}`) }])),
  isPrivate: keep,
};

const removedLetter: Treatment<string | null> = (value, context, where) => {
  removed('free text', value ?? '', '', context, where);
  return null;
};

const noHash = '0'.repeat(64);

/** That there is a document of a kind; its name, its hash and its size could all be looked up by who has another copy. */
export const documentRecipe: Recipe<AttachedDocument> = {
  ...frame,
  fileName: (value, context, where) => removed('identifier', value, 'document', context, where),
  mediaType: keepCode(/^[a-z]+\/[a-z0-9.+-]+$/),
  byteCount: () => 0,
  sha256: () => noHash,
  note: dropText,
  eventId: replaceIdOrNull,
  testId: replaceIdOrNull,
  referralId: replaceIdOrNull,
  isPrivate: keep,
};

export const consentRecipe: Recipe<Consent> = {
  ...frame,
  personId: replaceId,
  purpose: keep,
  isGiven: keep,
  on: treatDate,
  givenBy: keep,
  giverName: dropName,
  takenBy: dropName,
  expiresOn: treatDateOrNull,
  withdrawnOn: treatDateOrNull,
  withdrawalNote: dropText,
  note: dropText,
  documentId: replaceIdOrNull,
};
