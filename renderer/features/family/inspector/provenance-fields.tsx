import { Checkbox } from '#renderer/components/checkbox.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { Provenance } from '#shared/pedigree/individual.ts';

const sources = ['self', 'relative', 'record', 'unknown'] as const satisfies readonly Provenance['source'][];

/** Where a fact comes from, and whether it may be shown to the family. */
export function ProvenanceFields({ value, onChange, onLeave }: { readonly value: Provenance; readonly onChange: (value: Provenance) => void; readonly onLeave: () => void }) {
  const t = useWords('family');
  const setNow = (change: Partial<Provenance>): void => {
    onChange({ ...value, ...change });
    onLeave();
  };
  return (
    <>
      <Select label={t('source.label')} value={value.source} choices={sources.map((source) => ({ value: source, label: t(`source.${source}`) }))} onChange={(source) => setNow({ source })} />
      <PartialDateField label={t('source.recordedOn')} value={value.recordedOn} onChange={(recordedOn) => onChange({ ...value, recordedOn })} onBlur={onLeave} />
      <TextField label={t('source.detail')} value={value.detail} onChange={(detail) => onChange({ ...value, detail })} onBlur={onLeave} maxLength={500} autoComplete="off" />
      <TextField label={t('source.recordedBy')} value={value.recordedBy} onChange={(recordedBy) => onChange({ ...value, recordedBy })} onBlur={onLeave} maxLength={200} autoComplete="off" />
      <div className="wide">
        <Checkbox isSelected={value.isPrivate} onChange={(isPrivate) => setNow({ isPrivate })}>{t('source.private')}</Checkbox>
      </div>
    </>
  );
}
