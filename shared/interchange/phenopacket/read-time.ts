import { firstDayOf, lastDayOf } from '#shared/base/calendar-day.ts';
import { flagOf, isDamaged, messageOf, numberOf, pointerOf, textOf, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import { cutText } from '#shared/base/cut-text.ts';
import { isTermId } from '#shared/ontology/term-id.ts';
import { durationInDays } from '#shared/phenotype/duration.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/** The onset of a feature, from the time element of version 2 or from one of the three fields of version 1. */
export function readOnset(message: Message, report: Report): TimeElement | null {
  const element = messageOf(message, 'onset');
  if (element !== null) return readTimeElement(element, report);
  const age = messageOf(message, 'ageOfOnset');
  if (age !== null) return readAge(age);
  const range = messageOf(message, 'ageRangeOfOnset');
  if (range !== null) return readAgeRange(range, report);
  const term = messageOf(message, 'classOfOnset');
  return term === null ? null : readTimeTerm(term, report);
}

/** A time element of version 2. What cannot be kept is reported and yields null. */
export function readTimeElement(element: Message, report: Report): TimeElement | null {
  const age = messageOf(element, 'age');
  if (age !== null) return readAge(age);
  const range = messageOf(element, 'ageRange');
  if (range !== null) return readAgeRange(range, report);
  const gestation = messageOf(element, 'gestationalAge');
  if (gestation !== null) return readGestation(gestation, report);
  const term = messageOf(element, 'ontologyClass');
  if (term !== null) return readTimeTerm(term, report);
  const instant = textOf(element, 'timestamp');
  if (instant !== '') return { kind: 'date', date: dateOf(instant) };
  const interval = messageOf(element, 'interval');
  if (interval === null) return null;
  const [start, end] = [textOf(interval, 'start'), textOf(interval, 'end')];
  if (start === '' || end === '') return null;
  if (Date.parse(start) > Date.parse(end)) report(outOfOrder(interval));
  return rangeOfDays(dateOf(start), dateOf(end));
}

/** The duration of an age message: `iso8601duration` in version 2, `age` in version 1. Empty when missing or unreadable. */
export function ageText(age: Message | null): string {
  return textOf(age, 'iso8601duration') || textOf(age, 'age');
}

/** The day of an instant as written, without turning it into another time zone. */
export const dateOf = (instant: string): string => instant.slice(0, 10);

/** True where the state of a feature or disease is said in a way that could not be read, so that a guess could turn it round. */
export const isStateUnreadable = (message: Message): boolean => isDamaged(message, 'excluded') || isDamaged(message, 'negated');
export const isExcluded = (message: Message): boolean => flagOf(message, 'excluded') || flagOf(message, 'negated');

/** The days of a whole year or month are a date that is known no more exactly. */
function rangeOfDays(start: string, end: string): TimeElement {
  const whole = [start.slice(0, 4), start.slice(0, 7)].find((date) => firstDayOf(date) === start && lastDayOf(date) === end);
  return whole === undefined ? { kind: 'date-range', start, end } : { kind: 'date', date: whole };
}

function readAge(age: Message): TimeElement | null {
  const duration = ageText(age);
  return duration === '' ? null : { kind: 'age', duration };
}

function readAgeRange(range: Message, report: Report): TimeElement | null {
  const start = ageText(messageOf(range, 'start'));
  const end = ageText(messageOf(range, 'end'));
  if (start === '' || end === '') return null;
  if ((durationInDays(start) ?? 0) > (durationInDays(end) ?? 0)) report(outOfOrder(range));
  return { kind: 'age-range', start, end };
}

function readGestation(gestation: Message, report: Report): TimeElement | null {
  const [weeks, days] = [numberOf(gestation, 'weeks'), numberOf(gestation, 'days')];
  if (isDamaged(gestation, 'weeks') || isDamaged(gestation, 'days')) return null;
  if (Number.isInteger(weeks) && weeks >= 0 && weeks <= 45 && Number.isInteger(days) && days >= 0 && days <= 6) return { kind: 'gestation', weeks, days };
  report({ severity: 'error', rule: 'out-of-range', message: 'the gestational age is out of range, expected 0 to 45 completed weeks and 0 to 6 days', pointer: gestation.pointer });
  return null;
}

function readTimeTerm(term: Message, report: Report): TimeElement | null {
  const id = textOf(term, 'id');
  if (isTermId(id)) return { kind: 'term', termId: id, label: cutText(textOf(term, 'label').trim() || id, 400) };
  report({ severity: 'warning', rule: 'not-hpo', message: 'the time is given by a term that is not of the HPO and is left out, expected one such as HP:0003577', pointer: pointerOf(term, 'id') });
  return null;
}

const outOfOrder = (range: Message) => ({ severity: 'error', rule: 'out-of-order', message: 'the range ends before it starts, expected the earlier time first', pointer: range.pointer }) as const;
