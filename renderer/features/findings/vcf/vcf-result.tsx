import { CircleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useDoneToast } from '#renderer/app/undo.ts';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { VcfRows } from '#renderer/features/findings/vcf/vcf-rows.tsx';
import { rowsOf, variantKey } from '#renderer/features/findings/vcf/vcf-selection-rows.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { findingFromVcf, type VcfFindingFacts } from '#shared/casefile/finding-from-vcf.ts';
import { findingName, type Finding } from '#shared/casefile/finding.ts';
import type { VcfSelection } from '#shared/contract/vcf-procedures.ts';
import { geneticFamily } from '#shared/inheritance/genetic-family.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { SelectionMode } from '#shared/variant/selection/fit-mode.ts';

interface VcfResultProps {
  readonly caseId: string;
  readonly family: Family;
  readonly findings: readonly Finding[];
  readonly personLabel: (id: string) => string;
  readonly fileName: string;
  readonly selection: VcfSelection;
  readonly mode: SelectionMode;
  readonly isOpen: boolean;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onStored: (findingId: string) => void;
}

/** What fits, with the reason and what is missing; what is ticked is stored. Where lines could not be read the user agrees first. */
export function VcfResult({ caseId, family, findings, personLabel, fileName, selection, mode, isOpen, onBack, onClose, onStored }: VcfResultProps) {
  const t = useWords('vcfImport');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isAgreed, setAgreed] = useState(selection.unreadable.count === 0);
  const [problem, setProblem] = useState<string | null>(null);
  const addMany = useCommand('finding.addMany', { isQuiet: true });
  const tellDone = useDoneToast();
  const rows = useMemo(() => rowsOf(selection), [selection]);
  const facts = useMemo(() => factsOf(family, selection, fileName), [family, selection, fileName]);
  const recorded = useMemo(() => new Set(findings.map(findingName)), [findings]);
  const isRecorded = (variant: VcfSelection['variants'][number]): boolean => recorded.has(findingName({ gene: null, hgvsCoding: '', hgvsGenomic: '', hgvsProtein: '', wording: '', ...findingFromVcf(variant, facts).detail }));
  const store = async (): Promise<void> => {
    const chosen = [...new Map(rows.flatMap(({ variants }) => variants).map((variant) => [variantKey(variant), variant])).values()].filter((variant) => ticked.has(variantKey(variant)));
    const placeOf = new Map(chosen.map((variant, place) => [variantKey(variant), place]));
    const trans = selection.pairs.flatMap(({ phase, knownBy, variants: [one, other] }) => {
      const [first, second] = [placeOf.get(variantKey(one)), placeOf.get(variantKey(other))];
      return phase === 'trans' && knownBy !== null && first !== undefined && second !== undefined ? [{ first, second, knownBy }] : [];
    });
    try {
      const { added, alreadyRecordedCount } = await addMany.mutateAsync({ caseId, findings: chosen.map((variant) => findingFromVcf(variant, facts)).map(({ detail, genotypes }) => ({ detail, genotypes: [...genotypes] })), trans });
      tellDone([t('stored', { count: added.length }), alreadyRecordedCount === 0 ? '' : t('stored.already', { count: alreadyRecordedCount })].filter((part) => part !== '').join('; '), caseId);
      const [first] = added;
      if (first !== undefined) onStored(first.id);
      onClose();
      onBack();
    } catch (thrown) {
      setProblem(asCallFailure(thrown).message);
    }
  };
  const foot = (
    <>
      <Button onPress={onBack}>{t('back')}</Button>
      {isAgreed ? <Button variant="primary" isDisabled={ticked.size === 0 || addMany.isPending} onPress={() => void store()}>{t('store', { count: ticked.size })}</Button> : <Button variant="primary" onPress={() => setAgreed(true)}>{t('bad.goOn')}</Button>}
    </>
  );
  return (
    <Dialog className="vcf-import is-result" title={t('title')} isOpen={isOpen} onClose={onClose} isWide foot={foot}>
      {isAgreed ? (
        <>
          <Outcome selection={selection} mode={mode} shown={rows.length} personLabel={personLabel} />
          {problem === null ? null : <p className="late" role="alert">{problem}</p>}
          <VcfRows rows={rows} ticked={ticked} isRecorded={isRecorded} personLabel={personLabel} onTick={setTicked} />
        </>
      ) : (
        <BadLines unreadable={selection.unreadable} />
      )}
    </Dialog>
  );
}

function Outcome({ selection, mode, shown, personLabel }: { readonly selection: VcfSelection; readonly mode: SelectionMode; readonly shown: number; readonly personLabel: (id: string) => string }) {
  const t = useWords('vcfImport');
  const isOfPairs = mode === 'comphet';
  const count = isOfPairs ? selection.pairCount : selection.variantCount;
  const aside = Object.entries(selection.setAside).map(([why, number]) => t(`aside.${why as keyof VcfSelection['setAside']}`, { count: number }));
  const share = (part: number, whole: number): string => `${formatNumber(Math.round((part / whole) * 1_000) / 10)} %`;
  return (
    <div className="outcome" role="status">
      <p><b>{isOfPairs ? t('result.pairs', { count }) : t('result.variants', { count })}</b> <span className="muted num">{t('result.records', { records: formatNumber(selection.records) })}</span></p>
      {count > shown ? <p>{t('result.shown', { shown })}</p> : null}
      {selection.isCut ? <p>{t('result.cut')}</p> : null}
      {aside.length === 0 ? null : <p className="muted">{t('result.aside', { list: aside.join('; ') })}</p>}
      {selection.doubts.map((doubt) => (
        <p key={`${doubt.kind} ${doubt.personId} ${doubt.kind === 'parentage' ? doubt.parentId : ''}`} className="caution">
          {doubt.kind === 'sex'
            ? t(`doubt.sex.${doubt.drawn}`, { person: personLabel(doubt.personId), share: share(doubt.heterozygous, doubt.compared), places: formatNumber(doubt.compared) })
            : t('doubt.parentage', { person: personLabel(doubt.personId), parent: personLabel(doubt.parentId), share: share(doubt.opposite, doubt.compared), places: formatNumber(doubt.compared) })}
        </p>
      ))}
    </div>
  );
}

function BadLines({ unreadable: { count, lines } }: { readonly unreadable: VcfSelection['unreadable'] }) {
  const t = useWords('vcfImport');
  return (
    <section className="bad-lines" role="alert">
      <h3 className="h3"><CircleAlert size={14} aria-hidden="true" /> {t('bad.title', { count })}</h3>
      <p>{t('bad.text')}</p>
      <ul className="mono" tabIndex={0} aria-label={t('bad.title', { count })}>
        {lines.map(({ line, problem }) => <li key={line}>{t('bad.line', { line, problem })}</li>)}
        {count > lines.length ? <li>{t('bad.more', { count: count - lines.length })}</li> : null}
      </ul>
    </section>
  );
}

function factsOf(family: Family, selection: VcfSelection, fileName: string): VcfFindingFacts {
  const genetic = geneticFamily(family);
  const members = genetic.ok ? genetic.value.members : [];
  const probandId = family.individuals.find(({ isProband }) => isProband)?.id ?? null;
  const proband = members.find(({ id }) => id === probandId);
  const idAt = (index: number | null | undefined): string | null => (index === null || index === undefined ? null : (members[index]?.id ?? null));
  return { build: selection.build, probandId, fatherId: idAt(proband?.spermParent), motherId: idAt(proband?.eggParent), maleIds: new Set(members.filter(({ sex }) => sex === 'male').map(({ id }) => id)), fileName };
}
