import type { Individual } from '#shared/pedigree/individual.ts';
import { daysPerYear, durationInDays, parseDuration } from '#shared/phenotype/duration.ts';

/** Days since 1970-01-01; what is known only to the year or month is a range. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

export interface LifeSpan {
  readonly birth: DayRange | null;
  readonly death: DayRange | null;
}

const dayMilliseconds = 86_400_000;
/** A month or year counted as a mean one is off by less than this. */
const calendarSlackDays = 2;

/**
 * When somebody was born and died, as far as dates and ages say it; null where they do not.
 *
 * Units: days. Assumes that an age counts completed years, months, weeks or days, by the smallest unit that is written.
 */
export function lifeSpan(individual: Pick<Individual, 'birthDate' | 'deathDate' | 'ageAtDeath' | 'ageAtLastEncounter' | 'ageRecordedOn'>): LifeSpan {
  const { birthDate, deathDate, ageAtDeath, ageAtLastEncounter, ageRecordedOn } = individual;
  const died = rangeOf(deathDate);
  const birth = rangeOf(birthDate) ?? before(died, ageAtDeath) ?? before(rangeOf(ageRecordedOn), ageAtLastEncounter);
  return { birth, death: died ?? after(rangeOf(birthDate), ageAtDeath) };
}

/** The days that a partial date covers. */
export function rangeOf(date: string | null): DayRange | null {
  if (date === null) return null;
  const [year = 0, month, day] = date.split('-').map(Number);
  const dayNumber = (monthIndex: number, dayOfMonth: number): number => Date.UTC(year, monthIndex, dayOfMonth) / dayMilliseconds;
  if (month === undefined) return { first: dayNumber(0, 1), last: dayNumber(11, 31) };
  return day === undefined ? { first: dayNumber(month - 1, 1), last: dayNumber(month, 0) } : { first: dayNumber(month - 1, day), last: dayNumber(month - 1, day) };
}

/** The days on which somebody has a given age, after a birth within the range. */
export function after(birth: DayRange | null, age: string | null): DayRange | null {
  const [least, most] = ageInDays(age) ?? [];
  return birth === null || least === undefined || most === undefined ? null : { first: birth.first + least, last: birth.last + most };
}

function before(day: DayRange | null, age: string | null): DayRange | null {
  const [least, most] = ageInDays(age) ?? [];
  return day === null || least === undefined || most === undefined ? null : { first: day.first - most, last: day.last - least };
}

/** The least and the most days that an age can mean: 58 y reaches up to the 59th birthday. */
function ageInDays(age: string | null): readonly [number, number] | null {
  const [parts, days] = age === null ? [null, null] : [parseDuration(age), durationInDays(age)];
  if (parts === null || days === null) return null;
  const unit = parts.days > 0 || parts.hours > 0 ? 1 : parts.weeks > 0 ? 7 : parts.months > 0 ? 31 : daysPerYear;
  return [days - calendarSlackDays, days + unit + calendarSlackDays];
}
