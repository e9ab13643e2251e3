import { useState } from 'react';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { parseHgvs } from '#shared/variant/hgvs/parse-hgvs.ts';
import { printHgvs } from '#shared/variant/hgvs/print-hgvs.ts';

interface HgvsFieldProps {
  readonly label: string;
  /** Letters that the description may have before its point. */
  readonly levels: readonly string[];
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

/** A description that is kept as the HGVS recommends it. The text stays as typed; the value changes only when it can be read. */
export function HgvsField({ label, levels, value, onChange, onBlur }: HgvsFieldProps) {
  const t = useWords('findings');
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: string } | null>(null);
  // A change from elsewhere (undo, another window) goes before the text typed earlier.
  const text = typed !== null && typed.value === value ? typed.text : value;
  const read = readDescription(text, levels);
  return (
    <TextField
      className="wide"
      label={label}
      value={text}
      spellCheck="false"
      problem={read.problem === null ? null : t('entry.problem', { ...read.problem })}
      onBlur={onBlur}
      onChange={(next) => {
        const nextValue = readDescription(next, levels).value ?? value;
        setTyped({ text: next, value: nextValue });
        if (nextValue !== value) onChange(nextValue);
      }}
    />
  );
}

function readDescription(text: string, levels: readonly string[]): { readonly value: string | null; readonly problem: { readonly message: string; readonly position: number } | null } {
  if (text.trim() === '') return { value: '', problem: null };
  const reading = parseHgvs(text);
  if (!reading.ok) return { value: null, problem: reading.error };
  const { expression } = reading.value;
  const level = expression.kind === 'protein' ? 'p' : expression.level;
  if (levels.includes(level)) return { value: printHgvs(expression), problem: null };
  return { value: null, problem: { message: `expected ${levels.map((letter) => `${letter}.`).join(' or ')}, not ${level}.`.replace(/\.$/, ''), position: 1 } };
}
