import { daysAfter, lastDayOf } from '#shared/base/calendar-day.ts';
import { stageOf } from '#shared/referral/life-cycle.ts';
import type { ReferralDetail, ReferralStage, referralUrgencies } from '#shared/referral/referral.ts';

type Urgency = (typeof referralUrgencies)[number];

/**
 * How many days a stage may last before somebody has to ask, by urgency. Null: nothing is awaited.
 * Source: defaults of this program for a clinic that follows each referral up, no published standard; 14 days to an acknowledgement. Each can be set aside for one referral
 * by a due day of its own.
 */
export const dueRules: Readonly<Record<ReferralStage, Readonly<Record<Urgency, number>> | null>> = {
  drafted: { routine: 7, soon: 3, urgent: 1 },
  sent: { routine: 14, soon: 7, urgent: 2 },
  acknowledged: { routine: 14, soon: 7, urgent: 3 },
  'records-complete': { routine: 28, soon: 14, urgent: 5 },
  /** Where no day of the appointment is known. */
  appointment: { routine: 14, soon: 7, urgent: 3 },
  seen: { routine: 28, soon: 14, urgent: 7 },
  'letter-received': { routine: 14, soon: 7, urgent: 3 },
  closed: null,
  declined: null,
};

/** By when the next step is due, and by which rule. */
export interface ReferralDue {
  /** A whole day, YYYY-MM-DD: the last one on which it is not overdue. */
  readonly on: string;
  readonly why: DueReason;
}
export type DueReason =
  | { readonly kind: 'set-by-hand' }
  | { readonly kind: 'appointment' }
  | { readonly kind: 'rule'; readonly stage: ReferralStage; readonly urgency: Urgency; readonly days: number; readonly since: string };

/** When the next step is due; null where nothing more is awaited. A day known only to its month or year counts as its last. */
export function referralDue(referral: Pick<ReferralDetail, 'steps' | 'urgency' | 'dueOn' | 'appointmentOn'>): ReferralDue | null {
  const stage = stageOf(referral);
  const rule = dueRules[stage];
  const last = referral.steps.at(-1);
  if (rule === null || last === undefined) return null;
  if (referral.dueOn !== null) return { on: lastDayOf(referral.dueOn), why: { kind: 'set-by-hand' } };
  if (stage === 'appointment' && referral.appointmentOn !== null) return { on: lastDayOf(referral.appointmentOn), why: { kind: 'appointment' } };
  const days = rule[referral.urgency];
  return { on: daysAfter(lastDayOf(last.on), days), why: { kind: 'rule', stage, urgency: referral.urgency, days, since: last.on } };
}

/** On the due day itself nothing is overdue yet. */
export const isOverdue = (referral: Parameters<typeof referralDue>[0], today: string): boolean => {
  const due = referralDue(referral);
  return due !== null && due.on < today;
};
