import { useState } from 'react';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { emptyPair, isGoodPair, PassphrasePair } from '#renderer/features/security/passphrase-pair.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';

export function PassphraseSection() {
  const t = useWords('security');
  const change = useCommand('vault.changePassphrase', { isQuiet: true });
  const [current, setCurrent] = useState('');
  const [pair, setPair] = useState(emptyPair);
  const canChange = current !== '' && isGoodPair(pair) && !change.isPending;
  const submit = (): void => {
    if (!canChange) return;
    change.mutate(
      { current, next: pair.first },
      {
        onSuccess: () => {
          setCurrent('');
          setPair(emptyPair);
          showToast({ tone: 'calm', text: t('screen.changed') });
        },
      },
    );
  };
  return (
    <section>
      <h2>{t('screen.passphraseTitle')}</h2>
      <form
        className="narrow-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField label={t('screen.current')} type="password" autoComplete="current-password" value={current} onChange={setCurrent} problem={change.error?.message ?? null} />
        <PassphrasePair label={t('screen.next')} againLabel={t('screen.nextAgain')} value={pair} onChange={setPair} />
        <div>
          <Button type="submit" isDisabled={!canChange}>
            {t('screen.change')}
          </Button>
        </div>
      </form>
    </section>
  );
}
