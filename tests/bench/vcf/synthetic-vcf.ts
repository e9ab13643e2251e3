import { closeSync, openSync, writeSync } from 'node:fs';

/**
 * Writes a VCF file of three samples, child, father and mother, as a caller and an annotator leave it: rising positions over two contigs, depths,
 * likelihoods, a gene and a frequency. The same file every time.
 */
export function writeSyntheticVcf(path: string, records: number): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, `${header.join('\n')}\n`);
    let random = 20_260_101;
    const next = (below: number): number => {
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((random / 2 ** 32) * below);
    };
    for (let written = 0; written < records; ) {
      const lines: string[] = [];
      for (; lines.length < 5_000 && written < records; written += 1) lines.push(recordLine(written, records, next));
      writeSync(file, `${lines.join('\n')}\n`);
    }
  } finally {
    closeSync(file);
  }
}

const header = [
  '##fileformat=VCFv4.2',
  '##FILTER=<ID=LowQual,Description="Low quality">',
  '##INFO=<ID=AC,Number=A,Type=Integer,Description="Allele count">',
  '##INFO=<ID=AN,Number=1,Type=Integer,Description="Alleles called">',
  '##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">',
  '##INFO=<ID=gnomAD_AF,Number=A,Type=Float,Description="Frequency in gnomAD">',
  '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequences. Format: Allele|Consequence|IMPACT|SYMBOL|Feature|HGVSc|HGVSp">',
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth of each allele">',
  '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">',
  '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype quality">',
  '##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Likelihoods">',
  '##contig=<ID=1,length=249250621>',
  '##contig=<ID=2,length=243199373>',
  '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tchild\tfather\tmother',
];
const bases = ['A', 'C', 'G', 'T'];
const consequences = ['intron_variant', 'synonymous_variant', 'missense_variant', 'intergenic_variant', 'stop_gained'];

function recordLine(index: number, records: number, next: (below: number) => number): string {
  const isSecond = index >= records / 2;
  const position = 10_000 + (isSecond ? index - Math.ceil(records / 2) : index) * 100 + next(90);
  const from = next(4);
  const reference = bases[from] ?? 'A';
  const alternate = bases[(from + 1 + next(3)) % 4] ?? 'C';
  const samples = [0, 1, 2].map(() => sample(next));
  const frequency = (next(1_000_000) / 1_000_000) ** 3;
  const gene = `GENE${String(Math.floor(index / 100))}`;
  return `${isSecond ? '2' : '1'}\t${String(position)}\trs${String(index)}\t${reference}\t${alternate}\t${String(30 + next(3_000))}.${String(next(99))}\t${next(20) === 0 ? 'LowQual' : 'PASS'}\tAC=2;AN=6;DP=${String(60 + next(90))};gnomAD_AF=${frequency.toPrecision(4)};CSQ=${alternate}|${consequences[next(5)] ?? ''}|MODERATE|${gene}|ENST000001|c.${String(1 + next(3_000))}${reference}>${alternate}|\tGT:AD:DP:GQ:PL\t${samples.join('\t')}`;
}

function sample(next: (below: number) => number): string {
  const kind = next(10);
  const depth = 20 + next(40);
  const half = Math.floor(depth / 2);
  if (kind < 6) return `0/0:${String(depth)},0:${String(depth)}:99:0,120,1800`;
  if (kind < 8) return `0/1:${String(half)},${String(depth - half)}:${String(depth)}:99:900,0,900`;
  return kind === 8 ? `1/1:0,${String(depth)}:${String(depth)}:99:1800,120,0` : `./.:0,0:0:.:.`;
}
