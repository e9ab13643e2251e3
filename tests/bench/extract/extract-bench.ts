import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { developmentPassages } from '#tests/bench/extract/gold/development.ts';
import { secondHandHeldPassages } from '#tests/bench/extract/gold/second-hand-held.ts';
import { secondHandOpenPassages } from '#tests/bench/extract/gold/second-hand-open.ts';
import { testPassages } from '#tests/bench/extract/gold/test.ts';
import { readGoldPassage, type MarkedPassage } from '#tests/bench/extract/gold-passage.ts';
import { scoreStrict, scoreTerms, toQuality, type Quality } from '#tests/bench/extract/score-mentions.ts';
import { referenceData } from '#tests/reference-data.ts';
import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { openKnowledgeFrom } from '#electron/backend/knowledge/knowledge-session.ts';

const parts = { development: developmentPassages, test: testPassages, 'second hand, open half': secondHandOpenPassages, 'second hand, held-out half': secondHandHeldPassages } as const;
/** The longest letter that the design allows for. */
const letterWords = 5_000;

/** How well findings are read from invented letters, against what a person marked in them before the rules were written; and how fast. */
export const extractBench: Bench = {
  name: 'extract',
  run: ({ quick }) => {
    const folder = referenceData('knowledge/2025-05-06');
    if (folder === null) return Promise.resolve({ table: 'extract: the reference release is not here, nothing was measured', json: { skipped: 'the reference release is not here' } });
    const opened = openKnowledgeFrom(folder);
    if (!opened.ok) throw new Error(opened.error.message);
    try {
      return Promise.resolve(measure(opened.value, quick ? 3 : 15));
    } finally {
      opened.value.close();
    }
  },
};

function measure(knowledge: KnowledgeFile, repeats: number): BenchReport {
  const prepareMs = elapsed(() => knowledge.extractTerms('seizures'));
  const quality = Object.entries(parts).map(([part, passages]) => ({ part, passages: passages.length, ...scorePart(knowledge, passages) }));
  const letter = longLetter();
  const times = Array.from({ length: repeats }, () => elapsed(() => knowledge.extractTerms(letter))).sort((a, b) => a - b);
  const letterMs = times[Math.floor(repeats / 2)] ?? 0;
  const rows = quality.flatMap(({ part, passages, strict, terms }) => [row(`${part} (${String(passages)} passages), term, place, excluded and person`, strict), row(`${part}, terms alone`, terms)]);
  const speed = [`names of the release prepared in ${prepareMs.toFixed(0)} ms`, `a letter of ${String(letterWords)} words in ${letterMs.toFixed(0)} ms (median; fastest ${(times[0] ?? 0).toFixed(0)})`];
  return { table: [...rows, ...speed].join('\n'), json: { quality, prepareMs, letterMs, fastestLetterMs: times[0] } };
}

function scorePart(knowledge: KnowledgeFile, passages: readonly MarkedPassage[]): { readonly strict: Quality; readonly terms: Quality } {
  const answered = passages.map(readGoldPassage).map(({ text, mentions }) => ({ mentions, found: knowledge.extractTerms(text) }));
  return { strict: toQuality(answered.map(({ mentions, found }) => scoreStrict(mentions, found))), terms: toQuality(answered.map(({ mentions, found }) => scoreTerms(mentions, found))) };
}

function longLetter(): string {
  const once = developmentPassages.map((passage) => readGoldPassage(passage).text).join('\n\n');
  const words = `${once}\n\n`.repeat(Math.ceil(letterWords / once.split(/\s+/).length)).split(/(?<=\s)(?=\S)/);
  return words.slice(0, letterWords).join('');
}

function elapsed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);
const row = (name: string, { precision, recall, f1, wanted }: Quality): string => `${name.padEnd(66)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}  of ${String(wanted)}`;
