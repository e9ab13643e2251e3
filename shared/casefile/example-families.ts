import type { CandidateState, CaseDetail } from '#shared/casefile/case-record.ts';
import { prikladPedigree } from '#shared/casefile/example-pedigrees/assisted-reproduction-pedigree.ts';
import { mfanoPedigree } from '#shared/casefile/example-pedigrees/consanguineous-pedigree.ts';
import { examplePedigree, type SaidPedigree } from '#shared/casefile/example-pedigrees/example-pedigree.ts';
import { apeerePedigree, beispielPedigree, ejemplarPedigree, eksempelsenPedigree, liziPedigree, ornekPedigree, udaharanPedigree } from '#shared/casefile/example-pedigrees/small-pedigrees.ts';
import { naidePedigree } from '#shared/casefile/example-pedigrees/x-linked-pedigree.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { unknownDetail, type IndividualDetail } from '#shared/pedigree/individual.ts';
import { bareDetail, type FeatureDetail } from '#shared/phenotype/feature.ts';

export interface ExampleFeature {
  readonly termId: string;
  readonly label: string;
  readonly detail: FeatureDetail;
}

export interface ExampleCandidate {
  readonly diseaseId: string;
  readonly diseaseName: string;
  readonly state: CandidateState;
  readonly reason: string;
}

/**
 * An invented family for looking around in the demonstration and for the journeys of the tests. No person is real; each family name is
 * the word for "example" in some language.
 */
export interface ExampleFamily {
  /** Due dates are days from the day of loading, so that some are always overdue and some to come. */
  readonly case: Readonly<Omit<CaseDetail, 'nextActionDueOn'>> & { readonly nextActionDueInDays: number | null };
  readonly proband: IndividualDetail;
  readonly features: readonly ExampleFeature[];
  readonly candidates: readonly ExampleCandidate[];
  /** The pedigree; its proband is the one described above. */
  readonly family: Family;
}

type ExampleCase = Omit<ExampleFamily, 'family'>;

type Said = Partial<Omit<FeatureDetail, 'state'>>;

const observed = (termId: string, label: string, said: Said = {}): ExampleFeature => ({ termId, label, detail: { ...bareDetail('observed'), ...said } });
const excluded = (termId: string, label: string, said: Said = {}): ExampleFeature => ({ termId, label, detail: { ...bareDetail('excluded'), ...said } });
const notAssessed = (termId: string, label: string, said: Said = {}): ExampleFeature => ({ termId, label, detail: { ...bareDetail('not-assessed'), ...said } });
const atAge = (duration: string): Pick<FeatureDetail, 'onset'> => ({ onset: { kind: 'age', duration } });
const atStage = (termId: string, label: string): Pick<FeatureDetail, 'onset'> => ({ onset: { kind: 'term', termId, label } });

const mild = 'HP:0012825';
const moderate = 'HP:0012826';
const severe = 'HP:0012828';
const bilateral = 'HP:0012832';
const left = 'HP:0012835';
const progressive = 'HP:0003676';
const recurrent = 'HP:0031796';

const ejemplar: ExampleCase = {
  case: {
    reference: 'DEMO-001',
    status: 'awaiting-results',
    firstSymptomOn: '2016-09',
    nextAction: 'Ask the laboratory for the FBN1 result',
    nextActionDueInDays: -4,
    note: 'Father died at 38, said to be of the heart; autopsy report asked for. Echocardiogram repeated every six months.',
  },
  proband: { ...unknownDetail, givenName: 'Mateo', familyName: 'Ejemplar', sexAssignedAtBirth: 'male', gender: 'man-boy', karyotype: '46,XY', birthDate: '2009-05-17' },
  features: [
    observed('HP:0001083', 'Ectopia lentis', { ...atAge('P7Y4M'), lateralityId: bilateral, source: 'record', recordedOn: '2016-11-02', note: 'Seen by the eye clinic with dilated pupils.' }),
    observed('HP:0002616', 'Aortic root aneurysm', { ...atAge('P12Y'), severityId: moderate, modifierIds: [progressive], source: 'examination', recordedOn: '2024-03-11', note: 'Z score +3.4.' }),
    observed('HP:0001166', 'Arachnodactyly', { source: 'examination', note: 'Thumb and wrist signs both positive.' }),
    observed('HP:0001519', 'Disproportionate tall stature', { source: 'examination' }),
    observed('HP:0000767', 'Pectus excavatum', { severityId: mild, source: 'examination' }),
    observed('HP:0000545', 'Myopia', { lateralityId: bilateral, source: 'mother', ...atAge('P5Y') }),
    excluded('HP:0000193', 'Bifid uvula', { source: 'examination', note: 'Looked for because of Loeys-Dietz syndrome.' }),
    excluded('HP:0001249', 'Intellectual disability', { source: 'record' }),
    notAssessed('HP:0100775', 'Dural ectasia', { note: 'No spinal imaging so far.' }),
  ],
  candidates: [{ diseaseId: 'OMIM:154700', diseaseName: 'Marfan syndrome', state: 'working', reason: 'Ectopia lentis with a dilated aortic root meets the revised Ghent criteria.' }],
};

