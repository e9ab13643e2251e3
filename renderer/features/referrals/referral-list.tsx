import { TriangleAlert } from 'lucide-react';
import { ActionButton } from '#renderer/app/action-button.tsx';
import { dueWords } from '#renderer/features/referrals/due-words.ts';
import { referralsActions } from '#renderer/features/referrals/referrals-actions.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import { referralName } from '#shared/referral/destination-templates.ts';
import { isOpen, stageOf } from '#shared/referral/life-cycle.ts';

interface ReferralListProps {
  readonly referrals: readonly Referral[];
  readonly selectedId: string;
  readonly onSelect: (referralId: string) => void;
  readonly onNew: () => void;
}

/** The referrals of the case, each with where it stands and when something is due. */
export function ReferralList({ referrals, selectedId, onSelect, onNew }: ReferralListProps) {
  const t = useWords('referrals');
  const today = useToday();
  return (
    <div className="referral-list">
      <ul aria-label={t('list.label')}>
        {referrals.map((referral) => {
          const due = dueWords(referral, today);
          return (
            <li key={referral.id}>
              <button type="button" aria-current={referral.id === selectedId} onClick={() => onSelect(referral.id)}>
                <b>{referralName(referral)}</b>
                <small>{t(`stage.${stageOf(referral)}`)}</small>
                {isOpen(referral) ? (
                  <small className={due.isLate ? 'late' : ''}>
                    {due.isLate ? <TriangleAlert size={12} strokeWidth={2} aria-hidden /> : null}
                    {due.text}
                  </small>
                ) : null}
              </button>
            </li>
          );
        })}
      </ul>
      <ActionButton action={referralsActions.new} onPress={onNew} />
    </div>
  );
}
