import { AlignmentType, Document, Footer, Header, HeadingLevel, LevelFormat, PageNumber, PageOrientation, Packer, Paragraph, TabStopType, TextRun, type ISectionOptions } from 'docx';
import { bulletList, docxBlocks, textRuns, type DocxBlock } from '#electron/backend/exports/docx-blocks.ts';
import { docxStyles } from '#electron/backend/exports/docx-styles.ts';
import { fileText, type Block, type DocumentModel, type Letterhead } from '#shared/interchange/documents/document.ts';

/** A Word file of the document: styles for headings, tables with heads that repeat, header and footer with the number of the page. */
export async function docxOf(model: DocumentModel): Promise<Uint8Array> {
  const isOnOwnPage = (block: Block): boolean => block.kind === 'figure' && block.place === 'page';
  const text = model.blocks.filter((block) => !isOnOwnPage(block));
  const drawings = model.blocks.filter(isOnOwnPage);
  const upright = section(model, 'upright', [...letterheadBlocks(model.letterhead), ...headBlocks(model), ...(await docxBlocks(text))]);
  const sideways = drawings.length === 0 ? [] : [section(model, 'sideways', await docxBlocks(drawings))];
  const file = new Document({
    title: fileText(model.title),
    subject: fileText(model.properties.subject),
    // Word shows both as the author; at a level without names they are empty and never the name of whoever is at the machine.
    creator: fileText(model.properties.author),
    lastModifiedBy: fileText(model.properties.author),
    description: '',
    styles: docxStyles(model),
    numbering: { config: [{ reference: bulletList, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 240, hanging: 200 } } } }] }] },
    sections: [upright, ...sideways],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** Twentieths of a point: A4 is 210 by 297 mm, letter 8.5 by 11 inches. */
const paperSizes = { a4: { width: 11_906, height: 16_838 }, letter: { width: 12_240, height: 15_840 } } as const;
/** 16 mm left and right, 17 and 16 mm above and below, as in the HTML. */
const margins = { left: 907, right: 907, top: 964, bottom: 907, header: 500, footer: 500 } as const;

function section(model: DocumentModel, turn: 'upright' | 'sideways', children: readonly DocxBlock[]): ISectionOptions {
  const { width, height } = paperSizes[model.paper];
  // Word is given the upright size and turns it itself.
  const size = { width, height, orientation: turn === 'upright' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE };
  const right = (turn === 'upright' ? width : height) - margins.left - margins.right;
  const { head, headRight, foot } = model.furniture;
  return {
    properties: { page: { size, margin: margins }, titlePage: turn === 'upright' },
    headers: { default: new Header({ children: [marginLine([new TextRun(fileText(head))], [new TextRun(fileText(headRight))], right)] }), first: new Header({ children: [new Paragraph('')] }) },
    footers: { default: pageFoot(foot, right), first: pageFoot(foot, right) },
    children,
  };
}

const pageFoot = (foot: string, right: number): Footer => new Footer({ children: [marginLine([new TextRun(fileText(foot))], [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })], right)] });

const marginLine = (left: readonly TextRun[], right: readonly TextRun[], at: number): Paragraph => new Paragraph({ style: 'Small', tabStops: [{ type: TabStopType.RIGHT, position: at }], children: [...left, new TextRun({ text: '\t' }), ...right] });

function letterheadBlocks(letterhead: Letterhead | null): readonly DocxBlock[] {
  if (letterhead === null) return [];
  const { sender, recipient, day } = letterhead;
  const line = (text: string, style: string): Paragraph => new Paragraph({ style, text: fileText(text) });
  const said = (lines: readonly string[]): readonly string[] => lines.filter((text) => text.trim() !== '');
  return [...said(sender).map((text, index) => line(text, index === 0 ? 'Lead' : 'Small')), new Paragraph(''), ...said(recipient).map((text) => line(text, 'Normal')), new Paragraph({ text: fileText(day), alignment: AlignmentType.RIGHT })];
}

function headBlocks({ headline, facts }: DocumentModel): readonly DocxBlock[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(fileText(headline))] }),
    ...facts.map(({ label, words }) => new Paragraph({ tabStops: [{ type: TabStopType.LEFT, position: 2_000 }], children: [new TextRun({ text: `${fileText(label)}\t`, color: '475156' }), ...textRuns(words)] })),
  ];
}
