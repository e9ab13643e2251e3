import { useState } from 'react';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { gestationText } from '#renderer/features/family/individual-words.ts';
import type { FieldsDraft } from '#renderer/features/family/inspector/use-individual-draft.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Gestation, IndividualDetail, Life } from '#shared/pedigree/individual.ts';

/** A life as one choice; the three kinds of loss stand beside the others. */
const lifeChoices = ['person', 'group', 'pregnancy', 'stillbirth', 'spontaneous-abortion', 'termination', 'ectopic'] as const;
type LifeChoice = (typeof lifeChoices)[number];

/** Whether this is a person, several, a pregnancy or a loss, and what belongs to each. */
export function LifeFields({ draft }: { readonly draft: FieldsDraft<IndividualDetail> }) {
  const t = useWords('family');
  const { life } = draft.values;
  const setNow = (next: Life): void => draft.setNow('life', next);
  return (
    <>
      <Select className={life.kind === 'person' ? '' : 'wide'} label={t('life.label')} value={choiceOf(life)} choices={lifeChoices.map((choice) => ({ value: choice, label: t(`life.choice.${choice}`) }))} onChange={(choice) => setNow(lifeOf(choice, life))} />
      {life.kind === 'group' ? <CountField count={life.count} onChange={(count) => setNow({ ...life, count })} /> : null}
      {'gestation' in life ? <GestationField value={life.gestation} onChange={(gestation) => setNow({ ...life, gestation })} /> : null}
      {life.kind === 'pregnancy' ? (
        <>
          <PartialDateField label={t('life.dueDate')} value={life.dueDate} onChange={(dueDate) => draft.set('life', { ...life, dueDate })} onBlur={draft.saveNow} />
          <TextField label={t('life.sexKnownBy')} placeholder={t('life.sexKnownByHint')} value={life.sexKnownBy} onChange={(sexKnownBy) => draft.set('life', { ...life, sexKnownBy })} onBlur={draft.saveNow} maxLength={200} autoComplete="off" />
        </>
      ) : null}
    </>
  );
}

function choiceOf(life: Life): LifeChoice {
  return life.kind === 'loss' ? life.outcome : life.kind;
}

function lifeOf(choice: LifeChoice, before: Life): Life {
  const gestation = 'gestation' in before ? before.gestation : null;
  switch (choice) {
    case 'person':
      return { kind: 'person' };
    case 'group':
      return { kind: 'group', count: null };
    case 'pregnancy':
      return { kind: 'pregnancy', gestation, dueDate: null, sexKnownBy: '' };
    case 'stillbirth':
      return { kind: 'stillbirth', gestation };
    default:
      return { kind: 'loss', outcome: choice, gestation };
  }
}

function CountField({ count, onChange }: { readonly count: number | null; readonly onChange: (count: number | null) => void }) {
  const t = useWords('family');
  return (
    <TextField
      label={t('life.count')}
      hint={t('life.countHint')}
      value={count === null ? '' : String(count)}
      inputMode="numeric"
      maxLength={2}
      autoComplete="off"
      onChange={(text) => {
        const read = Number.parseInt(text, 10);
        onChange(read >= 2 && read <= 99 ? read : null);
      }}
    />
  );
}

/** `14`, `14+3`, `14 wk 3 d`. The text stays as typed; the value changes only where it can be read. */
function GestationField({ value, onChange }: { readonly value: Gestation | null; readonly onChange: (value: Gestation | null) => void }) {
  const t = useWords('family');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value === null ? '' : gestationText(value));
  const read = readGestation(text);
  const takeOver = (): void => {
    if (typed === null || read === undefined) return;
    setTyped(null);
    if (JSON.stringify(read) !== JSON.stringify(value)) onChange(read);
  };
  return <TextField className="life-first" label={t('life.gestation')} placeholder="14 wk" value={text} problem={typed !== null && read === undefined ? t('life.gestationProblem') : null} autoComplete="off" onChange={setTyped} onBlur={takeOver} onKeyDown={(event) => { if (event.key === 'Enter') takeOver(); event.continuePropagation(); }} />;
}

export function readGestation(text: string): Gestation | null | undefined {
  if (text.trim() === '') return null;
  const found = /^(\d{1,2})\s*(?:wk?|weeks?|\/40)?\s*(?:\+?\s*([0-6])\s*(?:d|days?)?)?$/.exec(text.trim().toLowerCase());
  const weeks = Number(found?.[1]);
  return found === null || weeks > 45 ? undefined : { weeks, days: Number(found[2] ?? 0) };
}
