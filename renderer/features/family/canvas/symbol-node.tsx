import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { RiskBadge } from '#renderer/features/family-risk/risk-badge.tsx';
import { MarkShape } from '#renderer/features/family/canvas/mark-shape.tsx';
import type { SymbolFigure } from '#shared/pedigree/drawing/figure.ts';
import { symbolSide } from '#shared/pedigree/layout/pedigree-layout.ts';

export interface SymbolData extends Record<string, unknown> {
  readonly individualId: string;
  readonly figure: SymbolFigure;
  /** Number and name. */
  readonly label: string;
  readonly change: 'added' | 'changed' | null;
  readonly hasFinding: boolean;
  readonly isPrivate: boolean;
}

export type SymbolNodeType = Node<SymbolData, 'symbol'>;

/** A line may be drawn from anywhere on the symbol; a finger gets a little more than the symbol. */
const reach = symbolSide + 8;

/** One symbol with its text. React Flow places it; what is drawn is the drawing's own marks. */
export const SymbolNode = memo(function SymbolNode({ data, selected }: NodeProps<SymbolNodeType>) {
  const { figure, label, change, hasFinding, isPrivate } = data;
  const { left, top, right, bottom } = figure.box;
  return (
    <div className={`symbol ${selected ? 'is-selected' : ''} ${change === null ? '' : `is-${change}`}`} aria-hidden>
      <svg width={right - left} height={bottom - top} viewBox={`${String(left)} ${String(top)} ${String(right - left)} ${String(bottom - top)}`} data-person={label}>
        {figure.marks.map((mark, index) => (
          <MarkShape key={index} mark={mark} />
        ))}
        <RiskBadge individualId={data.individualId} />
        {hasFinding ? <circle className="finding-mark" cx={-symbolSide / 2 - 8} cy={-symbolSide / 2} r={3.5} /> : null}
        {isPrivate ? <path className="private-mark" d={`M${String(-symbolSide / 2 - 13)} 12h9v7h-9zm2 0v-2.2a2.5 2.5 0 0 1 5 0V12`} /> : null}
      </svg>
      <Handle id="own" type="source" position={Position.Top} className="reach" style={{ left: -left - reach / 2, top: -top - reach / 2, width: reach, height: reach }} />
    </div>
  );
});
