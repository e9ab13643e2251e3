import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { markCases } from '#renderer/features/caseload/caseload-view.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { caseName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { forgetCase } from '#renderer/state/place.ts';
import { selectCase } from '#renderer/state/selection.ts';
import { showToast } from '#renderer/state/toasts.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

/** Deleting whole cases is one of the few things that are asked first: once, however many they are. */
export function DeleteCaseDialog({ cases, onClose }: { readonly cases: readonly CaseSummary[]; readonly onClose: () => void }) {
  const t = useWords('caseload');
  const tShell = useWords('shell');
  const remove = useCommand('case.deleteMany', { isQuiet: true });
  const [only] = cases;
  const name = cases.length === 1 && only !== undefined ? caseName(only) : null;
  const count = cases.length;
  const close = (): void => {
    remove.reset();
    onClose();
  };
  const confirm = (): void =>
    remove.mutate(
      { cases: cases.map(({ id, version }) => ({ caseId: id, version })) },
      {
        onSuccess: () => {
          for (const { id } of cases) forgetCase(id);
          selectCase(null);
          markCases([]);
          showToast({ tone: 'calm', text: name === null ? t('delete.toastMany', { cases: formatNumber(count) }) : t('delete.toast', { name }) });
          close();
        },
      },
    );
  return (
    <Dialog
      title={name === null ? t('delete.titleMany', { cases: formatNumber(count) }) : t('delete.title')}
      isOpen={count > 0}
      onClose={close}
      isAlert
      foot={
        <>
          <Button onPress={close} autoFocus>
            {tShell('part.cancel')}
          </Button>
          <Button variant="danger" onPress={confirm} isDisabled={remove.isPending}>
            {name === null ? t('delete.confirmMany', { cases: formatNumber(count) }) : t('delete.confirm')}
          </Button>
        </>
      }
    >
      <p>{name === null ? t('delete.textMany') : t('delete.text', { name })}</p>
      {remove.error === null ? null : (
        <p className="late" role="alert">
          {remove.error.message}
        </p>
      )}
    </Dialog>
  );
}
