import { fillId } from '#renderer/features/family/canvas/condition-fills.tsx';
import { assertNever } from '#shared/base/assert-never.ts';
import { dashLengths, type Mark, type Paint, type Stroke } from '#shared/pedigree/drawing/figure.ts';
import type { Point } from '#shared/pedigree/layout/pedigree-layout.ts';

/** One mark of the drawing in the colours of the theme. The SVG export paints the same marks. */
export function MarkShape({ mark }: { readonly mark: Mark }) {
  const className = `m-${mark.role}${mark.hasHalo ? ' has-halo' : ''}`;
  switch (mark.kind) {
    case 'line':
      return <path className={className} d={pathThrough([mark.from, mark.to])} fill="none" {...strokeOf(mark.stroke)} />;
    case 'polyline':
      return <path className={className} d={pathThrough(mark.points)} fill="none" {...strokeOf(mark.stroke)} />;
    case 'polygon':
      return <path className={className} d={`${pathThrough(mark.points)}Z`} fill={fillOf(mark.fill)} {...strokeOf(mark.stroke)} />;
    case 'circle':
      return <circle className={className} cx={mark.centre.x} cy={mark.centre.y} r={mark.radius} fill={fillOf(mark.fill)} {...strokeOf(mark.stroke)} />;
    case 'sector':
      return <path className={className} d={sectorPath(mark.centre, mark.radius, mark.start, mark.end)} fill={fillOf(mark.fill)} {...strokeOf(mark.stroke)} />;
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

/** `M0 0L10 0`, in tenths of a pixel. */
export const pathThrough = (points: readonly Point[]): string => points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');

export const strokeColour = (tone: Stroke['tone']): string => (tone === 'ink' ? 'var(--ink)' : 'var(--ink-3)');
export const dashArray = (stroke: Stroke): string | undefined => (stroke.isDashed ? dashLengths.join(' ') : undefined);

function strokeOf(stroke: Stroke | null): { readonly stroke?: string; readonly strokeWidth?: number; readonly strokeDasharray?: string | undefined } {
  return stroke === null ? {} : { stroke: strokeColour(stroke.tone), strokeWidth: stroke.width, strokeDasharray: dashArray(stroke) };
}

function fillOf(paint: Paint | null): string {
  if (paint === null) return 'none';
  if (paint.kind === 'condition') return paint.pattern === 'solid' ? `var(--c${String(paint.colour)})` : `url(#${fillId(paint)})`;
  return paint.kind === 'paper' ? 'var(--symbol-ground)' : 'var(--ink)';
}

function sectorPath(centre: Point, radius: number, start: number, end: number): string {
  const at = (degrees: number): Point => ({ x: centre.x + radius * Math.sin((degrees * Math.PI) / 180), y: centre.y - radius * Math.cos((degrees * Math.PI) / 180) });
  const [from, to] = [at(start), at(end)];
  return `M${short(centre.x)} ${short(centre.y)}L${short(from.x)} ${short(from.y)}A${String(radius)} ${String(radius)} 0 ${end - start > 180 ? '1' : '0'} 1 ${short(to.x)} ${short(to.y)}Z`;
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
