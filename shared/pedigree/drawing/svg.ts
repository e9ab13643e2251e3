import { assertNever } from '#shared/base/assert-never.ts';
import { boxOfMark } from '#shared/pedigree/drawing/figure-box.ts';
import { dashLengths, patternIds, type ConditionColour, type Mark, type Paint, type PatternId, type Stroke } from '#shared/pedigree/drawing/figure.ts';
import { polygonPath, polylinePath, sectorPath, shortNumber } from '#shared/pedigree/drawing/mark-path.ts';
import { pedigreePages, type Page, type PagePart, type Paper, type PedigreeSheet } from '#shared/pedigree/drawing/paper.ts';
import { patternTiles } from '#shared/pedigree/drawing/patterns.ts';

export const svgThemes = ['colour', 'black-and-white'] as const;
type SvgTheme = (typeof svgThemes)[number];

interface SvgChoices {
  readonly paper: Paper;
  readonly theme: SvgTheme;
}

/**
 * `idPrefix` keeps the patterns and clips of several drawings in one page of HTML apart. `textGround`: how text stays legible over a line, by a rim of paper
 * round its letters, or by a box of paper behind it, which a PDF can hold as one text and not as two.
 */
interface SvgLook {
  readonly theme: SvgTheme;
  readonly idPrefix: string;
  readonly textGround: 'rim' | 'box';
}

/**
 * One family or several as one self-contained SVG document: no script, no style sheet, nothing from elsewhere. Pages stand one below the other.
 *
 * What is written comes from files of strangers: it goes through `escaped` and can become neither an element nor an attribute.
 */
export function pedigreeSvg(sheets: readonly PedigreeSheet[], { paper, theme }: SvgChoices): string {
  const look: SvgLook = { theme, idPrefix: '', textGround: 'rim' };
  const pages = sheets.flatMap((sheet) => pedigreePages(sheet, paper));
  const [width, height] = [Math.max(1, ...pages.map((page) => page.width)), pages.reduce((sum, page) => sum + page.height, 0)];
  let y = 0;
  const bodies = pages.map((page, index) => {
    const body = `<g transform="translate(0 ${shortNumber(y)})">${pageBody(page, look, index)}</g>`;
    y += page.height;
    return body;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgElement(sheets, { width, height, paper }, look, bodies.join('\n'))}`;
}

/** One page of one family as an SVG element to stand in HTML or in a file of its own, as wide and high as its marks. */
export function pedigreePageSvg(sheet: PedigreeSheet, page: Page, look: SvgLook): string {
  return svgElement([sheet], page, look, pageBody(page, look, 0));
}

/** Light tones of the tokens `--c1` to `--c6`, `--ink` and `--ink-3`; on a fax everything is black. */
export const svgColours: Readonly<Record<SvgTheme, { readonly ink: string; readonly soft: string; readonly paper: string; readonly conditions: Readonly<Record<ConditionColour, string>> }>> = {
  colour: { ink: '#1C2225', soft: '#60696E', paper: '#FFFFFF', conditions: { 1: '#0072B2', 2: '#D55E00', 3: '#B0608E', 4: '#00805D', 5: '#B37B00', 6: '#3F87B5' } },
  'black-and-white': { ink: '#000000', soft: '#444444', paper: '#FFFFFF', conditions: { 1: '#000000', 2: '#000000', 3: '#000000', 4: '#000000', 5: '#000000', 6: '#000000' } },
};

const fontFamily = "'Inter Variable', Inter, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";
/** Rim of paper round marks that lie over others; wider round the large letters inside a symbol, which stand on a fill. */
const lineHalo = 2.6;
const textHalo = (size: number): number => (size >= 14 ? 5 : 3);

function svgElement(sheets: readonly PedigreeSheet[], { width, height, paper }: Omit<Page, 'parts'>, look: SvgLook, body: string): string {
  const measure = (pixels: number): string => (paper === 'fit' ? shortNumber(pixels) : `${shortNumber((pixels / 96) * 25.4)}mm`);
  const marks = sheets.flatMap((sheet) => [...sheet.figure.marks, ...sheet.legend.flatMap(({ swatch }) => swatch)]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${measure(width)}" height="${measure(height)}" viewBox="0 0 ${shortNumber(width)} ${shortNumber(height)}" role="img" aria-labelledby="${look.idPrefix}pedigree-title ${look.idPrefix}pedigree-description" font-family="${escaped(fontFamily)}" font-variant-numeric="tabular-nums">`,
    `<title id="${look.idPrefix}pedigree-title">${escaped(sheets.length === 1 ? (sheets[0]?.figure.title ?? '') : `Pedigrees of ${String(sheets.length)} families`)}</title>`,
    `<desc id="${look.idPrefix}pedigree-description">${escaped(sheets.map(({ figure }) => figure.description).join(' '))}</desc>`,
    `<defs>${patternDefinitions(marks, look)}</defs>`,
    `<rect width="${shortNumber(width)}" height="${shortNumber(height)}" fill="${svgColours[look.theme].paper}"/>`,
    body,
    '</svg>',
  ].join('\n');
}

