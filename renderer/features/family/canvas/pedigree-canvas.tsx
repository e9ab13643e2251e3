import { ConnectionMode, ReactFlow, SelectionMode, type FinalConnectionState, type NodeChange, type NodeTypes } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { AddHandles } from '#renderer/features/family/canvas/add-handles.tsx';
import { GenerationEdge } from '#renderer/features/family/canvas/generation-edge.tsx';
import { JoinLine } from '#renderer/features/family/canvas/join-line.tsx';
import { LineUnderlay } from '#renderer/features/family/canvas/line-underlay.tsx';
import { SymbolNode, type SymbolNodeType } from '#renderer/features/family/canvas/symbol-node.tsx';
import { useSymbolNodes } from '#renderer/features/family/canvas/use-symbol-nodes.ts';
import { smallestZoom, useViewport, type ViewportControl } from '#renderer/features/family/canvas/use-viewport.ts';
import type { Joining } from '#renderer/features/family/use-joining.ts';
import { symbolWords } from '#renderer/features/family/individual-words.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { FamilyChange } from '#renderer/features/family/version-changes.ts';

/** React Flow compares this by identity. */
const nodeTypes: NodeTypes = { symbol: SymbolNode };
const noEdges: never[] = [];
const noAttribution = { hideAttribution: true };
const multiKeys = ['Shift', 'Meta', 'Control'];

export interface PedigreeCanvasProps {
  readonly joining: Joining;
  /** What changed since an earlier version, by person; null where none is compared with. */
  readonly changes: ReadonlyMap<string, FamilyChange> | null;
  readonly control: RefObject<ViewportControl | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly canvasRef: RefObject<HTMLDivElement | null>;
  readonly children?: ReactNode;
}

/** The drawing. Where everything stands follows from the family; here it is only shown, selected and joined. */
export function PedigreeCanvas({ joining, changes, control, onKeyDown, canvasRef, children }: PedigreeCanvasProps) {
  const t = useWords('family');
  const { family, selectedIds, select, numberOf } = useFamilyView();
  const { nodes, lines, shapes, box, fields, generations, contentKey } = useSymbolNodes({ targetId: joining.targetId, changes });
  const [isPointing, setPointing] = useState(false);
  const viewport = useViewport({ control, box, contentKey, canvasRef });
  const individualIdOf = useMemo(() => new Map(nodes.map(({ id, data }) => [id, data.individualId])), [nodes]);
  // React Flow tells of one click in several steps, the next before the first is on screen.
  const pending = useRef<readonly string[]>(selectedIds);
  useEffect(() => {
    pending.current = selectedIds;
  }, [selectedIds]);

  const onNodesChange = (changesOfNodes: readonly NodeChange<SymbolNodeType>[]): void => {
    const next = selectionAfter(pending.current, changesOfNodes, individualIdOf);
    if (next === null) return;
    pending.current = next;
    select(next);
  };
  const onConnectEnd = (event: globalThis.MouseEvent | TouchEvent, { fromNode, toNode }: FinalConnectionState): void => {
    const [from, to] = [individualIdOf.get(fromNode?.id ?? ''), individualIdOf.get(toNode?.id ?? '')];
    if (from === undefined || to === undefined || from === to) return;
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    joining.ask(from, to, point === undefined ? null : { x: point.clientX, y: point.clientY });
  };
  const onPaneClick = (event: MouseEvent<Element>): void => {
    canvasRef.current?.focus({ preventScroll: true });
    const pressed = viewport.personAt({ x: event.clientX, y: event.clientY });
    if (pressed === null) return;
    const others = event.ctrlKey || event.metaKey ? selectedIds.filter((id) => id !== pressed) : [];
    // After this call React Flow lets go of everybody, because it knows of no symbol here.
    queueMicrotask(() => select([...others, pressed]));
  };
  useEffect(() => {
    if (document.activeElement === document.body) canvasRef.current?.focus({ preventScroll: true });
  }, [canvasRef]);
  const primary = selectedIds.at(-1);
  const proband = family.individuals.find(({ isProband }) => isProband);
  const title = t('canvas.label', { count: family.individuals.length, proband: proband === undefined ? '' : numberOf(proband.id) });
  return (
    <div
      ref={canvasRef}
      className="canvas"
      role="application"
      aria-roledescription={t('canvas.role')}
      aria-label={title}
      tabIndex={0}
      data-detail="full"
      onKeyDown={(event) => {
        setPointing(false);
        onKeyDown(event);
      }}
      onPointerDownCapture={() => setPointing(true)}
    >
      {/* One thing for a screen reader, which hears of the selected person below; everything in it can be done in the list and by the bar. */}
      <div className="flow" aria-hidden>
        <ReactFlow<SymbolNodeType>
        nodes={nodes}
        edges={noEdges}
        nodeTypes={nodeTypes}
        onNodesChange={onNodesChange}
        onConnectEnd={onConnectEnd}
        onNodeClick={() => canvasRef.current?.focus({ preventScroll: true })}
        onPaneClick={onPaneClick}
        onMove={viewport.onMove}
        onInit={viewport.onInit}
        connectionMode={ConnectionMode.Loose}
        connectionLineComponent={JoinLine}
        connectionRadius={16}
        connectionDragThreshold={6}
        connectOnClick={false}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={multiKeys}
        deleteKeyCode={null}
        nodesDraggable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        elevateNodesOnSelect={false}
        onlyRenderVisibleElements
        zoomOnDoubleClick={false}
        minZoom={smallestZoom}
        maxZoom={3}
        proOptions={noAttribution}
      >
        <GenerationEdge rows={generations} />
        <LineUnderlay marks={lines} shapes={shapes} box={box} fields={fields} />
        {isPointing && selectedIds.length === 1 && primary !== undefined ? <AddHandles individualId={primary} nodeId={nodes.find(({ data }) => data.individualId === primary)?.id ?? null} /> : null}
      </ReactFlow>
      </div>
      <p className="vh" role="status">{primary === undefined ? '' : <WordsOf individualId={primary} />}</p>
      {children}
    </div>
  );
}

/** Everything that the symbol of a person says. */
function WordsOf({ individualId }: { readonly individualId: string }) {
  const { individualOf, numberOf, relationOf, conditionsOf, today } = useFamilyView();
  const individual = individualOf(individualId);
  return individual === undefined ? '' : symbolWords(individual, { number: numberOf(individualId), relation: relationOf(individualId), conditions: conditionsOf(individualId), today });
}

/** The people selected after what React Flow says has changed; null where nothing of the selection has. The one selected last comes last. */
function selectionAfter(before: readonly string[], changes: readonly NodeChange<SymbolNodeType>[], individualIdOf: ReadonlyMap<string, string>): readonly string[] | null {
  let next = before;
  for (const change of changes) {
    if (change.type !== 'select') continue;
    const id = individualIdOf.get(change.id);
    if (id === undefined) continue;
    next = change.selected ? [...next.filter((other) => other !== id), id] : next.filter((other) => other !== id);
  }
  return next === before ? null : next;
}
