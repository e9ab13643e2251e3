import { create } from 'zustand';
import { sortableColumns, usualFilter, type CaseloadFilter } from '#shared/casefile/caseload-filter.ts';

/** Search, filter and order of the caseload, kept while other screens are shown. */
export const useCaseloadView = create<CaseloadFilter>(() => usualFilter);

export const changeView = (change: Partial<CaseloadFilter>): void => useCaseloadView.setState(change);
export const forgetView = (): void => useCaseloadView.setState(usualFilter, true);

/** A column that is already sorted turns round. */
export function sortBy(columnId: string): void {
  const column = sortableColumns.find((known) => known === columnId);
  if (column === undefined) return;
  useCaseloadView.setState((view) => ({ sortBy: column, isDescending: view.sortBy === column ? !view.isDescending : false }));
}

/** Cases marked to do something with all of them, by id. */
export const useMarkedCases = create<{ readonly ids: readonly string[] }>(() => ({ ids: [] }));

export const markCases = (ids: readonly string[]): void => useMarkedCases.setState({ ids });
export const toggleMark = (caseId: string): void => useMarkedCases.setState(({ ids }) => ({ ids: ids.includes(caseId) ? ids.filter((id) => id !== caseId) : [...ids, caseId] }));

/** The views that one press chooses, each a part of the filter. */
export const presets = ['open', 'due', 'news', 'all'] as const;
export type Preset = (typeof presets)[number];

const presetFilters: Readonly<Record<Preset, Pick<CaseloadFilter, 'scope' | 'due' | 'isNews'>>> = {
  open: { scope: 'open', due: 'any', isNews: false },
  due: { scope: 'all', due: 'week', isNews: false },
  news: { scope: 'all', due: 'any', isNews: true },
  all: { scope: 'all', due: 'any', isNews: false },
};

export const presetFilter = (preset: Preset): Pick<CaseloadFilter, 'scope' | 'due' | 'isNews'> => presetFilters[preset];

/** The view that the filter is, as far as it is one of them. */
export const presetOf = (filter: CaseloadFilter): Preset | null => presets.find((preset) => Object.entries(presetFilters[preset]).every(([field, value]) => filter[field as keyof CaseloadFilter] === value)) ?? null;
