import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createVcfCheck, type VcfCheckReport } from '#shared/variant/vcf/check/check-vcf.ts';
import { createLineReader } from '#shared/variant/vcf/line-reader.ts';
import { record, usualColumns, usualMeta, usualRecord, vcfText } from '#tests/unit/variant/vcf-builder.ts';

function check(text: string): VcfCheckReport {
  const checked = createVcfCheck();
  const lines = createLineReader(checked.line);
  lines.push(text);
  return checked.end(!lines.end());
}
const errorsOf = (text: string): readonly string[] => check(text).findings.filter(({ severity }) => severity === 'error').map(({ rule, line }) => `${rule} ${String(line)}`);

const metaLine = (line: string, version = '4.3'): string => vcfText({ version, meta: [...usualMeta, line] });
const records = (...lines: readonly string[]): string => vcfText({ records: lines });
const before43 = (...lines: readonly string[]): string => vcfText({ version: '4.2', records: lines });
const firstRecord = usualMeta.length + 3;
const addedMeta = usualMeta.length + 2;

describe('a file that breaks one rule has that rule’s error, with its line', () => {
  const header: readonly (readonly [what: string, text: string, error: string])[] = [
    ['no fileformat', vcfText({}).split('\n').slice(1).join('\n'), 'fileformat-missing 1'],
    ['a version that there is not', vcfText({ version: '5.9' }), 'fileformat-version 1'],
    ['fileformat twice', metaLine('##fileformat=VCFv4.3'), `fileformat-place ${String(addedMeta)}`],
    ['a header line without =', metaLine('##nothing here'), `meta-syntax ${String(addedMeta)}`],
    ['a header line with one #', metaLine('#INFO=<ID=X>'), `meta-syntax ${String(addedMeta)}`],
    ['brackets not closed', metaLine('##INFO=<ID=X,Number=1,Type=String,Description="x"'), `meta-syntax ${String(addedMeta)}`],
    ['a quotation mark not closed', metaLine('##INFO=<ID=X,Number=1,Type=String,Description="x>'), `meta-syntax ${String(addedMeta)}`],
    ['text behind a closed quotation mark', metaLine('##INFO=<ID=X,Number=1,Type=String,Description="x"y>'), `meta-syntax ${String(addedMeta)}`],
    ['a field without =', metaLine('##FILTER=<ID=X,nothing,Description="x">'), `meta-syntax ${String(addedMeta)}`],
    ['INFO without brackets', metaLine('##INFO=DP'), `meta-brackets ${String(addedMeta)}`],
    ['INFO without ID', metaLine('##INFO=<Number=1,Type=String,Description="x">'), `meta-id-missing ${String(addedMeta)}`],
    ['INFO without Number', metaLine('##INFO=<ID=X,Type=String,Description="x">'), `meta-number-missing ${String(addedMeta)}`],
    ['INFO without Type', metaLine('##INFO=<ID=X,Number=1,Description="x">'), `meta-type-missing ${String(addedMeta)}`],
    ['INFO without Description', metaLine('##INFO=<ID=X,Number=1,Type=String>'), `meta-description-missing ${String(addedMeta)}`],
    ['a Description without quotation marks', metaLine('##INFO=<ID=X,Number=1,Type=String,Description=x>'), `meta-description-quotes ${String(addedMeta)}`],
    ['an ID in quotation marks', metaLine('##INFO=<ID="X",Number=1,Type=String,Description="x">'), `meta-quotes ${String(addedMeta)}`],
    ['a Number that there is not', metaLine('##INFO=<ID=X,Number=Q,Type=String,Description="x">'), `meta-number ${String(addedMeta)}`],
    ['a negative Number', metaLine('##INFO=<ID=X,Number=-1,Type=String,Description="x">'), `meta-number ${String(addedMeta)}`],
    ['a Type that there is not', metaLine('##INFO=<ID=X,Number=1,Type=Word,Description="x">'), `meta-type ${String(addedMeta)}`],
    ['a flag with a number', metaLine('##INFO=<ID=X,Number=1,Type=Flag,Description="x">'), `info-flag-number ${String(addedMeta)}`],
    ['a flag as FORMAT', metaLine('##FORMAT=<ID=X,Number=0,Type=Flag,Description="x">'), `format-flag ${String(addedMeta)}`],
    ['an INFO key that is none', metaLine('##INFO=<ID=9X,Number=1,Type=String,Description="x">'), `info-id ${String(addedMeta)}`],
    ['a FORMAT key that is none', metaLine('##FORMAT=<ID=X Y,Number=1,Type=String,Description="x">'), `format-id ${String(addedMeta)}`],
    ['an INFO defined twice', metaLine('##INFO=<ID=DP,Number=1,Type=Integer,Description="again">'), `meta-id-twice ${String(addedMeta)}`],
    ['a reserved key of another type', metaLine('##INFO=<ID=AN,Number=1,Type=String,Description="x">'), `meta-reserved ${String(addedMeta)}`],
    ['a field twice', metaLine('##FILTER=<ID=X,ID=Y,Description="x">'), `meta-field-twice ${String(addedMeta)}`],
    ['FILTER 0', metaLine('##FILTER=<ID=0,Description="x">'), `filter-id ${String(addedMeta)}`],
    ['FILTER without Description', metaLine('##FILTER=<ID=X>'), `meta-description-missing ${String(addedMeta)}`],
    ['an ALT of no structural type', metaLine('##ALT=<ID=WHATEVER,Description="x">', '4.2'), `alt-type ${String(addedMeta)}`],
    ['an ALT of no known number of values', metaLine('##ALT=<ID=INS,Number=B,Type=String,Description="x">'), `meta-number ${String(addedMeta)}`],
    ['an ALT with Type before Number', metaLine('##ALT=<ID=INS,Type=String,Number=1,Description="x">'), `meta-field-order ${String(addedMeta)}`],
    ['an ID behind the other fields', metaLine('##INFO=<Number=1,Type=String,Description="x",ID=X>', '4.1'), `meta-id-first ${String(addedMeta)}`],
    ['an empty value', metaLine('##reference=', '4.1'), `meta-value ${String(addedMeta)}`],
    ['a contig with a space', metaLine('##contig=<ID=1 A>', '4.1'), `contig-id ${String(addedMeta)}`],
    ['a contig twice, with two lengths', metaLine('##contig=<ID=1,length=5>', '4.2'), `meta-id-twice ${String(addedMeta)}`],
    ['an empty pedigree database', metaLine('##pedigreeDB=<>', '4.2'), `pedigree-database ${String(addedMeta)}`],
    ['a pedigree database whose host is a port', metaLine('##pedigreeDB=<ftp://8080:8080/p>', '4.2'), `pedigree-database ${String(addedMeta)}`],
    ['a pedigree with a space in a name', metaLine('##PEDIGREE=<Derived=one,Original=two three>', '4.2'), `pedigree-name ${String(addedMeta)}`],
    ['a pedigree with a colon in a name', metaLine('##PEDIGREE=<ID=one,Original=two:three>'), `pedigree-name ${String(addedMeta)}`],
    ['a mixture of no genomes', metaLine('##SAMPLE=<ID=s,Mixture=.5;.5,Description="x">', '4.2'), `sample-genomes ${String(addedMeta)}`],
    ['a mixture in quotation marks', metaLine('##SAMPLE=<ID=s,Genomes=a;b,Mixture=".5;.5",Description="x">', '4.1'), `meta-quotes ${String(addedMeta)}`],
    ['FORMAT without a sample', vcfText({ columns: usualColumns.split('\t').slice(0, 9).join('\t'), records: [] }), `columns-no-sample ${String(addedMeta)}`],
    ['an ALT of no known type of value', metaLine('##ALT=<ID=DEL,Number=1,Type=Text,Description="x">'), `meta-type ${String(addedMeta)}`],
    ['an assembly whose host is a port', metaLine('##assembly=ftp://8080:8080/a.fasta'), `assembly-address ${String(addedMeta)}`],
    ['a contig named by a pattern', metaLine('##contig=<ID=1.*>'), `contig-id ${String(addedMeta)}`],
    ['a contig without ID', metaLine('##contig=<length=100>'), `meta-id-missing ${String(addedMeta)}`],
    ['a contig’s length in words', metaLine('##contig=<ID=7,length=long>'), `contig-length ${String(addedMeta)}`],
    ['an assembly that is no address', metaLine('##assembly=hg19'), `assembly-address ${String(addedMeta)}`],
    ['a pedigree database that is no address', metaLine('##pedigreeDB=families'), `pedigree-database ${String(addedMeta)}`],
    ['META without Type', metaLine('##META=<ID=Assay,Number=.,Values=[WES]>'), `meta-meta ${String(addedMeta)}`],
    ['an empty line in the header', metaLine(''), `empty-line ${String(addedMeta)}`],
    ['columns separated by spaces', vcfText({ columns: usualColumns.replaceAll('\t', ' '), records: [] }), `columns ${String(addedMeta)}`],
    ['columns in another order', vcfText({ columns: usualColumns.replace('REF\tALT', 'ALT\tREF') }), `columns ${String(addedMeta)}`],
    ['another word for FORMAT', vcfText({ columns: usualColumns.replace('FORMAT', 'FORM') }), `columns ${String(addedMeta)}`],
    ['a sample twice', vcfText({ columns: usualColumns.replace('two', 'one') }), `sample-twice ${String(addedMeta)}`],
    ['a sample without a name', vcfText({ columns: usualColumns.replace('two', '') }), `sample-name ${String(addedMeta)}`],
    ['no line of the columns', vcfText({}).replace(`${usualColumns}\n`, ''), `columns-missing ${String(addedMeta)}`],
    ['a byte order mark', `\ufeff${vcfText({})}`, 'byte-order-mark 1'],
    ['a line of the header among the records', records(usualRecord, '##late=1'), `header-late ${String(firstRecord + 1)}`],
  ];
  const body: readonly (readonly [what: string, text: string, error: string])[] = [
    ['a column too few', records(usualRecord.slice(0, usualRecord.lastIndexOf('\t'))), 'column-count'],
    ['a column too many', records(`${usualRecord}\t0/1:3`), 'column-count'],
    ['a tab at the end', records(`${usualRecord}\t`), 'column-count'],
    ['spaces for tabs', records(usualRecord.replaceAll('\t', ' ')), 'column-count'],
    ['CHROM with a space', records(record({ chrom: 'chr 1' })), 'chrom'],
    ['CHROM with a colon before 4.3', before43(record({ chrom: '1:2' })), 'chrom'],
    ['CHROM with a comma', records(record({ chrom: '1,2' })), 'chrom'],
    ['CHROM with a star', records(record({ chrom: 'chr*1' })), 'chrom'],
    ['CHROM with one angle bracket', records(record({ chrom: '<ctg' })), 'chrom'],
    ['CHROM empty', records(record({ chrom: '' })), 'chrom'],
    ['POS in words', records(record({ pos: 'ten' })), 'pos'],
    ['POS below 0', records(record({ pos: '-3' })), 'pos'],
    ['POS with a point', records(record({ pos: '10.5' })), 'pos'],
    ['ID with a space', records(record({ id: 'rs 1' })), 'id'],
    ['ID twice', before43(record({ id: 'rs1;rs1' })), 'id-twice'],
    ['ID empty between semicolons', records(record({ id: 'rs1;;rs2' })), 'id'],
    ['REF with another letter', records(record({ ref: 'R' })), 'ref'],
    ['REF as a point', records(record({ ref: '.' })), 'ref'],
    ['REF with a comma', records(record({ ref: 'A,C' })), 'ref'],
    ['ALT with another letter', records(record({ alt: 'Z' })), 'alt'],
    ['ALT with an empty allele', records(record({ alt: 'G,,T' })), 'alt'],
    ['ALT with a point beside an allele', records(record({ alt: 'G,.' })), 'alt'],
    ['ALT not closed', records(record({ alt: '<DEL' })), 'alt'],
    ['a breakend with brackets of two directions', records(record({ alt: 'G[2:300]' })), 'alt'],
    ['a breakend without a position', records(record({ alt: 'G[2[' })), 'alt'],
    ['ALT twice', records(record({ alt: 'G,G' })), 'alt-twice'],
    ['ALT that is REF', records(record({ alt: 'A' })), 'alt-is-ref'],
    ['QUAL in words', records(record({ qual: 'high' })), 'qual'],
    ['QUAL below 0', records(record({ qual: '-3.5' })), 'qual-negative'],
    ['FILTER 0 on a record', records(record({ filter: '0' })), 'filter'],
    ['FILTER with a space', records(record({ filter: 'q10 q20' })), 'filter'],
    ['FILTER with PASS beside a name', records(record({ filter: 'PASS;q10' })), 'filter'],
    ['FILTER twice', records(record({ filter: 'q10;q10' })), 'filter-twice'],
    ['FILTER empty', records(record({ filter: '' })), 'filter'],
    ['INFO empty', records(record({ info: '' })), 'info'],
    ['INFO with an entry without a key', records(record({ info: 'DP=1;=3' })), 'info'],
    ['INFO with a key that is none', records(record({ info: 'DP=1;9a=3' })), 'info-key'],
    ['INFO with a key twice', records(record({ info: 'DP=1;DP=2' })), 'info-twice'],
    ['INFO: a number in words', records(record({ info: 'DP=many' })), 'info-type'],
    ['INFO: a fraction for a whole number', records(record({ info: 'DP=1.5' })), 'info-type'],
    ['INFO: beyond 32 bits', records(record({ info: 'DP=2147483648' })), 'info-type'],
    ['INFO: a reserved number', records(record({ info: 'DP=-2147483648' })), 'info-type'],
    ['INFO: two letters for one', records(record({ info: 'LETTER=ab' })), 'info-type'],
    ['INFO: a key without its value', records(record({ info: 'DP' })), 'info-value'],
    ['INFO: a flag with a value', records(record({ info: 'DB=yes' })), 'info-flag'],
    ['INFO: a value too many for A', records(record({ info: 'AF=0.1,0.2' })), 'info-count'],
    ['INFO: a value too few for R', records(record({ info: 'AD=4' })), 'info-count'],
    ['INFO: two values for one', records(record({ info: 'DP=4,5' })), 'info-count'],
    ['INFO: a share above 1', records(record({ info: 'AF=1.5' })), 'info-reserved'],
    ['END below 0', records(record({ info: 'END=-1' })), 'info-end-before-pos'],
    ['END before POS', records(record({ alt: '<DEL>', info: 'END=50;SVTYPE=DEL' })), 'info-end-before-pos'],
    ['FORMAT empty', records(record({ format: '' })), 'format'],
    ['FORMAT with an empty key', records(record({ format: 'GT::DP', one: '0/1:.:3', two: '0/0' })), 'format'],
    ['before 4.3 a FORMAT key with a sign that nobody declared', before43(record({ format: 'GT:A_B', one: '0/1:1', two: '0/0:1' })), 'format-key'],
    ['FORMAT with a key twice', records(record({ format: 'GT:DP:DP', one: '0/1:3:3', two: '0/0' })), 'format-twice'],
    ['GT behind another key', records(record({ format: 'DP:GT', one: '3:0/1', two: '3:0/0' })), 'format-genotype-first'],
    ['a sample with a value too many', records(record({ one: '0/1:3' })), 'sample-count'],
    ['a sample that is empty', records(record({ one: '' })), 'sample'],
    ['a genotype beyond ALT', records(record({ one: '0/2' })), 'genotype-allele'],
    ['a genotype with another separator', records(record({ one: '0:1' })), 'sample-count'],
    ['a genotype in letters', records(record({ one: 'A/G' })), 'genotype'],
    ['a genotype with an empty allele', records(record({ one: '0/' })), 'genotype'],
    ['a sample’s number in words', records(record({ format: 'GT:DP', one: '0/1:many', two: '0/0' })), 'sample-type'],
    ['a sample’s depth below 0', records(record({ format: 'GT:DP', one: '0/1:-4', two: '0/0' })), 'sample-reserved'],
    ['three likelihoods missing one', records(record({ format: 'GT:PL', one: '0/1:0,10', two: '0/0' })), 'sample-value-count'],
    ['likelihoods of two copies for one copy', records(record({ format: 'GT:PL', one: '1:0,10,20', two: '0/0' })), 'sample-value-count'],
    ['likelihoods of two copies for three', records(record({ format: 'GT:PL', one: '0/1/1:0,10,20', two: '0/0' })), 'sample-value-count'],
    ['one haplotype quality for two', records(record({ format: 'GT:HQ', one: '0/1:5', two: '0/0' })), 'sample-value-count'],
    ['a genotype’s filter 0', records(record({ format: 'GT:FT', one: '0/1:0', two: '0/0' })), 'sample-reserved'],
    ['a control character', records(record({ id: 'rs\u00011' })), 'control-character'],
    ['bytes that are no text', records(record({ id: 'rs\ufffd1' })), 'encoding'],
  ];
  const order: readonly (readonly [what: string, text: string, error: string])[] = [
    ['the same change with other bases round it', records(record({ ref: 'TAT', alt: 'TGT' }), record({ pos: '101', ref: 'A', alt: 'G' })), `record-twice ${String(firstRecord + 1)}`],
    ['an empty line among the records', records(usualRecord, '', record({ pos: '101' })), `empty-line ${String(firstRecord + 1)}`],
    ['a contig that comes again', records(record({}), record({ chrom: '2' }), record({ pos: '500' })), `contig-split ${String(firstRecord + 2)}`],
    ['a position that goes back', records(record({ pos: '500' }), record({ pos: '400' })), `pos-order ${String(firstRecord + 1)}`],
    ['an allele that comes again', records(record({}), record({ alt: 'T,G' })), `record-twice ${String(firstRecord + 1)}`],
    ['an empty line among the records', records(record({}), '', record({ pos: '500' })), `empty-line ${String(firstRecord + 1)}`],
    ['a last line that is not ended', records(record({})).slice(0, -1), `end-of-file ${String(firstRecord)}`],
  ];
  test.each([...header, ...order])('%s', (_, text, error) => {
    expect(errorsOf(text)).toContain(error);
  });
  test.each(body)('%s', (_, text, rule) => {
    expect(errorsOf(text)).toContain(`${rule} ${String(firstRecord)}`);
  });
  it('and an empty file has one', () => {
    expect(errorsOf('')).toEqual(['empty-file 0']);
  });
});

