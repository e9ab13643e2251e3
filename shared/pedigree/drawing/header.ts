import type { DrawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { textMark, type Mark, type MarkOwner } from '#shared/pedigree/drawing/figure.ts';
import { shownName } from '#shared/pedigree/drawing/symbol-text.ts';
import { textWidth, wrapText } from '#shared/pedigree/drawing/text-width.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** One line of the header: what it is and what it says. */
export interface HeaderEntry {
  readonly label: string;
  readonly text: string;
}

/**
 * What stands above the drawing: proband and consultand, who recorded and who told it, when, why, and the ancestry of the grandparents.
 *
 * Source: Bennett et al. 2022, box 1. Below full identification there are no names, and of dates the year; de-identified no free words either.
 */
export function headerEntries(family: Family, context: DrawingContext): readonly HeaderEntry[] {
  const { header, individuals } = family;
  const { level } = context.options;
  const isFull = level === 'full';
  const people = (chosen: (individual: Individual) => boolean): string => individuals.filter(chosen).map((individual) => personWords(individual, context)).filter((words) => words !== '').join('; ');
  const date = (value: string | null): string => (value === null ? '' : isFull ? value : value.slice(0, 4));
  const free = (text: string): string => (level === 'deidentified' ? '' : text);
  return [
    { label: 'Proband', text: people(({ isProband }) => isProband) },
    { label: 'Consultand', text: people(({ isConsultand }) => isConsultand) },
    { label: 'Indication', text: free(header.indication) },
    { label: 'Historian', text: isFull ? header.historian : '' },
    { label: 'Recorded by', text: isFull ? [header.recordedBy, header.recorderTitle].filter((part) => part !== '').join(', ') : '' },
    { label: 'Taken', text: date(header.takenOn) },
    { label: 'Updated', text: date(header.updatedOn) },
    { label: 'Maternal ancestry', text: free(header.maternalAncestry) },
    { label: 'Paternal ancestry', text: free(header.paternalAncestry) },
    { label: 'Consanguinity', text: header.consanguinityAsked === 'not-asked' ? '' : header.consanguinityAsked },
  ].filter(({ text }) => text !== '');
}

export function headerTitle({ header }: Family, { options }: DrawingContext): string {
  if (options.level === 'full') return header.title === '' ? 'Pedigree' : header.title;
  return options.level === 'pseudonymised' ? 'Pedigree, pseudonymised' : 'Pedigree, de-identified';
}

const owner: MarkOwner = { kind: 'header', key: 'header' };
const titleSize = 18;
const textSize = 11.5;
const rowHeight = 16;
const columnGap = 26;
const widestColumn = 330;

/** The header laid out in columns within a width, from 0, 0 downwards. */
export function headerMarks(title: string, entries: readonly HeaderEntry[], width: number): readonly Mark[] {
  const titleLines = wrapText(title, titleSize, width, 2);
  const marks: Mark[] = titleLines.map((text, index) => textMark(owner, 'header-title', text, { x: 0, y: titleSize + index * (titleSize + 4) }, { size: titleSize, boldLength: text.length }));
  const top = titleLines.length * (titleSize + 4) + 8;
  const columns = Math.max(1, Math.min(Math.max(1, Math.ceil(entries.length / 2)), Math.floor((width + columnGap) / (widestColumn + columnGap))));
  const columnWidth = (width - (columns - 1) * columnGap) / columns;
  const perColumn = Math.ceil(entries.length / columns);
  const labelWidth = entries.reduce((most, { label }) => Math.max(most, textWidth(label, textSize)), 0) + 12;
  entries.forEach((_, first) => {
    if (first % Math.max(1, perColumn) !== 0) return;
    const x = (first / perColumn) * (columnWidth + columnGap);
    let y = top + textSize;
    for (const { label, text } of entries.slice(first, first + perColumn)) {
      const lines = wrapText(text, textSize, columnWidth - labelWidth, 4);
      marks.push(textMark(owner, 'header-label', label, { x, y }, { size: textSize, tone: 'soft' }));
      marks.push(...lines.map((line, index) => textMark(owner, 'header-text', line, { x: x + labelWidth, y: y + index * rowHeight }, { size: textSize })));
      y += Math.max(1, lines.length) * rowHeight;
    }
  });
  return marks;
}

function personWords(individual: Individual, { options }: DrawingContext): string {
  return [options.showsNumbers ? (options.numbers.get(individual.id) ?? '') : '', options.showsNames ? shownName(individual, options.level) : ''].filter((part) => part !== '').join(' ');
}
