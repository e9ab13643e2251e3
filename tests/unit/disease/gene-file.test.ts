import { describe, expect, test } from 'vitest';
import { smallGenesToDisease } from '#tests/builders/release-files.ts';
import { parseGeneFile } from '#shared/disease/gene-file.ts';

const read = (text: string) => {
  const result = parseGeneFile({ name: 'genes.txt', text });
  return result.ok ? { genes: Object.fromEntries(result.value.genesOf), rows: result.value.rowCount, skipped: result.value.skipped } : result.error;
};

describe('the reader of genes', () => {
  test('reads genes_to_disease, keeping the strongest association of a gene named twice', () => {
    expect(read(smallGenesToDisease)).toEqual({
      genes: {
        'OMIM:900001': [{ symbol: 'ODYS1', id: 'NCBIGene:11', association: 'mendelian' }, { symbol: 'PENL2', id: 'NCBIGene:12', association: 'polygenic' }],
        'OMIM:900099': [{ symbol: 'CIRC3', id: 'NCBIGene:14', association: 'mendelian' }],
      },
      rows: 5,
      skipped: [{ reason: 'row without gene symbol', count: 1, example: 'genes.txt:5' }],
    });
  });

  test('reads the pairs of gene and disease from both dialects of genes_to_phenotype', () => {
    const old = '#Format: entrez-gene-id<tab>entrez-gene-symbol<tab>HPO-Term-ID\n11\tODYS1\tHP:0001250\tSeizure\t-\t\t-\tmim2gene\tOMIM:900001\n11\tODYS1\tHP:0001252\tHypotonia\t-\t\t-\tmim2gene\tOMIM:900001\n';
    const recent = 'ncbi_gene_id\tgene_symbol\thpo_id\thpo_name\tfrequency\tdisease_id\n11\tODYS1\tHP:0001250\tSeizure\t-\tOMIM:900001\n';
    const genes = { 'OMIM:900001': [{ symbol: 'ODYS1', id: 'NCBIGene:11', association: 'unknown' }] };
    expect([read(old), read(recent)]).toEqual([{ genes, rows: 2, skipped: [] }, { genes, rows: 1, skipped: [] }]);
  });

  test('reads files with the line ends of Windows', () => {
    const recent = 'ncbi_gene_id\tgene_symbol\tassociation_type\tdisease_id\r\n11\tODYS1\tMENDELIAN\tOMIM:900001\r\n';
    expect(read(recent)).toEqual({ genes: { 'OMIM:900001': [{ symbol: 'ODYS1', id: 'NCBIGene:11', association: 'mendelian' }] }, rows: 1, skipped: [] });
  });

  test('refuses a file with another header', () => {
    expect([read(''), read('a\tb\tc\n')].map((problems) => Array.isArray(problems) && problems.map((problem) => problem.line))).toEqual([[1], [1]]);
  });
});
