import { Hourglass, Search, X } from 'lucide-react';
import { useMemo, type RefObject } from 'react';
import { SearchField, Input, Button as AriaButton } from 'react-aria-components';
import { ActionButton } from '#renderer/app/action-button.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { isChosen } from '#renderer/features/caseload/case-rows.ts';
import { caseloadActions } from '#renderer/features/caseload/caseload-actions.ts';
import { changeView, presetFilter, presetOf, presets, useCaseloadView, type Preset } from '#renderer/features/caseload/caseload-view.ts';
import { FilterChips } from '#renderer/features/caseload/filter-chips.tsx';
import type { CaseloadNews } from '#renderer/features/caseload/case-news.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openOverlay } from '#renderer/state/overlays.ts';
import { usualFilter } from '#shared/casefile/caseload-filter.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

interface CaseloadToolsProps {
  readonly cases: readonly CaseSummary[];
  readonly news: CaseloadNews;
  readonly shownCount: number;
  /** Cases that the search cannot find yet. */
  readonly waitingCount: number;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly today: string;
  readonly onFilter: () => void;
}

/** Search, view, filter, and what brings new cases in. */
export function CaseloadTools({ cases, news, shownCount, waitingCount, searchField, today, onFilter }: CaseloadToolsProps) {
  const t = useWords('caseload');
  const tShell = useWords('shell');
  const view = useCaseloadView();
  const counts = useMemo(() => {
    const countOf = (preset: Preset): number => cases.filter((summary) => isChosen(summary, { ...usualFilter, ...presetFilter(preset) }, { today, news })).length;
    return Object.fromEntries(presets.map((preset) => [preset, countOf(preset)])) as Readonly<Record<Preset, number>>;
  }, [cases, today, news]);
  return (
    <>
      <div className="tools">
        <SearchField className="searchbox grow" aria-label={t('search')} value={view.text} onChange={(text) => changeView({ text })}>
          <Search size={16} strokeWidth={1.6} aria-hidden />
          <Input ref={searchField} placeholder={t('search.placeholder')} spellCheck="false" autoComplete="off" maxLength={500} />
          {view.text === '' ? (
            <Kbd keys="/" />
          ) : (
            <AriaButton className="btn quiet icon" aria-label={tShell('part.clear')}>
              <X size={14} aria-hidden />
            </AriaButton>
          )}
        </SearchField>
        <ActionButton action={caseloadActions.filter} onPress={onFilter} />
        <ActionButton action={caseloadActions.newCase} variant="primary" onPress={() => openOverlay('new-case')} />
      </div>
      {waitingCount === 0 ? null : (
        <p className="search-waiting num" role="status">
          <Hourglass size={14} strokeWidth={1.6} aria-hidden />
          {t('search.waiting', { count: waitingCount, cases: formatNumber(waitingCount) })}
        </p>
      )}
      <div className="caseload-line">
        <Segmented
          label={t('scope.label')}
          value={presetOf(view)}
          onChange={(preset) => changeView(presetFilter(preset))}
          segments={presets.map((preset) => ({
            value: preset,
            label: (
              <>
                {t(`scope.${preset}`)} <span className="num muted">{formatNumber(counts[preset])}</span>
              </>
            ),
          }))}
        />
        <FilterChips />
        <span className="muted num grow" role="status">
          {t('shown', { shown: formatNumber(shownCount), all: formatNumber(cases.length), column: t(`sortedBy.${view.sortBy}`) })}
        </span>
        <ActionButton action={caseloadActions.importCases} variant="quiet" onPress={() => openOverlay('import')} />
      </div>
    </>
  );
}
