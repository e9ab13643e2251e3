import { create } from 'zustand';
import { sortableColumns, type CaseloadChoice } from '#renderer/features/caseload/case-rows.ts';

const asUsual: CaseloadChoice = { text: '', scope: 'open', status: null, sortBy: 'next', isDescending: false };

/** Search, filter and order of the caseload, kept while other screens are shown. */
export const useCaseloadView = create<CaseloadChoice>(() => asUsual);

export const changeView = (change: Partial<CaseloadChoice>): void => useCaseloadView.setState(change);
export const forgetView = (): void => useCaseloadView.setState(asUsual, true);

/** A column that is already sorted turns round. */
export function sortBy(columnId: string): void {
  const column = sortableColumns.find((known) => known === columnId);
  if (column === undefined) return;
  useCaseloadView.setState((view) => ({ sortBy: column, isDescending: view.sortBy === column ? !view.isDescending : false }));
}
