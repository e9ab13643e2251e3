import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { GateCard } from '#renderer/features/security/gate-card.tsx';
import { rememberUsedKey } from '#renderer/features/security/recovery-kit-state.ts';
import { secondsAfter } from '#renderer/features/security/try-delay.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { useLockReport } from '#renderer/state/lock-report.ts';

/** The lock screen: passphrase or recovery key. What the vault answers (wrong, damaged, newer) is shown in its own words. */
export function Unlock() {
  const t = useWords('security');
  const tShell = useWords('shell');
  const queryClient = useQueryClient();
  const unlock = useCommand('vault.unlock', { isQuiet: true });
  const app = useQueryOf('app.state', {}).data;
  const isKeychainOffered = app?.host.hasKeychain === true && app.isInKeychain;
  const lostCount = useLockReport((report) => report.lostCount);
  const [way, setWay] = useState<'passphrase' | 'recovery'>('passphrase');
  const [secret, setSecret] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { waitSeconds, noteWrong } = useGrowingDelay();
  const isSlow = useIsSlow(unlock.isPending);
  const isBlocked = secret === '' || unlock.isPending || waitSeconds > 0;
  const submit = (): void => {
    if (isBlocked) return;
    open(way === 'recovery' ? { recoveryKey: secret } : { passphrase: secret });
  };
  const open = (given: InputOf<'vault.unlock'>): void => {
    unlock.mutate(given, {
      onSuccess: () => {
        if ('recoveryKey' in given) rememberUsedKey(given.recoveryKey);
        useLockReport.setState({ lostCount: 0 });
        setSecret('');
        void queryClient.invalidateQueries({ queryKey: ['app.state'] });
      },
      onError: (error) => {
        if (error.kind !== 'invalid-input') return;
        noteWrong();
        // A passphrase that cannot be seen is typed anew; a recovery key is looked through.
        field.current?.focus();
        if (way === 'passphrase') field.current?.select();
      },
    });
  };
  return (
    <GateCard title={t('unlock.title')}>
      {lostCount > 0 ? (
        <p className="gate-warning" role="alert">
          {tShell('notice.lockLost', { count: lostCount })}
        </p>
      ) : null}
      <Form
        className="gate-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField key={way} inputRef={field} label={t(`unlock.${way}`)} type={way === 'passphrase' ? 'password' : 'text'} autoComplete="off" spellCheck="false" autoFocus value={secret} onChange={setSecret} hint={way === 'recovery' ? t('unlock.recoveryHint') : undefined} />
        {unlock.error === null ? null : (
          <p className="problem" role="alert">
            {unlock.error.message}
          </p>
        )}
        {waitSeconds > 0 ? (
          <p className="sub" role="status">
            {t('unlock.wait', { count: waitSeconds })}
          </p>
        ) : null}
        {isSlow ? (
          <p className="sub" role="status">
            {t('unlock.slow')}
          </p>
        ) : null}
        <Button type="submit" variant="primary" className="tall" isDisabled={isBlocked}>
          {unlock.isPending ? t('unlock.opening') : t('unlock.open')}
        </Button>
        {isKeychainOffered ? (
          <Button isDisabled={unlock.isPending} onPress={() => open({ keychain: true })}>
            {t('unlock.useKeychain')}
          </Button>
        ) : null}
        <Button
          variant="quiet"
          onPress={() => {
            setWay(way === 'passphrase' ? 'recovery' : 'passphrase');
            setSecret('');
            unlock.reset();
          }}
        >
          {way === 'passphrase' ? t('unlock.useRecovery') : t('unlock.usePassphrase')}
        </Button>
      </Form>
    </GateCard>
  );
}

/** No vault of this version takes so long. */
const slowAfterMilliseconds = 4_000;

/** Whether opening takes so long that the vault must be one of an earlier version, which is copied and changed first. The vault is too busy then to tell so itself. */
function useIsSlow(isPending: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setIsSlow(true), slowAfterMilliseconds);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isPending]);
  return isPending && isSlow;
}

function useGrowingDelay(): { readonly waitSeconds: number; readonly noteWrong: () => void } {
  const [wrongTries, setWrongTries] = useState(0);
  const [waitSeconds, setWaitSeconds] = useState(0);
  useEffect(() => {
    if (waitSeconds === 0) return;
    const timer = setTimeout(() => setWaitSeconds(waitSeconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);
  return {
    waitSeconds,
    noteWrong: () => {
      setWrongTries(wrongTries + 1);
      setWaitSeconds(secondsAfter(wrongTries + 1));
    },
  };
}
