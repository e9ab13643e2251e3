import { drawingContext, type DrawingOptions } from '#shared/pedigree/drawing/drawing-context.ts';
import { drawPedigree } from '#shared/pedigree/drawing/draw-pedigree.ts';
import { headerEntries, headerTitle } from '#shared/pedigree/drawing/header.ts';
import { abbreviationsIn, legendEntries } from '#shared/pedigree/drawing/legend.ts';
import type { PedigreeSheet } from '#shared/pedigree/drawing/paper.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';

/** A family with its places as everything that is printed: drawing, header and legend. */
export function pedigreeSheet(family: Family, layout: PedigreeLayout, options: Partial<DrawingOptions> = {}): PedigreeSheet {
  const context = drawingContext(family, options);
  const figure = drawPedigree(family, layout, options);
  return { figure, title: headerTitle(family, context), header: headerEntries(family, context), legend: legendEntries(family, context), abbreviations: abbreviationsIn(figure) };
}
