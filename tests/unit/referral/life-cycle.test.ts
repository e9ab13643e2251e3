import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { destinationTemplates } from '#shared/referral/destination-templates.ts';
import { editSteps, isOpen, problemOfSteps, skippedStages, stageOf, stagesAfter, type StepEdit } from '#shared/referral/life-cycle.ts';
import { newReferral, referralStages, type ReferralDetail, type ReferralStage } from '#shared/referral/referral.ts';

const today = '2026-11-23';
const drafted = newReferral('clinical-genetics', '2026-01-10', 'Ida');
const take = (stage: ReferralStage, on: string, more: Partial<Extract<StepEdit, { kind: 'take' }>> = {}): StepEdit => ({ kind: 'take', step: { stage, on, by: 'Ida', channel: null, note: '' }, appointmentOn: null, declineReason: '', actionAsked: '', ...more });

function after(referral: ReferralDetail, ...edits: readonly StepEdit[]): ReferralDetail {
  return edits.reduce((now, edit) => {
    const next = editSteps(now, edit, today);
    if (!next.ok) throw new Error(next.error.message);
    return next.value;
  }, referral);
}
const refused = (referral: ReferralDetail, edit: StepEdit): string => {
  const next = editSteps(referral, edit, today);
  return next.ok ? '' : next.error.message;
};

describe('the life cycle of a referral', () => {
  test('goes from the draft to the closed action, one stage after the other', () => {
    const days = { sent: '2026-01-12', acknowledged: '2026-01-20', 'records-complete': '2026-02-01', appointment: '2026-02-03', seen: '2026-04-01', 'letter-received': '2026-04-20', closed: '2026-05-01' } as const;
    const closed = after(drafted, ...Object.entries(days).map(([stage, on]) => take(stage as ReferralStage, on, stage === 'appointment' ? { appointmentOn: '2026-04-01' } : stage === 'letter-received' ? { actionAsked: 'Repeat the MRI' } : {})));
    expect(closed.steps.map(({ stage, on }) => [stage, on])).toEqual([['drafted', '2026-01-10'], ...Object.entries(days)]);
    expect([stageOf(closed), isOpen(closed), closed.appointmentOn, closed.actionAsked, stagesAfter(closed)]).toEqual(['closed', false, '2026-04-01', 'Repeat the MRI', []]);
  });

  test('may leave stages out where reality does, and says which', () => {
    const sent = after(drafted, take('sent', '2026-01-12'));
    expect(stagesAfter(sent)).toEqual(['acknowledged', 'records-complete', 'appointment', 'seen', 'letter-received', 'declined']);
    expect(skippedStages('clinical-genetics', 'sent', 'seen')).toEqual(['acknowledged', 'records-complete', 'appointment']);
    expect(skippedStages('clinical-genetics', 'sent', 'declined')).toEqual([]);
    expect(stageOf(after(sent, take('seen', '2026-02')))).toBe('seen');
  });

  test('has no appointment where nobody is seen', () => {
    const sent = after({ ...drafted, templateId: 'laboratory-reanalysis' }, take('sent', '2026-01-12'));
    expect(stagesAfter(sent)).toEqual(['acknowledged', 'records-complete', 'letter-received', 'declined']);
    expect(refused(sent, take('seen', '2026-02-01'))).toBe('Seen cannot follow sent.');
  });

  test('refuses what cannot have been, and says why', () => {
    expect(refused(drafted, take('seen', '2026-02-01'))).toBe('Seen cannot follow drafted.');
    expect(refused(drafted, take('declined', '2026-02-01'))).toBe('Say why it was declined.');
    expect(refused(drafted, take('sent', '2026-12-01'))).toBe('A step that lies in the future has not been taken. Give the day on which it was.');
    const sent = after(drafted, take('sent', '2026-03-12'));
    expect(refused(sent, take('acknowledged', '2026-02-28'))).toBe('Acknowledged cannot be before sent. Correct one of the two days.');
    expect(refused(sent, take('closed', '2026-04-01'))).toBe('Action closed cannot follow sent.');
    expect(refused(drafted, { kind: 'take-back' })).toBe('The draft is the first step and cannot be taken back. Remove the referral instead.');
    expect(refused(sent, { kind: 'correct', index: 7, change: { note: '' } })).toBe('This step is no longer there. It may have been taken back.');
  });

  test('moves the draft before what was sent before it was entered here', () => {
    expect(after(drafted, take('sent', '2019-06')).steps.map(({ on }) => on)).toEqual(['2019-06', '2019-06']);
  });

  test('goes back only by correcting a step or taking the last one back, which takes its words along', () => {
    const declined = after(drafted, take('sent', '2026-01-12'), take('declined', '2026-02-01', { declineReason: 'No capacity' }));
    expect(declined.declineReason).toBe('No capacity');
    const back = after(declined, { kind: 'take-back' });
    expect([stageOf(back), back.declineReason]).toEqual(['sent', '']);
    expect(after(back, { kind: 'correct', index: 1, change: { on: '2026-01-15', channel: 'fax' } }).steps[1]).toEqual({ stage: 'sent', on: '2026-01-15', by: 'Ida', channel: 'fax', note: '' });
    expect(refused(back, { kind: 'correct', index: 1, change: { on: '2025-12-31' } })).toBe('Sent cannot be before drafted. Correct one of the two days.');
  });

  test('forgets a due day that was set by hand for the stage that is left', () => {
    expect(after({ ...drafted, dueOn: '2026-02-01' }, take('sent', '2026-01-12')).dueOn).toBeNull();
  });

  test('leaves no path out of the rules, whatever is tried', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([whole, length]) => whole.slice(0, length));
    const edit: fc.Arbitrary<StepEdit> = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...referralStages), partial, fc.constantFrom('', 'No capacity')).map(([stage, on, declineReason]) => take(stage, on, { declineReason })) },
      fc.record({ kind: fc.constant('correct' as const), index: fc.nat(9), change: partial.map((on) => ({ on })) }),
      fc.constant({ kind: 'take-back' as const }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...destinationTemplates.map(({ id }) => id)), fc.array(edit, { maxLength: 40 }), (templateId, edits) => {
        let referral: ReferralDetail = newReferral(templateId, '2025-03-01', 'Ida');
        for (const one of edits) {
          const before = JSON.stringify(referral);
          const next = editSteps(referral, one, today);
          expect(JSON.stringify(referral)).toBe(before);
          if (next.ok) referral = next.value;
          expect(problemOfSteps(referral, today)).toBeNull();
          expect(referral.steps.length).toBeLessThanOrEqual(referralStages.length);
          expect(isOpen(referral)).toBe(stagesAfter(referral).length > 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('destinations', () => {
  test('each begin with a draft, end closed, ask nothing twice, and have a name of their own', () => {
    for (const { stages, requirements } of destinationTemplates) {
      expect([stages[0], stages.at(-1)]).toEqual(['drafted', 'closed']);
      expect(new Set(requirements).size).toBe(requirements.length);
    }
    expect(new Set(destinationTemplates.map(({ name }) => name)).size).toBe(destinationTemplates.length);
  });
});
