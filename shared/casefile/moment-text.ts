import { refusal, success, type Result } from '#shared/base/result.ts';
import { hemisphereOf, hemispheres, type Hemisphere } from '#shared/casefile/hemisphere.ts';
import { english, languageOf, type MomentLanguage } from '#shared/casefile/moment-language.ts';
import { seasons, type Moment } from '#shared/casefile/moment.ts';
import { agedUnits, gregorian, unitFormat } from '#shared/casefile/moment-words.ts';
import { parseAgeText } from '#shared/phenotype/age-text.ts';
import { isCalendarDate } from '#shared/phenotype/duration.ts';

/** Why a typed moment could not be read. The screen has the words for each. */
export type MomentTextProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-understood' }
  /** A day and a month without a year. */
  | { readonly kind: 'no-year' }
  /** A bare number: an age needs its unit, a date its month. */
  | { readonly kind: 'no-unit' }
  /** 31 April. */
  | { readonly kind: 'no-such-day' }
  /** Not between 1850 and 2199, or older than people get. */
  | { readonly kind: 'out-of-range' };

export interface MomentReading {
  readonly moment: Moment;
  /** The other way to read day and month, where the digits allow both. */
  readonly otherwise: Moment | null;
}

export interface MomentContext {
  /** BCP 47; decides the order of day and month, and which month and season words are known besides the English ones. */
  readonly locale: string;
  /** YYYY-MM-DD, for "now". */
  readonly today: string;
  /** In which half of the world seasons are meant where the text does not say; absent: that of the locale. */
  readonly hemisphere?: Hemisphere | undefined;
}

type Reading = Result<MomentReading, MomentTextProblem>;

/**
 * Reads when something was, as people type it: `2019`, `March 2019`, `12.3.2019`, `3/4/2019` in the order of the locale, `12 March 2019`,
 * `spring 2019`, `winter 2018/19`, `age 3`, `3 y 2 m`, `at birth`, `about 2017`, `early 2019`, `now`. Dots are day first everywhere.
 */
export function parseMoment(text: string, context: MomentContext): Reading {
  const language = languageOf(context.locale);
  const tidied = plainDigits(text).trim().toLowerCase().replace(/\s+/gu, ' ').replace(/[–—]/gu, '-').replace(/[,;.]+$/u, '').trim();
  if (tidied === '') return refusal({ kind: 'empty' });
  const { rest, isAbout } = withoutAbout(tidied, [language, english]);
  const reading = readMoment(rest.replace(/^(?:in|on|since|from) (?=\S)/u, ''), context, language);
  if (!reading.ok) return reading;
  const { moment, otherwise } = reading.value;
  const marked = (plain: Moment): Moment => ({ ...plain, isAbout: isAbout || plain.isAbout });
  return success({ moment: marked(moment), otherwise: otherwise === null ? null : marked(otherwise) });
}

