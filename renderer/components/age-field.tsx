import { useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { formatDuration, parseAgeText } from '#shared/phenotype/age-text.ts';

export interface AgeFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Shown when the text is no age. */
  readonly problem: string;
  /** ISO 8601 duration. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  readonly className?: string;
}

/** An age as clinicians say it. The text stays as typed; the value changes only when it can be read. */
export function AgeField({ label, hint, problem, value, onChange, onBlur, className }: AgeFieldProps) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: string | null } | null>(null);
  const text = typed !== null && typed.value === value ? typed.text : value === null ? '' : formatDuration(value);
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      className={className ?? ''}
      problem={readAge(text) === undefined ? problem : null}
      autoComplete="off"
      onChange={(next) => {
        const read = readAge(next);
        const nextValue = read === undefined ? value : read;
        setTyped({ text: next, value: nextValue });
        if (nextValue !== value) onChange(nextValue);
      }}
      {...(onBlur === undefined ? {} : { onBlur })}
    />
  );
}

/** The duration, null for no text, undefined for text that is no age. */
export function readAge(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const read = parseAgeText(text);
  return read.ok && read.value.kind === 'age' ? read.value.duration : undefined;
}
