import { paintBehindLetter, type ConditionLook, type StatedCondition } from '#shared/pedigree/drawing/condition-key.ts';
import type { DrawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { symbolStroke, textMark, moveMark, type Mark, type MarkOwner, type PedigreeFigure } from '#shared/pedigree/drawing/figure.ts';
import { fillMarks } from '#shared/pedigree/drawing/fills.ts';
import { outlineMark } from '#shared/pedigree/drawing/symbol-outline.ts';
import { innerText, presymptomaticMark } from '#shared/pedigree/drawing/symbol-signs.ts';
import { wrapText } from '#shared/pedigree/drawing/text-width.ts';
import type { ConditionState, Family } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { symbolSide } from '#shared/pedigree/layout/pedigree-layout.ts';

/** One entry: how it looks on the chart, about the centre of a symbol, and what it means. */
export interface LegendEntry {
  readonly swatch: readonly Mark[];
  readonly text: string;
}

const owner: MarkOwner = { kind: 'legend', key: 'legend' };

/** Everything that the chart shows by a fill, a line or a letter of its own: each state that occurs, then the signs and abbreviations in use. */
export function legendEntries(family: Family, context: DrawingContext): readonly LegendEntry[] {
  const byId = context.structure.individualOf;
  const rows = family.individualConditions.filter(({ individualId }) => byId.has(individualId));
  const conditions = context.key.looks.flatMap((look) => {
    const own = rows.filter(({ conditionId }) => conditionId === look.condition.id);
    const has = (...states: readonly ConditionState[]): boolean => own.some(({ state }) => states.includes(state));
    const isBehindLetter = own.some(({ state, individualId }) => state === 'affected' && isWholeBehindLetter(byId.get(individualId), context));
    return [
      ...(has('affected') ? [entry(look, 'affected', nameOf(look))] : []),
      ...(isBehindLetter && paintBehindLetter(look.affected) !== look.affected ? [behindLetter(look)] : []),
      ...(has('carrier', 'obligate-carrier') ? [entry(look, 'carrier', `${nameOf(look)}: carrier`)] : []),
      ...(has('presymptomatic') ? [entry(look, 'presymptomatic', `${nameOf(look)}: presymptomatic, could show symptoms later`)] : []),
      ...(has('uncertain') ? [entry(look, 'uncertain', `${nameOf(look)}: uncertain`)] : []),
    ];
  });
  return [...conditions, ...signEntries(family.individuals)];
}

/** The abbreviations under symbols, in words, as far as the drawing uses them. */
export function abbreviationsIn(figure: Pick<PedigreeFigure, 'marks'>): readonly string[] {
  const words = new Set(figure.marks.flatMap((mark) => (mark.kind === 'text' && mark.role === 'text-line' ? mark.text.split(/[\s/,:]+/) : [])));
  const inside = new Set(figure.marks.flatMap((mark) => (mark.kind === 'text' && mark.role === 'inner-text' ? [mark.text] : [])));
  return [
    ...abbreviations.filter(([short]) => words.has(short)).map(([short, long]) => `${short} ${long}`),
    ...insideLetters.filter(([short]) => inside.has(short)).map(([short, long]) => `${short} ${long}`),
  ];
}

const swatchScale = 0.5;
const swatchSide = symbolSide * swatchScale;
const textSize = 11.5;
const rowHeight = 15;
const entryGap = 9;
const columnGap = 22;
const widestColumn = 250;

/** The legend laid out in columns within a width, from 0, 0 downwards. */
export function legendMarks(entries: readonly LegendEntry[], abbreviations: readonly string[], width: number): readonly Mark[] {
  const columns = Math.max(1, Math.min(Math.max(1, entries.length), Math.floor((width + columnGap) / (widestColumn + columnGap))));
  const columnWidth = (width - (columns - 1) * columnGap) / columns;
  const perColumn = Math.ceil(entries.length / columns);
  const marks: Mark[] = [];
  let foot = 0;
  for (let column = 0; column < columns; column += 1) {
    let y = 0;
    for (const { swatch, text } of entries.slice(column * perColumn, (column + 1) * perColumn)) {
      const x = column * (columnWidth + columnGap);
      const lines = wrapText(text, textSize, columnWidth - swatchSide - 12, 6);
      const height = Math.max(swatchSide, lines.length * rowHeight);
      marks.push(...swatch.map((mark) => moveMark(mark, { x: x + swatchSide / 2 + 1, y: y + swatchSide / 2 + 1 }, swatchScale)));
      const first = y + (swatchSide - Math.min(lines.length, 1) * rowHeight) / 2 + textSize;
      marks.push(...lines.map((line, index) => textMark(owner, 'legend-text', line, { x: x + swatchSide + 10, y: first + index * rowHeight }, { size: textSize })));
      y += height + entryGap;
    }
    foot = Math.max(foot, y);
  }
  const words = abbreviations.length === 0 ? [] : wrapText(abbreviations.join('; '), textSize - 1, width, 8);
  return [...marks, ...words.map((line, index) => textMark(owner, 'legend-text', line, { x: 0, y: foot + textSize + index * rowHeight }, { size: textSize - 1, tone: 'soft' }))];
}

/** The condition's name, with what it is called under symbols where that does not speak for itself. */
const nameOf = ({ condition, shortName }: ConditionLook): string => (condition.name.includes(shortName.replace(/\.$/, '')) ? condition.name : `${condition.name} (${shortName})`);

function isWholeBehindLetter(individual: Individual | undefined, { structure }: DrawingContext): boolean {
  return individual !== undefined && innerText(individual, structure.donorMarkOf.get(individual.id) ?? null) !== null;
}

function entry(look: ConditionLook, state: ConditionState, text: string): LegendEntry {
  const stated: StatedCondition = { look, row: { id: 'legend', individualId: 'legend', conditionId: look.condition.id, state, onset: null, evidence: '', provenance: unknownProvenance } };
  const fills = fillMarks(owner, 'square', [stated], false).map((mark) => (mark.kind === 'text' ? { ...mark, size: mark.size * 2, at: { x: 0, y: 10 } } : mark));
  return { text, swatch: [outlineMark(owner, 'ground', 'square', null, { kind: 'paper' }), ...fills, ...(state === 'presymptomatic' ? [presymptomaticMark(owner, 'square', false)] : []), outlineMark(owner, 'outline', 'square', symbolStroke, null)] };
}

function behindLetter(look: ConditionLook): LegendEntry {
  return { text: `${nameOf(look)}, behind a letter`, swatch: [outlineMark(owner, 'ground', 'square', null, { kind: 'paper' }), outlineMark(owner, 'fill', 'square', null, paintBehindLetter(look.affected)), outlineMark(owner, 'outline', 'square', symbolStroke, null)] };
}

function signEntries(individuals: readonly Individual[]): readonly LegendEntry[] {
  if (!individuals.some(({ isEvaluated }) => isEvaluated)) return [];
  return [{ text: 'Examined, or records reviewed', swatch: [textMark(owner, 'evaluated-asterisk', '*', { x: 0, y: 20 }, { size: 40, anchor: 'middle', boldLength: 1 })] }];
}

const abbreviations: readonly (readonly [string, string])[] = [
  ['AFAB', 'assigned female at birth'],
  ['AMAB', 'assigned male at birth'],
  ['UAAB', 'unassigned at birth'],
  ['b.', 'born'],
  ['d.', 'died'],
  ['SB', 'stillbirth'],
  ['ECT', 'ectopic pregnancy'],
  ['dx', 'age at diagnosis'],
];
const insideLetters: readonly (readonly [string, string])[] = [
  ['P', 'inside a symbol: pregnancy'],
  ['D', 'donor of egg or sperm'],
  ['S', 'surrogate, gestational carrier'],
  ['n', 'number of people not known'],
];
