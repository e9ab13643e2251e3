import type { VcfHeader } from '#shared/variant/vcf/header.ts';
import type { GenomeBuild } from '#shared/variant/variant.ts';

/** How a place is inherited: in two copies, on X or Y outside their shared ends, or with the mitochondria. */
export type InheritedAs = 'autosomal' | 'x' | 'y' | 'mitochondrial';

/**
 * Pseudo-autosomal regions, 1-based and inclusive: the ends of X and Y that everybody has in two copies.
 *
 * Source: Genome Reference Consortium, GRCh37 and GRCh38, regions PAR#1 and PAR#2.
 */
const pseudoAutosomal = {
  GRCh37: { x: [[60_001, 2_699_520], [154_931_044, 155_260_560]], y: [[10_001, 2_649_520], [59_034_050, 59_363_566]] },
  GRCh38: { x: [[10_001, 2_781_479], [155_701_383, 156_030_895]], y: [[10_001, 2_781_479], [56_887_903, 57_217_415]] },
} as const;

/** Where the build is not known, a place counts as shared when it is in either. */
export function inheritedAs(chromosome: string, position: number, build: GenomeBuild | null): InheritedAs {
  const name = chromosomeName(chromosome);
  if (name === 'M') return 'mitochondrial';
  if (name !== 'X' && name !== 'Y') return 'autosomal';
  const which = name === 'X' ? 'x' : 'y';
  const builds = build === null ? (['GRCh37', 'GRCh38'] as const) : [build];
  const isShared = builds.some((one) => pseudoAutosomal[one][which].some(([from, to]) => position >= from && position <= to));
  return isShared ? 'autosomal' : which;
}

/** `chrX`, `X`, `23` and `NC_000023` are X; `chrM`, `MT` and `25` M. */
export function chromosomeName(chromosome: string): string {
  const found = names.get(chromosome);
  if (found !== undefined) return found;
  const plain = chromosome.replace(/^chr/i, '').toUpperCase();
  const accession = /^NC_0000(\d\d)\.\d+$/.exec(plain)?.[1];
  const short = accession === undefined ? plain : String(Number(accession));
  const name = short === '23' || short === 'X' ? 'X' : short === '24' || short === 'Y' ? 'Y' : ['M', 'MT', '25', '26', 'NC_012920.1'].includes(short) ? 'M' : short;
  if (names.size < 10_000) names.set(chromosome, name);
  return name;
}
const names = new Map<string, string>();

/** Lengths by which the builds are told apart. Source: Genome Reference Consortium. */
const lengths: readonly (readonly [string, number, GenomeBuild])[] = [
  ['1', 249_250_621, 'GRCh37'],
  ['1', 248_956_422, 'GRCh38'],
  ['X', 155_270_560, 'GRCh37'],
  ['X', 156_040_895, 'GRCh38'],
  ['10', 135_534_747, 'GRCh37'],
  ['10', 133_797_422, 'GRCh38'],
];

/** Null where the contigs of the header do not tell. */
export function buildOf(header: Pick<VcfHeader, 'contigs'>): GenomeBuild | null {
  const named = new Map([...header.contigs].map(([name, length]) => [chromosomeName(name), length]));
  return lengths.find(([name, length]) => named.get(name) === length)?.[2] ?? null;
}

/** Versions of the RefSeq accessions of chromosomes 1 to 22, X and Y. Source: NCBI, assemblies GCF_000001405.25 and GCF_000001405.40. */
const refSeqVersions: Readonly<Record<GenomeBuild, readonly number[]>> = {
  GRCh37: [10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9],
  GRCh38: [11, 12, 12, 12, 10, 12, 14, 11, 12, 11, 10, 12, 11, 9, 10, 10, 11, 10, 10, 11, 9, 11, 11, 10],
};

/** `NC_000010.10` for chromosome 10 of GRCh37; null for what is no chromosome. */
export function refSeqOf(chromosome: string, build: GenomeBuild): string | null {
  const name = chromosomeName(chromosome);
  if (name === 'M') return 'NC_012920.1';
  const number = name === 'X' ? 23 : name === 'Y' ? 24 : Number(name);
  const version = refSeqVersions[build][number - 1];
  return version === undefined ? null : `NC_${String(number).padStart(6, '0')}.${String(version)}`;
}
