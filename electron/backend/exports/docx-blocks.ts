import { AlignmentType, BorderStyle, HeadingLevel, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type ISectionOptions } from 'docx';
import { svgPicture } from '#electron/backend/exports/svg-picture.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import { fileText, isBlank, mostLinesTogether, mostRowsTogether, runsOf, type Block, type Cell, type Figure, type TableColumn, type Words } from '#shared/interchange/documents/document.ts';

/** Its bullets are defined beside the styles. */
export const bulletList = 'bullets';

export type DocxBlock = ISectionOptions['children'][number];

/** What each block of a document is in Word: a paragraph of a style, a table, a picture. All of it can be edited. */
export async function docxBlocks(blocks: readonly Block[]): Promise<readonly DocxBlock[]> {
  return (await Promise.all(blocks.map((block, index) => docxBlock(block, staysWithNext(blocks, index))))).flat();
}

/** The last words before a signature stay on its page, and so does the small print below it: a page with nothing but a signature looks like a mistake. */
function staysWithNext(blocks: readonly Block[], index: number): boolean {
  const [block, next] = [blocks[index], blocks[index + 1]];
  return next?.kind === 'signature' || (block?.kind === 'signature' && next?.kind === 'paragraph' && next.look === 'small');
}

/** Ink-2 and line-2 of the tokens. */
const softInk = '475156';
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'CDC7BC' } as const;
const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

async function docxBlock(block: Block, keepNext: boolean): Promise<readonly DocxBlock[]> {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, keepNext: true, children: [new TextRun(fileText(block.text))] })];
    case 'paragraph':
      return [new Paragraph({ ...(block.look === 'lead' ? { style: 'Lead' } : block.look === 'small' ? { style: 'Small' } : {}), keepNext, children: textRuns(block.words) })];
    case 'list':
      return block.items.map((item) => new Paragraph({ style: 'ListParagraph', numbering: { reference: bulletList, level: 0 }, keepNext, children: textRuns(item) }));
    case 'table':
      return tableBlocks(block.caption, block.columns, block.rows);
    case 'facts':
      return block.facts.map(({ label, words }) => new Paragraph({ children: [new TextRun({ text: `${fileText(label)}: `, color: softInk }), ...textRuns(words)] }));
    case 'figure':
      return await figureBlocks(block);
    case 'signature':
      return [new Paragraph({ style: 'Signature', keepNext: true, border: { bottom: { ...hairline, color: '1C2225' } }, spacing: { before: 900 }, indent: { right: 6_000 } }), ...block.lines.map((line, index) => new Paragraph({ text: fileText(line), keepNext: keepNext || index < block.lines.length - 1 }))];
    default:
      return assertNever(block);
  }
}

/** Lines of a text stay lines. */
export function textRuns(words: Words): TextRun[] {
  return runsOf(words).flatMap(({ text, look }) =>
    fileText(text).split('\n').map((line, index) => new TextRun({ text: line, bold: look === 'strong', ...(look === 'soft' ? { color: softInk } : {}), ...(index === 0 ? {} : { break: 1 }) })),
  );
}

function tableBlocks(caption: string, columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): readonly DocxBlock[] {
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column) => tableCell([[{ text: column.label, look: 'soft' }]], column, true)) });
  const staysWithNextRow = (row: number): boolean => row < rows.length - 1 && (rows.length <= mostRowsTogether || row === 0 || row === rows.length - 2);
  const body = rows.map((cells, row) => new TableRow({ cantSplit: cells.every((cell) => cell.length <= mostLinesTogether), children: columns.map((column, index) => tableCell(cells[index] ?? [], column, staysWithNextRow(row))) }));
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: columns.map(({ share }) => share * twentiethsPerPercent),
    borders: { top: noLine, left: noLine, right: noLine, bottom: hairline, insideHorizontal: hairline, insideVertical: noLine },
    rows: [head, ...body],
  });
  return [...(caption === '' ? [] : [new Paragraph({ style: 'Small', keepNext: true, text: fileText(caption) })]), table, new Paragraph({ style: 'Small' })];
}

/** A percent of the 178 mm between the margins of A4, in twentieths of a point. */
const twentiethsPerPercent = 101;

/** Word keeps a row with the next one where its paragraphs say so. */
function tableCell(cell: Cell, { share, isNumeric }: TableColumn, keepNext: boolean): TableCell {
  const lines = cell.filter((words) => !isBlank(words));
  const children = (lines.length === 0 ? [''] : lines).map((words) => new Paragraph({ style: 'TableText', keepNext, ...(isNumeric === true ? { alignment: AlignmentType.RIGHT } : {}), children: textRuns(words) }));
  return new TableCell({ width: { size: share, type: WidthType.PERCENTAGE }, margins: { top: 40, bottom: 40, left: 0, right: 120 }, children });
}

/** Vectors for Word that knows them, and pixels for what does not. */
async function figureBlocks({ svg, width, height, alt, caption }: Figure): Promise<readonly DocxBlock[]> {
  const scale = Math.min(1, widestFigure / width);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const picture = new ImageRun({ type: 'svg', data: Buffer.from(svg, 'utf8'), fallback: { type: 'png', data: Buffer.from(await svgPicture(svg, width)) }, transformation, altText: { name: 'Picture', title: fileText(caption), description: fileText(alt) } });
  return [...(caption === '' ? [] : [new Paragraph({ style: 'Small', keepNext: true, text: fileText(caption) })]), new Paragraph({ children: [picture] })];
}

/** The width of a sideways page between its margins, CSS pixels. */
const widestFigure = 1001;
