import type { FieldNumber, VcfHeader } from '#shared/variant/vcf/header.ts';

/** Which values of a list belong to one alternate allele: that of A, reference and that of R, the three genotypes of the two of G. */
export function valuesForAllele(values: readonly string[], number: FieldNumber, alternate: number, ploidy = 2): readonly string[] {
  const pick = (indices: readonly number[]): readonly string[] => indices.map((index) => values[index] ?? '.');
  if (number === 'A') return pick([alternate]);
  if (number === 'R') return pick([0, alternate + 1]);
  if (number !== 'G') return values;
  const allele = alternate + 1;
  // The genotype j/k stands at k(k+1)/2 + j; a haploid one at its allele.
  return ploidy === 1 ? pick([0, allele]) : ploidy === 2 ? pick([0, (allele * (allele + 1)) / 2, (allele * (allele + 1)) / 2 + allele]) : values;
}

/** INFO as it would stand on a line with this alternate allele alone. */
export function infoForAllele(header: VcfHeader, info: string, alternate: number): string {
  if (info === '.') return info;
  return info
    .split(';')
    .map((entry) => {
      const equals = entry.indexOf('=');
      const number = equals < 0 ? undefined : header.info.get(entry.slice(0, equals))?.number;
      if (number !== 'A' && number !== 'R' && number !== 'G') return entry;
      const values = entry.slice(equals + 1).split(',');
      return values.length === 1 ? entry : `${entry.slice(0, equals)}=${valuesForAllele(values, number, alternate).join(',')}`;
    })
    .join(';');
}
