import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { MarkShape } from '#renderer/features/family/canvas/mark-shape.tsx';
import { conditionKey } from '#shared/pedigree/drawing/condition-key.ts';
import { symbolStroke, type Mark, type MarkOwner, type Paint } from '#shared/pedigree/drawing/figure.ts';
import type { ConditionState } from '#shared/pedigree/family.ts';

const owner: MarkOwner = { kind: 'legend', key: 'swatch' };
const corners = (left: number, right: number) => [{ x: left, y: 1 }, { x: right, y: 1 }, { x: right, y: 15 }, { x: left, y: 15 }];
const polygon = (role: 'fill' | 'outline', left: number, right: number, fill: Paint | null): Mark => ({ kind: 'polygon', role, owner, hasHalo: false, points: corners(left, right), stroke: role === 'outline' ? symbolStroke : null, fill });

/** The fill of a condition, as on the drawing: whole where affected, half for a carrier, a line for one who may come to show it. */
export function ConditionSwatch({ place, state = 'affected' }: { readonly place: number; readonly state?: ConditionState }) {
  const { family } = useFamilyView();
  const look = conditionKey({ conditions: family.conditions, individualConditions: [] }).looks[place];
  if (look === undefined) return null;
  const marks: readonly Mark[] = [
    ...(state === 'affected' ? [polygon('fill', 1, 15, look.affected)] : []),
    ...(state === 'carrier' || state === 'obligate-carrier' ? [polygon('fill', 1, 8, look.carrier)] : []),
    ...(state === 'carrier' || state === 'obligate-carrier' || state === 'presymptomatic' ? [{ kind: 'line', role: 'division', owner, hasHalo: false, from: { x: 8, y: 1 }, to: { x: 8, y: 15 }, stroke: symbolStroke } satisfies Mark] : []),
    polygon('outline', 1, 15, null),
    ...(state === 'uncertain' ? [{ kind: 'text', role: 'uncertain-mark', owner, hasHalo: false, text: '?', at: { x: 8, y: 12 }, anchor: 'middle', size: 11, boldLength: 1, tone: 'ink' } satisfies Mark] : []),
  ];
  return (
    <svg className="swatch" width={16} height={16} viewBox="0 0 16 16" aria-hidden>
      {marks.map((mark, index) => (
        <MarkShape key={index} mark={mark} />
      ))}
    </svg>
  );
}
