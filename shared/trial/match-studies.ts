import { distanceKm } from '#shared/trial/distance.ts';
import { fitKinds, fitOf, type StudyFit, type StudyQuestion } from '#shared/trial/fit-study.ts';
import { countVerdicts, type JudgedCriterion, type VerdictCounts } from '#shared/trial/judge-study.ts';
import { openStatuses, type GeoPoint, type Study, type StudySite } from '#shared/trial/study.ts';

/** A site and how far it is from the family; null where one of the two places is not known. */
export interface NearestSite {
  readonly site: StudySite;
  readonly km: number | null;
}

export interface StudyMatch {
  readonly study: Study;
  readonly fit: StudyFit;
  readonly nearest: NearestSite | null;
  readonly criteria: readonly JudgedCriterion[];
  readonly counts: VerdictCounts;
}

/** Holds the criteria of a study against the patient. */
export type JudgeCriteria = (study: Study) => readonly JudgedCriterion[];

/** The studies that concern the question, judged, best first: by the kind of fit, then those that take participants, then those that nothing rules out, then the nearest. */
export function matchStudies(studies: Iterable<Study>, question: StudyQuestion, place: GeoPoint | null, judge: JudgeCriteria): readonly StudyMatch[] {
  const matches: StudyMatch[] = [];
  for (const study of studies) {
    const fit = fitOf(study, question);
    if (fit !== null) matches.push(matchStudy(study, fit, place, judge));
  }
  return matches.sort(compareMatches);
}

export function matchStudy(study: Study, fit: StudyFit, place: GeoPoint | null, judge: JudgeCriteria): StudyMatch {
  const criteria = judge(study);
  return { study, fit, criteria, counts: countVerdicts(criteria), nearest: nearestSite(study, place) };
}

/** The nearest site that takes participants, else the nearest of all. Without a place, the first. */
export function nearestSite(study: Study, place: GeoPoint | null): NearestSite | null {
  const open = study.sites.filter(({ status }) => status === null || openStatuses.includes(status));
  const sites = (open.length > 0 ? open : study.sites).map((site): NearestSite => ({ site, km: place === null || site.point === null ? null : distanceKm(place, site.point) }));
  return sites.reduce<NearestSite | null>((best, site) => (best === null || (site.km ?? Number.POSITIVE_INFINITY) < (best.km ?? Number.POSITIVE_INFINITY) ? site : best), null);
}

export const isOpen = ({ status }: Study): boolean => status !== null && openStatuses.includes(status);

function compareMatches(one: StudyMatch, other: StudyMatch): number {
  return (
    fitKinds.indexOf(one.fit.kind) - fitKinds.indexOf(other.fit.kind) ||
    Number(isOpen(other.study)) - Number(isOpen(one.study)) ||
    Number(one.counts.notMet > 0) - Number(other.counts.notMet > 0) ||
    (one.nearest?.km ?? Number.MAX_VALUE) - (other.nearest?.km ?? Number.MAX_VALUE) ||
    (one.study.id < other.study.id ? 1 : -1)
  );
}
