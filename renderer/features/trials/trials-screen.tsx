import { useRef, useState } from 'react';
import '#renderer/features/trials/trials-screen.css';
import { useAction } from '#renderer/app/action.ts';
import { useDoneToast } from '#renderer/app/undo.ts';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { QuestionsDialog } from '#renderer/features/trials/questions-dialog.tsx';
import { TrialCriteria } from '#renderer/features/trials/trial-criteria.tsx';
import { TrialImportDialog } from '#renderer/features/trials/trial-import-dialog.tsx';
import { TrialInspector } from '#renderer/features/trials/trial-inspector.tsx';
import { TrialList } from '#renderer/features/trials/trial-list.tsx';
import { TrialNewsBar } from '#renderer/features/trials/trial-news-bar.tsx';
import { TrialTools, type TrialFilters } from '#renderer/features/trials/trial-tools.tsx';
import { trialsActions } from '#renderer/features/trials/trials-actions.ts';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { selectTrial, useSelection } from '#renderer/state/selection.ts';
import type { TrialMatchList } from '#shared/contract/trial-procedures.ts';
import { openStatuses } from '#shared/trial/study.ts';
import type { TrialSearch } from '#shared/trial/tracking.ts';

/** As many as are weighed at once. */
const mostMatches = 300;

/** Studies that may concern the case: found in the imported data, each criterion held against what is recorded. */
export function TrialsScreen({ caseId }: { readonly caseId: string }) {
  const state = useQueryOf('trial.state', {});
  const search = useQueryOf('trial.search', { caseId });
  const [isImporting, setImporting] = useState(false);
  const failed = [state, search].find(({ data, error }) => data === undefined && error !== null);
  useAction(trialsActions.import, () => setImporting(true));
  if (failed?.error) return <Workspace><ErrorState error={failed.error} onRetry={() => void failed.refetch()} /></Workspace>;
  if (state.data === undefined || search.data === undefined) return <Workspace><Skeleton /></Workspace>;
  const startImport = (): void => setImporting(true);
  return (
    <>
      {state.data.studyCount === 0 ? <NoTrials onImport={startImport} /> : <Trials key={search.data.id} caseId={caseId} search={search.data} onImport={startImport} />}
      {isImporting ? <TrialImportDialog caseId={caseId} onClose={() => setImporting(false)} /> : null}
    </>
  );
}

function NoTrials({ onImport }: { readonly onImport: () => void }) {
  const t = useWords('trials');
  return (
    <Workspace className="trials">
      <EmptyState icon={trialsActions.import.icon} title={t('empty.title')} text={t('empty.text')}>
        <Button variant="primary" onPress={onImport}>{t('action.import')}</Button>
      </EmptyState>
    </Workspace>
  );
}

function Trials({ caseId, search, onImport }: { readonly caseId: string; readonly search: TrialSearch; readonly onImport: () => void }) {
  const t = useWords('trials');
  const place = useRef<HTMLInputElement>(null);
  const [filters, setFilters] = useState<TrialFilters>({ status: 'open', phase: 'any' });
  const [isAsking, setAsking] = useState(false);
  const track = useCommand('trial.track');
  const tellDone = useDoneToast();
  const found = useQueryOf('trial.match', { caseId, statuses: filters.status === 'open' ? [...openStatuses] : null, phases: filters.phase === 'any' ? null : [filters.phase], limit: mostMatches }, { keepsLast: true });
  const matches = found.data?.matches ?? [];
  const wanted = useSelection(({ trialOfCase }) => trialOfCase[caseId] ?? null);
  const selectedId = wanted ?? matches[0]?.studyId ?? null;
  const shown = useQueryOf('trial.show', { caseId, studyId: selectedId ?? 'NCT0' }, { isEnabled: selectedId !== null, keepsLast: true });
  const detail = selectedId !== null && shown.data?.study.id === selectedId ? shown.data : null;
  const step = (by: number) => (): void => {
    const target = matches[Math.min(Math.max(matches.findIndex(({ studyId }) => studyId === selectedId) + by, 0), matches.length - 1)];
    if (target !== undefined) selectTrial(caseId, target.studyId);
  };
  const follow = (): void => {
    if (detail !== null) void track.mutateAsync({ caseId, studyId: detail.study.id }).then(() => tellDone(t('track.followed', { id: detail.study.id }), caseId), () => undefined);
  };
  useAction(trialsActions.place, () => place.current?.focus(), search.place === null);
  useAction(trialsActions.next, step(1), matches.length > 1);
  useAction(trialsActions.previous, step(-1), matches.length > 1);
  useAction(trialsActions.follow, follow, detail !== null && detail.tracking === null);
  useAction(trialsActions.questions, () => setAsking(true), detail !== null && detail.counts.ask > 0);
  return (
    <Workspace className="trials" inspectorLabel={t('inspector.label')} inspector={detail === null ? <EmptyState icon={trialsActions.follow.icon} title={t('inspector.label')} text={t('inspector.none')} isSmall /> : <TrialInspector detail={detail} onFollow={follow} caseId={caseId} />}>
      <TrialTools caseId={caseId} search={search} filters={filters} onFilters={setFilters} placeRef={place} onImport={onImport} />
      <TrialNewsBar caseId={caseId} />
      {found.data === undefined ? null : <LookedFor list={found.data} />}
      {found.error !== null && found.data === undefined ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data !== undefined && matches.length === 0 && detail === null ? <EmptyState icon={trialsActions.follow.icon} title={t('list.noneTitle')} text={found.data.diseases.length === 0 ? t('list.noneNoDisease') : filters.status === 'open' ? t('list.noneOpen') : t('list.none')} /> : null}
      {detail === null && matches.length === 0 ? null : (
        <div className="trials-split">
          <TrialList matches={matches} selectedId={selectedId} onSelect={(studyId) => selectTrial(caseId, studyId)} />
          {detail === null ? <Skeleton /> : <TrialCriteria key={detail.study.id} detail={detail} onQuestions={() => setAsking(true)} />}
        </div>
      )}
      {isAsking && detail !== null ? <QuestionsDialog detail={detail} onClose={() => setAsking(false)} /> : null}
      <div className="foothint">
        <span className="grow">{t('criteria.noDecision')}</span>
        {detail === null ? null : (
          <>
            <span><Kbd keys="j" /><Kbd keys="k" /> {t('foot.select')}</span>
            <span><Kbd keys="f" /> {t('foot.follow')}</span>
            <span><Kbd keys="q" /> {t('foot.questions')}</span>
          </>
        )}
      </div>
    </Workspace>
  );
}

/** By what was looked for, in which data: a list without it would seem to be all there is. */
function LookedFor({ list }: { readonly list: TrialMatchList }) {
  const t = useWords('trials');
  const names = list.diseases.map(({ name, standing }) => `${name} (${t(`standing.${standing}`)})`);
  return (
    <p className="looked-for">
      {names.length === 0 && list.genes.length === 0 ? t('looked.nothing') : t('looked.for', { what: [...names, ...list.genes].join(', ') })}
      {' · '}
      {t('looked.data', { count: list.studyCount, date: list.dataDate === null ? t('about.noDate') : formatDate(list.dataDate) })}
      {list.isCut ? ` · ${t('looked.cut')}` : ''}
      {list.isDeceased ? <b> {t('looked.deceased')}</b> : null}
    </p>
  );
}
