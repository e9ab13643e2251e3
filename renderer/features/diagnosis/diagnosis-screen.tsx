import { useQueryClient } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { useEffect, useState } from 'react';
import '#renderer/features/diagnosis/diagnosis-screen.css';
import { useAction } from '#renderer/app/action.ts';
import { useDoneToast } from '#renderer/app/undo.ts';
import { useClient, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Select } from '#renderer/components/select.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { CandidateList } from '#renderer/features/diagnosis/candidate-list.tsx';
import { diagnosisActions } from '#renderer/features/diagnosis/diagnosis-actions.ts';
import { DiagnosisInspector, type InspectorTab } from '#renderer/features/diagnosis/diagnosis-inspector.tsx';
import type { EvidenceUse } from '#renderer/features/diagnosis/evidence-use.ts';
import { EvidencePanel } from '#renderer/features/diagnosis/evidence-panel.tsx';
import { PairNotice } from '#renderer/features/diagnosis/pair-notice.tsx';
import { FamilySupport } from '#renderer/features/diagnosis/family-support.tsx';
import { GeneSupport } from '#renderer/features/diagnosis/gene-support.tsx';
import { NotUsed } from '#renderer/features/diagnosis/not-used.tsx';
import { useFeatureActions } from '#renderer/features/phenotype/use-feature-actions.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import { selectDisease, useSelection } from '#renderer/state/selection.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { InputOf, OutputOf } from '#shared/contract/contract.ts';
import type { Differential } from '#shared/contract/knowledge-procedures.ts';
import type { Feature, FeatureState } from '#shared/phenotype/feature.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';

/** Candidates listed. What lies beyond is counted under others. */
const listLength = 100;
const modes = ['absence', 'mention', 'ignore'] as const satisfies readonly ExcludedMode[];

/** The ranked differential of the proband, and for each disease why. */
export function DiagnosisScreen({ caseId }: { readonly caseId: string }) {
  const settings = useQueryOf('settings.read', {});
  const shown = useQueryOf('case.show', { caseId });
  const [chosenMode, setMode] = useState<ExcludedMode | null>(null);
  const [isWithGenes, setWithGenes] = useState(true);
  const [isWithFamily, setWithFamily] = useState(false);
  const mode = chosenMode ?? settings.data?.excludedMode ?? null;
  const differential = useQueryOf('ranking.rank', { caseId, excludedMode: mode ?? 'absence', limit: listLength, isWithGenes, isWithFamily }, { isEnabled: mode !== null, keepsLast: true });
  const failed = [settings, shown, differential].find(({ data, error }) => data === undefined && error !== null);
  if (failed?.error) return <Workspace><ErrorState error={failed.error} onRetry={() => void failed.refetch()} /></Workspace>;
  if (mode === null || shown.data === undefined || differential.data === undefined) return <Workspace><Skeleton /></Workspace>;
  return <Ranked caseId={caseId} shown={shown.data} differential={differential.data} mode={mode} onMode={setMode} use={{ isWithGenes, isWithFamily }} onWithGenes={setWithGenes} onWithFamily={setWithFamily} />;
}

interface RankedProps {
  readonly caseId: string;
  readonly shown: OutputOf<'case.show'>;
  readonly differential: Differential;
  readonly mode: ExcludedMode;
  readonly onMode: (mode: ExcludedMode) => void;
  readonly use: EvidenceUse;
  readonly onWithGenes: (isWithGenes: boolean) => void;
  readonly onWithFamily: (isWithFamily: boolean) => void;
}

