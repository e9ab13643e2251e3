import type { ExportWarning } from '#shared/interchange/deidentify/reidentification.ts';
import type { ExportContent } from '#shared/interchange/export-request.ts';
import { readingEase } from '#shared/interchange/documents/reading-age.ts';

/** Above it a text for patients counts as hard: MedlinePlus advises to write for grade 7 or 8, which is up to thirteen years. */
const hardAge = 13;

/** How old one has to be to read a letter to relatives with ease; nothing of what is written for professionals. */
export function readingNote(content: ExportContent, html: string): readonly ExportWarning[] {
  if (content.kind !== 'relatives-letter') return [];
  const age = Math.round(readingEase(wordsOf(html)).age);
  return [{ kind: 'reading-age', message: `Reading age about ${String(age)} (Flesch and Kincaid)${age > hardAge ? ': too hard for many readers. Shorten its sentences.' : '.'}` }];
}

/** What is read of a page: without its head and marks, a line for each paragraph. */
function wordsOf(html: string): string {
  return html
    .replace(/<head[\s\S]*?<\/head>/, '')
    .replace(/<\/(p|li|h\d|td|dd|div|figcaption)>/g, '\n')
    .replace(/<[^>]+>/g, ' ');
}
