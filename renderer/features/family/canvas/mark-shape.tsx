import { fillId } from '#renderer/features/family/canvas/condition-fills.tsx';
import { assertNever } from '#shared/base/assert-never.ts';
import { dashLengths, type LineMark, type Mark, type Paint, type PolylineMark, type Stroke } from '#shared/pedigree/drawing/figure.ts';
import { polygonPath, polylinePath, sectorPath } from '#shared/pedigree/drawing/mark-path.ts';

/** One mark of the drawing in the colours of the theme. The SVG export paints the same marks. */
export function MarkShape({ mark }: { readonly mark: Mark }) {
  const className = `m-${mark.role}${mark.hasHalo ? ' has-halo' : ''}`;
  switch (mark.kind) {
    case 'line':
      return <Stroked className={className} d={polylinePath([mark.from, mark.to])} mark={mark} />;
    case 'polyline':
      return <Stroked className={className} d={polylinePath(mark.points)} mark={mark} />;
    case 'polygon':
      return <path className={className} d={polygonPath(mark.points)} fill={fillOf(mark.fill)} {...strokeOf(mark.stroke)} />;
    case 'circle':
      return <circle className={className} cx={mark.centre.x} cy={mark.centre.y} r={mark.radius} fill={fillOf(mark.fill)} {...strokeOf(mark.stroke)} />;
    case 'sector':
      return <path className={className} d={sectorPath(mark)} fill={fillOf(mark.fill)} {...strokeOf(mark.stroke)} />;
    case 'text':
      return (
        <text className={`${className} ${mark.tone}`} x={mark.at.x} y={mark.at.y} textAnchor={mark.anchor} fontSize={mark.size}>
          {mark.boldLength === 0 ? mark.text : <tspan className="bold">{mark.text.slice(0, mark.boldLength)}</tspan>}
          {mark.boldLength === 0 ? null : mark.text.slice(mark.boldLength)}
        </text>
      );
    default:
      return assertNever(mark);
  }
}

const rim = 2.6;

function Stroked({ className, d, mark }: { readonly className: string; readonly d: string; readonly mark: LineMark | PolylineMark }) {
  return (
    <>
      {mark.hasHalo && mark.stroke !== null ? <path className={className} d={d} fill="none" stroke="var(--paper)" strokeWidth={mark.stroke.width + rim} /> : null}
      <path className={className} d={d} fill="none" {...strokeOf(mark.stroke)} />
    </>
  );
}

export const strokeColour = (tone: Stroke['tone']): string => (tone === 'ink' ? 'var(--ink)' : 'var(--ink-3)');
export const dashArray = (stroke: Stroke): string | undefined => (stroke.isDashed ? dashLengths.join(' ') : undefined);

function strokeOf(stroke: Stroke | null): { readonly stroke?: string; readonly strokeWidth?: number; readonly strokeDasharray?: string | undefined } {
  return stroke === null ? {} : { stroke: strokeColour(stroke.tone), strokeWidth: stroke.width, strokeDasharray: dashArray(stroke) };
}

export function fillOf(paint: Paint | null): string {
  if (paint === null) return 'none';
  if (paint.kind === 'condition') return paint.pattern === 'solid' ? `var(--c${String(paint.colour)})` : `url(#${fillId(paint)})`;
  return paint.kind === 'paper' ? 'var(--symbol-paper)' : 'var(--ink)';
}
