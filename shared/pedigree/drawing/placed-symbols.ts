import { symbolShape, type SymbolShape } from '#shared/pedigree/drawing/symbol-outline.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import type { PedigreeLayout, PlacedSymbol } from '#shared/pedigree/layout/pedigree-layout.ts';
import type { FamilyStructure } from '#shared/pedigree/structure.ts';

/** A symbol with its place and what lines need to know of it. */
export interface StandingSymbol {
  readonly placed: PlacedSymbol;
  readonly individual: Individual;
  readonly shape: SymbolShape;
}

export interface PlacedSymbols {
  /** In the layout's order. */
  readonly all: readonly StandingSymbol[];
  readonly byKey: ReadonlyMap<string, StandingSymbol>;
  /** The symbol of a person; of several the one that is no repeat. */
  readonly ofPerson: ReadonlyMap<string, StandingSymbol>;
}

/** Places without an individual in the family are left out: the layout may be of a moment ago. */
export function placedSymbols(layout: PedigreeLayout, structure: FamilyStructure): PlacedSymbols {
  const all = layout.symbols.flatMap((placed): readonly StandingSymbol[] => {
    const individual = structure.individualOf.get(placed.individualId);
    return individual === undefined ? [] : [{ placed, individual, shape: symbolShape(individual) }];
  });
  const ofPerson = new Map<string, StandingSymbol>();
  for (const symbol of all) if (!symbol.placed.isRepeat || !ofPerson.has(symbol.individual.id)) ofPerson.set(symbol.individual.id, symbol);
  return { all, byKey: new Map(all.map((symbol) => [symbol.placed.key, symbol])), ofPerson };
}
