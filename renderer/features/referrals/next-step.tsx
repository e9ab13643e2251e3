import { useState } from 'react';
import { useAction } from '#renderer/app/action.ts';
import { Button } from '#renderer/components/button.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { referralsActions } from '#renderer/features/referrals/referrals-actions.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { draftStep, noStep, useSelection } from '#renderer/state/selection.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import { skippedStages, stageOf, stagesAfter, type StepEdit } from '#shared/referral/life-cycle.ts';
import { referralChannels, type ReferralStage, type ReferralStep } from '#shared/referral/referral.ts';

interface NextStepProps {
  readonly referral: Referral;
  /** Who is at work, as proposed. */
  readonly clinicianName: string;
  readonly isBusy: boolean;
  readonly onRecord: (edit: Extract<StepEdit, { kind: 'take' }>) => void;
}

/** The next step in one click, with today's day and the next stage proposed; another stage, day or way can be chosen before. */
export function NextStep({ referral, clinicianName, isBusy, onRecord }: NextStepProps) {
  const t = useWords('referrals');
  const today = useToday();
  const typed = useSelection(({ stepOfReferral }) => stepOfReferral[referral.id] ?? noStep);
  const [isWide, setWide] = useState(typed.note !== '' || typed.by !== null);
  const choices = stagesAfter(referral);
  const stage = typed.stage !== null && choices.includes(typed.stage) ? typed.stage : (choices[0] ?? null);
  const set = (change: Partial<typeof typed>): void => draftStep(referral.id, change);
  const isReady = stage !== null && !isBusy && (stage !== 'declined' || typed.declineReason.trim() !== '');
  const record = (): void => {
    if (stage === null || !isReady) return;
    const step: ReferralStep = { stage, on: typed.on ?? today, by: typed.by ?? clinicianName, channel: typed.channel, note: typed.note };
    onRecord({ kind: 'take', step, appointmentOn: stage === 'appointment' ? typed.appointmentOn : null, declineReason: typed.declineReason, actionAsked: stage === 'letter-received' ? typed.actionAsked : '' });
  };
  useAction(referralsActions.record, record, isReady);
  if (stage === null) return <p className="next-none">{stageOf(referral) === 'declined' ? t('next.declined', { reason: referral.declineReason }) : t('next.closed')}</p>;
  const skipped = skippedStages(referral.templateId, stageOf(referral), stage);
  return (
    <form
      className="next-step"
      aria-label={t('next.label')}
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <Select label={t('next.step')} value={stage} choices={choices.map((value) => ({ value, label: t(`stage.${value}`) }))} onChange={(value) => set({ stage: value })} />
      <PartialDateField label={t('next.on')} value={typed.on ?? today} onChange={(on) => set({ on })} />
      <Select label={t('next.channel')} value={typed.channel ?? 'none'} choices={[{ value: 'none', label: t('channel.none') }, ...referralChannels.map((value) => ({ value, label: t(`channel.${value}`) }))]} onChange={(value) => set({ channel: value === 'none' ? null : value })} />
      <Button type="submit" variant="primary" isDisabled={!isReady} aria-label={t('next.record', { stage: t(`stage.${stage}`) })}>{t('next.recordShort')}</Button>
      <StageFields referralId={referral.id} stage={stage} />
      {isWide ? (
        <>
          <TextField label={t('next.by')} value={typed.by ?? clinicianName} maxLength={200} onChange={(by) => set({ by })} />
          <TextField className="grow" label={t('next.note')} value={typed.note} maxLength={2_000} onChange={(note) => set({ note })} />
        </>
      ) : (
        <Button variant="quiet" className="more" onPress={() => setWide(true)}>{t('next.more')}</Button>
      )}
      {skipped.length === 0 ? null : <p className="hint-line">{t('next.skips', { stages: skipped.map((one) => t(`stage.${one}`).toLowerCase()).join(', ') })}</p>}
    </form>
  );
}

/** What only this stage has: the day given, the reason, what is asked. */
function StageFields({ referralId, stage }: { readonly referralId: string; readonly stage: ReferralStage }) {
  const t = useWords('referrals');
  const typed = useSelection(({ stepOfReferral }) => stepOfReferral[referralId] ?? noStep);
  if (stage === 'appointment') return <PartialDateField label={t('next.appointmentOn')} value={typed.appointmentOn} onChange={(appointmentOn) => draftStep(referralId, { appointmentOn })} />;
  if (stage === 'declined') return <TextField className="wide" label={t('next.declineReason')} value={typed.declineReason} maxLength={2_000} onChange={(declineReason) => draftStep(referralId, { declineReason })} />;
  if (stage === 'letter-received') return <TextField className="wide" label={t('next.actionAsked')} rows={2} value={typed.actionAsked} maxLength={5_000} onChange={(actionAsked) => draftStep(referralId, { actionAsked })} />;
  return null;
}
