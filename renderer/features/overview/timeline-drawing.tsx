import { Button } from 'react-aria-components';
import { KindIcon } from '#renderer/features/overview/kind-icon.tsx';
import { markSize, type TimelineLane, type TimelineMark } from '#renderer/features/overview/timeline-layout.ts';
import { ticksOf, xOf, type Tick, type TimeView } from '#renderer/features/overview/timeline-scale.ts';
import type { Odyssey } from '#renderer/features/overview/use-odyssey.ts';
import { formatDate, formatTimeBetween } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { dateInterval, isoDay } from '#shared/casefile/calendar-days.ts';

export interface TimelineDrawingProps {
  readonly layout: readonly TimelineLane[];
  readonly view: TimeView;
  readonly width: number;
  readonly odyssey: Pick<Odyssey, 'birthDate' | 'today' | 'reckoning'>;
  readonly selectedKey: string | null;
  /** Null on paper. */
  readonly onPress: ((mark: TimelineMark) => void) | null;
}

const rowHeight = markSize + 4;

/** The lanes over one axis, which says both the year and the age. */
export function TimelineDrawing({ layout, view, width, odyssey, selectedKey, onPress }: TimelineDrawingProps) {
  const t = useWords('overview');
  const ticks = ticksOf(view, width);
  const now = dateInterval(odyssey.today).from;
  const birth = odyssey.birthDate === null ? null : dateInterval(odyssey.birthDate).from;
  const current = layout.some(({ marks }) => marks.some((mark) => hasKey(mark, selectedKey))) ? selectedKey : (layout[0]?.marks[0]?.key ?? null);
  return (
    <div className="timeline-drawing">
      <div className="timeline-grid" aria-hidden>
        {ticks.map(({ day }) => <i key={day} style={{ left: xOf(day, view, width) }} />)}
        {isIn(now, view) ? <i className="today" style={{ left: xOf(now, view, width) }}><span>{t('line.today')}</span></i> : null}
        {birth !== null && isIn(birth, view) ? <i className="birth" style={{ left: xOf(birth, view, width) }}><span>{t('line.birth')}</span></i> : null}
      </div>
      {layout.map(({ lane, rowCount, marks }) => (
        <div className={`lane lane-${lane}`} key={lane} role="group" aria-label={t(`lane.${lane}`)}>
          <span className="lane-name" aria-hidden>{t(`lane.${lane}`)}</span>
          <div className="lane-marks" style={{ height: rowCount * rowHeight }}>
            {marks.map((mark) => <Mark key={mark.key} mark={mark} isSelected={hasKey(mark, selectedKey)} isCurrent={hasKey(mark, current)} onPress={onPress} />)}
          </div>
        </div>
      ))}
      <Axis ticks={ticks} view={view} width={width} birthDate={odyssey.birthDate} reckoning={odyssey.reckoning} now={now} />
    </div>
  );
}

const hasKey = ({ items }: TimelineMark, key: string | null): boolean => items.some((item) => item.key === key);
const isIn = (day: number, { from, to }: TimeView): boolean => day >= from && day <= to;

function Mark({ mark, isSelected, isCurrent, onPress }: { readonly mark: TimelineMark; readonly isSelected: boolean; readonly isCurrent: boolean; readonly onPress: TimelineDrawingProps['onPress'] }) {
  const t = useWords('overview');
  const { items, x, width, labelWidth, labelX, row, isBar } = mark;
  const [first] = items;
  if (first === undefined) return null;
  const last = items.at(-1) ?? first;
  const name = items.length > 1 ? t('line.group', { count: items.length, from: first.whenText, to: last.whenText }) : t('line.mark', { kind: t(`kind.${first.kind}`), title: [first.title, first.note].filter((part) => part !== '').join(', '), when: first.whenText });
  const style = { left: x, top: row * rowHeight + 2, '--body': `${width}px` };
  const content = (
    <>
      <span className="body" aria-hidden />
      {items.length > 1 ? <b className="count num">{items.length}</b> : <KindIcon kind={first.kind} />}
      {items.length === 1 && labelWidth > 0 ? <span className="words" style={{ maxWidth: labelWidth, marginLeft: labelX - markSize }}>{first.title}</span> : null}
    </>
  );
  const className = `mark kind-${first.kind} ${isBar ? 'is-bar' : 'is-point'} ${first.end === null && isBar ? 'is-unsure' : ''} ${first.isOpen ? 'is-open' : ''} ${items.length > 1 ? 'is-group' : ''} ${isSelected ? 'is-selected' : ''}`;
  if (onPress === null) return <span className={className} style={style}>{content}</span>;
  return (
    <Button className={className} style={style} aria-label={name} onPress={() => onPress(mark)} excludeFromTabOrder={!isCurrent} data-current={isCurrent} data-key={mark.key} {...(isSelected ? { 'aria-current': 'true' as const } : {})}>
      {content}
    </Button>
  );
}

/** Years and months above the age at each of them; the odyssey itself is the thick part of the line. */
function Axis({ ticks, view, width, birthDate, reckoning, now }: { readonly ticks: readonly Tick[]; readonly view: TimeView; readonly width: number; readonly birthDate: string | null; readonly reckoning: Odyssey['reckoning']; readonly now: number }) {
  const start = reckoning.firstSymptom?.interval.from;
  const end = reckoning.diagnosis?.interval.to ?? now;
  const within = (day: number): number => Math.min(Math.max(xOf(day, view, width), 0), width);
  return (
    <div className="timeline-axis" aria-hidden>
      {start === undefined ? null : <i className={`span ${reckoning.diagnosis === null ? 'goes-on' : ''}`} style={{ left: within(start), width: Math.max(0, within(end) - within(start)) }} />}
      {ticks.map((tick) => {
        const day = isoDay(tick.day);
        const age = birthDate === null || day < birthDate ? null : formatTimeBetween(birthDate, day.slice(0, birthDate.length));
        return (
          <span key={tick.day} className={`tick num ${tick.isMonth ? '' : 'is-year'}`} style={{ left: xOf(tick.day, view, width) }}>
            {tick.isMonth ? formatDate(day.slice(0, 7)) : String(tick.year)}
            {age === null ? null : <small>{age}</small>}
          </span>
        );
      })}
    </div>
  );
}