const mfano: ExampleCase = {
  case: {
    reference: 'DEMO-002',
    status: 'testing',
    firstSymptomOn: '2018-06',
    nextAction: 'Book echocardiogram and fasting bloods',
    nextActionDueInDays: 9,
    note: 'Parents are second cousins. Was thought to have Leber congenital amaurosis until the hearing loss was found.',
  },
  proband: { ...unknownDetail, givenName: 'Zuri', familyName: 'Mfano', sexAssignedAtBirth: 'female', gender: 'woman-girl', birthDate: '2018-02-03' },
  features: [
    observed('HP:0000639', 'Nystagmus', { ...atAge('P4M'), lateralityId: bilateral, source: 'mother' }),
    observed('HP:0000613', 'Photophobia', { ...atAge('P6M'), severityId: severe, source: 'mother', note: 'Keeps her eyes shut outdoors.' }),
    observed('HP:0000548', 'Cone/cone-rod dystrophy', { ...atAge('P1Y2M'), source: 'record', note: 'Electroretinogram.' }),
    observed('HP:0008915', 'Childhood-onset truncal obesity', { ...atAge('P2Y'), source: 'examination' }),
    observed('HP:0000408', 'Progressive sensorineural hearing impairment', { ...atAge('P5Y'), lateralityId: bilateral, severityId: moderate, source: 'record' }),
    observed('HP:0000956', 'Acanthosis nigricans', { source: 'examination', recordedOn: '2025-01-20' }),
    excluded('HP:0010442', 'Polydactyly', { source: 'examination', note: 'No scar of a removed digit either.' }),
    excluded('HP:0001249', 'Intellectual disability', { source: 'record', note: 'Keeps up at a mainstream school.' }),
    notAssessed('HP:0001644', 'Dilated cardiomyopathy', { note: 'Never had an echocardiogram.' }),
    notAssessed('HP:0000855', 'Insulin resistance'),
  ],
  candidates: [{ diseaseId: 'OMIM:209900', diseaseName: 'Bardet-Biedl syndrome 1', state: 'ruled-out', reason: 'BBS panel normal; no polydactyly; normal learning.' }],
};

const eksempelsen: ExampleCase = {
  case: {
    reference: 'DEMO-003',
    status: 'diagnosed-known-gene',
    firstSymptomOn: '2015',
    nextAction: 'Yearly eye examination and blood pressure',
    nextActionDueInDays: 62,
    note: 'NF1 variant found in blood, absent in both parents. Family letter sent.',
  },
  proband: { ...unknownDetail, givenName: 'Liv', familyName: 'Eksempelsen', sexAssignedAtBirth: 'female', gender: 'woman-girl', karyotype: '46,XX', birthDate: '2014-12-01' },
  features: [
    observed('HP:0007565', 'Multiple cafe-au-lait spots', { ...atStage('HP:0003593', 'Infantile onset'), source: 'examination', note: 'Eleven larger than 5 mm.' }),
    observed('HP:0000997', 'Axillary freckling', { ...atAge('P5Y'), lateralityId: bilateral, source: 'examination' }),
    observed('HP:0009737', 'Lisch nodules', { ...atAge('P7Y'), lateralityId: bilateral, source: 'record' }),
    observed('HP:0001067', 'Neurofibroma', { ...atAge('P9Y6M'), source: 'examination' }),
    observed('HP:0001328', 'Specific learning disability', { severityId: mild, source: 'father' }),
    observed('HP:0009736', 'Tibial pseudarthrosis', { ...atAge('P1Y'), lateralityId: left, source: 'record' }),
    excluded('HP:0009734', 'Optic nerve glioma', { source: 'record', recordedOn: '2023-05', note: 'MRI of the orbits.' }),
    excluded('HP:0000822', 'Hypertension', { source: 'examination' }),
  ],
  candidates: [{ diseaseId: 'OMIM:162200', diseaseName: 'Neurofibromatosis, type 1', state: 'confirmed', reason: 'Pathogenic NF1 variant, de novo.' }],
};

