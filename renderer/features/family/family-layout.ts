import { drawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { symbolExtent } from '#shared/pedigree/drawing/symbol.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';

/** The places of a family with room for its text: what the canvas shows and what is printed. */
export function familyLayout(family: Family, today: string): PedigreeLayout {
  const context = drawingContext(family, { today });
  return layoutPedigree(family, { extentOf: (individual) => symbolExtent(individual, context) });
}
