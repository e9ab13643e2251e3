import { durationPattern } from '#shared/base/schemas.ts';

/** Parts of an ISO 8601 duration as written, all zero or more. */
export interface DurationParts {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Mean Julian year, as UCUM and with it FHIR count ages (The Unified Code for Units of Measure 2.1, unit `a`). */
export const daysPerYear = 365.25;
/** A twelfth of the mean Julian year: 30.4375 days (UCUM 2.1, unit `mo`). */
export const daysPerMonth = daysPerYear / 12;

/** Reads an ISO 8601 duration such as `P4Y2M` or `P3W`; null where the text is none. */
export function parseDuration(text: string): DurationParts | null {
  const match = durationPattern.exec(text);
  if (match === null) return null;
  const part = (index: number): number => Number(match[index] ?? 0);
  return { years: part(1), months: part(2), weeks: part(3), days: part(4), hours: part(5), minutes: part(6), seconds: part(7) };
}

/**
 * The length of an age or duration in days, or null where the text is no ISO 8601 duration.
 *
 * Formula: 365.25 years + 30.4375 months + 7 weeks + days + hours/24 + minutes/1440 + seconds/86400.
 * Units: days.
 * Source: mean Julian year and month, The Unified Code for Units of Measure (UCUM) 2.1.
 * Assumes: no anchor in the calendar, so a month is a twelfth of a mean year.
 * Limits: up to two days off the calendar for an age in months, up to one for an age in years; exact only for weeks and days.
 * For comparing ages; the age between two dates is `ageBetween`.
 */
export function durationInDays(text: string): number | null {
  const parts = parseDuration(text);
  if (parts === null) return null;
  return (
    parts.years * daysPerYear + parts.months * daysPerMonth + parts.weeks * 7 + parts.days + parts.hours / 24 + parts.minutes / 1_440 + parts.seconds / 86_400
  );
}

/**
 * Age in completed years, months and days between two complete calendar dates, as an ISO 8601 duration (`P0D` on the day of birth); null where
 * a date is not complete or not real, or the second lies before the first.
 *
 * Assumes: a birthday on the 29th to 31st falls on the last day of a shorter month.
 */
export function ageBetween(birth: string, day: string): string | null {
  const from = calendarDate(birth);
  const to = calendarDate(day);
  if (from === null || to === null || birth > day) return null;
  let months = (to.year - from.year) * 12 + to.month - from.month;
  if (to.day < Math.min(from.day, daysInMonth(to.year, to.month))) months -= 1;
  const anniversary = addMonths(from, months);
  const days = dayNumber(to) - dayNumber(anniversary);
  const parts = [
    [Math.floor(months / 12), 'Y'],
    [months % 12, 'M'],
    [days, 'D'],
  ] as const;
  const written = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return written.length === 0 ? 'P0D' : `P${written.join('')}`;
}

/** True for a calendar date `YYYY-MM-DD` that exists. */
export function isCalendarDate(text: string): boolean {
  return calendarDate(text) !== null;
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function calendarDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function addMonths(date: CalendarDate, months: number): CalendarDate {
  const total = date.year * 12 + date.month - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

/** Days since 0000-03-01 in the proleptic Gregorian calendar. */
function dayNumber(date: CalendarDate): number {
  const year = date.month <= 2 ? date.year - 1 : date.year;
  const month = (date.month + 9) % 12;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + Math.floor((month * 306 + 5) / 10) + date.day - 1;
}
