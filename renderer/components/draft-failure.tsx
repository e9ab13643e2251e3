import { Button } from '#renderer/components/button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { RecordDraft } from '#renderer/state/use-record-draft.ts';

/** Says beside the fields that what was typed is not saved, why, and what can be done; the text stays in the fields. */
export function DraftFailure<Fields>({ draft }: { readonly draft: Pick<RecordDraft<Fields>, 'failure' | 'retry' | 'discard'> }) {
  const t = useWords('shell');
  if (draft.failure === null) return null;
  const isConflict = draft.failure.kind === 'conflict';
  return (
    <div className="draft-failure" role="alert">
      <span className="grow">{isConflict ? t('part.conflict') : t('part.notSaved', { why: draft.failure.message })}</span>
      <Button onPress={draft.retry}>{isConflict ? t('part.keepMine') : t('part.tryAgain')}</Button>
      {isConflict ? <Button onPress={draft.discard}>{t('part.takeTheirs')}</Button> : null}
    </div>
  );
}
