import { useEffect, useRef, useState, type Ref } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { formatTimeElement, parseAgeText } from '#shared/phenotype/age-text.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

interface TimeFieldProps {
  readonly label: string;
  readonly value: TimeElement | null;
  readonly onChange: (value: TimeElement | null) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/**
 * A time typed freely. It is taken over when the field is left, with Enter, or when the field goes away, never half typed: the `4 y` of
 * `4 y 2 mo` is another age. What cannot be read stays as typed, with the reason, and changes nothing.
 */
export function TimeField({ label, value, onChange, inputRef }: TimeFieldProps) {
  const t = useWords('phenotype');
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const text = typed ?? (value === null ? '' : formatTimeElement(value));
  const parsed = parseAgeText(text);
  const isEmpty = text.trim() === '';
  const problem = typed === null || isEmpty || parsed.ok || !isLeft ? null : t(`time.problem.${parsed.error.kind}`, parsed.error.kind === 'no-unit' ? { number: parsed.error.number } : {});

  const takeOver = (): void => {
    setLeft(true);
    if (typed === null || (!parsed.ok && !isEmpty)) return;
    setTyped(null);
    const next = parsed.ok ? parsed.value : null;
    if (JSON.stringify(next) !== JSON.stringify(value)) onChange(next);
  };
  const latest = useRef(takeOver);
  useEffect(() => {
    latest.current = takeOver;
  });
  useEffect(() => () => latest.current(), []);

  return (
    <TextField
      label={label}
      value={text}
      problem={problem}
      placeholder={t('inspector.onsetPlaceholder')}
      hint={typed !== null && parsed.ok ? t('inspector.readAs', { value: readAs(parsed.value) }) : undefined}
      onChange={(next) => {
        setTyped(next);
        setLeft(false);
      }}
      onBlur={takeOver}
      onKeyDown={(event) => {
        if (event.key === 'Enter') takeOver();
        if (event.key === 'Escape' && typed !== null) {
          event.preventDefault();
          setTyped(null);
        } else event.continuePropagation();
      }}
      {...(inputRef === undefined ? {} : { inputRef })}
    />
  );
}

/** What will be stored, in the standard's own writing. */
function readAs(element: TimeElement): string {
  if (element.kind === 'age') return `${formatTimeElement(element)} (${element.duration})`;
  if (element.kind === 'term') return `${element.label} (${element.termId})`;
  return formatTimeElement(element);
}
