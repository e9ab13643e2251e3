import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { parseReportLine } from '#shared/variant/hgvs/parse-report-line.ts';
import { printDescription } from '#shared/variant/hgvs/print-hgvs.ts';

/** The line's facts that are there, with descriptions printed. */
function facts(line: string): Record<string, unknown> {
  const { coding, protein, genomic, rna, notes: _notes, problems, ...said } = parseReportLine(line);
  const descriptions = Object.entries({ coding, protein, genomic, rna }).map(([name, expression]) => [name, expression === null ? null : printDescription(expression)] as const);
  const all = [...Object.entries(said), ...descriptions, ...(problems.length === 0 ? [] : [['problems', problems.map(({ position }) => position)] as const])];
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}

describe('a line of a laboratory report', () => {
  test.each([
    ['FGFR2 c.755C>G p.(Ser252Trp) heterozygous', { gene: 'FGFR2', coding: 'c.755C>G', protein: 'p.(Ser252Trp)', zygosity: 'heterozygous' }],
    ['NM_000059.4(BRCA2):c.7397T>C (p.Val2466Ala), VUS, maternal', { gene: 'BRCA2', transcript: 'NM_000059.4', coding: 'c.7397T>C', protein: 'p.Val2466Ala', classification: 'uncertain-significance', inheritance: 'maternal' }],
    ['m.3243A>G in MT-TL1, heteroplasmy 35 % (blood)', { gene: 'MT-TL1', genomic: 'm.3243A>G', zygosity: 'heteroplasmic', alleleShare: 0.35 }],
    ['CFTR: c.[1521_1523del];[3846G>A] compound het', { gene: 'CFTR', coding: 'c.[1521_1523del];[3846G>A]', zygosity: 'heterozygous' }],
    ['SCN1A NM_001165963.4 c.2589+3A>T p.? de novo, likely pathogenic (PVS1, PM2)', { gene: 'SCN1A', transcript: 'NM_001165963.4', coding: 'c.2589+3A>T', protein: 'p.?', inheritance: 'de-novo', classification: 'likely-pathogenic' }],
    ['GJB2 c.35delG homozygous pathogenic', { gene: 'GJB2', coding: 'c.35del', zygosity: 'homozygous', classification: 'pathogenic' }],
    ['DMD NC_000023.11:g.32389644G>A hemizygous GRCh38', { gene: 'DMD', genomic: 'g.32389644G>A', zygosity: 'hemizygous', build: 'GRCh38' }],
    ['BRCA1 IVS4+1G>A het.', { gene: 'BRCA1', zygosity: 'heterozygous', problems: [7] }],
    ['FBN1, c.1129 C > T, p.Arg377*', { gene: 'FBN1', coding: 'c.1129C>T', protein: 'p.Arg377Ter' }],
    ['LMNA c.1824C>T; p.(Gly608=); exon 11; de novo', { gene: 'LMNA', coding: 'c.1824C>T', protein: 'p.(Gly608=)', inheritance: 'de-novo' }],
    ['C9orf72 c.-45+163GGGGCC[60]', { gene: 'C9orf72', coding: 'c.-45+163GGGGCC[60]' }],
    ['COL1A1 c.76Q>T het', { gene: 'COL1A1', zygosity: 'heterozygous', problems: [12] }],
    ['ABCA4 (NM_000350.3): c.5882G>A (p.Gly1961Glu)', { gene: 'ABCA4', transcript: 'NM_000350.3', coding: 'c.5882G>A', protein: 'p.Gly1961Glu' }],
    ['PTEN c.389G–>A mosaic, VAF 12,5 %, father negative', { gene: 'PTEN', zygosity: 'mosaic', alleleShare: 0.125, inheritance: 'paternal', coding: 'c.389G>A' }],
    ['nothing was found', {}],
  ])('%s', (line, expected) => {
    expect(facts(line)).toEqual(expected);
  });

  it('never fails, whatever the line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (line) => {
      expect(parseReportLine(`${line} c.76A>C ${line}`)).toMatchObject({ notes: expect.any(Array) as unknown });
    }), { numRuns: 1_000 });
  });
});