function Ranked({ caseId, shown, differential, mode, onMode, use, onWithGenes, onWithFamily }: RankedProps) {
  const t = useWords('diagnosis');
  const shell = useWords('shell');
  const today = useToday();
  const actions = useFeatureActions(caseId);
  const tellDone = useDoneToast();
  const proband = shown.people.find(({ isProband }) => isProband);
  const features = shown.features.filter(({ personId }) => personId === proband?.id);
  const { candidates } = differential;

  const remembered = useSelection(({ diseaseOfCase }) => diseaseOfCase[caseId] ?? null);
  const selectedId = remembered ?? candidates[0]?.diseaseId ?? null;
  const select = (diseaseId: string): void => selectDisease(caseId, diseaseId);
  const [comparing, setComparing] = useState<{ readonly diseaseId: string | null } | null>(null);
  const comparedId = comparing === null ? null : comparedWith(comparing.diseaseId, selectedId, differential);
  const toggleComparison = (): void => setComparing((before) => (before === null ? { diseaseId: null } : null));

  const explanation = useQueryOf('ranking.explain', { caseId, excludedMode: mode, diseaseId: selectedId ?? '', ...use }, { isEnabled: selectedId !== null, keepsLast: true });
  const compared = useQueryOf('ranking.explain', { caseId, excludedMode: mode, diseaseId: comparedId ?? '', ...use }, { isEnabled: comparedId !== null });
  useNeighboursReady({ caseId, excludedMode: mode, ...use }, differential, selectedId);
  const [tab, setTab] = useState<InspectorTab>('disease');
  useAction(diagnosisActions.askNext, () => setTab((before) => (before === 'ask' ? 'disease' : 'ask')));
  const setIgnored = (feature: Feature, isIgnored: boolean): void => void actions.change(feature, { isIgnored });
  const answer = (termId: string, label: string, state: FeatureState): void => {
    if (proband === undefined) return;
    void actions.add(proband.id, termId, { state, recordedOn: today }).then((added) => added !== null && tellDone(t('notRecorded.added', { label, state: shell(`state.${state}`) }), caseId));
  };
  const step = (by: number) => (): void => {
    const position = candidates.findIndex(({ diseaseId }) => diseaseId === selectedId);
    const target = candidates[Math.min(Math.max(position + by, 0), candidates.length - 1)];
    if (target !== undefined) select(target.diseaseId);
  };
  useAction(diagnosisActions.next, step(1));
  useAction(diagnosisActions.previous, step(-1));
  useAction(diagnosisActions.compare, toggleComparison, candidates.length > 1);

  const useAgain = (featureId: string): void => {
    const feature = features.find(({ id }) => id === featureId);
    if (feature !== undefined) setIgnored(feature, false);
  };
  if (differential.observedCount === 0) return <NothingToRank caseId={caseId} differential={differential} onUseAgain={useAgain} />;
  return (
    <Workspace className="diagnosis" inspectorLabel={t('inspector.label')} inspector={explanation.data === undefined ? <Skeleton /> : <DiagnosisInspector caseId={caseId} mode={mode} use={use} tab={tab} onTab={setTab} explanation={explanation.data} features={features} onAnswer={answer} />}>
      <div className="tools diagnosis-tools">
        <Select label={t('tools.excluded')} hidesLabel className="mode" value={mode} choices={modes.map((value) => ({ value, label: t(`mode.${value}`) }))} onChange={onMode} />
        <span className="muted sm trunc grow" title={t(`modeText.${mode}`)}>{t(`modeText.${mode}`)}</span>
        <NotUsed caseId={caseId} differential={differential} onUseAgain={useAgain} />
        <Figures differential={differential} />
        <Button icon={diagnosisActions.compare.icon} shortcut={diagnosisActions.compare.shortcut} aria-pressed={comparing !== null} onPress={toggleComparison} isDisabled={candidates.length < 2}>{t('tools.compare')}</Button>
      </div>
      <GeneSupport caseId={caseId} differential={differential} mode={mode} isWithGenes={use.isWithGenes} onWithGenes={onWithGenes} />
      <FamilySupport caseId={caseId} isWithFamily={use.isWithFamily} onWithFamily={onWithFamily} />
      <div className="diagnosis-split">
        <CandidateList differential={differential} selectedId={selectedId} comparedId={comparedId} decidedElsewhere={shown.candidates.filter((decided) => candidates.every(({ diseaseId }) => diseaseId !== decided.diseaseId))} onSelect={select} onCompare={(diseaseId) => setComparing({ diseaseId })} onToggleComparison={toggleComparison}>
          <PairNotice caseId={caseId} mode={mode} use={use} onSelect={select} />
        </CandidateList>
        {explanation.data === undefined ? (
          explanation.error === null ? <Skeleton /> : <ErrorState error={explanation.error} onRetry={() => void explanation.refetch()} />
        ) : (
          <EvidencePanel
            caseId={caseId}
            explanation={explanation.data}
            differential={differential}
            mode={mode}
            use={use}
            candidate={shown.candidates.find(({ diseaseId }) => diseaseId === explanation.data.diseaseId) ?? null}
            features={features}
            comparison={comparedId === null ? null : { diseaseId: comparedId, explanation: compared.data ?? null }}
            onCompare={(diseaseId) => setComparing({ diseaseId })}
            onSetIgnored={setIgnored}
          />
        )}
      </div>
      <div className="foothint">
        <span className="grow" />
        <span><Kbd keys="j" /><Kbd keys="k" /> {t('foot.select')}</span>
        <span><Kbd keys="c" /> {t('foot.compare')}</span>
        <span><Kbd keys="a" /> {t('foot.askNext')}</span>
        <span><Kbd keys="shift+down" /> {t('foot.other')}</span>
        <span><Kbd keys="i" /> {t('foot.ignore')}</span>
      </div>
    </Workspace>
  );
}

