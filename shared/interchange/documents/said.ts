import { formatPartialDate } from '#shared/casefile/moment-words.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { formatDuration, formatTimeElement } from '#shared/phenotype/age-text.ts';
import { ageBetween, daysPerYear, durationInDays, parseDuration } from '#shared/phenotype/duration.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/** Documents are in English and go to other countries: the month stands as a word, so that no reader takes it for the day. */
export const documentLocale = 'en-GB';

/** `12 Apr 2019`, as exactly as it is known. */
export const saidDate = (partialDate: string): string => formatPartialDate(partialDate, documentLocale);

/** When something began or ended: `14 mo`, `Infantile onset`, `Apr 2019`. */
export function saidTime(time: TimeElement): string {
  if (time.kind === 'date') return saidDate(time.date);
  if (time.kind === 'date-range') return `${saidDate(time.start)} to ${saidDate(time.end)}`;
  return formatTimeElement(time);
}

/** An age as clinicians say it: days to two weeks, weeks to two months, months to two years, years and months to ten years, then years. */
export function saidAge(duration: string): string {
  const parts = parseDuration(duration);
  const days = durationInDays(duration);
  if (parts === null || days === null) return duration;
  const months = parts.years * 12 + parts.months;
  if (months === 0) return days < 14 ? `${String(Math.floor(days))} d` : `${String(Math.floor(days / 7))} wk`;
  if (months < 2 && parts.years === 0) return `${String(Math.floor(days / 7))} wk`;
  if (months < 24) return `${String(Math.floor(months))} mo`;
  const years = Math.floor(months / 12);
  const rest = Math.floor(months % 12);
  return years >= 10 || rest === 0 ? `${String(years)} y` : `${String(years)} y ${String(rest)} mo`;
}

/** How old somebody is today or was at death; null where nothing is known. */
export function ageOf(person: Pick<Individual, 'vitalStatus' | 'birthDate' | 'deathDate' | 'ageAtDeath' | 'ageAtLastEncounter'>, today: string): string | null {
  if (person.ageAtDeath !== null) return saidAge(person.ageAtDeath);
  const until = person.deathDate ?? (person.vitalStatus === 'deceased' ? null : today);
  if (person.birthDate !== null && until !== null) return ageOn(person.birthDate, until);
  return person.ageAtLastEncounter === null ? null : formatDuration(person.ageAtLastEncounter);
}

/** How old somebody was on a day that is known: exactly where both are known to the day, else about. Null before birth. */
export function ageOn(birthDate: string, date: string): string | null {
  const exact = ageBetween(birthDate, date);
  return exact === null ? aboutYears(birthDate, date) : saidAge(exact);
}

/** Between two partial dates, by their months where both have one, else by their years. */
function aboutYears(birthDate: string, date: string): string | null {
  const knowsMonths = birthDate.length >= 7 && date.length >= 7;
  const monthOf = (partialDate: string): number => (knowsMonths ? Number(partialDate.slice(5, 7)) : 0);
  const months = (Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))) * 12 + monthOf(date) - monthOf(birthDate);
  if (months < 0) return null;
  if (months < 12) return knowsMonths ? `about ${String(months)} mo` : 'under 1 y';
  return `about ${String(Math.floor(months / 12))} y`;
}

/** From this age a girl is called a woman and a boy a man. */
const adultAge = 16;

/** `girl`, `man`, `person assigned female at birth`: the gender where it is recorded. */
export function kindOf(person: Pick<Individual, 'gender' | 'sexAssignedAtBirth' | 'vitalStatus' | 'birthDate' | 'deathDate' | 'ageAtDeath' | 'ageAtLastEncounter'>, today: string): string {
  const isAdult = yearsOf(person, today) >= adultAge;
  switch (person.gender) {
    case 'woman-girl':
      return isAdult ? 'woman' : 'girl';
    case 'man-boy':
      return isAdult ? 'man' : 'boy';
    case 'non-binary':
      return 'non-binary person';
    case 'unknown':
      return person.sexAssignedAtBirth === 'female' || person.sexAssignedAtBirth === 'male' ? `person assigned ${person.sexAssignedAtBirth} at birth` : 'person';
  }
}

export const firstLetterLarge = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  return items.length < 2 || last === undefined ? items.join('') : `${items.slice(0, -1).join(', ')} and ${last}`;
}

function yearsOf(person: Parameters<typeof ageOf>[0], today: string): number {
  const duration = person.ageAtDeath ?? (person.birthDate === null ? person.ageAtLastEncounter : null);
  if (duration !== null) return (durationInDays(duration) ?? 0) / daysPerYear;
  const until = person.deathDate ?? today;
  const exact = person.birthDate === null ? null : ageBetween(person.birthDate, until);
  if (exact !== null) return (durationInDays(exact) ?? 0) / daysPerYear;
  return person.birthDate === null ? 0 : Number(until.slice(0, 4)) - Number(person.birthDate.slice(0, 4));
}
