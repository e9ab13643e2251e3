import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { SearchField, Input, Button as AriaButton } from 'react-aria-components';
import { ActionButton } from '#renderer/app/action-button.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { Select } from '#renderer/components/select.tsx';
import { isInScope, type Scope } from '#renderer/features/caseload/case-rows.ts';
import { caseloadActions } from '#renderer/features/caseload/caseload-actions.ts';
import { changeView, useCaseloadView } from '#renderer/features/caseload/caseload-view.ts';
import type { MovedCases } from '#renderer/features/caseload/moved-cases.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openOverlay } from '#renderer/state/overlays.ts';
import { caseStatuses, type CaseStatus } from '#shared/casefile/case-record.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

const scopes = ['open', 'due', 'moved', 'all'] as const satisfies readonly Scope[];

/** Search, view, status, and what brings new cases in. */
export function CaseloadTools({ cases, moved, shownCount, searchField, today }: { readonly cases: readonly CaseSummary[]; readonly moved: MovedCases; readonly shownCount: number; readonly searchField: RefObject<HTMLInputElement | null>; readonly today: string }) {
  const t = useWords('caseload');
  const tField = useWords('field');
  const tShell = useWords('shell');
  const view = useCaseloadView();
  const statuses: readonly { readonly value: CaseStatus | 'any'; readonly label: string }[] = [{ value: 'any', label: t('status.any') }, ...caseStatuses.map((status) => ({ value: status, label: tField(`status.${status}`) }))];
  return (
    <>
      <div className="tools">
        <SearchField className="searchbox grow" aria-label={t('search')} value={view.text} onChange={(text) => changeView({ text })}>
          <Search size={16} strokeWidth={1.6} aria-hidden />
          <Input ref={searchField} placeholder={t('search.placeholder')} spellCheck="false" autoComplete="off" />
          {view.text === '' ? (
            <Kbd keys="/" />
          ) : (
            <AriaButton className="btn quiet icon" aria-label={tShell('part.clear')}>
              <X size={14} aria-hidden />
            </AriaButton>
          )}
        </SearchField>
        <Segmented
          label={t('scope.label')}
          value={view.scope}
          onChange={(scope) => changeView({ scope })}
          segments={scopes.filter((scope) => scope !== 'moved' || moved.size > 0 || view.scope === 'moved').map((scope) => ({
            value: scope,
            label: (
              <>
                {t(`scope.${scope}`)} <span className="num muted">{formatNumber(cases.filter((summary) => isInScope(summary, scope, today, moved)).length)}</span>
              </>
            ),
          }))}
        />
        <ActionButton action={caseloadActions.newCase} variant="primary" onPress={() => openOverlay('new-case')} />
      </div>
      <div className="caseload-line">
        <Select className="status-filter" label={t('status.label')} hidesLabel value={view.status ?? 'any'} choices={statuses} onChange={(status) => changeView({ status: status === 'any' ? null : status })} />
        <span className="muted num grow" role="status">
          {t('shown', { shown: formatNumber(shownCount), all: formatNumber(cases.length), column: t(`sortedBy.${view.sortBy}`) })}
        </span>
        <ActionButton action={caseloadActions.importCases} variant="quiet" onPress={() => openOverlay('import')} />
      </div>
    </>
  );
}
