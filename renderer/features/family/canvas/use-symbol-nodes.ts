import { useMemo, useRef } from 'react';
import type { SymbolData, SymbolNodeType } from '#renderer/features/family/canvas/symbol-node.tsx';
import type { FamilyChange } from '#renderer/features/family/version-changes.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { symbolWords } from '#renderer/features/family/individual-words.ts';
import { drawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { unite } from '#shared/pedigree/drawing/figure-box.ts';
import { emptyBox } from '#shared/pedigree/drawing/figure-box.ts';
import type { Box, Mark } from '#shared/pedigree/drawing/figure.ts';
import { drawLines } from '#shared/pedigree/drawing/draw-pedigree.ts';
import { drawSymbol } from '#shared/pedigree/drawing/symbol.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';

export interface DrawnFamily {
  readonly nodes: readonly SymbolNodeType[];
  readonly lines: readonly Mark[];
  /** Round everything that is drawn. */
  readonly box: Box;
  /** Another object whenever something else is drawn; a selection draws nothing else. */
  readonly contentKey: object;
}

interface Choices {
  readonly targetId: string | null;
  readonly changes: ReadonlyMap<string, FamilyChange> | null;
}

/** The marks of the drawing as React Flow wants them. A symbol that looks as before keeps its data, so that it is not drawn again. */
export function useSymbolNodes({ targetId, changes }: Choices): DrawnFamily & { readonly nodes: SymbolNodeType[] } {
  const { family, structure, layout, today, numberOf, relationOf, conditionsOf, findings, selectedIds, individualOf } = useFamilyView();
  const before = useRef(new Map<string, SymbolData>());

  const drawn = useMemo(() => {
    const context = drawingContext(family, { today, numbers: pedigreeNumbers(layout) }, structure);
    const symbols = layout.symbols.flatMap((symbol) => {
      const individual = individualOf(symbol.individualId);
      if (individual === undefined) return [];
      return [{ symbol, individual, figure: drawSymbol(individual, context, symbol), label: symbolWords(individual, { number: numberOf(individual.id), relation: relationOf(individual.id), conditions: conditionsOf(individual.id), today }) }];
    });
    const boxes = symbols.map(({ symbol: { x, y }, figure: { box } }) => ({ left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y }));
    return { symbols, lines: drawLines(layout, context), box: boxes.length === 0 ? emptyBox : unite(boxes) };
  }, [family, structure, layout, today, numberOf, relationOf, conditionsOf, individualOf]);

  const nodes = useMemo(() => {
    const selected = new Set(selectedIds);
    const doubtful = new Set(findings.filter(({ severity }) => severity !== 'advice').flatMap(({ people }) => people));
    const primary = selectedIds.at(-1);
    const kept = new Map<string, SymbolData>();
    const made = drawn.symbols.map(({ symbol, individual, figure, label }): SymbolNodeType => {
      const { box } = figure;
      const fresh: SymbolData = {
        individualId: individual.id,
        figure,
        label,
        isPrimary: individual.id === primary && selectedIds.length > 1,
        isTarget: individual.id === targetId,
        change: changes?.get(individual.id)?.kind ?? null,
        hasFinding: doubtful.has(individual.id),
        isPrivate: Object.values(individual.provenance).some(({ isPrivate }) => isPrivate),
      };
      const data = sameOr(before.current.get(symbol.key), fresh);
      kept.set(symbol.key, data);
      const size = { width: box.right - box.left, height: box.bottom - box.top };
      return { id: symbol.key, type: 'symbol', position: { x: symbol.x + box.left, y: symbol.y + box.top }, data, selected: selected.has(individual.id), ...size, measured: size, handles: [] };
    });
    before.current = kept;
    return made;
  }, [drawn, selectedIds, findings, targetId, changes]);

  return { nodes, lines: drawn.lines, box: drawn.box, contentKey: drawn };
}

function sameOr(before: SymbolData | undefined, now: SymbolData): SymbolData {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
