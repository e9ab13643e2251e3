import { parseDuration, type DurationParts } from '#shared/phenotype/duration.ts';

/** A stretch of whole calendar days, both ends included, as days since 1970-01-01. */
export interface DayInterval {
  readonly from: number;
  readonly to: number;
}

const millisecondsOfDay = 86_400_000;

/** The day of a complete date; a day that its month lacks counts on into the next one. */
export const dayOf = (year: number, month: number, day: number): number => Math.round(Date.UTC(year, month - 1, day) / millisecondsOfDay);

/** `YYYY-MM-DD`. */
export const isoDay = (day: number): string => new Date(day * millisecondsOfDay).toISOString().slice(0, 10);

/** All days that a date known to the year, the month or the day may mean. */
export function dateInterval(partialDate: string): DayInterval {
  const [year = 0, month, day] = partialDate.split('-').map(Number);
  if (month === undefined) return { from: dayOf(year, 1, 1), to: dayOf(year + 1, 1, 1) - 1 };
  if (day === undefined) return { from: dayOf(year, month, 1), to: dayOf(year, month + 1, 1) - 1 };
  return { from: dayOf(year, month, day), to: dayOf(year, month, day) };
}

export const dayCount = ({ from, to }: DayInterval): number => to - from + 1;

/** The day on which somebody born on `birthDay` reaches the age: years and months by the calendar, the end of a shorter month for the 29th to 31st. */
export function dayAtAge(birthDay: number, age: DurationParts): number {
  const [year = 0, month = 1, day = 1] = isoDay(birthDay).split('-').map(Number);
  const months = age.years * 12 + age.months;
  const whole = Math.floor(months);
  const first = dayOf(year, month + whole, 1);
  const lastOfMonth = dayOf(year, month + whole + 1, 1) - 1;
  return Math.floor(Math.min(first + day - 1, lastOfMonth) + (months - whole) * meanMonthDays + age.weeks * 7 + age.days + age.hours / 24);
}

/** Days on which somebody may have the age, from the birth date as exactly as it is known: "3 y" lasts a year, "3 y 2 mo" a month. */
export function ageInterval(duration: string, birthDate: string): DayInterval | null {
  const age = parseDuration(duration);
  if (age === null) return null;
  const birth = dateInterval(birthDate);
  const from = dayAtAge(birth.from, age);
  return { from, to: Math.max(from, dayAtAge(birth.to, plusOneUnit(age)) - 1) };
}

/** How long an age lasts as it is said, in days: by its smallest unit, fractions of it included. */
export function ageUnitDays(duration: string): number {
  const age = parseDuration(duration);
  const unit = age === null ? 'days' : smallestUnit(age);
  return { years: meanYearDays, months: meanMonthDays, weeks: 7, days: 1 }[unit];
}

/** Mean Julian year and its twelfth (The Unified Code for Units of Measure 2.1). */
const meanYearDays = 365.25;
const meanMonthDays = meanYearDays / 12;

type CountedUnit = 'years' | 'months' | 'weeks' | 'days';

function smallestUnit(age: DurationParts): CountedUnit {
  if (age.days > 0 || age.hours > 0) return 'days';
  if (age.weeks > 0) return 'weeks';
  if (age.months > 0) return 'months';
  return age.years > 0 ? 'years' : 'days';
}

function plusOneUnit(age: DurationParts): DurationParts {
  const unit = smallestUnit(age);
  return { ...age, hours: 0, [unit]: age[unit] + 1 };
}
