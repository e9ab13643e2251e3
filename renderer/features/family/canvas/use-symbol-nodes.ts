import { useMemo, useState } from 'react';
import type { SymbolData, SymbolNodeType } from '#renderer/features/family/canvas/symbol-node.tsx';
import type { FamilyChange } from '#renderer/features/family/version-changes.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { structureOf } from '#renderer/features/family/structure-of.ts';
import { drawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import type { SelectionField } from '#renderer/features/family/canvas/line-underlay.tsx';
import { emptyBox, unite } from '#shared/pedigree/drawing/figure-box.ts';
import { moveMark, type Box, type Mark, type MarkRole } from '#shared/pedigree/drawing/figure.ts';
import { drawLines } from '#shared/pedigree/drawing/draw-pedigree.ts';
import { generationRows } from '#shared/pedigree/drawing/generation-numbers.ts';
import { drawSymbol } from '#shared/pedigree/drawing/symbol.ts';
import type { Point } from '#shared/pedigree/layout/pedigree-layout.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';

export interface DrawnFamily {
  readonly nodes: readonly SymbolNodeType[];
  readonly lines: readonly Mark[];
  readonly shapes: readonly Mark[];
  /** Round everything that is drawn. */
  readonly box: Box;
  readonly fields: readonly SelectionField[];
  /** The height of each generation, by its numeral. */
  readonly generations: ReadonlyMap<string, number>;
  /** Another object whenever something else is drawn; a selection draws nothing else. */
  readonly contentKey: object;
}

interface Choices {
  readonly targetId: string | null;
  readonly changes: ReadonlyMap<string, FamilyChange> | null;
}

/** The marks of the drawing as React Flow wants them. */
export function useSymbolNodes({ targetId, changes }: Choices): DrawnFamily & { readonly nodes: SymbolNodeType[] } {
  const { placedFamily, layout, today, findings, selectedIds } = useFamilyView();
  const structure = structureOf(placedFamily);
  const [lastNodes] = useState(() => rememberNodes());

  const drawn = useMemo(() => {
    const numbers = pedigreeNumbers(layout);
    const context = drawingContext(placedFamily, { today, numbers }, structure);
    const symbols = layout.symbols.flatMap((symbol) => {
      const individual = structure.individualOf.get(symbol.individualId);
      if (individual === undefined) return [];
      return [{ symbol, individual, figure: drawSymbol(individual, context, symbol), label: `${numbers.get(symbol.key) ?? ''} ${individual.givenName} ${individual.familyName}`.trim() }];
    });
    const boxes = symbols.map(({ symbol, figure }) => movedBox(figure.box, symbol));
    const shapes = symbols.flatMap(({ symbol, figure }) => figure.marks.filter(({ role }) => farRoles.has(role)).map((mark) => moveMark(mark, symbol)));
    return { symbols, shapes, lines: drawLines(layout, context), generations: generationRows(layout.symbols, numbers), box: boxes.length === 0 ? emptyBox : unite(boxes) };
  }, [placedFamily, structure, layout, today]);

  const nodes = useMemo(() => {
    const selected = new Set(selectedIds);
    const doubtful = new Set(findings.filter(({ severity }) => severity !== 'advice').flatMap(({ people }) => people));
    return lastNodes(drawn.symbols.map(({ symbol, individual, figure, label }): SymbolNodeType => {
      const { box } = figure;
      const fresh: SymbolData = {
        individualId: individual.id,
        figure,
        label,
        change: changes?.get(individual.id)?.kind ?? null,
        hasFinding: doubtful.has(individual.id),
        isPrivate: Object.values(individual.provenance).some(({ isPrivate }) => isPrivate),
      };
      const size = { width: box.right - box.left, height: box.bottom - box.top };
      return { id: symbol.key, type: 'symbol', position: { x: symbol.x + box.left, y: symbol.y + box.top }, data: fresh, selected: selected.has(individual.id), ...size, measured: size, handles: [] };
    }));
  }, [drawn, selectedIds, findings, changes, lastNodes]);

  const fields = useMemo(() => {
    const primary = selectedIds.at(-1);
    const kindOf = (id: string): SelectionField['kind'] | null => (id === targetId ? 'target' : id === primary ? 'primary' : selectedIds.includes(id) ? 'selected' : null);
    return drawn.symbols.flatMap(({ symbol, individual, figure }): readonly SelectionField[] => {
      const kind = kindOf(individual.id);
      return kind === null ? [] : [{ key: symbol.key, kind, box: movedBox(figure.box, symbol) }];
    });
  }, [drawn, selectedIds, targetId]);

  return { nodes, lines: drawn.lines, shapes: drawn.shapes, box: drawn.box, fields, generations: drawn.generations, contentKey: drawn };
}

const farRoles: ReadonlySet<MarkRole> = new Set(['ground', 'fill', 'outline']);

const movedBox = (box: Box, { x, y }: Point): Box => ({ left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y });

/** Puts the last node in the place of one that is the same, so that React Flow has nothing to do for it. */
function rememberNodes(): (nodes: readonly SymbolNodeType[]) => SymbolNodeType[] {
  let last = new Map<string, SymbolNodeType>();
  return (nodes) => {
    const same = nodes.map((node) => sameOr(last.get(node.id), node));
    last = new Map(same.map((node) => [node.id, node]));
    return same;
  };
}

function sameOr(before: SymbolNodeType | undefined, now: SymbolNodeType): SymbolNodeType {
  if (before === undefined) return now;
  const data = isSameData(before.data, now.data) ? before.data : now.data;
  const isSame = data === before.data && before.selected === now.selected && before.position.x === now.position.x && before.position.y === now.position.y;
  return isSame ? before : { ...now, data };
}

function isSameData(before: SymbolData, now: SymbolData): boolean {
  const { figure, ...others } = now;
  const isSame = Object.entries(others).every(([name, value]) => before[name] === value);
  return isSame && (before.figure === figure || JSON.stringify(before.figure) === JSON.stringify(figure));
}
