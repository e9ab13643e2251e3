import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { GateCard } from '#renderer/features/security/gate-card.tsx';
import { emptyPair, isGoodPair, PassphrasePair } from '#renderer/features/security/passphrase-pair.tsx';
import { showRecoveryKit } from '#renderer/features/security/recovery-kit-state.ts';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** No vault on this machine yet: make one. */
export function FirstStart() {
  const t = useWords('security');
  const queryClient = useQueryClient();
  const create = useCommand('vault.create', { isQuiet: true });
  const [clinicianName, setClinicianName] = useState('');
  const [pair, setPair] = useState(emptyPair);
  const canCreate = isGoodPair(pair) && clinicianName.trim() !== '';
  const submit = (): void => {
    if (!canCreate || create.isPending) return;
    create.mutate(
      { passphrase: pair.first, clinicianName: clinicianName.trim() },
      {
        onSuccess: ({ recoveryKey }) => {
          showRecoveryKit(recoveryKey);
          void queryClient.invalidateQueries({ queryKey: ['app.state'] });
        },
      },
    );
  };
  return (
    <GateCard title={t('first.title')} text={t('first.text')}>
      <Form
        className="gate-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField label={t('first.name')} value={clinicianName} onChange={setClinicianName} hint={t('first.nameHint')} autoFocus isRequired maxLength={200} autoComplete="off" />
        <PassphrasePair label={t('first.passphrase')} againLabel={t('first.passphraseAgain')} value={pair} onChange={setPair} />
        {create.error === null ? null : (
          <p className="problem" role="alert">
            {create.error.message}
          </p>
        )}
        <Button type="submit" variant="primary" className="tall" isDisabled={!canCreate || create.isPending}>
          {create.isPending ? t('first.creating') : t('first.create')}
        </Button>
        <p className="sm muted">{t('first.nobody')}</p>
      </Form>
    </GateCard>
  );
}
