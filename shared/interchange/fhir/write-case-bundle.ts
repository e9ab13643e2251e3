import { probandOf, type CaseLoss, type CaseSource, type CaseWriting } from '#shared/interchange/case-source.ts';
import { conditionResources, consentResources, documentResources, referralResources } from '#shared/interchange/fhir/care-resources.ts';
import { eventResources } from '#shared/interchange/fhir/event-resources.ts';
import { base, loinc, patientReference } from '#shared/interchange/fhir/fhir-codes.ts';
import { patientResource } from '#shared/interchange/fhir/patient-resource.ts';
import { phenotypeObservations } from '#shared/interchange/fhir/phenotype-observations.ts';
import { testResources } from '#shared/interchange/fhir/test-resources.ts';
import { variantObservations } from '#shared/interchange/fhir/variant-observations.ts';
import { fileIdsOf } from '#shared/pedigree/formats/file-ids.ts';
import type { FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { fhirIdRule, memberHistories } from '#shared/pedigree/formats/fhir/write-fhir.ts';
import { toldVitalStatus } from '#shared/pedigree/formats/told-vital-status.ts';

interface Section {
  readonly title: string;
  readonly code: FhirNode;
  readonly resources: readonly FhirNode[];
}

/**
 * The case as a FHIR R4 document (https://hl7.org/fhir/R4/documents.html): a composition whose sections name the patient's conditions, the phenotype, the variants, the family, tests, the steps of
 * the odyssey with its treatments, referrals, documents and consents. Who is whose parent stands in the extensions of "Family member history for genetics analysis", so that the family can be read back.
 */
export function writeCaseBundle(source: CaseSource): CaseWriting {
  const { file, title, today } = source;
  const proband = probandOf(file);
  const fileIds = fileIdsOf(file.family, { ...fhirIdRule, taken: ['patient'] });
  const historyOf = (personId: string): FhirNode | null => (personId === proband.id ? null : { reference: `FamilyMemberHistory/${fileIds.get(personId) ?? ''}` });
  const focusOf = (personId: string): FhirNode => (personId === proband.id ? {} : { focus: [historyOf(personId)] });
  const events = eventResources(file);
  const placeOf = (recordId: string): string | null => {
    const [event, test, referral] = [file.events, file.tests, file.referrals].map((records: readonly { readonly id: string }[]) => records.findIndex(({ id }) => id === recordId));
    const found = event !== undefined && event >= 0 ? events[event] : undefined;
    if (found !== undefined) return referenceTo(found);
    if (test !== undefined && test >= 0) return `ServiceRequest/test-${String(test + 1)}`;
    return referral !== undefined && referral >= 0 ? `ServiceRequest/referral-${String(referral + 1)}` : null;
  };
  const sections: readonly Section[] = [
    { title: 'Diagnoses considered', code: loinc('11450-4', 'Problem list - Reported'), resources: conditionResources(file, proband) },
    { title: 'Phenotype', code: loinc('29545-1', 'Physical findings Narrative'), resources: phenotypeObservations(source, focusOf) },
    { title: 'Variants', code: loinc('51969-4', 'Genetic analysis report'), resources: variantObservations(source, proband.id, focusOf) },
    { title: 'Family', code: loinc('10157-6', 'History of family member diseases Narrative'), resources: memberHistories(file.family, proband, fileIds) },
    { title: 'Tests', code: loinc('30954-2', 'Relevant diagnostic tests/laboratory data Narrative'), resources: testResources(file.tests, historyOf) },
    { title: 'The way so far', code: loinc('10164-2', 'History of Present illness Narrative'), resources: events },
    { title: 'Referrals', code: loinc('57133-1', 'Referral note'), resources: referralResources(file.referrals) },
    { title: 'Documents', code: loinc('55107-7', 'Addendum Document'), resources: documentResources(file.documents, placeOf) },
    { title: 'Consents', code: loinc('59284-0', 'Consent Document'), resources: consentResources(file, proband, today) },
  ].filter(({ resources }) => resources.length > 0);
  const resources = [compositionOf(source, sections), patientResource(proband, source), ...sections.flatMap((section) => section.resources)];
  const bundle = {
    resourceType: 'Bundle',
    identifier: { system: `${base}case`, value: title === '' ? 'case' : title },
    type: 'document',
    timestamp: `${today}T00:00:00Z`,
    entry: resources.map((resource) => ({ fullUrl: `${base}${referenceTo(resource)}`, resource })),
  };
  return { text: `${JSON.stringify(bundle, null, 2)}\n`, losses: lossesOf(source) };
}

const referenceTo = ({ resourceType, id }: FhirNode): string => `${String(resourceType)}/${String(id)}`;

function compositionOf({ today, clinic }: CaseSource, sections: readonly Section[]): FhirNode {
  const author = [clinic.clinicianName, clinic.clinicName].filter((name) => name !== '').join(', ');
  return {
    resourceType: 'Composition',
    id: 'composition',
    status: 'final',
    type: loinc('60591-5', 'Patient summary Document'),
    subject: patientReference,
    date: today,
    author: [{ display: author === '' ? 'Nostos' : author }],
    title: 'Case of a genetic clinic',
    section: sections.map(({ title, code, resources }) => ({ title, code, entry: resources.map((resource) => ({ reference: referenceTo(resource) })) })),
  };
}

function lossesOf({ file }: CaseSource): readonly CaseLoss[] {
  const { family, features, findings } = file;
  const proband = probandOf(file);
  const peopleWho = (has: (individual: (typeof family.individuals)[number]) => boolean): readonly string[] => family.individuals.filter(has).map(({ id }) => id);
  const states = family.individualConditions.filter(({ state }) => state !== 'affected' && state !== 'unaffected').map(({ individualId }) => individualId);
  return [
    ...loss('life', 'pregnancies, losses and groups as such', peopleWho(({ life }) => life.kind !== 'person')),
    ...loss('gender', 'a gender beside the sex assigned at birth', peopleWho(({ gender, sexAssignedAtBirth }) => gender === 'non-binary' || (gender === 'man-boy' && sexAssignedAtBirth === 'female') || (gender === 'woman-girl' && sexAssignedAtBirth === 'male'))),
    ...loss('cause-of-death', 'the cause of death', peopleWho((one) => toldVitalStatus(one) === 'deceased' && one.causeOfDeath !== '')),
    ...loss('condition-state', 'carriers and the presymptomatic', [...new Set(states)]),
    ...loss('not-assessed', 'what nobody has assessed', [...new Set(features.filter(({ state }) => state === 'not-assessed').map(({ personId }) => personId))]),
    ...loss('consents', 'consents of relatives', [...new Set(file.consents.filter(({ personId }) => personId !== proband.id).map(({ personId }) => personId))]),
    ...counted('classification-history', 'earlier classifications of a variant', findings.filter(({ classifications }) => classifications.length > 1).length),
    ...counted('variant-evidence', 'frequencies, predictions, public assertions and phase of a variant', findings.filter(({ frequencies, predictors, assertions, phase }) => frequencies.length + predictors.length + assertions.length > 0 || phase !== null).length),
    ...counted('referral-letter', 'letters of referrals and the steps that they took', file.referrals.filter(({ letter, steps }) => letter !== null || steps.length > 1).length),
    ...counted('tasks', 'tasks', file.tasks.length),
    ...counted('documents', 'the bytes of attached documents', file.documents.length),
  ];
}

const loss = (kind: string, words: string, people: readonly string[]): readonly CaseLoss[] => (people.length === 0 ? [] : [{ kind, people, message: `The FHIR document does not hold ${words} (${String(people.length)} ${people.length === 1 ? 'person' : 'people'}).` }]);
const counted = (kind: string, words: string, count: number): readonly CaseLoss[] => (count === 0 ? [] : [{ kind, people: [], message: `The FHIR document does not hold ${words} (${String(count)}).` }]);
