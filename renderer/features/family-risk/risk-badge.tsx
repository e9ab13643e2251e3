import { useRiskOverlay } from '#renderer/features/family-risk/risk-overlay.ts';
import { symbolSide } from '#shared/pedigree/layout/pedigree-layout.ts';

/** The chance of a person beside the symbol, above its right shoulder where the drawing has no text; the origin is the middle of the symbol. */
export function RiskBadge({ individualId }: { readonly individualId: string }) {
  const label = useRiskOverlay(({ labels, isWanted }) => (isWanted ? (labels?.get(individualId) ?? null) : null));
  if (label === null) return null;
  return (
    <text className="risk-badge has-halo" x={symbolSide / 2 + 4} y={-symbolSide / 2 + 8} textAnchor="start">
      {label}
    </text>
  );
}
