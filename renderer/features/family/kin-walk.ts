import type { PedigreeLayout, PlacedSymbol } from '#shared/pedigree/layout/pedigree-layout.ts';
import type { FamilyStructure } from '#shared/pedigree/structure.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The child from whom one came up to a parent, so that down leads back. */
export type Trail = ReadonlyMap<string, string>;

/**
 * Where an arrow key leads: up to a parent, down to a child, left and right along the generation, in which partners and siblings stand side by side.
 * Null where nobody is there.
 */
export function kinTowards(direction: Direction, individualId: string, structure: FamilyStructure, layout: PedigreeLayout, trail: Trail = new Map()): string | null {
  const here = symbolOf(layout, individualId);
  if (here === null) return null;
  if (direction === 'up') return nearest(here, structure.parentEdgesOf.get(individualId)?.map(({ parentId }) => parentId) ?? [], layout);
  if (direction === 'down') {
    const children = structure.childEdgesOf.get(individualId)?.map(({ childId }) => childId) ?? [];
    const cameFrom = trail.get(individualId);
    return cameFrom !== undefined && children.includes(cameFrom) ? cameFrom : nearest(here, children, layout);
  }
  const beside = layout.symbols.filter((symbol) => symbol.y === here.y && (direction === 'left' ? symbol.x < here.x : symbol.x > here.x));
  return closest(here, beside)?.individualId ?? null;
}

/** After a step up: both parents of whom one came remember the child. */
export function withTrail(trail: Trail, childId: string, structure: FamilyStructure): Trail {
  const parents = structure.parentEdgesOf.get(childId) ?? [];
  return new Map([...trail, ...parents.map(({ parentId }) => [parentId, childId] as const)]);
}

/** Where a person stands; of one drawn twice, the first place. */
export const symbolOf = (layout: PedigreeLayout, individualId: string): PlacedSymbol | null => layout.symbols.find((symbol) => symbol.individualId === individualId) ?? null;

function nearest(here: PlacedSymbol, ids: readonly string[], layout: PedigreeLayout): string | null {
  return closest(here, layout.symbols.filter((symbol) => ids.includes(symbol.individualId)))?.individualId ?? null;
}

function closest(here: PlacedSymbol, symbols: readonly PlacedSymbol[]): PlacedSymbol | null {
  const sorted = symbols.toSorted((one, other) => Math.abs(one.x - here.x) - Math.abs(other.x - here.x) || one.x - other.x);
  return sorted[0] ?? null;
}
