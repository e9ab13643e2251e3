import { describe, expect, test } from 'vitest';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { objectiveFindings } from '#shared/casefile/objective-findings.ts';
import { isMet, referralReadiness, type Readiness } from '#shared/casefile/referral-readiness.ts';
import { destinationTemplates } from '#shared/referral/destination-templates.ts';
import { newReferral, type ReferralDetail } from '#shared/referral/referral.ts';
import type { RequirementId } from '#shared/referral/requirements.ts';
import { aCaseFile, aConsent, aFeature, anEvent, aTest } from '#tests/builders/a-case-file.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';

const above: Readonly<Record<string, string>> = { 'HP:0002829': 'HP:0012531', 'HP:0004322': 'HP:0001507' };
const context = { today: '2026-11-23', clinic: { clinicName: 'Ithaca', clinicianName: 'Ida Counsellor' }, isWithin: (termId: string, rootId: string) => termId === rootId || above[termId] === rootId, letterWordCount: 1_000 };
const trio = aPedigree().withTrio().known({ birthDate: '2021-03-02', familyName: 'Example', givenName: 'Ada' }, 'proband');

const readiness = (file: CaseFile, more: Partial<ReferralDetail> = {}, templateId = 'undiagnosed-diseases-program'): Readiness => referralReadiness(file, { ...newReferral(templateId, '2026-11-01', 'Ida'), id: 'referral', ...more }, context);
const item = (of: Readiness, id: RequirementId) => of.items.find((one) => one.id === id);
const state = (file: CaseFile, id: RequirementId, more: Partial<ReferralDetail> = {}, templateId?: string) => item(readiness(file, more, templateId), id)?.state;

const full = aCaseFile(trio.build(), {
  features: [aFeature('HP:0001250', 'Seizure', 'observed', { source: 'record' }), aFeature('HP:0001252', 'Hypotonia', 'observed', { source: 'examination' })],
  events: [anEvent('symptom', 'First seizure', { when: { kind: 'season', year: 2022, season: 'spring', isAbout: false } }), anEvent('visit', 'Neurology'), anEvent('misdiagnosis', 'Febrile seizures'), anEvent('treatment', 'Valproate', { isOngoing: true }), anEvent('birth-history', 'Born at term')],
  tests: [aTest('exome', 'Trio exome', { status: 'reported', result: 'negative' })],
  consents: [aConsent('proband', 'referral', '2026-02-01')],
  documents: [{ id: 'd', version: 1, caseId: 'case', createdAt: '', fileName: 'exome.pdf', mediaType: '', byteCount: 1, sha256: 'a'.repeat(64), note: '', eventId: null, testId: 'Trio exome', referralId: null, isPrivate: false }],
});
const asked = { question: 'Which disease is it?', destination: { ...newReferral('free', '2026', '').destination, name: 'UDP' }, impression: 'A channelopathy.', judged: { 'not-a-relative': { isMet: true, note: '' } } };

