import { daysPerMonth, daysPerYear, parseDuration } from '#shared/phenotype/duration.ts';
import type { StatedAge } from '#shared/trial/age-limit.ts';

/** The days between which a person was born, both `YYYY-MM-DD`; null: nothing is known of that end. */
export interface BirthRange {
  readonly earliest: string | null;
  readonly latest: string | null;
}

export const unknownBirth: BirthRange = { earliest: null, latest: null };

/** What is recorded of how old somebody is. */
export interface RecordedAge {
  /** Partial date. */
  readonly birthDate: string | null;
  /** ISO 8601 durations. */
  readonly ageAtLastEncounter: string | null;
  /** The day on which that was the age; a partial date. */
  readonly ageRecordedOn: string | null;
}

/**
 * Between which days a person was born, as far as the record says.
 *
 * Assumes: an age is in completed units, so that somebody of 4 years has not turned 5; an age without its day was reached by `seenBy` at the latest, which is
 * today unless an earlier day is known.
 */
export function birthRange(recorded: RecordedAge, seenBy: string): BirthRange {
  if (recorded.birthDate !== null) return { earliest: firstDay(recorded.birthDate), latest: lastDay(recorded.birthDate) };
  const parts = recorded.ageAtLastEncounter === null ? null : parseDuration(recorded.ageAtLastEncounter);
  if (parts === null) return unknownBirth;
  const seenFrom = recorded.ageRecordedOn === null ? null : firstDay(recorded.ageRecordedOn);
  const seenUntil = recorded.ageRecordedOn === null ? seenBy : (lastDay(recorded.ageRecordedOn) ?? seenBy);
  const days = Math.round(parts.weeks * 7 + parts.days);
  const months = Math.round(parts.years * 12 + parts.months);
  const latest = shiftDays(shiftMonths(seenUntil, -months), -days);
  if (seenFrom === null) return { earliest: null, latest };
  // One unit more has not been reached on that day.
  const finest = days > 0 ? { months: 0, days: parts.days > 0 ? 1 : 7 } : parts.months > 0 ? { months: 1, days: 0 } : { months: 12, days: 0 };
  return { earliest: shiftDays(shiftMonths(seenFrom, -months - finest.months), -days - finest.days + 1), latest };
}

/** Whether somebody has reached an age today: null where what is known leaves it open. */
export function hasReached(birth: BirthRange, age: StatedAge, today: string): boolean | null {
  if (birth.latest !== null && dayOfAge(birth.latest, age) <= today) return true;
  if (birth.earliest !== null && dayOfAge(birth.earliest, age) > today) return false;
  return null;
}

/** The age today in the words of a list, such as `6 years`, or a range where that is all that is known. */
export function ageText(birth: BirthRange, today: string): string | null {
  if (birth.latest === null) return null;
  const least = monthsBetween(birth.latest, today);
  if (birth.earliest === null) return `at least ${monthsText(least)}`;
  const most = monthsBetween(birth.earliest, today);
  const [low, high] = [monthsText(least), monthsText(most)];
  return low === high ? low : `${low} to ${high}`;
}

/** Younger than this an age is said in months. */
const monthsUntilYears = 36;

function monthsText(months: number): string {
  const count = months < monthsUntilYears ? months : Math.floor(months / 12);
  const unit = months < monthsUntilYears ? 'month' : 'year';
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}

/** The day on which somebody born then reaches the age. Parts of a year or month are counted in mean ones. */
function dayOfAge(born: string, { count, unit }: StatedAge): string {
  const whole = Math.floor(count);
  const rest = count - whole;
  switch (unit) {
    case 'years':
      return shiftDays(shiftMonths(born, whole * 12), Math.round(rest * daysPerYear));
    case 'months':
      return shiftDays(shiftMonths(born, whole), Math.round(rest * daysPerMonth));
    case 'weeks':
      return shiftDays(born, Math.ceil(count * 7));
    case 'days':
      return shiftDays(born, Math.ceil(count));
    case 'hours':
      return shiftDays(born, Math.ceil(count / 24));
    case 'minutes':
      return shiftDays(born, Math.ceil(count / 1_440));
  }
}

const firstDay = (partial: string): string | null => (/^\d{4}(-\d{2}){0,2}$/.test(partial) ? `${partial}${'-01-01'.slice(partial.length - 4)}` : null);

function lastDay(partial: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(partial)) return partial;
  const first = firstDay(partial);
  return first === null ? null : shiftDays(shiftMonths(first, partial.length === 4 ? 12 : 1), -1);
}

function monthsBetween(from: string, to: string): number {
  let months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  if (shiftMonths(from, months) > to) months -= 1;
  return Math.max(0, months);
}

/** The same day of another month, or its last day where it is shorter. Years are kept between 0001 and 9999, which sort as text. */
function shiftMonths(day: string, months: number): string {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.min(9_999, Math.max(1, Math.floor(total / 12)));
  const month = ((total % 12) + 12) % 12;
  const inMonth = new Date(Date.UTC(2_000 + (year % 400), month + 1, 0)).getUTCDate();
  return isoDay(year, month + 1, Math.min(Number(day.slice(8, 10)), inMonth));
}

function shiftDays(day: string, days: number): string {
  const moved = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)) + days));
  return isoDay(Math.min(9_999, Math.max(1, moved.getUTCFullYear())), moved.getUTCMonth() + 1, moved.getUTCDate());
}

const isoDay = (year: number, month: number, day: number): string => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
