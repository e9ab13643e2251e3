import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { dashArray, MarkShape, pathThrough, strokeColour } from '#renderer/features/family/canvas/mark-shape.tsx';
import type { Box, Mark, Stroke } from '#shared/pedigree/drawing/figure.ts';

/** All lines between the symbols as one picture below them. Strokes of one kind become one path: a thousand elements would be slow to move. */
export const LineUnderlay = memo(function LineUnderlay({ marks, box }: { readonly marks: readonly Mark[]; readonly box: Box }) {
  const { paths, others } = useMemo(() => joined(marks), [marks]);
  const margin = 40;
  const [left, top] = [box.left - margin, box.top - margin];
  const [width, height] = [box.right - box.left + 2 * margin, box.bottom - box.top + 2 * margin];
  return (
    <ViewportPortal>
      <svg className="lines" aria-hidden width={width} height={height} viewBox={`${String(left)} ${String(top)} ${String(width)} ${String(height)}`} style={{ transform: `translate(${String(left)}px, ${String(top)}px)` }}>
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
    const piece = pathThrough(mark.kind === 'line' ? [mark.from, mark.to] : mark.points);
    const path = paths.get(key);
    if (path === undefined) paths.set(key, { stroke, pieces: [piece] });
    else path.pieces.push(piece);
  }
  return { paths: [...paths].map(([key, { stroke, pieces }]) => ({ key, stroke, d: pieces.join('') })), others };
}
