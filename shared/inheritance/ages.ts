import type { Individual } from '#shared/pedigree/individual.ts';
import { daysPerYear, durationInDays } from '#shared/phenotype/duration.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';
import { onsetClasses } from '#shared/phenotype/onset-class.ts';

type Dated = Pick<Individual, 'birthDate' | 'deathDate' | 'ageAtDeath' | 'ageAtLastEncounter' | 'vitalStatus'>;

/** Age to which a person is known to have lived, in years: at death, when last seen, else on `today`. Null where nothing says it. */
export function ageInYears(person: Dated, today: string | null): number | null {
  if (person.ageAtDeath !== null) return yearsOf(person.ageAtDeath);
  if (person.birthDate !== null && person.deathDate !== null) return yearsBetween(person.birthDate, person.deathDate);
  if (person.ageAtLastEncounter !== null) return yearsOf(person.ageAtLastEncounter);
  return person.vitalStatus === 'alive' && person.birthDate !== null && today !== null ? yearsBetween(person.birthDate, today) : null;
}

/** Age at which something began, in years; the middle of a range, the beginning of a class of onset. Null where it cannot be told. */
export function onsetInYears(onset: TimeElement | null, birthDate: string | null): number | null {
  switch (onset?.kind) {
    case 'age':
      return yearsOf(onset.duration);
    case 'age-range': {
      const [start, end] = [yearsOf(onset.start), yearsOf(onset.end)];
      return start === null || end === null ? null : (start + end) / 2;
    }
    case 'gestation':
      return 0;
    case 'term': {
      const days = onsetClasses.find(({ termId }) => termId === onset.termId)?.fromDays;
      return days === undefined ? null : Math.max(0, days / daysPerYear);
    }
    case 'date':
      return birthDate === null ? null : yearsBetween(birthDate, onset.date);
    case 'date-range': {
      if (birthDate === null) return null;
      return (yearsBetween(birthDate, onset.start) + yearsBetween(birthDate, onset.end)) / 2;
    }
    case undefined:
      return null;
  }
}

function yearsOf(duration: string): number | null {
  const days = durationInDays(duration);
  return days === null ? null : days / daysPerYear;
}

/** Between two dates that may be known to the year or month only, each taken at the middle of what it says; never below 0. */
function yearsBetween(from: string, to: string): number {
  return Math.max(0, decimalYear(to) - decimalYear(from));
}

function decimalYear(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return year + 0.5;
  return year + (month - 1 + (day === undefined ? 0.5 : (day - 0.5) / 31)) / 12;
}