const udaharan: ExampleCase = {
  case: {
    reference: 'DEMO-004',
    status: 'results-to-interpret',
    firstSymptomOn: '2021-03',
    nextAction: 'Interpret the DMD deletion report with the laboratory',
    nextActionDueInDays: 0,
    note: 'Two maternal uncles used wheelchairs from the age of eleven. Mother asks for carrier testing for her sister.',
  },
  proband: { ...unknownDetail, givenName: 'Arjun', familyName: 'Udaharan', sexAssignedAtBirth: 'male', gender: 'man-boy', birthDate: '2018-08-22' },
  features: [
    observed('HP:0030234', 'Highly elevated creatine kinase', { ...atAge('P4Y2M'), source: 'record', note: '14,800 U/l.' }),
    observed('HP:0003707', 'Calf muscle pseudohypertrophy', { ...atAge('P3Y'), lateralityId: bilateral, source: 'examination' }),
    observed('HP:0003391', 'Gowers sign', { ...atAge('P3Y6M'), source: 'examination' }),
    observed('HP:0002515', 'Waddling gait', { ...atAge('P3Y'), modifierIds: [progressive], source: 'mother' }),
    observed('HP:0002359', 'Frequent falls', { ...atAge('P2Y7M'), source: 'mother' }),
    observed('HP:0002194', 'Delayed gross motor development', { ...atAge('P1Y7M'), source: 'mother', note: 'Walked at 19 months.' }),
    excluded('HP:0001644', 'Dilated cardiomyopathy', { source: 'record', recordedOn: '2024-11-05' }),
    excluded('HP:0000508', 'Ptosis', { source: 'examination' }),
    notAssessed('HP:0001249', 'Intellectual disability'),
  ],
  candidates: [{ diseaseId: 'OMIM:310200', diseaseName: 'Muscular dystrophy, Duchenne type', state: 'suspected', reason: 'Clinical picture and family history; the report is being read.' }],
};

const apeere: ExampleCase = {
  case: {
    reference: 'DEMO-005',
    status: 'candidate-pursued',
    firstSymptomOn: '2022-11-09',
    nextAction: 'Send parental samples for the SCN1A variant',
    nextActionDueInDays: 3,
    note: 'First seizure in the bath, six days after a vaccination. Told at first that it was a simple febrile seizure.',
  },
  proband: { ...unknownDetail, givenName: 'Ngozi', familyName: 'Apeere', sexAssignedAtBirth: 'female', gender: 'woman-girl', birthDate: '2022-05-06' },
  features: [
    observed('HP:0002373', 'Febrile seizure (within the age range of 3 months to 6 years)', { ...atAge('P6M'), modifierIds: [recurrent], source: 'mother' }),
    observed('HP:0002133', 'Status epilepticus', { ...atAge('P8M'), severityId: severe, source: 'record' }),
    observed('HP:0006813', 'Focal hemiclonic seizure', { ...atAge('P8M'), source: 'record', note: 'Sides alternate.' }),
    observed('HP:0032794', 'Myoclonic seizure', { ...atAge('P2Y'), source: 'father', note: 'Video seen in clinic.' }),
    observed('HP:0001263', 'Global developmental delay', { ...atAge('P1Y9M'), severityId: mild, source: 'examination' }),
    observed('HP:0001251', 'Ataxia', { ...atAge('P2Y2M'), severityId: mild, source: 'examination' }),
    excluded('HP:0000252', 'Microcephaly', { source: 'examination' }),
    excluded('HP:0001053', 'Hypopigmented skin patches', { source: 'examination', note: 'Wood lamp.' }),
  ],
  candidates: [{ diseaseId: 'OMIM:607208', diseaseName: 'Dravet syndrome', state: 'suspected', reason: 'Likely pathogenic SCN1A variant; inheritance not yet known.' }],
};

const lizi: ExampleCase = {
  case: {
    reference: 'DEMO-006',
    status: 'diagnosed-clinically',
    firstSymptomOn: '2020-10',
    nextAction: 'Ask for MECP2 deletion and duplication analysis',
    nextActionDueInDays: 21,
    note: 'Sequence of MECP2 normal in 2022. Was called autism at two years.',
  },
  proband: { ...unknownDetail, givenName: 'Mei', familyName: 'Lizi', sexAssignedAtBirth: 'female', gender: 'woman-girl', birthDate: '2019-04' },
  features: [
    observed('HP:0002376', 'Developmental regression', { ...atAge('P1Y6M'), source: 'mother' }),
    observed('HP:0012171', 'Stereotypical hand wringing', { ...atAge('P2Y'), source: 'examination' }),
    observed('HP:0002371', 'Loss of speech', { ...atAge('P1Y8M'), source: 'mother', note: 'Had eight words.' }),
    observed('HP:0002186', 'Apraxia', { source: 'examination', note: 'Of the hands: no longer holds a spoon.' }),
    observed('HP:0000253', 'Progressive microcephaly', { source: 'record' }),
    observed('HP:0002883', 'Hyperventilation', { ...atAge('P4Y'), modifierIds: [recurrent], source: 'father' }),
    observed('HP:0003763', 'Bruxism', { source: 'father' }),
    excluded('HP:0001250', 'Seizure', { source: 'record', note: 'Electroencephalogram 2023 without epileptic activity.' }),
    notAssessed('HP:0001657', 'Prolonged QT interval', { note: 'No electrocardiogram yet; ask before any new medicine.' }),
  ],
  candidates: [{ diseaseId: 'OMIM:312750', diseaseName: 'Rett syndrome', state: 'working', reason: 'Meets the criteria of classical Rett syndrome after regression.' }],
};

