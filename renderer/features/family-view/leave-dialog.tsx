import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';

/** Who comes back to work shows the PIN of this sitting or the passphrase. */
export function LeaveDialog({ leavesBy, onClose }: { readonly leavesBy: 'pin' | 'passphrase' | 'nothing'; readonly onClose: () => void }) {
  const t = useWords('familyView');
  const tShell = useWords('shell');
  const leave = useCommand('familyView.leave', { isQuiet: true });
  const [way, setWay] = useState(leavesBy);
  const [secret, setSecret] = useState('');
  const isBlocked = leave.isPending || (way !== 'nothing' && secret === '');
  const go = (): void => {
    if (isBlocked) return;
    leave.mutate(way === 'nothing' ? {} : way === 'pin' ? { pin: secret } : { passphrase: secret }, { onSuccess: ({ caseId }) => openCase(caseId, 'family') });
  };
  return (
    <Dialog
      title={t('leave.title')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{tShell('part.cancel')}</Button>
          <Button variant="primary" onPress={go} isDisabled={isBlocked}>
            {t('leave.go')}
          </Button>
        </>
      }
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        {way === 'nothing' ? null : <TextField key={way} label={way === 'pin' ? t('leave.pin') : t('leave.passphrase')} type="password" autoComplete="off" autoFocus value={secret} onChange={setSecret} {...(way === 'pin' ? { inputMode: 'numeric' as const } : {})} />}
        {way === 'pin' ? (
          <Button
            variant="quiet"
            onPress={() => {
              setWay('passphrase');
              setSecret('');
              leave.reset();
            }}
          >
            {t('leave.withPassphrase')}
          </Button>
        ) : null}
        {leave.error === null ? null : (
          <p className="problem" role="alert">
            {leave.error.message}
          </p>
        )}
      </Form>
    </Dialog>
  );
}
