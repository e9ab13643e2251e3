import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { useAction } from '#renderer/app/action.ts';
import { IconButton } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/screen-states.tsx';
import { overviewActions } from '#renderer/features/overview/overview-actions.ts';
import type { OdysseyItem } from '#renderer/features/overview/odyssey-items.ts';
import { layOutTimeline, type TimelineMark } from '#renderer/features/overview/timeline-layout.ts';
import { TimelineDrawing } from '#renderer/features/overview/timeline-drawing.tsx';
import { dayAt, fittingView, panned, showing, zoomed, type TimeView } from '#renderer/features/overview/timeline-scale.ts';
import { textWidth } from '#renderer/features/overview/text-width.ts';
import type { Odyssey } from '#renderer/features/overview/use-odyssey.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { dateInterval } from '#shared/casefile/calendar-days.ts';

export interface TimelineProps {
  readonly odyssey: Odyssey;
  readonly selectedKey: string | null;
  readonly onSelect: (item: OdysseyItem) => void;
}

const zoomStep = 1.5;
/** A press that moves less is a press. */
const dragPixels = 4;

/** The odyssey on one line that can be zoomed and moved, with a lane for each kind of step. */
export function Timeline({ odyssey, selectedKey, onSelect }: TimelineProps) {
  const t = useWords('overview');
  const { items, reckoning, today } = odyssey;
  const now = dateInterval(today).from;
  const dated = useMemo(() => items.filter(({ start }) => start !== null), [items]);
  const fitting = useMemo(() => fittingView(daysToShow(dated, reckoning.firstSymptom?.interval.from ?? null, now), now), [dated, reckoning.firstSymptom, now]);
  const [chosen, setChosen] = useState<TimeView | null>(null);
  const view = chosen ?? fitting;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidthOf(frame);
  const layout = useMemo(() => layOutTimeline(dated, { width, view, rowsPerLane: 2, widthOfText: textWidth }), [dated, width, view]);
  const marks = useMemo(() => layout.flatMap((lane) => lane.marks), [layout]);
  const zoom = (factor: number, at = selectedDay(dated, selectedKey) ?? (view.from + view.to) / 2): void => setChosen(zoomed(view, factor, at));
  const dragging = useDragging(view, width, setChosen);
  useWheel(frame, (event, x) => (event.ctrlKey || event.metaKey ? zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, dayAt(x, view, width)) : setChosen(panned(view, (event.deltaX / Math.max(1, width)) * (view.to - view.from)))));
  useAction(overviewActions.zoomIn, () => zoom(1 / zoomStep));
  useAction(overviewActions.zoomOut, () => zoom(zoomStep));
  useAction(overviewActions.fit, () => setChosen(null));

  const focusOn = (item: OdysseyItem): void => {
    if (item.start !== null) setChosen(showing(view, item.start.from, item.start.from));
    onSelect(item);
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('[data-current="true"]')?.focus());
  };
  const press = (mark: TimelineMark): void => {
    const [first] = mark.items;
    if (first === undefined || dragging.justDragged()) return;
    const extent = extentOf(mark);
    // A group opens by coming closer, until its steps stand apart or are of one day.
    if (mark.items.length > 1 && extent.to - extent.from >= 2) setChosen(roomAround(extent));
    else onSelect(first);
  };
  const walk = (event: KeyboardEvent): void => {
    // `=` is the shortcut, without Shift on most keyboards.
    if (event.key === '+') return zoom(1 / zoomStep);
    const target = walkTo(event.key, marks, dated, keyWalkedFrom(event.target, marks, selectedKey));
    if (target === null) return;
    event.preventDefault();
    focusOn(target);
  };

  if (dated.length === 0) return <EmptyState icon={overviewActions.entry.icon} title={t('line.empty')} text={t('line.emptyText')} isSmall />;
  return (
    <section className="timeline" aria-label={t('line.label')}>
      <div className="timeline-tools">
        <IconButton icon={ZoomOut} label={t('line.zoomOut')} shortcut={overviewActions.zoomOut.shortcut} onPress={() => zoom(zoomStep)} />
        <IconButton icon={ZoomIn} label={t('line.zoomIn')} shortcut={overviewActions.zoomIn.shortcut} onPress={() => zoom(1 / zoomStep)} />
        <IconButton icon={Maximize} label={t('line.fit')} shortcut={overviewActions.fit.shortcut} onPress={() => setChosen(null)} />
      </div>
      <div className="timeline-frame" ref={frame} onKeyDown={walk} {...dragging.handlers}>
        <TimelineDrawing layout={layout} view={view} width={width} odyssey={odyssey} selectedKey={selectedKey} onPress={press} />
      </div>
    </section>
  );
}