const beispiel: ExampleCase = {
  case: {
    reference: 'DEMO-007',
    status: 'intake',
    firstSymptomOn: '2023-12',
    nextAction: 'Take the three-generation family history',
    nextActionDueInDays: 14,
    note: 'Referred by the heart clinic before the procedure on the pulmonary valve.',
  },
  proband: { ...unknownDetail, givenName: 'Noah', familyName: 'Beispiel', sexAssignedAtBirth: 'male', gender: 'man-boy', birthDate: '2024-06-30' },
  features: [
    observed('HP:0010880', 'Increased nuchal translucency', { onset: { kind: 'gestation', weeks: 12, days: 3 }, source: 'record' }),
    observed('HP:0001642', 'Pulmonic stenosis', { ...atStage('HP:0003577', 'Congenital onset'), severityId: moderate, source: 'record' }),
    observed('HP:0000316', 'Hypertelorism', { source: 'examination' }),
    observed('HP:0000494', 'Downslanted palpebral fissures', { source: 'examination' }),
    observed('HP:0000369', 'Low-set ears', { lateralityId: bilateral, source: 'examination' }),
    observed('HP:0000465', 'Webbed neck', { severityId: mild, source: 'examination' }),
    observed('HP:0000028', 'Cryptorchidism', { lateralityId: left, source: 'record' }),
    observed('HP:0008872', 'Feeding difficulties in infancy', { source: 'mother' }),
    excluded('HP:0001639', 'Hypertrophic cardiomyopathy', { source: 'record', recordedOn: '2025-01-15' }),
    notAssessed('HP:0000978', 'Bruising susceptibility', { note: 'Clotting tests before the procedure.' }),
  ],
  candidates: [],
};

const ornek: ExampleCase = {
  case: {
    reference: 'DEMO-008',
    status: 'reanalysis-due',
    firstSymptomOn: '2008',
    nextAction: 'Ask for reanalysis of the exome of 2021',
    nextActionDueInDays: -31,
    note: 'Seen by nine specialists in sixteen years. Exome of 2021 left one variant of POLG uncertain; mitochondrial genome never looked at in muscle.',
  },
  proband: { ...unknownDetail, givenName: 'Deniz', familyName: 'Örnek', sexAssignedAtBirth: 'female', gender: 'non-binary', birthDate: '1994', ageAtLastEncounter: 'P30Y' },
  features: [
    observed('HP:0003546', 'Exercise intolerance', { ...atStage('HP:0003621', 'Juvenile onset'), modifierIds: [progressive], source: 'patient' }),
    observed('HP:0000508', 'Ptosis', { ...atAge('P22Y'), lateralityId: bilateral, severityId: mild, source: 'examination' }),
    observed('HP:0000407', 'Sensorineural hearing impairment', { ...atAge('P19Y'), lateralityId: bilateral, severityId: moderate, source: 'record' }),
    observed('HP:0002076', 'Migraine', { ...atAge('P14Y'), modifierIds: [recurrent], source: 'patient' }),
    observed('HP:0004322', 'Short stature', { source: 'examination', note: '148 cm; parents 165 cm and 172 cm.' }),
    observed('HP:0002019', 'Constipation', { severityId: severe, source: 'patient' }),
    observed('HP:0000716', 'Depression', { ...atAge('P20Y'), source: 'patient' }),
    excluded('HP:0001639', 'Hypertrophic cardiomyopathy', { source: 'record', recordedOn: '2024' }),
    excluded('HP:0000819', 'Diabetes mellitus', { source: 'record', recordedOn: '2024' }),
    notAssessed('HP:0002151', 'Increased circulating lactate concentration', { note: 'Never measured at rest.' }),
    notAssessed('HP:0000580', 'Pigmentary retinopathy'),
  ],
  candidates: [{ diseaseId: 'OMIM:160900', diseaseName: 'Myotonic dystrophy 1', state: 'ruled-out', reason: 'CTG repeats of DMPK in the normal range (2019).' }],
};

