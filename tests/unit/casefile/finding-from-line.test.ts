import { describe, expect, test } from 'vitest';
import { findingFromLine } from '#shared/casefile/finding-from-line.ts';
import { findingName, plainDescription, reviewDueAfter } from '#shared/casefile/finding.ts';
import { parseReportLine } from '#shared/variant/hgvs/parse-report-line.ts';
import { aFinding } from '#tests/builders/a-finding.ts';

const read = (line: string) => findingFromLine(parseReportLine(line));

describe('a finding out of a line of a report', () => {
  test('has what the line says and nothing else', () => {
    expect(read('FGFR2 NM_000141.5:c.755C>G p.(Ser252Trp) heterozygous, de novo, pathogenic')).toEqual({
      detail: { gene: { symbol: 'FGFR2', hgncId: null }, transcript: 'NM_000141.5', hgvsCoding: 'NM_000141.5:c.755C>G', hgvsProtein: 'p.(Ser252Trp)', inheritance: 'de-novo', consequence: 'missense' },
      genotype: { state: 'heterozygous', alleleShare: null, tissue: '' },
      reported: 'pathogenic',
      isEnough: true,
    });
    expect(read('seen in clinic, heterozygous')).toMatchObject({ detail: {}, isEnough: false });
  });

  test.each([
    ['p.(Arg377*)', 'stop-gained'],
    ['p.Ter110GlnextTer17', 'stop-lost'],
    ['p.(Arg97fs)', 'frameshift'],
    ['p.(Lys23del)', 'inframe-deletion'],
    ['p.(Leu10=)', 'synonymous'],
    ['p.(Met1Val)', 'start-lost'],
    ['c.88+1G>T', 'splice-donor'],
    ['c.89-2A>G', 'splice-acceptor'],
    ['c.88+57G>T', 'intron'],
  ] as const)('knows that %s is %s', (description, consequence) => {
    expect(read(`FBN1 ${description}`).detail.consequence).toBe(consequence);
  });

  test('keeps the share of a mitochondrial variant', () => {
    expect(read('m.3243A>G, heteroplasmy 35 %')).toMatchObject({ detail: { hgvsGenomic: 'm.3243A>G' }, genotype: { state: 'heteroplasmic', alleleShare: 0.35 } });
  });
});

describe('the name of a finding', () => {
  test('is its gene and the description without transcript, spelled one way', () => {
    expect(findingName(aFinding({ hgvsCoding: 'NM_000141.5:c.755C>G' }))).toBe('FGFR2 c.755C>G');
    expect(plainDescription(aFinding({ hgvsCoding: 'c.100_102delAAG' }))).toBe('c.100_102del');
    expect(findingName(aFinding({ hgvsCoding: '', wording: 'deletion of exons 11 to 16' }))).toBe('FGFR2 deletion of exons 11 to 16');
  });
});

describe('the review of an uncertain variant', () => {
  test('is due a year on, also from a leap day', () => {
    expect([reviewDueAfter('2026-03-01T09:00:00.000Z'), reviewDueAfter('2028-02-29T09:00:00.000Z')]).toEqual(['2027-03-01', '2029-02-28']);
  });
});
