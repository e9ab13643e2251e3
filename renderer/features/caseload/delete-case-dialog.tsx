import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { caseName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { forgetCase } from '#renderer/state/place.ts';
import { selectCase } from '#renderer/state/selection.ts';
import { showToast } from '#renderer/state/toasts.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

/** Deleting a whole case is one of the few things that are asked first. */
export function DeleteCaseDialog({ summary, onClose }: { readonly summary: CaseSummary | null; readonly onClose: () => void }) {
  const t = useWords('caseload');
  const tShell = useWords('shell');
  const remove = useCommand('case.delete', { isQuiet: true });
  const name = summary === null ? '' : caseName(summary);
  const close = (): void => {
    remove.reset();
    onClose();
  };
  const confirm = (): void => {
    if (summary === null) return;
    remove.mutate(
      { caseId: summary.id, version: summary.version },
      {
        onSuccess: () => {
          forgetCase(summary.id);
          selectCase(null);
          showToast({ tone: 'calm', text: t('delete.toast', { name }) });
          close();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('delete.title')}
      isOpen={summary !== null}
      onClose={close}
      isAlert
      foot={
        <>
          <Button onPress={close} autoFocus>
            {tShell('part.cancel')}
          </Button>
          <Button variant="danger" onPress={confirm} isDisabled={remove.isPending}>
            {t('delete.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('delete.text', { name })}</p>
      {remove.error === null ? null : (
        <p className="late" role="alert">
          {remove.error.message}
        </p>
      )}
    </Dialog>
  );
}
