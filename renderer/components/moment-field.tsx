import { useState } from 'react';
import { useHemisphere } from '#renderer/client/use-hemisphere.ts';
import { TextField } from '#renderer/components/text-field.tsx';
import { daysText, isDayFirst, momentText, readMoment } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { momentInterval } from '#shared/casefile/moment-order.ts';
import type { Moment } from '#shared/casefile/moment.ts';

export interface MomentFieldProps {
  readonly label: string;
  readonly value: Moment | null;
  readonly onChange: (value: Moment | null) => void;
  /** Of the proband, to say which days an age means. */
  readonly birthDate: string | null;
  readonly onBlur?: () => void;
  readonly className?: string;
}

/**
 * When something was, as a family tells it: `spring 2019`, `age 3`, `12.3.2019`, `about 2017`. The text stays as typed; the value changes only when it can
 * be read, and what was read is said below.
 */
export function MomentField({ label, value, onChange, birthDate, onBlur, className }: MomentFieldProps) {
  const t = useWords('shell');
  const today = useToday();
  const hemisphere = useHemisphere();
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: Moment | null } | null>(null);
  // A change from elsewhere (undo, another window) goes before the text typed earlier.
  const text = typed !== null && isSame(typed.value, value) ? typed.text : value === null ? '' : momentText(value);
  const read = readMoment(text, today, hemisphere);
  const hint = useReadingHint(read.ok ? read.value : null, birthDate);
  return (
    <TextField
      label={label}
      value={text}
      className={className ?? ''}
      placeholder={t('moment.placeholder')}
      autoComplete="off"
      hint={hint}
      problem={read.ok || read.error.kind === 'empty' ? null : t(`moment.problem.${read.error.kind}`)}
      onChange={(next) => {
        const reading = readMoment(next, today, hemisphere);
        const nextValue = reading.ok ? reading.value.moment : reading.error.kind === 'empty' ? null : value;
        setTyped({ text: next, value: nextValue });
        if (!isSame(nextValue, value)) onChange(nextValue);
      }}
      {...(onBlur === undefined ? {} : { onBlur })}
    />
  );
}

/** How the text was read: which days it means, and in which order day and month were taken. */
function useReadingHint(reading: { readonly moment: Moment; readonly otherwise: Moment | null } | null, birthDate: string | null): string {
  const t = useWords('shell');
  if (reading === null) return t('moment.hint');
  const { moment, otherwise } = reading;
  const said = momentText(moment);
  if (otherwise !== null) return t(isDayFirst() ? 'moment.dayFirst' : 'moment.monthFirst', { said, other: momentText(otherwise) });
  const interval = momentInterval(moment, birthDate);
  if (interval === null) return t('moment.needsBirth', { said });
  if (interval.from === interval.to || (moment.kind === 'date' && !moment.isAbout)) return said;
  const [from, to] = daysText(interval);
  return t('moment.between', { said, from, to });
}

const isSame = (one: Moment | null, other: Moment | null): boolean => JSON.stringify(one) === JSON.stringify(other);
