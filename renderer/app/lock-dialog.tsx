import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { closeOverlay, useOverlay } from '#renderer/state/overlays.ts';

/** Asked when the vault is to be locked while something typed could not be saved. */
export function LockDialog({ onStay, onLockAnyway }: { readonly onStay: () => void; readonly onLockAnyway: () => void }) {
  const t = useWords('shell');
  const isOpen = useOverlay(({ open }) => open === 'lock-with-unsaved');
  return (
    <Dialog
      title={t('lock.failedTitle')}
      isOpen={isOpen}
      onClose={closeOverlay}
      isAlert
      foot={
        <>
          <Button variant="danger" onPress={onLockAnyway}>
            {t('lock.anyway')}
          </Button>
          <Button
            variant="primary"
            autoFocus
            onPress={() => {
              closeOverlay();
              onStay();
            }}
          >
            {t('lock.stay')}
          </Button>
        </>
      }
    >
      <p>{t('lock.failedText')}</p>
    </Dialog>
  );
}
