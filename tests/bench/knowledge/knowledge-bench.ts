import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { referenceData } from '#tests/reference-data.ts';
import { compileKnowledge } from '#db/knowledge/compile-knowledge.ts';
import { openKnowledge } from '#db/knowledge/open-knowledge.ts';
import { readSourceFolder, type KnowledgeSource } from '#db/knowledge/source-files.ts';

/** What people type, letter by letter: names, everyday words, typos, words out of order. */
const queries = ['floppy baby', 'seziure', 'small head', 'HP:0001250', 'global developmental delay', 'wide set eyes', 'webbed toes', 'enlarged livver', 'heart murmer', 'cleft lip', 'intelectual disability', 'abnormality of the nervous system', 'oedema', 'hipotonia', 'kidney cysts', 'recurrent infections', 'gait ataxia', 'short stature'];
const openRepeats = 20;

interface Figures {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

export const knowledgeBench: Bench = {
  name: 'knowledge',
  run: async ({ quick }) => {
    const folder = referenceData('knowledge/2025-05-06');
    if (folder === null) return { table: 'knowledge: the reference release is not here, nothing was measured', json: { skipped: 'the reference release is not here' } };
    const sources = readSourceFolder(folder);
    if (!sources.ok) throw new Error(sources.error.message);
    const temporary = mkdtempSync(join(tmpdir(), 'nostos-bench-'));
    try {
      return measure(sources.value, join(temporary, 'release.sqlite'), quick);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  },
};

function measure(sources: readonly KnowledgeSource[], path: string, quick: boolean): BenchReport {
  const steps: { label: string; began: number }[] = [];
  const compiled = timed(() => compileKnowledge({ sources, to: path, onProgress: (_done, _total, label) => steps.push({ label, began: performance.now() }) }));
  if (!compiled.value.ok) throw new Error(compiled.value.error.message);
  const stepMs = Object.fromEntries(steps.slice(0, -1).map((step, at) => [step.label, Math.round((steps[at + 1]?.began ?? step.began) - step.began)]));

  const opening = { open: [] as number[], ranking: [] as number[], search: [] as number[], total: [] as number[] };
  for (let repeat = 0; repeat < (quick ? 3 : openRepeats); repeat++) {
    const open = timed(() => openKnowledge(path));
    if (!open.value.ok) throw new Error(open.value.error.message);
    const knowledge = open.value.value;
    const ranking = timed(() => knowledge.rankingIndex()).ms;
    const search = timed(() => knowledge.searchTerms('seizure', 10)).ms;
    opening.open.push(open.ms);
    opening.ranking.push(ranking);
    opening.search.push(search);
    opening.total.push(open.ms + ranking + search);
    knowledge.close();
  }

  const search = measureSearch(path, quick);
  const figures = {
    compileMs: Math.round(compiled.ms),
    compileStepsMs: stepMs,
    fileMegabytes: Math.round(statSync(path).size / 100_000) / 10,
    openMs: summarise(opening.open),
    rankingIndexMs: summarise(opening.ranking),
    firstSearchMs: summarise(opening.search),
    readyMs: summarise(opening.total),
    ...search,
  };
  return { table: toTable(figures), json: figures };
}

/** Each query typed letter by letter; the baseline is a prefix search of SQLite's full-text index for the same letters. */
function measureSearch(path: string, quick: boolean) {
  const opened = openKnowledge(path);
  if (!opened.ok) throw new Error(opened.error.message);
  const knowledge = opened.value;
  const database = new Database(path, { readonly: true });
  const plain = database.prepare<[string], unknown>('SELECT t.number, t.label FROM term_text JOIN term t ON t.number = term_text.rowid WHERE term_text MATCH ? ORDER BY rank LIMIT 20');
  const keystrokes = queries.flatMap((query) => Array.from({ length: query.length }, (_, at) => query.slice(0, at + 1)));
  const search: number[] = [];
  const baseline: number[] = [];
  const slowest = { text: '', ms: 0 };
  for (let repeat = 0; repeat < (quick ? 1 : 5); repeat++) {
    for (const text of keystrokes) {
      const expression = (text.match(/[a-z0-9]+/gi) ?? []).map((word) => `"${word}"*`).join(' ');
      const ms = timed(() => knowledge.searchTerms(text, 20)).ms;
      search.push(ms);
      if (repeat > 0 && ms > slowest.ms) Object.assign(slowest, { text, ms });
      if (expression !== '') baseline.push(timed(() => plain.all(expression)).ms);
    }
  }
  database.close();
  knowledge.close();
  const own = summarise(search);
  const fullText = summarise(baseline);
  return { keystrokes: search.length, searchMs: own, baselineFullTextMs: fullText, ratioToBaseline: Math.round((own.median / fullText.median) * 100) / 100, slowest };
}

function timed<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  const began = performance.now();
  const value = work();
  return { value, ms: performance.now() - began };
}

function summarise(values: readonly number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 100) / 100;
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

function toTable(figures: Readonly<Record<string, unknown>>): string {
  return Object.entries(figures).map(([name, value]) => `${name.padEnd(20)} ${isFigures(value) ? `median ${String(value.median)}  p95 ${String(value.p95)}  worst ${String(value.worst)}` : typeof value === 'object' ? JSON.stringify(value) : String(value)}`).join('\n');
}

const isFigures = (value: unknown): value is Figures => typeof value === 'object' && value !== null && 'median' in value;
