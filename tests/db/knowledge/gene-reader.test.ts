import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSmallKnowledge } from '#tests/builders/small-knowledge.ts';
import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';

const folder = mkdtempSync(join(tmpdir(), 'nostos-genes-'));
let named: KnowledgeFile;
let plain: KnowledgeFile;
beforeAll(() => {
  named = openSmallKnowledge(folder, 'named.sqlite', true);
  plain = openSmallKnowledge(folder, 'plain.sqlite', false);
});
afterAll(() => {
  named.close();
  plain.close();
  rmSync(folder, { recursive: true, force: true });
});

const found = (knowledge: KnowledgeFile, text: string, limit = 10): string[] => knowledge.searchGenes(text, limit).map((gene) => `${gene.symbol} ${gene.how} ${gene.matchedText} ${String(gene.diseaseCount)}`);
const meant = (knowledge: KnowledgeFile, text: string): string => {
  const meaning = knowledge.resolveGene(text);
  if (meaning.kind === 'ambiguous') return `ambiguous: ${meaning.matches.map((gene) => `${gene.symbol} ${gene.how}`).join(', ')}`;
  return meaning.kind === 'found' ? `${meaning.gene.symbol} ${meaning.gene.hgncId ?? '-'} ${meaning.gene.how}${meaning.others.map((gene) => `, or ${gene.symbol} ${gene.how}`).join('')}` : 'unknown';
};

describe('the genes of a release with gene names', () => {
  test('are resolved from present and former symbols, aliases and ids', () => {
    expect(['odys1', 'WAND', 'pen l2', 'HGNC:102', 'NCBIGene:12', 'KEEL', 'LOOM', 'OLD1', '', '%', 'HGNC:999999999999'].map((text) => meant(named, text))).toEqual([
      'ODYS1 HGNC:101 approved',
      'ODYS1 HGNC:101 previous',
      'PENLB HGNC:102 previous',
      'PENLB HGNC:102 id',
      'PENLB HGNC:102 id',
      'KEEL HGNC:103 approved, or ODYS1 alias',
      'ambiguous: PENLB previous, KEEL alias',
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  test('are searched by the beginning of a symbol, each gene once, and by its full name', () => {
    expect(['w', 'WAND', 'kee', 'penelope  LOOM', 'loom', '%', '_'].map((text) => found(named, text))).toEqual([
      ['ODYS1 previous WAND 1', 'PENLB alias WAND2 1'],
      ['ODYS1 previous WAND 1', 'PENLB alias WAND2 1'],
      ['KEEL approved KEEL 0', 'ODYS1 alias KEEL 1'],
      ['PENLB name penelope loom 2 1'],
      ['PENLB previous LOOM 1', 'KEEL alias LOOM 0'],
      [],
      [],
    ]);
    expect(found(named, 'w', 1)).toEqual(['ODYS1 previous WAND 1']);
  });

  test('are named among what the release holds, with their licence', () => {
    expect(named.release.supplements.map(({ kind, name, count }) => [kind, name, count])).toEqual([['gene-names', 'HGNC', 3]]);
    expect(named.release.supplements[0]?.notice).toContain('HGNC');
    expect(named.release.sources.at(-1)).toMatchObject({ name: 'hgnc_complete_set.txt', role: 'gene-names', rows: 7 });
  });
});

test('without gene names the genes are those that the diseases name', () => {
  expect([found(plain, 'o'), found(plain, 'penl'), meant(plain, 'PENL2'), meant(plain, 'WAND'), plain.release.supplements]).toEqual([['ODYS1 diseases ODYS1 1'], ['PENL2 diseases PENL2 1'], 'PENL2 - diseases', 'unknown', []]);
});
