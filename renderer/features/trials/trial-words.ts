import { formatNumber } from '#renderer/i18n/format.ts';
import { words } from '#renderer/i18n/words.ts';
import type { StudyFit } from '#shared/trial/fit-study.ts';
import type { VerdictCounts } from '#shared/trial/judge-study.ts';
import type { NearestSite } from '#shared/trial/match-studies.ts';
import type { StudyPhase, StudyStatus } from '#shared/trial/study.ts';

export const statusWords = (status: StudyStatus | null): string => words.t(`trials:status.${status ?? 'none'}`);

export const phaseWords = (phases: readonly StudyPhase[]): string => phases.filter((phase) => phase !== 'NA').map((phase) => words.t(`trials:phase.${phase}`)).join(', ');

/** `7 met · 1 not met · 12 to ask`: what has to be asked is always said. */
export const countWords = ({ met, notMet, ask }: VerdictCounts): string => words.t('trials:counts', { met: formatNumber(met), notMet: formatNumber(notMet), ask: formatNumber(ask) });

export function siteWords(nearest: NearestSite | null): string {
  if (nearest === null) return words.t('trials:site.none');
  const place = [nearest.site.city, nearest.site.country].filter((part) => part !== '').join(', ') || nearest.site.facility;
  return nearest.km === null ? place : words.t('trials:site.far', { place, km: formatNumber(Math.round(nearest.km)) });
}

export const fitWords = ({ kind, by }: StudyFit): string => words.t(`trials:fit.${kind}`, { by });
