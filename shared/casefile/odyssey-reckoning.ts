import { onsetInterval } from '#shared/casefile/onset-interval.ts';
import type { Candidate, CaseDetail } from '#shared/casefile/case-record.ts';
import { dateInterval, type DayInterval } from '#shared/casefile/calendar-days.ts';
import { momentInterval } from '#shared/casefile/moment-order.ts';
import { namesIn, namesToCount } from '#shared/casefile/odyssey-names.ts';
import type { OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import type { OdysseySource } from '#shared/casefile/odyssey-source.ts';
import type { OrderedTest } from '#shared/casefile/ordered-test.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import { daysPerYear } from '#shared/phenotype/duration.ts';
import type { Feature } from '#shared/phenotype/feature.ts';

/** What the reckoning needs of a case; a `CaseFile` has it all. */
export interface OdysseyRecords {
  readonly case: Pick<CaseDetail, 'firstSymptomOn'> & { readonly id: string };
  /** Of the proband. */
  readonly birthDate: string | null;
  /** Of the proband. */
  readonly features: readonly Feature[];
  readonly events: readonly OdysseyEvent[];
  readonly tests: readonly OrderedTest[];
  readonly referrals: readonly Referral[];
  readonly candidates: readonly Candidate[];
}

/** A point of the way, with the days on which it may have been. */
export interface Milestone {
  readonly interval: DayInterval;
  readonly source: OdysseySource;
}

/** A number of days between two bounds: partial dates leave it open which. */
export interface DayRange {
  readonly least: number;
  readonly most: number;
}

export interface Counted {
  readonly names: readonly string[];
  readonly sources: readonly OdysseySource[];
}

export interface TestWait {
  readonly testId: string;
  readonly days: DayRange;
  /** Nothing is reported yet: it goes on. */
  readonly isOpen: boolean;
}

export interface OdysseyReckoning {
  readonly firstSymptom: Milestone | null;
  readonly firstVisit: Milestone | null;
  readonly firstReferral: Milestone | null;
  readonly diagnosis: Milestone | null;
  readonly misdiagnoses: readonly OdysseySource[];
  /** From the first symptom to the diagnosis, or to today; null where its beginning is not known. */
  readonly length: (DayRange & { readonly isOver: boolean; readonly sources: readonly OdysseySource[] }) | null;
  readonly clinicians: Counted;
  readonly places: Counted;
  readonly tests: readonly OdysseySource[];
  readonly waits: readonly TestWait[];
  /** Of all tests together, each counted by itself also where two ran at once. */
  readonly waited: DayRange;
}

/**
 * Reckons the odyssey of a case from what is recorded, each number with the records it rests on.
 *
 * Formula: it begins with the first symptom as the case states it, else with the earliest symptom event, else with the earliest onset of an observed
 * feature. It ends with the earliest event of a diagnosis that was not wrong, else with the confirmed candidate, else goes on until today. Least length =
 * first day of the end − last day of the beginning, never below zero; most = last day of the end − first day of the beginning. A wait runs from the order
 * (else the sample) to the report, or to today. Clinicians and places are counted by their names.
 * Units: days.
 * Source: the bounds are interval arithmetic; what an odyssey counts is after the Rare Barometer survey, Faye F et al., 2024,
 * doi:10.1038/s41431-024-01604-z (time from first symptom to diagnosis, misdiagnoses, professionals consulted).
 * Assumes: today is a day in the calendar of the clinic.
 * Limits: two spellings of one name count as two; an event without a date is counted but does not bound a length.
 */
export function reckonOdyssey(records: OdysseyRecords, today: string): OdysseyReckoning {
  const { events, tests, referrals } = records;
  const firstSymptom = firstSymptomOf(records);
  const diagnosis = diagnosisOf(records);
  const now = dateInterval(today).from;
  const waits = tests.flatMap((one) => waitOf(one, now) ?? []);
  return {
    firstSymptom,
    diagnosis,
    firstVisit: earliest(eventMilestones(records, ['visit'])),
    firstReferral: earliest([...eventMilestones(records, ['referral']), ...referrals.flatMap(sentMilestone)]),
    misdiagnoses: events.filter(({ kind }) => kind === 'misdiagnosis').map(eventSource),
    length: lengthBetween(firstSymptom, diagnosis, now),
    clinicians: counted(namesToCount([...events.map(({ id, clinician }) => ({ source: { kind: 'event', id } as const, names: namesIn(clinician) })), ...tests.map(({ id, orderedBy }) => ({ source: { kind: 'test', id } as const, names: namesIn(orderedBy) })), ...referrals.filter(wasSeen).map(({ id, destination }) => ({ source: { kind: 'referral', id } as const, names: namesIn(destination.clinician) }))])),
    places: counted(namesToCount([...events.map(({ id, place }) => ({ source: { kind: 'event', id } as const, names: place.trim() === '' ? [] : [place.trim()] })), ...referrals.filter(wasSeen).map(({ id, destination }) => ({ source: { kind: 'referral', id } as const, names: destination.name.trim() === '' ? [] : [destination.name.trim()] }))])),
    tests: [...events.filter(({ kind }) => kind === 'test').map(eventSource), ...tests.filter(({ status }) => status !== 'planned' && status !== 'cancelled').map(({ id }) => ({ kind: 'test', id }) as const)],
    waits,
    waited: { least: sum(waits.map(({ days }) => days.least)), most: sum(waits.map(({ days }) => days.most)) },
  };
}

/** Completed years, and the days beyond them, of a number of days by the mean year. */
export function yearsAndDays(days: number): { readonly years: number; readonly days: number } {
  const years = Math.floor(days / daysPerYear);
  return { years, days: Math.floor(days - years * daysPerYear) };
}

/** The days on which an event may have been. */
export const eventInterval = (event: Pick<OdysseyEvent, 'when'>, birthDate: string | null): DayInterval | null => (event.when === null ? null : momentInterval(event.when, birthDate));

/** True of a test whose report is still to come. */
export const isAwaited = ({ status }: Pick<OrderedTest, 'status'>): boolean => status === 'ordered' || status === 'sample-sent';

const eventSource = ({ id }: OdysseyEvent): OdysseySource => ({ kind: 'event', id });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const counted = (names: ReturnType<typeof namesToCount>): Counted => ({ names: names.map(({ name }) => name), sources: [...new Set(names.flatMap(({ sources }) => sources))] });

function firstSymptomOf(records: OdysseyRecords): Milestone | null {
  const { case: record, birthDate, features } = records;
  if (record.firstSymptomOn !== null) return { interval: dateInterval(record.firstSymptomOn), source: { kind: 'case', id: record.id } };
  const told = earliest(eventMilestones(records, ['symptom']));
  if (told !== null) return told;
  return earliest(
    features.flatMap(({ id, state, onset }) => {
      const interval = state === 'observed' && onset !== null ? onsetInterval(onset, birthDate) : null;
      return interval === null ? [] : [{ interval, source: { kind: 'feature', id } as const }];
    }),
  );
}

function diagnosisOf(records: OdysseyRecords): Milestone | null {
  const confirmed = records.candidates.filter(({ state }) => state === 'confirmed').map(({ id, decidedOn }): Milestone => ({ interval: dateInterval(decidedOn), source: { kind: 'candidate', id } }));
  return earliest(eventMilestones(records, ['diagnosis'])) ?? earliest(confirmed);
}

function eventMilestones({ events, birthDate }: OdysseyRecords, kinds: readonly OdysseyEvent['kind'][]): readonly Milestone[] {
  return events.flatMap((event) => {
    const interval = kinds.includes(event.kind) ? eventInterval(event, birthDate) : null;
    return interval === null ? [] : [{ interval, source: eventSource(event) }];
  });
}

function sentMilestone({ id, steps }: Referral): readonly Milestone[] {
  const sent = steps.find(({ stage }) => stage !== 'drafted' && stage !== 'declined');
  return sent === undefined ? [] : [{ interval: dateInterval(sent.on), source: { kind: 'referral', id } }];
}

const wasSeen = ({ steps }: Referral): boolean => steps.some(({ stage }) => stage === 'seen' || stage === 'letter-received');

function earliest(milestones: readonly Milestone[]): Milestone | null {
  return milestones.toSorted((one, other) => one.interval.from - other.interval.from || one.interval.to - other.interval.to)[0] ?? null;
}

function lengthBetween(start: Milestone | null, end: Milestone | null, now: number): OdysseyReckoning['length'] {
  if (start === null) return null;
  const days = rangeBetween(start.interval, end?.interval ?? { from: now, to: now });
  return { ...days, isOver: end !== null, sources: end === null ? [start.source] : [start.source, end.source] };
}

const rangeBetween = (start: DayInterval, end: DayInterval): DayRange => ({ least: Math.max(0, end.from - start.to), most: Math.max(0, end.to - start.from) });

function waitOf(one: OrderedTest, now: number): TestWait | null {
  const start = one.orderedOn ?? one.sampleOn;
  if (start === null || (one.reportedOn === null && !isAwaited(one))) return null;
  const end = one.reportedOn === null ? { from: now, to: now } : dateInterval(one.reportedOn);
  return { testId: one.id, days: rangeBetween(dateInterval(start), end), isOpen: one.reportedOn === null };
}

