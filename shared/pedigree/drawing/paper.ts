import { boxOf, boxOfMark } from '#shared/pedigree/drawing/figure-box.ts';
import { line, softStroke, textMark, type Box, type Mark, type MarkOwner, type PedigreeFigure } from '#shared/pedigree/drawing/figure.ts';
import { headerMarks, type HeaderEntry } from '#shared/pedigree/drawing/header.ts';
import { legendMarks, type LegendEntry } from '#shared/pedigree/drawing/legend.ts';

export const papers = ['fit', 'a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** A drawing with all that has to be read with it. */
export interface PedigreeSheet {
  readonly figure: PedigreeFigure;
  readonly title: string;
  readonly header: readonly HeaderEntry[];
  readonly legend: readonly LegendEntry[];
  readonly abbreviations: readonly string[];
}

/** Marks on a page: scaled about 0, 0, then moved; what lies outside the clip, in page coordinates, is not shown. */
export interface PagePart {
  readonly marks: readonly Mark[];
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly clip: Box | null;
}

/** Room for a drawing within a document, which has a header and margins of its own, in CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels, 96 an inch. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly paper: Paper;
  readonly parts: readonly PagePart[];
}

const perMillimetre = 96 / 25.4;
/** ISO 216 A4, 210 by 297 mm; ANSI letter, 8.5 by 11 inches. */
const paperSizes: Readonly<Record<Exclude<Paper, 'fit'>, readonly [number, number]>> = { a4: [210 * perMillimetre, 297 * perMillimetre], letter: [816, 1056] };
const margin = 38;
const blockGap = 24;
/** A drawing smaller than this has text below 5 points, which nobody reads: it is told over several pages. */
const smallestScale = 0.56;
const tileScale = 0.8;
/** So much is on both pages where a drawing is cut, which is more than a symbol with its text is wide. */
const tileOverlap = 140;
const largestScale = 1.15;
const narrowestFit = 420;

const owner: MarkOwner = { kind: 'page', key: 'page' };

/**
 * The sheet on paper. It turns the paper as the drawing is wider or higher. A family too large for one page gets an overview with header and legend first, and
 * then its parts at a size that can be read, each with some of its neighbours on it.
 */
export function pedigreePages(sheet: PedigreeSheet, paper: Paper): readonly Page[] {
  if (paper === 'fit') return [fittedPage(sheet)];
  const [short, long] = paperSizes[paper];
  const choices = [framedPage(sheet, paper, long, short), framedPage(sheet, paper, short, long)];
  const best = choices.toSorted((first, second) => second.scale - first.scale)[0];
  if (best === undefined) return [];
  if (best.scale >= smallestScale) return [best.page];
  return [best.page, ...tilesOf(sheet, { paper, width: best.page.width, height: best.page.height, margin })];
}

/** Drawing and legend in a room, and no larger than drawn; null where it would be smaller than asked, or so small that nobody could read it. */
export function pedigreeInRoom(sheet: PedigreeSheet, room: Room, leastScale = smallestScale): Page | null {
  const { page, scale } = roomPage(sheet, room);
  return scale >= Math.max(leastScale, smallestScale) ? page : null;
}

/** For a room of a whole page: the drawing with its legend, and where that is too small to be read, after it its parts. */
export function pedigreePagesInRoom(sheet: PedigreeSheet, room: Room): readonly Page[] {
  const { page, scale } = roomPage(sheet, room);
  return scale >= smallestScale ? [page] : [page, ...tilesOf(sheet, { paper: 'fit', ...room, margin: 0 })];
}

function roomPage(sheet: PedigreeSheet, { width, height }: Room): { readonly page: Page; readonly scale: number } {
  const { box } = sheet.figure;
  const { legend, legendHeight } = frameMarks(sheet, width);
  const [drawnWidth, drawnHeight] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  const scale = Math.min(1, width / drawnWidth, Math.max(60, height - legendHeight) / drawnHeight);
  const drawn = drawnHeight * scale;
  const parts = [{ marks: sheet.figure.marks, scale, x: (width - drawnWidth * scale) / 2 - box.left * scale, y: -box.top * scale, clip: null }, part(legend, 0, drawn + blockGap)];
  return { page: { width, height: drawn + legendHeight, paper: 'fit', parts }, scale };
}

function fittedPage(sheet: PedigreeSheet): Page {
  const { box } = sheet.figure;
  const width = Math.max(narrowestFit, box.right - box.left);
  const { header, legend, headerHeight, legendHeight } = frameMarks(sheet, width);
  const drawingTop = margin + headerHeight;
  const height = drawingTop + box.bottom - box.top + legendHeight + margin;
  return {
    width: width + 2 * margin,
    height,
    paper: 'fit',
    parts: [
      part(header, margin, margin),
      part(sheet.figure.marks, margin - box.left + (width - (box.right - box.left)) / 2, drawingTop - box.top),
      part(legend, margin, height - margin - legendHeight + blockGap),
    ],
  };
}

/** Header above, legend below, the drawing as large as there is room between. */
function framedPage(sheet: PedigreeSheet, paper: Paper, width: number, height: number): { readonly page: Page; readonly scale: number } {
  const { box } = sheet.figure;
  const inner = width - 2 * margin;
  const { header, legend, headerHeight, legendHeight } = frameMarks(sheet, inner);
  const room = Math.max(60, height - 2 * margin - headerHeight - legendHeight);
  const [drawnWidth, drawnHeight] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  const scale = Math.min(largestScale, inner / drawnWidth, room / drawnHeight);
  const x = margin + (inner - drawnWidth * scale) / 2 - box.left * scale;
  const y = margin + headerHeight + (room - drawnHeight * scale) * 0.4 - box.top * scale;
  const parts = [part(header, margin, margin), { marks: sheet.figure.marks, scale, x, y, clip: null }, part(legend, margin, height - margin - legendHeight + blockGap)];
  return { page: { width, height, paper, parts }, scale };
}

interface FrameMarks {
  readonly header: readonly Mark[];
  readonly legend: readonly Mark[];
  readonly headerHeight: number;
  readonly legendHeight: number;
}

function frameMarks(sheet: PedigreeSheet, width: number): FrameMarks {
  const header = headerMarks(sheet.title, sheet.header, width);
  const legend = legendMarks(sheet.legend, sheet.abbreviations, width);
  const headerFoot = boxOf(header).bottom + 10;
  const rule = (y: number): Mark => line(owner, 'rule', { x: 0, y }, { x: width, y }, softStroke);
  return {
    header: [...header, rule(headerFoot)],
    legend: legend.length === 0 ? [] : [rule(-10), ...legend],
    headerHeight: headerFoot + blockGap,
    legendHeight: legend.length === 0 ? 0 : boxOf(legend).bottom + blockGap,
  };
}

interface TileFrame extends Room {
  readonly paper: Paper;
  readonly margin: number;
}

function tilesOf({ figure, title }: PedigreeSheet, { paper, width, height, margin }: TileFrame): readonly Page[] {
  const { box } = figure;
  const heading = 26;
  const [innerWidth, innerHeight] = [width - 2 * margin, height - 2 * margin - heading];
  const across = tileStarts(box.left, box.right, innerWidth / tileScale);
  const down = tileStarts(box.top, box.bottom, innerHeight / tileScale);
  const count = across.length * down.length;
  const boxes = figure.marks.map((mark) => ({ mark, at: boxOfMark(mark) }));
  const within = (left: number, top: number): readonly Mark[] => boxes.filter(({ at }) => at.right >= left && at.left <= left + innerWidth / tileScale && at.bottom >= top && at.top <= top + innerHeight / tileScale).map(({ mark }) => mark);
  return down.flatMap((top, row) =>
    across.map((left, column): Page => {
      const label = `${title}, part ${String(row * across.length + column + 1)} of ${String(count)}${count > 1 ? `: row ${String(row + 1)}, column ${String(column + 1)}` : ''}`;
      return {
        width,
        height,
        paper,
        parts: [
          part([textMark(owner, 'page-text', label, { x: 0, y: 11 }, { size: 11, tone: 'soft' })], margin, margin),
          { marks: within(left, top), scale: tileScale, x: margin - left * tileScale, y: margin + heading - top * tileScale, clip: { left: margin, top: margin + heading, right: width - margin, bottom: height - margin } },
        ],
      };
    }),
  );
}

/** Beginnings of equal, overlapping pieces that cover a length. */
function tileStarts(from: number, to: number, length: number): readonly number[] {
  const whole = to - from;
  const count = whole <= length ? 1 : Math.ceil((whole - tileOverlap) / (length - tileOverlap));
  return Array.from({ length: count }, (_, index) => from + (count === 1 ? (whole - length) / 2 : (index * (whole - length)) / (count - 1)));
}

const part = (marks: readonly Mark[], x: number, y: number): PagePart => ({ marks, scale: 1, x, y, clip: null });
