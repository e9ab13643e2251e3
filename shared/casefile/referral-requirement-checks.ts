import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { Person } from '#shared/casefile/case-record.ts';
import type { ConsentPurpose } from '#shared/casefile/consent.ts';
import { consentStateOn } from '#shared/casefile/consent-state.ts';
import { formatPartialDate } from '#shared/casefile/moment-words.ts';
import { objectiveFindings } from '#shared/casefile/objective-findings.ts';
import type { EventKind, OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import type { OrderedTest, TestKind } from '#shared/casefile/ordered-test.ts';
import { subjectOfTest, type TestSubject } from '#shared/casefile/test-subject.ts';
import type { Feature } from '#shared/phenotype/feature.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';
import { adultAge, fewestMatchTerms, fewestObjectiveFindings, fewestPages, mostPages, wordsPerPage, type RequirementId } from '#shared/referral/requirements.ts';
import { birthRange, hasReached } from '#shared/trial/birth.ts';

/** What a check needs besides the case. */
export interface ReadinessContext {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Names that stand on a letterhead. */
  readonly clinic: { readonly clinicName: string; readonly clinicianName: string };
  /** Whether a term is the root or below it; without a release in use, whether it is the root. */
  readonly isWithin: (termId: string, rootId: string) => boolean;
  /** Of the letter as it stands. */
  readonly letterWordCount: number;
}

/** What the case says of a requirement. `ask`: no record can say it, only a person. */
export type RequirementState =
  | { readonly kind: 'met'; readonly fact: string }
  | { readonly kind: 'missing'; readonly what: string }
  | { readonly kind: 'ask'; readonly question: string }
  | { readonly kind: 'not-applicable'; readonly why: string };

/** What a check looks at. */
export interface CheckedCase {
  readonly file: CaseFile;
  readonly referral: ReferralDetail & { readonly id: string };
  readonly context: ReadinessContext;
  readonly proband: Person | null;
  /** Features of the proband. */
  readonly own: readonly Feature[];
}

type Check = (checked: CheckedCase) => RequirementState;

/** How each requirement is read off the case: met with the fact that meets it, missing with what to enter, or to be asked of a person. */
export const requirementChecks: Readonly<Record<RequirementId, Check>> = {
  question: ({ referral }) => said(referral.question, 'Write what you ask of them, in one or two sentences.'),
  destination: ({ referral }) => said(referral.destination.name, 'Enter the name of the clinic, programme or laboratory.'),
  'problem-summary': ({ own }) => met(own.some(({ state }) => state === 'observed'), counted(countOf(own, 'observed'), 'finding observed', 'findings observed'), 'Record what is observed in the patient.'),
  'symptoms-began': symptomsBegan,
  'previous-diagnoses': ({ file }) => {
    const known = [...eventsOf(file, ['misdiagnosis', 'diagnosis']).map(({ title }) => title), ...file.candidates.filter(({ state }) => state === 'ruled-out').map(({ diseaseName }) => diseaseName)];
    return met(known.length > 0, known.join(', '), 'Add earlier diagnoses, wrong ones too. If there were none, say so here.');
  },
  evaluations: ({ file }) => {
    const count = eventsOf(file, ['visit', 'test', 'result']).length + done(file.tests).length;
    return met(count > 0, counted(count, 'visit or test', 'visits and tests'), 'Add the visits and tests so far.');
  },
  treatments: ({ file }) => events(file, ['treatment'], 'Add what was tried. If nothing was, say so here.'),
  'current-medications': ({ file }) => {
    const now = eventsOf(file, ['treatment']).filter(({ isOngoing }) => isOngoing);
    return met(now.length > 0, now.map(({ title }) => title).join(', '), 'Mark the treatments that go on. If there is none, say so here.');
  },
  'family-history': ({ file, proband }) => met(parentsOf(file, proband?.id).length >= 2, counted(file.family.individuals.length, 'person drawn', 'people drawn'), 'Draw both parents at least.'),
  'three-generations': threeGenerations,
  'deaths-explained': deathsExplained,
  consanguinity: ({ file }) => met(file.family.header.consanguinityAsked !== 'not-asked' || file.family.partnerships.some(({ isConsanguineous }) => isConsanguineous), file.family.header.consanguinityAsked === 'denied' ? 'denied' : 'reported', 'Ask whether the parents are related, and record the answer.'),
  impression: ({ referral }) => said(referral.impression, 'Write what you think it is, and why.'),
  'birth-history': birthHistory,
  'objective-findings': objective,
  signature: ({ context: { clinic } }) => met(clinic.clinicName.trim() !== '' && clinic.clinicianName.trim() !== '', [clinic.clinicName, clinic.clinicianName].join(', '), 'Enter the names of clinic and clinician.'),
  'not-a-relative': notARelative,
  'letter-length': letterLength,
  'referral-consent': (checked) => consent(checked, 'referral'),
  'matchmaker-consent': (checked) => consent(checked, 'matchmaker'),
  'reports-attached': ({ file, referral }) => {
    const attached = file.documents.filter(({ referralId, testId }) => referralId === referral.id || testId !== null);
    return met(attached.length > 0, attached.map(({ fileName }) => fileName).join(', '), 'Attach the reports to their tests.');
  },
  'genetic-tests': ({ file }) => tests(file, geneticKinds, 'Add the genetic tests, or that none was done.'),
  'biochemical-tests': ({ file }) => tests(file, ['biochemical'], 'Add the biochemical tests, or that none was done.'),
  'newborn-screening': () => ask('Does the letter say what newborn screening found?'),
  'diet-and-crises': () => ask('Does the letter describe diet, fasting and what happens in an illness?'),
  growth: (checked) => looked(checked, 'HP:0001507', 'Record stature, weight or head size, or that they are normal.'),
  seizures: (checked) => looked(checked, 'HP:0001250', 'Record seizures as observed or excluded.'),
  development: (checked) => looked(checked, 'HP:0012759', 'Record developmental delay or regression as observed or excluded.'),
  neuroimaging: ({ file }) => testsOf(file, ['imaging'], ['brain'], 'of the brain or spine', 'Add the imaging, or that none was done.'),
  electroencephalography: ({ file }) => testsOf(file, ['electrophysiology'], ['brain', 'nerves-and-muscles'], 'an EEG or EMG', 'Add EEG or EMG, or that none was done.'),
  'heart-examined': (checked) => looked(checked, 'HP:0001626', 'Record what was seen or excluded at the heart.'),
  'heart-tests': ({ file }) => testsOf(file, ['imaging', 'electrophysiology'], ['heart'], 'an ECG or echocardiogram', 'Add ECG and echocardiogram, or that none was done.'),
  'eyes-examined': (checked) => looked(checked, 'HP:0000478', 'Record what was seen or excluded at the eyes.'),
  'visual-acuity': () => ask('Does the letter give the visual acuity of each eye, with its date?'),
  'candidate-gene': ({ file }) => met(file.findings.some(({ gene }) => gene !== null), unique(file.findings.flatMap(({ gene }) => gene?.symbol ?? [])).join(', '), 'Enter the variant or the gene.'),
  'phenotype-terms': ({ own }) => met(countOf(own, 'observed') >= fewestMatchTerms, counted(countOf(own, 'observed'), 'term', 'terms'), `${counted(countOf(own, 'observed'), 'term', 'terms')} observed; record ${String(fewestMatchTerms)} or more.`),
  'parents-tested': ({ file, proband }) => {
    const tested = parentsOf(file, proband?.id).filter((id) => file.findings.some(({ genotypes }) => genotypes.some(({ personId }) => personId === id)));
    return met(tested.length >= 2, 'both parents', `${counted(tested.length, 'parent', 'parents')} tested; enter the genotypes of both.`);
  },
  'earlier-sequencing': ({ file }) => {
    const known = sequenced(file).filter(({ accession }) => accession.trim() !== '');
    return met(known.length > 0, known.map(({ name, accession }) => `${name} ${accession}`.trim()).join(', '), 'Add the exome or genome with its accession number.');
  },
  'phenotype-since': phenotypeSince,
};

const met = (isMet: boolean, fact: string, what: string): RequirementState => (isMet ? { kind: 'met', fact } : { kind: 'missing', what });
const said = (words: string, what: string): RequirementState => met(words.trim() !== '', words.trim(), what);
const ask = (question: string): RequirementState => ({ kind: 'ask', question });
const counted = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;
const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];
const countOf = (features: readonly Feature[], state: Feature['state']): number => features.filter((feature) => feature.state === state).length;
const date = (partialDate: string): string => formatPartialDate(partialDate, 'en-GB');

