import { isCalendarDate, parseDuration } from '#shared/phenotype/duration.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** A date that was read: `isInexact` where the file says that it is about so. */
export interface ReadDate {
  readonly date: string;
  readonly isInexact: boolean;
}

/**
 * A date of GEDCOM as far as it is known: `6 SEP 1888`, `ABT 1888`, `10 Feb 1456/57` (the year that began in January). Null where it says less than a
 * year: before, after, between, another calendar, words.
 */
export function readGedcomDate(text: string): ReadDate | null {
  const match = /^(ABT\.?|CAL|EST|INT|@#DGREGORIAN@|@#DJULIAN@|GREGORIAN|JULIAN)?\s*(?:(?:(\d{1,2})\s+)?([A-Z]{3})[A-Z]*\.?,?\s+)?(\d{3,4})(?:\/(\d{2,4}))?\s*(?:\(.*\))?$/.exec(text.trim().toUpperCase());
  if (match === null) return null;
  const [, how = '', day, monthName, first = '', second] = match;
  const year = (second === undefined ? first : secondYear(first, second)).padStart(4, '0');
  const month = monthName === undefined ? 0 : months.indexOf(monthName) + 1;
  if (monthName !== undefined && month === 0) return null;
  const date = [year, ...(month === 0 ? [] : [String(month).padStart(2, '0')]), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
  if (day !== undefined && !isCalendarDate(date)) return null;
  return { date, isInexact: /^(ABT|CAL|EST|INT)/.test(how) };
}

/** `1456/57` and `1699/1700`: the later year, whole. */
function secondYear(first: string, second: string): string {
  if (second.length >= 3) return second;
  const later = `${first.slice(0, -2)}${second}`;
  return Number(later) < Number(first) ? String(Number(later) + 100) : later;
}

/** A date that may be known only to the year or month, as GEDCOM writes it. */
export function writeGedcomDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  return [...(day === undefined ? [] : [String(Number(day))]), ...(month === undefined ? [] : [months[Number(month) - 1] ?? '']), year].join(' ');
}

/** `42y 6m`, `76`, `3 months`: an ISO 8601 duration; null where the text is no age. */
export function readGedcomAge(text: string): string | null {
  const plain = text.trim().toLowerCase();
  if (/^\d{1,3}$/.test(plain)) return `P${String(Number(plain))}Y`;
  const match = /^(?:(\d+)\s*y(?:ears?)?)?,?\s*(?:(\d+)\s*m(?:o|onths?)?)?,?\s*(?:(\d+)\s*w(?:eeks?)?)?,?\s*(?:(\d+)\s*d(?:ays?)?)?$/.exec(plain);
  if (match === null || plain === '') return null;
  const parts = [match[1], match[2], match[3], match[4]].flatMap((count, index) => (count === undefined ? [] : [`${String(Number(count))}${'YMWD'[index] ?? ''}`]));
  return parts.length === 0 ? null : `P${parts.join('')}`;
}

/** Null for an age that GEDCOM has no words for, such as one in hours. `hasWeeks`: only version 7 counts weeks. */
export function writeGedcomAge(duration: string, hasWeeks: boolean): string | null {
  const parts = parseDuration(duration);
  if (parts === null || parts.hours + parts.minutes + parts.seconds > 0) return null;
  if (![parts.years, parts.months, parts.weeks, parts.days].every(Number.isInteger)) return null;
  const [weeks, days] = hasWeeks ? [parts.weeks, parts.days] : [0, parts.days + parts.weeks * 7];
  const written = ([[parts.years, 'y'], [parts.months, 'm'], [weeks, 'w'], [days, 'd']] as const).filter(([count]) => count > 0).map(([count, unit]) => `${String(count)}${unit}`);
  return written.length === 0 ? '0d' : written.join(' ');
}