describe('a reserved key', () => {
  const declared = (kind: string, id: string, number: string, type: string, version: string): readonly string[] => check(vcfText({ version, meta: [`##${kind}=<ID=${id},Number=${number},Type=${type},Description="x">`], records: [] })).findings.map(({ severity, rule }) => `${severity} ${rule}`);
  test.each([
    ['INFO', 'AA', '.', 'String'],
    ['INFO', 'AF', 'A', 'Integer'],
    ['INFO', 'DB', '0', 'String'],
    ['INFO', 'DP', '0', 'Integer'],
    ['INFO', 'BQ', '1', 'Integer'],
    ['INFO', 'END', 'A', 'Integer'],
    ['INFO', 'MQ', 'R', 'Integer'],
    ['FORMAT', 'GQ', '1', 'String'],
    ['FORMAT', 'PL', 'G', 'Float'],
    ['FORMAT', 'GP', 'A', 'Float'],
    ['FORMAT', 'FT', '2', 'String'],
    ['FORMAT', 'PS', '1', 'Float'],
  ])('%s %s with Number=%s and Type=%s is an error from 4.1 on', (kind, id, number, type) => {
    const seen = ['4.0', '4.1', '4.2', '4.3'].map((version) => declared(kind, id, number, type, version).filter((finding) => finding.endsWith('meta-reserved')));
    expect(seen).toEqual([['warning meta-reserved'], ['error meta-reserved'], ['error meta-reserved'], ['error meta-reserved']]);
  });

  it('of each allele is exact from 4.3 on, which brought it', () => {
    expect(['4.2', '4.3'].map((version) => declared('FORMAT', 'AD', 'A', 'Integer', version))).toEqual([['warning meta-reserved'], ['error meta-reserved']]);
  });

  test.each([
    ['FORMAT', 'GQ', '1', 'Float'],
    ['FORMAT', 'PL', '.', 'Integer'],
    ['FORMAT', 'FT', '.', 'String'],
    ['INFO', 'AC', '.', 'Integer'],
    ['INFO', 'MQ', '1', 'Integer'],
    ['INFO', 'SVLEN', '1', 'Integer'],
  ])('%s %s with Number=%s and Type=%s, as common callers write it, is a warning', (kind, id, number, type) => {
    expect(declared(kind, id, number, type, '4.2')).toEqual(['warning meta-reserved']);
  });
});

