import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import '#renderer/features/phenotype/phenotype-screen.css';
import { ActionIconButton } from '#renderer/app/action-button.tsx';
import { useAction } from '#renderer/app/action.ts';
import { useClient, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { Select } from '#renderer/components/select.tsx';
import { StateMark } from '#renderer/components/state-mark.tsx';
import { useFirstFocus } from '#renderer/components/use-first-focus.ts';
import { Workspace } from '#renderer/components/workspace.tsx';
import { CoveragePanel } from '#renderer/features/phenotype/coverage-panel.tsx';
import { groupByOnset, groupBySystem, type Grouping } from '#renderer/features/phenotype/feature-groups.ts';
import { FeatureInspector, type FocusRequest } from '#renderer/features/phenotype/feature-inspector.tsx';
import { FeatureList } from '#renderer/features/phenotype/feature-list.tsx';
import { LetterDialog } from '#renderer/features/phenotype/letter-dialog.tsx';
import type { ListAction } from '#renderer/features/phenotype/list-keys.ts';
import { coverageOf, shortSystemName, type SystemIndex } from '#shared/phenotype/organ-systems.ts';
import { PersonPicker } from '#renderer/features/phenotype/person-picker.tsx';
import { phenotypeActions } from '#renderer/features/phenotype/phenotype-actions.ts';
import { useModifierNames } from '#renderer/features/phenotype/term-choices.ts';
import { useTermLanguage } from '#renderer/features/phenotype/term-language.ts';
import { TermSearch } from '#renderer/features/phenotype/term-search.tsx';
import { TermTreeDialog } from '#renderer/features/phenotype/term-tree-dialog.tsx';
import { useFeatureActions, type FeatureActions } from '#renderer/features/phenotype/use-feature-actions.ts';
import { usePersonLabels } from '#renderer/features/family/use-person-labels.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { selectFeature, selectPhenotypePerson, useSelection } from '#renderer/state/selection.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { TermCard, TermHit } from '#shared/contract/knowledge-procedures.ts';
import { featureSources, featureStates, type Feature, type FeatureSource, type FeatureState } from '#shared/phenotype/feature.ts';

const emptyIndex: SystemIndex = { systems: [], ofTerm: {} };
/** As many as fit below the box without scrolling far. */
const mostHits = 12;
const noSource = 'none';

/** The findings of the people of one case: typed, listed, checked, and how far each organ system was looked at. */
export function PhenotypeScreen({ caseId }: { readonly caseId: string }) {
  const shown = useQueryOf('case.show', { caseId });
  if (shown.data !== undefined) return <Findings caseId={caseId} shown={shown.data} />;
  return <Workspace>{shown.error === null ? <Skeleton /> : <ErrorState error={shown.error} onRetry={() => void shown.refetch()} />}</Workspace>;
}

function Findings({ caseId, shown }: { readonly caseId: string; readonly shown: OutputOf<'case.show'> }) {
  const t = useWords('phenotype');
  const today = useToday();
  const actions = useFeatureActions(caseId);
  const labelOf = usePersonLabels(caseId, shown.case.reference);
  const knowledge = useKnowledge();
  const modifierName = useModifierNames();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const personId = useSelection(({ phenotypePersonOfCase }) => phenotypePersonOfCase[caseId] ?? null);
  const setPersonId = (chosenId: string): void => selectPhenotypePerson(caseId, chosenId);
  const [grouping, setGrouping] = useState<Grouping>('system');
  const [systemId, setSystemId] = useState<string | null>(null);
  const [source, setSource] = useState<FeatureSource | null>(null);
  const [browsing, setBrowsing] = useState<{ readonly at: string | null } | null>(null);
  const [isReadingLetter, setIsReadingLetter] = useState(false);
  const [focusRequest, setFocusRequest] = useState<FocusRequest>(null);
  const answerFocus = useCallback(() => setFocusRequest(null), []);

  // A case without findings was opened to record some.
  useFirstFocus(search, shown.features.length === 0);

  const person = shown.people.find(({ id }) => id === personId) ?? shown.people.find(({ isProband }) => isProband) ?? shown.people[0];
  const features = useMemo(() => shown.features.filter((feature) => feature.personId === person?.id), [shown.features, person?.id]);
  const termIds = useMemo(() => [...new Set(features.map(({ termId }) => termId))].sort(), [features]);
  const index = useQueryOf('term.systems', { termIds }, { keepsLast: true }).data ?? emptyIndex;
  const checks = useQueryOf('term.check', { personId: person?.id ?? '' }, { isEnabled: person !== undefined, keepsLast: true }).data ?? [];
  const coverage = useMemo(() => coverageOf(features, index), [features, index]);
  const listed = systemId === null ? features : features.filter((feature) => index.ofTerm[feature.termId]?.includes(systemId) === true);
  const groups = grouping === 'system' ? groupBySystem(listed, index) : groupByOnset(listed, person?.birthDate ?? null);
  const order = groups.flatMap((group) => group.features);
  const selectedId = useSelection(({ featureOfCase }) => featureOfCase[caseId] ?? null);
  const selected = features.find(({ id }) => id === selectedId) ?? order[0] ?? null;
  const select = (featureId: string | null): void => selectFeature(caseId, featureId);

  const act = (feature: Feature, action: Exclude<ListAction, { kind: 'move' }>): void => {
    select(feature.id);
    if (action.kind === 'edit-onset') setFocusRequest('onset');
    else if (action.kind === 'open') setFocusRequest('inspector');
    else if (action.kind === 'remove') {
      const position = order.findIndex(({ id }) => id === feature.id);
      select((order[position + 1] ?? order[position - 1])?.id ?? null);
      void actions.remove(feature);
    } else void actions.change(feature, action.kind === 'set-state' ? { state: action.state } : { isIgnored: !feature.isIgnored });
  };
  usePhenotypeActions(selected, act, { focusSearch: () => search.current?.focus(), browse: () => setBrowsing({ at: selected?.termId ?? null }) });

  useAction(phenotypeActions.letter, () => setIsReadingLetter(true), person !== undefined);

  const choose = (term: { readonly id: string; readonly label: string }, state: FeatureState): void => {
    if (person === undefined) return;
    void recordTerm({ actions, features, personId: person.id, term, state, detail: { source, recordedOn: today } }).then((recorded) => recorded !== null && select(recorded.id));
  };
  const chosenSystem = index.systems.find(({ id }) => id === systemId);
  return (
    <Workspace
      className="phenotype"
      inspectorLabel={t('inspector.label')}
      inspector={<FeatureInspector feature={selected} checks={checks} actions={actions} focusRequest={focusRequest} onFocused={answerFocus} onShow={select} onLeave={() => list.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus()} />}
    >
      <div className="tools phenotype-tools">
        {person === undefined ? null : <PersonPicker reference={shown.case.reference} people={shown.people} personId={person.id} labelOf={labelOf} onChoose={setPersonId} />}
        <TermSearch
          inputRef={search}
          searchTerms={knowledge.searchTerms}
          showTerm={knowledge.showTerm}
          recorded={features}
          onChoose={choose}
          onBrowse={(at) => setBrowsing({ at: at ?? selected?.termId ?? null })}
          onProblem={(message) => showToast({ tone: 'bad', text: message })}
          note={source === null ? '' : t('search.today', { source: t(`source.${source}`) })}
        />
        <Select label={t('search.source')} hidesLabel className="source" value={source ?? noSource} choices={[{ value: noSource, label: t('source.none') }, ...featureSources.map((value) => ({ value, label: t(`source.${value}`) }))]} onChange={(value) => setSource(value === noSource ? null : value)} />
        <ActionIconButton action={phenotypeActions.letter} onPress={() => setIsReadingLetter(true)} isDisabled={person === undefined} />
        <Segmented label={t('group.label')} value={grouping} segments={[{ value: 'system', label: t('group.system') }, { value: 'onset', label: t('group.onset') }]} onChange={setGrouping} />
      </div>
      <div className="phenotype-split">
        <CoveragePanel coverage={coverage} chosen={systemId} onChoose={setSystemId} />
        <div className="list" ref={list}>
          {chosenSystem === undefined ? null : (
            <p className="filter">
              {t('coverage.showing', { system: shortSystemName(chosenSystem.label) })} <Button variant="quiet" onPress={() => setSystemId(null)}>{t('coverage.all')}</Button>
            </p>
          )}
          {order.length === 0 ? (
            <NoFindings systemLabel={chosenSystem?.label ?? null} onBrowse={() => setBrowsing({ at: systemId })} />
          ) : (
            <FeatureList groups={groups} selectedId={selected?.id ?? null} doubtful={new Set(checks.flatMap(({ featureIds }) => featureIds))} modifierName={modifierName} onSelect={select} onAct={act} />
          )}
        </div>
      </div>
      <Foot features={features} />
      {browsing === null ? null : <TermTreeDialog startAt={browsing.at} showTerm={knowledge.showTerm} recorded={features} onChoose={choose} onClose={() => setBrowsing(null)} />}
      {isReadingLetter && person !== undefined ? <LetterDialog caseId={caseId} people={shown.people.map((other) => ({ id: other.id, name: labelOf(other) }))} patientId={person.id} recorded={shown.features} onClose={() => setIsReadingLetter(false)} /> : null}
    </Workspace>
  );
}

function NoFindings({ systemLabel, onBrowse }: { readonly systemLabel: string | null; readonly onBrowse: () => void }) {
  const t = useWords('phenotype');
  if (systemLabel === null) return <EmptyState title={t('list.emptyTitle')} text={t('list.emptyText')} />;
  const system = shortSystemName(systemLabel);
  return (
    <EmptyState title={t('list.emptySystem', { system })} text={t('list.emptySystemText')}>
      <Button onPress={onBrowse}>{t('list.browseSystem', { system })}</Button>
    </EmptyState>
  );
}

/** How many of each, and the four keys that matter. */
function Foot({ features }: { readonly features: readonly Feature[] }) {
  const t = useWords('phenotype');
  const shell = useWords('shell');
  return (
    <div className="foothint">
      {featureStates.map((state) => (
        <span key={state} className="num"><StateMark state={state} isDecorative /> {shell(`state.${state}`)} {features.filter((feature) => feature.state === state).length}</span>
      ))}
      <span className="grow" />
      {features.length === 0 ? null : (
        <>
          <span><Kbd keys="o" /><Kbd keys="x" /><Kbd keys="n" /> {t('foot.setState')}</span>
          <span><Kbd keys="a" /> {t('foot.onset')}</span>
          <span><Kbd keys="i" /> {t('foot.ignore')}</span>
        </>
      )}
    </div>
  );
}

function usePhenotypeActions(selected: Feature | null, act: (feature: Feature, action: Exclude<ListAction, { kind: 'move' }>) => void, frame: { readonly focusSearch: () => void; readonly browse: () => void }): void {
  const on = (action: Exclude<ListAction, { kind: 'move' }>) => (): void => (selected === null ? undefined : act(selected, action));
  const isAny = selected !== null;
  useAction(phenotypeActions.search, frame.focusSearch);
  useAction(phenotypeActions.browse, frame.browse);
  useAction(phenotypeActions.observed, on({ kind: 'set-state', state: 'observed' }), isAny);
  useAction(phenotypeActions.excluded, on({ kind: 'set-state', state: 'excluded' }), isAny);
  useAction(phenotypeActions.notAssessed, on({ kind: 'set-state', state: 'not-assessed' }), isAny);
  useAction(phenotypeActions.onset, on({ kind: 'edit-onset' }), isAny);
  useAction(phenotypeActions.ignore, on({ kind: 'toggle-ignored' }), isAny);
  useAction(phenotypeActions.remove, on({ kind: 'remove' }), isAny);
}

/** A term chosen twice is not recorded twice: the second time changes its state. */
async function recordTerm({ actions, features, personId, term, state, detail }: { readonly actions: FeatureActions; readonly features: readonly Feature[]; readonly personId: string; readonly term: { readonly id: string; readonly label: string }; readonly state: FeatureState; readonly detail: { readonly source: FeatureSource | null; readonly recordedOn: string } }): Promise<Feature | null> {
  const existing = features.find(({ termId }) => termId === term.id);
  if (existing === undefined) return actions.add(personId, term.id, { state, ...detail });
  return existing.state === state ? existing : actions.change(existing, { state });
}

/** The search and the cards of terms, remembered until another release is active. */
function useKnowledge(): { readonly searchTerms: (text: string) => Promise<readonly TermHit[]>; readonly showTerm: (termId: string) => Promise<TermCard> } {
  const client = useClient();
  const queryClient = useQueryClient();
  const language = useTermLanguage();
  const searchTerms = useCallback((text: string) => {
    const input = { text, limit: mostHits, ...(language === null ? {} : { language }) };
    return queryClient.fetchQuery({ queryKey: ['term.search', input], queryFn: () => client.call('term.search', input) });
  }, [client, queryClient, language]);
  const showTerm = useCallback((termId: string) => queryClient.fetchQuery({ queryKey: ['term.show', { termId }], queryFn: () => client.call('term.show', { termId }) }), [client, queryClient]);
  return { searchTerms, showTerm };
}
