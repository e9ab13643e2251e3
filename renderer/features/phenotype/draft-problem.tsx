import { Button } from '#renderer/components/button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { RecordDraft } from '#renderer/state/use-record-draft.ts';

/** Why what was typed is not saved yet. What was typed stays in its field until it is. */
export function DraftProblem<Fields>({ draft }: { readonly draft: RecordDraft<Fields> }) {
  const t = useWords('shell');
  if (draft.failure === null) return null;
  const isConflict = draft.failure.kind === 'conflict';
  return (
    <div className="wide draft-problem" role="alert">
      <p>{isConflict ? t('part.conflict') : t('part.notSaved', { why: draft.failure.message })}</p>
      <Button onPress={draft.retry}>{isConflict ? t('part.keepMine') : t('part.tryAgain')}</Button>
      {isConflict ? <Button variant="quiet" onPress={draft.discard}>{t('part.takeTheirs')}</Button> : null}
    </div>
  );
}
