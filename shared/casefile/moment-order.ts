import { assertNever } from '#shared/base/assert-never.ts';
import { ageInterval, ageUnitDays, dateInterval, dayCount, dayOf, type DayInterval } from '#shared/casefile/calendar-days.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import { durationInDays } from '#shared/phenotype/duration.ts';

/**
 * The calendar days that a moment may mean; null for an age where no birth date is known.
 *
 * Formula: a date, all days of its year, month or day. A season, its three calendar months: winter in the north and summer in the south from the December before. An age, from the first
 * possible birthday plus the age to the last plus one more of its smallest unit, less a day. "About" adds one unit as it was said (a year, a season, a
 * month, a week for a day) at either end.
 * Units: days since 1970-01-01, both ends included.
 * Source: meteorological seasons, Trenberth KE, 1983, "What are the seasons?", doi:10.1175/1520-0477(1983)064<1276:WATS>2.0.CO;2.
 * Assumes: the half of the world that the moment names, the northern where it names none.
 * Limits: how far "about" reaches is a convention of this program, not a measurement.
 */
export function momentInterval(moment: Moment, birthDate: string | null): DayInterval | null {
  const said = saidInterval(moment, birthDate);
  if (said === null || !moment.isAbout) return said;
  const margin = aboutDays(moment, said);
  return { from: said.from - margin, to: said.to + margin };
}

/**
 * Compares two moments in the order in which they are listed: below zero where the first comes before.
 *
 * It is total (any two are ordered or equal, and the order is transitive) and leaves equals as they were entered, since sorting is stable. It
 * respects the order of intervals: what surely ended before another began stands before it. Where intervals overlap, the one that may have begun
 * earlier goes first, and of two that begin together the more exact one: "1 January 2019" before "2019". "About" changes nothing. Ages without a birth
 * date come after everything with a place in the calendar, by age; what has no moment at all comes last.
 */
export function compareMoments(one: Moment | null, other: Moment | null, birthDate: string | null): number {
  const [left, right] = [placeOf(one, birthDate), placeOf(other, birthDate)];
  return left.rank - right.rank || left.from - right.from || left.to - right.to;
}

/** The records in the order of their moments; those of one moment stay as they were. */
export function sortByMoment<Item>(items: readonly Item[], momentOf: (item: Item) => Moment | null, birthDate: string | null): readonly Item[] {
  return items.toSorted((one, other) => compareMoments(momentOf(one), momentOf(other), birthDate));
}

/** A date as a moment that nobody doubts. */
export const exactly = (date: string): Moment => ({ kind: 'date', date, isAbout: false });

/** First month of each season; the one that begins in the December before its year has 0. */
const firstMonth = { north: { winter: 0, spring: 3, summer: 6, autumn: 9 }, south: { summer: 0, autumn: 3, winter: 6, spring: 9 } } as const;
/** How far "about" reaches around a single day. */
const aboutADay = 7;

function saidInterval(moment: Moment, birthDate: string | null): DayInterval | null {
  switch (moment.kind) {
    case 'date':
      return dateInterval(moment.date);
    case 'season': {
      const month = firstMonth[moment.hemisphere ?? 'north'][moment.season];
      return { from: dayOf(moment.year, month, 1), to: dayOf(moment.year, month + 3, 1) - 1 };
    }
    case 'age':
      return birthDate === null ? null : ageInterval(moment.age, birthDate);
    default:
      return assertNever(moment);
  }
}

function aboutDays(moment: Moment, said: DayInterval): number {
  return Math.max(aboutADay, Math.round(moment.kind === 'age' ? ageUnitDays(moment.age) : dayCount(said)));
}

function placeOf(moment: Moment | null, birthDate: string | null): DayInterval & { readonly rank: number } {
  if (moment === null) return { rank: 2, from: 0, to: 0 };
  const said = saidInterval(moment, birthDate);
  if (said !== null) return { rank: 0, ...said };
  const age = moment.kind === 'age' ? (durationInDays(moment.age) ?? 0) : 0;
  return { rank: 1, from: age, to: age };
}
