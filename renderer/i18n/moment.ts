import { formatDate } from '#renderer/i18n/format.ts';
import { isoDay, type DayInterval } from '#shared/casefile/calendar-days.ts';
import type { Hemisphere } from '#shared/casefile/hemisphere.ts';
import { parseMoment, writesDayFirst } from '#shared/casefile/moment-text.ts';
import { formatMoment } from '#shared/casefile/moment-words.ts';
import type { Moment } from '#shared/casefile/moment.ts';

/** Moments in the language of the system. */
export const systemLocale = (): string => new Intl.DateTimeFormat().resolvedOptions().locale;
export const momentText = (moment: Moment): string => formatMoment(moment, systemLocale());
export const readMoment = (text: string, today: string, hemisphere: Hemisphere): ReturnType<typeof parseMoment> => parseMoment(text, { locale: systemLocale(), today, hemisphere });
export const isDayFirst = (): boolean => writesDayFirst(systemLocale());

/** `1 Mar 2019 to 31 May 2019`; one day once. */
export function daysText({ from, to }: DayInterval): readonly [string, string] {
  return [formatDate(isoDay(from)), formatDate(isoDay(to))];
}
