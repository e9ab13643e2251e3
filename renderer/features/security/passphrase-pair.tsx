import { useState } from 'react';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { leastPassphraseLength, passphraseAdvice, type PassphraseAdvice } from '#renderer/features/security/passphrase-advice.ts';
import { useWords } from '#renderer/i18n/words.ts';

export interface TypedPair {
  readonly first: string;
  readonly again: string;
}
export const emptyPair: TypedPair = { first: '', again: '' };
export const isGoodPair = (pair: TypedPair): boolean => [...pair.first].length >= leastPassphraseLength && pair.first === pair.again;

/** A new passphrase, typed twice, with advice in words while typing. */
export function PassphrasePair({ label, againLabel, value, onChange }: { readonly label: string; readonly againLabel: string; readonly value: TypedPair; readonly onChange: (value: TypedPair) => void }) {
  const t = useWords('security');
  const [isShown, setShown] = useState(false);
  const type = isShown ? 'text' : 'password';
  const differs = value.again !== '' && !value.first.startsWith(value.again);
  return (
    <>
      <TextField label={label} type={type} autoComplete="new-password" value={value.first} onChange={(first) => onChange({ ...value, first })} hint={adviceWords(passphraseAdvice(value.first), t)} isRequired />
      <TextField label={againLabel} type={type} autoComplete="new-password" value={value.again} onChange={(again) => onChange({ ...value, again })} problem={differs ? t('passphrase.differs') : null} isRequired />
      <Checkbox isSelected={isShown} onChange={setShown}>
        {t('passphrase.show')}
      </Checkbox>
    </>
  );
}

function adviceWords(advice: PassphraseAdvice, t: ReturnType<typeof useWords<'security'>>): string {
  return advice.kind === 'short' ? t('advice.short', { count: advice.missing }) : t(`advice.${advice.kind}`);
}
