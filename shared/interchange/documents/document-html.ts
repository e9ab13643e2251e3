import { assertNever } from '#shared/base/assert-never.ts';
import { documentStyle } from '#shared/interchange/documents/document-style.ts';
import { fileText, isBlank, mostLinesTogether, mostRowsTogether, runsOf, type Block, type Cell, type DocumentModel, type Fact, type Figure, type Letterhead, type Run, type Words } from '#shared/interchange/documents/document.ts';

/*
 * Stops: a name, a note or a file of a stranger from becoming part of the page: a script, an address that is called, an element or a style. Every word of
 * the document goes through `escapedHtml`, or, where it stands in the margins of a page, through `cssString`. The page also forbids itself everything that it
 * does not need: no scripts, no connections, no pictures from elsewhere, no frames, no forms.
 */

/** The document as one file of HTML that needs nothing else. The same is shown, printed to PDF and given away. */
export function documentHtml(model: DocumentModel, fontFaces: string): string {
  const furniture = { head: cssString(model.furniture.head), headRight: cssString(model.furniture.headRight), foot: cssString(model.furniture.foot) };
  return [
    '<!doctype html>',
    `<html lang="${escapedHtml(model.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width">',
    ...(model.properties.author === '' ? [] : [`<meta name="author" content="${escapedHtml(model.properties.author)}">`]),
    `<meta name="description" content="${escapedHtml(model.properties.subject)}">`,
    `<title>${escapedHtml(model.title)}</title>`,
    `<style>${documentStyle(model.paper, fontFaces, furniture)}</style>`,
    '</head>',
    '<body>',
    model.reader === 'family' ? '<main class="for-family">' : '<main>',
    ...(model.letterhead === null ? [] : [letterheadHtml(model.letterhead)]),
    `<header class="top"><h1>${escapedHtml(model.headline)}</h1>${factsHtml(model.facts)}</header>`,
    ...model.blocks.map(blockHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Text as content or attribute value of HTML. */
export function escapedHtml(text: string): string {
  return fileText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** Text as a string of CSS within a style element: everything but plain letters and figures by its number, so that nothing in it can end string, rule or element. */
export function cssString(text: string): string {
  const characters = [...fileText(text)].map((character) => (/^[A-Za-z0-9 ]$/.test(character) ? character : `\\${(character.codePointAt(0) ?? 0x20).toString(16)} `));
  return `"${characters.join('')}"`;
}

function letterheadHtml({ sender, recipient, day }: Letterhead): string {
  const lines = (texts: readonly string[]): string => texts.filter((text) => text.trim() !== '').map((text) => `<span>${escapedHtml(text)}</span>`).join('');
  return `<div class="letterhead">${lines(sender)}</div><div class="address">${lines(recipient)}</div><p class="day">${escapedHtml(day)}</p>`;
}

function factsHtml(facts: readonly Fact[]): string {
  if (facts.length === 0) return '';
  return `<dl class="facts">${facts.map(({ label, words }) => `<dt>${escapedHtml(label)}</dt><dd>${wordsHtml(words)}</dd>`).join('')}</dl>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${String(block.level)}>${escapedHtml(block.text)}</h${String(block.level)}>`;
    case 'paragraph':
      return `<p${block.look === 'body' ? '' : ` class="${block.look}"`}>${wordsHtml(block.words)}</p>`;
    case 'list':
      return `<ul${block.items.length > mostLinesTogether ? '' : ' class="short"'}>${block.items.map((item) => `<li>${wordsHtml(item)}</li>`).join('')}</ul>`;
    case 'table':
      return tableHtml(block);
    case 'facts':
      return factsHtml(block.facts);
    case 'figure':
      return figureHtml(block);
    case 'signature':
      return `<div class="signature">${block.lines.map((line) => `<span>${escapedHtml(line)}</span>`).join('')}</div>`;
    default:
      return assertNever(block);
  }
}


function tableHtml({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const look = (index: number): string => (columns[index]?.isNumeric === true ? ' class="num"' : '');
  const head = columns.map(({ label }, index) => `<th scope="col"${look(index)}>${escapedHtml(label)}</th>`).join('');
  const row = (cells: readonly Cell[]): string => {
    const isTall = cells.some((cell) => cell.length > mostLinesTogether);
    return `<tr${isTall ? ' class="tall"' : ''}>${cells.map((cell, index) => (index === 0 ? `<th scope="row"${look(index)}>${cellHtml(cell)}</th>` : `<td${look(index)}>${cellHtml(cell)}</td>`)).join('')}</tr>`;
  };
  const whole = rows.length > mostRowsTogether ? '' : ' class="whole"';
  return [
    // A caption element could be left alone at the foot of a page; a paragraph stays with what follows it.
    caption === '' ? `<table${whole}>` : `<p class="caption">${escapedHtml(caption)}</p><table${whole} aria-label="${escapedHtml(caption)}">`,
    `<colgroup>${columns.map(({ share }) => `<col style="width:${String(share)}%">`).join('')}</colgroup>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>${rows.map(row).join('\n')}</tbody>`,
    '</table>',
  ].join('');
}

const cellHtml = (cell: Cell): string => {
  const lines = cell.filter((words) => !isBlank(words));
  return lines.length === 1 && lines[0] !== undefined ? wordsHtml(lines[0]) : lines.map((words) => `<span>${wordsHtml(words)}</span>`).join('');
};

/** Its caption stands beside the picture and not within it: in a PDF each element that counts as a picture is read aloud with words of its own. */
function figureHtml({ svg, alt, caption, place }: Figure): string {
  const said = caption === '' ? '' : `<p class="caption">${escapedHtml(caption)}</p>`;
  return `<div class="figure${place === 'page' ? ' own-page' : ''}">${said}<div role="img" aria-label="${escapedHtml(alt)}">${svg}</div></div>`;
}

const wordsHtml = (words: Words): string => runsOf(words).map(runHtml).join('');

function runHtml({ text, look }: Run): string {
  if (look === 'plain') return escapedHtml(text);
  return look === 'strong' ? `<b>${escapedHtml(text)}</b>` : `<i>${escapedHtml(text)}</i>`;
}
