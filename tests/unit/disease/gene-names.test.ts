import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallGeneNames } from '#tests/builders/supplement-files.ts';
import type { Disease } from '#shared/disease/disease.ts';
import { decideGene, foldGeneName, joinGenes, type GeneMatch } from '#shared/disease/gene-names.ts';
import { parseGeneNomenclature } from '#shared/disease/gene-nomenclature-file.ts';

const read = (text: string) => {
  const result = parseGeneNomenclature({ name: 'hgnc.txt', text });
  if (!result.ok) throw new Error(result.error[0]?.message);
  return result.value;
};
const disease = (id: string, ...genes: Disease['genes']): Disease => ({ id, name: id, annotations: [], inheritanceIds: [], courseIds: [], genes });
const match = (symbol: string, how: GeneMatch['how'], matchedText = symbol): GeneMatch => ({ symbol, hgncId: `HGNC:${String(symbol.length)}`, name: null, diseaseCount: 0, matchedText, how });

describe('the reader of gene names', () => {
  test('reads symbols with their earlier ones and aliases, and says what it leaves out', () => {
    expect(read(smallGeneNames)).toEqual({
      genes: [
        { hgncId: 'HGNC:101', symbol: 'ODYS1', name: 'odyssey factor 1', ncbiId: 'NCBIGene:11', aliases: ['NOSTOS', 'KEEL'], previous: ['WAND'] },
        { hgncId: 'HGNC:102', symbol: 'PENLB', name: 'penelope loom 2', ncbiId: 'NCBIGene:12', aliases: ['WAND2'], previous: ['PENL2', 'LOOM'] },
        { hgncId: 'HGNC:103', symbol: 'KEEL', name: 'keel and mast', ncbiId: null, aliases: ['LOOM'], previous: [] },
      ],
      rowCount: 7,
      skipped: [
        { reason: 'symbol or entry withdrawn', count: 1, example: 'hgnc.txt:5' },
        { reason: 'gene listed before', count: 1, example: 'hgnc.txt:6' },
        { reason: 'gene without symbol', count: 1, example: 'hgnc.txt:7' },
        { reason: 'HGNC id not understood', count: 1, example: 'hgnc.txt:8' },
      ],
    });
  });

  test('reads a custom download, with other names of the columns and commas between symbols', () => {
    const custom = 'HGNC ID\tApproved symbol\tApproved name\tStatus\tPrevious symbols\tAlias symbols\tNCBI Gene ID\r\nHGNC:101\tODYS1\todyssey factor 1\tApproved\tWAND\tNOSTOS, KEEL\t11\r\n';
    expect(read(custom).genes).toEqual([read(smallGeneNames).genes[0]]);
  });

  test('refuses a file with another header, and an empty one', () => {
    expect(['', 'symbol\tname\n'].map((text) => parseGeneNomenclature({ name: 'f', text }).ok)).toEqual([false, false]);
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.oneof(fc.string(), fc.constantFrom('HGNC:1', 'Approved', '"', '|', '""', '\t')), { maxLength: 9 })), (rows) => {
      expect(typeof parseGeneNomenclature({ name: 'f', text: `${smallGeneNames}${rows.map((cells) => cells.join('\t')).join('\n')}` }).ok).toBe('boolean');
    }));
  });
});

describe('the genes of a release', () => {
  test('are those of the nomenclature, each with the symbols that the diseases use, and those that only the diseases know', () => {
    const diseases = [
      disease('OMIM:1', { symbol: 'ODYS1', id: 'NCBIGene:11', association: 'mendelian' }, { symbol: 'LOOMX', id: 'NCBIGene:12', association: 'mendelian' }),
      disease('OMIM:2', { symbol: 'keel', id: null, association: 'unknown' }, { symbol: 'CIRC3', id: 'NCBIGene:14', association: 'mendelian' }),
      disease('OMIM:3', { symbol: 'CIRC3', id: 'NCBIGene:14', association: 'mendelian' }, { symbol: 'ANY', id: 'HGNC:101', association: 'mendelian' }),
    ];
    expect(joinGenes(read(smallGeneNames).genes, diseases).map(({ symbol, hgncId, diseaseCount, symbols }) => [symbol, hgncId, diseaseCount, symbols.map(({ text, kind }) => `${text} ${kind}`).join(', ')])).toEqual([
      ['ODYS1', 'HGNC:101', 2, 'ODYS1 approved, WAND previous, NOSTOS alias, KEEL alias, ANY diseases'],
      ['PENLB', 'HGNC:102', 1, 'PENLB approved, PENL2 previous, LOOM previous, WAND2 alias, LOOMX diseases'],
      ['KEEL', 'HGNC:103', 1, 'KEEL approved, LOOM alias'],
      ['CIRC3', null, 2, 'CIRC3 diseases'],
    ]);
  });

  test('are compared without regard to case, spaces and the kind of dash', () => {
    expect(['hla\u2011 b', ' HLA-B', 'ｈla-b'].map(foldGeneName)).toEqual(['HLA-B', 'HLA-B', 'HLA-B']);
  });
});

describe('what a symbol means', () => {
  test('is the gene that is called so now, with the others that were', () => {
    expect(decideGene([match('OTHER', 'alias', 'KEEL'), match('KEEL', 'approved')])).toEqual({ kind: 'found', gene: match('KEEL', 'approved'), others: [match('OTHER', 'alias', 'KEEL')] });
  });

  test('is the one gene that was once called so, but is not guessed where several were', () => {
    const [former, alias] = [match('A', 'previous', 'LOOM'), match('BB', 'alias', 'LOOM')];
    expect([decideGene([former]), decideGene([former, alias]), decideGene([])]).toEqual([{ kind: 'found', gene: former, others: [] }, { kind: 'ambiguous', matches: [former, alias] }, { kind: 'unknown' }]);
  });
});
