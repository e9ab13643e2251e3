import type { ConnectionLineComponentProps } from '@xyflow/react';
import type { SymbolNodeType } from '#renderer/features/family/canvas/symbol-node.tsx';

/** From the symbol that is being dragged to where the pointer is. */
export function JoinLine({ fromNode, toX, toY, toNode }: ConnectionLineComponentProps<SymbolNodeType>) {
  const { left, top } = fromNode.data.figure.box;
  const from = { x: fromNode.internals.positionAbsolute.x - left, y: fromNode.internals.positionAbsolute.y - top };
  return (
    <g className={`join-line ${toNode === null ? '' : 'is-over'}`}>
      <path d={`M${String(from.x)} ${String(from.y)}L${String(toX)} ${String(toY)}`} />
      <circle cx={toX} cy={toY} r={4} />
    </g>
  );
}
