import { failure, type Failure } from '#shared/base/failure.ts';
import { firstDayOf, lastDayOf } from '#shared/base/calendar-day.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { templateOf } from '#shared/referral/destination-templates.ts';
import type { ReferralDetail, ReferralStage, ReferralStep } from '#shared/referral/referral.ts';

/** What may be done to the steps of a referral: one more is taken, one is put right, or the last is taken back. There is no other way back. */
export type StepEdit =
  | { readonly kind: 'take'; readonly step: ReferralStep; readonly appointmentOn: string | null; readonly declineReason: string; readonly actionAsked: string }
  | { readonly kind: 'correct'; readonly index: number; readonly change: Partial<Omit<ReferralStep, 'stage'>> }
  | { readonly kind: 'take-back' };

/** Where the referral stands. */
export const stageOf = ({ steps }: Pick<ReferralDetail, 'steps'>): ReferralStage => steps.at(-1)?.stage ?? 'drafted';
export const isOpen = (referral: Pick<ReferralDetail, 'steps'>): boolean => !isEnd(stageOf(referral));

/** The stages that may follow, the next one in order first; `declined` last. Which stages there are depends on the destination: a laboratory gives no appointment. */
export function stagesAfter({ steps, templateId }: Pick<ReferralDetail, 'steps' | 'templateId'>): readonly ReferralStage[] {
  const stage = stageOf({ steps });
  if (isEnd(stage)) return [];
  const { stages } = templateOf(templateId);
  const later = stages.filter((other) => order(other) > order(stage));
  // Nothing can come of what was never sent, and a referral is closed once somebody has seen the family or has answered.
  const reachable = stage === 'drafted' ? later.filter((other) => other === 'sent') : later.filter((other) => other !== 'closed' || stage === 'seen' || stage === 'letter-received');
  return [...reachable, 'declined'];
}

/** The stages that a step leaves out: what it does not say, such as that nobody acknowledged. Declining leaves nothing out. */
export function skippedStages(templateId: string, from: ReferralStage, to: ReferralStage): readonly ReferralStage[] {
  if (to === 'declined') return [];
  return templateOf(templateId).stages.filter((stage) => order(stage) > order(from) && order(stage) < order(to));
}

/** The referral after an edit of its steps, or why it cannot be. A due day set by hand was meant for the stage that is left. */
export function editSteps(referral: ReferralDetail, edit: StepEdit, today: string): Result<ReferralDetail, Failure> {
  const edited = edit.kind === 'take' ? taken(referral, edit) : edit.kind === 'correct' ? corrected(referral, edit) : takenBack(referral);
  if (!edited.ok) return edited;
  const why = problemOfSteps(edited.value, today);
  return why === null ? edited : refusal(failure('rule-broken', why));
}

/** What is wrong with the steps of a referral, in one sentence; null where they keep every rule. */
export function problemOfSteps(referral: ReferralDetail, today: string): string | null {
  const { steps, templateId, declineReason } = referral;
  if (steps[0]?.stage !== 'drafted') return 'A referral begins with its draft.';
  for (const [index, step] of steps.entries()) {
    if (firstDayOf(step.on) > today) return 'A step that lies in the future has not been taken. Give the day on which it was.';
    const before = steps[index - 1];
    if (before === undefined) continue;
    if (!stagesAfter({ steps: steps.slice(0, index), templateId }).includes(step.stage)) return `${sentence(stageWords[step.stage])} cannot follow ${stageWords[before.stage]}.`;
    if (lastDayOf(step.on) < firstDayOf(before.on)) return `${sentence(stageWords[step.stage])} cannot be before ${stageWords[before.stage]}. Correct one of the two days.`;
  }
  if (stageOf(referral) === 'declined' && declineReason.trim() === '') return 'Say why it was declined.';
  return null;
}

/** Each stage in the words of a history or a message. */
export const stageWords = {
  drafted: 'drafted',
  sent: 'sent',
  acknowledged: 'acknowledged',
  'records-complete': 'records complete',
  appointment: 'appointment given',
  seen: 'seen',
  'letter-received': 'letter received',
  closed: 'action closed',
  declined: 'declined',
} as const satisfies Readonly<Record<ReferralStage, string>>;

const stageOrder = Object.keys(stageWords);
const order = (stage: ReferralStage): number => stageOrder.indexOf(stage);
const isEnd = (stage: ReferralStage): boolean => stage === 'closed' || stage === 'declined';
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function taken(referral: ReferralDetail, { step, appointmentOn, declineReason, actionAsked }: Extract<StepEdit, { kind: 'take' }>): Result<ReferralDetail, Failure> {
  const [first, ...others] = referral.steps;
  // A referral that was sent before it was entered here was drafted no later than that.
  const isEarlier = first !== undefined && others.length === 0 && lastDayOf(step.on) < firstDayOf(first.on);
  const steps = isEarlier ? [{ ...first, on: step.on }] : referral.steps;
  return success({
    ...referral,
    steps: [...steps, step],
    dueOn: null,
    appointmentOn: appointmentOn ?? referral.appointmentOn,
    declineReason: step.stage === 'declined' ? declineReason : referral.declineReason,
    actionAsked: actionAsked === '' ? referral.actionAsked : actionAsked,
  });
}

function corrected(referral: ReferralDetail, { index, change }: Extract<StepEdit, { kind: 'correct' }>): Result<ReferralDetail, Failure> {
  const step = referral.steps[index];
  if (step === undefined) return refusal(failure('not-found', 'This step is no longer there. It may have been taken back.'));
  return success({ ...referral, steps: referral.steps.with(index, { ...step, ...change }) });
}

function takenBack(referral: ReferralDetail): Result<ReferralDetail, Failure> {
  const stage = stageOf(referral);
  if (referral.steps.length < 2) return refusal(failure('rule-broken', 'The draft is the first step and cannot be taken back. Remove the referral instead.'));
  return success({
    ...referral,
    steps: referral.steps.slice(0, -1),
    dueOn: null,
    appointmentOn: stage === 'appointment' ? null : referral.appointmentOn,
    declineReason: stage === 'declined' ? '' : referral.declineReason,
    actionAsked: stage === 'letter-received' ? '' : referral.actionAsked,
  });
}
