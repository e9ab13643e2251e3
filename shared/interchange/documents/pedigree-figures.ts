import { listed } from '#shared/interchange/documents/said.ts';
import type { ConditionState, Family } from '#shared/pedigree/family.ts';
import { drawingContext, type IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';
import { pedigreeInRoom, pedigreePagesInRoom } from '#shared/pedigree/drawing/paper.ts';
import { pedigreeSheet } from '#shared/pedigree/drawing/pedigree-sheet.ts';
import { pedigreePageSvg } from '#shared/pedigree/drawing/svg.ts';
import { symbolExtent } from '#shared/pedigree/drawing/symbol.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';
import { pageRoom, type DocumentPaper, type Figure } from '#shared/interchange/documents/document.ts';

export interface PedigreeChoices {
  readonly paper: DocumentPaper;
  readonly level: IdentificationLevel;
  /** The day on which ages are told. */
  readonly today: string;
}

export interface DrawnFamily {
  readonly figures: readonly Figure[];
  /** The number of a person in the drawing, such as II-3; empty where nobody is drawn. */
  readonly numberOf: (individualId: string) => string;
}

/** Of the height of a page, what a drawing takes among text: the smaller part where it stays easy to read there, else the larger one. */
const [smallShare, largeShare] = [0.38, 0.52];
const easyScale = 0.8;
/** Room for the caption above a drawing that has a page of its own. */
const captionHeight = 26;

/**
 * The pedigree as figures of a document: among the text where it can be read there, else on a page of its own turned sideways, and for a family too large
 * for that an overview followed by its parts.
 */
export function pedigreeFigures(family: Family, { paper, level, today }: PedigreeChoices): DrawnFamily {
  const context = drawingContext(family, { level, today });
  const layout = layoutPedigree(family, { extentOf: (individual) => symbolExtent(individual, context) });
  const numbers = pedigreeNumbers(layout);
  const sheet = pedigreeSheet(family, layout, { level, today, numbers });
  const keyOf = new Map(layout.symbols.filter(({ isRepeat }) => !isRepeat).map(({ individualId, key }) => [individualId, key]));
  const { upright, sideways } = pageRoom[paper];
  const room = (share: number) => ({ width: upright.width, height: upright.height * share });
  const inline = pedigreeInRoom(sheet, room(smallShare), easyScale) ?? pedigreeInRoom(sheet, room(largeShare));
  const pages = inline === null ? pedigreePagesInRoom(sheet, { width: sideways.width, height: sideways.height - captionHeight }) : [inline];
  const numberOf = (id: string): string => numbers.get(keyOf.get(id) ?? '') ?? '';
  const figures = family.individuals.length === 0 ? [] : pages.map((page, index): Figure => ({
    kind: 'figure',
    svg: pedigreePageSvg(sheet, page, { theme: 'colour', idPrefix: `pedigree-${String(index + 1)}-`, textGround: 'box' }),
    width: page.width,
    height: page.height,
    alt: [sheet.figure.description, ...whoHasWhat(family, numberOf)].join(' '),
    caption: captionOf(index, pages.length, family),
    place: inline === null ? 'page' : 'inline',
  }));
  return { figures, numberOf };
}

/** The parts of a large drawing say themselves which part they are. */
function captionOf(index: number, count: number, { individuals }: Family): string {
  if (index > 0) return '';
  const arrows = [...(individuals.some(({ isProband }) => isProband) ? ['arrow with P: the patient'] : []), ...(individuals.some(({ isProband, isConsultand }) => isConsultand && !isProband) ? ['arrow alone: who came to ask'] : [])];
  const symbols = ['symbols after the nomenclature of the National Society of Genetic Counselors, 2022', ...arrows].join('; ');
  return count === 1 ? `Pedigree, ${symbols}` : `Pedigree: the whole family, ${symbols}; its ${String(count - 1)} parts follow enlarged`;
}

const stateWords: Readonly<Record<ConditionState, string>> = { affected: 'affected', unaffected: '', carrier: 'carrier', 'obligate-carrier': 'obligate carrier', presymptomatic: 'presymptomatic', uncertain: 'uncertain' };

/** For whom the drawing is read aloud, by the numbers in it: `The patient is III-1.` `Marfan syndrome: affected III-1; uncertain I-2 and II-1.` */
function whoHasWhat({ individuals, conditions, individualConditions }: Family, numberOf: (id: string) => string): readonly string[] {
  const proband = individuals.find(({ isProband }) => isProband);
  const states = Object.entries(stateWords).filter(([, words]) => words !== '');
  const told = conditions.flatMap(({ id, name }): readonly string[] => {
    const parts = states.flatMap(([state, words]) => {
      const numbers = individualConditions.filter((row) => row.conditionId === id && row.state === state).map(({ individualId }) => numberOf(individualId)).filter((number) => number !== '');
      return numbers.length === 0 ? [] : [`${words} ${listed(numbers)}`];
    });
    return parts.length === 0 ? [] : [`${name}: ${parts.join('; ')}.`];
  });
  return [...(proband === undefined || numberOf(proband.id) === '' ? [] : [`The patient is ${numberOf(proband.id)}.`]), ...told];
}
