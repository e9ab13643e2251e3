import { useMemo, useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Select } from '#renderer/components/select.tsx';
import { downloadText } from '#renderer/features/family/download.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { familyFormats, formatNames, type FamilyFormat } from '#shared/pedigree/formats/family-format.ts';
import { writeFamily } from '#shared/pedigree/formats/write-family.ts';

const fileEndings: Readonly<Record<FamilyFormat, readonly [ending: string, mediaType: string]>> = {
  ped: ['.ped', 'text/plain'],
  gedcom5: ['.ged', 'text/plain'],
  gedcom7: ['-7.ged', 'text/plain'],
  canrisk: ['.txt', 'text/plain'],
  ga4gh: ['.ga4gh.json', 'application/json'],
  fhir: ['.fhir.json', 'application/json'],
  phenopacket: ['.phenopacket.json', 'application/json'],
  nostos: ['.family.json', 'application/json'],
};
const mostPeople = 12;

/** A file for another program. What the format cannot hold is said, person by person, before it is saved. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords('family');
  const { family, numberOf } = useFamilyView();
  const [format, setFormat] = useState<FamilyFormat>('ped');
  const written = useMemo(() => writeFamily(family, format), [family, format]);
  const save = (): void => {
    if (!written.ok) return;
    const [ending, mediaType] = fileEndings[format];
    const name = `family${ending}`;
    downloadText(name, written.value.text, mediaType);
    showToast({ tone: 'calm', text: t('export.done', { name }) });
    onClose();
  };
  return (
    <Dialog
      title={t('export.title')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('dialog.cancel')}</Button>
          <Button variant="primary" isDisabled={!written.ok} onPress={save}>{t('export.download')}</Button>
        </>
      }
    >
      <Select label={t('export.format')} value={format} choices={familyFormats.map((value) => ({ value, label: formatNames[value] }))} onChange={setFormat} />
      {!written.ok ? <p className="late" role="alert">{written.error.message}</p> : written.value.losses.length === 0 ? <p>{t('export.lossless')}</p> : (
        <section aria-label={t('export.losses', { format: formatNames[format] })}>
          <h3 className="h3">{t('export.losses', { format: formatNames[format] })}</h3>
          <ul className="problems">
            {written.value.losses.map(({ kind, people, message }) => (
              <li key={kind}>
                {message} <span className="muted num">{people.slice(0, mostPeople).map(numberOf).join(', ')}{people.length > mostPeople ? ' …' : ''}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="hint-line">{t('export.private')}</p>
    </Dialog>
  );
}
