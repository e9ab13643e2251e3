import { formatNumber } from '#renderer/i18n/format.ts';
import { words } from '#renderer/i18n/words.ts';
import { yearsAndDays, type DayRange } from '#shared/casefile/odyssey-reckoning.ts';
import { daysPerMonth } from '#shared/phenotype/duration.ts';

/** `7 y 2 mo`, `5 mo`, `12 d`: a number of days as people say it. */
export function daysInWords(days: number): string {
  const { years, days: rest } = yearsAndDays(days);
  const months = Math.floor(rest / daysPerMonth);
  if (years > 0) return months === 0 || years >= 20 ? `${formatNumber(years)} y` : `${formatNumber(years)} y ${formatNumber(months)} mo`;
  return days >= 60 ? `${formatNumber(months)} mo` : `${formatNumber(days)} d`;
}

/** Both bounds where they are not said alike: `7 to 8 y`. */
export function rangeInWords({ least, most }: DayRange): string {
  const [low, high] = [daysInWords(least), daysInWords(most)];
  if (low === high) return low;
  const [lowYears, highYears] = [yearsAndDays(least).years, yearsAndDays(most).years];
  // Within a year the longer one is said as "about"; further apart, both in years.
  return highYears - lowYears >= 1 && most - least > 300 ? `${formatNumber(lowYears)}–${formatNumber(highYears)} y` : `~ ${high}`;
}

/** Exactly, in days. */
export function rangeInDays({ least, most }: DayRange): string {
  return least === most ? words.t('overview:number.days', { days: formatNumber(most) }) : words.t('overview:number.daysBetween', { least: formatNumber(least), most: formatNumber(most) });
}
