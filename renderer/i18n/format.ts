/**
 * Numbers, dates and ages as people read them, in the language of the system. Ages are said as clinicians say them:
 * days to two weeks, weeks to two months, months to two years, years and months to ten years, then years.
 */

import { localDay } from '#shared/base/local-day.ts';

/** A calendar date as exactly as it is known: 2019, 2019-04, 2019-04-30. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

export function readPartialDate(text: string): CalendarDate | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (found === null) return null;
  return { year: Number(found[1]), month: found[2] === undefined ? null : Number(found[2]), day: found[3] === undefined ? null : Number(found[3]) };
}

/** `30 Apr 2019`, `Apr 2019`, `2019`, in the order of the locale. */
export function formatDate(partialDate: string, locale?: string): string {
  const date = readPartialDate(partialDate);
  if (date === null) return partialDate;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC', ...(date.month === null ? {} : { month: 'short' }), ...(date.day === null ? {} : { day: 'numeric' }) };
  return dateFormat(locale, options).format(asUtc(date));
}

/** A day near today without its year: `24 Nov`; with the year where it is another one. */
export function formatNearDate(partialDate: string, today: string, locale?: string): string {
  const date = readPartialDate(partialDate);
  if (date === null || date.day === null || date.year !== readPartialDate(today)?.year) return formatDate(partialDate, locale);
  return dateFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(asUtc(date));
}

/** An instant as day and time of this machine. */
export function formatInstant(instant: string, locale?: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** An instant near today: its time today, else its day. */
export function formatInstantDay(instant: string, today: string, locale?: string): string {
  const day = localDay(new Date(instant));
  return day === today ? formatTime(instant, locale) : formatNearDate(day, today, locale);
}

export const formatTime = (instant: string, locale?: string): string => dateFormat(locale, { timeStyle: 'short' }).format(new Date(instant));
/** `Ada, Bea and Caius`, as the language lists. */
export const formatList = (items: readonly string[], locale?: string): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
/** `de` as `German`. */
export const languageName = (language: string, locale?: string): string => new Intl.DisplayNames(locale ?? [], { type: 'language' }).of(language) ?? language;
/** A number with so many digits after the point, also where they are zero: for columns. */
export const formatFixed = (value: number, digits: number, locale?: string): string => plainNumber(value, digits, locale);
export const formatNumber = (value: number, locale?: string): string => numberFormat(locale).format(value);

/** `71 %`, `6.4 %`, `< 0.1 %`: two significant figures below ten, and never a zero that is not zero. */
export function formatProbability(probability: number, locale?: string): string {
  const percent = probability * 100;
  if (percent > 0 && percent < 0.1) return `< ${plainNumber(0.1, 1, locale)} %`;
  if (percent >= 99.5 && probability < 1) return `> ${plainNumber(99, 0, locale)} %`;
  return `${plainNumber(percent, percent < 9.95 && percent > 0 ? 1 : 0, locale)} %`;
}

/** log10 likelihood ratio with its sign: `+2.14`, `−0.39`, `0.00`. */
export function formatLog10(value: number, locale?: string): string {
  const rounded = Math.round(value * 100) / 100;
  const size = numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Math.abs(rounded));
  return rounded === 0 ? size : `${rounded > 0 ? '+' : '−'}${size}`;
}

export function formatBytes(bytes: number, locale?: string): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return `${plainNumber(bytes / 1000 ** step, step === 0 ? 0 : 1, locale)} ${units[step] ?? 'B'}`;
}

/** Milliseconds as seconds with one decimal. */
export const formatSeconds = (milliseconds: number, locale?: string): string => plainNumber(milliseconds / 1_000, 1, locale);

/** The time from one day to another: years and months of the calendar, and days. Null where `to` lies before `from`. */
export interface Span {
  readonly months: number;
  readonly days: number;
  /** False where a day is known only to its month or year. */
  readonly isExact: boolean;
}

export function spanBetween(from: string, to: string): Span | null {
  const start = readPartialDate(from);
  const end = readPartialDate(to);
  if (start === null || end === null) return null;
  const isExact = start.day !== null && end.day !== null;
  const wholeYears = start.month === null || end.month === null;
  const months = wholeYears ? (end.year - start.year) * 12 : (end.year - start.year) * 12 + (end.month ?? 1) - (start.month ?? 1) - (isExact && (end.day ?? 1) < (start.day ?? 1) ? 1 : 0);
  const days = Math.round((asUtc(end).getTime() - asUtc(start).getTime()) / millisecondsOfDay);
  return months < 0 || (isExact && days < 0) ? null : { months, days, isExact };
}

/** `5 d`, `3 wk`, `7 mo`, `4 y 2 mo`, `31 y`. */
export function formatSpan(span: Span, locale?: string): string {
  if (span.isExact && span.days < 14) return `${formatNumber(span.days, locale)} d`;
  if (span.isExact && span.months < 2) return `${formatNumber(Math.floor(span.days / 7), locale)} wk`;
  if (span.months < 24 && !(span.months === 12 && !span.isExact)) return `${formatNumber(span.months, locale)} mo`;
  const years = Math.floor(span.months / 12);
  const months = span.months % 12;
  return years >= 10 || months === 0 ? `${formatNumber(years, locale)} y` : `${formatNumber(years, locale)} y ${formatNumber(months, locale)} mo`;
}

/** The time between two days in words, or null where it cannot be said. */
export function formatTimeBetween(from: string, to: string, locale?: string): string | null {
  const span = spanBetween(from, to);
  return span === null ? null : formatSpan(span, locale);
}

/** Days from one day to another; negative where the second is earlier. A month counts as its first day. */
export function daysBetween(from: string, to: string): number | null {
  const start = readPartialDate(from);
  const end = readPartialDate(to);
  return start === null || end === null ? null : Math.round((asUtc(end).getTime() - asUtc(start).getTime()) / millisecondsOfDay);
}

/** Making a formatter takes many times as long as using it, and a table uses hundreds at once. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dateFormats, JSON.stringify([locale, options]), () => new Intl.DateTimeFormat(locale, options));
}

function numberFormat(locale: string | undefined, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numberFormats, JSON.stringify([locale, options]), () => new Intl.NumberFormat(locale, options));
}

function kept<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

const millisecondsOfDay = 86_400_000;

function asUtc(date: CalendarDate): Date {
  return new Date(Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1));
}

function plainNumber(value: number, fractionDigits: number, locale: string | undefined): string {
  return numberFormat(locale, { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits }).format(value);
}
