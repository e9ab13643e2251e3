import { useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { Select } from '#renderer/components/select.tsx';
import { MarkShape } from '#renderer/features/family/canvas/mark-shape.tsx';
import { familyLayout } from '#renderer/features/family/family-layout.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { identificationLevels, type IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';
import { pedigreePages, type Page } from '#shared/pedigree/drawing/paper.ts';
import { pedigreeSheet } from '#shared/pedigree/drawing/pedigree-sheet.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';

/** The pedigree on paper as it will come out: header, drawing and key, on as many pages as can be read. */
export function PrintDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords('family');
  const { family, today } = useFamilyView();
  const [paper, setPaper] = useState<'a4' | 'letter'>('a4');
  const [level, setLevel] = useState<IdentificationLevel>('full');
  const pages = useMemo(() => {
    const layout = familyLayout(family, today);
    return pedigreePages(pedigreeSheet(family, layout, { level, today, numbers: pedigreeNumbers(layout) }), paper);
  }, [family, today, level, paper]);
  const [first] = pages;
  return (
    <Dialog
      className="family-dialog"
      title={t('print.title')}
      isOpen
      isWide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('dialog.close')}</Button>
          <Button variant="primary" isDisabled={family.individuals.length === 0} onPress={() => window.print()}>{t('print.print')}</Button>
        </>
      }
    >
      <div className="segments-row">
        <Segmented label={t('print.paper')} value={paper} segments={[{ value: 'a4', label: t('print.a4') }, { value: 'letter', label: t('print.letter') }]} onChange={setPaper} />
        <Select hidesLabel label={t('print.names')} value={level} choices={identificationLevels.map((value) => ({ value, label: t(`print.level.${value}`) }))} onChange={setLevel} />
        <span className="muted num">{t('print.pages', { count: pages.length })}</span>
      </div>
      {first === undefined ? null : (
        <div className="paper-preview">
          <PaperPage page={first} />
        </div>
      )}
      {createPortal(<PrintedPages pages={pages} />, document.body)}
    </Dialog>
  );
}

const millimetres = (pixels: number): string => `${String(Math.round((pixels / 96) * 254) / 10)}mm`;

/** Seen by the printer only. The paper turns as the drawing does. */
function PrintedPages({ pages }: { readonly pages: readonly Page[] }) {
  const [first] = pages;
  return (
    <div className="printed-pages" aria-hidden>
      {first === undefined ? null : <style>{`@page { size: ${millimetres(first.width)} ${millimetres(first.height)}; margin: 0; }`}</style>}
      {pages.map((page, index) => (
        <PaperPage key={index} page={page} />
      ))}
    </div>
  );
}

function PaperPage({ page }: { readonly page: Page }) {
  return (
    <svg className="paper-page" width={page.width} height={page.height} viewBox={`0 0 ${String(page.width)} ${String(page.height)}`} aria-hidden>
      {page.parts.map(({ marks, scale, x, y, clip }, index) => {
        const drawn = (
          <g transform={`translate(${String(x)} ${String(y)}) scale(${String(scale)})`}>
            {marks.map((mark, place) => (
              <MarkShape key={place} mark={mark} />
            ))}
          </g>
        );
        if (clip === null) return <g key={index}>{drawn}</g>;
        return (
          <svg key={index} x={clip.left} y={clip.top} width={clip.right - clip.left} height={clip.bottom - clip.top} viewBox={`${String(clip.left)} ${String(clip.top)} ${String(clip.right - clip.left)} ${String(clip.bottom - clip.top)}`}>
            {drawn}
          </svg>
        );
      })}
    </svg>
  );
}
