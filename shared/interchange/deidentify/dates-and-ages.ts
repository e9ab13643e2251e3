import { daysAfter, firstDayOf } from '#shared/base/calendar-day.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import { removed, type Treatment, type TreatmentContext } from '#shared/interchange/deidentify/treatment.ts';
import { ageBetween, durationInDays, isCalendarDate, parseDuration } from '#shared/phenotype/duration.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/** All ages over 89 are one class: 45 CFR 164.514(b)(2)(i)(C). */
export const oldestToldYears = 89;
const oldestClass = `P${String(oldestToldYears + 1)}Y`;

/** A date as its year, the only part of it that may stay (45 CFR 164.514(b)(2)(i)(C)); or moved by the family's own number of days. */
export const treatDate: Treatment<string> = (date, context, where) => removed('date', date, tellableDate(date, context), context, where);
export const treatDateOrNull: Treatment<string | null> = (date, context, where) => (date === null ? null : treatDate(date, context, where));

/** When a record was written: the beginning of its year, since the vault wants an instant there. No writer prints it beside an export of these levels. */
export const treatInstant: Treatment<string> = (instant) => `${instant.slice(0, 4)}-01-01T00:00:00.000Z`;

export const treatAge: Treatment<string> = (age, context, where) => removed('age', age, tellableAge(age, context), context, where);
export const treatAgeOrNull: Treatment<string | null> = (age, context, where) => (age === null ? null : treatAge(age, context, where));

/** A date within a life becomes the age at it, where the birth is known well enough. */
export const treatTimeOrNull: Treatment<TimeElement | null> = (time, context, where) => (time === null ? null : treatTime(time, context, where));
const treatTime: Treatment<TimeElement> = (time, context, where) => {
  switch (time.kind) {
    case 'age':
      return { ...time, duration: treatAge(time.duration, context, where) };
    case 'age-range':
      return { ...time, start: treatAge(time.start, context, where), end: treatAge(time.end, context, where) };
    case 'gestation':
      return time;
    case 'term':
      return { ...time, label: context.nameOfCode(time.termId) ?? time.termId };
    case 'date': {
      const age = ageOn(time.date, context);
      return age === null ? { ...time, date: treatDate(time.date, context, where) } : { kind: 'age', duration: removed('date', time.date, tellableAge(age, context), context, where) };
    }
    case 'date-range': {
      const [start, end] = [ageOn(time.start, context), ageOn(time.end, context)];
      if (start === null || end === null) return { ...time, start: treatDate(time.start, context, where), end: treatDate(time.end, context, where) };
      removed('date', `${time.start} to ${time.end}`, `${start} to ${end}`, context, where);
      return { kind: 'age-range', start: tellableAge(start, context), end: tellableAge(end, context) };
    }
  }
};

export const treatMomentOrNull: Treatment<Moment | null> = (moment, context, where) => {
  if (moment === null) return null;
  if (moment.kind === 'age') return { ...moment, age: treatAge(moment.age, context, where) };
  if (moment.kind === 'season') return { kind: 'date', date: removed('date', `${moment.season} ${String(moment.year)}`, String(moment.year), context, where), isAbout: moment.isAbout };
  const age = ageOn(moment.date, context);
  if (age === null) return { ...moment, date: treatDate(moment.date, context, where) };
  return { kind: 'age', age: removed('date', moment.date, tellableAge(age, context), context, where), isAbout: moment.isAbout };
};

/** Years and months from birth to a day; null where dates are moved and therefore stay, or one of the two is not known to the day. */
export function ageOn(day: string, { birthDate, shiftDays }: Pick<TreatmentContext, 'birthDate' | 'shiftDays'>): string | null {
  if (shiftDays !== null || birthDate === null || !isCalendarDate(day)) return null;
  const age = ageBetween(birthDate, day);
  const parts = age === null ? null : parseDuration(age);
  if (parts === null) return null;
  const written = `${parts.years > 0 ? `${String(parts.years)}Y` : ''}${parts.months > 0 ? `${String(parts.months)}M` : ''}`;
  return written === '' ? 'P0M' : `P${written}`;
}

/** Whether an age belongs to the class of those over 89. */
export const isOverOldest = (age: string): boolean => (parseDuration(age)?.years ?? 0) > oldestToldYears || (durationInDays(age) ?? 0) >= (oldestToldYears + 1) * 365.25;

export const tellableAge = (age: string, { level }: Pick<TreatmentContext, 'level'>): string => (level === 'deidentified' && isOverOldest(age) ? oldestClass : age);

/** A moved date keeps its exactness: of a month the month in which its first day then lies. */
export function tellableDate(date: string, { shiftDays }: Pick<TreatmentContext, 'shiftDays'>): string {
  return shiftDays === null ? date.slice(0, 'YYYY'.length) : daysAfter(firstDayOf(date), shiftDays).slice(0, date.length);
}
