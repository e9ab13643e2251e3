import { compareMoments } from '#shared/casefile/moment-order.ts';
import { formatMoment } from '#shared/casefile/moment-words.ts';
import type { Candidate } from '#shared/casefile/case-record.ts';
import type { EventKind, OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import { commas, letterAge, letterLocale, list, onLetterDate, section, sentences, type LetterContext, type ToldCase } from '#shared/casefile/referral-letter-parts.ts';
import { reckonOdyssey } from '#shared/casefile/odyssey-reckoning.ts';
import { daysPerYear } from '#shared/phenotype/duration.ts';
import type { LetterParagraphs } from '#shared/referral/letter-text.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';
import { birthRange, hasReached } from '#shared/trial/birth.ts';

/** Who the patient is, since when, and how long the search has lasted. */
export function summarySection(told: ToldCase, { today }: LetterContext): LetterParagraphs {
  return section('Summary', sentences([whoSentence(told, today), onsetSentence(told), lengthSentence(told, today)].filter((words) => words !== '').join(' ')));
}

/** Diagnoses that were given or considered, those that were wrong first, and the differential where the letter is to name it. */
export function diagnosesSection({ file, proband }: ToldCase, { includesDifferential }: Pick<ReferralDetail, 'includesDifferential'>): LetterParagraphs {
  const wrong = inOrder(file.events, ['misdiagnosis'], proband?.birthDate ?? null).map((event) => `Earlier diagnosis, found wrong: ${eventWords(event)}`);
  const given = inOrder(file.events, ['diagnosis'], proband?.birthDate ?? null).map((event) => `Diagnosis: ${eventWords(event)}`);
  const ofState = (...states: readonly Candidate['state'][]): readonly Candidate[] => states.flatMap((state) => file.candidates.filter((candidate) => candidate.state === state));
  const ruledOut = ofState('ruled-out').map((candidate) => `Ruled out: ${candidateWords(candidate)}`);
  const differential = includesDifferential ? ofState('confirmed', 'working', 'suspected').map((candidate) => `${differentialWords[candidate.state]}: ${candidateWords(candidate)}`) : [];
  return [...section('Previous diagnoses', list([...wrong, ...given, ...ruledOut])), ...section('Differential diagnosis', list(differential))];
}

/** What happened so far, in order; tests, diagnoses and treatments have sections of their own. */
export function odysseySection({ file, proband }: ToldCase): LetterParagraphs {
  const birthDate = proband?.birthDate ?? null;
  return [...section('History', list(inOrder(file.events, ['symptom', 'visit', 'test', 'result', 'referral', 'decision', 'other'], birthDate).map(eventWords))), ...section('Prenatal and birth history', list(inOrder(file.events, ['birth-history'], birthDate).map((event) => noted(eventWords(event), event.note))))];
}

/** Treatments and medications: what is taken now, and what was tried. */
export function treatmentsSection({ file, proband }: ToldCase): LetterParagraphs {
  const treatments = inOrder(file.events, ['treatment'], proband?.birthDate ?? null);
  const now = treatments.filter(({ isOngoing }) => isOngoing);
  return [...section('Current treatments and medications', list(now.map((event) => noted(eventWords(event), event.note)))), ...section('Treatments and medications tried', list(treatments.filter(({ isOngoing }) => !isOngoing).map((event) => noted(eventWords(event), event.note))))];
}

/** From this age, in years, a girl is called a woman and a boy a man. */
const grownAge = 16;

const differentialWords = { confirmed: 'Confirmed', working: 'Working diagnosis', suspected: 'Suspected', 'ruled-out': 'Ruled out' } as const satisfies Readonly<Record<Candidate['state'], string>>;

function candidateWords({ diseaseName, diseaseId, reason }: Candidate): string {
  return noted(`${diseaseName} (${diseaseId})`, reason);
}

/** `Apr 2019: seen for seizures (Dr Kaur, Ithaca)`. */
function eventWords({ when, until, title, clinician, place, isOngoing }: OdysseyEvent): string {
  const from = when === null ? '' : formatMoment(when, letterLocale);
  const time = until === null ? `${from}${isOngoing && from !== '' ? ', ongoing' : ''}` : `${from} to ${formatMoment(until, letterLocale)}`;
  const by = commas(clinician, place);
  return `${time === '' ? '' : `${time}: `}${title}${by === '' ? '' : ` (${by})`}`;
}

const noted = (words: string, note: string): string => (note.trim() === '' ? words : `${words}. ${note.trim()}`);

function inOrder(events: readonly OdysseyEvent[], kinds: readonly EventKind[], birthDate: string | null): readonly OdysseyEvent[] {
  return events.filter(({ kind, title }) => kinds.includes(kind) && title.trim() !== '').toSorted((one, other) => compareMoments(one.when, other.when, birthDate));
}

function whoSentence({ proband }: ToldCase, today: string): string {
  if (proband === null) return '';
  const name = `${proband.givenName} ${proband.familyName}`.trim();
  const range = birthRange(proband, today);
  const isAdult = hasReached(range, { kind: 'age', count: grownAge, unit: 'years' }, today);
  const kind = proband.gender === 'unknown' || proband.gender === 'non-binary' ? '' : proband.gender === 'man-boy' ? (isAdult === true ? 'a man' : 'a boy') : isAdult === true ? 'a woman' : 'a girl';
  const age = proband.vitalStatus === 'deceased' ? null : letterAge(proband, today);
  const said = [kind, age === null ? '' : `${kind === '' ? 'aged' : 'of'} ${age}`].filter((part) => part !== '').join(' ');
  const died = proband.vitalStatus !== 'deceased' ? '' : ` ${proband.deathDate === null ? 'The patient has died.' : `The patient died ${onLetterDate(proband.deathDate)}.`}`;
  return `${said === '' ? '' : `${name === '' ? 'The patient' : name} is ${said}.`}${died}`.trim();
}

function onsetSentence({ file }: ToldCase): string {
  const { firstSymptomOn } = file.case;
  return firstSymptomOn === null ? '' : `Symptoms were first noticed ${onLetterDate(firstSymptomOn)}.`;
}

function lengthSentence({ file, proband }: ToldCase, today: string): string {
  const features = proband === null ? [] : file.features.filter(({ personId }) => personId === proband.id);
  const { length, clinicians, tests } = reckonOdyssey({ ...file, birthDate: proband?.birthDate ?? null, features }, today);
  const years = length === null ? null : Math.floor(length.least / daysPerYear);
  const parts = [
    years === null || years < 1 ? '' : `for more than ${years === 1 ? 'a year' : `${String(years)} years`}`,
    clinicians.names.length < 2 ? '' : `by ${String(clinicians.names.length)} clinicians`,
    tests.length < 2 ? '' : `with ${String(tests.length)} tests`,
  ].filter((part) => part !== '');
  return parts.length === 0 || length?.isOver === true ? '' : `A diagnosis has been sought ${parts.join(', ')}.`;
}
