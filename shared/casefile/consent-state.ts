import { firstDayOf, lastDayOf } from '#shared/base/calendar-day.ts';
import type { Consent, ConsentPurpose } from '#shared/casefile/consent.ts';

export const consentStates = ['given', 'refused', 'expired', 'withdrawn', 'missing'] as const;
export type ConsentState = (typeof consentStates)[number];

export interface StandingConsent {
  readonly state: ConsentState;
  /** The record that decides; null where there is none. */
  readonly consent: Consent | null;
}

/**
 * How a person's agreement to a purpose stands on a day. The latest word counts alone: an older agreement does not come back to life when a later one was
 * withdrawn or has expired. A date known only to the year or month is read in the way that lets less through, except the last day of an agreement, which is the last
 * day of that year or month as it would be on paper.
 */
export function consentStateOn(consents: readonly Consent[], personId: string, purpose: ConsentPurpose, day: string): StandingConsent {
  const consent = latestWord(consents.filter((one) => one.personId === personId && one.purpose === purpose && firstDayOf(one.on) <= day));
  if (consent === undefined) return { state: 'missing', consent: null };
  if (!consent.isGiven) return { state: 'refused', consent };
  if (consent.withdrawnOn !== null && firstDayOf(consent.withdrawnOn) <= day) return { state: 'withdrawn', consent };
  return { state: consent.expiresOn !== null && lastDayOf(consent.expiresOn) < day ? 'expired' : 'given', consent };
}

/**
 * Whether data may be used for the purpose. The chart is the record of the clinic itself: whoever is cared for, and what is told of their family, stands in it until
 * they say otherwise. Every other purpose is asked for.
 */
export const isAllowed = (state: ConsentState, purpose: ConsentPurpose): boolean => state === 'given' || (purpose === 'chart' && state === 'missing');

/** Days before its end from which an agreement is shown as ending soon: time for one more appointment. */
export const daysBeforeExpiry = 60;

/** Whether an agreement that holds will end within `daysBeforeExpiry`. */
export function expiresSoon({ state, consent }: StandingConsent, day: string): boolean {
  if (state !== 'given' || consent === null || consent.expiresOn === null) return false;
  return Date.parse(lastDayOf(consent.expiresOn)) - Date.parse(day) <= daysBeforeExpiry * 86_400_000;
}

/** By the day on which it was said; of one day the one recorded last. */
function latestWord(consents: readonly Consent[]): Consent | undefined {
  return consents.toSorted((one, other) => compare(firstDayOf(one.on), firstDayOf(other.on)) || compare(one.createdAt, other.createdAt) || compare(one.id, other.id)).at(-1);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
