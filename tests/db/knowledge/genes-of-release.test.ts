import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { rankerOf } from '#electron/backend/ranking/case-ranking.ts';
import { callGenesAsRelease } from '#electron/backend/ranking/genes-of-release.ts';
import { geneEvidence } from '#shared/casefile/gene-evidence.ts';
import { aFinding } from '#tests/builders/a-finding.ts';
import { openSmallKnowledge } from '#tests/builders/small-knowledge.ts';

const folder = mkdtempSync(join(tmpdir(), 'nostos-called-genes-'));
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

const pathogenicIn = (symbol: string, hgncId: string | null = null) =>
  aFinding({ gene: { symbol, hgncId }, genotypes: [{ personId: 'p', state: 'homozygous', alleleShare: null, tissue: '' }], classifications: [{ classification: 'pathogenic', criteria: [], by: '', at: '2026-01-01T00:00:00.000Z', why: '' }] });
const called = (knowledge: KnowledgeFile, ...genes: readonly Parameters<typeof pathogenicIn>[]): readonly (string | null)[] =>
  callGenesAsRelease(genes.map((gene) => pathogenicIn(...gene)), knowledge).map(({ gene }) => gene?.symbol ?? null);

describe('the gene of a stored finding', () => {
  test('is called as the diseases of the release call it, whether its symbol or theirs is the former one', () => {
    expect(called(named, ['WAND'], ['odys1'], ['PENLB'], ['GONE', 'HGNC:101'])).toEqual(['ODYS1', 'ODYS1', 'PENL2', 'ODYS1']);
  });

  test('stays as it stands where its symbol is unknown or may mean several genes, and takes its present name where no disease has it', () => {
    expect(called(named, ['LOOM'], ['OLD1'], ['keel'])).toEqual(['LOOM', 'OLD1', 'KEEL']);
    expect(callGenesAsRelease([aFinding({ gene: null })], named)).toEqual([aFinding({ gene: null })]);
  });

  test('has only its letters righted where the release has no nomenclature', () => {
    expect(called(plain, ['WAND'], ['odys1'])).toEqual(['WAND', 'ODYS1']);
  });

  test('raises the diseases of the gene although it was stored under a former symbol', () => {
    const probabilityWith = (...genes: readonly ReturnType<typeof pathogenicIn>[]): number => {
      const patient = { observed: ['HP:0001250'], excluded: [], genes: geneEvidence(callGenesAsRelease(genes, named), 'p', false) };
      return rankerOf(named).rank(patient, { excludedMode: 'absence', limit: 10 }).candidates.find(({ diseaseId }) => diseaseId === 'OMIM:900001')?.probability ?? 0;
    };
    expect(probabilityWith(pathogenicIn('WAND'))).toBe(probabilityWith(pathogenicIn('ODYS1')));
    expect(probabilityWith(pathogenicIn('WAND'))).toBeGreaterThan(probabilityWith());
    expect(geneEvidence(callGenesAsRelease([pathogenicIn('WAND'), pathogenicIn('ODYS1')], named), 'p', false).map(({ symbol }) => symbol)).toEqual(['ODYS1']);
  });
});
