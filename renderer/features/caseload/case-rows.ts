import { daysBetween } from '#renderer/i18n/format.ts';
import { caseName } from '#renderer/i18n/person-words.ts';
import { caseStatuses, restingStatuses, type CaseStatus } from '#shared/casefile/case-record.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

/** `moved`: a new release put another disease first. */
export type Scope = 'open' | 'due' | 'moved' | 'all';
export const sortableColumns = ['proband', 'reference', 'status', 'odyssey', 'next', 'candidate', 'recorded', 'changed'] as const;
export type SortColumn = (typeof sortableColumns)[number];

export interface CaseloadChoice {
  readonly text: string;
  readonly scope: Scope;
  readonly status: CaseStatus | null;
  readonly sortBy: SortColumn;
  readonly isDescending: boolean;
}

const daysOfAWeek = 7;

interface CaseIds {
  readonly has: (caseId: string) => boolean;
}

/** The cases to show, in order. */
export function chosenCases(cases: readonly CaseSummary[], choice: CaseloadChoice, today: string, movedIds: CaseIds = new Set()): readonly CaseSummary[] {
  const words = choice.text.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const direction = choice.isDescending ? -1 : 1;
  return cases
    .filter((summary) => isInScope(summary, choice.scope, today, movedIds) && (choice.status === null || summary.status === choice.status) && matches(summary, words))
    .map((summary) => ({ summary, value: sortValue(summary, choice.sortBy), name: caseName(summary) }))
    .sort((one, other) => comparing(one.value, other.value, direction) || collator.compare(one.name, other.name) || plainly(one.summary.id, other.summary.id))
    .map(({ summary }) => summary);
}

/** A finished case with something still to do counts as open. */
export function isInScope(summary: CaseSummary, scope: Scope, today: string, movedIds: CaseIds = new Set()): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'moved':
      return movedIds.has(summary.id);
    case 'open':
      return !restingStatuses.includes(summary.status) || summary.nextActionDueOn !== null;
    case 'due': {
      const days = summary.nextActionDueOn === null ? null : daysBetween(today, summary.nextActionDueOn);
      return days !== null && days <= daysOfAWeek;
    }
  }
}

/** What the case shows as its first candidate: the clinic's own decision goes before the computed one. */
export function candidateName(summary: CaseSummary): string {
  return summary.decided?.name ?? summary.topCandidate?.name ?? '';
}

function matches(summary: CaseSummary, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [caseName(summary), summary.reference, candidateName(summary), summary.topCandidate?.name ?? '', summary.nextAction].join(' ').toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

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

function sortValue(summary: CaseSummary, column: SortColumn): SortValue {
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
      return asTime(summary.nextActionDueOn);
    case 'candidate':
      return asNumber(summary.topCandidate?.probability ?? null);
    case 'recorded':
      return asNumber(summary.observedCount + summary.excludedCount);
    case 'changed':
      return asTime(summary.changedAt);
  }
}
