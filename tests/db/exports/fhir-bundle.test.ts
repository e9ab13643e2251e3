import { describe, expect, it } from 'vitest';
import { readCaseFile } from '#electron/backend/cases/read-case-file.ts';
import { success } from '#shared/base/result.ts';
import { exactly } from '#shared/casefile/moment-order.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import { bareEvent, eventKinds } from '#shared/casefile/odyssey-event.ts';
import { bareTest, testStatuses } from '#shared/casefile/ordered-test.ts';
import { deidentifyCase } from '#shared/interchange/deidentify/deidentify-case.ts';
import { writeCaseBundle } from '#shared/interchange/fhir/write-case-bundle.ts';
import { identificationLevels } from '#shared/pedigree/drawing/drawing-context.ts';
import { aCaseSource } from '#tests/builders/a-case-source.ts';
import { fhirProblems } from '#tests/builders/fhir-rules.ts';
import { keepPlantedCase } from '#tests/builders/planted/planted-case.ts';
import { aPlanting } from '#tests/builders/planted/planted-value.ts';
import { aBackend } from '#tests/db/backend-builder.ts';
import { must } from '#tests/db/vault-builder.ts';

type Resource = Readonly<Record<string, unknown>>;

const resourcesOf = (text: string): readonly Resource[] => (JSON.parse(text) as { readonly entry: readonly { readonly resource: Resource }[] }).entry.map(({ resource }) => resource);

const moments: readonly (Moment | null)[] = [null, exactly('2019'), exactly('2019-04-12'), { kind: 'season', year: 2019, season: 'spring', isAbout: true }, { kind: 'age', age: 'P3Y', isAbout: false }, { kind: 'age', age: 'P3Y2M', isAbout: true }];

