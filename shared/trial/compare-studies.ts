import { splitCriteria } from '#shared/trial/split-criteria.ts';
import { ageLimitText, type AgeLimit } from '#shared/trial/age-limit.ts';
import { openStatuses, type Study, type StudyStatus } from '#shared/trial/study.ts';

/** What about a study is another than before. opened: takes participants now; closed: takes none any more. */
export const studyChangeKinds = ['opened', 'closed', 'status', 'criteria', 'age', 'sex', 'sites'] as const;
export type StudyChangeKind = (typeof studyChangeKinds)[number];

export interface StudyChange {
  readonly kind: StudyChangeKind;
  readonly before: string;
  readonly after: string;
}

/** What an import changed about a study, as far as it matters to who may take part. Empty where nothing did. */
export function compareStudies(before: Study, after: Study): readonly StudyChange[] {
  const changes: StudyChange[] = [];
  const note = (kind: StudyChangeKind, one: string, other: string): void => {
    if (one !== other) changes.push({ kind, before: one, after: other });
  };
  if (before.status !== after.status) note(kindOfStatus(before.status, after.status), statusText(before.status), statusText(after.status));
  const [gone, come] = differenceOf(itemsOf(before), itemsOf(after));
  if (gone.length > 0 || come.length > 0) changes.push({ kind: 'criteria', before: gone.join('\n'), after: come.join('\n') });
  note('age', ageRange(before), ageRange(after));
  note('sex', before.sex ?? '', after.sex ?? '');
  const [closedSites, newSites] = differenceOf(sitesOf(before), sitesOf(after));
  if (closedSites.length > 0 || newSites.length > 0) changes.push({ kind: 'sites', before: closedSites.join('\n'), after: newSites.join('\n') });
  return changes;
}

function kindOfStatus(before: StudyStatus | null, after: StudyStatus | null): StudyChangeKind {
  const isOpen = (status: StudyStatus | null): boolean => status !== null && openStatuses.includes(status);
  // From "not yet" to "recruiting" is news too: now somebody can be referred.
  if (after === 'RECRUITING' || (isOpen(after) && !isOpen(before))) return 'opened';
  return isOpen(before) && !isOpen(after) ? 'closed' : 'status';
}

const statusText = (status: StudyStatus | null): string => (status ?? 'not stated').toLowerCase().replaceAll('_', ' ');

/** Items, so that other bullets or line breaks are no change. */
const itemsOf = (study: Study): readonly string[] => splitCriteria(study.criteria).map(({ section, text }) => `${section}: ${text.replace(/\s+/g, ' ')}`);

const sitesOf = (study: Study): readonly string[] => study.sites.map(({ facility, city, country, status }) => [facility, city, country, ...(status === null ? [] : [statusText(status)])].filter((part) => part !== '').join(', '));

const ageRange = ({ minimumAge, maximumAge }: Study): string => `${limitText(minimumAge)} to ${limitText(maximumAge)}`;
const limitText = (limit: AgeLimit | null): string => (limit === null ? 'not stated' : ageLimitText(limit));

function differenceOf(before: readonly string[], after: readonly string[]): readonly [readonly string[], readonly string[]] {
  const [one, other] = [new Set(before), new Set(after)];
  return [[...one].filter((item) => !other.has(item)), [...other].filter((item) => !one.has(item))];
}