const naide: ExampleCase = {
  case: {
    reference: 'DEMO-009',
    status: 'diagnosed-elsewhere',
    firstSymptomOn: '2022-01',
    nextAction: 'Offer carrier testing to the mother’s sister, who is pregnant',
    nextActionDueInDays: 2,
    note: 'Bled for two days after a cut of the lip. Three men of the mother’s family have haemophilia; the intron 22 inversion is known from a cousin.',
  },
  proband: { ...unknownDetail, givenName: 'Oskar', familyName: 'Näide', sexAssignedAtBirth: 'male', gender: 'man-boy', birthDate: '2021-02-11' },
  features: [
    observed('HP:0003125', 'Reduced factor VIII activity', { severityId: severe, source: 'record', recordedOn: '2022-01-28', note: 'Below 1 %.' }),
    observed('HP:0003645', 'Prolonged partial thromboplastin time', { source: 'record', recordedOn: '2022-01-26' }),
    observed('HP:0005261', 'Joint hemorrhage', { ...atAge('P2Y3M'), lateralityId: left, modifierIds: [recurrent], source: 'record', note: 'Ankle.' }),
    observed('HP:0000978', 'Bruising susceptibility', { ...atAge('P9M'), source: 'mother' }),
    observed('HP:0030140', 'Oral cavity bleeding', { ...atAge('P11M'), source: 'mother' }),
    excluded('HP:0002170', 'Intracranial hemorrhage', { source: 'record', note: 'Ultrasound after the birth.' }),
    notAssessed('HP:0003040', 'Arthropathy', { note: 'No joint score so far.' }),
  ],
  candidates: [{ diseaseId: 'OMIM:306700', diseaseName: 'Hemophilia A', state: 'confirmed', reason: 'Factor VIII below 1 % and the F8 intron 22 inversion of the family.' }],
};

const priklad: ExampleCase = {
  case: {
    reference: 'DEMO-010',
    status: 'referred-in',
    firstSymptomOn: '2022-05',
    nextAction: 'Tell the sperm bank of the CFTR results',
    nextActionDueInDays: 5,
    note: 'Twins by the egg of one mother, carried by the other, and a donor. Pregnant again by the same donor; testing of the pregnancy is wanted.',
  },
  proband: { ...unknownDetail, givenName: 'Anna', familyName: 'Příklad', sexAssignedAtBirth: 'female', gender: 'woman-girl', birthDate: '2022-03-09' },
  features: [
    observed('HP:0012236', 'Elevated sweat chloride', { source: 'record', recordedOn: '2022-07-19', note: '98 mmol/l.' }),
    observed('HP:0001738', 'Exocrine pancreatic insufficiency', { ...atAge('P3M'), source: 'record' }),
    observed('HP:0001508', 'Failure to thrive', { ...atAge('P2M'), severityId: moderate, source: 'record' }),
    observed('HP:0002205', 'Recurrent respiratory infections', { ...atAge('P1Y'), modifierIds: [recurrent], source: 'mother' }),
    observed('HP:0034315', 'Chronic cough', { ...atAge('P10M'), source: 'mother' }),
    excluded('HP:0004401', 'Meconium ileus', { source: 'record' }),
    excluded('HP:0001696', 'Situs inversus totalis', { source: 'record' }),
    notAssessed('HP:0000819', 'Diabetes mellitus'),
  ],
  candidates: [{ diseaseId: 'OMIM:219700', diseaseName: 'Cystic fibrosis', state: 'confirmed', reason: 'Two pathogenic CFTR variants, one from the egg parent and one from the donor.' }],
};

const withPedigree = (example: ExampleCase, pedigree: SaidPedigree): ExampleFamily => ({ ...example, family: examplePedigree(example.proband, pedigree) });

/** Ten families over different statuses, findings and stages of certainty. */
export const exampleFamilies: readonly ExampleFamily[] = [
  withPedigree(ejemplar, ejemplarPedigree),
  withPedigree(mfano, mfanoPedigree),
  withPedigree(eksempelsen, eksempelsenPedigree),
  withPedigree(udaharan, udaharanPedigree),
  withPedigree(apeere, apeerePedigree),
  withPedigree(lizi, liziPedigree),
  withPedigree(beispiel, beispielPedigree),
  withPedigree(ornek, ornekPedigree),
  withPedigree(naide, naidePedigree),
  withPedigree(priklad, prikladPedigree),
];
