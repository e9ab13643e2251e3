import { useQueryOf } from '#renderer/client/queries.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { formatsOf, type DocumentChoice } from '#renderer/features/documents/document-readers.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { consentPurposes } from '#shared/casefile/consent.ts';
import type { ExportRequest } from '#shared/interchange/export-request.ts';
import { identificationLevels } from '#shared/pedigree/drawing/drawing-context.ts';

interface DocumentChoicesProps {
  readonly choice: DocumentChoice;
  readonly onChange: (change: Partial<DocumentChoice>) => void;
  readonly referrals: readonly { readonly id: string; readonly label: string }[];
  readonly relatives: readonly { readonly id: string; readonly label: string }[];
}

/** Of what, in which format, how much of the person, for what and for whom. */
export function DocumentChoices({ choice, onChange, referrals, relatives }: DocumentChoicesProps) {
  const t = useWords('documents');
  const canPrint = useQueryOf('app.state', {}).data?.host.canPrintToPdf ?? true;
  const { reader, format, purpose, recipient, level } = choice;
  return (
    <>
      <section className="document-fields">
        {reader === 'referral' && referrals.length > 0 ? <Select label={t('choice.referral')} value={choice.referralId} choices={referrals.map(({ id, label }) => ({ value: id, label }))} onChange={(referralId) => onChange({ referralId })} /> : null}
        {reader === 'relatives' && relatives.length > 0 ? <Select label={t('choice.relative')} value={choice.personId} choices={relatives.map(({ id, label }) => ({ value: id, label }))} onChange={(personId) => onChange({ personId })} /> : null}
        {formatsOf[reader].length > 1 ? <Select label={t('choice.format')} value={format} choices={formatsOf[reader].map((value) => ({ value, label: t(`format.${value}`) }))} onChange={(value) => onChange({ format: value })} /> : null}
        {format === 'pdf' && !canPrint ? <p className="hint-line">{t('choice.noPrinter')}</p> : null}
        <TextField label={t('choice.recipient')} value={recipient} maxLength={300} onChange={(text) => onChange({ recipient: text })} />
        <Select label={t('choice.purpose')} value={purpose} choices={consentPurposes.map((value) => ({ value, label: t(`purpose.${value}`) }))} onChange={(value) => onChange({ purpose: value })} />
      </section>
      <section className="document-levels">
        <LevelChoice level={level} onChange={(value) => onChange({ level: value })} />
        {level === 'full' ? null : <Checkbox isSelected={choice.shiftsDates} onChange={(shiftsDates) => onChange({ shiftsDates })}>{t('choice.shiftsDates')}</Checkbox>}
      </section>
    </>
  );
}

function LevelChoice({ level, onChange }: { readonly level: ExportRequest['level']; readonly onChange: (level: ExportRequest['level']) => void }) {
  const t = useWords('documents');
  return (
    <fieldset>
      <legend className="h3">{t('level.title')}</legend>
      {identificationLevels.map((value) => (
        <label key={value} className="level">
          <input type="radio" name="document-level" checked={level === value} onChange={() => onChange(value)} />
          <span>
            <b>{t(`level.${value}`)}</b>
            <small>{t(`level.${value}.about`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
