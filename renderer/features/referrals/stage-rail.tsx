import { Check, Minus, X } from 'lucide-react';
import { formatNearDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { templateOf } from '#shared/referral/destination-templates.ts';
import { stageOf } from '#shared/referral/life-cycle.ts';
import type { ReferralDetail, ReferralStage, ReferralStep } from '#shared/referral/referral.ts';

/** The stages of the destination in order: taken with its day, left out, where it stands now, and to come. Told by mark and word, colour comes on top. */
export function StageRail({ referral }: { readonly referral: Pick<ReferralDetail, 'steps' | 'templateId'> }) {
  const t = useWords('referrals');
  const now = stageOf(referral);
  const { stages } = templateOf(referral.templateId);
  const shown = now === 'declined' ? [...stages.filter((stage) => stepOf(referral, stage) !== undefined), 'declined' as const] : stages;
  return (
    <ol className="stage-rail" aria-label={t('rail.label')}>
      {shown.map((stage) => (
        <Stage key={stage} stage={stage} step={stepOf(referral, stage)} isNow={stage === now} isPast={stages.indexOf(stage) < stages.indexOf(now)} />
      ))}
    </ol>
  );
}

function Stage({ stage, step, isNow, isPast }: { readonly stage: ReferralStage; readonly step: ReferralStep | undefined; readonly isNow: boolean; readonly isPast: boolean }) {
  const t = useWords('referrals');
  const today = useToday();
  const state = isNow ? 'now' : step !== undefined ? 'done' : isPast ? 'skipped' : 'to-come';
  const date = step === undefined ? '' : formatNearDate(step.on, today);
  const said = { now: t('rail.now', { date }), done: t('rail.done', { date }), skipped: t('rail.skipped'), 'to-come': t('rail.toCome') }[state];
  const Mark = stage === 'declined' ? X : state === 'skipped' ? Minus : Check;
  return (
    <li className={`is-${state} ${stage === 'declined' ? 'is-declined' : ''}`} {...(isNow ? { 'aria-current': 'step' as const } : {})}>
      <i aria-hidden>{state === 'to-come' ? null : <Mark size={11} strokeWidth={2.6} />}</i>
      <span>{t(`stage.${stage}`)}</span>
      <small className="num">
        <span className="vh">{said}</span>
        <span aria-hidden>{state === 'skipped' ? said : date}</span>
      </small>
    </li>
  );
}

const stepOf = ({ steps }: Pick<ReferralDetail, 'steps'>, stage: ReferralStage): ReferralStep | undefined => steps.find((step) => step.stage === stage);
