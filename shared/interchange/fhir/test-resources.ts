import { assertNever } from '#shared/base/assert-never.ts';
import type { OrderedTest, TestStatus } from '#shared/casefile/ordered-test.ts';
import { base, ifKnown, notes, patientReference } from '#shared/interchange/fhir/fhir-codes.ts';
import type { FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';

/** Every test as it was ordered, its sample, and of what was reported the report. `historyOf` answers a relative's place in the bundle; null for the patient. */
export function testResources(tests: readonly OrderedTest[], historyOf: (personId: string) => FhirNode | null): readonly FhirNode[] {
  return tests.flatMap((test, index) => {
    const number = String(index + 1);
    const specimen = test.sampleOn === null ? [] : [{ resourceType: 'Specimen', id: `specimen-${number}`, subject: patientReference, collection: { collectedDateTime: test.sampleOn } }];
    return [requestOf(test, number, historyOf), ...specimen, ...(test.status === 'reported' ? [reportOf(test, number)] : [])];
  });
}

function requestOf(test: OrderedTest, number: string, historyOf: (personId: string) => FhirNode | null): FhirNode {
  const { laboratory, orderedBy, orderedOn, sampleOn, expectedOn, status, method, limits } = test;
  const relatives = test.personIds.flatMap((id) => historyOf(id) ?? []);
  return {
    resourceType: 'ServiceRequest',
    id: `test-${number}`,
    ...identifier(test),
    status: requestStatus(status),
    intent: status === 'planned' ? 'plan' : 'order',
    code: codeOf(test),
    subject: patientReference,
    ...ifKnown('occurrenceDateTime', expectedOn),
    ...ifKnown('authoredOn', orderedOn),
    ...(orderedBy === '' ? {} : { requester: { display: orderedBy } }),
    ...(laboratory === '' ? {} : { performer: [{ display: laboratory }] }),
    // Whose samples were tested with that of the patient.
    ...(relatives.length === 0 ? {} : { supportingInfo: relatives }),
    ...(sampleOn === null ? {} : { specimen: [{ reference: `Specimen/specimen-${number}` }] }),
    ...notes(method === '' ? '' : `Method: ${method}`, limits === '' ? '' : `Cannot see: ${limits}`, status === 'failed' ? 'The test failed.' : ''),
  };
}

function reportOf(test: OrderedTest, number: string): FhirNode {
  const { laboratory, result, summary, reportedOn, sampleOn } = test;
  return {
    resourceType: 'DiagnosticReport',
    id: `report-${number}`,
    ...identifier(test),
    basedOn: [{ reference: `ServiceRequest/test-${number}` }],
    status: 'final',
    code: codeOf(test),
    subject: patientReference,
    ...ifKnown('effectiveDateTime', reportedOn),
    ...(laboratory === '' ? {} : { performer: [{ display: laboratory }] }),
    ...(sampleOn === null ? {} : { specimen: [{ reference: `Specimen/specimen-${number}` }] }),
    ...(summary === '' ? {} : { conclusion: summary }),
    ...(result === null ? {} : { conclusionCode: [{ coding: [{ system: `${base}CodeSystem/test-result`, code: result, display: inWords(result) }] }] }),
  };
}

const identifier = ({ accession }: OrderedTest): FhirNode => (accession === '' ? {} : { identifier: [{ value: accession }] });

/** The kind by a code of its own, beside the name that the clinic gave it. */
const codeOf = ({ kind, name }: OrderedTest): FhirNode => ({ coding: [{ system: `${base}CodeSystem/test-kind`, code: kind, display: inWords(kind) }], text: name === '' ? inWords(kind) : name });

const inWords = (code: string): string => code.replaceAll('-', ' ');

function requestStatus(status: TestStatus): string {
  switch (status) {
    case 'planned':
      return 'draft';
    case 'ordered':
    case 'sample-sent':
      return 'active';
    case 'reported':
      return 'completed';
    case 'failed':
    case 'cancelled':
      return 'revoked';
    default:
      return assertNever(status);
  }
}
