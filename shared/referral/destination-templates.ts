import type { RequirementId } from '#shared/referral/requirements.ts';
import type { ReferralStage } from '#shared/referral/referral.ts';

/** A kind of destination: what it asks for, what one asks of it, and which stages a referral to it goes through. */
export interface DestinationTemplate {
  readonly id: string;
  readonly name: string;
  /** When it is the right one, in one sentence. */
  readonly about: string;
  readonly requirements: readonly RequirementId[];
  readonly stages: readonly ReferralStage[];
  /** What the letter asks for, where the question itself does not say it. */
  readonly asks: readonly string[];
}

const clinicStages: readonly ReferralStage[] = ['drafted', 'sent', 'acknowledged', 'records-complete', 'appointment', 'seen', 'letter-received', 'closed'];
/** Nobody is seen: data or a sample go out and an answer comes back. */
const answerStages: readonly ReferralStage[] = ['drafted', 'sent', 'acknowledged', 'records-complete', 'letter-received', 'closed'];
const ofAnyClinic = ['question', 'destination', 'problem-summary', 'symptoms-began', 'evaluations', 'family-history', 'current-medications', 'signature', 'referral-consent', 'reports-attached'] as const satisfies readonly RequirementId[];
const ofAnyMatch = ['question', 'destination', 'candidate-gene', 'phenotype-terms', 'parents-tested', 'consanguinity', 'matchmaker-consent'] as const satisfies readonly RequirementId[];

/** The undiagnosed-diseases application stands first: it asks for most, and is refused most often for what is missing. */
export const destinationTemplates = [
  {
    id: 'undiagnosed-diseases-program',
    name: 'Undiagnosed-diseases programme',
    about: 'When the usual evaluations, sequencing included, have not given a name.',
    requirements: ['question', 'destination', 'problem-summary', 'symptoms-began', 'previous-diagnoses', 'evaluations', 'treatments', 'current-medications', 'family-history', 'impression', 'birth-history', 'objective-findings', 'letter-length', 'signature', 'not-a-relative', 'referral-consent', 'reports-attached'],
    stages: clinicStages,
    asks: ['Evaluation of the case by the programme.', 'If it is not accepted, advice on which evaluations to do next.'],
  },
  {
    id: 'clinical-genetics',
    name: 'Clinical genetics clinic',
    about: 'Examination, choice of test and counselling by geneticists.',
    requirements: [...ofAnyClinic, 'three-generations', 'consanguinity', 'genetic-tests', 'previous-diagnoses', 'birth-history', 'growth', 'development'],
    stages: clinicStages,
    asks: ['Examination and advice on genetic testing.', 'Counselling of the family.'],
  },
  {
    id: 'metabolic',
    name: 'Metabolic clinic',
    about: 'Where episodes, regression or laboratory findings suggest an inborn error.',
    requirements: [...ofAnyClinic, 'consanguinity', 'biochemical-tests', 'newborn-screening', 'diet-and-crises', 'growth', 'development', 'birth-history', 'treatments'],
    stages: clinicStages,
    asks: ['Metabolic evaluation.', 'A plan for emergencies, should it be needed.'],
  },
  {
    id: 'paediatric-neurology',
    name: 'Paediatric neurology',
    about: 'Seizures, developmental delay or regression, disorders of movement or tone in a child.',
    requirements: [...ofAnyClinic, 'seizures', 'development', 'neuroimaging', 'electroencephalography', 'birth-history', 'genetic-tests', 'treatments'],
    stages: clinicStages,
    asks: ['Neurological evaluation and advice on treatment.'],
  },
  {
    id: 'cardiogenetics',
    name: 'Cardiogenetics',
    about: 'Cardiomyopathy, arrhythmia, aortopathy or a sudden death in the family.',
    requirements: [...ofAnyClinic, 'heart-examined', 'heart-tests', 'three-generations', 'deaths-explained', 'genetic-tests'],
    stages: clinicStages,
    asks: ['Cardiological evaluation of the patient.', 'Advice on which relatives should be examined, and how often.'],
  },
  {
    id: 'ophthalmology',
    name: 'Ophthalmology',
    about: 'To look for signs in the eye, or to follow those that are known.',
    requirements: [...ofAnyClinic, 'eyes-examined', 'visual-acuity'],
    stages: clinicStages,
    asks: ['Examination of the anterior and posterior segment with dilated pupils.'],
  },
  {
    id: 'gene-matching',
    name: 'Gene matching or research study',
    about: 'To find another family with the same candidate gene and phenotype.',
    requirements: ofAnyMatch,
    stages: answerStages,
    asks: ['Families with a variant of the same gene and a similar phenotype.'],
  },
  {
    id: 'laboratory-reanalysis',
    name: 'Laboratory reanalysis',
    about: 'To have sequence data that exist looked at again with what is known today.',
    requirements: ['question', 'destination', 'earlier-sequencing', 'problem-summary', 'phenotype-since', 'family-history', 'consanguinity', 'referral-consent'],
    stages: answerStages,
    asks: ['Reanalysis of the existing data with the phenotype given here.', 'A statement of which genes and kinds of variant could not be seen.'],
  },
  {
    id: 'free',
    name: 'Other destination',
    about: 'Anything else: a specialist, a colleague, a service.',
    requirements: ['question', 'destination', 'problem-summary', 'signature', 'referral-consent'],
    stages: clinicStages,
    asks: [],
  },
] as const satisfies readonly DestinationTemplate[];

/** The template of a destination; the free one where a later version of the program named another. */
export function templateOf(templateId: string): DestinationTemplate {
  return destinationTemplates.find(({ id }) => id === templateId) ?? freeTemplate;
}

const freeTemplate: DestinationTemplate = destinationTemplates[8];

/** What a referral is called in lists and in the history. */
export function referralName(referral: { readonly templateId: string; readonly destination: { readonly name: string; readonly department: string } }): string {
  const { name, department } = referral.destination;
  const said = [name.trim(), department.trim()].filter((part) => part !== '').join(', ');
  return said === '' ? templateOf(referral.templateId).name : said;
}
