import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { DraftAgainDialog } from '#renderer/features/referrals/draft-again-dialog.tsx';
import { LetterPreview } from '#renderer/features/referrals/letter-preview.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { RecordDraft } from '#renderer/state/use-record-draft.ts';
import { countWords } from '#shared/referral/letter-text.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';
import { wordsPerPage } from '#shared/referral/requirements.ts';

/** The letter as text beside how it reads. Until somebody types it follows the case; from then on it is kept as typed, and a new draft only shows what it would change. */
export function LetterPanel({ referralId, draft }: { readonly referralId: string; readonly draft: RecordDraft<ReferralDetail> }) {
  const t = useWords('referrals');
  const drafted = useQueryOf('referral.draft', { referralId }, { keepsLast: true });
  const [isComparing, setComparing] = useState(false);
  if (drafted.data === undefined) return drafted.error === null ? <Skeleton /> : <ErrorState error={drafted.error} onRetry={() => void drafted.refetch()} isSmall />;
  const { letter, includesDifferential } = draft.values;
  const text = letter ?? drafted.data.text;
  const words = countWords(text);
  const setNow = <Field extends keyof ReferralDetail>(field: Field, value: ReferralDetail[Field]): void => {
    draft.set(field, value);
    draft.saveNow();
  };
  return (
    <div className="letter">
      <div className="letter-tools">
        <Tag tone={letter === null ? 'plain' : 'accent'}>{letter === null ? t('letter.drafted') : t('letter.edited')}</Tag>
        <span className="num muted">{t('letter.length', { pages: Math.max(1, Math.ceil(words / wordsPerPage)), count: Math.max(1, Math.ceil(words / wordsPerPage)), words })}</span>
        <span className="grow" />
        <Checkbox isSelected={includesDifferential} onChange={(value) => setNow('includesDifferential', value)}>{t('letter.differential')}</Checkbox>
        {letter === null ? null : <Button icon={RefreshCw} onPress={() => setComparing(true)}>{t('letter.again')}</Button>}
      </div>
      <div className="letter-split">
        <TextField className="letter-edit" label={t('letter.edit')} hint={t('letter.hint')} rows={20} value={text} maxLength={100_000} onChange={(value) => draft.set('letter', value)} onBlur={draft.saveNow} />
        <LetterPreview text={text} />
      </div>
      {isComparing && letter !== null ? (
        <DraftAgainDialog
          letter={letter}
          drafted={drafted.data.text}
          onClose={() => setComparing(false)}
          onTake={(taken) => {
            setComparing(false);
            setNow('letter', taken);
          }}
        />
      ) : null}
    </div>
  );
}
