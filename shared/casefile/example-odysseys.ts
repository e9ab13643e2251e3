import { parseOdysseyLine } from '#shared/casefile/odyssey-line.ts';
import type { OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import { bareTest, type OrderedTestDetail } from '#shared/casefile/ordered-test.ts';
import { bareTask, type TaskDetail } from '#shared/casefile/task.ts';

/** The way of an invented family through the clinics. Days are counted from the day of loading, so that some results are always awaited and some late. */
export interface ExampleOdyssey {
  readonly events: readonly OdysseyEventDetail[];
  readonly tests: readonly ExampleTest[];
  readonly tasks: readonly ExampleTask[];
}

export interface ExampleTest {
  readonly detail: OrderedTestDetail;
  readonly orderedInDays: number | null;
  readonly expectedInDays: number | null;
}

export interface ExampleTask {
  readonly detail: TaskDetail;
  readonly dueInDays: number | null;
}

/** Steps in the words of the quick line, the way a counsellor enters them; `~` begins the note. */
function told(...lines: readonly string[]): readonly OdysseyEventDetail[] {
  return lines.flatMap((text) => {
    const [line = '', note = ''] = text.split(' ~ ');
    const read = parseOdysseyLine(line, { locale: 'en-GB', today: '2026-01-01', birthDate: null });
    return read?.kind === 'event' ? [{ ...read.detail, note }] : [];
  });
}

const reported = (said: Partial<OrderedTestDetail> & Pick<OrderedTestDetail, 'kind' | 'name' | 'reportedOn' | 'result'>): ExampleTest => ({ detail: { ...bareTest, status: 'reported', ...said }, orderedInDays: null, expectedInDays: null });
const awaited = (said: Partial<OrderedTestDetail> & Pick<OrderedTestDetail, 'kind' | 'name'>, orderedInDays: number, expectedInDays: number): ExampleTest => ({ detail: { ...bareTest, status: 'sample-sent', ...said }, orderedInDays, expectedInDays });
const toDo = (title: string, dueInDays: number | null): ExampleTask => ({ detail: { ...bareTask, title }, dueInDays });
const done = (title: string, doneOn: string): ExampleTask => ({ detail: { ...bareTask, title, doneOn }, dueInDays: null });

const exomeLimits = 'Exons only: no deep introns, no repeat expansions, no mosaicism below 15 %, copy-number changes above three exons.';

const ejemplar: ExampleOdyssey = {
  events: told(
    'birth history at birth, 4.1 kg, long and slender',
    'symptom age 5 short-sighted, glasses',
    'symptom September 2016 could not see the board',
    'visit 2.11.2016 Dr Ibarra at Eye clinic, lenses displaced in both eyes',
    'misdiagnosed as simple ectopia lentis 2016 Dr Ibarra',
    'treatment 2017-02 lens surgery, both eyes at University hospital',
    'visit spring 2018 Dr Olmedo at Orthopaedics, pectus, watch and wait',
    'misdiagnosis 2018 familial tall stature Dr Olmedo',
    'symptom 2021 short of breath on stairs',
    'visit 2021-05 Dr Fuentes at Heart clinic, aortic root widened',
    'treatment losartan since 2021-06',
    'decision 2024-03 echocardiogram every six months',
    'referred to genetics 2024-04 Dr Fuentes',
    'visit 2024-09-12 Dr Kaur at Genetics clinic, revised Ghent criteria met',
  ),
  tests: [
    reported({ kind: 'imaging', name: 'Echocardiogram', orderedOn: '2021-05', reportedOn: '2021-05', result: 'diagnostic', summary: 'Aortic root 41 mm, Z score +3.4.', limits: 'Distal aorta not seen.', laboratory: 'Heart clinic', orderedBy: 'Dr Fuentes' }),
    reported({ kind: 'biochemical', name: 'Homocysteine', orderedOn: '2022-01', reportedOn: '2022-01-20', result: 'negative', summary: '8 µmol/l.', limits: 'Fasting sample.', laboratory: 'University hospital', orderedBy: 'Dr Fuentes' }),
    awaited({ kind: 'single-gene', name: 'FBN1 sequencing and copy number', laboratory: 'Connective tissue laboratory', orderedBy: 'Dr Kaur', accession: 'CT-25-1187' }, -74, -4),
  ],
  tasks: [toDo('Ask for the autopsy report of the father', 6), toDo('Offer an echocardiogram to the sister', 20), done('Sent the family letter', '2024-10-02')],
};

const mfano: ExampleOdyssey = {
  events: told(
    'symptom June 2018 eyes wobble and shun light',
    'visit 2018-08 Dr Mwangi at Eye clinic',
    'misdiagnosed as Leber congenital amaurosis 2018-09 Dr Mwangi',
    'symptom about 2020 always hungry, weight above the 97th centile',
    'visit winter 2020/21 Dr Adeyemi at Paediatric clinic, diet sheet given',
    'misdiagnosis 2021 Bardet-Biedl syndrome Prof. Sato ~ Ruled out by the panel of 2022.',
    'treatment tinted lenses since 2019',
    'symptom 2023-02 does not hear from the next room',
    'visit 2023-04 Ms Rahman at Audiology, hearing aids fitted',
    'visit 2025-01-20 Dr Kaur at Genetics clinic, acanthosis noticed',
  ),
  tests: [
    reported({ kind: 'electrophysiology', name: 'Electroretinogram', orderedOn: '2019-02', reportedOn: '2019-04', result: 'diagnostic', summary: 'Cone responses absent, rod responses reduced.', limits: 'Under sedation.', laboratory: 'Eye clinic', orderedBy: 'Dr Mwangi' }),
    reported({ kind: 'panel', name: 'Leber congenital amaurosis panel, 58 genes', orderedOn: '2018-10', reportedOn: '2019-02', result: 'negative', limits: 'ALMS1 exon 8 repeats not covered; no deep introns.', laboratory: 'Eye gene laboratory', orderedBy: 'Dr Mwangi' }),
    reported({ kind: 'panel', name: 'Bardet-Biedl panel, 24 genes', orderedOn: '2021-09', reportedOn: '2022-01', result: 'negative', limits: 'ALMS1 not on the panel.', laboratory: 'Eye gene laboratory', orderedBy: 'Prof. Sato' }),
    awaited({ kind: 'exome', name: 'Trio exome', laboratory: 'Regional genome centre', orderedBy: 'Dr Kaur' }, -38, 34),
  ],
  tasks: [toDo('Book echocardiogram and fasting bloods', 9), toDo('Ask the school for a report', 30)],
};

const eksempelsen: ExampleOdyssey = {
  events: told(
    'symptom 2015 brown spots, more each month',
    'visit autumn 2015 Dr Berg at Child health centre, called birthmarks',
    'symptom December 2015 bowed left shin',
    'treatment 2016 to 2019 orthosis of the left leg at Orthopaedics',
    'visit 2019-11 Dr Solheim at Skin clinic, freckles in the armpits',
    'visit 2020-02 Dr Kaur at Genetics clinic',
    'diagnosis 2020-06-18 neurofibromatosis type 1 Dr Kaur',
    'visit 2021-12 Dr Lindqvist at Eye clinic, Lisch nodules',
  ),
  tests: [
    reported({ kind: 'single-gene', name: 'NF1 sequencing, blood', orderedOn: '2020-02-20', reportedOn: '2020-06-02', result: 'diagnostic', summary: 'Pathogenic NF1 variant; absent in both parents.', limits: 'Low mosaicism in the parents not excluded.', laboratory: 'Regional genome centre', orderedBy: 'Dr Kaur' }),
    reported({ kind: 'imaging', name: 'MRI of the orbits', orderedOn: '2023-04', reportedOn: '2023-05', result: 'negative', summary: 'No glioma.', limits: 'Without contrast.', laboratory: 'University hospital', orderedBy: 'Dr Lindqvist' }),
  ],
  tasks: [toDo('Yearly eye examination and blood pressure', 62), done('Family letter sent', '2020-07-01')],
};

const udaharan: ExampleOdyssey = {
  events: told(
    'symptom March 2021 falls more than other children',
    'visit about 2021-06 Dr Rao, told that he will grow out of it',
    'misdiagnosis 2021 flat feet Dr Rao',
    'treatment 2021 to 2022 insoles',
    'visit 2022-09 Dr Menon at Children’s hospital, Gowers sign',
    'referral 2022-11 Dr Menon to genetics',
    'visit 2024-10 Dr Kaur at Genetics clinic',
  ),
  tests: [
    reported({ kind: 'biochemical', name: 'Creatine kinase', orderedOn: '2022-10', reportedOn: '2022-10-24', result: 'diagnostic', summary: '14,800 U/l.', limits: 'Once.', laboratory: 'Children’s hospital', orderedBy: 'Dr Menon' }),
    reported({ kind: 'imaging', name: 'Echocardiogram', orderedOn: '2024-11-05', reportedOn: '2024-11-05', result: 'negative', laboratory: 'Children’s hospital' }),
    reported({ kind: 'single-gene', name: 'DMD deletion and duplication', orderedOn: '2024-10-14', reportedOn: '2025-01', result: null, laboratory: 'Muscle gene laboratory', orderedBy: 'Dr Kaur' }),
  ],
  tasks: [toDo('Interpret the deletion report with the laboratory', 0), toDo('Carrier test for the mother’s sister', 12)],
};

const apeere: ExampleOdyssey = {
  events: told(
    'symptom 9.11.2022 seizure in the bath with fever',
    'visit 9.11.2022 Dr Oyelaran at Emergency department',
    'misdiagnosis 2022-11 simple febrile seizure Dr Oyelaran',
    'visit 2023-01 Dr Tan at Children’s hospital, status epilepticus, intensive care',
    'treatment 2023-01 to 2023-05 carbamazepine ~ Seizures became more.',
    'treatment valproate since 2023-05',
    'visit summer 2024 Prof. Weiss at Epilepsy centre, myoclonic seizures',
  ),
  tests: [
    reported({ kind: 'electrophysiology', name: 'EEG', orderedOn: '2023-01', reportedOn: '2023-01', result: 'negative', limits: 'Awake only.', laboratory: 'Children’s hospital', orderedBy: 'Dr Tan' }),
    reported({ kind: 'imaging', name: 'Brain MRI', orderedOn: '2023-01', reportedOn: '2023-02', result: 'negative', limits: '1.5 T, no spectroscopy.', laboratory: 'Children’s hospital', orderedBy: 'Dr Tan' }),
    reported({ kind: 'panel', name: 'Epilepsy panel, 480 genes', orderedOn: '2024-07', reportedOn: '2024-11', result: 'partial', summary: 'Likely pathogenic SCN1A variant; parents not tested.', limits: 'No repeat expansions.', laboratory: 'Regional genome centre', orderedBy: 'Prof. Weiss' }),
    { detail: { ...bareTest, kind: 'targeted-variant', name: 'SCN1A variant in the parents', status: 'planned' }, orderedInDays: null, expectedInDays: null },
  ],
  tasks: [toDo('Send parental samples', 3)],
};

const lizi: ExampleOdyssey = {
  events: told(
    'symptom October 2020 loses words that she had',
    'misdiagnosed as autism 2021 Dr Chen at Development clinic',
    'symptom spring 2021 wrings her hands',
    'visit 2022-03 Prof. Weiss at Child neurology',
    'treatment physiotherapy since 2021-09',
    'diagnosis 2023-10 Rett syndrome, clinical Prof. Weiss',
  ),
  tests: [
    reported({ kind: 'array', name: 'SNP array', orderedOn: '2021-06', reportedOn: '2021-08', result: 'negative', limits: 'Nothing below 50 kb.', laboratory: 'Regional genome centre', orderedBy: 'Dr Chen' }),
    reported({ kind: 'single-gene', name: 'MECP2 sequencing', orderedOn: '2022-03', reportedOn: '2022-07', result: 'negative', laboratory: 'Regional genome centre', orderedBy: 'Prof. Weiss' }),
    reported({ kind: 'electrophysiology', name: 'EEG', orderedOn: '2023-02', reportedOn: '2023-02', result: 'negative', limits: 'One hour.', laboratory: 'Child neurology', orderedBy: 'Prof. Weiss' }),
  ],
  tasks: [toDo('Ask for MECP2 deletion and duplication', 21), toDo('Electrocardiogram before any new medicine', 7)],
};

const beispiel: ExampleOdyssey = {
  events: told('symptom December 2023 thick neck fold at 12 weeks', 'birth history 30.6.2024 at 37 weeks, 2.9 kg', 'visit 2.7.2024 Dr Vogel at Heart clinic, pulmonary valve narrow', 'referral 2025-01 Dr Vogel to genetics'),
  tests: [reported({ kind: 'karyotype', name: 'Karyotype from amniotic fluid', orderedOn: '2024-01', reportedOn: '2024-02', result: 'negative', limits: 'Nothing below 5 Mb.', laboratory: 'Prenatal laboratory' })],
  tasks: [toDo('Take the three-generation family history', 14), toDo('Clotting tests before the procedure', 4)],
};

const ornek: ExampleOdyssey = {
  events: told(
    'symptom 2008 headaches with vomiting',
    'misdiagnosis about 2008 school anxiety Dr Yıldız',
    'visit 2009 Dr Demir at Neurology, migraine',
    'symptom 2010 gives up sport, legs give way',
    'visit 2011 Dr Kaya at Heart clinic, heart sound',
    'misdiagnosis 2012 chronic fatigue syndrome Dr Arslan',
    'symptom 2013 hard of hearing',
    'visit 2013-05 Dr Çelik at Audiology',
    'treatment sertraline since 2014',
    'misdiagnosis 2015 functional disorder Dr Koç',
    'symptom 2016 lids droop in the evening',
    'visit 2016-10 Dr Şahin at Eye clinic',
    'visit 2017 Dr Aydın at Muscle clinic',
    'misdiagnosis 2017 myasthenia gravis Dr Aydın ~ No antibodies, no answer to pyridostigmine.',
    'treatment 2017 to 2018 pyridostigmine',
    'visit 2019-02 Dr Öztürk at Muscle clinic, myotonia looked for',
    'visit 2021 Dr Polat at Gastroenterology, slow transit',
    'referral 2024-06 Dr Polat to genetics',
    'visit 2024-11 Dr Kaur at Genetics clinic',
    'decision 2025-01 reanalysis instead of a second exome Dr Kaur',
  ),
  tests: [
    reported({ kind: 'imaging', name: 'Brain MRI', orderedOn: '2009', reportedOn: '2009', result: 'negative', limits: '1.5 T.', laboratory: 'Neurology', orderedBy: 'Dr Demir' }),
    reported({ kind: 'biopsy', name: 'Muscle biopsy', orderedOn: '2017-11', reportedOn: '2018-02', result: 'uncertain', summary: 'Few COX-negative fibres.', limits: 'Mitochondrial genome not sequenced in muscle.', laboratory: 'Muscle clinic', orderedBy: 'Dr Aydın' }),
    reported({ kind: 'repeat-expansion', name: 'DMPK repeat', orderedOn: '2019-02', reportedOn: '2019-04', result: 'negative', limits: 'CNBP not tested.', laboratory: 'Regional genome centre', orderedBy: 'Dr Öztürk' }),
    reported({ kind: 'exome', name: 'Exome, alone', orderedOn: '2021-01', reportedOn: '2021-09', result: 'negative', limits: exomeLimits, laboratory: 'Regional genome centre', orderedBy: 'Dr Öztürk' }),
  ],
  tasks: [toDo('Ask for reanalysis of the exome of 2021', -31), toDo('Lactate at rest', 10)],
};

const naide: ExampleOdyssey = {
  events: told('symptom November 2021 bruises from crawling', 'symptom January 2022 bled two days after a cut lip', 'visit 26.1.2022 Dr Mägi at Emergency department', 'diagnosis 28.1.2022 haemophilia A Dr Saar at Haemophilia centre', 'treatment factor VIII twice a week since 2022-03', 'symptom 2023-05 swollen left ankle'),
  tests: [
    reported({ kind: 'biochemical', name: 'Factor VIII activity', orderedOn: '2022-01-26', reportedOn: '2022-01-28', result: 'diagnostic', summary: 'Below 1 %.', limits: 'One-stage assay.', laboratory: 'Haemophilia centre', orderedBy: 'Dr Mägi' }),
    reported({ kind: 'targeted-variant', name: 'F8 intron 22 inversion', orderedOn: '2022-02', reportedOn: '2022-03', result: 'diagnostic', limits: 'Only the inversion.', laboratory: 'Haemophilia centre', orderedBy: 'Dr Saar' }),
  ],
  tasks: [toDo('Offer carrier testing to the mother’s sister', 2)],
};

const priklad: ExampleOdyssey = {
  events: told('symptom May 2022 does not gain weight', 'visit 2022-05 Dr Novák at Child health centre, feeding advice', 'diagnosis 19.7.2022 cystic fibrosis Dr Dvořák at Lung clinic', 'treatment pancreatic enzymes since 2022-07'),
  tests: [
    reported({ kind: 'biochemical', name: 'Sweat chloride', orderedOn: '2022-07-18', reportedOn: '2022-07-19', result: 'diagnostic', summary: '98 mmol/l.', limits: 'Once.', laboratory: 'Lung clinic', orderedBy: 'Dr Dvořák' }),
    reported({ kind: 'single-gene', name: 'CFTR sequencing', orderedOn: '2022-07-20', reportedOn: '2022-09', result: 'diagnostic', summary: 'Two pathogenic variants.', limits: 'Deep introns: only the known ones.', laboratory: 'Regional genome centre', orderedBy: 'Dr Dvořák' }),
  ],
  tasks: [toDo('Tell the sperm bank of the CFTR results', 5)],
};

/** By the reference of the case. */
export const exampleOdysseys: Readonly<Record<string, ExampleOdyssey>> = {
  'DEMO-001': ejemplar,
  'DEMO-002': mfano,
  'DEMO-003': eksempelsen,
  'DEMO-004': udaharan,
  'DEMO-005': apeere,
  'DEMO-006': lizi,
  'DEMO-007': beispiel,
  'DEMO-008': ornek,
  'DEMO-009': naide,
  'DEMO-010': priklad,
};
