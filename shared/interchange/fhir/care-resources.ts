import type { AttachedDocument } from '#shared/casefile/attached-document.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { CandidateState } from '#shared/casefile/case-record.ts';
import { consentStateOn } from '#shared/casefile/consent-state.ts';
import { consentPurposes, type ConsentPurpose } from '#shared/casefile/consent.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import { base, clinicalStatus, ifKnown, loinc, notes, patientReference, verificationStatus } from '#shared/interchange/fhir/fhir-codes.ts';
import type { FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { concept, writeAge, writeConditionCode } from '#shared/pedigree/formats/fhir/fhir-words.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

const verification: Readonly<Record<CandidateState, readonly [string, string]>> = { confirmed: ['confirmed', 'Confirmed'], working: ['provisional', 'Provisional'], suspected: ['differential', 'Differential'], 'ruled-out': ['refuted', 'Refuted'] };

/** What the clinic thinks of each candidate disease, and since when the patient has it where the pedigree says so. */
export function conditionResources({ candidates, family }: CaseFile, proband: Individual): readonly FhirNode[] {
  return candidates.map(({ diseaseId, diseaseName, state, reason, decidedOn }, index) => {
    const [code, display] = verification[state];
    const condition = family.conditions.find((one) => one.diseaseId === diseaseId);
    const onset = family.individualConditions.find((row) => row.individualId === proband.id && row.conditionId === condition?.id)?.onset;
    const isRuledOut = state === 'ruled-out';
    return {
      resourceType: 'Condition',
      id: `condition-${String(index + 1)}`,
      clinicalStatus: isRuledOut ? clinicalStatus('inactive', 'Inactive') : clinicalStatus('active', 'Active'),
      verificationStatus: verificationStatus(code, display),
      code: writeConditionCode({ name: diseaseName, diseaseId, termId: null }),
      subject: patientReference,
      ...(onset?.kind === 'age' ? writeAge(onset.duration, 'onset') : onset?.kind === 'term' ? { onsetString: onset.label } : {}),
      recordedDate: decidedOn,
      ...(reason === '' ? {} : { note: [{ text: reason }] }),
    };
  });
}

/** Referrals that were written for the patient. */
export function referralResources(referrals: readonly Referral[]): readonly FhirNode[] {
  return referrals.map((referral, index) => {
    const { destination, question, urgency, steps, appointmentOn } = referral;
    const performer = [destination.clinician, destination.department, destination.name].filter((part) => part !== '').join(', ');
    return {
      resourceType: 'ServiceRequest',
      id: `referral-${String(index + 1)}`,
      status: referralStatus(referral),
      intent: 'order',
      priority: { routine: 'routine', soon: 'asap', urgent: 'urgent' }[urgency],
      // Its kind, such as a destination for the undiagnosed.
      ...(referral.templateId === '' ? {} : { category: [{ coding: [{ system: `${base}CodeSystem/referral-kind`, code: referral.templateId, display: referral.templateId.replaceAll('-', ' ') }] }] }),
      code: concept('http://snomed.info/sct', '3457005', 'Patient referral'),
      subject: patientReference,
      ...ifKnown('occurrenceDateTime', appointmentOn),
      ...ifKnown('authoredOn', steps.find(({ stage }) => stage === 'sent')?.on ?? steps[0]?.on ?? null),
      ...(performer === '' ? {} : { performer: [{ display: performer }] }),
      ...(question === '' ? {} : { reasonCode: [{ text: question }] }),
      ...notes(referral.impression, referral.declineReason === '' ? '' : `Declined: ${referral.declineReason}`, referral.actionAsked === '' ? '' : `Asks for: ${referral.actionAsked}`),
    };
  });
}

function referralStatus({ steps }: Referral): string {
  const stage = steps.at(-1)?.stage;
  if (stage === 'drafted' || stage === undefined) return 'draft';
  if (stage === 'closed') return 'completed';
  return stage === 'declined' ? 'revoked' : 'active';
}

/** What is kept with the case: that there is a document of this kind and name. The document itself is not in the bundle. */
export function documentResources(documents: readonly AttachedDocument[], referenceOf: (recordId: string) => string | null): readonly FhirNode[] {
  return documents.map(({ fileName, mediaType, byteCount, note, eventId, testId, referralId }, index) => {
    const related = [eventId, testId, referralId].flatMap((id) => (id === null ? null : referenceOf(id)) ?? []).map((reference) => ({ reference }));
    return {
      resourceType: 'DocumentReference',
      id: `document-${String(index + 1)}`,
      status: 'current',
      subject: patientReference,
      ...(note === '' ? {} : { description: note }),
      content: [{ attachment: { ...(mediaType === '' ? {} : { contentType: mediaType }), ...(byteCount === 0 ? {} : { size: byteCount }), title: fileName } }],
      ...(related.length === 0 ? {} : { context: { related } }),
    };
  });
}

const scopes: Readonly<Record<ConsentPurpose, readonly [string, string]>> = {
  chart: ['treatment', 'Treatment'],
  referral: ['treatment', 'Treatment'],
  matchmaker: ['research', 'Research'],
  registry: ['research', 'Research'],
  'trial-contact': ['research', 'Research'],
  recontact: ['patient-privacy', 'Privacy Consent'],
};

/** To what the patient has agreed and what they have refused, one for each purpose, as it stands on the day. */
export function consentResources({ consents }: CaseFile, proband: Individual, today: string): readonly FhirNode[] {
  return consentPurposes.flatMap((purpose) => {
    const { state, consent } = consentStateOn(consents, proband.id, purpose, today);
    if (consent === null) return [];
    const [code, display] = scopes[purpose];
    return [
      {
        resourceType: 'Consent',
        id: `consent-${purpose}`,
        status: state === 'given' ? 'active' : state === 'refused' ? 'rejected' : 'inactive',
        scope: concept('http://terminology.hl7.org/CodeSystem/consentscope', code, display),
        category: [loinc('59284-0', 'Consent Document')],
        patient: patientReference,
        dateTime: consent.on,
        ...(consent.giverName === '' ? {} : { performer: [{ display: consent.giverName }] }),
        policyRule: { text: `Agreement to the use for: ${purpose}` },
        provision: { type: consent.isGiven ? 'permit' : 'deny', ...(consent.expiresOn === null ? {} : { period: { end: consent.expiresOn } }) },
      },
    ];
  });
}
