import { useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** A share from 0 to 1, such as 1.2e-4. The text stays as typed; the value changes only when it can be read. */
export function ShareField({ label, value, onChange, onBlur }: { readonly label: string; readonly value: number | null; readonly onChange: (share: number | null) => void; readonly onBlur: () => void }) {
  const t = useWords('findings');
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number | null } | null>(null);
  const text = typed !== null && typed.value === value ? typed.text : value === null ? '' : String(value);
  const read = readShare(text);
  return (
    <TextField
      label={label}
      value={text}
      problem={read === 'unreadable' ? t('inspector.frequencyProblem') : null}
      onBlur={onBlur}
      onChange={(next) => {
        const share = readShare(next);
        const nextValue = share === 'unreadable' ? value : share;
        setTyped({ text: next, value: nextValue });
        if (nextValue !== value) onChange(nextValue);
      }}
    />
  );
}

function readShare(text: string): number | null | 'unreadable' {
  if (text.trim() === '') return null;
  const share = Number(text.trim().replace(',', '.'));
  return share >= 0 && share <= 1 ? share : 'unreadable';
}
