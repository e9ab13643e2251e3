/**
 * Reckoning with days of the calendar, written YYYY-MM-DD, in the proleptic Gregorian calendar. No clock and no time zone: a day is a day.
 */

const millisecondsPerDay = 86_400_000;

/** The last day that a date known to the day, the month or the year can be, so that nothing is late before it surely is. */
export function lastDayOf(partialDate: string): string {
  const [year = 0, month = 12, day] = partialDate.split('-').map(Number);
  return dayText(day === undefined ? midnight(year, month + 1, 0) : midnight(year, month, day));
}

/** The first day that such a date can be. */
export function firstDayOf(partialDate: string): string {
  const [year = 0, month = 1, day = 1] = partialDate.split('-').map(Number);
  return dayText(midnight(year, month, day));
}

/** The day so many days later; earlier where `days` is negative. */
export function daysAfter(day: string, days: number): string {
  return dayText(midnightOf(day) + days * millisecondsPerDay);
}

/** Days from one day to another; negative where the second is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((midnightOf(to) - midnightOf(from)) / millisecondsPerDay);
}

function midnightOf(day: string): number {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return midnight(year, month, dayOfMonth);
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; four centuries later the calendar is the same. */
function midnight(year: number, month: number, day: number): number {
  return Date.UTC(year + 400, month - 1, day) - daysOfFourCenturies * millisecondsPerDay;
}

const daysOfFourCenturies = 146_097;

const dayText = (milliseconds: number): string => {
  const date = new Date(milliseconds);
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
};
const twoDigits = (value: number): string => String(value).padStart(2, '0');
