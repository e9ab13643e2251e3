import { familySize, type DocumentPaper } from '#shared/interchange/documents/document.ts';

/**
 * How documents look, on paper and on the screen. Every page has its margins, and in them who it is about, by whom and when, and which page of how many it
 * is. Nothing is told by colour alone, so that a fax or a copy says the same.
 *
 * `furniture` is text that others wrote: it comes in as escaped CSS strings (`cssString`).
 */
export function documentStyle(paper: DocumentPaper, fontFaces: string, furniture: { readonly head: string; readonly headRight: string; readonly foot: string }): string {
  const size = paper === 'a4' ? 'A4' : 'letter';
  return `${fontFaces}
@page {
  size: ${size} portrait; margin: 17mm 16mm 16mm;
  @top-left { content: ${furniture.head}; ${marginText} }
  @top-right { content: ${furniture.headRight}; ${marginText} }
  @bottom-left { content: ${furniture.foot}; ${marginText} }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); ${marginText} white-space: nowrap; }
}
@page :first { @top-left { content: ""; } @top-right { content: ""; } }
@page sideways { size: ${size} landscape; margin: 17mm 16mm 16mm; }
${sheetStyle}`;
}

const fontStack = `Inter, 'Helvetica Neue', 'Noto Sans', 'Noto Sans CJK SC', 'DejaVu Sans', Arial, 'PingFang SC', 'Microsoft YaHei', 'Hiragino Sans', sans-serif`;
const marginText = `font: 400 7.6pt/1.3 ${fontStack}; color: #475156;`;

/** Colours are the light tones of the tokens: ink, ink-2, ink-3, line-2. */
const sheetStyle = `
*, *::before, *::after { box-sizing: border-box; }
html { color: #1C2225; background: #FFFFFF; font: 400 9.2pt/1.42 ${fontStack}; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; overflow-wrap: break-word; }
h1, h2, h3, p, ul, dl, dd, dt, table { margin: 0; padding: 0; }
h1 { font-size: 15pt; font-weight: 600; letter-spacing: -.01em; line-height: 1.25; }
main > h2 { font-size: 10.4pt; font-weight: 600; line-height: 1.3; margin: 3.8mm 0 1mm; padding-top: 1.6mm; border-top: .6pt solid #8B877F; break-after: avoid; }
main.for-family { zoom: ${String(familySize)}; }
h3 { font-size: 9.2pt; font-weight: 600; margin: 2.6mm 0 .8mm; break-after: avoid; }
p { orphans: 3; widows: 3; white-space: pre-line; }
p + p { margin-top: 1.6mm; }
b { font-weight: 600; }
i { font-style: normal; color: #475156; }
ul { padding-left: 4.2mm; }
ul.short { break-inside: avoid; }
li + li { margin-top: .7mm; }
.letterhead { border-bottom: .6pt solid #8B877F; padding-bottom: 2.4mm; margin-bottom: 6mm; color: #475156; }
.letterhead span, .address span { display: block; white-space: pre-line; }
.letterhead span:first-child { color: #1C2225; font-size: 11.4pt; font-weight: 600; }
.day { text-align: right; margin: 0 0 5mm; }
.address + .day { margin-top: -1lh; }
.letterhead ~ .top { border-bottom: 0; padding-bottom: 0; }
.letterhead ~ .top h1 { font-size: 10.4pt; }
.letterhead ~ .top + p { margin-top: 3mm; }
main > .letterhead ~ h2 { font-size: 9.4pt; border-top: 0; padding-top: 0; margin: 3.4mm 0 .6mm; }
.top { border-bottom: 1.1pt solid #1C2225; padding-bottom: 2.6mm; }
.facts { display: grid; grid-template-columns: max-content 1fr; column-gap: 4mm; row-gap: .4mm; margin-top: 1.6mm; }
.top .facts { grid-template-columns: max-content 1fr max-content 1fr; }
.facts dt { color: #475156; }
.lead { font-size: 11.6pt; line-height: 1.42; }
.top + h2 { border-top: 0; padding-top: 0; margin-top: 3.4mm; }
.small { font-size: 8pt; color: #475156; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 8.8pt; line-height: 1.38; }
p.caption { font-size: 8pt; color: #475156; padding-bottom: .4mm; break-after: avoid; }
p.caption + table { margin-top: 0; }
thead { display: table-header-group; break-after: avoid; }
tbody tr:first-child, tbody tr:nth-child(2), tbody tr:last-child { break-before: avoid; }
table.whole { break-inside: avoid; }
th, td { text-align: left; font-weight: 400; hyphens: auto; vertical-align: top; padding: .8mm 2.4mm .8mm 0; border-bottom: .5pt solid #CDC7BC; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 400; color: #475156; border-bottom: .8pt solid #8B877F; font-size: 8pt; }
tr { break-inside: avoid; }
tr.tall { break-inside: auto; }
.num { text-align: right; font-variant-numeric: tabular-nums; }
th span, td span { display: block; white-space: pre-line; }
table + *, ul + *, .signature + *, p + table, p + ul { margin-top: 2.4mm; }
.figure { break-inside: avoid; margin: 1.6mm 0; }
.figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
.figure p.caption { padding-bottom: 1.6mm; }
.own-page { page: sideways; break-before: page; break-after: page; margin: 0; }
.signature { break-before: avoid; break-inside: avoid; margin-top: 3mm; }
.signature + .small, table + .small { break-before: avoid; }
.signature::before { content: ""; display: block; width: 62mm; height: 13mm; border-bottom: .6pt solid #1C2225; margin-bottom: 1.4mm; }
.signature span { display: block; }
main > :last-child.own-page { break-after: auto; }
@media screen {
  body { padding: 10mm 12mm 14mm; max-width: 206mm; margin: 0 auto; }
  .own-page { margin: 8mm 0; }
}`;
