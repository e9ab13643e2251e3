import { useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { readProbability, simpleFraction } from '#shared/inheritance/fraction.ts';

export interface ProbabilityFieldProps {
  readonly label: string;
  /** Null: not said. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** How a number is written: `1/25` or `0.04`. */
  readonly writes?: 'fraction' | 'number';
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  /** An empty field says that nothing is said. */
  readonly mayBeEmpty?: boolean;
  readonly className?: string;
}

/** A probability as people write it. What is typed stays until the field is left; what cannot be read stays with the reason. */
export function ProbabilityField({ label, value, onChange, writes = 'number', hint, placeholder, mayBeEmpty = false, className = '' }: ProbabilityFieldProps) {
  const t = useWords('risk');
  const [typed, setTyped] = useState<string | null>(null);
  const isRefused = typed !== null && readProbability(typed) === null && !(mayBeEmpty && typed.trim() === '');
  const [wasLeft, setLeft] = useState(false);
  const take = (): void => {
    setLeft(true);
    if (typed === null || isRefused) return;
    const read = readProbability(typed);
    setTyped(null);
    if (read !== value) onChange(read);
  };
  return (
    <TextField
      className={className}
      label={label}
      value={typed ?? (value === null ? '' : writtenProbability(value, writes))}
      onChange={(text) => { setTyped(text); setLeft(false); }}
      onBlur={take}
      onKeyDown={(event) => { if (event.key === 'Enter') take(); }}
      problem={isRefused && wasLeft ? t('model.problem') : null}
      hint={hint}
      placeholder={placeholder}
      autoComplete="off"
      maxLength={30}
    />
  );
}

/** `1/25`, `0.04`, `1e-6`: what can be read again as the same number, as far as it matters. */
export function writtenProbability(value: number, writes: 'fraction' | 'number'): string {
  if (value === 0 || value === 1) return String(value);
  const fraction = writes === 'fraction' ? simpleFraction(value) : null;
  if (fraction !== null && fraction.numerator === 1) return `1/${String(fraction.denominator)}`;
  if (writes === 'fraction' && value < 0.02) return `1/${String(Number((1 / value).toPrecision(4)))}`;
  return String(Number(value.toPrecision(4)));
}
