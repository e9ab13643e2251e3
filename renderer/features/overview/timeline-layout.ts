import { lanes, type Lane, type OdysseyItem } from '#renderer/features/overview/odyssey-items.ts';
import { xOf, type TimeView } from '#renderer/features/overview/timeline-scale.ts';

/** One mark on the line: a step, or several that stand too close to be told apart. */
export interface TimelineMark {
  /** Of its first step. */
  readonly key: string;
  /** In the order of time. */
  readonly items: readonly OdysseyItem[];
  readonly x: number;
  /** Of its body; the label may reach further. */
  readonly width: number;
  /** Room for its words, 0 for none; they begin at `labelX` of the mark, inside its body where they fit there. */
  readonly labelWidth: number;
  readonly labelX: number;
  readonly row: number;
  /** Its body spans days: a duration, or a date that is not exact. */
  readonly isBar: boolean;
}

export interface TimelineLane {
  readonly lane: Lane;
  readonly rowCount: number;
  readonly marks: readonly TimelineMark[];
}

export interface LayoutChoice {
  readonly width: number;
  readonly view: TimeView;
  readonly rowsPerLane: number;
  /** How wide a title is in the type of the line. */
  readonly widthOfText: (text: string) => number;
}

/** A mark is as wide as it is high: the smallest target. */
export const markSize = 24;
const gap = 4;
const widestLabel = 190;
/** Narrower than this a cut title says nothing. */
const narrowestLabel = 34;

interface Placing {
  items: OdysseyItem[];
  x: number;
  width: number;
  labelWidth: number;
  labelX: number;
  isBar: boolean;
}

/**
 * Where each step stands: lane by lane, in as few rows as keep the bodies apart, titles cut where the next mark needs the room. What fits in no row is
 * gathered into the mark that it would cover. Steps without a date and those outside the view are left out; every other one is in exactly one mark.
 */
export function layOutTimeline(items: readonly OdysseyItem[], choice: LayoutChoice): readonly TimelineLane[] {
  return lanes.flatMap((lane) => {
    const rows: Placing[][] = [];
    for (const placing of visibleIn(items.filter((item) => item.lane === lane), choice)) put(placing, rows, choice.rowsPerLane);
    const marks = rows.flatMap((row, index) => row.map((placing) => markOf(placing, index)));
    return marks.length === 0 ? [] : [{ lane, rowCount: rows.length, marks: marks.toSorted((one, other) => one.x - other.x) }];
  });
}

/** Bodies with their full titles, from left to right. */
function visibleIn(items: readonly OdysseyItem[], { width, view, widthOfText }: LayoutChoice): readonly Placing[] {
  return items
    .flatMap((item): readonly Placing[] => {
      if (item.start === null) return [];
      const last = Math.max(item.start.to, item.end?.to ?? item.start.to) + 1;
      const [left, right] = [xOf(item.start.from, view, width), xOf(last, view, width)];
      if (right < 0 || left > width) return [];
      const [x, isBar] = [Math.max(left, 0), right - left > markSize];
      const body = Math.max(markSize, isBar ? Math.min(right, width) - x : 0);
      const label = Math.min(widestLabel, Math.ceil(widthOfText(item.title)) + 8);
      const labelX = label + markSize <= body ? markSize : body + 2;
      return [{ items: [item], x, width: body, labelWidth: Math.min(label, Math.max(0, width - x - labelX)), labelX, isBar }];
    })
    .toSorted((one, other) => one.x - other.x);
}

function put(placing: Placing, rows: Placing[][], mostRows: number): void {
  const free = rows.find((row) => endOf(row.at(-1)) <= placing.x);
  if (free !== undefined) return void free.push(placing);
  if (rows.length < mostRows) return void rows.push([placing]);
  // The row whose last title loses the least.
  const [roomiest] = rows.filter((row) => bodyEnd(row.at(-1)) + gap <= placing.x).toSorted((one, other) => bodyEnd(one.at(-1)) - bodyEnd(other.at(-1)));
  if (roomiest !== undefined) {
    shorten(roomiest.at(-1), placing.x);
    roomiest.push(placing);
    return;
  }
  const [covered] = rows.flatMap((row) => row.slice(-1)).toSorted((one, other) => other.x - one.x);
  if (covered !== undefined) gather(covered, placing);
}

const bodyEnd = (placing: Placing | undefined): number => (placing === undefined ? 0 : placing.x + placing.width);
const endOf = (placing: Placing | undefined): number => (placing === undefined ? 0 : Math.max(bodyEnd(placing), placing.x + placing.labelX + placing.labelWidth) + gap);

function shorten(placing: Placing | undefined, nextX: number): void {
  if (placing === undefined) return;
  const room = nextX - gap - placing.x - placing.labelX;
  placing.labelWidth = room < narrowestLabel ? 0 : Math.min(placing.labelWidth, room);
}

function gather(into: Placing, placing: Placing): void {
  into.items.push(...placing.items);
  into.width = Math.max(into.width, placing.x + placing.width - into.x);
  into.labelWidth = 0;
}

function markOf({ items, x, width, labelWidth, labelX, isBar }: Placing, row: number): TimelineMark {
  const [first] = items;
  return { key: first?.key ?? '', items, x, width, labelWidth, labelX, row, isBar: isBar || items.length > 1 };
}
