import { useState } from 'react';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { genomeBuilds, type GenomeBuild, type GenomicLocation } from '#shared/variant/variant.ts';

/** Where on the genome, in one line as a VCF record has it: `10 121517378 G C`, with the build beside it. */
export function LocationFields({ location, onChange }: { readonly location: GenomicLocation | null; readonly onChange: (location: GenomicLocation | null) => void }) {
  const t = useWords('findings');
  const [typed, setTyped] = useState<string | null>(null);
  const [build, setBuild] = useState<GenomeBuild>(location?.build ?? 'GRCh38');
  const shown = location === null ? '' : [location.chromosome, location.position, location.reference, location.alternate].join(' ');
  const text = typed ?? shown;
  const read = readLocation(text, location?.build ?? build);
  const save = (): void => {
    if (typed === null || read === 'unreadable') return;
    setTyped(null);
    if (typed !== shown) onChange(read);
  };
  return (
    <>
      <TextField label={t('more.location')} placeholder="10 121517378 G C" value={text} problem={read === 'unreadable' ? t('more.locationProblem') : null} onChange={setTyped} onBlur={save} spellCheck="false" />
      <Select
        label={t('more.build')}
        value={location?.build ?? build}
        choices={genomeBuilds.map((value) => ({ value, label: value }))}
        onChange={(next) => {
          setBuild(next);
          if (location !== null) onChange({ ...location, build: next });
        }}
      />
    </>
  );
}

function readLocation(text: string, build: GenomeBuild): GenomicLocation | null | 'unreadable' {
  if (text.trim() === '') return null;
  const [, chromosome, position, reference, alternate] = /^(\S+?)[\s:]+(\d[\d,]*)\s+([ACGTN]+)[\s>]+(\S+)$/i.exec(text.trim()) ?? [];
  if (chromosome === undefined || position === undefined || reference === undefined || alternate === undefined) return 'unreadable';
  return { build, chromosome, position: Number(position.replaceAll(',', '')), end: null, reference: reference.toUpperCase(), alternate };
}
