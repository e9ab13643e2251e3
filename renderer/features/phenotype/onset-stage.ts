import { assertNever } from '#shared/base/assert-never.ts';
import { daysPerYear, durationInDays } from '#shared/phenotype/duration.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';
import { onsetClasses } from '#shared/phenotype/onset-class.ts';

/** Stages of life after the onset classes of the HPO, in their order. */
export const onsetStages = ['before-birth', 'birth', 'neonatal', 'infantile', 'childhood', 'juvenile', 'adult', 'unknown'] as const;
export type OnsetStage = (typeof onsetStages)[number];

/** Days since birth at which something began, below zero before birth; null where no age can be told. A range counts from its start. */
export function onsetInDays(onset: TimeElement | null, birthDate: string | null): number | null {
  if (onset === null) return null;
  switch (onset.kind) {
    case 'age':
      return durationInDays(onset.duration);
    case 'age-range':
      return durationInDays(onset.start);
    case 'gestation':
      return onset.weeks * 7 + onset.days - termPregnancyDays;
    case 'term':
      return firstDayOfClass.get(onset.termId) ?? null;
    case 'date':
      return daysBetween(birthDate, onset.date);
    case 'date-range':
      return daysBetween(birthDate, onset.start);
    default:
      return assertNever(onset);
  }
}

/** The stage of life in which something began. */
export function onsetStage(onset: TimeElement | null, birthDate: string | null): OnsetStage {
  const days = onsetInDays(onset, birthDate);
  if (days === null) return 'unknown';
  if (days < 0) return 'before-birth';
  if (days < 1) return 'birth';
  return stageEnds.find(([end]) => days < end)?.[1] ?? 'adult';
}

/** 40 weeks after the first day of the last menstruation. */
const termPregnancyDays = 280;

/** Ends of the stages, as the HPO defines its classes: neonatal to 28 days, infantile to 1 year, childhood to 5, juvenile to 16. */
const stageEnds: readonly (readonly [number, OnsetStage])[] = [
  [28, 'neonatal'],
  [daysPerYear, 'infantile'],
  [5 * daysPerYear, 'childhood'],
  [16 * daysPerYear, 'juvenile'],
];

const neonatalOnset = 'HP:0003623';
/** Reaches from 28 days to 16 years: no stage of it can be told. */
const pediatricOnset = 'HP:0410280';
/** First day of each onset class, for putting findings in order. Neonatal onset comes after what was there at birth. */
const firstDayOfClass: ReadonlyMap<string, number> = new Map(
  onsetClasses.filter(({ termId }) => termId !== pediatricOnset).map(({ termId, fromDays }) => [termId, termId === neonatalOnset ? 1 : fromDays]),
);

/** Whole days between two dates that may be known to the year or month only; null where either is too vague to tell. */
function daysBetween(from: string | null, to: string): number | null {
  if (from === null) return null;
  const [start, end] = [firstDay(from), firstDay(to)];
  if (start === null || end === null) return null;
  // With a year alone on either side the day of birth itself cannot be meant, only "that year".
  return Math.max(0, Math.round((end - start) / 86_400_000));
}

function firstDay(date: string): number | null {
  const full = date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
  const milliseconds = Date.parse(`${full}T00:00:00Z`);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}
