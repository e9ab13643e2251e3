/** The alleles of one sample at a record: 0 the reference, 1 the first alternate, −1 not called. */
export interface Genotype {
  readonly alleles: readonly number[];
  readonly isPhased: boolean;
}

/** There are few different genotypes in a file, and each is read once. */
const known = new Map<string, Genotype | null>();
const mostKnown = 10_000;

/** Reads `0/1`, `1|0`, `.`, `./1`, `1`, `/0/1` (4.4). Null where it is none. */
export function parseGenotype(text: string): Genotype | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const read = readGenotype(text);
  if (known.size < mostKnown) known.set(text, read);
  return read;
}

const pattern = /^[/|]?(?:\.|0|[1-9]\d{0,8})(?:[/|](?:\.|0|[1-9]\d{0,8}))*$/;

function readGenotype(text: string): Genotype | null {
  if (!pattern.test(text)) return null;
  const alleles = text.split(/[/|]/).filter((allele) => allele !== '');
  return { alleles: alleles.map((allele) => (allele === '.' ? -1 : Number(allele))), isPhased: text.includes('|') && !text.slice(1).includes('/') };
}

/**
 * How many genotypes there are of so many alleles and copies, which is how many values a field of Number=G has.
 *
 * Formula: C(alleles + ploidy − 1, ploidy). Source: VCF specification 4.3, section 1.6.2, genotype ordering.
 */
export function genotypeCount(alleles: number, ploidy: number): number {
  let count = 1;
  for (let step = 1; step <= ploidy; step += 1) count = (count * (alleles + step - 1)) / step;
  return Math.round(count);
}
