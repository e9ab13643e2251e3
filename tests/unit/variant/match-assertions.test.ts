import { expect, test } from 'vitest';
import { createAssertionMatching, type AssertionMatches, type WatchedVariant } from '#shared/variant/assertions/match-assertions.ts';
import { classOfWording, readDate } from '#shared/variant/assertions/read-assertion-row.ts';

const aVariant: WatchedVariant = { findingId: 'one', gene: 'FGFR2', transcript: 'NM_000141.4', hgvsCoding: 'c.755C>G', hgvsProtein: 'p.(Ser252Trp)', hgvsGenomic: '', location: null };

function read(lines: readonly string[], watched: readonly WatchedVariant[] = [aVariant]): AssertionMatches | null {
  const matching = createAssertionMatching(watched, 'Ithaca');
  for (const [index, line] of lines.entries()) matching.line(line, index + 1);
  return matching.end();
}

const columns = ['#AlleleID', 'Type', 'Name', 'GeneID', 'GeneSymbol', 'ClinicalSignificance', 'LastEvaluated', 'Assembly', 'Chromosome', 'ReviewStatus', 'VariationID', 'PositionVCF', 'ReferenceAlleleVCF', 'AlternateAlleleVCF'];
const row = (name: string, gene: string, says: string, build = 'GRCh38', position = '121517378', variation = '13267') => ['1', 'single nucleotide variant', name, '2263', gene, says, 'Mar 30, 2024', build, '10', 'reviewed by expert panel', variation, position, 'G', 'C'].join('\t');

test('ClinVar’s summary is recognised, and the same variant is found by gene and description whatever the version of the transcript', () => {
  const name = 'NM_000141.5(FGFR2):c.755C>G (p.Ser252Trp)';
  expect(read([columns.join('\t'), row(name, 'FGFR2', 'Pathogenic', 'GRCh37'), row(name, 'FGFR2', 'Pathogenic'), row('NM_000141.5(FGFR2):c.758C>G (p.Pro253Arg)', 'FGFR2', 'Pathogenic', 'GRCh38', '121517375', '13268'), row('NM_022970.4(FGFR2):c.755C>G (p.Ser252Trp)', 'FGFR2', 'Benign', 'GRCh38', '1', '7')])).toEqual({
    format: 'clinvar-summary',
    rows: 4,
    unreadable: { count: 0, lines: [] },
    matches: [{ findingId: 'one', assertion: { source: 'ClinVar', accession: '13267', classification: 'pathogenic', wording: 'Pathogenic', reviewStatus: 'reviewed by expert panel', date: '2024-03-30' } }],
  });
});

test('a finding that knows only its place is found by it, on its own build alone', () => {
  const placed: WatchedVariant = { ...aVariant, gene: '', hgvsCoding: '', hgvsProtein: '', location: { build: 'GRCh38', chromosome: 'chr10', position: 121517378, end: null, reference: 'G', alternate: 'C' } };
  const substituted: WatchedVariant = { ...placed, findingId: 'two', location: null, hgvsGenomic: 'NC_000010.11:g.121517378G>C' };
  const lines = (build: string) => [columns.join('\t'), row('NC_1', 'FGFR2', 'Likely pathogenic', build)];
  expect(read(lines('GRCh38'), [placed, substituted])?.matches.map(({ findingId }) => findingId)).toEqual(['one', 'two']);
  expect(read(lines('GRCh37'), [placed, substituted])?.matches).toEqual([]);
});

test('ClinVar’s VCF file is recognised, with the date and the build of its header', () => {
  const placed: WatchedVariant = { ...aVariant, location: { build: 'GRCh38', chromosome: '10', position: 121517378, end: null, reference: 'G', alternate: 'C' } };
  const found = read(['##fileformat=VCFv4.1', '##fileDate=2026-01-05', '##reference=GRCh38', '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO', '10\t121517378\t13267\tG\tC\t.\t.\tCLNREVSTAT=criteria_provided,_single_submitter;CLNSIG=Conflicting_classifications_of_pathogenicity;GENEINFO=FGFR2:2263'], [placed]);
  expect(found?.matches).toEqual([{ findingId: 'one', assertion: { source: 'ClinVar', accession: '13267', classification: null, wording: 'Conflicting classifications of pathogenicity', reviewStatus: 'criteria provided, single submitter', date: '2026-01-05' } }]);
});

test('a table is recognised by its headings, and a line that lacks them is told by its number', () => {
  const found = read(['Gene;HGVS;Classification;Date;Source', 'FGFR2;"NM_000141.5:c.755C>G";"likely pathogenic";03.02.2026;"Lab ""A"""', 'FGFR2;;;;', 'FGFR2;p.Ser252Trp;5;;']);
  expect(found).toEqual({ format: 'table', rows: 3, unreadable: { count: 1, lines: [{ line: 3, problem: 'has not the columns that the heading names' }] }, matches: [{ findingId: 'one', assertion: { source: 'Lab "A"', accession: '', classification: 'likely-pathogenic', wording: 'likely pathogenic', reviewStatus: '', date: '2026-02-03' } }] });
  expect(read(['Dear colleague,', 'thank you for the list.'])).toBeNull();
});

test('words of a database become a class only where they are one, and the less certain of two', () => {
  expect(['Pathogenic', 'Pathogenic/Likely pathogenic', 'Benign/Likely benign', 'Uncertain significance', 'Conflicting interpretations of pathogenicity', 'drug response', 'not provided', 'VUS', 'Likely_benign', 'non-pathogenic variant removed'].map(classOfWording)).toEqual(['pathogenic', 'likely-pathogenic', 'likely-benign', 'uncertain-significance', null, null, null, 'uncertain-significance', 'likely-benign', null]);
});

test('dates are read as lists write them, and nothing is guessed', () => {
  expect(['Mar 30, 2024', '2024-03', '2024', '20240330', '30.3.2024', '-', 'spring', '2024-13-01'].map(readDate)).toEqual(['2024-03-30', '2024-03', '2024', '2024-03-30', '2024-03-30', null, null, null]);
});
