import { ancestorsOf } from '#shared/ranking/evidence.ts';
import { positionOfTerm, type RankingIndex, termIdAt } from '#shared/ranking/ranking-index.ts';

/** Who or what can answer a question: asked of the family, seen by looking at and examining the patient, seen on an image, measured in a sample. */
export const answerers = ['family', 'examination', 'imaging', 'laboratory'] as const;
export type Answerer = (typeof answerers)[number];

/**
 * Who answers a branch of the ontology. Of several branches above a term the most telling one decides, so that a part can be taken out
 * of its branch (digits out of the skeleton). What stands in none is seen by examination. Our own table, by how each finding is usually
 * established in a clinic; it is no part of the ontology.
 */
const branches: Readonly<Record<Answerer, readonly string[]>> = {
  family: [
    'HP:0001250', // Seizure
    'HP:0012758', // Neurodevelopmental delay
    'HP:0001249', // Intellectual disability
    'HP:0011446', // Abnormality of mental function
    'HP:0000708', // Atypical behavior
    'HP:0002376', // Developmental regression
    'HP:0002360', // Sleep abnormality
    'HP:0001197', // Abnormality of prenatal development or birth
    'HP:0025142', // Constitutional symptom
    'HP:0001608', // Abnormality of the voice
    'HP:0002719', // Recurrent infections
    'HP:0012393', // Allergy
    'HP:0002099', // Asthma
    'HP:0011968', // Feeding difficulties
    'HP:0002013', // Vomiting
    'HP:0002014', // Diarrhea
    'HP:0002019', // Constipation
    'HP:0002020', // Gastroesophageal reflux
    'HP:0002015', // Dysphagia
    'HP:0012719', // Functional abnormality of the gastrointestinal tract
    'HP:0000020', // Urinary incontinence
    'HP:0004370', // Abnormality of temperature regulation
    'HP:0001279', // Syncope
    'HP:0001297', // Stroke
    'HP:0001962', // Palpitations
    'HP:0002315', // Headache
    'HP:0002094', // Dyspnea
    'HP:0003388', // Easy fatigability
    'HP:0002359', // Frequent falls
    'HP:0003326', // Myalgia
    'HP:0000662', // Nyctalopia
    'HP:0000613', // Photophobia
    'HP:0000989', // Pruritus
    'HP:0001892', // Abnormal bleeding
    'HP:0002659', // Increased susceptibility to fractures
    'HP:0000789', // Infertility
    'HP:0000786', // Primary amenorrhea
  ],
  examination: [
    'HP:0000234', // Abnormality of the head
    'HP:0000478', // Abnormality of the eye
    'HP:0000598', // Abnormality of the ear
    'HP:0001574', // Abnormality of the integument
    'HP:0011276', // Vascular skin abnormality
    'HP:0000240', // Abnormality of skull size
    'HP:0000766', // Abnormal sternum morphology
    'HP:0011297', // Abnormal digit morphology
    'HP:0001155', // Abnormality of the hand
    'HP:0001760', // Abnormal foot morphology
    'HP:0009826', // Limb undergrowth
    'HP:0001367', // Abnormal joint morphology
    'HP:0001371', // Flexion contracture
    'HP:0001382', // Joint hypermobility
    'HP:0002650', // Scoliosis
    'HP:0002808', // Kyphosis
    'HP:0002240', // Hepatomegaly
    'HP:0001744', // Splenomegaly
    'HP:0004298', // Abnormality of the abdominal wall
    'HP:0000822', // Hypertension
    'HP:0002615', // Hypotension
    'HP:0000969', // Edema
    'HP:0002716', // Lymphadenopathy
    'HP:0008373', // Puberty and gonadal disorders
    'HP:0009124', // Abnormal adipose tissue morphology
  ],
  imaging: [
    'HP:0012443', // Abnormal brain morphology
    'HP:0002143', // Abnormal spinal cord morphology
    'HP:0002921', // Abnormal cerebrospinal fluid morphology
    'HP:0030680', // Abnormal cardiovascular system morphology
    'HP:0002597', // Abnormality of the vasculature
    'HP:0012210', // Abnormal renal morphology
    'HP:0002088', // Abnormal lung morphology
    'HP:0025033', // Abnormal digestive system morphology
    'HP:0000008', // Abnormal morphology of female internal genitalia
    'HP:0011772', // Abnormal thyroid morphology
    'HP:0000924', // Abnormality of the skeletal system
    'HP:0004349', // Reduced bone mineral density
    'HP:0002664', // Neoplasm
  ],
  laboratory: [
    'HP:0001939', // Abnormality of metabolism/homeostasis
    'HP:0001871', // Abnormality of blood and blood-forming tissues
    'HP:0002715', // Abnormality of the immune system
    'HP:0000818', // Abnormality of the endocrine system
    'HP:0025354', // Abnormal cellular phenotype
    'HP:0004303', // Abnormal muscle fiber morphology
    'HP:0012211', // Abnormal renal physiology
  ],
};

/** Words in a label that say how a finding is made, before any branch. */
const keywords: readonly { readonly answerer: Answerer; readonly words: RegExp }[] = [
  { answerer: 'imaging', words: /\b(MRI|magnetic resonance|radiograph\w*|x-ray|ultraso\w+|sonograph\w*|echogenic\w*|tomography|T[12]|hyperintens\w+|hypointens\w+|angiograph\w*|echocardiogra\w+|calcification|ossification|skeletal maturation|bone age|leuko(?:encephalo|dystro)\w+)\b/i },
  { answerer: 'laboratory', words: /\b(circulating|serum|plasma|concentration|biopsy|antibod\w+|enzyme|\w*(?:aciduria|acidemia)|(?:urinary|urine) .*(?:level|excretion)|CSF)\b/i },
  { answerer: 'family', words: /\b(history of|symptom|ability to walk|recurrent .*infections?)\b/i },
];

const answererOfBranch: ReadonlyMap<string, Answerer> = new Map(answerers.flatMap((answerer) => branches[answerer].map((id) => [id, answerer] as const)));

/** Who can answer whether the patient has a term: by words of its label, else by the most telling branch above it, else by examination. */
export function whoAnswers(index: RankingIndex, termId: string, label: string): Answerer {
  const said = keywords.find(({ words }) => words.test(label));
  if (said !== undefined) return said.answerer;
  const position = positionOfTerm(index, termId);
  // Ancestors stand in ascending order of information.
  const above = position < 0 ? [] : [...ancestorsOf(index, position)].reverse();
  for (const term of above) {
    const answerer = answererOfBranch.get(termIdAt(index, term));
    if (answerer !== undefined) return answerer;
  }
  return 'examination';
}
