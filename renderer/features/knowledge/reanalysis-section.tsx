import { Check, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ProgressRow } from '#renderer/components/progress-row.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { MovedReasons } from '#renderer/features/knowledge/moved-reasons.tsx';
import { formatNumber, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { MovedCase } from '#shared/contract/advice-procedures.ts';

type Shifted = NonNullable<OutputOf<'reanalysis.list'>['shifted']>;

/** More than this is looked through in the caseload, which can search and sort. */
const listedCases = 100;

/** How far the ranking under the release in use is, and which cases it moved. */
export function ReanalysisSection() {
  const t = useWords('knowledge');
  const list = useQueryOf('reanalysis.list', { withShifted: true }, { keepsLast: true });
  return (
    <section>
      <h2>{t('reanalysis.title')}</h2>
      <p className="sub">{t('reanalysis.text')}</p>
      {list.data === undefined ? list.error === null ? <Skeleton lines={2} /> : <ErrorState error={list.error} onRetry={() => void list.refetch()} isSmall /> : <Progress list={list.data} />}
      {list.data === undefined ? null : <Comparison moved={list.data.moved} shifted={list.data.shifted ?? null} isDone={list.data.waiting === 0} />}
    </section>
  );
}

function Progress({ list }: { readonly list: OutputOf<'reanalysis.list'> }) {
  const t = useWords('knowledge');
  const pause = useCommand('reanalysis.pause');
  const { release, waiting, total, isPaused } = list;
  if (waiting === 0) return null;
  if (isPaused) {
    return (
      <div className="acts">
        <span className="sub num">{t('reanalysis.paused', { count: waiting, formatted: formatNumber(waiting) })}</span>
        <Button onPress={() => pause.mutate({ isPaused: false })}>{t('reanalysis.goOn')}</Button>
      </div>
    );
  }
  return <ProgressRow label={t('reanalysis.running', { release, done: formatNumber(total - waiting), total: formatNumber(total) })} done={total - waiting} total={total} onCancel={() => pause.mutate({ isPaused: true })} />;
}

interface ComparisonProps {
  readonly moved: readonly MovedCase[];
  /** Null while the background ranking runs. */
  readonly shifted: Shifted | null;
  /** Every case is ranked under the release in use: what does not stand here did not move. */
  readonly isDone: boolean;
}

/** The cases with another first place, and below them those in which only others moved. Nothing is listed without saying of how many. */
function Comparison({ moved, shifted, isDone }: ComparisonProps) {
  const t = useWords('knowledge');
  if (shifted?.comparedCount === 0) return isDone ? <p className="sub sm reanalysis-none">{t('reanalysis.nothingBefore')}</p> : null;
  return (
    <>
      {shifted === null ? null : <p className="muted sm num reanalysis-none">{t('reanalysis.compared', { count: shifted.comparedCount, formatted: formatNumber(shifted.comparedCount) })}</p>}
      {moved.length > 0 ? <h3 className="num">{t('reanalysis.count', { count: moved.length, formatted: formatNumber(moved.length) })}</h3> : isDone ? <p className="sub sm">{t('reanalysis.none')}</p> : null}
      <ul className="moved-cases">
        {moved.slice(0, listedCases).map((one) => (
          <Moved key={one.caseId} moved={one} change={t('reanalysis.was', { name: one.before.name, probability: formatProbability(one.before.probability) })} />
        ))}
      </ul>
      {moved.length > listedCases ? <p className="muted sm num">{t('reanalysis.more', { count: moved.length - listedCases })}</p> : null}
      {shifted === null ? null : <ShiftedCases shifted={shifted} isDone={isDone} />}
    </>
  );
}

function ShiftedCases({ shifted: { count, cases }, isDone }: { readonly shifted: Shifted; readonly isDone: boolean }) {
  const t = useWords('knowledge');
  const notListed = count - cases.length;
  if (count === 0) return isDone ? <p className="sub sm">{t('reanalysis.shiftedNone')}</p> : null;
  return (
    <>
      <h3 className="num">{t('reanalysis.shiftedCount', { count, formatted: formatNumber(count) })}</h3>
      <p className="sub sm">{t('reanalysis.shiftedText')}</p>
      <ul className="moved-cases">
        {cases.map((one) => (
          <ShiftedCase key={one.caseId} shifted={one} />
        ))}
      </ul>
      {notListed > 0 ? <p className="muted sm num">{t('reanalysis.shiftedMore', { count: notListed, formatted: formatNumber(notListed) })}</p> : null}
    </>
  );
}

/** The first place as it is now, and beside it what moved most. */
function ShiftedCase({ shifted }: { readonly shifted: Shifted['cases'][number] }) {
  const t = useWords('knowledge');
  const { name, before, after } = shifted.change;
  const placed = (place: typeof before): string => (place === null ? t('reanalysis.beyond') : t('moved.place', { rank: place.rank, probability: formatProbability(place.probability) }));
  return <Moved moved={shifted} change={t('reanalysis.fromTo', { name, before: placed(before), after: placed(after) })} />;
}

function Moved({ moved, change }: { readonly moved: Pick<MovedCase, 'caseId' | 'reference' | 'probandName' | 'after'>; /** What moved, in one line. */ readonly change: string }) {
  const t = useWords('knowledge');
  const [isOpen, setOpen] = useState(false);
  const acknowledge = useCommand('reanalysis.acknowledge');
  const { caseId, after } = moved;
  const name = moved.probandName === '' ? moved.reference : moved.probandName;
  return (
    <li>
      <button type="button" className="moved-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <ChevronRight size={14} aria-hidden />
        <span className="who trunc">{name} <small className="muted num">{name === moved.reference ? '' : moved.reference}</small></span>
        <span className="now trunc" title={after.name}>{after.name}</span>
        <span className="num">{formatProbability(after.probability)}</span>
        <span className="was muted" title={change}>{change}</span>
      </button>
      {isOpen ? (
        <div className="moved-why">
          <MovedReasons caseId={caseId} />
          <div className="acts">
            <Button variant="primary" onPress={() => openCase(caseId, 'diagnosis')}>{t('reanalysis.open')}</Button>
            <Button icon={Check} onPress={() => acknowledge.mutate({ caseId })}>{t('reanalysis.seen')}</Button>
          </div>
        </div>
      ) : null}
    </li>
  );
}
