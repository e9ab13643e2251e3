import { dateInterval } from '#shared/casefile/calendar-days.ts';
import { restingStatuses, type CaseDetail } from '#shared/casefile/case-record.ts';
import { momentInterval } from '#shared/casefile/moment-order.ts';
import { eventInterval, isAwaited, reckonOdyssey, type OdysseyRecords } from '#shared/casefile/odyssey-reckoning.ts';
import type { OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import type { OdysseySource } from '#shared/casefile/odyssey-source.ts';
import type { OrderedTest } from '#shared/casefile/ordered-test.ts';
import type { Task } from '#shared/casefile/task.ts';

/** Something of the odyssey that is missing, late or cannot be right. The screen has the words for each. */
export interface OdysseyGap {
  readonly kind:
    | 'no-first-symptom'
    /** Something else is recorded as a symptom that surely came before the first symptom of the case. */
    | 'earlier-symptom'
    | 'birth-date-needed'
    | 'event-without-date'
    | 'ends-before-it-begins'
    | 'result-overdue'
    | 'reported-without-result'
    | 'test-without-limits'
    | 'task-overdue'
    | 'no-task';
  /** The record to look at; null where one has to be made. */
  readonly source: OdysseySource | null;
  /** How late, where something is. */
  readonly days: number | null;
}

export interface GapRecords extends OdysseyRecords {
  readonly case: OdysseyRecords['case'] & Pick<CaseDetail, 'status' | 'nextAction'>;
  readonly tasks: readonly Task[];
}

/** What is missing, in the order in which it should be looked at: what is late, what cannot be right, what is not known. */
export function findOdysseyGaps(records: GapRecords, today: string): readonly OdysseyGap[] {
  const now = dateInterval(today).from;
  return [...lateGaps(records, now), ...orderGaps(records), ...unknownGaps(records, today)];
}

const eventGap = (kind: OdysseyGap['kind'], { id }: OdysseyEvent): OdysseyGap => ({ kind, source: { kind: 'event', id }, days: null });
const testGap = (kind: OdysseyGap['kind'], { id }: OrderedTest, days: number | null = null): OdysseyGap => ({ kind, source: { kind: 'test', id }, days });

/** Late is what the last day that its date may mean has passed of. */
const daysLate = (date: string | null, now: number): number => (date === null ? 0 : now - dateInterval(date).to);

function lateGaps({ case: record, tests, tasks }: GapRecords, now: number): readonly OdysseyGap[] {
  const open = tasks.filter(({ doneOn }) => doneOn === null);
  const isResting = restingStatuses.includes(record.status);
  return [
    ...tests.filter((one) => isAwaited(one) && daysLate(one.expectedOn, now) > 0).map((one) => testGap('result-overdue', one, daysLate(one.expectedOn, now))),
    ...open.filter(({ dueOn }) => daysLate(dueOn, now) > 0).map(({ id, dueOn }): OdysseyGap => ({ kind: 'task-overdue', source: { kind: 'task', id }, days: daysLate(dueOn, now) })),
    ...(isResting || open.length > 0 || record.nextAction.trim() !== '' ? [] : [{ kind: 'no-task', source: null, days: null } as const]),
  ];
}

function orderGaps({ case: record, events, birthDate }: GapRecords): readonly OdysseyGap[] {
  const first = record.firstSymptomOn === null ? null : dateInterval(record.firstSymptomOn);
  const isEarlier = (event: OdysseyEvent): boolean => event.kind === 'symptom' && first !== null && (eventInterval(event, birthDate)?.to ?? first.from) < first.from;
  const isBackwards = (event: OdysseyEvent): boolean => {
    const start = eventInterval(event, birthDate);
    const end = event.until === null ? null : momentInterval(event.until, birthDate);
    return start !== null && end !== null && end.to < start.from;
  };
  return [...events.filter(isEarlier).map((event) => eventGap('earlier-symptom', event)), ...events.filter(isBackwards).map((event) => eventGap('ends-before-it-begins', event))];
}

function unknownGaps(records: GapRecords, today: string): readonly OdysseyGap[] {
  const { events, tests, birthDate } = records;
  const usesAge = events.find(({ when, until }) => when?.kind === 'age' || until?.kind === 'age');
  return [
    ...(reckonOdyssey(records, today).firstSymptom === null ? [{ kind: 'no-first-symptom', source: null, days: null } as const] : []),
    ...(birthDate === null && usesAge !== undefined ? [eventGap('birth-date-needed', usesAge)] : []),
    ...tests.filter(({ status, result }) => status === 'reported' && result === null).map((one) => testGap('reported-without-result', one)),
    ...tests.filter(({ status, limits }) => status === 'reported' && limits.trim() === '').map((one) => testGap('test-without-limits', one)),
    ...events.filter(({ when }) => when === null).map((event) => eventGap('event-without-date', event)),
  ];
}
