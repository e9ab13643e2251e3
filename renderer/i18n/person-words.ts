import type { CaseSummary } from '#shared/contract/case-procedures.ts';
import type { IndividualDetail } from '#shared/pedigree/individual.ts';
import { formatDuration } from '#shared/phenotype/age-text.ts';
import { formatNearDate, formatSpan, spanBetween, daysBetween } from '#renderer/i18n/format.ts';
import { words } from '#renderer/i18n/words.ts';

/** From this age a girl is called a woman and a boy a man. */
const adultMonths = 16 * 12;

/** Given and family name; without either, what the case is called by; without that too, a word that says so. */
export function personName(person: Pick<IndividualDetail, 'givenName' | 'familyName'>, reference = ''): string {
  const name = `${person.givenName} ${person.familyName}`.trim();
  return [name, reference.trim()].find((text) => text !== '') ?? words.t('field:person.unnamed');
}

/** What a case is called by in lists: its proband. */
export const caseName = (summary: Pick<CaseSummary, 'proband' | 'reference'>): string => personName(summary.proband, summary.reference);

/** What tells how old somebody is or became. */
type AgeFacts = Pick<IndividualDetail, 'vitalStatus' | 'birthDate' | 'deathDate' | 'ageAtDeath' | 'ageAtLastEncounter'>;

/** The age today, at death, or when last seen, as clinicians say it; null where nothing is known. */
export function personAge(person: AgeFacts, today: string): string | null {
  if (person.ageAtDeath !== null) return formatDuration(person.ageAtDeath);
  const until = lastDay(person, today);
  if (person.birthDate !== null && until !== null) {
    const span = spanBetween(person.birthDate, until);
    if (span === null) return null;
    const age = formatSpan(span);
    return span.isExact || (span.months >= 24 && person.birthDate.length > 4) ? age : words.t('field:age.about', { age });
  }
  return person.ageAtLastEncounter === null ? null : formatDuration(person.ageAtLastEncounter);
}

/** `girl`, `man`, `female at birth`: the person's own gender where it is recorded, else the sex assigned at birth. */
export function personKind(person: Pick<IndividualDetail, 'gender' | 'sexAssignedAtBirth'> & AgeFacts, today: string): string {
  // Most of whom the age is not known are grown up.
  const isAdult = (ageInMonths(person, today) ?? adultMonths) >= adultMonths;
  switch (person.gender) {
    case 'woman-girl':
      return words.t(isAdult ? 'field:who.woman' : 'field:who.girl');
    case 'man-boy':
      return words.t(isAdult ? 'field:who.man' : 'field:who.boy');
    case 'non-binary':
      return words.t('field:who.non-binary');
    case 'unknown':
      if (person.sexAssignedAtBirth === 'female') return words.t('field:who.female');
      return words.t(person.sexAssignedAtBirth === 'male' ? 'field:who.male' : 'field:who.unknown');
  }
}

/** `9 y 4 mo, girl`. */
export function personAgeAndKind(person: Pick<IndividualDetail, 'gender' | 'sexAssignedAtBirth'> & AgeFacts, today: string): string {
  return [personAge(person, today) ?? words.t('field:age.unknown'), personKind(person, today)].join(', ');
}

/** When the next action is due: the words, and whether it is late. Null without a date. */
export function dueWords(dueOn: CaseSummary['nextActionDueOn'], today: string): { readonly text: string; readonly tone: 'late' | 'today' | 'later' } | null {
  const days = dueOn === null ? null : daysBetween(today, dueOn);
  if (dueOn === null || days === null) return null;
  if (dueOn === today) return { text: words.t('field:due.today'), tone: 'today' };
  if (days === 1) return { text: words.t('field:due.tomorrow'), tone: 'later' };
  const date = formatNearDate(dueOn, today);
  const isLate = days < 0 && !today.startsWith(dueOn);
  if (!isLate) return { text: date, tone: 'later' };
  const span = spanBetween(dueOn, today);
  return { text: span === null ? date : words.t('field:due.late', { date, age: formatSpan(span) }), tone: 'late' };
}

/** Up to when somebody ages; null where they died on a day that nobody knows. */
const lastDay = ({ vitalStatus, deathDate }: AgeFacts, today: string): string | null => deathDate ?? (vitalStatus === 'deceased' ? null : today);

function ageInMonths(person: AgeFacts, today: string): number | null {
  const until = lastDay(person, today);
  if (person.birthDate !== null && until !== null) return spanBetween(person.birthDate, until)?.months ?? 0;
  const age = person.ageAtDeath ?? person.ageAtLastEncounter;
  if (age === null) return null;
  return Number(/^P(\d+)Y/.exec(age)?.[1] ?? 0) * 12;
}