describe('readiness for the undiagnosed-diseases application', () => {
  test('is complete where the case has everything that it asks for, each with the fact', () => {
    const complete = readiness(full, asked);
    expect(complete.items.filter((one) => !isMet(one)).map(({ id }) => id)).toEqual([]);
    expect([complete.metCount, complete.askedCount]).toEqual([17, 17]);
    expect(item(complete, 'current-medications')?.state).toEqual({ kind: 'met', fact: 'Valproate' });
    expect(item(complete, 'referral-consent')?.state).toEqual({ kind: 'met', fact: 'given 1 Feb 2026' });
  });

  test('of an empty case misses what has to be entered, and says where', () => {
    const empty = readiness(aCaseFile(aPedigree().person('proband').proband('proband').build()));
    expect([empty.metCount, empty.askedCount]).toEqual([2, 17]);
    expect(empty.items.filter(isMet).map(({ id }) => id)).toEqual(['letter-length', 'signature']);
    expect(item(empty, 'symptoms-began')).toMatchObject({ state: { kind: 'missing', what: 'Enter when the first symptom was noticed.' }, place: 'overview' });
    expect(item(empty, 'family-history')?.place).toBe('family');
  });

  test.each([
    ['question', {}, asked, { question: '  ' }],
    ['impression', {}, asked, { impression: '' }],
    ['problem-summary', { features: [aFeature('HP:0001250', 'Seizure', 'excluded')] }, asked, {}],
    ['previous-diagnoses', { events: [] }, asked, {}],
    ['evaluations', { events: [], tests: [aTest('exome', 'Exome', { status: 'planned' })] }, asked, {}],
    ['current-medications', { events: [anEvent('treatment', 'Valproate')] }, asked, {}],
    ['reports-attached', { documents: [] }, asked, {}],
    ['referral-consent', { consents: [aConsent('mother', 'referral', '2026-02-01')] }, asked, {}],
    ['referral-consent', { consents: [aConsent('proband', 'referral', '2026-02-01', { withdrawnOn: '2026-03' })] }, asked, {}],
    ['referral-consent', { consents: [aConsent('proband', 'referral', '2025-02-01', { expiresOn: '2026-11-22' })] }, asked, {}],
    ['objective-findings', { features: [aFeature('HP:0001250', 'Seizure', 'observed', { source: 'mother' })] }, asked, {}],
  ] as const)('misses %s as soon as the case lacks it', (id, lacks, filled, more) => {
    expect(state(full, id, filled)?.kind).toBe('met');
    expect(state({ ...full, ...lacks }, id, { ...filled, ...more })?.kind).toBe('missing');
  });

  test('asks for the birth history of children only', () => {
    const born = (birthDate: string) => aCaseFile(aPedigree().person('proband', { birthDate }).proband('proband').build());
    expect(state(born('2008-11-24'), 'birth-history')?.kind).toBe('missing');
    expect(state(born('2008-11-23'), 'birth-history')).toEqual({ kind: 'not-applicable', why: 'The patient is an adult.' });
    expect(state(born('2008'), 'birth-history')?.kind).toBe('missing');
  });

  test('does not take the word of a clinician who has a name of the family', () => {
    const relative = { ...context, clinic: { ...context.clinic, clinicianName: 'Dr Ada Example' } };
    const ofClinician = referralReadiness(full, { ...newReferral('undiagnosed-diseases-program', '2026', ''), id: 'r' }, relative);
    expect(item(ofClinician, 'not-a-relative')?.state.kind).toBe('missing');
    expect(state(full, 'not-a-relative')?.kind).toBe('ask');
  });

  test('tells a letter that is too short or too long', () => {
    const ofLength = (letterWordCount: number) => item(referralReadiness(full, { ...newReferral('undiagnosed-diseases-program', '2026', ''), id: 'r' }, { ...context, letterWordCount }), 'letter-length')?.state;
    expect([ofLength(400)?.kind, ofLength(451)?.kind, ofLength(1_800)?.kind]).toEqual(['missing', 'met', 'met']);
    expect(ofLength(1_801)).toEqual({ kind: 'missing', what: 'It is about 5 pages (1801 words): shorten it.' });
  });
});

describe('a judgement by hand', () => {
  test('goes before what the case says, both ways, and keeps what the case says beside it', () => {
    const judged = readiness(full, { ...asked, judged: { evaluations: { isMet: false, note: 'The records are missing' }, 'symptoms-began': { isMet: true, note: '' } } });
    expect(item(judged, 'evaluations')).toMatchObject({ state: { kind: 'met' }, judged: { isMet: false, note: 'The records are missing' } });
    expect(judged.metCount).toBe(15);
  });
});

