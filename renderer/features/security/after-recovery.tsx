import { useState } from 'react';
import { Form } from 'react-aria-components';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { GateCard } from '#renderer/features/security/gate-card.tsx';
import { emptyPair, isGoodPair, PassphrasePair } from '#renderer/features/security/passphrase-pair.tsx';
import { forgetRecoveryKit, showRecoveryKit } from '#renderer/features/security/recovery-kit-state.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** The vault was opened with the recovery key: a new passphrase, then a new kit. */
export function AfterRecovery({ usedKey }: { readonly usedKey: string }) {
  const t = useWords('security');
  const change = useCommand('vault.changePassphrase', { isQuiet: true });
  const renew = useCommand('vault.renewRecoveryKey', { isQuiet: true });
  const [pair, setPair] = useState(emptyPair);
  const [problem, setProblem] = useState<string | null>(null);
  const isBusy = change.isPending || renew.isPending;
  const carryOut = async (): Promise<void> => {
    try {
      await change.mutateAsync({ current: usedKey, next: pair.first });
      const { recoveryKey } = await renew.mutateAsync({ passphrase: pair.first });
      showRecoveryKit(recoveryKey);
    } catch (thrown) {
      setProblem(asCallFailure(thrown).message);
    }
  };
  return (
    <GateCard title={t('after.title')} text={t('after.text')}>
      <Form
        className="gate-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isGoodPair(pair) && !isBusy) void carryOut();
        }}
      >
        <PassphrasePair label={t('screen.next')} againLabel={t('screen.nextAgain')} value={pair} onChange={setPair} />
        {problem === null ? null : (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <Button type="submit" variant="primary" className="tall" isDisabled={!isGoodPair(pair) || isBusy}>
          {t('after.save')}
        </Button>
        <Button variant="quiet" onPress={forgetRecoveryKit}>
          {t('after.later')}
        </Button>
      </Form>
    </GateCard>
  );
}
