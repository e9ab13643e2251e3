import { assertNever } from '#shared/base/assert-never.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { durationSchema, partialDateSchema } from '#shared/base/schemas.ts';
import { daysPerYear, durationInDays, isCalendarDate, parseDuration, type DurationParts } from '#shared/phenotype/duration.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';
import { onsetClasses } from '#shared/phenotype/onset-class.ts';

/** Why a typed age could not be read. The screen has the words for each. */
export type AgeTextProblem =
  | { readonly kind: 'empty' }
  /** A number without its unit: 4 may be years or months, and a guess would be a wrong age of onset. */
  | { readonly kind: 'no-unit'; readonly number: string }
  | { readonly kind: 'not-understood' }
  /** Beyond what a person can be: more than 130 years, more than 45 weeks of gestation. */
  | { readonly kind: 'out-of-range' }
  /** A range whose end lies before its start. */
  | { readonly kind: 'backwards' };

/**
 * Reads a time as people type it: `4 y 2 mo`, `4y2m`, `18 months`, `3 wk`, `5 d`, `4½ years`, `4;2`, `P4Y2M`, `2 to 3 y`, `20+3 wk`,
 * `28 weeks gestation`, `at birth`, `infancy`, `2019-04`, `2018 to 2019`. Fractions of a year become months where they come out whole.
 */
export function parseAgeText(text: string): Result<TimeElement, AgeTextProblem> {
  const plain = tidy(text);
  if (plain === '') return refusal({ kind: 'empty' });
  const named = onsetClasses.find((entry) => entry.label.toLowerCase() === plain || entry.words.some((word) => word === plain || `${word} onset` === plain));
  if (named !== undefined) return success({ kind: 'term', termId: named.termId, label: named.label });
  const gestation = readGestation(plain);
  if (gestation !== null) return gestation;
  const range = readRange(plain);
  if (range !== null) return range;
  if (isPartialDate(plain)) return success({ kind: 'date', date: plain });
  const duration = readDuration(plain);
  return duration.ok ? success({ kind: 'age', duration: duration.value }) : duration;
}

/** The age in the way clinicians say it: `5 d`, `3 wk`, `7 mo`, `4 y 2 mo`, `31 y`. Text that is not a duration is given back as it is. */
export function formatDuration(duration: string): string {
  const parts = parseDuration(duration);
  if (parts === null) return duration;
  const said = unitOrder.filter((unit) => parts[unit] > 0).map((unit) => `${String(parts[unit])} ${shortUnit[unit]}`);
  return said.length === 0 ? '0 d' : said.join(' ');
}

/** The time element as it would be typed, so that what is shown can be edited and read back to the same value. Dates stay ISO 8601. */
export function formatTimeElement(element: TimeElement): string {
  switch (element.kind) {
    case 'age':
      return formatDuration(element.duration);
    case 'age-range':
      return `${formatDuration(element.start)} to ${formatDuration(element.end)}`;
    case 'gestation':
      return `${String(element.weeks)}${element.days === 0 ? '' : `+${String(element.days)}`} wk gestation`;
    case 'term':
      return element.label;
    case 'date':
      return element.date;
    case 'date-range':
      return `${element.start} to ${element.end}`;
    default:
      return assertNever(element);
  }
}

type Unit = keyof DurationParts;

const unitOrder = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const satisfies readonly Unit[];
const shortUnit = { years: 'y', months: 'mo', weeks: 'wk', days: 'd', hours: 'h', minutes: 'min', seconds: 's' } as const satisfies Record<Unit, string>;
/** Nobody is documented to have lived longer (Calment, 122 years); the rest is margin for a typing slip to be caught. */
const greatestAgeDays = 130 * daysPerYear;
const noParts: DurationParts = { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0 };

const unitWords: readonly (readonly [Unit, RegExp])[] = [
  ['years', /^(y|yr|yrs|year|years|a)$/],
  ['months', /^(m|mo|mos|mth|mths|month|months)$/],
  ['weeks', /^(w|wk|wks|week|weeks)$/],
  ['days', /^(d|day|days)$/],
  ['hours', /^(h|hr|hrs|hour|hours)$/],
];

function tidy(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/(\d)\s*½/g, '$1.5')
    .replace(/(\d)\s*¼/g, '$1.25')
    .replace(/(\d)\s*¾/g, '$1.75')
    .replace(/½/g, '0.5')
    .replace(/(\d) and a half/g, '$1.5')
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(/^(at|from|since|about|around|approximately|approx\.?|ca\.?|c\.|~) (?=[\d.p])/, '')
    .replace(/^age:? (?=\d)/, '')
    .replace(/ (of age|old)$/, '')
    .replace(/\s+/g, ' ');
}

