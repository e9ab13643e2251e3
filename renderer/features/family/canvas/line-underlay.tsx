import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { dashArray, fillOf, MarkShape, strokeColour } from '#renderer/features/family/canvas/mark-shape.tsx';
import type { Box, CircleMark, Mark, Stroke } from '#shared/pedigree/drawing/figure.ts';
import { polygonPath, polylinePath, sectorPath, shortNumber } from '#shared/pedigree/drawing/mark-path.ts';

/** A soft field behind a symbol, below the lines too. */
export interface SelectionField {
  readonly key: string;
  readonly box: Box;
  readonly kind: 'selected' | 'primary' | 'target';
}

interface LineUnderlayProps {
  readonly marks: readonly Mark[];
  /** Outlines and fills of all symbols, for who looks from so far away that hundreds are in view. */
  readonly shapes: readonly Mark[];
  readonly box: Box;
  readonly fields: readonly SelectionField[];
}

/** Fields behind the selected and all lines between the symbols, as one picture below them. Strokes of one kind become one path: a thousand elements would be slow to move. */
export const LineUnderlay = memo(function LineUnderlay({ marks, shapes, box, fields }: LineUnderlayProps) {
  const { paths, others } = useMemo(() => joined(marks), [marks]);
  const far = useMemo(() => joinedShapes(shapes), [shapes]);
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
        <g className="far">
          {far.map(({ key, d, fill }) => (
            <path key={key} className={key} d={d} fill={fill} />
          ))}
        </g>
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

interface JoinedShape {
  readonly key: string;
  readonly fill: string;
  readonly d: string;
}

/** All grounds, then the fills of one paint each, then all outlines: a handful of paths however large the family is. */
function joinedShapes(marks: readonly Mark[]): readonly JoinedShape[] {
  const layers = new Map<string, { readonly fill: string; readonly pieces: string[] }>();
  for (const role of ['ground', 'fill', 'outline'] as const) {
    for (const mark of marks) {
      if (mark.role !== role || (mark.kind !== 'polygon' && mark.kind !== 'circle' && mark.kind !== 'sector')) continue;
      const fill = fillOf(mark.fill);
      const key = role === 'fill' ? `far-fill ${fill}` : `far-${role}`;
      const layer = layers.get(key);
      const piece = mark.kind === 'polygon' ? polygonPath(mark.points) : mark.kind === 'circle' ? circlePath(mark) : sectorPath(mark);
      if (layer === undefined) layers.set(key, { fill, pieces: [piece] });
      else layer.pieces.push(piece);
    }
  }
  return [...layers].map(([key, { fill, pieces }]) => ({ key, fill, d: pieces.join('') }));
}

const circlePath = ({ centre, radius }: CircleMark): string => {
  const [left, r] = [shortNumber(centre.x - radius), shortNumber(radius)];
  return `M${left} ${shortNumber(centre.y)}a${r} ${r} 0 1 0 ${shortNumber(radius * 2)} 0a${r} ${r} 0 1 0 ${shortNumber(-radius * 2)} 0Z`;
};
