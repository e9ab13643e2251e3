import { useState } from 'react';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** Makes the keychain of this machine a way into the vault, or ends it. Nothing where the host has no keychain. */
export function KeychainSection() {
  const t = useWords('security');
  const app = useQueryOf('app.state', {}).data;
  const change = useCommand('vault.keepInKeychain', { isQuiet: true });
  const [passphrase, setPassphrase] = useState('');
  if (app?.host.hasKeychain !== true) return null;
  return (
    <section>
      <h2>{t('screen.keychainTitle')}</h2>
      <p className="sub">{t('screen.keychainText')}</p>
      <p role="status">{t(app.isInKeychain ? 'screen.keychainOn' : 'screen.keychainOff')}</p>
      <form
        className="narrow-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '' && !change.isPending) change.mutate({ keep: !app.isInKeychain, passphrase }, { onSuccess: () => setPassphrase('') });
        }}
      >
        <TextField label={t('screen.current')} type="password" autoComplete="off" value={passphrase} onChange={setPassphrase} problem={change.error?.message ?? null} />
        <div>
          <Button type="submit" isDisabled={passphrase === '' || change.isPending}>
            {t(app.isInKeychain ? 'screen.keychainRemove' : 'screen.keychainKeep')}
          </Button>
        </div>
      </form>
    </section>
  );
}
