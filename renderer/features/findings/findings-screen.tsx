import { useRef, useState } from 'react';
import '#renderer/features/findings/findings-screen.css';
import { useAction } from '#renderer/app/action.ts';
import { useDoneToast } from '#renderer/app/undo.ts';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { AcmgPanel } from '#renderer/features/findings/acmg-panel.tsx';
import { AssertionWatch } from '#renderer/features/findings/assertion-watch.tsx';
import { ClassificationHistory } from '#renderer/features/findings/classification-history.tsx';
import { FamilyGenotypes } from '#renderer/features/findings/family-genotypes.tsx';
import { FindingEntry } from '#renderer/features/findings/finding-entry.tsx';
import { FindingInspector } from '#renderer/features/findings/finding-inspector.tsx';
import { FindingList } from '#renderer/features/findings/finding-list.tsx';
import { findingsActions } from '#renderer/features/findings/findings-actions.ts';
import { GeneNewsOfFinding } from '#renderer/features/findings/gene-news.tsx';
import { SegregationPanel } from '#renderer/features/findings/segregation-panel.tsx';
import { useFindingSegregation } from '#renderer/features/findings/use-finding-segregation.ts';
import { VcfDialog } from '#renderer/features/findings/vcf/vcf-dialog.tsx';
import { usePedigreeNumbers } from '#renderer/features/family/use-pedigree-numbers.ts';
import { personName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { selectFinding, useSelection } from '#renderer/state/selection.ts';
import { findingName, type Finding } from '#shared/casefile/finding.ts';
import { suggestedCriteria } from '#shared/casefile/suggested-criteria.ts';
import type { Family } from '#shared/pedigree/family.ts';

/** The sequencing findings of one case: entered, followed through the family, classified. */
export function FindingsScreen({ caseId }: { readonly caseId: string }) {
  const findings = useQueryOf('finding.list', { caseId });
  const family = useQueryOf('family.show', { caseId });
  const failed = [findings, family].find(({ data, error }) => data === undefined && error !== null);
  if (failed?.error) return <Workspace><ErrorState error={failed.error} onRetry={() => void failed.refetch()} /></Workspace>;
  if (findings.data === undefined || family.data === undefined) return <Workspace><Skeleton /></Workspace>;
  return <Findings caseId={caseId} findings={findings.data} family={family.data.family} />;
}

function Findings({ caseId, findings, family }: { readonly caseId: string; readonly findings: readonly Finding[]; readonly family: Family }) {
  const t = useWords('findings');
  const entry = useRef<HTMLInputElement>(null);
  const numberOf = usePedigreeNumbers(caseId);
  const remove = useCommand('finding.remove');
  const tellDone = useDoneToast();
  const [isVcfOpen, setVcfOpen] = useState(false);
  const selectedId = useSelection(({ findingOfCase }) => findingOfCase[caseId] ?? null);
  const selected = findings.find(({ id }) => id === selectedId) ?? findings[0] ?? null;
  const select = (findingId: string): void => selectFinding(caseId, findingId);
  const personLabel = (id: string): string => {
    const person = family.individuals.find((individual) => individual.id === id);
    return [numberOf(id), person === undefined ? '' : personName(person)].filter((part) => part !== '').join(' ');
  };
  const step = (by: number) => (): void => {
    const position = findings.findIndex(({ id }) => id === selected?.id);
    const target = findings[Math.min(Math.max(position + by, 0), findings.length - 1)];
    if (target !== undefined) select(target.id);
  };
  const removeFinding = (finding: Finding): void => void remove.mutateAsync({ findingId: finding.id, version: finding.version }).then(() => tellDone(t('removed', { name: findingName(finding) }), caseId), () => undefined);
  useAction(findingsActions.entry, () => entry.current?.focus());
  useAction(findingsActions.vcf, () => setVcfOpen(true));
  useAction(findingsActions.next, step(1), findings.length > 1);
  useAction(findingsActions.previous, step(-1), findings.length > 1);
  useAction(findingsActions.remove, () => (selected === null ? undefined : removeFinding(selected)), selected !== null);
  return (
    <Workspace className="findings" inspectorLabel={t('inspector.label')} inspector={<FindingInspector finding={selected} findings={findings} family={family} personLabel={personLabel} numberOf={numberOf} onRemove={removeFinding} />}>
      <FindingEntry caseId={caseId} family={family} personLabel={personLabel} inputRef={entry} startsFocused={findings.length === 0} onAdded={select} onVcf={() => setVcfOpen(true)} />
      <VcfDialog caseId={caseId} family={family} findings={findings} personLabel={personLabel} isOpen={isVcfOpen} onClose={() => setVcfOpen(false)} onStored={select} />
      {selected === null ? (
        <EmptyState icon={findingsActions.entry.icon} title={t('list.emptyTitle')} text={t('list.emptyText')} />
      ) : (
        <div className="findings-split">
          <FindingList findings={findings} selectedId={selected.id} probandId={family.individuals.find(({ isProband }) => isProband)?.id ?? null} onSelect={select} />
          <FindingWork key={selected.id} caseId={caseId} finding={selected} findings={findings} family={family} personLabel={personLabel} numberOf={numberOf} />
        </div>
      )}
      <div className="foothint">
        <span className="grow" />
        <span><Kbd keys="/" /> {t('foot.entry')}</span>
        {findings.length > 1 ? <span><Kbd keys="j" /><Kbd keys="k" /> {t('foot.select')}</span> : null}
        {selected === null ? null : <span><Kbd keys="mod+s" /> {t('foot.record')}</span>}
      </div>
    </Workspace>
  );
}

interface FindingWorkProps {
  readonly caseId: string;
  readonly finding: Finding;
  readonly findings: readonly Finding[];
  readonly family: Family;
  readonly personLabel: (id: string) => string;
  readonly numberOf: (id: string) => string;
}

function FindingWork({ caseId, finding, findings, family, personLabel, numberOf }: FindingWorkProps) {
  const proband = family.individuals.find(({ isProband }) => isProband);
  const segregation = useFindingSegregation(caseId, finding, findings, family);
  const isGenetic = (roles: readonly string[]): boolean => roles.some((role) => role === 'egg' || role === 'sperm' || role === 'genetic');
  const parentIds = family.parentEdges.filter(({ childId, roles }) => childId === proband?.id && isGenetic(roles)).map(({ parentId }) => parentId);
  const suggestions = suggestedCriteria({
    finding,
    others: findings.filter(({ id }) => id !== finding.id),
    probandId: proband?.id ?? null,
    parentIds,
    segregation: segregation.answer,
  });
  return (
    <div className="finding-work" tabIndex={-1}>
      <AssertionWatch finding={finding} personLabel={personLabel} />
      <GeneNewsOfFinding finding={finding} personLabel={personLabel} />
      <AcmgPanel caseId={caseId} finding={finding} suggestions={suggestions} />
      <FamilyGenotypes finding={finding} family={family} personLabel={personLabel} numberOf={numberOf} />
      <SegregationPanel family={family} segregation={segregation} personLabel={personLabel} />
      <ClassificationHistory finding={finding} />
    </div>
  );
}
