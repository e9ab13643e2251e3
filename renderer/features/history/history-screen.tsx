import { History, Redo2, ShieldCheck, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useUndoRedo } from '#renderer/app/undo.ts';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { VirtualTable, type Column } from '#renderer/components/virtual-table.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { HistoryEntry } from '#shared/contract/case-procedures.ts';

const pageSize = 200;
const mostEntries = 1_000;

/** Who changed what and when, of one case or of the whole vault; undo and redo; verification of the chain. */
export function HistoryScreen({ caseId }: { readonly caseId: string | null }) {
  const t = useWords('history');
  const [limit, setLimit] = useState(pageSize);
  const [selected, setSelected] = useState<string | null>(null);
  const history = useQueryOf('history.list', { caseId, limit, before: null }, { keepsLast: true });
  const columns = useColumns();
  return (
    <Workspace>
      <HistoryTools caseId={caseId} />
      {history.data === undefined ? (
        history.error === null ? <Skeleton /> : <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : history.data.entries.length === 0 ? (
        <EmptyState icon={History} title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <>
          <VirtualTable label={t('label')} columns={columns} rows={history.data.entries} keyOf={(entry) => String(entry.id)} rowHeight={32} selectedKey={selected} onSelect={setSelected} />
          {history.data.entries.length >= limit && limit < mostEntries ? (
            <div className="foothint">
              <Button variant="quiet" onPress={() => setLimit(Math.min(mostEntries, limit + pageSize))}>
                {t('older')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </Workspace>
  );
}

function HistoryTools({ caseId }: { readonly caseId: string | null }) {
  const t = useWords('history');
  const { undoLabel, redoLabel, undo, redo } = useUndoRedo(caseId);
  const verify = useQueryOf('vault.verify', {}, { isEnabled: false });
  const result = verify.isFetching ? undefined : verify.data;
  return (
    <div className="tools">
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

function useColumns(): readonly Column<HistoryEntry>[] {
  const t = useWords('history');
  return useMemo(
    () => [
      {
        id: 'what',
        title: t('column.what'),
        track: 'minmax(0, 3fr)',
        render: (entry) => (
          <span className="history-what" title={entry.label}>
            <span className={`trunc ${entry.isUndone ? 'is-undone' : ''}`}>{entry.label}</span>
            {entry.nature === 'change' ? null : <Tag>{t(`nature.${entry.nature}`)}</Tag>}
            {entry.isUndone ? <Tag>{t('isUndone')}</Tag> : null}
          </span>
        ),
      },
      { id: 'when', title: t('column.when'), track: '190px', render: (entry) => <span className="num sub">{formatInstant(entry.at)}</span> },
      { id: 'who', title: t('column.who'), track: 'minmax(0, 1fr)', render: (entry) => <span className="sub trunc">{entry.actor}</span> },
    ],
    [t],
  );
}