/** Weeks that say they are of gestation, or are written week+day as obstetricians do. */
function readGestation(text: string): Result<TimeElement, AgeTextProblem> | null {
  const saysSo = /gestation|gestational|gest\b|\bga\b|pregnan|postmenstrual|\bpma\b|in utero/.test(text);
  const match = /(?<weeks>\d{1,3})(?:\s*\+\s*(?<plusDays>\d)|\s*(?:w|wk|wks|weeks?)\s*(?<andDays>\d)\s*(?:d|days?))?/.exec(text);
  const weeks = match?.groups?.['weeks'];
  if (weeks === undefined) return null;
  const plusDays = match?.groups?.['plusDays'];
  if (!saysSo && plusDays === undefined) return null;
  if (!/^[\d\s+a-z.]*$/.test(text) || /\b(mo|mos|months?|y|yrs?|years?)\b/.test(text)) return null;
  const days = Number(plusDays ?? match?.groups?.['andDays'] ?? '0');
  if (Number(weeks) > 45 || days > 6) return refusal({ kind: 'out-of-range' });
  return success({ kind: 'gestation', weeks: Number(weeks), days });
}

/** `2 to 3 y`, `6-9 mo`, `2 y to 30 mo`, `2018 to 2019-04`. */
function readRange(text: string): Result<TimeElement, AgeTextProblem> | null {
  if (isPartialDate(text)) return null;
  const halves = /^(?:between )?(.+?)(?: to | and | - |-(?=\d))(.+)$/.exec(text);
  const [first, second] = [halves?.[1]?.trim(), halves?.[2]?.trim()];
  if (first === undefined || second === undefined) return null;
  if (isPartialDate(first) && isPartialDate(second)) {
    return first > second ? refusal({ kind: 'backwards' }) : success({ kind: 'date-range', start: first, end: second });
  }
  const end = readDuration(second);
  if (!end.ok) return null;
  const unit = /[a-z]+$/.exec(second)?.[0] ?? '';
  const start = readDuration(/^[\d.]+$/.test(first) ? `${first} ${unit}` : first);
  if (!start.ok) return null;
  // "4 y and 2 mo" is one age said at length, not a range; a range that is one goes up.
  if (text.includes(' and ') && !text.startsWith('between ')) return null;
  return (durationInDays(start.value) ?? 0) > (durationInDays(end.value) ?? 0) ? refusal({ kind: 'backwards' }) : success({ kind: 'age-range', start: start.value, end: end.value });
}

function isPartialDate(text: string): boolean {
  if (!partialDateSchema.safeParse(text).success) return false;
  const year = Number(text.slice(0, 4));
  if (year < 1850 || year > 2199) return false;
  return text.length < 10 || isCalendarDate(text);
}

function readDuration(text: string): Result<string, AgeTextProblem> {
  const iso = text.toUpperCase();
  if (/^P/.test(iso) && durationSchema.safeParse(iso).success) return withinALife(iso);
  const yearsAndMonths = /^(\d{1,3});(\d{1,2})$/.exec(text);
  if (yearsAndMonths !== null) return withinALife(writeDuration({ ...noParts, years: Number(yearsAndMonths[1]), months: Number(yearsAndMonths[2]) }));
  if (/^[\d.]+$/.test(text)) return refusal({ kind: 'no-unit', number: text });
  const parts = readUnits(text);
  return parts === null ? refusal({ kind: 'not-understood' }) : withinALife(writeDuration(parts));
}

function readUnits(text: string): DurationParts | null {
  const pieces = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)\.?(?:\s*(?:,|and|&)?\s*|$)/g)];
  if (pieces.length === 0 || pieces.map((piece) => piece[0]).join('') !== text) return null;
  const parts = { ...noParts };
  for (const piece of pieces) {
    const unit = unitWords.find(([, pattern]) => pattern.test(piece[2] ?? ''))?.[0];
    if (unit === undefined || parts[unit] !== 0) return null;
    parts[unit] = Number(piece[1]);
  }
  return parts;
}

function writeDuration(raw: DurationParts): string {
  const parts = wholeMonths(raw);
  const date = `${piece(parts.years, 'Y')}${piece(parts.months, 'M')}${piece(parts.weeks, 'W')}${piece(parts.days, 'D')}`;
  const time = parts.hours === 0 ? '' : `T${piece(Math.round(parts.hours), 'H')}`;
  return date === '' && time === '' ? 'P0D' : `P${date}${time}`;
}

const piece = (value: number, letter: string): string => (value === 0 ? '' : `${String(value)}${letter}`);

/** Half a year is six months exactly; a third of a week is nothing that has a name, and stays a decimal. */
function wholeMonths(parts: DurationParts): DurationParts {
  const months = (parts.years % 1) * 12 + parts.months;
  const isWhole = Math.abs(months - Math.round(months)) < 1e-9;
  return parts.years % 1 === 0 || !isWhole ? parts : { ...parts, years: Math.floor(parts.years), months: Math.round(months) };
}

function withinALife(duration: string): Result<string, AgeTextProblem> {
  const days = durationInDays(duration);
  return days === null || days > greatestAgeDays ? refusal({ kind: 'out-of-range' }) : success(duration);
}
