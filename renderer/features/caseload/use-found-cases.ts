import { useMemo } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import type { CaseloadFilter } from '#shared/casefile/caseload-filter.ts';
import type { FoundCase } from '#shared/contract/search-procedures.ts';

export interface FoundCases {
  /** The cases that hold the words of the filter; null where no words are looked for. */
  readonly ids: ReadonlySet<string> | null;
  /** Cases that cannot be found yet. */
  readonly waitingCount: number;
}

/** While more is typed, what was found last stays. */
export function useFoundCases({ text, clinician }: Pick<CaseloadFilter, 'text' | 'clinician'>): FoundCases {
  const isAsked = text.trim() !== '' || clinician.trim() !== '';
  const answer = useQueryOf('search.find', { text, clinician, limit: 0 }, { isEnabled: isAsked, keepsLast: true }).data;
  return useMemo(() => (isAsked && answer !== undefined ? { ids: new Set(answer.caseIds), waitingCount: answer.waitingCount } : { ids: null, waitingCount: 0 }), [isAsked, answer]);
}

/** Where in one case the words stand; null where no words are looked for. */
export function useFoundTexts(text: string, caseId: string): FoundCase | null {
  const answer = useQueryOf('search.find', { text, within: caseId, limit: 1 }, { isEnabled: text.trim() !== '', keepsLast: true }).data;
  return text.trim() === '' ? null : (answer?.found.find((found) => found.caseId === caseId) ?? null);
}
