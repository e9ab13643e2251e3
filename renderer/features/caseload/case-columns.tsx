import { BookOpen, FlaskConical, MessageSquareText, SquareCheck, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useMemo, useSyncExternalStore } from 'react';
import { ProbabilityBar } from '#renderer/components/probability-bar.tsx';
import type { Column } from '#renderer/components/virtual-table.tsx';
import type { CaseloadNews } from '#renderer/features/caseload/case-news.ts';
import { formatInstantDay, formatNearDate, formatProbability, formatTimeBetween, readPartialDate } from '#renderer/i18n/format.ts';
import { caseName, dueWords, personAgeAndKind } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useAppearance } from '#renderer/state/appearance.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';
import { localDay } from '#shared/base/local-day.ts';

const wideScreen = '(min-width: 1600px)';

/** Wide screens use the spare room for more columns. */
function useIsWide(): boolean {
  return useSyncExternalStore(watchWidth, () => window.matchMedia(wideScreen).matches);
}

function watchWidth(onChange: () => void): () => void {
  const query = window.matchMedia(wideScreen);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** As `--row-case` in the tokens; the virtual table needs the number. */
export function useRowHeight(): number {
  const isWide = useIsWide();
  const density = useAppearance((appearance) => appearance.density);
  return density === 'compact' ? 36 : isWide ? 48 : 40;
}

export function useCaseColumns(today: string, news: CaseloadNews, markedIds: ReadonlySet<string>): readonly Column<CaseSummary>[] {
  const t = useWords('caseload');
  const isWide = useIsWide();
  return useMemo(() => {
    const wideOnly = ['reference', 'recorded', 'changed'];
    const all: readonly Column<CaseSummary>[] = [
      { id: 'proband', title: t('column.proband'), track: 'minmax(0, 19fr)', isSortable: true, render: (row) => <Proband row={row} today={today} isMarked={markedIds.has(row.id)} /> },
      { id: 'reference', title: t('column.reference'), track: 'minmax(0, 11fr)', isSortable: true, render: (row) => <span className="num sub trunc block">{row.reference}</span> },
      { id: 'status', title: t('column.status'), track: 'minmax(0, 18fr)', isSortable: true, render: (row) => <Status row={row} today={today} /> },
      { id: 'odyssey', title: t('column.odyssey'), track: 'minmax(0, 12fr)', isSortable: true, render: (row) => <Odyssey row={row} today={today} /> },
      { id: 'next', title: t('column.next'), track: 'minmax(0, 24fr)', isSortable: true, render: (row) => <NextAction row={row} today={today} /> },
      { id: 'candidate', title: t('column.candidate'), track: 'minmax(0, 21fr)', isSortable: true, render: (row) => <TopCandidate row={row} /> },
      { id: 'news', title: t('column.news'), track: 'minmax(0, 18fr)', isSortable: true, render: (row) => <News row={row} news={news} today={today} /> },
      { id: 'recorded', title: t('column.recorded'), track: 'minmax(0, 11fr)', isSortable: true, render: (row) => <Recorded row={row} /> },
      { id: 'changed', title: t('column.changed'), track: 'minmax(0, 9fr)', isSortable: true, render: (row) => <span className="num sub trunc block">{formatInstantDay(row.changedAt, today)}</span> },
    ];
    return isWide ? all : all.filter((column) => !wideOnly.includes(column.id));
  }, [t, today, isWide, news, markedIds]);
}

function Proband({ row, today, isMarked }: { readonly row: CaseSummary; readonly today: string; readonly isMarked: boolean }) {
  const t = useWords('caseload');
  return (
    <>
      <b className="trunc block">
        {isMarked ? <SquareCheck size={14} strokeWidth={2} aria-label={t('cell.marked')} className="mark" /> : null}
        {caseName(row)}
      </b>
      <small className="num">{personAgeAndKind(row.proband, today)}</small>
    </>
  );
}

function Status({ row, today }: { readonly row: CaseSummary; readonly today: string }) {
  const t = useWords('field');
  const since = localDay(new Date(row.statusSince));
  return (
    <>
      <span className="trunc block">{t(`status.${row.status}`)}</span>
      <small className="num">{since === today ? t('since.today') : (formatTimeBetween(since, today) ?? '')}</small>
    </>
  );
}

function Odyssey({ row, today }: { readonly row: CaseSummary; readonly today: string }) {
  const t = useWords('caseload');
  if (row.firstSymptomOn === null) return <span className="muted">{t('cell.noOdyssey')}</span>;
  return (
    <>
      <span className="num trunc block">{formatTimeBetween(row.firstSymptomOn, today) ?? ''}</span>
      <small className="num">{t('cell.since', { date: String(readPartialDate(row.firstSymptomOn)?.year ?? '') })}</small>
    </>
  );
}

/** The next action, and below it the earliest of everything that is due. */
function NextAction({ row, today }: { readonly row: CaseSummary; readonly today: string }) {
  const t = useWords('caseload');
  const due = dueWords(row.due?.on ?? null, today);
  if (row.nextAction === '' && (due === null || row.due === null)) return <span className="muted">{t('cell.noAction')}</span>;
  const isOther = row.due !== null && row.due.kind !== 'action';
  return (
    <>
      <span className="trunc block" title={row.nextAction}>
        {row.nextAction === '' && row.due !== null ? t(`due.${row.due.kind}`) : row.nextAction}
      </span>
      {due === null || row.due === null ? null : (
        <small className={`num ${due.tone === 'later' ? '' : due.tone}`}>{isOther && row.nextAction !== '' ? t('due.line', { what: t(`dueWord.${row.due.kind}`), when: due.text }) : due.text}</small>
      )}
    </>
  );
}

function TopCandidate({ row }: { readonly row: CaseSummary }) {
  const t = useWords('caseload');
  const tField = useWords('field');
  if (row.decided !== null) {
    return (
      <>
        <span className="trunc block" title={row.decided.name}>
          {row.decided.name}
        </span>
        <small className={`case-decision ${row.decided.state}`}>{tField(`candidate.${row.decided.state}`)}</small>
      </>
    );
  }
  if (row.topCandidate === null) return <span className="muted">{row.observedCount === 0 ? t('cell.noTerms') : t('cell.notRanked')}</span>;
  return (
    <div className="dx">
      <span className="trunc" title={row.topCandidate.name}>
        {row.topCandidate.name}
      </span>
      <ProbabilityBar probability={row.topCandidate.probability} />
      <span className="p num">{formatProbability(row.topCandidate.probability)}</span>
    </div>
  );
}

/** The weightiest of what changed since the case was last opened. */
function News({ row, news, today }: { readonly row: CaseSummary; readonly news: CaseloadNews; readonly today: string }) {
  const t = useWords('caseload');
  const [moved, trial] = [news.moved.get(row.id), news.trials.get(row.id)];
  if (row.becameLate !== null) return <NewsLine icon={TriangleAlert} tone="late" text={t('news.lateShort', { what: t(`due.${row.becameLate.kind}`) })} note={t('news.lateOn', { date: formatNearDate(row.becameLate.on, today) })} />;
  if (trial?.kind === 'closed') return <NewsLine icon={FlaskConical} tone="late" text={t('news.trial.closed')} note={trial.title} />;
  if (moved !== undefined) return <NewsLine icon={BookOpen} tone="moved" text={t('news.moved')} note={t('news.movedFrom', { name: moved.before.name })} />;
  if (row.waitingSuggestions > 0) return <NewsLine icon={MessageSquareText} tone="said" text={t('news.said')} note={t('news.saidCount', { count: row.waitingSuggestions })} />;
  if (trial !== undefined) return <NewsLine icon={FlaskConical} tone="trial" text={t(`news.trial.${trial.kind}`)} note={trial.title} />;
  return null;
}

function NewsLine({ icon: Icon, tone, text, note }: { readonly icon: LucideIcon; readonly tone: 'late' | 'moved' | 'said' | 'trial'; readonly text: string; readonly note: string }) {
  return (
    <div className={`news is-${tone}`}>
      <Icon size={14} strokeWidth={1.7} aria-hidden />
      <span className="trunc" title={text}>{text}</span>
      <small className="num" title={note}>{note}</small>
    </div>
  );
}

function Recorded({ row }: { readonly row: CaseSummary }) {
  const t = useWords('caseload');
  return (
    <>
      <span className="num trunc block">{t('cell.counts', { observed: row.observedCount })}</span>
      <small className="num">{t('cell.countsExcluded', { excluded: row.excludedCount })}</small>
    </>
  );
}