function pageBody({ parts }: Page, look: SvgLook, page: number): string {
  return parts.map((part, index) => partBody(part, look, `${look.idPrefix}clip-${String(page)}-${String(index)}`)).join('\n');
}

function partBody({ marks, scale, x, y, clip }: PagePart, look: SvgLook, clipId: string): string {
  const shapes = joinedLines(marks).map((joined) => ('kind' in joined ? markSvg(joined, look) : `<path d="${joined.d}"${strokeAttributes(joined.stroke, look.theme)}/>`));
  const group = `<g transform="translate(${shortNumber(x)} ${shortNumber(y)})${scale === 1 ? '' : ` scale(${String(Math.round(scale * 1e5) / 1e5)})`}" stroke-linecap="round" stroke-linejoin="round" fill="none">${shapes.join('\n')}</g>`;
  if (clip === null) return group;
  return `<clipPath id="${clipId}"><rect x="${shortNumber(clip.left)}" y="${shortNumber(clip.top)}" width="${shortNumber(clip.right - clip.left)}" height="${shortNumber(clip.bottom - clip.top)}"/></clipPath><g clip-path="url(#${clipId})">${group}</g>`;
}

interface JoinedLines {
  readonly stroke: Stroke;
  readonly d: string;
}

/** Plain lines of one stroke that follow each other become one path: painted one by one, they would be darker where they meet. */
function joinedLines(marks: readonly Mark[]): readonly (Mark | JoinedLines)[] {
  const result: (Mark | JoinedLines)[] = [];
  for (const mark of marks) {
    if ((mark.kind !== 'line' && mark.kind !== 'polyline') || mark.stroke === null || mark.hasHalo) {
      result.push(mark);
      continue;
    }
    const d = polylinePath(mark.kind === 'line' ? [mark.from, mark.to] : mark.points);
    const last = result.at(-1);
    if (last !== undefined && !('kind' in last) && isSameStroke(last.stroke, mark.stroke)) result[result.length - 1] = { ...last, d: last.d + d };
    else result.push({ stroke: mark.stroke, d });
  }
  return result;
}

const isSameStroke = (first: Stroke, second: Stroke): boolean => first.width === second.width && first.isDashed === second.isDashed && first.tone === second.tone;

function markSvg(mark: Mark, look: SvgLook): string {
  const { theme } = look;
  switch (mark.kind) {
    case 'line':
      return stroked(`d="${polylinePath([mark.from, mark.to])}"`, mark, theme);
    case 'polyline':
      return stroked(`d="${polylinePath(mark.points)}"`, mark, theme);
    case 'polygon':
      return `<path d="${polygonPath(mark.points)}"${fillAttribute(mark.fill, look)}${strokeAttributes(mark.stroke, theme)}/>`;
    case 'circle':
      return `<circle cx="${shortNumber(mark.centre.x)}" cy="${shortNumber(mark.centre.y)}" r="${shortNumber(mark.radius)}"${fillAttribute(mark.fill, look)}${strokeAttributes(mark.stroke, theme)}/>`;
    case 'sector':
      return `<path d="${sectorPath(mark)}"${fillAttribute(mark.fill, look)}${strokeAttributes(mark.stroke, theme)}/>`;
    case 'text': {
      const { ink, soft, paper } = svgColours[theme];
      const halo = mark.hasHalo && look.textGround === 'rim' ? ` stroke="${paper}" stroke-width="${String(textHalo(mark.size))}" paint-order="stroke"` : '';
      const ground = mark.hasHalo && look.textGround === 'box' ? textBox(mark, paper) : '';
      const anchor = mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
      const [bold, rest] = [mark.text.slice(0, mark.boldLength), mark.text.slice(mark.boldLength)];
      return `${ground}<text x="${shortNumber(mark.at.x)}" y="${shortNumber(mark.at.y)}"${anchor} font-size="${shortNumber(mark.size)}" fill="${mark.tone === 'ink' ? ink : soft}"${halo}>${bold === '' ? '' : `<tspan font-weight="600">${escaped(bold)}</tspan>`}${escaped(rest)}</text>`;
    }
    default:
      return assertNever(mark);
  }
}

