import { drawingContext, type DrawingContext, type DrawingOptions } from '#shared/pedigree/drawing/drawing-context.ts';
import { drawPedigree } from '#shared/pedigree/drawing/draw-pedigree.ts';
import { boxOf } from '#shared/pedigree/drawing/figure-box.ts';
import type { PedigreeFigure } from '#shared/pedigree/drawing/figure.ts';
import type { GalleryItem } from '#shared/pedigree/drawing/gallery/gallery-item.ts';
import { legendEntries, type LegendEntry } from '#shared/pedigree/drawing/legend.ts';
import { symbolExtent } from '#shared/pedigree/drawing/symbol.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import type { PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';

/** An item with its places and its drawing. */
export interface DrawnItem {
  readonly item: GalleryItem;
  readonly layout: PedigreeLayout;
  readonly context: DrawingContext;
  /** What the item is about: the family, or the people it names, each with the own line. */
  readonly figure: PedigreeFigure;
  readonly legend: readonly LegendEntry[];
}

const options: Partial<DrawingOptions> = { showsNames: false, showsNumbers: false };

export function drawItem(item: GalleryItem): DrawnItem {
  const context = drawingContext(item.family, options);
  const layout = layoutPedigree(item.family, { extentOf: (individual) => symbolExtent(individual, context) });
  const whole = drawPedigree(item.family, layout, options);
  const marks = item.shows.length === 0 ? whole.marks : whole.marks.filter(({ owner }) => owner.kind === 'individual' && item.shows.includes(owner.key));
  return { item, layout, context, figure: { ...whole, title: item.title, marks, box: boxOf(marks) }, legend: legendEntries(item.family, context) };
}
