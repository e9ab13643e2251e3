/** Where in the application something is entered. `referral`: beside the letter itself. */
export const requirementPlaces = ['overview', 'family', 'phenotype', 'findings', 'referral', 'documents', 'settings'] as const;
export type RequirementPlace = (typeof requirementPlaces)[number];

interface Requirement {
  /** As the checklist of a destination calls it. */
  readonly label: string;
  /** Where what is missing is entered. */
  readonly place: RequirementPlace;
  /** Why a destination asks for it. */
  readonly why: string;
}

/**
 * What destinations ask for. Each destination's template names the ones that it needs.
 * Sources: the letter of recommendation as the Undiagnosed Diseases Network asks for it (undiagnosed.hms.harvard.edu/apply: contents, letterhead, signature, not by a relative;
 * its template for referring providers: 2 to 4 pages); for objective findings Walley et al. 2018, doi 10.1186/s12913-018-3458-2. The lists of the other destinations are what
 * such clinics usually ask, no published standard; each item can be set aside by hand with a reason.
 */
export const requirements = {
  question: { label: 'The question', place: 'referral', why: 'Whoever reads has two minutes: the question comes first.' },
  destination: { label: 'To whom it goes', place: 'referral', why: 'A letter without an addressee is not sent.' },
  'problem-summary': { label: 'Summary of the problem', place: 'phenotype', why: 'What is observed in the patient, in the words of the ontology.' },
  'symptoms-began': { label: 'When symptoms were first noticed', place: 'overview', why: 'The date is asked for by itself.' },
  'previous-diagnoses': { label: 'Previous diagnoses', place: 'overview', why: 'Those that were wrong or ruled out as well.' },
  evaluations: { label: 'Evaluations and tests so far', place: 'overview', why: 'Nothing should be done twice.' },
  treatments: { label: 'Treatments and medications tried', place: 'overview', why: 'What helped and what did not.' },
  'current-medications': { label: 'Current medications', place: 'overview', why: 'Marked as going on among the treatments.' },
  'family-history': { label: 'Family history', place: 'family', why: 'At least both parents, with how each is.' },
  'three-generations': { label: 'Pedigree of three generations', place: 'family', why: 'Parents and grandparents on both sides.' },
  'deaths-explained': { label: 'Ages and causes of deaths in the family', place: 'family', why: 'A sudden death in a relative changes what is looked for.' },
  consanguinity: { label: 'Consanguinity asked about', place: 'family', why: 'It weighs recessive conditions.' },
  impression: { label: 'The clinician’s impression', place: 'referral', why: 'What you think it is, and why.' },
  'birth-history': { label: 'Prenatal and birth history', place: 'overview', why: 'Asked for children.' },
  'objective-findings': { label: 'Objective findings', place: 'phenotype', why: 'Applications that were not accepted had fewer of them: findings of an examination or a test, not what is only felt.' },
  signature: { label: 'Letterhead and signature', place: 'settings', why: 'The letter comes from a clinic and is signed by a clinician.' },
  'not-a-relative': { label: 'Signed by somebody who is not a relative', place: 'referral', why: 'A relative’s letter is not accepted.' },
  'letter-length': { label: 'Letter of 2 to 4 pages', place: 'referral', why: 'The programme asks for this length.' },
  'referral-consent': { label: 'Consent to the referral', place: 'documents', why: 'Nothing leaves the clinic without it.' },
  'matchmaker-consent': { label: 'Consent to matching', place: 'documents', why: 'Sharing for matches is agreed to by itself.' },
  'reports-attached': { label: 'Reports to enclose', place: 'overview', why: 'The reports themselves, not only what is said of them.' },
  'genetic-tests': { label: 'Genetic tests so far', place: 'overview', why: 'With the laboratory and what each could not see.' },
  'biochemical-tests': { label: 'Biochemical tests', place: 'overview', why: 'Amino acids, organic acids, acylcarnitines, lactate, ammonia, as done.' },
  'newborn-screening': { label: 'Result of newborn screening', place: 'referral', why: 'Which disorders are already unlikely.' },
  'diet-and-crises': { label: 'Diet, fasting and crises described', place: 'referral', why: 'What brings an episode on tells the pathway.' },
  growth: { label: 'Growth recorded', place: 'phenotype', why: 'Stature, weight and head size, observed or excluded.' },
  seizures: { label: 'Seizures observed or excluded', place: 'phenotype', why: 'Said either way.' },
  development: { label: 'Development recorded', place: 'phenotype', why: 'Delay or regression, observed or excluded.' },
  neuroimaging: { label: 'Imaging of the brain', place: 'overview', why: 'With the report, where it was done.' },
  electroencephalography: { label: 'EEG or EMG', place: 'overview', why: 'With the report, where it was done.' },
  'heart-examined': { label: 'Heart examined', place: 'phenotype', why: 'A finding of the cardiovascular system, observed or excluded.' },
  'heart-tests': { label: 'ECG and echocardiogram', place: 'overview', why: 'With the measures.' },
  'eyes-examined': { label: 'Eyes examined', place: 'phenotype', why: 'A finding of the eye, observed or excluded.' },
  'visual-acuity': { label: 'Visual acuity of each eye', place: 'referral', why: 'In the letter, with the date.' },
  'candidate-gene': { label: 'Candidate gene or variant', place: 'findings', why: 'What is matched on.' },
  'phenotype-terms': { label: 'Five HPO terms or more', place: 'phenotype', why: 'Matches by gene alone are many; the phenotype tells which one is meant.' },
  'parents-tested': { label: 'Genotypes of the parents', place: 'findings', why: 'De novo, in trans or inherited.' },
  'earlier-sequencing': { label: 'Earlier exome or genome with its accession', place: 'overview', why: 'The laboratory finds its data by it.' },
  'phenotype-since': { label: 'Phenotype recorded since the report', place: 'phenotype', why: 'New findings are what makes a second look worth while.' },
} as const satisfies Readonly<Record<string, Requirement>>;

export type RequirementId = keyof typeof requirements;

/**
 * Roots of the terms that are not objective: told by the patient and not verifiable by examination or test, such as pain and fatigue.
 * Source: Walley et al. 2018, doi 10.1186/s12913-018-3458-2, which defines objective findings as clinically measurable on examination or through testing.
 */
export const subjectiveTermIds = {
  /** Pain. */
  pain: 'HP:0012531',
  /** Constitutional symptom: fatigue, malaise and the like. */
  constitutional: 'HP:0025142',
  /** Fatigue, for releases that list it elsewhere. */
  fatigue: 'HP:0012378',
} as const;

/** Objective findings without which the programme takes nobody (Undiagnosed Diseases Network, undiagnoseddiseases.wustl.edu/faqs: "at least one objective finding"). */
export const fewestObjectiveFindings = 1;
/** Pages that the undiagnosed-diseases programme asks a letter to have. */
export const fewestPages = 2;
export const mostPages = 4;
/** Words on one page of a letter in 11 point type on A4 or Letter, with headings and lists: an estimate for the checklist, the printed letter counts. */
export const wordsPerPage = 450;
/** From how many terms on a submission for matching tells people apart: a choice of this program, for want of a published one. */
export const fewestMatchTerms = 5;
/** Up to this age somebody is a child for a referral, in years. */
export const adultAge = 18;
