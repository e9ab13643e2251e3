import { Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import '#renderer/features/overview/overview.css';
import { useAction } from '#renderer/app/action.ts';
import { useDoneToast } from '#renderer/app/undo.ts';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { useClient } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { AttachedFiles } from '#renderer/features/overview/attached-files.tsx';
import { CaseFacts } from '#renderer/features/overview/case-facts.tsx';
import { CaseGlance } from '#renderer/features/overview/case-glance.tsx';
import { AwaitedPanel, GapPanel, TaskPanel } from '#renderer/features/overview/casework-panels.tsx';
import { overviewActions } from '#renderer/features/overview/overview-actions.ts';
import { DocumentViewer } from '#renderer/features/overview/document-viewer.tsx';
import { keyOf, type OdysseyItem } from '#renderer/features/overview/odyssey-items.ts';
import { OdysseyList } from '#renderer/features/overview/odyssey-list.tsx';
import { OdysseyNumbers } from '#renderer/features/overview/odyssey-numbers.tsx';
import { OdysseySheet } from '#renderer/features/overview/odyssey-sheet.tsx';
import { PersonFacts } from '#renderer/features/overview/person-facts.tsx';
import { QuickEntry } from '#renderer/features/overview/quick-entry.tsx';
import { EventInspector, TaskInspector, TestInspector } from '#renderer/features/overview/step-inspector.tsx';
import { Timeline } from '#renderer/features/overview/timeline.tsx';
import { useOdyssey, type Odyssey } from '#renderer/features/overview/use-odyssey.ts';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import { selectStep, showDocument, useSelection } from '#renderer/state/selection.ts';
import { showToast } from '#renderer/state/toasts.ts';
import type { OdysseySource } from '#shared/casefile/odyssey-source.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

/** The odyssey of a case: its line, what it took, what is missing and to be done, and the facts of the case. */
export function OverviewScreen({ caseId }: { readonly caseId: string }) {
  const { odyssey, error, retry } = useOdyssey(caseId);
  if (odyssey === null) return <Workspace>{error === null ? <Skeleton /> : <ErrorState error={error} onRetry={retry} />}</Workspace>;
  return <OdysseyOverview caseId={caseId} odyssey={odyssey} />;
}

function OdysseyOverview({ caseId, odyssey }: { readonly caseId: string; readonly odyssey: Odyssey }) {
  const t = useWords('overview');
  const client = useClient();
  const [isPrinting, setPrinting] = useState(false);
  const entry = useRef<HTMLInputElement>(null);
  const facts = useRef<HTMLDivElement>(null);
  const selected = useSelection(({ stepOfCase }) => stepOfCase[caseId] ?? null);
  const selectedKey = selected === null ? null : keyOf(selected);
  const foundId = useSelection(({ documentOfCase }) => documentOfCase[caseId] ?? null);
  const found = odyssey.documents.find(({ id }) => id === foundId);
  const open = (source: OdysseySource): void => (source.kind === 'referral' ? openCase(caseId, 'referrals') : selectStep(caseId, source));
  const select = ({ source }: OdysseyItem): void => selectStep(caseId, source);
  const step = (by: number): void => {
    const index = odyssey.items.findIndex(({ key }) => key === selectedKey);
    const next = odyssey.items[Math.min(odyssey.items.length - 1, Math.max(0, index + by))];
    if (next !== undefined) select(next);
  };
  const addTask = (): void => void client.call('task.add', { caseId, detail: {} }).then(({ id }) => selectStep(caseId, { kind: 'task', id }), (thrown: unknown) => showToast({ tone: 'bad', text: asCallFailure(thrown).message }));
  const print = (): void => {
    flushSync(() => setPrinting(true));
    window.print();
    setPrinting(false);
  };
  const remove = useRemoval(caseId, odyssey, selected);
  useAction(overviewActions.entry, () => entry.current?.focus());
  useAction(overviewActions.next, () => step(1));
  useAction(overviewActions.previous, () => step(-1));
  useAction(overviewActions.task, addTask);
  useAction(overviewActions.print, print);
  useAction(overviewActions.remove, remove, selected !== null && selected.kind !== 'referral');
  const proband = odyssey.shown.people.find(({ isProband }) => isProband);
  const showFirstSymptom = (): void => facts.current?.querySelector<HTMLInputElement>('[data-field="first-symptom"] input')?.focus();
  return (
    <Workspace className="overview" inspector={<Inspector odyssey={odyssey} selected={selected} onRemove={remove} onClose={() => selectStep(caseId, null)} />} inspectorLabel={t('inspector')}>
      <div className="overview-page">
        <div className="numbers-row">
          <OdysseyNumbers odyssey={odyssey} onSelect={select} />
          <Button icon={Printer} shortcut={overviewActions.print.shortcut} onPress={print}>{t('action.print')}</Button>
        </div>
        <QuickEntry caseId={caseId} birthDate={odyssey.birthDate} inputRef={entry} />
        <Timeline odyssey={odyssey} selectedKey={selectedKey} onSelect={select} />
        <div className="overview-columns">
          <OdysseyList odyssey={odyssey} selectedKey={selectedKey} onSelect={select} />
          <div className="overview-panels">
            <GapPanel odyssey={odyssey} onOpen={open} onFirstSymptom={showFirstSymptom} onNewTask={addTask} />
            <TaskPanel odyssey={odyssey} onOpen={open} onNewTask={addTask} selectedId={selected?.kind === 'task' ? selected.id : null} />
            <AwaitedPanel odyssey={odyssey} onOpen={open} />
            <AttachedFiles caseId={caseId} documents={odyssey.documents} belongsTo={{}} />
          </div>
        </div>
        <div className="overview-facts page" ref={facts}>
          <CaseFacts record={odyssey.shown.case} />
          {proband === undefined ? null : <PersonFacts person={proband} />}
          <Sources sources={odyssey.shown.sources} />
        </div>
      </div>
      {isPrinting ? <OdysseySheet odyssey={odyssey} /> : null}
      {found === undefined ? null : <DocumentViewer document={found} onClose={() => showDocument(caseId, null)} />}
    </Workspace>
  );
}

/** Takes the selected step out, with a way to bring it back. */
function useRemoval(caseId: string, odyssey: Odyssey, selected: OdysseySource | null): () => void {
  const t = useWords('overview');
  const client = useClient();
  const tellDone = useDoneToast();
  const removed = async (): Promise<string | null> => {
    const find = <Row extends { readonly id: string }>(rows: readonly Row[]): Row | undefined => rows.find(({ id }) => id === selected?.id);
    const [event, test, task] = [find(odyssey.events), find(odyssey.tests), find(odyssey.tasks)];
    if (selected?.kind === 'event' && event !== undefined) return await client.call('event.remove', { eventId: event.id, version: event.version }).then(() => (event.title === '' ? t(`kind.${event.kind}`) : event.title));
    if (selected?.kind === 'test' && test !== undefined) return await client.call('test.remove', { testId: test.id, version: test.version }).then(() => (test.name === '' ? t(`testKind.${test.kind}`) : test.name));
    if (selected?.kind === 'task' && task !== undefined) return await client.call('task.remove', { taskId: task.id, version: task.version }).then(() => (task.title === '' ? t('tasks.untitled') : task.title));
    return null;
  };
  return () =>
    void removed().then(
      (title) => {
        if (title === null) return;
        selectStep(caseId, null);
        tellDone(t('step.removed', { title }), caseId);
      },
      (thrown: unknown) => showToast({ tone: 'bad', text: asCallFailure(thrown).message }),
    );
}

/** What is selected; without that, or once it is gone, the case at a glance. */
function Inspector({ odyssey, selected, onRemove, onClose }: { readonly odyssey: Odyssey; readonly selected: OdysseySource | null; readonly onRemove: () => void; readonly onClose: () => void }) {
  const shared = { odyssey, onRemove, onClose };
  const event = selected?.kind === 'event' ? odyssey.events.find(({ id }) => id === selected.id) : undefined;
  if (event !== undefined) return <EventInspector key={event.id} event={event} {...shared} />;
  const test = selected?.kind === 'test' ? odyssey.tests.find(({ id }) => id === selected.id) : undefined;
  if (test !== undefined) return <TestInspector key={test.id} test={test} {...shared} />;
  const task = selected?.kind === 'task' ? odyssey.tasks.find(({ id }) => id === selected.id) : undefined;
  if (task !== undefined) return <TaskInspector key={task.id} task={task} {...shared} />;
  return <CaseGlance shown={odyssey.shown} />;
}

function Sources({ sources }: { readonly sources: OutputOf<'case.show'>['sources'] }) {
  const t = useWords('overview');
  return (
    <section>
      <h2>{t('sources.title')}</h2>
      {sources.length === 0 ? (
        <p className="sub">{t('sources.empty')}</p>
      ) : (
        <ul>
          {sources.map((source) => (
            <li key={source.id} className="num">
              {t('sources.file', { name: source.fileName, format: source.format })} <span className="muted">{formatInstant(source.importedAt)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
