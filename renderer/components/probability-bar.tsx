/** A probability as a length. The number beside it is the text; the bar is only its picture. `hatch`: none of these diseases. */
export function ProbabilityBar({ probability, isHatched = false }: { readonly probability: number; readonly isHatched?: boolean }) {
  return <i className={`probbar ${isHatched ? 'hatch' : ''}`} style={{ ['--p' as string]: `${String(Math.max(0, Math.min(1, probability)) * 100)}%` }} aria-hidden />;
}
