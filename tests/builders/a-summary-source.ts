import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { CaseRecord } from '#shared/casefile/case-record.ts';
import { bareEvent, type OdysseyEvent, type OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import { bareTest, type OrderedTest, type OrderedTestDetail } from '#shared/casefile/ordered-test.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import type { SummarySource } from '#shared/interchange/documents/summary-source.ts';
import { emptyFamily, type Family } from '#shared/pedigree/family.ts';
import { bareDetail, type Feature, type FeatureDetail } from '#shared/phenotype/feature.ts';
import { newReferral } from '#shared/referral/referral.ts';
import { aFinding } from '#tests/builders/a-finding.ts';
import { aPedigree, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';

const frame = (number: number) => ({ id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`, version: 1, caseId: '00000000-0000-7000-8000-000000000002', createdAt: '2026-01-01T00:00:00.000Z' });

const aCase: CaseRecord = { ...frame(2), reference: 'NRG-0412', status: 'results-to-interpret', firstSymptomOn: '2017-08', nextAction: '', nextActionDueOn: null, note: '', statusSince: '2026-01-01T00:00:00.000Z', changedAt: '2026-01-01T00:00:00.000Z' };

export const anEvent = (number: number, detail: Partial<OdysseyEventDetail>): OdysseyEvent => ({ ...bareEvent, ...frame(100 + number), ...detail });
export const aTest = (number: number, detail: Partial<OrderedTestDetail>): OrderedTest => ({ ...bareTest, ...frame(200 + number), ...detail });
export const aFeatureOf = (personId: string, number: number, termId: string, label: string, detail: Partial<FeatureDetail> = {}): Feature => ({ ...bareDetail('observed'), ...detail, id: frame(300 + number).id, version: 1, personId, termId, label });

export const emptyFile: CaseFile = { case: { ...aCase, reference: '', firstSymptomOn: null }, family: emptyFamily, people: [], features: [], findings: [], candidates: [], events: [], tests: [], referrals: [], tasks: [], documents: [], consents: [] };

/** A girl with her parents, an affected brother and a grandmother. */
export const smallFamily = (): PedigreeBuilder =>
  aPedigree()
    .woman('grandmother', { givenName: 'Greta', familyName: 'Vale', vitalStatus: 'deceased', ageAtDeath: 'P64Y', causeOfDeath: 'Heart failure' })
    .man('father', { givenName: 'Piet', familyName: 'Vale', birthDate: '1988-02-01' })
    .woman('mother', { givenName: 'Ines', familyName: 'Vale', birthDate: '1990-05' })
    .man('brother', { givenName: 'Otto', familyName: 'Vale', vitalStatus: 'deceased', ageAtDeath: 'P4M' })
    .woman('proband', { givenName: 'Mira', familyName: 'Vale', birthDate: '2017-07-09' })
    .couple('father', 'mother')
    .childOf('father', 'grandmother')
    .childOf('brother', 'father', 'mother')
    .childOf('proband', 'father', 'mother')
    .proband('proband')
    .affected('Alström syndrome', 'proband')
    .affected('Dilated cardiomyopathy', 'brother')
    .state('carrier', 'Alström syndrome', 'father', 'mother')
    .header({ historian: 'Ines Vale', takenOn: '2026-03-14', consanguinityAsked: 'denied' });

/** Sixty people in four generations: the couple at the top, their children, and theirs. */
export function largeFamily(nameOf: (number: number) => string = (number) => `Person ${String(number)}`): Family {
  let family = aPedigree().man('a', { givenName: nameOf(1), birthDate: '1921' }).woman('b', { givenName: nameOf(2), birthDate: '1924' }).couple('a', 'b');
  let count = 2;
  const grow = (parents: readonly [string, string], children: number, year: number): readonly (readonly [string, string])[] => {
    const couples: (readonly [string, string])[] = [];
    for (let index = 0; index < children && count < 60; index += 1) {
      const id = `p${String(++count)}`;
      family = family.person(id, { gender: count % 2 === 0 ? 'woman-girl' : 'man-boy', givenName: nameOf(count), birthDate: String(year + index * 2) }).childOf(id, ...parents);
      if (count >= 60) return couples;
      const partner = `p${String(++count)}`;
      family = family.person(partner, { gender: count % 2 === 0 ? 'woman-girl' : 'man-boy', givenName: nameOf(count) }).couple(id, partner);
      couples.push([id, partner]);
    }
    return couples;
  };
  const second = grow(['a', 'b'], 5, 1945);
  const third = second.flatMap((couple) => grow(couple, 3, 1970));
  third.forEach((couple) => {
    for (let index = 0; index < 2 && count < 60; index += 1) {
      const id = `p${String(++count)}`;
      family = family.person(id, { gender: 'woman-girl', givenName: nameOf(count), birthDate: String(2000 + index) }).childOf(id, ...couple);
    }
  });
  return family.proband(`p${String(count)}`).affected('Hereditary spastic paraplegia', `p${String(count)}`, 'a', 'p3').state('carrier', 'Cystic fibrosis', 'p5', 'p8').affected('Febrile seizure', 'p9', 'p20').build();
}

const aReferral: Referral = {
  ...newReferral('general-specialist', '2026-11-19', 'H. Lund'),
  ...frame(400),
  destination: { name: 'Rare eye clinic', department: 'Genetics', clinician: 'Dr Aldous', address: '1 Quay Street\nPortmouth', email: '', phone: '' },
  question: 'Is this Alström syndrome? Can aberrant splicing from ALMS1 c.11870-3T>G be shown on RNA from blood?',
  urgency: 'soon',
  steps: [{ stage: 'sent', on: '2026-11-20', by: 'H. Lund', channel: 'letter', note: '' }],
};

/** A case with something of everything. */
export function fullFile(family: Family = smallFamily().build()): CaseFile {
  const probandId = family.individuals.find(({ isProband }) => isProband)?.id ?? '';
  const own = (number: number, termId: string, label: string, detail: Partial<FeatureDetail> = {}): Feature => aFeatureOf(probandId, number, termId, label, detail);
  return {
    ...emptyFile,
    case: aCase,
    family,
    features: [
      own(1, 'HP:0000639', 'Nystagmus', { onset: { kind: 'age', duration: 'P5M' }, note: 'Horizontal, seen by the mother first.' }),
      own(2, 'HP:0000613', 'Photophobia', { onset: { kind: 'age', duration: 'P6M' }, severityId: 'HP:0012828' }),
      own(3, 'HP:0001644', 'Dilated cardiomyopathy', { onset: { kind: 'age', duration: 'P3W' }, resolution: { kind: 'age', duration: 'P2Y' } }),
      own(4, 'HP:0010442', 'Polydactyly', { state: 'excluded' }),
      own(5, 'HP:0001249', 'Intellectual disability', { state: 'excluded', onset: { kind: 'age', duration: 'P8Y' } }),
      own(6, 'HP:0000855', 'Insulin resistance', { state: 'not-assessed' }),
    ],
    findings: [
      aFinding({ gene: { symbol: 'ALMS1', hgncId: 'HGNC:428' }, transcript: 'NM_015120.4', hgvsCoding: 'c.11870-3T>G', hgvsProtein: '', inheritance: 'both-parents', genotypes: [{ personId: probandId, state: 'homozygous', alleleShare: null, tissue: '' }, { personId: 'father', state: 'heterozygous', alleleShare: null, tissue: '' }], classifications: [{ classification: 'uncertain-significance', criteria: [{ code: 'PM2', strength: 'supporting', evidence: '', reasonForStrength: '' }], by: 'H. Lund', at: '2026-11-12T00:00:00.000Z', why: '' }], report: { laboratory: 'Kestrel Genomics', accession: 'KG-77', date: '2026-11-12', test: 'Exome, trio', limits: 'deep introns' } }),
    ],
    candidates: [{ ...frame(500), diseaseId: 'OMIM:203800', diseaseName: 'Alström syndrome', state: 'working', reason: 'Cone dystrophy with infantile cardiomyopathy.', decidedOn: '2026-11-13', decidedBy: 'H. Lund' }],
    events: [
      anEvent(1, { kind: 'symptom', when: { kind: 'age', age: 'P3W', isAbout: false }, title: 'Heart failure', place: 'Kestrel Hospital' }),
      anEvent(2, { kind: 'misdiagnosis', when: { kind: 'date', date: '2019', isAbout: true }, until: { kind: 'date', date: '2023-05', isAbout: false }, title: 'Achromatopsia', clinician: 'Dr Aldous' }),
      anEvent(3, { kind: 'treatment', when: { kind: 'date', date: '2017-08', isAbout: false }, title: 'Carvedilol', isOngoing: true }),
    ],
    tests: [
      aTest(1, { kind: 'exome', name: 'Exome, trio', laboratory: 'Kestrel Genomics', personIds: [probandId, 'father', 'mother'], status: 'reported', reportedOn: '2026-11-12', result: 'uncertain', summary: 'ALMS1 c.11870-3T>G, homozygous.', limits: 'ALMS1 repeats in exon 8, deep introns' }),
      aTest(2, { kind: 'rna', name: 'RNA of blood', status: 'ordered', orderedOn: '2026-11-15' }),
    ],
    referrals: [aReferral],
  };
}

const systems: SummarySource['systems'] = {
  systems: [{ id: 'HP:0000478', label: 'Abnormality of the eye' }, { id: 'HP:0001626', label: 'Abnormality of the cardiovascular system' }, { id: 'HP:0000707', label: 'Abnormality of the nervous system' }, { id: 'HP:0040064', label: 'Abnormality of limbs' }, { id: 'HP:0000119', label: 'Abnormality of the genitourinary system' }],
  ofTerm: { 'HP:0000639': ['HP:0000478', 'HP:0000707'], 'HP:0000613': ['HP:0000478'], 'HP:0001644': ['HP:0001626'], 'HP:0010442': ['HP:0040064'], 'HP:0001249': ['HP:0000707'] },
};

/** What a summary is made of, from an invented case. */
export const aSummarySource = (given: Partial<SummarySource> = {}): SummarySource => ({
  file: fullFile(),
  level: 'full',
  paper: 'a4',
  title: 'NRG-0412',
  today: '2026-11-23',
  clinic: { clinicName: 'Clinical Genetics, Northreach', clinicianName: 'Hanne Lund, CGC', replyAddress: 'mailto:genetics@northreach.example', telephone: '01632 960 144' },
  recipient: 'Rare eye clinic',
  systems,
  nameOfTerm: (termId) => (termId === 'HP:0012828' ? 'Severe' : termId),
  differential: {
    candidates: [
      { rank: 1, diseaseId: 'OMIM:203800', name: 'Alström syndrome', genes: ['ALMS1'], probability: 0.71, state: 'working', reasons: [{ label: 'Nystagmus', log10: 1.2 }, { label: 'no Polydactyly', log10: 0.1 }, { label: 'no Intellectual disability', log10: -0.2 }], notRecorded: ['Acanthosis nigricans'] },
      { rank: 2, diseaseId: 'OMIM:209900', name: 'Bardet-Biedl syndrome 1', genes: ['BBS1'], probability: 0.0004, state: null, reasons: [{ label: 'no Polydactyly', log10: -1.4 }], notRecorded: [] },
    ],
    noneOfThese: 0.12,
    others: { count: 280, probability: 0.1696 },
    release: '2025-05-06',
    algorithm: 'ontology-language-model/7',
  },
  appVersion: '0.1.0',
  ...given,
});