const eventsOf = (file: CaseFile, kinds: readonly EventKind[]): readonly OdysseyEvent[] => file.events.filter(({ kind }) => kinds.includes(kind));
const events = (file: CaseFile, kinds: readonly EventKind[], what: string): RequirementState => met(eventsOf(file, kinds).length > 0, eventsOf(file, kinds).map(({ title }) => title).join(', '), what);

const geneticKinds: readonly TestKind[] = ['targeted-variant', 'single-gene', 'panel', 'exome', 'genome', 'array', 'karyotype', 'repeat-expansion', 'methylation', 'mitochondrial-genome', 'rna'];
const done = (all: readonly OrderedTest[]): readonly OrderedTest[] => all.filter(({ status }) => status !== 'planned' && status !== 'cancelled');
const sequenced = (file: CaseFile): readonly OrderedTest[] => file.tests.filter(({ kind, status }) => status === 'reported' && (kind === 'exome' || kind === 'genome'));
const testName = ({ name, kind }: OrderedTest): string => (name.trim() === '' ? kind.replaceAll('-', ' ') : name.trim());

function tests(file: CaseFile, kinds: readonly TestKind[], what: string): RequirementState {
  const found = done(file.tests).filter(({ kind }) => kinds.includes(kind));
  return met(found.length > 0, found.map(testName).join(', '), what);
}

