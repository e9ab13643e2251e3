// Draws the share of published patients whose diagnosis each method puts among the first 1, 3 and 10, for the README.
// usage: node tests/bench/ranking/draw-figure.ts [every Nth case]; writes renderer/assets/ranking.svg
import { writeFileSync } from 'node:fs';
import { type HitRates } from '#tests/bench/ranking/hit-rates.ts';
import { measureRanking, type MethodFigures } from '#tests/bench/ranking/ranking-bench.ts';

const target = 'renderer/assets/ranking.svg';
const width = 900;
const rowHeight = 30;
const labelWidth = 230;
const barWidth = 260;
const gap = 64;
const top = 74;
/** First ten, first three, first: drawn over each other. The same three tones of one hue, told apart by lightness. */
const tones = { top10: '#c3d3e8', top3: '#7f9dc9', top1: '#274d86' } as const;
const panels = [
  { regime: 'R1', title: 'Annotations of 2025-05-06' },
  { regime: 'R2', title: 'Annotations of 2023-01-27 (most patients are later)' },
] as const;

const measured = measureRanking(Number(process.argv[2] ?? '1'), ['as published']);
if (measured === null) throw new Error('the reference data is absent');
writeFileSync(target, draw(measured.methods));

function draw(figures: readonly MethodFigures[]): string {
  const methods = [...new Set(figures.map((one) => one.method))];
  const height = top + methods.length * rowHeight + 60;
  const rows = methods.map((method, row) => drawRow(method, top + row * rowHeight, figures)).join('');
  const heads = panels.map(({ title }, panel) => text(leftOf(panel), top - 16, title, 12, 'start', '#333')).join('');
  const cases = Math.max(...figures.map((one) => one.rates.covered.cases));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif">
<title>Share of published patients whose diagnosis stands among the first 1, 3 and 10</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${text(16, 26, 'Diagnosis among the first 1, 3 and 10 of all OMIM diseases, by phenotype alone (% of patients)', 14, 'start', '#111')}${heads}${rows}${text(16, height - 32, `Up to ${cases} published patients whose disease is annotated. The weights of Nostos were learned on such patients;`, 11, 'start', '#555')}${text(16, height - 16, 'its figures cross-validated by disease stand in tests/bench/ranking/NOTEBOOK.md.', 11, 'start', '#555')}</svg>
`;
}

function drawRow(method: string, y: number, figures: readonly MethodFigures[]): string {
  const bars = panels.map(({ regime }, panel) => {
    const found = figures.find((one) => one.method === method && one.regime === regime);
    return found === undefined ? '' : drawBar(leftOf(panel), y, found.rates.covered);
  });
  return text(16, y + 15, method, 12, 'start', '#111') + bars.join('');
}

function drawBar(x: number, y: number, rates: HitRates): string {
  const bars = (['top10', 'top3', 'top1'] as const).map((name) => `<rect x="${x}" y="${y + 2}" width="${((rates[name] / 100) * barWidth).toFixed(1)}" height="18" fill="${tones[name]}"/>\n`).join('');
  const numbers = [rates.top1, rates.top3, rates.top10].map((rate) => rate.toFixed(0)).join(' / ');
  return bars + text(x + barWidth + 34, y + 15, numbers, 11, 'end', '#111');
}

function leftOf(panel: number): number {
  return labelWidth + panel * (barWidth + gap);
}

function text(x: number, y: number, words: string, size: number, anchor: 'start' | 'end', fill: string): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${fill}">${safe}</text>\n`;
}