describe('other destinations', () => {
  test('can all be asked of an empty case and of a full one', () => {
    for (const { id } of destinationTemplates) {
      const [empty, ready] = [readiness(aCaseFile(aPedigree().build()), {}, id), readiness(full, asked, id)];
      expect(ready.metCount).toBeGreaterThan(empty.metCount);
      expect(ready.metCount).toBeLessThanOrEqual(ready.askedCount);
    }
  });

  test('ask for three generations, explained deaths and what was looked for', () => {
    const wide = trio.man('pgf').childOf('father', 'pgf').woman('mgm', { vitalStatus: 'deceased' }).childOf('mother', 'mgm').build();
    expect(state(aCaseFile(wide), 'three-generations', {}, 'cardiogenetics')).toEqual({ kind: 'met', fact: '2 grandparents drawn' });
    expect(state(full, 'three-generations', {}, 'cardiogenetics')).toEqual({ kind: 'missing', what: 'Draw the grandparents on both sides.' });
    expect(state(aCaseFile(wide), 'deaths-explained', {}, 'cardiogenetics')).toEqual({ kind: 'missing', what: '1 death without age or cause.' });
    expect(state(aCaseFile(trio.build(), { features: [aFeature('HP:0004322', 'Short stature', 'excluded')] }), 'growth', {}, 'clinical-genetics')).toEqual({ kind: 'met', fact: 'no short stature' });
  });

  test('of a reanalysis ask for findings since the report', () => {
    const tests = [aTest('exome', 'Exome', { status: 'reported', reportedOn: '2024-05-01', accession: 'A-1' })];
    const seen = (recordedOn: string) => state({ ...full, tests, features: [aFeature('HP:0001250', 'Seizure', 'observed', { recordedOn })] }, 'phenotype-since', {}, 'laboratory-reanalysis');
    expect([seen('2024-04-30')?.kind, seen('2024-05-02')]).toEqual(['missing', { kind: 'met', fact: '1 finding since 1 May 2024' }]);
  });
});

describe('objective findings', () => {
  test('are those of examination, record or an abnormal test; not pain, nor what is only told, excluded or not assessed', () => {
    const features = [
      aFeature('HP:0001250', 'Seizure', 'observed', { source: 'record' }),
      aFeature('HP:0001252', 'Hypotonia', 'observed', { source: 'examination' }),
      aFeature('HP:0000365', 'Hearing impairment', 'observed', { source: 'mother' }),
      aFeature('HP:0000518', 'Cataract', 'observed'),
      aFeature('HP:0002829', 'Arthralgia', 'observed', { source: 'examination' }),
      aFeature('HP:0000252', 'Microcephaly', 'excluded', { source: 'examination' }),
      aFeature('HP:0000256', 'Macrocephaly', 'not-assessed'),
    ];
    const tests = [aTest('imaging', 'MRI', { status: 'reported', result: 'partial' }), aTest('exome', 'Exome', { status: 'reported', result: 'negative' }), aTest('array', 'Array', { status: 'ordered' })];
    expect(objectiveFindings(features, tests, context.isWithin)).toEqual({ objective: 3, subjective: 1, unsourced: 2 });
  });
});

describe('images and recordings', () => {
  const withTests = (...names: readonly (readonly ['imaging' | 'electrophysiology', string])[]) => aCaseFile(trio.build(), { tests: names.map(([kind, name]) => aTest(kind, name, { status: 'reported', result: 'negative' })) });
  const kinds = (file: CaseFile) => [state(file, 'heart-tests', {}, 'cardiogenetics')?.kind, state(file, 'neuroimaging', {}, 'paediatric-neurology')?.kind, state(file, 'electroencephalography', {}, 'paediatric-neurology')?.kind];

  test('count for what they are of, and one that does not say is asked about', () => {
    expect(kinds(withTests(['electrophysiology', 'EEG'], ['imaging', 'Brain MRI']))).toEqual(['missing', 'met', 'met']);
    expect(kinds(withTests(['electrophysiology', 'ECG'], ['imaging', 'Echocardiogram']))).toEqual(['met', 'missing', 'missing']);
    expect(kinds(withTests(['imaging', 'Chest X-ray'], ['electrophysiology', 'Nerve conduction study']))).toEqual(['missing', 'missing', 'met']);
    expect(state(withTests(['imaging', 'MRI']), 'neuroimaging', {}, 'paediatric-neurology')).toEqual({ kind: 'ask', question: 'Is MRI of the brain or spine?' });
  });
});