/** Tests of which the name tells that they are of the subject; where it tells nothing, somebody has to say. */
function testsOf(file: CaseFile, kinds: readonly TestKind[], subjects: readonly TestSubject[], wanted: string, what: string): RequirementState {
  const found = done(file.tests).filter(({ kind }) => kinds.includes(kind)).map((test) => ({ test, subject: subjectOfTest(test) }));
  const telling = found.filter(({ subject }) => subject !== null && subjects.includes(subject));
  const untold = found.filter(({ subject }) => subject === null);
  if (telling.length === 0 && untold.length > 0) return ask(`Is ${untold.map(({ test }) => testName(test)).join(', ')} ${wanted}?`);
  return met(telling.length > 0, telling.map(({ test }) => testName(test)).join(', '), what);
}

/** Something below the term was observed or excluded: somebody looked. */
function looked({ own, context }: CheckedCase, rootId: string, what: string): RequirementState {
  const found = own.filter(({ termId, state }) => state !== 'not-assessed' && context.isWithin(termId, rootId));
  return met(found.length > 0, found.map(({ label, state }) => (state === 'excluded' ? `no ${label.toLowerCase()}` : label)).join(', '), what);
}

const parentsOf = (file: CaseFile, id: string | undefined): readonly string[] => unique(file.family.parentEdges.filter(({ childId, isDonor }) => childId === id && !isDonor).map(({ parentId }) => parentId));

function symptomsBegan({ file }: CheckedCase): RequirementState {
  const { firstSymptomOn } = file.case;
  if (firstSymptomOn !== null) return met(true, date(firstSymptomOn), '');
  const symptom = file.events.find(({ kind, when }) => kind === 'symptom' && when !== null);
  return met(symptom !== undefined, symptom?.title ?? '', 'Enter when the first symptom was noticed.');
}

