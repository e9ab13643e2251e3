import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { dashArray, MarkShape, strokeColour } from '#renderer/features/family/canvas/mark-shape.tsx';
import type { Box, Mark, Stroke } from '#shared/pedigree/drawing/figure.ts';
import { polylinePath } from '#shared/pedigree/drawing/mark-path.ts';

/** A soft field behind a symbol, below the lines too. */
export interface SelectionField {
  readonly key: string;
  readonly box: Box;
  readonly kind: 'selected' | 'primary' | 'target';
}

/** Fields behind the selected and all lines between the symbols, as one picture below them. Strokes of one kind become one path: a thousand elements would be slow to move. */
export const LineUnderlay = memo(function LineUnderlay({ marks, box, fields }: { readonly marks: readonly Mark[]; readonly box: Box; readonly fields: readonly SelectionField[] }) {
  const { paths, others } = useMemo(() => joined(marks), [marks]);
  const margin = 40;
  const [left, top] = [box.left - margin, box.top - margin];
  const [width, height] = [box.right - box.left + 2 * margin, box.bottom - box.top + 2 * margin];
  return (
    <ViewportPortal>
      <svg className="lines" aria-hidden width={width} height={height} viewBox={`${String(left)} ${String(top)} ${String(width)} ${String(height)}`} style={{ transform: `translate(${String(left)}px, ${String(top)}px)` }}>
        {fields.map(({ key, box: own, kind }) => (
          <rect key={key} className={`field-${kind}`} x={own.left - 9} y={own.top - 7} width={own.right - own.left + 18} height={own.bottom - own.top + 14} rx={8} />
        ))}
        {paths.map(({ key, stroke, d }) => (
          <path key={key} d={d} fill="none" stroke={strokeColour(stroke.tone)} strokeWidth={stroke.width} strokeDasharray={dashArray(stroke)} />
        ))}
        {others.map((mark, index) => (
          <MarkShape key={index} mark={mark} />
        ))}
      </svg>
    </ViewportPortal>
  );
});

interface JoinedPath {
  readonly key: string;
  readonly stroke: Stroke;
  readonly d: string;
}

function joined(marks: readonly Mark[]): { readonly paths: readonly JoinedPath[]; readonly others: readonly Mark[] } {
  const paths = new Map<string, { readonly stroke: Stroke; readonly pieces: string[] }>();
  const others: Mark[] = [];
  for (const mark of marks) {
    if ((mark.kind !== 'line' && mark.kind !== 'polyline') || mark.stroke === null || mark.hasHalo) {
      others.push(mark);
      continue;
    }
    const { stroke } = mark;
    const key = `${stroke.tone} ${String(stroke.width)} ${String(stroke.isDashed)}`;
    const piece = polylinePath(mark.kind === 'line' ? [mark.from, mark.to] : mark.points);
    const path = paths.get(key);
    if (path === undefined) paths.set(key, { stroke, pieces: [piece] });
    else path.pieces.push(piece);
  }
  return { paths: [...paths].map(([key, { stroke, pieces }]) => ({ key, stroke, d: pieces.join('') })), others };
}
