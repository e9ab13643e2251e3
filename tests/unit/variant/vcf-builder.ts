/** A small valid file of version 4.3 with two samples; each test changes what it is about. */
export interface VcfParts {
  readonly version?: string;
  readonly meta?: readonly string[];
  readonly columns?: string;
  readonly records?: readonly string[];
}

export const usualMeta = [
  '##FILTER=<ID=q10,Description="Quality below 10">',
  '##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">',
  '##INFO=<ID=AF,Number=A,Type=Float,Description="Frequency">',
  '##INFO=<ID=AD,Number=R,Type=Integer,Description="Depth of each allele">',
  '##INFO=<ID=DB,Number=0,Type=Flag,Description="In dbSNP">',
  '##INFO=<ID=NOTE,Number=.,Type=String,Description="Words, any">',
  '##INFO=<ID=LETTER,Number=1,Type=Character,Description="One">',
  '##INFO=<ID=END,Number=1,Type=Integer,Description="End">',
  '##INFO=<ID=SVTYPE,Number=1,Type=String,Description="Type">',
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">',
  '##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Likelihoods">',
  '##FORMAT=<ID=HQ,Number=2,Type=Integer,Description="Haplotype quality">',
  '##FORMAT=<ID=FT,Number=1,Type=String,Description="Filter of the genotype">',
  '##ALT=<ID=DEL,Description="Deletion">',
  '##contig=<ID=1,length=249250621>',
  '##contig=<ID=2,length=243199373>',
];
export const usualColumns = '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tone\ttwo';
export const usualRecord = '1\t100\trs1\tA\tG\t50\tPASS\tDP=10\tGT:DP\t0/1:5\t0/0:5';

export function vcfText({ version = '4.3', meta = usualMeta, columns = usualColumns, records = [usualRecord] }: VcfParts): string {
  return [`##fileformat=VCFv${version}`, ...meta, columns, ...records].map((line) => `${line}\n`).join('');
}

/** A record by the columns that are said; the others are those of the usual one. */
export function record(changed: Partial<Readonly<Record<'chrom' | 'pos' | 'id' | 'ref' | 'alt' | 'qual' | 'filter' | 'info' | 'format' | 'one' | 'two', string>>>): string {
  const { chrom = '1', pos = '100', id = '.', ref = 'A', alt = 'G', qual = '50', filter = 'PASS', info = 'DP=10', format = 'GT', one = '0/1', two = '0/0' } = changed;
  return [chrom, pos, id, ref, alt, qual, filter, info, format, one, two].join('\t');
}
