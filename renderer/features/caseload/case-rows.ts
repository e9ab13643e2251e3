import { daysBetween } from '#renderer/i18n/format.ts';
import { personName } from '#renderer/i18n/person-words.ts';
import { caseStatuses, type CaseStatus } from '#shared/casefile/case-record.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

export type Scope = 'open' | 'due' | 'all';
export const sortableColumns = ['proband', 'reference', 'status', 'odyssey', 'next', 'candidate', 'recorded', 'changed'] as const;
export type SortColumn = (typeof sortableColumns)[number];

export interface CaseloadChoice {
  readonly text: string;
  readonly scope: Scope;
  readonly status: CaseStatus | null;
  readonly sortBy: SortColumn;
  readonly isDescending: boolean;
}

/** Statuses in which nothing waits to be done. */
const restingStatuses: readonly CaseStatus[] = ['diagnosed-known-gene', 'diagnosed-new-phenotype', 'diagnosed-novel-gene', 'diagnosed-clinically', 'diagnosed-elsewhere', 'lost-to-follow-up', 'closed'];
const daysOfAWeek = 7;

/** The cases to show, in order. */
export function chosenCases(cases: readonly CaseSummary[], choice: CaseloadChoice, today: string): readonly CaseSummary[] {
  const words = choice.text.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const direction = choice.isDescending ? -1 : 1;
  return cases
    .filter((summary) => isInScope(summary, choice.scope, today) && (choice.status === null || summary.status === choice.status) && matches(summary, words))
    .toSorted((one, other) => comparing(one, other, choice.sortBy, direction) || personName(one.proband).localeCompare(personName(other.proband)) || one.id.localeCompare(other.id));
}

/** A finished case with something still to do counts as open. */
export function isInScope(summary: CaseSummary, scope: Scope, today: string): boolean {
  switch (scope) {
    case 'all':
      return true;
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
  const text = [personName(summary.proband), summary.reference, candidateName(summary), summary.topCandidate?.name ?? '', summary.nextAction].join(' ').toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

type SortValue = string | number | null;

/** What is not known comes last in either direction. */
function comparing(one: CaseSummary, other: CaseSummary, column: SortColumn, direction: 1 | -1): number {
  const [left, right] = [sortValue(one, column), sortValue(other, column)];
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
  const order = typeof left === 'string' && typeof right === 'string' ? left.localeCompare(right, undefined, { numeric: true }) : Number(left) - Number(right);
  return order * direction;
}

function sortValue(summary: CaseSummary, column: SortColumn): SortValue {
  switch (column) {
    case 'proband':
      return personName(summary.proband);
    case 'reference':
      return summary.reference === '' ? null : summary.reference;
    case 'status':
      return caseStatuses.indexOf(summary.status);
    case 'odyssey':
      return summary.firstSymptomOn;
    case 'next':
      return summary.nextActionDueOn;
    case 'candidate':
      return summary.topCandidate === null ? null : summary.topCandidate.probability;
    case 'recorded':
      return summary.observedCount + summary.excludedCount;
    case 'changed':
      return summary.changedAt;
  }
}
