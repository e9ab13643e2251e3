import { Checkbox } from '#renderer/components/checkbox.tsx';
import { variantKey, variantNotation, type VcfRow } from '#renderer/features/findings/vcf/vcf-selection-rows.ts';
import { Tag } from '#renderer/components/tag.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { VcfSelection } from '#shared/contract/vcf-procedures.ts';

type SelectedVariant = VcfSelection['variants'][number];

interface VcfRowsProps {
  readonly rows: readonly VcfRow[];
  readonly ticked: ReadonlySet<string>;
  readonly isRecorded: (variant: SelectedVariant) => boolean;
  readonly personLabel: (id: string) => string;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

/** Each variant with what it does, how often it is seen, what everybody has of it and why it fits. A pair is ticked as one. */
export function VcfRows({ rows, ticked, isRecorded, personLabel, onTick }: VcfRowsProps) {
  const t = useWords('vcfImport');
  if (rows.length === 0) return null;
  const tick = (row: VcfRow, isTicked: boolean): void => {
    const next = new Set(ticked);
    for (const variant of row.variants) {
      if (isTicked) next.add(variantKey(variant));
      else next.delete(variantKey(variant));
    }
    onTick(next);
  };
  return (
    <table className="vcf-rows" aria-label={t('list')}>
      <thead>
        <tr>{(['variant', 'consequence', 'frequency', 'people', 'why'] as const).map((column) => <th key={column} scope="col">{t(`column.${column}`)}</th>)}</tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.key}>
          {row.variants.map((variant, place) => (
            <tr key={variantKey(variant)}>
              <th scope="row">
                {place > 0 ? <NameOf variant={variant} isRecorded={isRecorded(variant)} isIndented /> : <Checkbox isSelected={row.variants.every((one) => ticked.has(variantKey(one)))} onChange={(value) => tick(row, value)}><NameOf variant={variant} isRecorded={isRecorded(variant)} /></Checkbox>}
              </th>
              <td>{variant.consequence?.replaceAll('-', ' ') ?? ''}</td>
              <td className="num">{variant.frequency === null ? <span className="muted">{t('row.noFrequency')}</span> : String(variant.frequency)}</td>
              <td><Genotypes variant={variant} personLabel={personLabel} /></td>
              {place > 0 ? null : <td rowSpan={row.variants.length}><Why row={row} personLabel={personLabel} /></td>}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function NameOf({ variant, isRecorded, isIndented = false }: { readonly variant: SelectedVariant; readonly isRecorded: boolean; readonly isIndented?: boolean }) {
  const t = useWords('vcfImport');
  return (
    <span className={isIndented ? 'second-of-pair' : ''}>
      <b>{variant.gene}</b> <span className="notation">{variantNotation(variant)}</span> {isRecorded ? <Tag>{t('row.recorded')}</Tag> : null}
      <small>{`${variant.chromosome}:${String(variant.position)} ${variant.transcript}`.trim()}</small>
    </span>
  );
}

function Genotypes({ variant, personLabel }: { readonly variant: SelectedVariant; readonly personLabel: (id: string) => string }) {
  const t = useWords('vcfImport');
  return (
    <ul className="calls">
      {Object.entries(variant.people).map(([id, { genotype, copies, alternateReads, reads }]) => (
        <li key={id} className={copies === null ? 'is-missing' : copies > 0 ? 'is-carrier' : ''}>
          {personLabel(id)} <b className="num">{copies === null ? t('row.notCalled') : genotype}</b> {alternateReads === null || reads === null ? null : <small className="num">{t('row.reads', { alternate: alternateReads, reads })}</small>}
        </li>
      ))}
    </ul>
  );
}

function Why({ row: { variants, phase, notes }, personLabel }: { readonly row: VcfRow; readonly personLabel: (id: string) => string }) {
  const t = useWords('vcfImport');
  const [first] = variants;
  const fit = phase === null ? (first?.pattern ?? '') : phase.knownBy === null ? t('row.transUnknown') : t('row.trans', { by: t(`by.${phase.knownBy}`) });
  // The selection knows people by their ids alone.
  const named = (note: string): string => Object.keys(first?.people ?? {}).reduce((text, id) => text.replaceAll(id, personLabel(id)), note);
  return (
    <>
      {fit}
      {notes.map((note) => <small key={note}>{named(note)}</small>)}
    </>
  );
}