describe('a case as a FHIR document', () => {
  it('is valid at every level, whatever kind of step, time and test it has', async () => {
    const { vault } = await aBackend();
    const { caseId } = must(vault.command('case.create', (unit) => success(keepPlantedCase(unit, aPlanting()))));
    must(
      vault.command('event.add', (unit) => {
        for (const kind of eventKinds) for (const when of moments) for (const isOngoing of [true, false]) unit.records.events.add(caseId, { ...bareEvent, kind, when, until: isOngoing ? null : when, isOngoing, title: isOngoing ? '' : 'Losartan (DrugCentral:1610)', note: 'Dose < 50 & more', clinician: 'Dr Kaur', place: isOngoing ? '' : 'Pylos', diseaseId: isOngoing ? 'OMIM:154700' : null });
        for (const status of testStatuses) unit.records.tests.add(caseId, { ...bareTest, kind: 'exome', status, sampleOn: '2020-02', result: status === 'reported' ? 'negative' : null });
        unit.describe('Tell the way', caseId);
        return success(null);
      }),
    );
    const file = readCaseFile(vault.repositories(), caseId);
    if (file === null) throw new Error('the case is missing');
    for (const level of identificationLevels) {
      const levelled = deidentifyCase(file, { level, pseudonym: 'F-1', shiftDays: null, today: '2026-11-23', nameOfCode: () => null, codeOfName: () => null });
      expect({ level, problems: fhirProblems(JSON.parse(writeCaseBundle(aCaseSource(levelled.file)).text)) }).toEqual({ level, problems: [] });
    }
  });

  it('tells each step of the odyssey where another program looks for it', async () => {
    const { ask, vault } = await aBackend();
    const { caseId } = await ask('case.create', { case: { reference: 'NRG-1' }, proband: { givenName: 'Ada' } });
    must(
      vault.command('event.add', (unit) => {
        const { events, tests, documents } = unit.records;
        events.add(caseId, { ...bareEvent, kind: 'misdiagnosis', when: exactly('2018'), until: exactly('2019-05'), title: 'Cerebral palsy', clinician: 'Dr Lund' });
        events.add(caseId, { ...bareEvent, kind: 'treatment', when: exactly('2020-01'), isOngoing: true, title: 'Losartan (DrugCentral:1610)', diseaseId: 'OMIM:154700' });
        events.add(caseId, { ...bareEvent, kind: 'treatment', when: { kind: 'age', age: 'P6Y', isAbout: false }, title: 'Aortic root replacement' });
        events.add(caseId, { ...bareEvent, kind: 'treatment', title: 'Atenolol (DrugCentral:254)' });
        events.add(caseId, { ...bareEvent, kind: 'treatment', title: 'Plaster for both feet' });
        events.add(caseId, { ...bareEvent, kind: 'visit', when: exactly('2019-04-12'), title: 'Neurology', clinician: 'Dr Kaur', place: 'Pylos', note: 'No cause found' });
        events.add(caseId, { ...bareEvent, kind: 'result', title: 'Eye pressure: 25 mm[Hg] (10 to 21) (LOINC:79893-4)', when: exactly('2021-06') });
        const test = tests.add(caseId, { ...bareTest, kind: 'exome', name: 'Trio exome', orderedOn: '2021-01', reportedOn: '2021-06-01', status: 'reported', result: 'negative', accession: 'L-7' });
        documents.add(caseId, { fileName: 'report.pdf', mediaType: 'application/pdf', byteCount: 8, sha256: unit.documentContents.keep(Buffer.from('a report')), note: '', eventId: null, testId: test.id, referralId: null, isPrivate: false });
        unit.describe('Tell the way', caseId);
        return success(null);
      }),
    );
    const file = readCaseFile(vault.repositories(), caseId);
    if (file === null) throw new Error('the case is missing');
    const { text, losses } = writeCaseBundle(aCaseSource(file));
    const told = resourcesOf(text).filter(({ id }) => /^(?:event|test|report|document)-/.test(String(id)));
    const subject = { reference: 'Patient/patient' };
    const coding = [{ system: 'urn:curie:DrugCentral', code: '1610', display: 'Losartan' }];
    expect(told).toMatchObject([
      { resourceType: 'ServiceRequest', id: 'test-1', status: 'completed', authoredOn: '2021-01', identifier: [{ value: 'L-7' }], code: { coding: [{ code: 'exome' }], text: 'Trio exome' } },
      { resourceType: 'DiagnosticReport', id: 'report-1', basedOn: [{ reference: 'ServiceRequest/test-1' }], effectiveDateTime: '2021-06-01', conclusionCode: [{ coding: [{ code: 'negative' }] }] },
      { resourceType: 'Condition', subject, verificationStatus: { coding: [{ code: 'refuted' }] }, recordedDate: '2018', code: { text: 'Cerebral palsy' }, asserter: { display: 'Dr Lund' }, note: [{ text: 'Held until 2019-05' }] },
      { resourceType: 'MedicationStatement', status: 'active', medicationCodeableConcept: { coding }, effectivePeriod: { start: '2020-01' }, reasonCode: [{ coding: [{ code: '154700' }] }] },
      { resourceType: 'Procedure', status: 'completed', performedAge: { value: 6, code: 'a' }, code: { text: 'Aortic root replacement' } },
      { resourceType: 'MedicationStatement', status: 'unknown', medicationCodeableConcept: { coding: [{ code: '254' }] } },
      { resourceType: 'Procedure', status: 'unknown', code: { text: 'Plaster for both feet' } },
      { resourceType: 'Encounter', period: { start: '2019-04-12' }, type: [{ text: 'Neurology' }], participant: [{ individual: { display: 'Dr Kaur' } }], serviceProvider: { display: 'Pylos' }, text: { div: expect.stringContaining('No cause found') as string } },
      { resourceType: 'Observation', code: { coding: [{ system: 'http://loinc.org', code: '79893-4', display: 'Eye pressure' }] }, effectiveDateTime: '2021-06', valueString: '25 mm[Hg] (10 to 21)' },
      { resourceType: 'DocumentReference', content: [{ attachment: { title: 'report.pdf', contentType: 'application/pdf', size: 8 } }], context: { related: [{ reference: 'ServiceRequest/test-1' }] } },
    ]);
    expect(losses.map(({ kind }) => kind)).toEqual(['documents']);
  });

  it.each([
    ['a reference to nothing', { resourceType: 'Procedure', id: 'p', status: 'completed', subject: { reference: 'Patient/nobody' } }],
    ['a status that is none', { resourceType: 'Procedure', id: 'p', status: 'done', subject: { reference: 'Patient/patient' } }],
    ['two ways to say when', { resourceType: 'Procedure', id: 'p', status: 'completed', subject: { reference: 'Patient/patient' }, performedDateTime: '2019', performedString: 'once' }],
    ['a day that is none', { resourceType: 'Procedure', id: 'p', status: 'completed', subject: { reference: 'Patient/patient' }, performedDateTime: 'spring 2019' }],
    ['an empty text', { resourceType: 'Procedure', id: 'p', status: 'completed', subject: { reference: 'Patient/patient' }, code: { text: '' } }],
    ['an id with a space', { resourceType: 'Procedure', id: 'p 1', status: 'completed', subject: { reference: 'Patient/patient' } }],
    ['what abated and lasts', { resourceType: 'Condition', id: 'c', subject: { reference: 'Patient/patient' }, clinicalStatus: { coding: [{ code: 'active' }] }, abatementDateTime: '2019' }],
    ['a field that the resource has not', { resourceType: 'Encounter', id: 'e', status: 'finished', class: { code: 'AMB' }, subject: { reference: 'Patient/patient' }, note: [{ text: 'x' }] }],
  ])('with %s is refused by the rules of these tests', (_what, resource) => {
    const place = (one: Resource) => `https://nostos.invalid/fhir/${String(one['resourceType'])}/${String(one['id'])}`;
    const patient = { resourceType: 'Patient', id: 'patient' };
    const composition = { resourceType: 'Composition', id: 'composition', status: 'final', type: { text: 'x' }, date: '2026', author: [{ display: 'x' }], title: 'x', section: [{ title: 'x', entry: [{ reference: `${resource.resourceType}/${resource.id}` }] }] };
    const bundle = (...resources: readonly Resource[]) => ({ resourceType: 'Bundle', type: 'document', identifier: { value: 'x' }, timestamp: '2026-11-23T00:00:00Z', entry: resources.map((one) => ({ fullUrl: place(one), resource: one })) });
    expect(fhirProblems(bundle({ ...composition, section: [{ title: 'x', text: { status: 'empty', div: '<div xmlns="http://www.w3.org/1999/xhtml"/>' } }] }, patient))).toEqual([]);
    expect(fhirProblems(bundle(composition, patient, resource)).length).toBeGreaterThan(0);
  });
});
