import { useState, type RefObject } from 'react';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useFirstFocus } from '#renderer/components/use-first-focus.ts';
import { GeneNote, useGeneResolution } from '#renderer/features/findings/gene-note.tsx';
import { findingsActions } from '#renderer/features/findings/findings-actions.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { setFindingLine, useSelection } from '#renderer/state/selection.ts';
import { findingFromLine, type FindingInLine } from '#shared/casefile/finding-from-line.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { parseReportLine } from '#shared/variant/hgvs/parse-report-line.ts';

interface FindingEntryProps {
  readonly caseId: string;
  readonly family: Family;
  readonly personLabel: (id: string) => string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly startsFocused: boolean;
  readonly onAdded: (findingId: string) => void;
  readonly onVcf: () => void;
}

/** One field that takes a finding as the report writes it, shows at once how it is read, and adds it with Enter. */
export function FindingEntry({ caseId, family, personLabel, inputRef, startsFocused, onAdded, onVcf }: FindingEntryProps) {
  const t = useWords('findings');
  const line = useSelection(({ findingLineOfCase }) => findingLineOfCase[caseId] ?? '');
  const [chosenPersonId, setPersonId] = useState<string | null>(null);
  const add = useCommand('finding.add');
  const personId = chosenPersonId ?? family.individuals.find(({ isProband }) => isProband)?.id ?? null;
  const read = parseReportLine(line);
  const finding = findingFromLine(read);
  const symbol = finding.detail.gene?.symbol ?? '';
  const resolution = useGeneResolution(symbol);
  const [problem] = read.problems;
  const isReady = finding.isEnough && problem === undefined && !add.isPending;
  useFirstFocus(inputRef, startsFocused);
  const submit = (): void => {
    if (!isReady) return;
    const genotypes = personId === null ? [] : [{ personId, ...finding.genotype }];
    const resolved = resolution?.kind === 'found' ? { symbol: resolution.gene.symbol, hgncId: resolution.gene.hgncId } : finding.detail.gene;
    const detail = resolved === undefined ? finding.detail : { ...finding.detail, gene: resolved };
    // What was typed stays in the field where the vault refuses it; the client tells why.
    void add.mutateAsync({ caseId, detail, genotypes, reported: finding.reported }).then(({ id }) => {
      setFindingLine(caseId, '');
      onAdded(id);
    }, () => undefined);
  };
  return (
    <form
      className="finding-entry"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField label={t('entry.label')} className="grow" value={line} placeholder={t('entry.placeholder')} inputRef={inputRef} autoComplete="off" spellCheck="false" problem={problem === undefined ? null : t('entry.problem', { ...problem })} onChange={(text) => setFindingLine(caseId, text)} />
      {personId === null || family.individuals.length < 2 ? null : <Select label={t('entry.person')} className="who" value={personId} choices={family.individuals.map(({ id }) => ({ value: id, label: personLabel(id) }))} onChange={setPersonId} />}
      <Button variant="primary" type="submit" isDisabled={!isReady}>{t('entry.add')}</Button>
      <Button icon={findingsActions.vcf.icon} shortcut={findingsActions.vcf.shortcut} onPress={onVcf}>{t('entry.vcf')}</Button>
      <p className="read" aria-live="polite">{line.trim() === '' || problem !== undefined ? null : <Reading finding={finding} notes={read.notes.map(({ message }) => message)} />}{line.trim() === '' ? null : <GeneNote typed={symbol} resolution={resolution} />}</p>
    </form>
  );
}

function Reading({ finding, notes }: { readonly finding: FindingInLine; readonly notes: readonly string[] }) {
  const t = useWords('findings');
  if (!finding.isEnough) return <span className="muted">{t('entry.notEnough')}</span>;
  const { detail, genotype, reported } = finding;
  const parts = [detail.gene?.symbol, detail.hgvsCoding, detail.hgvsProtein, detail.hgvsGenomic, detail.consequence?.replace('-', ' '), genotype.state === 'unknown' ? undefined : t(`state.${genotype.state}`), genotype.alleleShare === null ? undefined : `${String(Math.round(genotype.alleleShare * 100))} %`, detail.inheritance === undefined ? undefined : t(`inheritance.${detail.inheritance}`), reported === null ? undefined : t('entry.reported', { classification: t(`class.${reported}`) })];
  return (
    <>
      <span className="muted">{t('entry.read')}</span>
      {parts.flatMap((part, place) => (part === undefined || part === '' ? [] : [<Tag key={place} tone="accent">{part}</Tag>]))}
      {notes.map((note) => <span key={note} className="muted">{note}</span>)}
    </>
  );
}
