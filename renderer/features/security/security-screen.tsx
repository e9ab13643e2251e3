import { BackupSection } from '#renderer/features/security/backup-section.tsx';
import { KeychainSection } from '#renderer/features/security/keychain-section.tsx';
import { PassphraseSection } from '#renderer/features/security/passphrase-section.tsx';
import { VerifySection } from '#renderer/features/security/verify-section.tsx';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { showRecoveryKit } from '#renderer/features/security/recovery-kit-state.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useState } from 'react';
import '#renderer/features/security/security.css';

export function SecurityScreen() {
  const t = useWords('security');
  const isDemo = useQueryOf('app.state', {}).data?.isDemo === true;
  return (
    <Workspace className="security">
      <div className="page">
        {isDemo ? <p className="sub demo-note">{t('screen.demo')}</p> : null}
        {isDemo ? null : <AutomaticLockSection />}
        {isDemo ? null : <BackupSection />}
        <VerifySection />
        {isDemo ? null : <PassphraseSection />}
        {isDemo ? null : <KitSection />}
        {isDemo ? null : <KeychainSection />}
      </div>
    </Workspace>
  );
}

const offeredMinutes = [0, 1, 2, 5, 10, 15, 30, 60] as const;

function AutomaticLockSection() {
  const t = useWords('security');
  const settings = useQueryOf('settings.read', {});
  const change = useCommand('settings.change');
  if (settings.data === undefined) return settings.error === null ? <Skeleton lines={2} /> : <ErrorState error={settings.error} onRetry={() => void settings.refetch()} isSmall />;
  const minutes = settings.data.autoLockMinutes;
  const offered = [...new Set([...offeredMinutes, minutes])].sort((one, other) => one - other);
  return (
    <section>
      <h2>{t('screen.lockTitle')}</h2>
      <Select className="short-field" label={t('screen.lockAfter')} value={String(minutes)} choices={offered.map((count) => ({ value: String(count), label: count === 0 ? t('screen.never') : t('screen.minutes', { count }) }))} onChange={(value) => change.mutate({ autoLockMinutes: Number(value) })} />
      {minutes === 0 ? <p className="late sm">{t('screen.neverWarning')}</p> : null}
    </section>
  );
}

function KitSection() {
  const t = useWords('security');
  const renew = useCommand('vault.renewRecoveryKey', { isQuiet: true });
  const [passphrase, setPassphrase] = useState('');
  return (
    <section>
      <h2>{t('screen.kitTitle')}</h2>
      <p className="sub">{t('screen.kitText')}</p>
      <form
        className="narrow-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') renew.mutate({ passphrase }, { onSuccess: ({ recoveryKey }) => showRecoveryKit(recoveryKey) });
        }}
      >
        <TextField label={t('screen.current')} type="password" autoComplete="off" value={passphrase} onChange={setPassphrase} problem={renew.error?.message ?? null} />
        <div>
          <Button type="submit" isDisabled={passphrase === '' || renew.isPending}>
            {t('screen.kitRenew')}
          </Button>
        </div>
      </form>
    </section>
  );
}
