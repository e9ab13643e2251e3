import { assertNever } from '#shared/base/assert-never.ts';
import { durationInDays } from '#shared/phenotype/age-text.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

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
      return firstDayOfClass[onset.termId] ?? null;
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
const year = 365.25;

/** Ends of the stages, as the HPO defines its classes: neonatal to 28 days, infantile to 1 year, childhood to 5, juvenile to 16. */
const stageEnds: readonly (readonly [number, OnsetStage])[] = [
  [28, 'neonatal'],
  [year, 'infantile'],
  [5 * year, 'childhood'],
  [16 * year, 'juvenile'],
];

/** First day of each HPO onset class and its subclasses, for putting findings in order. */
const firstDayOfClass: Readonly<Record<string, number>> = {
  'HP:0030674': -termPregnancyDays,
  'HP:0011460': -termPregnancyDays,
  'HP:0011461': -termPregnancyDays + 77,
  'HP:0034199': -termPregnancyDays + 1,
  'HP:0034198': -termPregnancyDays + 98,
  'HP:0034197': -termPregnancyDays + 196,
  'HP:0003577': 0,
  'HP:0003623': 1,
  'HP:0003593': 28,
  'HP:0011463': year,
  'HP:0003621': 5 * year,
  'HP:0003581': 16 * year,
  'HP:0011462': 16 * year,
  'HP:0025708': 16 * year,
  'HP:0025709': 19 * year,
  'HP:0025710': 25 * year,
  'HP:0003596': 40 * year,
  'HP:0003584': 60 * year,
};

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
