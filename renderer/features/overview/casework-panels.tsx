import { CircleAlert, Clock, Plus } from 'lucide-react';
import { IconButton } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { useCommand } from '#renderer/client/queries.tsx';
import { overviewActions } from '#renderer/features/overview/overview-actions.ts';
import { daysInWords } from '#renderer/features/overview/range-words.ts';
import type { Odyssey } from '#renderer/features/overview/use-odyssey.ts';
import { formatDate, formatNearDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { dateInterval } from '#shared/casefile/calendar-days.ts';
import type { OdysseyGap } from '#shared/casefile/odyssey-gaps.ts';
import { isAwaited } from '#shared/casefile/odyssey-reckoning.ts';
import type { OdysseySource } from '#shared/casefile/odyssey-source.ts';
import type { Task } from '#shared/casefile/task.ts';

interface PanelProps {
  readonly odyssey: Odyssey;
  readonly onOpen: (source: OdysseySource) => void;
}

/** What is missing, late or cannot be right; each leads to where it is put right. */
export function GapPanel({ odyssey, onOpen, onFirstSymptom, onNewTask }: PanelProps & { readonly onFirstSymptom: () => void; readonly onNewTask: () => void }) {
  const t = useWords('overview');
  const open = ({ kind, source }: OdysseyGap): void => (source !== null ? onOpen(source) : kind === 'no-task' ? onNewTask() : onFirstSymptom());
  return (
    <section>
      <h2>{t('gap.title')} {odyssey.gaps.length === 0 ? null : <span className="n num">{odyssey.gaps.length}</span>}</h2>
      {odyssey.gaps.length === 0 ? <p className="sub">{t('gap.none')}</p> : null}
      <ul className="panel-list">
        {odyssey.gaps.map((gap) => (
          <li key={`${gap.kind}:${gap.source?.id ?? ''}`}>
            <button type="button" onClick={() => open(gap)}>
              {gap.days === null ? <CircleAlert size={14} strokeWidth={1.6} aria-hidden /> : <Clock className="late" size={14} strokeWidth={1.6} aria-hidden />}
              <span className={gap.days === null ? '' : 'late'}>{t(`gap.${gap.kind}`, { name: nameOf(gap.source, odyssey, t), days: gap.days === null ? '' : daysInWords(gap.days) })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameOf(source: OdysseySource | null, { items, tasks }: Odyssey, t: ReturnType<typeof useWords<'overview'>>): string {
  if (source === null) return '';
  const title = source.kind === 'task' ? tasks.find(({ id }) => id === source.id)?.title : items.find((item) => item.source.kind === source.kind && item.source.id === source.id)?.title;
  return title === undefined || title === '' ? t('tasks.untitled') : title;
}

export function TaskPanel({ odyssey, onOpen, onNewTask, selectedId }: PanelProps & { readonly onNewTask: () => void; readonly selectedId: string | null }) {
  const t = useWords('overview');
  const change = useCommand('task.change');
  const { tasks, today } = odyssey;
  const open = tasks.filter(({ doneOn }) => doneOn === null).toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'));
  const done = tasks.filter(({ doneOn }) => doneOn !== null).toSorted((one, other) => (other.doneOn ?? '').localeCompare(one.doneOn ?? ''));
  const lateBy = ({ dueOn, doneOn }: Task): number => (dueOn === null || doneOn !== null ? 0 : dateInterval(today).from - dateInterval(dueOn).to);
  return (
    <section>
      <h2>
        {t('tasks.title')} {open.length === 0 ? null : <span className="n num">{open.length}</span>}
        <IconButton icon={Plus} label={t('tasks.add')} shortcut={overviewActions.task.shortcut} onPress={onNewTask} />
      </h2>
      {tasks.length === 0 ? <p className="sub">{t('tasks.none')}</p> : null}
      <ul className="panel-list tasks">
        {[...open, ...done].map((task) => (
          <li key={task.id} className={task.doneOn === null ? '' : 'is-done'}>
            <Checkbox isSelected={task.doneOn !== null} isDisabled={change.isPending} onChange={(isDone) => change.mutate({ taskId: task.id, version: task.version, change: { doneOn: isDone ? today : null } })}>
              <span className="vh">{t('tasks.finish', { title: task.title })}</span>
            </Checkbox>
            <button type="button" onClick={() => onOpen({ kind: 'task', id: task.id })} {...(task.id === selectedId ? { 'aria-current': 'true' as const } : {})}>
              <span className="grow">{task.title === '' ? t('tasks.untitled') : task.title}</span>
              {task.dueOn === null ? null : <small className={`num ${lateBy(task) > 0 ? 'late' : task.dueOn === today ? 'today' : ''}`}>{formatNearDate(task.dueOn, today)}</small>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function AwaitedPanel({ odyssey, onOpen }: PanelProps) {
  const t = useWords('overview');
  const awaited = odyssey.tests.filter(isAwaited);
  if (awaited.length === 0) return null;
  const waitOf = (testId: string): string => {
    const wait = odyssey.reckoning.waits.find((one) => one.testId === testId);
    return wait === undefined ? t('awaited.unknownStart') : t('awaited.days', { days: daysInWords(wait.days.most) });
  };
  return (
    <section>
      <h2>{t('awaited.title')} <span className="n num">{awaited.length}</span></h2>
      <ul className="panel-list">
        {awaited.map((test) => (
          <li key={test.id}>
            <button type="button" onClick={() => onOpen({ kind: 'test', id: test.id })}>
              <span className="grow">
                {test.name === '' ? t(`testKind.${test.kind}`) : test.name}
                <small className="num">{[waitOf(test.id), test.expectedOn === null ? '' : t('awaited.expected', { date: formatDate(test.expectedOn) })].filter((part) => part !== '').join(', ')}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
