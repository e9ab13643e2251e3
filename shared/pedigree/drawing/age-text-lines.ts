import type { IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';
import type { Gestation, Individual } from '#shared/pedigree/individual.ts';
import { ageBetween, daysPerYear, durationInDays, parseDuration, type DurationParts } from '#shared/phenotype/duration.ts';

/** Below this age months are told too. */
const monthsUntilYears = 10;
/** Ages above this are one category (HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i)(C)). */
const oldestToldAge = 89;

/** Nobody is documented to have lived longer (Calment, 122 years): who would be older has died without anybody saying so. */
const oldestLikelyAge = 122;

/** An age as it stands under a symbol: `34y`, `4 y 2 mo`, `4 mo`, `3 wk`, `5 d`. */
export function ageWords(duration: string, level: IdentificationLevel): string {
  const parts = parseDuration(duration);
  if (parts === null) return '';
  const years = Math.floor((durationInDays(duration) ?? 0) / daysPerYear + 1e-9);
  if (level === 'deidentified' && years > oldestToldAge) return '90+';
  const whole = Math.max(parts.years, years);
  if (whole >= monthsUntilYears) return `${String(whole)}y`;
  if (parts.years >= 1) return parts.months >= 1 ? `${String(Math.floor(parts.years))} y ${String(Math.floor(parts.months))} mo` : `${String(Math.floor(parts.years))}y`;
  return shortAge(parts);
}

/** Weeks of gestation: `16 wk`, `8+3 wk`. */
export const gestationWords = ({ weeks, days }: Gestation): string => `${String(weeks)}${days === 0 ? '' : `+${String(days)}`} wk`;

/** Age, or year of birth; year or age of death. At most one line each for life and death. */
export function ageLines(individual: Individual, level: IdentificationLevel, today: string | null): readonly string[] {
  if (individual.vitalStatus === 'deceased') return [deathLine(individual, level)];
  // Of whom nobody knows whether they live, an age that was told once may stand, and none that is reckoned for today.
  const age = individual.vitalStatus === 'unknown' ? toldAge(individual, level, today) : livingAge(individual, level, today);
  return age === null ? birthLine(individual, level) : [age];
}

function shortAge(parts: DurationParts): string {
  if (parts.months >= 1) return `${String(Math.floor(parts.months))} mo`;
  const days = parts.weeks * 7 + parts.days;
  if (parts.weeks >= 1 || days >= 28) return `${String(Math.floor(days / 7))} wk`;
  if (days >= 1) return `${String(Math.floor(days))} d`;
  return parts.hours >= 1 ? `${String(parts.hours)} h` : '0 d';
}

function birthLine({ birthDate }: Individual, level: IdentificationLevel): readonly string[] {
  return birthDate !== null && level === 'full' ? [`b. ${birthDate.slice(0, 4)}`] : [];
}

function livingAge(individual: Individual, level: IdentificationLevel, today: string | null): string | null {
  const { birthDate } = individual;
  if (birthDate !== null && today !== null) {
    const age = ageBetween(birthDate, today);
    if (age !== null) return (durationInDays(age) ?? 0) > oldestLikelyAge * daysPerYear ? null : ageWords(age, level);
    if (level !== 'full') return aboutYears(birthDate, today, level);
  }
  return toldAge(individual, level, today);
}

/** The age when last seen, where no birth date says more. */
function toldAge({ birthDate, ageAtLastEncounter, ageRecordedOn }: Individual, level: IdentificationLevel, today: string | null): string | null {
  if (ageAtLastEncounter === null || birthDate !== null) return null;
  const words = ageWords(ageAtLastEncounter, level);
  const recordedIn = ageRecordedOn?.slice(0, 4);
  // An age of another year is no age of today.
  return level !== 'full' || recordedIn === undefined || recordedIn === today?.slice(0, 4) ? words : `${words} in ${recordedIn}`;
}

/** From years alone the age is known to one year. */
function aboutYears(birth: string, day: string, level: IdentificationLevel): string | null {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return years < 0 || years > oldestLikelyAge ? null : `~${ageWords(`P${String(years)}Y`, level)}`;
}

function deathLine({ birthDate, deathDate, ageAtDeath }: Individual, level: IdentificationLevel): string {
  const exact = ageAtDeath ?? (birthDate !== null && deathDate !== null ? ageBetween(birthDate, deathDate) : null);
  const age = exact === null ? (birthDate !== null && deathDate !== null ? aboutYears(birthDate, deathDate, level) : null) : ageWords(exact, level);
  const year = level === 'full' && deathDate !== null ? deathDate.slice(0, 4) : null;
  return ['d.', [year, age].filter((part) => part !== null).join(', ')].filter((part) => part !== '').join(' ');
}
