import { PenLine, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { skippedStages, type StepEdit } from '#shared/referral/life-cycle.ts';
import { referralChannels, type ReferralDetail, type ReferralStep } from '#shared/referral/referral.ts';

interface StepTimelineProps {
  readonly referral: Pick<ReferralDetail, 'steps' | 'templateId'>;
  readonly onEdit: (edit: StepEdit) => void;
}

/** Every step taken, with who, how and the note; each can be put right, and the last be taken back. */
export function StepTimeline({ referral, onEdit }: StepTimelineProps) {
  const t = useWords('referrals');
  const [correcting, setCorrecting] = useState<number | null>(null);
  const { steps, templateId } = referral;
  const step = correcting === null ? undefined : steps[correcting];
  return (
    <div className="step-timeline">
      <ol>
        {steps.map((taken, index) => {
          const before = steps[index - 1];
          const skipped = before === undefined ? [] : skippedStages(templateId, before.stage, taken.stage);
          const stage = t(`stage.${taken.stage}`);
          return (
            <li key={`${taken.stage}-${String(index)}`}>
              <span className="num">{formatDate(taken.on)}</span>
              <div>
                <b>{stage}</b>
                <small>{[taken.by === '' ? '' : t('steps.by', { by: taken.by }), taken.channel === null ? '' : t(`channel.${taken.channel}`)].filter((part) => part !== '').join(', ')}</small>
                {taken.note === '' ? null : <p>{taken.note}</p>}
                {skipped.length === 0 ? null : <small>{t('steps.skipped', { stages: skipped.map((one) => t(`stage.${one}`).toLowerCase()).join(', ') })}</small>}
              </div>
              <IconButton icon={PenLine} label={t('steps.correct', { stage })} onPress={() => setCorrecting(index)} />
              {index > 0 && index === steps.length - 1 ? <IconButton icon={Undo2} label={t('steps.takeBack', { stage })} onPress={() => onEdit({ kind: 'take-back' })} /> : null}
            </li>
          );
        })}
      </ol>
      {correcting === null || step === undefined ? null : (
        <CorrectDialog
          step={step}
          onClose={() => setCorrecting(null)}
          onSave={(change) => {
            setCorrecting(null);
            onEdit({ kind: 'correct', index: correcting, change });
          }}
        />
      )}
    </div>
  );
}

function CorrectDialog({ step, onClose, onSave }: { readonly step: ReferralStep; readonly onClose: () => void; readonly onSave: (change: Omit<ReferralStep, 'stage'>) => void }) {
  const t = useWords('referrals');
  const [{ on, by, channel, note }, setChange] = useState<Omit<ReferralStep, 'stage'>>(step);
  const set = (change: Partial<Omit<ReferralStep, 'stage'>>): void => setChange((last) => ({ ...last, ...change }));
  return (
    <Dialog title={t('steps.correctTitle', { stage: t(`stage.${step.stage}`) })} isOpen onClose={onClose} className="referral-dialog" foot={<Button variant="primary" onPress={() => onSave({ on, by, channel, note })}>{t('steps.save')}</Button>}>
      <div className="formgrid">
        <PartialDateField label={t('next.on')} value={on} onChange={(date) => (date === null ? undefined : set({ on: date }))} />
        <Select label={t('next.channel')} value={channel ?? 'none'} choices={[{ value: 'none', label: t('channel.none') }, ...referralChannels.map((value) => ({ value, label: t(`channel.${value}`) }))]} onChange={(value) => set({ channel: value === 'none' ? null : value })} />
        <TextField label={t('next.by')} value={by} maxLength={200} onChange={(value) => set({ by: value })} />
        <TextField className="wide" label={t('next.note')} rows={3} value={note} maxLength={2_000} onChange={(value) => set({ note: value })} />
      </div>
    </Dialog>
  );
}
