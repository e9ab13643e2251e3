import { useMemo, useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Select } from '#renderer/components/select.tsx';
import { downloadText } from '#renderer/client/download.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { familyFormats, formatNames, type FamilyFormat } from '#shared/pedigree/formats/family-format.ts';
import { pedigreeSheet } from '#shared/pedigree/drawing/pedigree-sheet.ts';
import { pedigreeSvg } from '#shared/pedigree/drawing/svg.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';
import { success } from '#shared/base/result.ts';
import { familyLayout } from '#renderer/features/family/family-layout.ts';
import { writeFamily } from '#shared/pedigree/formats/write-family.ts';

const fileEndings: Readonly<Record<FamilyFormat | 'svg', readonly [ending: string, mediaType: string]>> = {
  ped: ['.ped', 'text/plain'],
  gedcom5: ['.ged', 'text/plain'],
  gedcom7: ['-7.ged', 'text/plain'],
  canrisk: ['.txt', 'text/plain'],
  ga4gh: ['.ga4gh.json', 'application/json'],
  fhir: ['.fhir.json', 'application/json'],
  phenopacket: ['.phenopacket.json', 'application/json'],
  nostos: ['.family.json', 'application/json'],
  svg: ['.svg', 'image/svg+xml'],
};
const mostPeople = 12;

/** A file for another program. What the format cannot hold is said, person by person, before it is saved. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords('family');
  const { family, numberOf, today } = useFamilyView();
  const [format, setFormat] = useState<FamilyFormat | 'svg'>('ped');
  const written = useMemo(() => (format === 'svg' ? drawnFile(family, today) : writeFamily(family, format)), [family, today, format]);
  const formatName = format === 'svg' ? t('export.svg') : formatNames[format];
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
      <Select label={t('export.format')} value={format} choices={[...familyFormats.map((value) => ({ value, label: formatNames[value] })), { value: 'svg' as const, label: t('export.svg') }]} onChange={setFormat} />
      {!written.ok ? <p className="late" role="alert">{written.error.message}</p> : written.value.losses.length === 0 ? <p>{t(format === 'svg' ? 'export.picture' : 'export.lossless')}</p> : (
        <section aria-label={t('export.losses', { format: formatName })}>
          <h3 className="h3">{t('export.losses', { format: formatName })}</h3>
          <ul className="problems">
            {written.value.losses.map(({ kind, people, message }) => (
              <li key={kind}>
                {message.replace(`${formatName} cannot hold `, '')} <span className="muted num">{people.slice(0, mostPeople).map(numberOf).join(', ')}{people.length > mostPeople ? ' …' : ''}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="hint-line">{t('export.private')}</p>
    </Dialog>
  );
}

/** The drawing with header and key; a picture holds all that it shows. */
function drawnFile(family: Family, today: string): ReturnType<typeof writeFamily> {
  const layout = familyLayout(family, today);
  return success({ text: pedigreeSvg([pedigreeSheet(family, layout, { today, numbers: pedigreeNumbers(layout) })], { paper: 'fit', theme: 'colour' }), losses: [] });
}
