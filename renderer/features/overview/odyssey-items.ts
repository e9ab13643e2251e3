import { words } from '#renderer/i18n/words.ts';
import { formatDate } from '#renderer/i18n/format.ts';
import { momentText } from '#renderer/i18n/moment.ts';
import { dateInterval, type DayInterval } from '#shared/casefile/calendar-days.ts';
import { compareMoments, exactly, momentInterval } from '#shared/casefile/moment-order.ts';
import type { Moment } from '#shared/casefile/moment.ts';
import type { EventKind, OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import { isAwaited } from '#shared/casefile/odyssey-reckoning.ts';
import type { OdysseySource } from '#shared/casefile/odyssey-source.ts';
import type { OrderedTest } from '#shared/casefile/ordered-test.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';

export const lanes = ['symptom', 'visit', 'test', 'diagnosis', 'treatment', 'referral'] as const;
export type Lane = (typeof lanes)[number];

const laneOfKind = {
  ...{ symptom: 'symptom', 'birth-history': 'symptom', visit: 'visit', decision: 'visit', other: 'visit', test: 'test', result: 'test' },
  ...{ misdiagnosis: 'diagnosis', diagnosis: 'diagnosis', treatment: 'treatment', referral: 'referral' },
} as const satisfies Readonly<Record<EventKind, Lane>>;

/** One step of the odyssey as the line and the list show it, whatever record it comes from. */
export interface OdysseyItem {
  readonly key: string;
  readonly source: OdysseySource & { readonly kind: 'event' | 'test' | 'referral' };
  readonly kind: EventKind;
  readonly lane: Lane;
  readonly when: Moment | null;
  /** The days on which it may have begun; null where it has no place in the calendar. */
  readonly start: DayInterval | null;
  /** The days on which it may have ended; null for what has no duration. */
  readonly end: DayInterval | null;
  /** It goes on until today. */
  readonly isOpen: boolean;
  readonly title: string;
  /** Who and where, or how a test came out. */
  readonly note: string;
  readonly whenText: string;
  readonly isPrivate: boolean;
}

/** All steps in the order of their moments. */
export function odysseyItems(records: { readonly events: readonly OdysseyEvent[]; readonly tests: readonly OrderedTest[]; readonly referrals: readonly Referral[] }, birthDate: string | null, today: string): readonly OdysseyItem[] {
  const now = dateInterval(today);
  const items = [...records.events.map((event) => eventItem(event, birthDate, now)), ...records.tests.map((test) => testItem(test, now)), ...records.referrals.map((referral) => referralItem(referral))];
  return items.toSorted((one, other) => compareMoments(one.when, other.when, birthDate));
}

export const keyOf = ({ kind, id }: Pick<OdysseySource, 'kind' | 'id'>): string => `${kind}:${id}`;

function eventItem(event: OdysseyEvent, birthDate: string | null, now: DayInterval): OdysseyItem {
  const { id, kind, when, until, isOngoing, clinician, place, isPrivate } = event;
  const end = isOngoing ? now : until === null ? null : momentInterval(until, birthDate);
  return {
    ...itemFrame({ kind: 'event', id }, kind, isPrivate),
    when,
    start: when === null ? null : momentInterval(when, birthDate),
    end,
    isOpen: isOngoing,
    ...titleAndNote([event.title, clinician, place], words.t(`overview:kind.${kind}`)),
    whenText: rangeText(when, until, isOngoing),
  };
}

/** The first that is said is the title, so that a visit without words is called by whom it was with. */
function titleAndNote(said: readonly string[], otherwise: string): Pick<OdysseyItem, 'title' | 'note'> {
  const [title = otherwise, ...rest] = said.filter((part) => part !== '');
  return { title, note: rest.join(', ') };
}

function testItem(test: OrderedTest, now: DayInterval): OdysseyItem {
  const from = test.orderedOn ?? test.sampleOn;
  const begins = from ?? test.reportedOn;
  const end = from === null ? null : test.reportedOn !== null ? dateInterval(test.reportedOn) : isAwaited(test) ? now : null;
  const outcome = test.result === null ? words.t(`overview:testStatus.${test.status}`) : words.t(`overview:testResult.${test.result}`);
  return {
    ...itemFrame({ kind: 'test', id: test.id }, 'test', test.isPrivate),
    when: begins === null ? null : exactly(begins),
    start: begins === null ? null : dateInterval(begins),
    end,
    isOpen: isAwaited(test),
    title: test.name === '' ? words.t(`overview:testKind.${test.kind}`) : test.name,
    note: [outcome, test.laboratory].filter((part) => part !== '').join(', '),
    whenText: begins === null ? words.t('overview:list.noDate') : rangeText(exactly(begins), from !== null && test.reportedOn !== null ? exactly(test.reportedOn) : null, isAwaited(test)),
  };
}

function referralItem({ id, steps, destination, isPrivate }: Referral): OdysseyItem {
  const [first] = steps;
  const last = steps.at(-1);
  const isSent = steps.length > 1;
  return {
    ...itemFrame({ kind: 'referral', id }, 'referral', isPrivate),
    when: first === undefined ? null : exactly(first.on),
    start: first === undefined ? null : dateInterval(first.on),
    end: isSent && last !== undefined ? dateInterval(last.on) : null,
    isOpen: false,
    title: destination.name === '' ? words.t('overview:kind.referral') : destination.name,
    note: last === undefined ? '' : last.stage.replaceAll('-', ' '),
    whenText: first === undefined ? words.t('overview:list.noDate') : formatDate(first.on),
  };
}

const itemFrame = <Kind extends 'event' | 'test' | 'referral'>(source: { readonly kind: Kind; readonly id: string }, kind: EventKind, isPrivate: boolean) => ({ key: keyOf(source), source, kind, lane: laneOfKind[kind], isPrivate });

function rangeText(when: Moment | null, until: Moment | null, isOpen: boolean): string {
  if (when === null) return words.t('overview:list.noDate');
  if (isOpen) return words.t('overview:list.since', { from: momentText(when) });
  const [from, to] = [momentText(when), until === null ? null : momentText(until)];
  return to === null || to === from ? from : words.t('overview:list.fromTo', { from, to });
}
