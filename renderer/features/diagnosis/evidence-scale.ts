/** One scale for both sides of the evidence and for both diseases compared. Positions are per cent of the width of the drawing. */
export interface EvidenceScale {
  /** Where nothing speaks for or against. */
  readonly zero: number;
  readonly positionOf: (log10LikelihoodRatio: number) => number;
  /** Which side of the drawing a value lies beyond; null where it fits. */
  readonly beyond: (log10LikelihoodRatio: number) => 'against' | 'for' | null;
}

/** Smallest reach of each side, so that a list of tiny weights does not look like strong evidence. Units: log10 likelihood ratio. */
export const smallestReach = { against: 0.5, for: 1 } as const;

/** A linear scale that holds every value given, with zero inside. Values that are no numbers are left out; others are drawn up to the edge. */
export function evidenceScale(values: readonly number[]): EvidenceScale {
  const finite = values.filter((value) => Number.isFinite(value));
  const lowest = Math.min(-smallestReach.against, ...finite);
  const highest = Math.max(smallestReach.for, ...finite);
  const positionOf = (value: number): number => ((clamp(value, lowest, highest) - lowest) / (highest - lowest)) * 100;
  return { zero: positionOf(0), positionOf, beyond: (value) => (value < lowest ? 'against' : value > highest ? 'for' : null) };
}

/** Left edge and width of the bar of one value, per cent. A weight that is not zero is drawn at least a hair wide. */
export function barOf(scale: EvidenceScale, value: number): { readonly left: number; readonly width: number } {
  const end = scale.positionOf(value);
  const width = value === 0 ? 0 : Math.max(Math.abs(end - scale.zero), hair);
  return { left: value < 0 ? scale.zero - width : scale.zero, width };
}

/** Per cent of the drawing's width; one pixel and a half of two hundred. */
const hair = 0.75;

const clamp = (value: number, lowest: number, highest: number): number => Math.min(Math.max(Number.isFinite(value) ? value : 0, lowest), highest);
