import { consanguineousUnions } from '#shared/pedigree/blood-relation.ts';
import { sibshipMarks } from '#shared/pedigree/drawing/descent-lines.ts';
import { drawingContext, type DrawingContext, type DrawingOptions } from '#shared/pedigree/drawing/drawing-context.ts';
import { boxOf } from '#shared/pedigree/drawing/figure-box.ts';
import { line, moveMark, type Mark, type MarkOwner, type PedigreeFigure } from '#shared/pedigree/drawing/figure.ts';
import { generationNumbers } from '#shared/pedigree/drawing/generation-numbers.ts';
import { placedSymbols, type PlacedSymbols } from '#shared/pedigree/drawing/placed-symbols.ts';
import { unionMarks } from '#shared/pedigree/drawing/relationship-line.ts';
import { sideDescentMarks } from '#shared/pedigree/drawing/side-descents.ts';
import { drawSymbol } from '#shared/pedigree/drawing/symbol.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';

/** The whole drawing: all lines, then every symbol with its text, so that text stays legible where a line must pass. */
export function drawPedigree(family: Family, layout: PedigreeLayout, options: Partial<DrawingOptions> = {}): PedigreeFigure {
  const context = drawingContext(family, options);
  const symbols = placedSymbols(layout, context.structure);
  const drawn = [...linesBetween(layout, symbols, context), ...symbols.all.flatMap(({ placed, individual }) => drawSymbol(individual, context, placed).marks.map((mark) => moveMark(mark, placed)))];
  const marks = context.options.showsNumbers ? [...drawn, ...generationNumbers(symbols, context.options.numbers, boxOf(drawn).left)] : drawn;
  return { marks, box: boxOf(marks), title: figureTitle(family, context), description: figureDescription(family, layout) };
}

/** All lines between symbols, with what is written at them, for a canvas that draws each symbol in a node of its own. */
export const drawLines = (layout: PedigreeLayout, context: DrawingContext): readonly Mark[] => linesBetween(layout, placedSymbols(layout, context.structure), context);

function linesBetween(layout: PedigreeLayout, symbols: PlacedSymbols, context: DrawingContext): readonly Mark[] {
  const { structure } = context;
  const unions = new Map(layout.unions.map((union) => [union.key, union]));
  const sibships = new Map(layout.sibships.map((sibship) => [sibship.key, sibship]));
  const doubleUnions = consanguineousUnions(structure);
  return [
    ...repeatLinks(symbols),
    ...structure.sideDescents.flatMap((descent) => sideDescentMarks(descent, symbols, sibships, unions, doubleUnions, context)),
    ...structure.sibships.flatMap((sibship) => {
      const placed = sibships.get(sibship.key);
      return placed === undefined ? [] : sibshipMarks(placed, sibship, symbols, unions, doubleUnions, structure.twinGroupOf);
    }),
    ...structure.unions.flatMap((union) => {
      const placed = unions.get(union.key);
      return placed === undefined ? [] : unionMarks(placed, union, symbols, context, doubleUnions.has(union.key));
    }),
  ];
}

/** A pale dashed line between two symbols of one person. */
function repeatLinks(symbols: PlacedSymbols): readonly Mark[] {
  return symbols.all.flatMap(({ placed, individual }): readonly Mark[] => {
    const first = symbols.ofPerson.get(individual.id);
    if (!placed.isRepeat || first === undefined || first.placed.key === placed.key) return [];
    const owner: MarkOwner = { kind: 'individual', key: placed.key };
    return [line(owner, 'repeat-link', first.placed, placed, { width: 1, isDashed: true, tone: 'soft' })];
  });
}

function figureTitle({ header }: Family, { options }: DrawingContext): string {
  return header.title === '' || options.level !== 'full' ? 'Pedigree' : `Pedigree: ${header.title}`;
}

/** For who hears the drawing instead of seeing it. */
function figureDescription({ individuals, conditions, individualConditions }: Family, { statistics, symbols }: PedigreeLayout): string {
  const generations = symbols.reduce((most, { generation }) => Math.max(most, generation), 0);
  const people = `${String(individuals.length)} ${individuals.length === 1 ? 'individual' : 'individuals'} in ${String(generations)} ${generations === 1 ? 'generation' : 'generations'}`;
  const affected = conditions.map(({ id, name }) => `${name}: ${String(individualConditions.filter(({ conditionId, state }) => conditionId === id && state === 'affected').length)} affected`);
  return [people, ...(statistics.families > 1 ? [`${String(statistics.families)} separate families`] : []), ...affected].join('. ') + '.';
}