function Figures({ differential }: { readonly differential: Differential }) {
  const t = useWords('diagnosis');
  const diseaseCount = differential.candidates.length + differential.others.count;
  const terms = t('tools.terms', { count: differential.observedCount + differential.excludedCount });
  const diseases = t('tools.diseases', { count: diseaseCount, formatted: formatNumber(diseaseCount) });
  return <span className="muted num sm nowrap">{t('tools.figures', { terms, diseases, milliseconds: formatNumber(Math.round(differential.milliseconds * 10) / 10) })}</span>;
}

function NothingToRank({ caseId, differential, onUseAgain }: { readonly caseId: string; readonly differential: Differential; readonly onUseAgain: (featureId: string) => void }) {
  const t = useWords('diagnosis');
  const hasSetAside = differential.notUsed.some(({ reason }) => reason !== 'not-assessed');
  return (
    <Workspace className="diagnosis">
      <EmptyState icon={ListChecks} title={hasSetAside ? t('empty.allIgnored') : t('empty.title')} text={hasSetAside ? t('empty.allIgnoredText') : t('empty.text')}>
        <Button variant="primary" onPress={() => openCase(caseId, 'phenotype')}>{t('empty.action')}</Button>
        <NotUsed caseId={caseId} differential={differential} onUseAgain={onUseAgain} />
      </EmptyState>
    </Workspace>
  );
}

/** Asks for the reasons of the candidates above and below the selected one beforehand, so that walking down the list never waits. */
function useNeighboursReady({ caseId, excludedMode, isWithGenes, isWithFamily }: Omit<InputOf<'ranking.explain'>, 'diseaseId'>, { candidates }: Differential, selectedId: string | null): void {
  const client = useClient();
  const queryClient = useQueryClient();
  useEffect(() => {
    const position = candidates.findIndex(({ diseaseId }) => diseaseId === selectedId);
    for (const neighbour of [candidates[position + 1], candidates[position - 1], candidates[position + 2]]) {
      if (neighbour === undefined) continue;
      const input = { caseId, excludedMode, diseaseId: neighbour.diseaseId, isWithGenes, isWithFamily };
      void queryClient.prefetchQuery({ queryKey: ['ranking.explain', input], queryFn: () => client.call('ranking.explain', input) });
    }
  }, [client, queryClient, caseId, excludedMode, isWithGenes, isWithFamily, candidates, selectedId]);
}

/** The disease chosen for the comparison, or the best other one; never the selected disease itself. */
function comparedWith(chosen: string | null, selectedId: string | null, { candidates }: Differential): string | null {
  if (chosen !== null && chosen !== selectedId) return chosen;
  return candidates.find(({ diseaseId }) => diseaseId !== selectedId)?.diseaseId ?? null;
}