function textBox(mark: Mark, paper: string): string {
  const { left, top, right, bottom } = boxOfMark(mark);
  return `<rect x="${shortNumber(left - 1)}" y="${shortNumber(top + 1)}" width="${shortNumber(right - left + 2)}" height="${shortNumber(bottom - top - 2)}" fill="${paper}"/>`;
}

function stroked(shape: string, { stroke, hasHalo }: { readonly stroke: Stroke | null; readonly hasHalo: boolean }, theme: SvgTheme): string {
  const halo = hasHalo && stroke !== null ? `<path ${shape} stroke="${svgColours[theme].paper}" stroke-width="${shortNumber(stroke.width + lineHalo)}" stroke-linecap="butt"/>` : '';
  return `${halo}<path ${shape}${strokeAttributes(stroke, theme)}/>`;
}

function strokeAttributes(stroke: Stroke | null, theme: SvgTheme): string {
  if (stroke === null) return '';
  const dash = stroke.isDashed ? ` stroke-dasharray="${dashLengths.join(' ')}" stroke-linecap="butt"` : '';
  return ` stroke="${stroke.tone === 'ink' ? svgColours[theme].ink : svgColours[theme].soft}" stroke-width="${shortNumber(stroke.width)}"${dash}`;
}

function fillAttribute(fill: Paint | null, { theme, idPrefix }: SvgLook): string {
  if (fill === null) return '';
  const { ink, paper, conditions } = svgColours[theme];
  if (fill.kind === 'condition') return fill.pattern === 'solid' ? ` fill="${conditions[fill.colour]}"` : ` fill="url(#${idPrefix}${patternName(fill.colour, fill.pattern)})"`;
  return ` fill="${fill.kind === 'paper' ? paper : ink}"`;
}

const patternName = (colour: ConditionColour, pattern: PatternId): string => `fill-${String(colour)}-${pattern}`;

function patternDefinitions(marks: readonly Mark[], { theme, idPrefix }: SvgLook): string {
  const used = new Map<string, { readonly colour: ConditionColour; readonly pattern: PatternId }>();
  for (const mark of marks) {
    const fill = 'fill' in mark ? mark.fill : null;
    if (fill?.kind === 'condition' && fill.pattern !== 'solid') used.set(patternName(fill.colour, fill.pattern), fill);
  }
  const ordered = [...used].toSorted(([, first], [, second]) => first.colour - second.colour || patternIds.indexOf(first.pattern) - patternIds.indexOf(second.pattern));
  return ordered.map(([name, { colour, pattern }]) => patternDefinition(idPrefix + name, pattern, svgColours[theme].conditions[colour], svgColours[theme].paper)).join('');
}

function patternDefinition(name: string, pattern: PatternId, colour: string, paper: string): string {
  const { size, wash, lineWidth, lines, dots, squares, rings } = patternTiles[pattern];
  const shapes = [
    `<rect width="${String(size)}" height="${String(size)}" fill="${paper}"/>`,
    ...(wash > 0 ? [`<rect width="${String(size)}" height="${String(size)}" fill="${colour}" fill-opacity="${String(wash)}"/>`] : []),
    ...lines.map(([x1, y1, x2, y2]) => `<path d="M${String(x1)} ${String(y1)}L${String(x2)} ${String(y2)}" stroke="${colour}" stroke-width="${String(lineWidth)}"/>`),
    ...dots.map(([x, y, radius]) => `<circle cx="${String(x)}" cy="${String(y)}" r="${String(radius)}" fill="${colour}"/>`),
    ...squares.map(([x, y, side]) => `<rect x="${String(x)}" y="${String(y)}" width="${String(side)}" height="${String(side)}" fill="${colour}"/>`),
    ...rings.map(([x, y, radius]) => `<circle cx="${String(x)}" cy="${String(y)}" r="${String(radius)}" fill="none" stroke="${colour}" stroke-width="${String(lineWidth)}"/>`),
  ];
  return `<pattern id="${name}" width="${String(size)}" height="${String(size)}" patternUnits="userSpaceOnUse">${shapes.join('')}</pattern>`;
}

/** Text as XML content or attribute value. Characters that XML 1.0 forbids (section 2.2) are left out: one would make the file unreadable. */
function escaped(text: string): string {
  return [...text].filter(isXmlCharacter).join('').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&apos;');
}

function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}
