import { formatNearDate } from '#renderer/i18n/format.ts';
import { words } from '#renderer/i18n/words.ts';
import { daysFrom } from '#shared/base/calendar-day.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import { referralDue, type DueReason } from '#shared/referral/due-rules.ts';

export interface DueWords {
  readonly text: string;
  readonly isLate: boolean;
  /** The rule behind the day, in a sentence; empty where nothing is due. */
  readonly why: string;
}

/** When the next step of a referral is due, whether it is late, and by which rule. */
export function dueWords(referral: Parameters<typeof referralDue>[0], today: string): DueWords {
  const due = referralDue(referral);
  if (due === null) return { text: words.t('referrals:due.none'), isLate: false, why: '' };
  const days = daysFrom(due.on, today);
  const text = days > 0 ? words.t('referrals:due.late', { days, count: days }) : days === 0 ? words.t('referrals:due.today') : words.t('referrals:due.on', { date: formatNearDate(due.on, today) });
  return { text, isLate: days > 0, why: whyWords(due.why, today) };
}

function whyWords(why: DueReason, today: string): string {
  switch (why.kind) {
    case 'set-by-hand':
      return words.t('referrals:due.whyHand');
    case 'appointment':
      return words.t('referrals:due.whyAppointment');
    case 'rule':
      return words.t('referrals:due.whyRule', { awaited: words.t(`referrals:awaited.${why.stage}`), days: why.days, count: why.days, since: formatNearDate(why.since, today) });
    default:
      return assertNever(why);
  }
}
