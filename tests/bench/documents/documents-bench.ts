import { docxOf } from '#electron/backend/exports/docx-file.ts';
import { htmlOf } from '#electron/backend/exports/html-writer.ts';
import { findChromium, howToGetChromium } from '#electron/backend/pdf/find-chromium.ts';
import { chromiumPrinter } from '#electron/backend/pdf/print-by-chromium.ts';
import { caseSummary } from '#shared/interchange/documents/case-summary.ts';
import type { SummarySource } from '#shared/interchange/documents/summary-source.ts';
import type { Bench } from '#tests/bench/bench.ts';
import { aSummarySource, fullFile, largeFamily } from '#tests/builders/a-summary-source.ts';

/** How long a clinician waits for the preview, the PDF and the Word file of a full case: with a small family, and with sixty people. */
export const documentsBench: Bench = {
  name: 'documents',
  run: async ({ quick }) => {
    const executable = findChromium();
    if (executable === null) throw new Error(howToGetChromium);
    const print = chromiumPrinter(executable);
    const rows = [];
    for (const [name, source] of Object.entries({ '5 people': aSummarySource(), '60 people': aSummarySource({ file: fullFile(largeFamily()) }) } satisfies Readonly<Record<string, SummarySource>>)) {
      const html = await timed(quick, async () => htmlOf(caseSummary(source)));
      const page = htmlOf(caseSummary(source));
      const pdf = await timed(quick, async () => {
        const printed = await print(page);
        if (!printed.ok) throw new Error(printed.error.message);
      });
      const word = await timed(quick, async () => await docxOf(caseSummary(source)));
      rows.push({ case: name, preview: html, pdf, word });
    }
    const line = (cells: readonly string[]): string => cells.map((cell, index) => (index === 0 ? cell.padEnd(14) : cell.padStart(18))).join('');
    const said = ({ median, slowest }: Timing): string => `${String(Math.round(median))} (${String(Math.round(slowest))})`;
    return {
      table: ['Milliseconds, median of several (slowest); the aim for a PDF is 3000', line(['full case', 'preview, HTML', 'PDF', 'Word']), ...rows.map((row) => line([row.case, said(row.preview), said(row.pdf), said(row.word)]))].join('\n'),
      json: rows,
    };
  },
};

interface Timing {
  readonly median: number;
  readonly slowest: number;
}

/** The first time is not counted: it loads fonts and programs. */
async function timed(quick: boolean, work: () => Promise<unknown>): Promise<Timing> {
  await work();
  const times: number[] = [];
  for (let index = 0; index < (quick ? 3 : 9); index += 1) {
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
  }
  const sorted = times.toSorted((first, second) => first - second);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, slowest: sorted.at(-1) ?? 0 };
}
