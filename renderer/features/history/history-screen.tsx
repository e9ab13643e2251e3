import { Filter, History, Redo2, ShieldCheck, Undo2 } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import '#renderer/features/history/history.css';
import { useAction, type Action } from '#renderer/app/action.ts';
import { useUndoRedo } from '#renderer/app/undo.ts';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { VirtualTable, type Column } from '#renderer/components/virtual-table.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { CaseFilter } from '#renderer/features/history/case-filter.tsx';
import { caseOfEntry, type EntryCase } from '#renderer/features/history/entry-case.ts';
import { formatInstant, formatNumber } from '#renderer/i18n/format.ts';
import { caseName } from '#renderer/i18n/person-words.ts';
import { useWords, words } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import type { CaseSummary, HistoryEntry } from '#shared/contract/case-procedures.ts';

const historyActions = {
  onlyThisCase: { id: 'history.only-this-case', label: () => words.t('history:action.onlyThisCase'), icon: Filter, shortcut: 'f' },
} as const satisfies Readonly<Record<string, Action>>;

const noCases: readonly CaseSummary[] = [];
const pageSize = 200;
const mostEntries = 1_000;

/** Who changed what and when, of one case or of the whole vault; undo and redo; verification of the chain. */
export function HistoryScreen({ caseId }: { readonly caseId: string | null }) {
  const t = useWords('history');
  const [filterId, setFilterId] = useState<string | null>(null);
  const [limit, setLimit] = useState(pageSize);
  const [selected, setSelected] = useState<string | null>(null);
  const summaries = useQueryOf('case.list', {}).data ?? noCases;
  const cases = useMemo(() => new Map(summaries.map((summary) => [summary.id, summary])), [summaries]);
  const shownId = caseId ?? filterId;
  const history = useQueryOf('history.list', { caseId: shownId, limit, before: null }, { keepsLast: true });
  const columns = useColumns(caseId === null ? cases : null);
  const entries = history.data?.entries ?? [];
  const selectedCase = useCaseOfSelected(entries, selected, cases);
  useAction(historyActions.onlyThisCase, () => setFilterId(filterId === null ? selectedCase : null), caseId === null && (filterId !== null || selectedCase !== null));
  const filtered = filterId === null ? undefined : cases.get(filterId);
  const open = (key: string): void => {
    const entry = entries.find(({ id }) => String(id) === key);
    if (caseId === null && entry !== undefined && entry.caseId !== null && cases.has(entry.caseId)) openCase(entry.caseId, 'history');
  };
  return (
    <Workspace className="history">
      <HistoryTools caseId={shownId}>
        {caseId === null ? <CaseFilter cases={summaries} chosenName={filterId === null ? null : filtered === undefined ? t('case.deleted') : caseName(filtered)} onChoose={setFilterId} /> : null}
      </HistoryTools>
      {history.data === undefined ? (
        history.error === null ? <Skeleton /> : <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : entries.length === 0 ? (
        <EmptyState icon={History} title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <>
          <VirtualTable label={t('label')} columns={columns} rows={entries} keyOf={(entry) => String(entry.id)} rowHeight={32} selectedKey={selected} onSelect={setSelected} onOpen={open} />
          <div className="foothint">
            {caseId === null ? (
              <>
                <span><Kbd keys="up" /><Kbd keys="down" /> {t('hint.move')}</span>
                <span><Kbd keys="enter" /> {t('hint.open')}</span>
                <span><Kbd keys={historyActions.onlyThisCase.shortcut} /> {t(filterId === null ? 'hint.only' : 'hint.all')}</span>
              </>
            ) : null}
            <span className="grow" />
            {entries.length >= limit && limit < mostEntries ? (
              <Button variant="quiet" onPress={() => setLimit(Math.min(mostEntries, limit + pageSize))}>
                {t('older')}
              </Button>
            ) : null}
            {limit >= mostEntries && entries.length >= mostEntries ? <span>{t('most', { count: mostEntries, formatted: formatNumber(mostEntries) })}</span> : null}
          </div>
        </>
      )}
    </Workspace>
  );
}

/** The case of the selected entry, while it is still in the vault. */
function useCaseOfSelected(entries: readonly HistoryEntry[], selected: string | null, cases: ReadonlyMap<string, CaseSummary>): string | null {
  const caseId = entries.find(({ id }) => String(id) === selected)?.caseId ?? null;
  return caseId !== null && cases.has(caseId) ? caseId : null;
}

function HistoryTools({ caseId, children }: { readonly caseId: string | null; readonly children: ReactNode }) {
  const t = useWords('history');
  const { undoLabel, redoLabel, undo, redo } = useUndoRedo(caseId);
  const verify = useQueryOf('vault.verify', {}, { isEnabled: false });
  const result = verify.isFetching ? undefined : verify.data;
  return (
    <div className="tools">
      {children}
      <p className="sub sm grow">{t(caseId === null ? 'title.vault' : 'title.case')}</p>
      <span role="status" className="sm">
        {result === undefined ? null : result.isIntact ? <Tag tone="good">{t('intact', { count: result.changes })}</Tag> : <Tag tone="bad">{t('damaged', { count: result.findings.length })}</Tag>}
      </span>
      <Button icon={ShieldCheck} onPress={() => void verify.refetch()} isDisabled={verify.isFetching}>
        {t(verify.isFetching ? 'verifying' : 'verify')}
      </Button>
      {undoLabel === null ? null : (
        <Button icon={Undo2} onPress={undo} className="trunc">
          {t('undo', { what: undoLabel })}
        </Button>
      )}
      {redoLabel === null ? null : (
        <Button icon={Redo2} onPress={redo} className="trunc">
          {t('redo', { what: redoLabel })}
        </Button>
      )}
    </div>
  );
}

/** With the cases, each entry says to which it belongs; without (null), all belong to the case on screen. */
function useColumns(cases: ReadonlyMap<string, CaseSummary> | null): readonly Column<HistoryEntry>[] {
  const t = useWords('history');
  return useMemo(() => {
    const what: Column<HistoryEntry> = { id: 'what', title: t('column.what'), track: 'minmax(0, 3fr)', render: (entry) => <What entry={entry} /> };
    const ofCase: readonly Column<HistoryEntry>[] = cases === null ? [] : [{ id: 'case', title: t('column.case'), track: 'minmax(0, 2fr)', render: (entry) => <OfCase of={caseOfEntry(entry, cases)} /> }];
    return [
      what,
      ...ofCase,
      { id: 'when', title: t('column.when'), track: '170px', render: (entry) => <span className="num sub">{formatInstant(entry.at)}</span> },
      { id: 'who', title: t('column.who'), track: 'minmax(0, 1fr)', render: (entry) => <span className="sub trunc">{entry.actor}</span> },
    ];
  }, [t, cases]);
}

function What({ entry }: { readonly entry: HistoryEntry }) {
  const t = useWords('history');
  return (
    <span className="what" title={entry.label}>
      <span className={`trunc ${entry.isUndone ? 'is-undone' : ''}`}>{entry.label}</span>
      {entry.nature === 'change' ? null : <Tag>{t(`nature.${entry.nature}`)}</Tag>}
      {entry.isUndone ? <Tag>{t('isUndone')}</Tag> : null}
    </span>
  );
}

function OfCase({ of }: { readonly of: EntryCase }) {
  const t = useWords('history');
  if (of.kind !== 'case') return <span className="muted">{t(of.kind === 'deleted' ? 'case.deleted' : 'case.vault')}</span>;
  const name = caseName(of.summary);
  return (
    <span className="of-case">
      <AriaButton className="link trunc" excludeFromTabOrder onPress={() => openCase(of.summary.id, 'history')}>
        {name}
      </AriaButton>
      {name === of.summary.reference ? null : <span className="muted sm num trunc">{of.summary.reference}</span>}
    </span>
  );
}