function daysToShow(items: readonly OdysseyItem[], firstSymptom: number | null, now: number): readonly number[] {
  return [...items.flatMap(({ start, end }) => (start === null ? [] : [start.from, start.to, ...(end === null ? [] : [end.to])])), ...(firstSymptom === null ? [] : [firstSymptom]), now];
}

const selectedDay = (items: readonly OdysseyItem[], key: string | null): number | null => items.find((item) => item.key === key)?.start?.from ?? null;

function extentOf({ items }: TimelineMark): TimeView {
  const starts = items.flatMap(({ start }) => (start === null ? [] : [start.from, start.to]));
  return { from: Math.min(...starts), to: Math.max(...starts) };
}

function roomAround({ from, to }: TimeView): TimeView {
  const room = Math.max(7, (to - from) * 0.35);
  return { from: from - room, to: to + room * 1.6 };
}

/** The step that has the focus; in a group the selected one of it. */
function keyWalkedFrom(target: EventTarget, marks: readonly TimelineMark[], selectedKey: string | null): string | null {
  const focused = target instanceof HTMLElement ? marks.find(({ key }) => key === target.dataset['key']) : undefined;
  return focused === undefined || focused.items.some(({ key }) => key === selectedKey) ? selectedKey : focused.key;
}

/** The step that a key leads to: left and right in time, up and down to the nearest step of the next lane. */
function walkTo(key: string, marks: readonly TimelineMark[], items: readonly OdysseyItem[], fromKey: string | null): OdysseyItem | null {
  const index = items.findIndex((item) => item.key === fromKey);
  if (key === 'ArrowRight') return items[Math.min(items.length - 1, index + 1)] ?? null;
  if (key === 'ArrowLeft') return items[Math.max(0, index - 1)] ?? null;
  if (key === 'Home') return items[0] ?? null;
  if (key === 'End') return items.at(-1) ?? null;
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  const here = marks.find((mark) => mark.items.some((item) => item.key === fromKey));
  if (here === undefined) return items[0] ?? null;
  const lanesShown = [...new Set(marks.map((mark) => mark.items[0]?.lane))];
  const next = lanesShown[lanesShown.indexOf(here.items[0]?.lane) + (key === 'ArrowDown' ? 1 : -1)];
  const nearest = marks.filter((mark) => mark.items[0]?.lane === next).toSorted((one, other) => Math.abs(one.x - here.x) - Math.abs(other.x - here.x))[0];
  return nearest?.items[0] ?? null;
}

/** The width of what is inside the element, kept up to date. */
function useWidthOf(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(720);
  useLayoutEffect(() => {
    const present = element.current;
    if (present === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => entry !== undefined && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(present);
    return () => observer.disconnect();
  });
  return width - laneLabelWidth;
}

/** Of the column with the names of the lanes; `--lane-label` in overview.css. */
export const laneLabelWidth = 84;

function useDragging(view: TimeView, width: number, onView: (view: TimeView) => void) {
  const drag = useRef<{ readonly x: number; readonly view: TimeView; moved: boolean } | null>(null);
  const wasDragged = useRef(false);
  return {
    justDragged: () => wasDragged.current,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        wasDragged.current = false;
        if (event.button === 0) drag.current = { x: event.clientX, view, moved: false };
      },
      onPointerMove: (event: PointerEvent) => {
        const begun = drag.current;
        if (begun === null || event.buttons === 0) return;
        const pixels = event.clientX - begun.x;
        if (!begun.moved && Math.abs(pixels) < dragPixels) return;
        begun.moved = true;
        wasDragged.current = true;
        onView(panned(begun.view, (-pixels / Math.max(1, width)) * (begun.view.to - begun.view.from)));
      },
      onPointerUp: () => {
        drag.current = null;
      },
    },
  };
}

/** Wheel with Ctrl, a pinch, and sideways; up and down alone scroll the page. React's own listener could not stop the page from zooming. */
function useWheel(element: RefObject<HTMLElement | null>, onWheel: (event: WheelEvent, x: number) => void): void {
  const latest = useRef(onWheel);
  useEffect(() => {
    latest.current = onWheel;
  });
  useEffect(() => {
    const present = element.current;
    const listen = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
      event.preventDefault();
      latest.current(event, event.clientX - (present?.getBoundingClientRect().left ?? 0) - laneLabelWidth);
    };
    present?.addEventListener('wheel', listen, { passive: false });
    return () => present?.removeEventListener('wheel', listen);
  });
}
