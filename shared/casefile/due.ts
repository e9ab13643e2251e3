import { daysAfter, firstDayOf } from '#shared/base/calendar-day.ts';
import type { DueChoice } from '#shared/casefile/caseload-filter.ts';

const daysOfAWeek = 7;

/** Whether a day is over; one given to the month or the year only is over when all of it is. */
export const isLate = (on: string, today: string): boolean => on < today.slice(0, on.length);

/** Whether the earliest of what is due is what is looked for: late, late or to be done within a week, or nothing at all. */
export function isDueAs(choice: DueChoice, due: { readonly on: string } | null, today: string): boolean {
  switch (choice) {
    case 'any':
      return true;
    case 'none':
      return due === null;
    case 'overdue':
      return due !== null && isLate(due.on, today);
    case 'week':
      return due !== null && firstDayOf(due.on) <= daysAfter(today, daysOfAWeek);
  }
}
