import { useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { parsePartialDate } from '#renderer/i18n/partial-date-text.ts';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';

export interface PartialDateFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  readonly className?: string;
}

/** A date known to the day, the month or the year. The text stays as typed; the value changes only when it can be read. */
export function PartialDateField({ label, value, onChange, onBlur, className }: PartialDateFieldProps) {
  const t = useWords('shell');
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: string | null } | null>(null);
  // A change from elsewhere (undo, another window) goes before the text typed earlier.
  const text = typed !== null && typed.value === value ? typed.text : (value ?? '');
  const parsed = parsePartialDate(text);
  return (
    <TextField
      label={label}
      value={text}
      className={className ?? ''}
      placeholder="YYYY-MM-DD"
      hint={parsed.kind === 'date' ? formatDate(parsed.date) : t('part.dateHint')}
      problem={parsed.kind === 'unreadable' ? t('part.dateProblem') : null}
      onChange={(next) => {
        const read = parsePartialDate(next);
        const nextValue = read.kind === 'date' ? read.date : read.kind === 'empty' ? null : value;
        setTyped({ text: next, value: nextValue });
        if (nextValue !== value) onChange(nextValue);
      }}
      {...(onBlur === undefined ? {} : { onBlur })}
    />
  );
}
