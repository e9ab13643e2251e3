import { FolderOpen, SearchX } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useAction } from '#renderer/app/action.ts';
import { useDoneToast } from '#renderer/app/undo.ts';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { ActionButton } from '#renderer/app/action-button.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { VirtualTable } from '#renderer/components/virtual-table.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { chosenCases } from '#renderer/features/caseload/case-rows.ts';
import { caseloadActions } from '#renderer/features/caseload/caseload-actions.ts';
import { CaseInspector } from '#renderer/features/caseload/case-inspector.tsx';
import { CaseloadTools } from '#renderer/features/caseload/caseload-tools.tsx';
import { changeView, forgetView, sortBy, useCaseloadView } from '#renderer/features/caseload/caseload-view.ts';
import { DeleteCaseDialog } from '#renderer/features/caseload/delete-case-dialog.tsx';
import { useCaseColumns, useRowHeight } from '#renderer/features/caseload/case-columns.tsx';
import { useMovedCases, type MovedCases } from '#renderer/features/caseload/moved-cases.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openOverlay } from '#renderer/state/overlays.ts';
import { openCase } from '#renderer/state/place.ts';
import { selectCase, useSelection } from '#renderer/state/selection.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';
import '#renderer/features/caseload/caseload.css';

/** Every case: who, where it stands, what is next, and what is most likely. */
export function CaseloadScreen() {
  const t = useWords('caseload');
  const today = useToday();
  const cases = useQueryOf('case.list', {});
  const view = useCaseloadView();
  const moved = useMovedCases();
  const rows = useMemo(() => chosenCases(cases.data ?? [], view, today, moved), [cases.data, view, today, moved]);
  const selectedId = useSelection((selection) => selection.caseId);
  const selected = rows.find((row) => row.id === selectedId) ?? rows[0] ?? null;
  const [deleting, setDeleting] = useState<CaseSummary | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const finish = useFinishAction();

  useAction(caseloadActions.newCase, () => openOverlay('new-case'));
  useAction(caseloadActions.importCases, () => openOverlay('import'));
  useAction(caseloadActions.search, () => searchField.current?.focus());
  useAction(caseloadActions.done, () => (selected === null ? undefined : finish(selected)), selected !== null && selected.nextAction !== '');
  useAction(caseloadActions.deleteCase, () => setDeleting(selected), selected !== null);

  return (
    <Workspace className="caseload" inspector={cases.data?.length === 0 ? null : <CaseInspector summary={selected} onDelete={() => setDeleting(selected)} onDone={finish} />} inspectorLabel={t('inspector.label')}>
      {/* With no case there is nothing to search or sort: only the first step is shown. */}
      {cases.data?.length === 0 ? null : <CaseloadTools cases={cases.data ?? []} moved={moved} shownCount={rows.length} searchField={searchField} today={today} />}
      {cases.data === undefined ? (
        cases.error === null ? <Skeleton lines={12} /> : <ErrorState error={cases.error} onRetry={() => void cases.refetch()} />
      ) : cases.data.length === 0 ? (
        <NoCases />
      ) : rows.length === 0 ? (
        <EmptyState icon={SearchX} title={t('none.title')} text={t('none.text')}>
          <Button onPress={() => (view.text === '' && view.status === null ? changeView({ scope: 'all' }) : forgetView())}>{t('clearFilters')}</Button>
        </EmptyState>
      ) : (
        <CaseTable rows={rows} moved={moved} selectedId={selected?.id ?? null} today={today} />
      )}
      <CaseloadFoot />
      <DeleteCaseDialog summary={deleting} onClose={() => setDeleting(null)} />
    </Workspace>
  );
}

function CaseTable({ rows, moved, selectedId, today }: { readonly rows: readonly CaseSummary[]; readonly moved: MovedCases; readonly selectedId: string | null; readonly today: string }) {
  const t = useWords('caseload');
  const columns = useCaseColumns(today, moved);
  const rowHeight = useRowHeight();
  const view = useCaseloadView();
  return <VirtualTable label={t('label')} columns={columns} rows={rows} keyOf={(row) => row.id} rowHeight={rowHeight} selectedKey={selectedId} onSelect={selectCase} onOpen={(id) => openCase(id)} sorting={{ columnId: view.sortBy, isDescending: view.isDescending }} onSort={sortBy} hasAutoFocus />;
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

function CaseloadFoot() {
  const t = useWords('caseload');
  const tShell = useWords('shell');
  return (
    <div className="foothint">
      <span>
        <Kbd keys="up" />
        <Kbd keys="down" /> {t('hint.move')}
      </span>
      <span>
        <Kbd keys="enter" /> {t('hint.open')}
      </span>
      <span>
        <Kbd keys="/" /> {t('hint.search')}
      </span>
      <span>
        <Kbd keys="d" /> {t('hint.done')}
      </span>
      <span className="grow" />
      <span>{tShell('disclaimer')}</span>
    </div>
  );
}

/** Takes the next action away, with a way back instead of a question. */
function useFinishAction(): (summary: CaseSummary) => void {
  const t = useWords('caseload');
  const change = useCommand('case.change');
  const tellDone = useDoneToast();
  return (summary) => {
    const { id: caseId, version, nextAction } = summary;
    change.mutate({ caseId, version, change: { nextAction: '', nextActionDueOn: null } }, { onSuccess: () => tellDone(t('done.toast', { what: nextAction }), caseId) });
  };
}
