import { memo } from 'react';
import type { ConditionColour, PatternId } from '#shared/pedigree/drawing/figure.ts';
import { patternTiles, type PatternTile } from '#shared/pedigree/drawing/patterns.ts';

const colours: readonly ConditionColour[] = [1, 2, 3, 4, 5, 6];
const patterns = (Object.keys(patternTiles) as PatternId[]).filter((pattern) => pattern !== 'solid');

/** The name under which a fill can be used anywhere on the page. */
export const fillId = ({ colour, pattern }: { readonly colour: ConditionColour; readonly pattern: PatternId }): string => `condition-${String(colour)}-${pattern}`;

/** Every pattern in every colour of the palette, once a page: a symbol, the key and the list fill themselves with them. */
export const ConditionFills = memo(function ConditionFills() {
  return (
    <svg className="condition-fills" width={0} height={0} aria-hidden>
      <defs>
        {colours.flatMap((colour) => patterns.map((pattern) => <Fill key={fillId({ colour, pattern })} id={fillId({ colour, pattern })} colour={`var(--c${String(colour)})`} tile={patternTiles[pattern]} />))}
      </defs>
    </svg>
  );
});

function Fill({ id, colour, tile }: { readonly id: string; readonly colour: string; readonly tile: PatternTile }) {
  return (
    <pattern id={id} width={tile.size} height={tile.size} patternUnits="userSpaceOnUse">
      <rect width={tile.size} height={tile.size} style={{ fill: 'var(--symbol-paper)' }} />
      {tile.wash === 0 ? null : <rect width={tile.size} height={tile.size} fillOpacity={tile.wash} style={{ fill: colour }} />}
      {tile.lines.map(([x1, y1, x2, y2], index) => <line key={index} x1={x1} y1={y1} x2={x2} y2={y2} strokeWidth={tile.lineWidth} style={{ stroke: colour }} />)}
      {tile.dots.map(([x, y, radius], index) => <circle key={index} cx={x} cy={y} r={radius} style={{ fill: colour }} />)}
      {tile.squares.map(([x, y, side], index) => <rect key={index} x={x} y={y} width={side} height={side} style={{ fill: colour }} />)}
      {tile.rings.map(([x, y, radius], index) => <circle key={index} cx={x} cy={y} r={radius} fill="none" strokeWidth={tile.lineWidth} style={{ stroke: colour }} />)}
    </pattern>
  );
}
