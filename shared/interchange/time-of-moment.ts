import type { Moment } from '#shared/casefile/moment.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/** A moment as other programs know times. A season is its year: which months it has depends on where the family lived. */
export function timeOfMoment(moment: Moment): TimeElement {
  switch (moment.kind) {
    case 'date':
      return { kind: 'date', date: moment.date };
    case 'season':
      return { kind: 'date', date: String(moment.year) };
    case 'age':
      return { kind: 'age', duration: moment.age };
  }
}
