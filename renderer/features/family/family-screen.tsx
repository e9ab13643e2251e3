import { startTransition, useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import '#renderer/features/family/family-screen.css';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { AddDock } from '#renderer/features/family/add-dock.tsx';
import { ConditionFills } from '#renderer/features/family/canvas/condition-fills.tsx';
import { PedigreeCanvas } from '#renderer/features/family/canvas/pedigree-canvas.tsx';
import type { ViewportControl } from '#renderer/features/family/canvas/use-viewport.ts';
import { ComparisonBar } from '#renderer/features/family/comparison-bar.tsx';
import { FamilyDialogs } from '#renderer/features/family/family-dialog-host.tsx';
import { FamilyTools, familyPanes, type FamilyPane } from '#renderer/features/family/family-tools.tsx';
import { FamilyViewContext, useFamilyView, type FamilyView } from '#renderer/features/family/family-view.ts';
import { FindPerson } from '#renderer/features/family/find-person.tsx';
import type { FamilyNow } from '#renderer/features/family/family-store.ts';
import { joinEdits } from '#renderer/features/family/family-commands.ts';
import { FamilyInspector } from '#renderer/features/family/inspector/family-inspector.tsx';
import { firstTab } from '#renderer/features/family/inspector/person-tabs.ts';
import { JoinMenu } from '#renderer/features/family/join-menu.tsx';
import { LegendStrip } from '#renderer/features/family/legend-strip.tsx';
import { PeopleList } from '#renderer/features/family/people-list.tsx';
import { QuickLine } from '#renderer/features/family/quick-line.tsx';
import { TemplatesMenu } from '#renderer/features/family/templates-menu.tsx';
import { useCanvasKeys } from '#renderer/features/family/use-canvas-keys.ts';
import { useComparison } from '#renderer/features/family/use-comparison.ts';
import { useFamily, type FamilyHandle } from '#renderer/features/family/use-family.ts';
import type { ScreenParts } from '#renderer/features/family/screen-parts.ts';
import { useFamilyActions } from '#renderer/features/family/use-family-actions.ts';
import { useFamilyLayout, type PlacedFamily } from '#renderer/features/family/use-family-layout.ts';
import { useBuiltFamilyView } from '#renderer/features/family/use-built-family-view.ts';
import { useJoining } from '#renderer/features/family/use-joining.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/state/use-today.ts';

/** The pedigree of a case: drawn, listed, and told at the speed at which a family tells it. */
export function FamilyScreen({ caseId }: { readonly caseId: string }) {
  const handle = useFamily(caseId);
  const today = useToday();
  const placed = useFamilyLayout(handle.now?.family ?? null, today);
  if (placed === null || handle.now === null) return <Workspace>{handle.error === null ? <Skeleton /> : <ErrorState error={handle.error} onRetry={handle.retry} />}</Workspace>;
  return <OpenFamily caseId={caseId} handle={handle} now={handle.now} placed={placed} today={today} />;
}

interface OpenFamilyProps {
  readonly caseId: string;
  readonly handle: FamilyHandle;
  readonly now: FamilyNow;
  readonly placed: PlacedFamily;
  readonly today: string;
}

function OpenFamily(props: OpenFamilyProps) {
  const view = useBuiltFamilyView(props);
  return (
    <FamilyViewContext value={view}>
      <FamilyEditor />
    </FamilyViewContext>
  );
}

interface Elements extends Pick<ScreenParts, 'canvas' | 'quickLine'> {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly inspector: RefObject<HTMLDivElement | null>;
  /** Brings the inspector up to date, on its first tab. */
  readonly openFirstTab: () => void;
}

function useParts({ canvas, quickLine, list, inspector, openFirstTab }: Elements): ScreenParts {
  return useMemo(
    () => ({
      canvas,
      quickLine,
      focusWork: () => (canvas.current ?? list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]'))?.focus({ preventScroll: true }),
      focusFirstField: () => {
        flushSync(openFirstTab);
        const field = inspector.current?.querySelector<HTMLInputElement>('.first-field input, .life-first input, .head + .scroll input, .head + .scroll button');
        field?.focus();
        if (field instanceof HTMLInputElement) field.select();
      },
    }),
    [canvas, quickLine, list, inspector, openFirstTab],
  );
}

/**
 * What the inspector shows follows what is selected as soon as the drawing has been painted: its many fields must not hold up an arrow key. `catchUp`
 * does not wait.
 */
function useInspectedView(view: FamilyView): { readonly inspected: FamilyView; readonly catchUp: () => void } {
  const [inspected, setInspected] = useState(view);
  const latest = useRef(view);
  useLayoutEffect(() => {
    latest.current = view;
    startTransition(() => setInspected(view));
  }, [view]);
  const catchUp = useCallback(() => setInspected(latest.current), []);
  return { inspected, catchUp };
}

function FamilyEditor() {
  const t = useWords('family');
  const view = useFamilyView();
  const canvas = useRef<HTMLDivElement>(null);
  const quickLine = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const inspector = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState<string>(firstTab);
  const { inspected, catchUp } = useInspectedView(view);
  const openFirstTab = useCallback(() => {
    catchUp();
    setTab(firstTab);
  }, [catchUp]);
  const parts = useParts({ canvas, quickLine, list, inspector, openFirstTab });
  const { focusWork, focusFirstField } = parts;
  const inspectorShown = useMemo(
    () => (
      <FamilyViewContext value={inspected}>
        <FamilyInspector tab={tab} onTab={setTab} onLeave={focusWork} />
      </FamilyViewContext>
    ),
    [inspected, tab, focusWork],
  );
  const control = useRef<ViewportControl | null>(null);
  const joining = useJoining();
  const comparison = useComparison();
  const [pane, setPane] = useState<FamilyPane>('drawing');
  const [chosenConditionId, setConditionId] = useState<string | null>(null);
  const [overlay, setOverlay] = useState<'templates' | 'find' | null>(null);
  const conditionId = view.family.conditions.find(({ id }) => id === chosenConditionId)?.id ?? view.family.conditions[0]?.id ?? null;
  const showFamily = useCallback(() => {
    flushSync(() => view.select([]));
    focusFirstField();
  }, [view, focusFirstField]);
  useFamilyActions({ view, parts, control, joining, conditionId, openOverlay: setOverlay, nextPane: () => setPane(familyPanes[(familyPanes.indexOf(pane) + 1) % familyPanes.length] ?? 'drawing'), showFamily });
  const onKeyDown = useCanvasKeys({ view, parts, joining, control });
  const closeOverlay = (): void => {
    setOverlay(null);
    focusWork();
  };
  return (
    <Workspace
      className={`family is-${pane}`}
      inspectorLabel={t('inspector.label')}
      inspector={
        <div ref={inspector} className="inspector-frame">
          {inspectorShown}
        </div>
      }
    >
      <ConditionFills />
      <FamilyTools
        pane={pane}
        onPane={setPane}
        quickLine={<QuickLine inputRef={quickLine} onAdded={(ids) => { if (ids.length > 0) view.select(ids.slice(-1)); focusWork(); }} onLeave={focusWork} />}
        onFit={() => control.current?.fit()}
        onFind={() => setOverlay('find')}
        onRules={showFamily}
      />
      <ComparisonBar comparison={comparison} />
      <div className="family-split">
        {pane === 'drawing' ? null : (
          <div ref={list} className="people-frame">
            <PeopleList changes={comparison.changes} onOpen={focusFirstField} />
          </div>
        )}
        {pane === 'people' ? null : (
          <PedigreeCanvas joining={joining} changes={comparison.changes} control={control} onKeyDown={onKeyDown} canvasRef={canvas}>
            <AddDock />
            {joining.fromId === null ? null : <p className="join-hint" role="status">{t('join.hint')}</p>}
            {joining.question === null ? null : (
              <JoinMenu
                question={joining.question}
                onClose={() => { joining.end(); focusWork(); }}
                onChoose={(kind) => {
                  const { firstId, secondId } = joining.question ?? { firstId: '', secondId: '' };
                  joining.end();
                  view.run(() => ({ edits: joinEdits(kind, firstId, secondId), select: [firstId] }));
                  focusWork();
                }}
              />
            )}
            {overlay === 'templates' ? <TemplatesMenu onClose={closeOverlay} /> : null}
          </PedigreeCanvas>
        )}
      </div>
      <LegendStrip conditionId={conditionId} onCondition={setConditionId} onHeader={showFamily} />
      {overlay === 'find' ? <FindPerson onClose={closeOverlay} onFound={(id) => { view.select([id]); control.current?.show(id); closeOverlay(); }} /> : null}
      <FamilyDialogs comparison={comparison} onConditionAdded={setConditionId} onClosed={focusWork} />
    </Workspace>
  );
}
