import { exampleReferrals } from '#shared/casefile/referral-examples.ts';
import { daysAfter } from '#shared/base/calendar-day.ts';
import type { AnswerOf, InputOf, ProcedureName } from '#shared/contract/contract.ts';

/** Calls the contract as a counsellor would on the screen. */
type Ask = <Name extends ProcedureName>(procedure: Name, input: InputOf<Name>) => Promise<AnswerOf<Name>>;

/** Enters the example referrals of a case, step by step. */
export async function enterReferrals(ask: Ask, caseId: string, reference: string, today: string): Promise<void> {
  for (const { templateId, detail, steps } of exampleReferrals.filter((referral) => referral.reference === reference)) {
    const [drafted, ...later] = steps;
    let { id: referralId, version } = await ask('referral.add', { caseId, templateId, draftedOn: daysAfter(today, -(drafted?.daysAgo ?? 0)), detail });
    for (const { stage, daysAgo, note, actionAsked } of later) {
      const step = { stage, on: daysAfter(today, -daysAgo), by: 'Demonstration', channel: null, note };
      ({ id: referralId, version } = await ask('referral.step', { referralId, version, edit: { kind: 'take', step, appointmentOn: null, declineReason: '', actionAsked } }));
    }
  }
}