/** True where the locale writes the day before the month. */
export function writesDayFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(gregorian(locale), { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' }).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('day') < parts.indexOf('month');
}

const certain = (moment: Moment): Reading => success({ moment, otherwise: null });
const dated = (date: string, isAbout = false): Moment => ({ kind: 'date', date, isAbout });

function withoutAbout(text: string, languages: readonly MomentLanguage[]): { readonly rest: string; readonly isAbout: boolean } {
  for (const { aboutPattern } of languages) {
    const rest = text.replace(aboutPattern, '').replace(aboutPattern, '').trim();
    if (rest !== text && rest !== '') return { rest, isAbout: true };
  }
  // "Early 2019" is no quarter that anybody agreed upon: the year, less surely.
  const vague = /^(?:early|mid|late|(?:the )?(?:beginning|start|middle|end) of)[ -](?:in )?(.+)$/u.exec(text)?.[1];
  return vague === undefined ? { rest: text, isAbout: false } : { rest: vague, isAbout: true };
}

function readMoment(text: string, context: MomentContext, language: MomentLanguage): Reading {
  if ([...english.today, ...language.today].includes(text)) return certain(dated(context.today));
  if (/^(?:at |from |since )?birth$|^newborn$/u.test(text) || text === language.atBirth.toLowerCase()) return certain({ kind: 'age', age: 'P0D', isAbout: false });
  return readSeason(text, context, language) ?? readNamedMonth(text, context.locale) ?? readDigits(text, context.locale) ?? readAge(text, context.locale, language);
}

function readSeason(whole: string, context: MomentContext, language: MomentLanguage): Reading | null {
  const { text, hemisphere } = withoutHemisphere(whole, [language, english]);
  const words = [language, english].flatMap((one) => [...seasons.map((season) => [one.seasons[season].toLowerCase(), season] as const), ...Object.entries(one.seasonWords)]);
  const found = words.find(([word]) => text.startsWith(word) || text.endsWith(word));
  if (found === undefined) return null;
  const rest = text.replace(found[0], '').replace(/^ (?:of|in) /u, '').trim();
  const match = /^(\d{4})年?(?:[/-](\d{2}|\d{4}))?$/u.exec(rest);
  if (match === null) return refusal({ kind: /\d{4}/u.test(rest) ? 'not-understood' : 'no-year' });
  const year = Number(match[1]);
  // "Winter 2018/19", a summer in the south, is the one that ends in 2019; other seasons do not span two years.
  const half = hemisphere ?? context.hemisphere ?? hemisphereOf(context.locale);
  const until = match[2] === undefined ? year : year - (year % 10 ** match[2].length) + Number(match[2]);
  if (until !== year && (found[1] !== (half === 'north' ? 'winter' : 'summer') || until !== year + 1)) return refusal({ kind: 'not-understood' });
  return isYear(until) ? certain({ kind: 'season', year: until, season: found[1], ...(half === 'south' ? { hemisphere: half } : {}), isAbout: false }) : refusal({ kind: 'out-of-range' });
}

function withoutHemisphere(text: string, languages: readonly MomentLanguage[]): { readonly text: string; readonly hemisphere: Hemisphere | null } {
  for (const language of languages) {
    for (const hemisphere of hemispheres) {
      const ending = `(${language.hemispheres[hemisphere].toLowerCase()})`;
      if (text.endsWith(ending)) return { text: text.slice(0, -ending.length).trim(), hemisphere };
    }
  }
  return { text, hemisphere: null };
}

function readNamedMonth(text: string, locale: string): Reading | null {
  const month = monthNames(locale).findLast(({ pattern }) => pattern.test(text));
  if (month === undefined) return null;
  const rest = text.replace(month.name, ' ').replace(/(\d)(?:st|nd|rd|th)\b/u, '$1').replace(/\b(?:of|the)\b/gu, ' ').replace(/[.,/-]/gu, ' ').trim().split(/\s+/u);
  if (rest.some((piece) => !/^\d*$/u.test(piece)) || rest.length > 2) return refusal({ kind: 'not-understood' });
  const year = rest.find((piece) => piece.length === 4);
  const day = rest.find((piece) => piece.length === 1 || piece.length === 2);
  if (year === undefined) return refusal({ kind: 'no-year' });
  if (rest.length === 2 && day === undefined) return refusal({ kind: 'not-understood' });
  return builtDate(Number(year), month.month, day === undefined ? null : Number(day));
}

/** Dates in digits. Null where the digits are an age or nothing. */
function readDigits(text: string, locale: string): Reading | null {
  const kanji = /^(\d{4})年(?:\s*(\d{1,2})月(?:\s*(\d{1,2})日)?)?$/u.exec(text);
  const yearFirst = kanji ?? /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(text);
  if (yearFirst !== null) return builtDate(Number(yearFirst[1]), yearFirst[2] === undefined ? null : Number(yearFirst[2]), yearFirst[3] === undefined ? null : Number(yearFirst[3]));
  const monthOnly = /^(\d{1,2})[-/.](\d{4})$/u.exec(text);
  if (monthOnly !== null) return builtDate(Number(monthOnly[2]), Number(monthOnly[1]), null);
  const full = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})$/u.exec(text);
  if (full !== null) return readFullDate(Number(full[1]), Number(full[3]), Number(full[4]), full[2] === '.' || writesDayFirst(locale), full[2] === '.');
  if (/^\d{1,2}[-/.]\d{1,2}\.?$/u.test(text)) return refusal({ kind: 'no-year' });
  return null;
}

function readFullDate(first: number, second: number, year: number, isDayFirst: boolean, isSettled: boolean): Reading {
  const dayFirst = builtDate(year, second, first);
  const monthFirst = builtDate(year, first, second);
  const [meant, other] = isDayFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (!meant.ok) return isSettled || !other.ok ? meant : other;
  return success({ moment: meant.value.moment, otherwise: other.ok && !isSettled && first !== second ? other.value.moment : null });
}

