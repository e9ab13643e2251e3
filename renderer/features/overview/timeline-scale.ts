import { dayOf, isoDay } from '#shared/casefile/calendar-days.ts';

/** The stretch of time that the line shows, in days since 1970-01-01. */
export interface TimeView {
  readonly from: number;
  readonly to: number;
}

export interface Tick {
  readonly day: number;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** Named by its month; else by its year alone. */
  readonly isMonth: boolean;
}

/** Nothing is told more exactly than to the day; a fortnight is close enough to tell days apart. */
const shortestView = 14;
const longestView = 130 * 366;

export const xOf = (day: number, view: TimeView, width: number): number => ((day - view.from) / (view.to - view.from)) * width;
export const dayAt = (x: number, view: TimeView, width: number): number => view.from + (x / Math.max(1, width)) * (view.to - view.from);

/** Everything, with some room at both ends. */
export function fittingView(days: readonly number[], today: number): TimeView {
  const [first, last] = days.length === 0 ? [today - 365, today] : [Math.min(...days), Math.max(...days)];
  const room = Math.max(30, (last - first) * 0.05);
  // The name of the last step stands behind it.
  return { from: first - room, to: last + room * 2.4 };
}

/** `factor` below one comes closer; the day under `x` stays where it is. */
export function zoomed(view: TimeView, factor: number, at: number): TimeView {
  const length = Math.min(longestView, Math.max(shortestView, (view.to - view.from) * factor));
  const share = (at - view.from) / (view.to - view.from);
  return { from: at - length * share, to: at + length * (1 - share) };
}

export const panned = (view: TimeView, days: number): TimeView => ({ from: view.from + days, to: view.to + days });

/** The view moved as little as needed so that the days are in it. */
export function showing(view: TimeView, from: number, to: number): TimeView {
  const margin = (view.to - view.from) * 0.08;
  if (from - margin < view.from) return panned(view, from - margin - view.from);
  return to + margin > view.to ? panned(view, Math.min(to + margin - view.to, from - margin - view.from)) : view;
}

const stepsInMonths = [1, 3, 6, 12, 24, 60, 120, 240] as const;
const meanMonth = 365.25 / 12;

/** The marks of the calendar, at least `leastPixels` apart. */
export function ticksOf(view: TimeView, width: number, leastPixels = 76): readonly Tick[] {
  const pixelsPerMonth = (width / (view.to - view.from)) * meanMonth;
  const step = stepsInMonths.find((months) => months * pixelsPerMonth >= leastPixels) ?? stepsInMonths[stepsInMonths.length - 1] ?? 12;
  const [startYear = 0, startMonth = 1] = isoDay(Math.ceil(view.from)).split('-').map(Number);
  const firstIndex = Math.ceil((startYear * 12 + startMonth - 1) / step) * step;
  const ticks: Tick[] = [];
  for (let index = firstIndex; ticks.length < 200; index += step) {
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
    const day = dayOf(year, month, 1);
    if (day > view.to) return ticks;
    if (day >= view.from) ticks.push({ day, year, month, isMonth: step < 12 && month !== 1 });
  }
  return ticks;
}
