import { useMemo } from 'react';
import { Workspace } from '#renderer/components/workspace.tsx';
import { ConditionFills } from '#renderer/features/family/canvas/condition-fills.tsx';
import { MarkShape } from '#renderer/features/family/canvas/mark-shape.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { Box, Mark } from '#shared/pedigree/drawing/figure.ts';
import { drawItem, type DrawnItem } from '#shared/pedigree/drawing/gallery/gallery-figure.ts';
import { galleryItems } from '#shared/pedigree/drawing/gallery/gallery-items.ts';
import type { LegendEntry } from '#shared/pedigree/drawing/legend.ts';
import { symbolSide } from '#shared/pedigree/layout/pedigree-layout.ts';
import '#renderer/features/family-gallery/family-gallery.css';

const figures = ['F1', 'F2', 'F3', 'F4', 'F5'] as const;

/** Every item of the nomenclature, drawn as the pedigree draws it, to look up what a sign means and how something is drawn. */
export function FamilyGalleryScreen() {
  const t = useWords('familyGallery');
  const drawn = useMemo(() => galleryItems.map(drawItem), []);
  return (
    <Workspace className="family-gallery">
      <div className="page">
        <ConditionFills />
        <p className="sub">{t('intro')}</p>
        {figures.map((figure) => (
          <section key={figure} aria-labelledby={`symbols-${figure}`}>
            <h2 id={`symbols-${figure}`}>{t(`figure.${figure}`)}</h2>
            <ul className="items">
              {drawn.filter(({ item }) => item.id.startsWith(figure)).map((item) => (
                <GalleryCard key={`${item.item.id} ${item.item.variant}`} drawn={item} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Workspace>
  );
}

/** CSS pixels; a wider family takes two columns. */
const widestInOneColumn = 240;

function GalleryCard({ drawn: { item, figure, legend } }: { readonly drawn: DrawnItem }) {
  const t = useWords('familyGallery');
  return (
    <li className={figure.box.right - figure.box.left > widestInOneColumn ? 'is-wide' : undefined}>
      <figure>
        <Picture marks={figure.marks} box={figure.box} label={item.title} />
        <figcaption>
          <b className="num">{item.id}</b> {item.title}
        </figcaption>
        {legend.length === 0 ? null : (
          <ul className="key" aria-label={t('key')}>
            {legend.map((entry) => (
              <KeyEntry key={entry.text} entry={entry} />
            ))}
          </ul>
        )}
      </figure>
    </li>
  );
}

const half = symbolSide / 2 + 1;
const swatchBox: Box = { left: -half, top: -half, right: half, bottom: half };

function KeyEntry({ entry }: { readonly entry: LegendEntry }) {
  return (
    <li>
      <Picture marks={entry.swatch} box={swatchBox} label={null} scale={0.4} />
      {entry.text}
    </li>
  );
}

/** `label` null: the words beside it say the same. */
function Picture({ marks, box, label, scale = 1 }: { readonly marks: readonly Mark[]; readonly box: Box; readonly label: string | null; readonly scale?: number }) {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return (
    <svg width={width * scale} height={height * scale} viewBox={`${String(box.left)} ${String(box.top)} ${String(width)} ${String(height)}`} {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}>
      {marks.map((mark, index) => (
        <MarkShape key={index} mark={mark} />
      ))}
    </svg>
  );
}
