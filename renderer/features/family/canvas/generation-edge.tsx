import { useStore } from '@xyflow/react';
import { memo } from 'react';

/** Numerals that would stand closer than this are not both shown. */
const leastApart = 15;

/** The generations' numerals at the left edge of the canvas, as on paper: they go up and down with the drawing and stay where they are when it goes sideways. */
export const GenerationEdge = memo(function GenerationEdge({ rows }: { readonly rows: ReadonlyMap<string, number> }) {
  const top = useStore(({ transform }) => transform[1]);
  const zoom = useStore(({ transform }) => transform[2]);
  const shown = apart([...rows].map(([numeral, y]) => ({ numeral, y: Math.round(y * zoom + top) })));
  return (
    <div className="generation-edge num">
      {shown.map(({ numeral, y }) => (
        <span key={numeral} style={{ transform: `translateY(${String(y)}px)` }}>{numeral}</span>
      ))}
    </div>
  );
});

interface Numeral {
  readonly numeral: string;
  readonly y: number;
}

function apart(numerals: readonly Numeral[]): readonly Numeral[] {
  const shown: Numeral[] = [];
  for (const numeral of numerals.toSorted((one, other) => one.y - other.y)) {
    const above = shown.at(-1);
    if (above === undefined || numeral.y - above.y >= leastApart) shown.push(numeral);
  }
  return shown;
}