function threeGenerations({ file, proband }: CheckedCase): RequirementState {
  const parents = parentsOf(file, proband?.id);
  const grandparents = unique(parents.flatMap((id) => parentsOf(file, id)));
  const isComplete = parents.length >= 2 && parents.every((id) => parentsOf(file, id).length > 0);
  return met(isComplete, `${String(grandparents.length)} grandparents drawn`, parents.length < 2 ? 'Draw both parents and their parents.' : 'Draw the grandparents on both sides.');
}

function deathsExplained({ file }: CheckedCase): RequirementState {
  const died = file.family.individuals.filter(({ vitalStatus, life }) => vitalStatus === 'deceased' && life.kind === 'person');
  const open = died.filter(({ ageAtDeath, birthDate, deathDate, causeOfDeath }) => causeOfDeath.trim() === '' || (ageAtDeath === null && (birthDate === null || deathDate === null)));
  return met(open.length === 0, died.length === 0 ? 'nobody drawn has died' : counted(died.length, 'death explained', 'deaths explained'), `${counted(open.length, 'death', 'deaths')} without age or cause.`);
}

function birthHistory({ file, proband, context }: CheckedCase): RequirementState {
  if (proband !== null && hasReached(birthRange(proband, context.today), { kind: 'age', count: adultAge, unit: 'years' }, context.today) === true) return { kind: 'not-applicable', why: 'The patient is an adult.' };
  return events(file, ['birth-history'], 'Add pregnancy and birth as an event of the odyssey.');
}

function objective({ file, own, context }: CheckedCase): RequirementState {
  const { objective: found, subjective, unsourced } = objectiveFindings(own, file.tests, context.isWithin);
  const others = [subjective === 0 ? '' : `${String(subjective)} subjective`, unsourced === 0 ? '' : `${String(unsourced)} told or without a source`].filter((part) => part !== '').join(', ');
  const beside = others === '' ? '' : ` (besides ${others})`;
  return met(found >= fewestObjectiveFindings, `${counted(found, 'objective finding', 'objective findings')}${beside}`, `No objective finding${beside}: record findings with their source, examination or record.`);
}

function notARelative({ file, context: { clinic } }: CheckedCase): RequirementState {
  const signs = clinic.clinicianName.trim().toLowerCase();
  const isNamed = signs !== '' && file.family.individuals.some(({ givenName, familyName }) => familyName.trim() !== '' && signs.includes(`${givenName} ${familyName}`.trim().toLowerCase()));
  return isNamed ? met(false, '', 'Whoever signs has the name of a member of the family.') : ask('Is whoever signs no relative of the patient?');
}

function letterLength({ context: { letterWordCount } }: CheckedCase): RequirementState {
  const pages = Math.max(1, Math.ceil(letterWordCount / wordsPerPage));
  const about = `about ${counted(pages, 'page', 'pages')} (${String(letterWordCount)} words)`;
  return met(pages >= fewestPages && pages <= mostPages, about, `It is ${about}: ${pages < fewestPages ? 'tell more' : 'shorten it'}.`);
}

function consent({ file, proband, context }: CheckedCase, purpose: ConsentPurpose): RequirementState {
  if (proband === null) return met(false, '', 'The case has no proband.');
  const standing = consentStateOn(file.consents, proband.id, purpose, context.today);
  const fact = standing.consent === null ? '' : `given ${date(standing.consent.on)}`;
  return met(standing.state === 'given', fact, standing.state === 'missing' ? 'Record the patient’s agreement.' : `The patient’s agreement was ${standing.state}.`);
}

function phenotypeSince({ file, own }: CheckedCase): RequirementState {
  const reported = sequenced(file).flatMap(({ reportedOn }) => reportedOn ?? []).toSorted().at(-1);
  if (reported === undefined) return met(false, '', 'Enter the day of the earlier report first.');
  const since = own.filter(({ recordedOn }) => recordedOn !== null && recordedOn > reported);
  return met(since.length > 0, counted(since.length, `finding since ${date(reported)}`, `findings since ${date(reported)}`), `Nothing is recorded since the report of ${date(reported)}, or without its date.`);
}
