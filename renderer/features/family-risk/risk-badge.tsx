import { useRiskOverlay } from '#renderer/features/family-risk/risk-overlay.ts';
import { symbolSide } from '#shared/pedigree/layout/pedigree-layout.ts';

const besideSymbol = symbolSide / 2 + 3;

/** The chance of a person beside the symbol, at its right shoulder above the relationship line, in two short lines so that the next symbol has its place; the origin is the middle of the symbol. */
export function RiskBadge({ individualId }: { readonly individualId: string }) {
  const label = useRiskOverlay(({ labels, isWanted }) => (isWanted ? (labels?.get(individualId) ?? null) : null));
  if (label === null) return null;
  return (
    <text className="risk-badge has-halo" textAnchor="start">
      <tspan x={besideSymbol} y={-16}>{label.what}</tspan>
      <tspan x={besideSymbol} y={-5}>{label.chance}</tspan>
    </text>
  );
}
