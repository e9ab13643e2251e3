import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { Skeleton } from '#renderer/components/screen-states.tsx';
import { StateMark } from '#renderer/components/state-mark.tsx';
import { stateOfEnter } from '#renderer/features/phenotype/term-search-state.ts';
import { treeAction, treeRows, type TreeRow } from '#renderer/features/phenotype/term-tree-rows.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { TermCard } from '#shared/contract/knowledge-procedures.ts';
import type { Feature, FeatureState } from '#shared/phenotype/feature.ts';

interface TermTreeDialogProps {
  /** The term at which the tree opens; null for the top. */
  readonly startAt: string | null;
  readonly showTerm: (termId: string) => Promise<TermCard>;
  readonly recorded: readonly Feature[];
  readonly onChoose: (term: { readonly id: string; readonly label: string }, state: FeatureState) => void;
  readonly onClose: () => void;
}

/** HP:0000118 Phenotypic abnormality, below which every finding stands. */
const rootId = 'HP:0000118';
/** The ontology is less than twenty levels deep; this only stops a malformed release from going on for ever. */
const deepest = 40;

/** The ontology as a tree, opened at one term. Enter records what has the focus, as in the search box. */
export function TermTreeDialog({ startAt, showTerm, recorded, onChoose, onClose }: TermTreeDialogProps) {
  const t = useWords('phenotype');
  const { cards, load } = useCards(showTerm);
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set([rootId]));
  const [path, setPath] = useState(rootId);
  const tree = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isCurrent = true;
    void pathTo(startAt ?? rootId, load).then((steps) => {
      if (!isCurrent) return;
      const paths = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
      setExpanded(new Set(paths));
      setPath(paths.at(-1) ?? rootId);
    });
    return () => {
      isCurrent = false;
    };
  }, [startAt, load]);

  useEffect(() => {
    const row = tree.current?.querySelector<HTMLElement>('[tabindex="0"]');
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, [path, expanded]);

  const root = cards.get(rootId);
  const rows = root === undefined ? [] : treeRows({ id: rootId, label: root.label, childCount: root.children.length }, expanded, (termId) => cards.get(termId)?.children);
  const focused = rows.find((row) => row.path === path);
  const card = focused === undefined ? undefined : cards.get(focused.termId);
  useEffect(() => {
    if (focused !== undefined) void load(focused.termId);
  }, [focused, load]);

  const open = (row: TreeRow, isOpen: boolean): void => {
    if (isOpen) void load(row.termId);
    setExpanded((current) => new Set(isOpen ? [...current, row.path] : [...current].filter((other) => other !== row.path)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (focused === undefined || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (focused.level > 1) onChoose({ id: focused.termId, label: focused.label }, stateOfEnter(event));
      return;
    }
    const action = treeAction(event.key, rows, path);
    if (action === null) return;
    event.preventDefault();
    if (action.kind === 'move') setPath(action.path);
    else open(focused, action.kind === 'expand');
  };

  return (
    <Dialog className="phenotype" title={t('tree.title')} isOpen onClose={onClose} isWide foot={<TreeFoot focused={focused} onChoose={onChoose} />}>
      {root === undefined ? <Skeleton /> : null}
      <div ref={tree} role="tree" aria-label={t('tree.label')} className="term-tree" onKeyDown={onKeyDown}>
        {rows.map((row) => {
          const state = recorded.find((feature) => feature.termId === row.termId)?.state;
          return (
            <div key={row.path} role="treeitem" aria-level={row.level} aria-posinset={row.position} aria-setsize={row.siblings} aria-selected={row.path === path} tabIndex={row.path === path ? 0 : -1} {...(row.childCount > 0 ? { 'aria-expanded': row.isExpanded } : {})} style={{ paddingLeft: `${String((row.level - 1) * 18 + 4)}px` }} onClick={() => setPath(row.path)} onDoubleClick={() => open(row, !row.isExpanded)}>
              <span className={`twist ${row.childCount === 0 ? 'is-leaf' : ''} ${row.isExpanded ? 'is-open' : ''}`} aria-hidden="true" onClick={() => row.childCount > 0 && open(row, !row.isExpanded)} />
              <span className="trunc">{row.label}</span>
              {state === undefined ? null : <StateMark state={state} />}
              {row.childCount > 0 ? <small className="num" aria-hidden="true">{row.childCount}</small> : null}
            </div>
          );
        })}
      </div>
      <p className="tree-about" aria-live="polite">
        {focused === undefined || focused.level === 1 ? t('tree.hint') : <><b>{focused.label}</b> <span className="muted num">{focused.termId}</span> {card?.definition ?? t('tree.noDefinition')}</>}
      </p>
    </Dialog>
  );
}

function TreeFoot({ focused, onChoose }: { readonly focused: TreeRow | undefined; readonly onChoose: TermTreeDialogProps['onChoose'] }) {
  const t = useWords('phenotype');
  const isDisabled = focused === undefined || focused.level === 1;
  const choose = (state: FeatureState) => () => focused !== undefined && onChoose({ id: focused.termId, label: focused.label }, state);
  return (
    <>
      <Button isDisabled={isDisabled} onPress={choose('not-assessed')}>{t('search.notAssessed')} <Kbd keys="alt+enter" /></Button>
      <Button isDisabled={isDisabled} onPress={choose('excluded')}>{t('search.excluded')} <Kbd keys="shift+enter" /></Button>
      <Button isDisabled={isDisabled} variant="primary" onPress={choose('observed')}>{t('search.observed')} <Kbd keys="enter" /></Button>
    </>
  );
}

function useCards(showTerm: TermTreeDialogProps['showTerm']): { readonly cards: ReadonlyMap<string, TermCard>; readonly load: (termId: string) => Promise<TermCard | null> } {
  const [cards, setCards] = useState<ReadonlyMap<string, TermCard>>(new Map());
  const load = useCallback(
    async (termId: string) => {
      const card = await showTerm(termId).catch(() => null);
      if (card !== null) setCards((current) => (current.has(termId) ? current : new Map([...current, [termId, card]])));
      return card;
    },
    [showTerm],
  );
  return { cards, load };
}

/** Ids from the root to the term, by the first parent of each. */
async function pathTo(termId: string, load: (termId: string) => Promise<TermCard | null>): Promise<readonly string[]> {
  await load(rootId);
  const steps = [termId];
  for (let step = 0; step < deepest && steps[0] !== rootId; step += 1) {
    const parent = (await load(steps[0] ?? rootId))?.parents[0];
    if (parent === undefined) return [rootId];
    steps.unshift(parent.id);
  }
  await load(termId);
  return steps;
}
