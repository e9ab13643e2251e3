import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysAfter, daysFrom, firstDayOf, lastDayOf } from '#shared/base/calendar-day.ts';
import { dueRules, isOverdue, referralDue } from '#shared/referral/due-rules.ts';
import { newReferral, type ReferralDetail, type ReferralStage } from '#shared/referral/referral.ts';

const at = (stage: ReferralStage, on: string, more: Partial<ReferralDetail> = {}): ReferralDetail => ({ ...newReferral('clinical-genetics', on, ''), steps: [{ stage, on, by: '', channel: null, note: '' }], ...more });

describe('when the next step of a referral is due', () => {
  test.each([
    ['sent and not acknowledged after 14 days', at('sent', '2026-11-01'), '2026-11-15'],
    ['sooner where it is urgent', at('sent', '2026-11-01', { urgency: 'urgent' }), '2026-11-03'],
    ['across the end of a month', at('sent', '2026-01-25'), '2026-02-08'],
    ['across the end of a year', at('seen', '2025-12-20'), '2026-01-17'],
    ['across the 29th of February of a leap year', at('sent', '2028-02-20'), '2028-03-05'],
    ['across the end of February of a common year', at('sent', '2027-02-20'), '2027-03-06'],
    ['from the last day of a month known without its day', at('sent', '2024-02'), '2024-03-14'],
    ['from the last day of a year known alone', at('sent', '2025'), '2026-01-14'],
    ['on the weekend too, since what is urgent does not wait for Monday', at('sent', '2026-11-06', { urgency: 'urgent' }), '2026-11-08'],
    ['across the night in which clocks go forward', at('sent', '2026-03-28', { urgency: 'urgent' }), '2026-03-30'],
    ['across the night in which clocks go back', at('sent', '2026-10-24', { urgency: 'urgent' }), '2026-10-26'],
    ['on the day of the appointment', at('appointment', '2026-01-02', { appointmentOn: '2026-05-07' }), '2026-05-07'],
    ['two weeks after an appointment was given without its day', at('appointment', '2026-01-02'), '2026-01-16'],
    ['on the day set by hand', at('sent', '2026-11-01', { dueOn: '2027-01-05' }), '2027-01-05'],
    ['at the end of the month set by hand', at('sent', '2026-11-01', { dueOn: '2027-02' }), '2027-02-28'],
  ])('is %s', (_words, referral, day) => {
    expect(referralDue(referral)?.on).toBe(day);
    expect([isOverdue(referral, day), isOverdue(referral, daysAfter(day, 1))]).toEqual([false, true]);
  });

  test('is never once it is closed or declined, also where a day was set by hand', () => {
    for (const stage of ['closed', 'declined'] as const) expect([referralDue(at(stage, '2020-01-01', { dueOn: '2020-02-01' })), isOverdue(at(stage, '2020-01-01'), '2026-01-01')]).toEqual([null, false]);
  });

  test('says by which rule', () => {
    expect(referralDue(at('sent', '2026-11-01'))?.why).toEqual({ kind: 'rule', stage: 'sent', urgency: 'routine', days: 14, since: '2026-11-01' });
    expect(referralDue(at('sent', '2026-11-01', { dueOn: '2027' }))?.why).toEqual({ kind: 'set-by-hand' });
    expect(referralDue(at('appointment', '2026-11-01', { appointmentOn: '2026-12-01' }))?.why).toEqual({ kind: 'appointment' });
  });

  test('is sooner the more urgent it is', () => {
    for (const rule of Object.values(dueRules)) if (rule !== null) expect([rule.urgent < rule.soon, rule.soon < rule.routine]).toEqual([true, true]);
  });
});

describe('days of the calendar', () => {
  const day = fc.integer({ min: -600_000, max: 2_900_000 }).map((days) => daysAfter('1970-01-01', days)).filter((text) => /^\d{4}-/.test(text));
  test('are counted forth and back to the same day', () => {
    fc.assert(fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (from, days) => void expect(daysFrom(from, daysAfter(from, days))).toBe(days)));
  });

  test('of a month and a year are its first and last', () => {
    expect([firstDayOf('2024-02'), lastDayOf('2024-02'), lastDayOf('1900-02'), lastDayOf('2000-02'), firstDayOf('2019'), lastDayOf('2019'), lastDayOf('2019-04-30'), lastDayOf('0050-02')]).toEqual(['2024-02-01', '2024-02-29', '1900-02-28', '2000-02-29', '2019-01-01', '2019-12-31', '2019-04-30', '0050-02-28']);
  });
});
