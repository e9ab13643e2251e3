import { FolderOpen, SearchX } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useAction } from '#renderer/app/action.ts';
import { ActionButton } from '#renderer/app/action-button.tsx';
import { tellDone } from '#renderer/app/undo.ts';
import { useClient, useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { VirtualTable } from '#renderer/components/virtual-table.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { useCaseColumns, useRowHeight } from '#renderer/features/caseload/case-columns.tsx';
import { CaseInspector } from '#renderer/features/caseload/case-inspector.tsx';
import { useCaseloadNews, type CaseloadNews } from '#renderer/features/caseload/case-news.ts';
import { chosenCases } from '#renderer/features/caseload/case-rows.ts';
import { caseloadActions } from '#renderer/features/caseload/caseload-actions.ts';
import { CaseloadTools } from '#renderer/features/caseload/caseload-tools.tsx';
import { changeView, forgetView, markCases, sortBy, toggleMark, useCaseloadView, useMarkedCases } from '#renderer/features/caseload/caseload-view.ts';
import { ChangeCasesDialog } from '#renderer/features/caseload/change-cases-dialog.tsx';
import { DeleteCaseDialog } from '#renderer/features/caseload/delete-case-dialog.tsx';
import { FilterDialog } from '#renderer/features/caseload/filter-dialog.tsx';
import { MarkedBar } from '#renderer/features/caseload/marked-bar.tsx';
import { useFoundCases } from '#renderer/features/caseload/use-found-cases.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openOverlay } from '#renderer/state/overlays.ts';
import { openCase } from '#renderer/state/place.ts';
import { selectCase, useSelection } from '#renderer/state/selection.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { usualFilter } from '#shared/casefile/caseload-filter.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';
import '#renderer/features/caseload/caseload.css';

/** Every case: who, where it stands, what is next, what is most likely, and what is new. */
export function CaseloadScreen() {
  const t = useWords('caseload');
  const today = useToday();
  const cases = useQueryOf('case.list', {});
  const view = useCaseloadView();
  const news = useCaseloadNews();
  const { ids: foundIds, waitingCount } = useFoundCases(view);
  const rows = useMemo(() => chosenCases(cases.data ?? [], view, { today, news, foundIds }), [cases.data, view, today, news, foundIds]);
  const selectedId = useSelection((selection) => selection.caseId);
  const selected = rows.find((row) => row.id === selectedId) ?? rows[0] ?? null;
  const markedIds = useMarkedCases(({ ids }) => ids);
  const marked = useMemo(() => {
    const ids = new Set(markedIds);
    return ids.size === 0 ? [] : rows.filter(({ id }) => ids.has(id));
  }, [rows, markedIds]);
  const meant = useMemo(() => (marked.length > 0 ? marked : selected === null ? [] : [selected]), [marked, selected]);
  const [dialog, setDialog] = useState<'filter' | 'change' | 'delete' | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const finish = useFinishAction();

  useAction(caseloadActions.newCase, () => openOverlay('new-case'));
  useAction(caseloadActions.importCases, () => openOverlay('import'));
  // With no case there is nothing to search or sort: only the first step is shown.
  const hasCases = cases.data?.length !== 0;
  useAction(caseloadActions.search, () => searchField.current?.focus(), hasCases);
  useAction(caseloadActions.filter, () => setDialog('filter'), hasCases);
  useAction(caseloadActions.markAll, () => markCases(rows.map(({ id }) => id)), rows.length > 0);
  useAction(caseloadActions.unmark, () => markCases([]), marked.length > 0);
  useAction(caseloadActions.change, () => setDialog('change'), meant.length > 0);
  useAction(caseloadActions.similar, () => (selected === null ? undefined : openCase(selected.id, 'similar')), selected !== null);
  useAction(caseloadActions.done, () => finish(meant), meant.some(({ nextAction }) => nextAction !== ''));
  useAction(caseloadActions.deleteCase, () => setDialog('delete'), meant.length > 0);

  return (
    <Workspace className="caseload" inspector={!hasCases ? null : <CaseInspector summary={selected} news={news} searchText={view.text} onDelete={() => setDialog('delete')} onDone={(summary) => finish([summary])} />} inspectorLabel={t('inspector.label')}>
      {!hasCases ? null : <CaseloadTools cases={cases.data ?? []} news={news} shownCount={rows.length} waitingCount={waitingCount} searchField={searchField} today={today} onFilter={() => setDialog('filter')} />}
      {marked.length === 0 ? null : <MarkedBar count={marked.length} onChange={() => setDialog('change')} onDelete={() => setDialog('delete')} />}
      {cases.data === undefined ? (
        cases.error === null ? <Skeleton lines={12} /> : <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />
      ) : cases.data.length === 0 ? (
        <NoCases />
      ) : rows.length === 0 ? (
        <EmptyState icon={SearchX} title={t('none.title')} text={t('none.text')}>
          <Button onPress={() => (view === usualFilter ? changeView({ scope: 'all' }) : forgetView())}>{t('clearFilters')}</Button>
        </EmptyState>
      ) : (
        <CaseTable rows={rows} news={news} selectedId={selected?.id ?? null} markedIds={markedIds} today={today} />
      )}
      <CaseloadFoot keys={!hasCases ? firstKeys : rows.length === 0 ? toolKeys : meant.some(({ nextAction }) => nextAction !== '') ? [...rowKeys, doneKey] : rowKeys} />
      <FilterDialog isOpen={dialog === 'filter'} shownCount={rows.length} onClose={() => setDialog(null)} />
      <ChangeCasesDialog cases={meant} isOpen={dialog === 'change'} onClose={() => setDialog(null)} />
      <DeleteCaseDialog cases={dialog === 'delete' ? meant : []} onClose={() => setDialog(null)} />
    </Workspace>
  );
}

interface CaseTableProps {
  readonly rows: readonly CaseSummary[];
  readonly news: CaseloadNews;
  readonly selectedId: string | null;
  readonly markedIds: readonly string[];
  readonly today: string;
}

function CaseTable({ rows, news, selectedId, markedIds, today }: CaseTableProps) {
  const t = useWords('caseload');
  const columns = useCaseColumns(today, news, useMemo(() => new Set(markedIds), [markedIds]));
  const rowHeight = useRowHeight();
  const view = useCaseloadView();
  return (
    <VirtualTable
      label={t('label')}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      rowHeight={rowHeight}
      selectedKey={selectedId}
      onSelect={selectCase}
      onOpen={(id) => openCase(id)}
      sorting={{ columnId: view.sortBy, isDescending: view.isDescending }}
      onSort={sortBy}
      onRowKey={(event, row) => {
        if (event.key !== ' ') return false;
        toggleMark(row.id);
        return true;
      }}
      hasAutoFocus
    />
  );
}

function NoCases() {
  const t = useWords('caseload');
  return (
    <EmptyState icon={FolderOpen} title={t('empty.title')} text={t('empty.text')}>
      <ActionButton action={caseloadActions.newCase} variant="primary" onPress={() => openOverlay('new-case')} />
      <ActionButton action={caseloadActions.importCases} onPress={() => openOverlay('import')} />
    </EmptyState>
  );
}

interface FootKey {
  readonly keys: readonly string[];
  readonly hint: 'hint.move' | 'hint.open' | 'hint.search' | 'hint.mark' | 'hint.change' | 'hint.done' | 'hint.filter' | 'action.new' | 'action.import';
}

const firstKeys: readonly FootKey[] = [
  { keys: ['n'], hint: 'action.new' },
  { keys: ['i'], hint: 'action.import' },
];
const toolKeys: readonly FootKey[] = [
  { keys: ['/'], hint: 'hint.search' },
  { keys: ['f'], hint: 'hint.filter' },
];
const rowKeys: readonly FootKey[] = [
  { keys: ['up', 'down'], hint: 'hint.move' },
  { keys: ['enter'], hint: 'hint.open' },
  { keys: ['/'], hint: 'hint.search' },
  { keys: ['space'], hint: 'hint.mark' },
  { keys: ['s'], hint: 'hint.change' },
];
const doneKey: FootKey = { keys: ['d'], hint: 'hint.done' };

/** The keys that do something as the screen is now. */
function CaseloadFoot({ keys: shown }: { readonly keys: readonly FootKey[] }) {
  const t = useWords('caseload');
  const tShell = useWords('shell');
  return (
    <div className="foothint">
      {shown.map(({ keys, hint }) => (
        <span key={hint}>
          {keys.map((key) => (
            <Kbd key={key} keys={key} />
          ))}{' '}
          {t(hint)}
        </span>
      ))}
      <span className="grow" />
      <span>{tShell('disclaimer')}</span>
    </div>
  );
}

/** Takes the next action of each away, with a way back instead of a question. */
function useFinishAction(): (cases: readonly CaseSummary[]) => void {
  const t = useWords('caseload');
  const client = useClient();
  const change = useCommand('case.changeMany');
  return (cases) => {
    const pending = cases.filter(({ nextAction }) => nextAction !== '');
    const [only] = pending;
    if (only === undefined) return;
    const text = pending.length === 1 ? t('done.toast', { what: only.nextAction }) : t('bulk.doneToast', { cases: formatNumber(pending.length) });
    change.mutate(
      { cases: pending.map(({ id, version }) => ({ caseId: id, version })), change: { nextAction: '', nextActionDueOn: null } },
      { onSuccess: () => void tellDone(client, text, pending.length === 1 ? only.id : null) },
    );
  };
}