function readAge(text: string, locale: string, language: MomentLanguage): Reading {
  const named = text.replace(english.agePattern, '').replace(language.agePattern, '');
  const plain = inEnglishUnits(named, locale);
  const saysAge = named !== text;
  const read = parseAgeText(saysAge && /^\d+(?:[.,]\d+)?$/u.test(plain) ? `${plain} y` : plain);
  if (read.ok && read.value.kind === 'age') return certain({ kind: 'age', age: read.value.duration, isAbout: false });
  if (read.ok) return refusal({ kind: 'not-understood' });
  return refusal({ kind: read.error.kind === 'no-unit' || read.error.kind === 'out-of-range' ? read.error.kind : 'not-understood' });
}

function builtDate(year: number, month: number | null, day: number | null): Reading {
  if (!isYear(year)) return refusal({ kind: 'out-of-range' });
  if (month === null) return certain(dated(String(year)));
  if (month < 1 || month > 12) return refusal({ kind: 'no-such-day' });
  const written = `${year}-${twoDigits(month)}`;
  if (day === null) return certain(dated(written));
  const complete = `${written}-${twoDigits(day)}`;
  return isCalendarDate(complete) ? certain(dated(complete)) : refusal({ kind: 'no-such-day' });
}

/** Digits as typed on a Japanese keyboard become plain ones; "3½" becomes "3.5". */
function plainDigits(text: string): string {
  const decimals: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' };
  return text.replace(/(\d?)\s*([½¼¾])/gu, (_whole, digit: string, fraction: string) => `${digit === '' ? '0' : digit}.${decimals[fraction] ?? ''}`).normalize('NFKC');
}

const isYear = (year: number): boolean => year >= 1850 && year <= 2199;
const twoDigits = (value: number): string => String(value).padStart(2, '0');

interface MonthName {
  readonly name: string;
  /** The name as a word of its own. */
  readonly pattern: RegExp;
  readonly month: number;
}
/** Asking Intl for words takes a thousand times as long as looking them up, and every key press reads the text again. */
const monthNamesOf = new Map<string, readonly MonthName[]>();
const unitWordsOf = new Map<string, readonly UnitWord[]>();

/** Names of months with their numbers, shorter ones first, so that the last that fits is the longest. */
function monthNames(locale: string): readonly MonthName[] {
  const known = monthNamesOf.get(locale);
  if (known !== undefined) return known;
  const names = new Map<string, number>();
  for (const tag of ['en-GB', 'en-US', locale]) {
    for (const style of ['short', 'long'] as const) {
      for (const withDay of [{}, { day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(gregorian(tag), { month: style, timeZone: 'UTC', ...withDay });
        for (let month = 0; month < 12; month += 1) {
          const name = format.formatToParts(Date.UTC(2001, month, 1)).find(({ type }) => type === 'month')?.value.toLowerCase().replace(/\.$/u, '') ?? '';
          if (/^\p{L}{3,}$/u.test(name)) names.set(name, month + 1);
        }
      }
    }
  }
  const sorted = [...names].toSorted(([one], [other]) => one.length - other.length).map(([name, month]) => ({ name, pattern: new RegExp(`(?:^|[^\\p{L}])${name}(?:$|[^\\p{L}])`, 'u'), month }));
  monthNamesOf.set(locale, sorted);
  return sorted;
}

interface UnitWord {
  readonly pattern: RegExp;
  readonly short: string;
}

/** Units of age in the words of the locale become those that `parseAgeText` knows. */
function inEnglishUnits(text: string, locale: string): string {
  return unitWords(locale).reduce((plain, { pattern, short }) => plain.replace(pattern, `$1 ${short}`), text);
}

function unitWords(locale: string): readonly UnitWord[] {
  const known = unitWordsOf.get(locale);
  if (known !== undefined) return known;
  const words = agedUnits.flatMap((unit) => {
    const said = (['long', 'short'] as const).flatMap((display) => [1, 2].map((count) => unitFormat(locale, unit, display).format(count).replace(/[\d\s]/gu, '').toLowerCase()));
    const longestFirst = [...new Set(said)].filter((word) => word !== '' && !/^[a-z]$/u.test(word)).toSorted((one, other) => other.length - one.length);
    return longestFirst.map((word) => ({ pattern: new RegExp(`(\\d)\\s*${word.replaceAll('.', '\\.')}n?(?=$|[\\s\\d,])`, 'u'), short: shortUnits[unit] }));
  });
  unitWordsOf.set(locale, words);
  return words;
}

const shortUnits = { years: 'y', months: 'mo', weeks: 'wk', days: 'd', hours: 'h' } as const satisfies Readonly<Record<(typeof agedUnits)[number], string>>;
