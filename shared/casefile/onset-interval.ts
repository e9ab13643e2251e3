import { assertNever } from '#shared/base/assert-never.ts';
import { ageInterval, dateInterval, type DayInterval } from '#shared/casefile/calendar-days.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';
import { onsetClasses } from '#shared/phenotype/onset-class.ts';

/** Days of a full pregnancy, 40 weeks from the last period (onset-class.ts counts from the same). */
const pregnancyDays = 280;

/**
 * The calendar days on which a feature may have begun or ended; null where an age has no birth date to count from, or the term bounds no age.
 * Limits: an onset term without an end of its own, such as adult onset, gives its first day only.
 */
export function onsetInterval(time: TimeElement, birthDate: string | null): DayInterval | null {
  switch (time.kind) {
    case 'date':
      return dateInterval(time.date);
    case 'date-range':
      return { from: dateInterval(time.start).from, to: dateInterval(time.end).to };
    case 'age':
      return birthDate === null ? null : ageInterval(time.duration, birthDate);
    case 'age-range':
      return spanning(birthDate === null ? null : ageInterval(time.start, birthDate), birthDate === null ? null : ageInterval(time.end, birthDate));
    case 'gestation':
      return birthDate === null ? null : shifted(dateInterval(birthDate), time.weeks * 7 + time.days - pregnancyDays);
    case 'term': {
      const onset = onsetClasses.find(({ termId }) => termId === time.termId);
      return birthDate === null || onset === undefined ? null : shifted(dateInterval(birthDate), Math.round(onset.fromDays));
    }
    default:
      return assertNever(time);
  }
}

const shifted = ({ from, to }: DayInterval, days: number): DayInterval => ({ from: from + days, to: to + days });
const spanning = (first: DayInterval | null, last: DayInterval | null): DayInterval | null => (first === null || last === null ? null : { from: first.from, to: last.to });
