import { listing } from '#electron/backend/cases/change-labels.ts';
import { referralName } from '#shared/referral/destination-templates.ts';
import { stageOf, stageWords, type StepEdit } from '#shared/referral/life-cycle.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';
import { requirements } from '#shared/referral/requirements.ts';

/** What a change of a referral is called in the history. The words stay inside the encrypted vault. */
export function referralChangeLabel(before: ReferralDetail, change: Partial<ReferralDetail>): string {
  const fields = (Object.keys(fieldWords) as (keyof typeof fieldWords)[]).filter((field) => change[field] !== undefined && JSON.stringify(change[field]) !== JSON.stringify(before[field]));
  const name = referralName({ ...before, ...change });
  if (fields.length === 1 && fields[0] === 'judged' && change.judged !== undefined) return `Judge ${judgedWords(before.judged, change.judged)} for the referral to ${name}`;
  if (fields.length === 1 && fields[0] === 'letter') return `${change.letter === null ? 'Go back to the drafted' : 'Edit the'} letter to ${name}`;
  return `Change ${listing(fields.map((field) => fieldWords[field]), 'the details')} of the referral to ${name}`;
}

export function stepLabel(before: ReferralDetail, edit: StepEdit): string {
  const name = referralName(before);
  switch (edit.kind) {
    case 'take':
      return `Referral to ${name}: ${stageWords[edit.step.stage]}`;
    case 'correct':
      return `Correct the step ${stageWords[before.steps[edit.index]?.stage ?? 'drafted']} of the referral to ${name}`;
    case 'take-back':
      return `Take back ${stageWords[stageOf(before)]} of the referral to ${name}`;
  }
}

const fieldWords = {
  templateId: 'kind of destination',
  destination: 'destination',
  question: 'question',
  urgency: 'urgency',
  personIds: 'people',
  dueOn: 'due day',
  appointmentOn: 'appointment',
  impression: 'impression',
  includesDifferential: 'differential in the letter',
  actionAsked: 'action asked for',
  letter: 'letter',
  judged: 'judgements',
  isPrivate: 'privacy',
} as const satisfies Readonly<Record<keyof Omit<ReferralDetail, 'steps' | 'declineReason'>, string>>;

function judgedWords(before: ReferralDetail['judged'], after: ReferralDetail['judged']): string {
  const changed = Object.keys({ ...before, ...after }).filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id]));
  const labels: Readonly<Record<string, { readonly label: string }>> = requirements;
  return listing(changed.map((id) => `“${labels[id]?.label ?? id}”`), 'a requirement');
}
