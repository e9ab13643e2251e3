import { hasNews, type CaseloadNews } from '#renderer/features/caseload/case-news.ts';
import { caseName } from '#renderer/i18n/person-words.ts';
import { caseStatuses, restingStatuses } from '#shared/casefile/case-record.ts';
import type { CaseloadFilter, SortColumn } from '#shared/casefile/caseload-filter.ts';
import { isDueAs } from '#shared/casefile/due.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

interface CaseIds {
  readonly has: (caseId: string) => boolean;
}

/** What the rows depend on besides the cases and the filter. */
export interface RowContext {
  readonly today: string;
  readonly news: CaseloadNews;
  /** Cases in which the words that are looked for occur; null: none are looked for. */
  readonly foundIds: CaseIds | null;
}

/** The cases to show, in order. */
export function chosenCases(cases: readonly CaseSummary[], filter: CaseloadFilter, context: RowContext): readonly CaseSummary[] {
  const direction = filter.isDescending ? -1 : 1;
  return cases
    .filter((summary) => (context.foundIds?.has(summary.id) ?? true) && isChosen(summary, filter, context))
    .map((summary) => ({ summary, value: sortValue(summary, filter.sortBy, context), name: caseName(summary) }))
    .sort((one, other) => comparing(one.value, other.value, direction) || collator.compare(one.name, other.name) || plainly(one.summary.id, other.summary.id))
    .map(({ summary }) => summary);
}

/** Everything of the filter but the words. A finished case with something still due counts as open. */
export function isChosen(summary: CaseSummary, filter: Omit<CaseloadFilter, 'text' | 'clinician' | 'sortBy' | 'isDescending'>, { today, news }: Omit<RowContext, 'foundIds'>): boolean {
  if (filter.scope === 'open' && isResting(summary) && summary.due === null) return false;
  if (filter.statuses.length > 0 && !filter.statuses.includes(summary.status)) return false;
  if (!isDueAs(filter.due, summary.due, today)) return false;
  if (filter.diagnosis !== 'any' && isDiagnosed(summary) !== (filter.diagnosis === 'diagnosed')) return false;
  if (filter.isMoved && !news.moved.has(summary.id)) return false;
  return !filter.isNews || hasNews(summary, news);
}

const isResting = ({ status }: CaseSummary): boolean => restingStatuses.includes(status);
const isDiagnosed = ({ status, decided }: CaseSummary): boolean => status.startsWith('diagnosed') || decided?.state === 'confirmed';

/** Made once: ten thousand cases are sorted in a tenth of the time that `localeCompare` takes. */
const collator = new Intl.Collator();
/** N-9 before N-10. Several times slower, hence not for names. */
const numericCollator = new Intl.Collator(undefined, { numeric: true });

/** Words are put in the order of the language, dates and instants in that of their characters. */
type SortValue = { readonly kind: 'words' | 'code'; readonly text: string } | { readonly kind: 'time'; readonly text: string } | { readonly kind: 'number'; readonly number: number } | null;

/** What is not known comes last in either direction. */
function comparing(one: SortValue, other: SortValue, direction: 1 | -1): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  if (one.kind === 'number' && other.kind === 'number') return (one.number - other.number) * direction;
  if (one.kind === 'number' || other.kind === 'number') return 0;
  return byKind[one.kind](one.text, other.text) * direction;
}

const byKind = { words: collator.compare, code: numericCollator.compare, time: plainly } as const;

function plainly(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const asWords = (text: string): SortValue => ({ kind: 'words', text });
const asTime = (text: string | null): SortValue => (text === null ? null : { kind: 'time', text });
const asNumber = (number: number | null): SortValue => (number === null ? null : { kind: 'number', number });

function sortValue(summary: CaseSummary, column: SortColumn, { news }: RowContext): SortValue {
  switch (column) {
    case 'proband':
      return asWords(caseName(summary));
    case 'reference':
      return summary.reference === '' ? null : { kind: 'code', text: summary.reference };
    case 'status':
      return asNumber(caseStatuses.indexOf(summary.status));
    case 'odyssey':
      return asTime(summary.firstSymptomOn);
    case 'next':
      return asTime(summary.due?.on ?? null);
    case 'candidate':
      return asNumber(summary.topCandidate?.probability ?? null);
    case 'news':
      return asNumber(hasNews(summary, news) ? 0 : null);
    case 'recorded':
      return asNumber(summary.observedCount + summary.excludedCount);
    case 'changed':
      return asTime(summary.changedAt);
  }
}