describe('a valid file that looks odd has no error', () => {
  test.each([
    ['no records', records()],
    ['no samples', vcfText({ columns: usualColumns.split('\t').slice(0, 8).join('\t'), records: [usualRecord.split('\t').slice(0, 8).join('\t')] })],
    ['a telomere at 0', records(record({ pos: '0', ref: 'N', alt: '.[1:5[' }))],
    ['small letters', records(record({ ref: 'acgt', alt: 'a' }))],
    ['everything missing', records(record({ alt: '.', qual: '.', filter: '.', info: '.', one: '.', two: './.' }))],
    ['* and <*>', records(record({ alt: 'G,*,<*>' }))],
    ['breakends', records(record({ alt: 'G]2:321681]' }), record({ pos: '101', alt: ']2:17]A' }), record({ pos: '102', alt: '[2:17[A,A[2:9[' }))],
    ['single breakends', records(record({ alt: 'AGT.' }), record({ pos: '101', alt: '.TGA' }))],
    ['a breakend into an assembled contig', records(record({ alt: 'A[<ctg1>:1[' }))],
    ['structural variants of one place', records(record({ alt: '<DEL>', info: 'END=200;SVTYPE=DEL' }), record({ alt: '<DEL>', info: 'END=300;SVTYPE=DEL' }))],
    ['a contig in angle brackets', records(record({ chrom: '<ctg1>' }))],
    ['one copy and three copies', records(record({ one: '1', two: '0/1/1' }))],
    ['likelihoods for one and three copies', records(record({ format: 'GT:PL', one: '1:0,10', two: '0/1/1:0,1,2,3' }))],
    ['phase and half a genotype', records(record({ one: '0|1', two: './1' }))],
    ['values left out at the end', records(record({ format: 'GT:DP:PL', one: '0/1', two: '0/0:3' }))],
    ['a single point for a list', records(record({ info: 'AF=.', format: 'GT:PL', one: '0/1:.', two: '0/0:.,.,.' }))],
    ['exponents, infinity and nan', records(record({ qual: '1e3', info: 'AF=1E-7' }), record({ pos: '101', qual: 'inf' }))],
    ['several filters', records(record({ filter: 'q10;q20' }))],
    ['a flag alone', records(record({ info: 'DB' }))],
    ['percent signs in 4.3', records(record({ info: 'NOTE=a%3Bb%2Cc' }))],
    ['quotation marks within a description', metaLine('##INFO=<ID=X,Number=1,Type=String,Description="a \\"b\\", <c> = d">')],
    ['source and version', metaLine('##INFO=<ID=X,Number=1,Type=String,Description="x",Source="dbSNP",Version="138">')],
    ['META, SAMPLE and PEDIGREE', vcfText({ meta: [...usualMeta, '##META=<ID=Assay,Type=String,Number=.,Values=[WES, WGS]>', '##SAMPLE=<ID=one,Assay=WES,Description="blood, left arm">', '##PEDIGREE=<ID=one,Father=two,Mother=three>'] })],
    ['an assembly and a pedigree database', vcfText({ meta: [...usualMeta, '##assembly=ftp://example.org/a.fasta', '##pedigreeDB=http://example.org/p'] })],
    ['keys that nobody declared', records(record({ info: 'XYZ=3;ABC' }))],
    ['carriage returns', vcfText({}).replaceAll('\n', '\r\n')],
    ['letters beyond ASCII in a description', metaLine('##INFO=<ID=X,Number=1,Type=String,Description="Häufigkeit – 频率">')],
    ['1000G as a key', metaLine('##INFO=<ID=1000G,Number=0,Type=Flag,Description="x">')],
    ['a leading phase in 4.4', vcfText({ version: '4.4', records: [record({ one: '|0/1' })] })],
    ['a contig now with and now without angle brackets', records(record({}), record({ chrom: '<1>', pos: '101' }), record({ pos: '102' }))],
    ['an HLA allele as a contig', metaLine('##contig=<ID=HLA-A*01:01:01:01,length=3503>')],
    ['an ALT of an assembled contig, whatever its signs', metaLine('##ALT=<ID=ctg!"#$%&\'()*+-./;=?@[\\]^_`{|}~,Description="x">')],
    ['a flag of 4.3 with a letter for its number', metaLine('##INFO=<ID=X,Number=A,Type=Flag,Description="x">')],
    ['values beside a missing ALT', records(record({ alt: '.', info: 'AF=0.1', format: 'GT:PL', one: '0|1:1,2,3', two: '0/0:1' }))],
    ['a reserved key that early versions left open', records(record({ info: 'SB=0.15' }))],
    ['CHROM with a colon from 4.3 on', records(record({ chrom: 'HLA-A:1' }))],
    ['words in quotation marks, a comma among them', vcfText({ meta: [...usualMeta, '##INFO=<ID=WHY,Number=1,Type=String,Description="x">'], records: [record({ info: 'WHY="this, and_that"'.replace(' ', '') })] })],
    ['a contig twice, of one length', metaLine('##contig=<ID=1>')],
    ['before 4.3 a line of its own with anything in brackets', metaLine('##Title=<"words, any">', '4.1')],
    ['before 4.3 a declared FORMAT key with a sign', vcfText({ version: '4.2', meta: [...usualMeta, '##FORMAT=<ID=MIN_DP,Number=1,Type=Integer,Description="x">'], records: [record({ format: 'GT:MIN_DP', one: '0/1:4', two: '0/0:3' })] })],
    ['a pedigree database in brackets before 4.3', metaLine('##pedigreeDB=<http://example.org/p?a=b>', '4.1')],
    ['two changes of one place', records(record({ ref: 'TAT', alt: 'TGT' }), record({ pos: '101', ref: 'A', alt: 'C' }))],
    ['an empty line at the end', `${vcfText({})}\n`],
    ['the address of a pedigree database before 4.3', metaLine('##pedigreeDB=http://example.org/p', '4.2')],
    ['a pedigree of 4.2', metaLine('##PEDIGREE=<Derived=one,Original=two>', '4.2')],
  ])('%s', (_, text) => {
    expect(errorsOf(text)).toEqual([]);
  });
});

describe('the check', () => {
  it('counts all findings of a rule and shows the first', () => {
    const report = check(records(...Array.from({ length: 50 }, (_, index) => record({ pos: String(100 + index), qual: 'high' }))));
    expect({ errors: report.errors, shown: report.findings.length, counts: report.counts }).toEqual({ errors: 50, shown: 20, counts: { qual: 50 } });
  });

  it('never fails, whatever the text, and however it is cut into pieces', () => {
    const crumb = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('\t', '\n', '##', '=<', '>', '"', ',', 'ID=', usualColumns, usualRecord, '0/1', 'GT', ':', ';'));
    fc.assert(
      fc.property(fc.array(crumb, { maxLength: 30 }), (pieces) => {
        const whole = check(pieces.join(''));
        const checked = createVcfCheck();
        const lines = createLineReader(checked.line);
        for (const piece of pieces) lines.push(piece);
        expect(checked.end(!lines.end())).toEqual(whole);
      }),
      { numRuns: 1_000 },
    );
  });
});
