import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import type { OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import { measuredValue, readCodedTitle } from '#shared/interchange/coded-title.ts';
import { base, clinicalStatus, ifKnown, narrative, notes, patientReference, verificationStatus } from '#shared/interchange/fhir/fhir-codes.ts';
import { timeOfMoment } from '#shared/interchange/time-of-moment.ts';
import type { FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { concept, writeAge, writeConditionCode } from '#shared/pedigree/formats/fhir/fhir-words.ts';

/** What is given once, or named as such, is a procedure; what lasts, or has the code of a drug, is a medication. The clinic writes both down as treatments. */
const procedureWords = /surg|operat|transplant|repair|replace|implant|resect|ectomy|plasty|shunt|ventilat|dialysis|physiotherap|radiotherap|speech therap|occupational therap|splint|brace|hearing aid|stent|pacemaker/i;
const drugCode = /^(?:CHEBI|DrugCentral|DRUGBANK|RxNorm|RXCUI|ATC):/i;

function isProcedure({ title, until, isOngoing }: OdysseyEvent): boolean {
  if (drugCode.test(readCodedTitle(title)?.code ?? '')) return false;
  return procedureWords.test(title) || (until === null && !isOngoing);
}

/**
 * The steps of the odyssey, each as the resource in which another program looks for it. A time that is told by the age of the patient has a place of its own in few of them, so that it also
 * stands in an extension, as does that a time is told roughly.
 */
export function eventResources({ events, candidates, family }: Pick<CaseFile, 'events' | 'candidates' | 'family'>): readonly FhirNode[] {
  const known = new Map([...family.conditions.flatMap(({ diseaseId, name }) => (diseaseId === null ? [] : [[diseaseId, name] as const])), ...candidates.map(({ diseaseId, diseaseName }) => [diseaseId, diseaseName] as const)]);
  return events.map((event, index) => {
    const id = `event-${String(index + 1)}`;
    const diseaseCode = event.diseaseId === null ? null : writeConditionCode({ name: known.get(event.diseaseId) ?? event.diseaseId, diseaseId: event.diseaseId, termId: null });
    const { resourceType, ...content } = resourceOf(event, diseaseCode);
    const extension = timeExtensions(event);
    return { resourceType, id, ...content, ...(extension.length === 0 ? {} : { extension }) };
  });
}

function resourceOf(event: OdysseyEvent, diseaseCode: FhirNode | null): FhirNode {
  switch (event.kind) {
    case 'symptom':
      return symptom(event, diseaseCode);
    case 'misdiagnosis':
    case 'diagnosis':
      return diagnosis(event, diseaseCode);
    case 'treatment':
      return isProcedure(event) ? procedure(event, nameOf(event, 'Treatment'), diseaseCode) : medication(event, diseaseCode);
    case 'test':
      return { ...procedure(event, nameOf(event, 'Test'), diseaseCode), category: concept('http://snomed.info/sct', '103693007', 'Diagnostic procedure') };
    case 'visit':
      return encounter(event, diseaseCode);
    case 'referral':
      return referral(event, diseaseCode);
    case 'result':
    case 'decision':
    case 'birth-history':
    case 'other':
      return observation(event, diseaseCode);
  }
}

/** By its code where it has one, else by its words; a level without free words leaves the kind. */
function nameOf({ title }: OdysseyEvent, kind: string): FhirNode {
  const coded = readCodedTitle(title);
  return coded === null ? { text: title === '' ? kind : title } : writeConditionCode({ name: coded.label, diseaseId: coded.code, termId: null });
}

function symptom(event: OdysseyEvent, diseaseCode: FhirNode | null): FhirNode {
  const status = event.isOngoing ? clinicalStatus('active', 'Active') : event.until === null ? null : clinicalStatus('resolved', 'Resolved');
  return {
    resourceType: 'Condition',
    ...(status === null ? {} : { clinicalStatus: status }),
    code: event.title === '' && diseaseCode !== null ? diseaseCode : nameOf(event, 'Symptom'),
    subject: patientReference,
    ...conditionTime(event.when, 'onset'),
    ...(event.isOngoing ? {} : conditionTime(event.until, 'abatement')),
    ...asserter(event),
    ...notes(event.note),
  };
}

/** One that turned out to be wrong is refuted, and stands there so that nobody makes it again. */
function diagnosis(event: OdysseyEvent, diseaseCode: FhirNode | null): FhirNode {
  const isWrong = event.kind === 'misdiagnosis';
  return {
    resourceType: 'Condition',
    clinicalStatus: isWrong ? clinicalStatus('inactive', 'Inactive') : clinicalStatus('active', 'Active'),
    verificationStatus: isWrong ? verificationStatus('refuted', 'Refuted') : verificationStatus('confirmed', 'Confirmed'),
    code: diseaseCode === null ? nameOf(event, isWrong ? 'Diagnosis, withdrawn later' : 'Diagnosis') : { ...diseaseCode, ...(event.title === '' ? {} : { text: event.title }) },
    subject: patientReference,
    ...ifKnown('recordedDate', dateOf(event.when)),
    ...asserter(event),
    ...notes(event.note, isWrong && event.until !== null ? `Held until ${wordsOf(event.until)}` : ''),
  };
}

function medication(event: OdysseyEvent, diseaseCode: FhirNode | null): FhirNode {
  const period = periodOf(event);
  return {
    resourceType: 'MedicationStatement',
    status: event.isOngoing ? 'active' : event.until === null ? 'unknown' : 'completed',
    medicationCodeableConcept: nameOf(event, 'Treatment'),
    subject: patientReference,
    ...(period === null ? {} : { effectivePeriod: period }),
    ...(whoOf(event) === '' ? {} : { informationSource: { display: whoOf(event) } }),
    ...reason(diseaseCode),
    ...notes(event.note),
  };
}

function procedure(event: OdysseyEvent, code: FhirNode, diseaseCode: FhirNode | null): FhirNode {
  const period = periodOf(event);
  const day = dateOf(event.when);
  const { valueAge, valueString } = event.when?.kind === 'age' ? writeAge(event.when.age, 'value') : {};
  const performed = event.until !== null && period !== null ? { performedPeriod: period } : day !== null ? { performedDateTime: day } : valueAge !== undefined ? { performedAge: valueAge } : valueString !== undefined ? { performedString: valueString } : {};
  return {
    resourceType: 'Procedure',
    // That a treatment was begun, and when, nobody may have said.
    status: event.isOngoing ? 'in-progress' : event.kind === 'treatment' && event.when === null && event.until === null ? 'unknown' : 'completed',
    code,
    subject: patientReference,
    ...performed,
    ...(event.clinician === '' ? {} : { performer: [{ actor: { display: event.clinician } }] }),
    ...(event.place === '' ? {} : { location: { display: event.place } }),
    ...reason(diseaseCode),
    ...notes(event.note),
  };
}

/** What was said there stands in its narrative: an encounter has no notes. */
function encounter(event: OdysseyEvent, diseaseCode: FhirNode | null): FhirNode {
  const period = periodOf(event) ?? (dateOf(event.when) === null ? null : { start: dateOf(event.when) });
  return {
    resourceType: 'Encounter',
    ...(event.note === '' ? {} : { text: narrative(event.note) }),
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB', display: 'ambulatory' },
    type: [nameOf(event, 'Visit')],
    subject: patientReference,
    ...(event.clinician === '' ? {} : { participant: [{ individual: { display: event.clinician } }] }),
    ...(period === null ? {} : { period }),
    ...reason(diseaseCode),
    ...(event.place === '' ? {} : { serviceProvider: { display: event.place } }),
  };
}

function referral(event: OdysseyEvent, diseaseCode: FhirNode | null): FhirNode {
  const day = dateOf(event.when);
  return {
    resourceType: 'ServiceRequest',
    status: event.isOngoing ? 'active' : event.until === null ? 'unknown' : 'completed',
    intent: 'order',
    code: { ...concept('http://snomed.info/sct', '3457005', 'Patient referral'), ...(event.title === '' ? {} : { text: event.title }) },
    subject: patientReference,
    ...ifKnown('authoredOn', day),
    ...(whoOf(event) === '' ? {} : { performer: [{ display: whoOf(event) }] }),
    ...reason(diseaseCode),
    ...notes(event.note),
  };
}

const observedKinds = { result: 'Result', decision: 'Decision', 'birth-history': 'History of birth', other: 'Event' } as const;

function observation(event: OdysseyEvent, diseaseCode: FhirNode | null): FhirNode {
  const period = event.until === null ? null : periodOf(event);
  const kind = event.kind in observedKinds ? observedKinds[event.kind as keyof typeof observedKinds] : observedKinds.other;
  const coded = readCodedTitle(event.title);
  const measured = coded === null ? '' : measuredValue(coded.label);
  const name = coded === null ? '' : coded.label.slice(0, coded.label.length - measured.length).replace(/: $/, '');
  return {
    resourceType: 'Observation',
    status: 'final',
    // What has a code of its own is observed by it; of the rest the kind is told, and the words are the value.
    code: coded === null ? { text: kind } : writeConditionCode({ name: name === '' ? coded.code : name, diseaseId: coded.code, termId: null }),
    subject: patientReference,
    ...(period !== null ? { effectivePeriod: period } : ifKnown('effectiveDateTime', dateOf(event.when))),
    ...(whoOf(event) === '' ? {} : { performer: [{ display: whoOf(event) }] }),
    ...(measured !== '' ? { valueString: measured } : coded !== null ? {} : event.title !== '' ? { valueString: event.title } : diseaseCode === null ? {} : { valueCodeableConcept: diseaseCode }),
    ...notes(event.note),
  };
}

const whoOf = ({ clinician, place }: OdysseyEvent): string => [clinician, place].filter((part) => part !== '').join(', ');
const asserter = (event: OdysseyEvent): FhirNode => (whoOf(event) === '' ? {} : { asserter: { display: whoOf(event) } });
const reason = (diseaseCode: FhirNode | null): FhirNode => (diseaseCode === null ? {} : { reasonCode: [diseaseCode] });

/** A day, month or year; of a season its year. */
function dateOf(moment: Moment | null): string | null {
  const time = moment === null ? null : timeOfMoment(moment);
  return time?.kind === 'date' ? time.date : null;
}

function periodOf({ when, until }: OdysseyEvent): FhirNode | null {
  const [start, end] = [dateOf(when), dateOf(until)];
  return start === null && end === null ? null : { ...(start === null ? {} : { start }), ...(end === null ? {} : { end }) };
}

function conditionTime(moment: Moment | null, name: 'onset' | 'abatement'): FhirNode {
  return moment?.kind === 'age' ? writeAge(moment.age, name) : ifKnown(`${name}DateTime`, dateOf(moment));
}

const wordsOf = (moment: Moment): string => (moment.kind === 'age' ? `the age of ${moment.age}` : (dateOf(moment) ?? ''));

function timeExtensions({ when, until }: OdysseyEvent): readonly FhirNode[] {
  const told = [
    ['age-at-event', when],
    ['age-at-end', until],
  ] as const;
  const ages = told.flatMap(([name, moment]) => (moment?.kind === 'age' ? [{ url: `${base}StructureDefinition/${name}`, ...writeAge(moment.age, 'value') }] : []));
  const isRough = (when?.isAbout ?? false) || (until?.isAbout ?? false);
  return [...ages, ...(isRough ? [{ url: `${base}StructureDefinition/time-is-approximate`, valueBoolean: true }] : [])];
}
