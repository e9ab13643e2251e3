import { useMemo } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import type { MovedCase } from '#shared/contract/advice-procedures.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';
import type { CaseTrialNews } from '#shared/contract/trial-procedures.ts';

/** What is new of cases besides what stands in their lines, by id. */
export interface CaseloadNews {
  /** Where a new release changed the first place. */
  readonly moved: ReadonlyMap<string, MovedCase>;
  /** Where trials opened, closed, changed or now fit. */
  readonly trials: ReadonlyMap<string, CaseTrialNews>;
}

export function useCaseloadNews(): CaseloadNews {
  const moved = useQueryOf('reanalysis.list', {}, { keepsLast: true }).data?.moved;
  const trials = useQueryOf('trial.caseloadNews', {}, { keepsLast: true }).data;
  return useMemo(() => ({ moved: new Map(moved?.map((one) => [one.caseId, one])), trials: new Map(trials?.map((one) => [one.caseId, one])) }), [moved, trials]);
}

/** Something became late, the family said something, a new release moved the first place, or trials came, went or changed. */
export const hasNews = (summary: CaseSummary, { moved, trials }: CaseloadNews): boolean => summary.becameLate !== null || summary.waitingSuggestions > 0 || moved.has(summary.id) || trials.has(summary.id);
