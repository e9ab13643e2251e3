import { assertNever } from '#shared/base/assert-never.ts';
import { hemisphereOf } from '#shared/casefile/hemisphere.ts';
import { isEnglish, languageOf } from '#shared/casefile/moment-language.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import { formatDuration } from '#shared/phenotype/age-text.ts';
import { parseDuration, type DurationParts } from '#shared/phenotype/duration.ts';

/**
 * The moment as the locale writes it: `12 Apr 2019`, `spring 2019`, `about 2017`, `age 3 y 2 mo`; `parseMoment` of the same locale reads it back. A season of the
 * other half of the world than that of the locale says so: `spring 2019 (southern hemisphere)`.
 */
export function formatMoment(moment: Moment, locale: string): string {
  const language = languageOf(locale);
  const said = saidMoment(moment, locale);
  return moment.isAbout ? language.about(said) : said;
}

/** A date known to the year, the month or the day, as the locale writes it. */
export function formatPartialDate(date: string, locale: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC', ...(month === undefined ? {} : { month: 'short' }), ...(day === undefined ? {} : { day: 'numeric' }) };
  return new Intl.DateTimeFormat(gregorian(locale), options).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** The locale with the calendar in which the dates are stored, whatever the country counts years by. */
export const gregorian = (locale: string): Intl.Locale => new Intl.Locale(locale, { calendar: 'gregory', numberingSystem: 'latn' });

export const agedUnits = ['years', 'months', 'weeks', 'days', 'hours'] as const satisfies readonly (keyof DurationParts)[];

function saidMoment(moment: Moment, locale: string): string {
  const language = languageOf(locale);
  switch (moment.kind) {
    case 'date':
      return formatPartialDate(moment.date, locale);
    case 'season': {
      const said = language.ofSeason(language.seasons[moment.season], moment.year);
      const hemisphere = moment.hemisphere ?? 'north';
      return hemisphere === hemisphereOf(locale) ? said : `${said} (${language.hemispheres[hemisphere]})`;
    }
    case 'age':
      return moment.age === 'P0D' ? language.atBirth : language.age(saidAge(moment.age, locale));
    default:
      return assertNever(moment);
  }
}

/** In English as clinicians abbreviate; elsewhere by the units of the locale. */
function saidAge(age: string, locale: string): string {
  const parts = parseDuration(age);
  if (isEnglish(locale) || parts === null) return formatDuration(age);
  const said = agedUnits.filter((unit) => parts[unit] > 0).map((unit) => unitFormat(locale, unit).format(parts[unit]));
  return said.length === 0 ? unitFormat(locale, 'days').format(0) : said.join(' ');
}

export function unitFormat(locale: string, unit: (typeof agedUnits)[number], unitDisplay: 'short' | 'long' = 'long'): Intl.NumberFormat {
  return new Intl.NumberFormat(gregorian(locale), { style: 'unit', unit: unit.slice(0, -1), unitDisplay, maximumFractionDigits: 10, useGrouping: false });
}
