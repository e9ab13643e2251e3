import type { GeneticFamily, GeneticMember } from '#shared/inheritance/genetic-family.ts';

/** Kinship of everybody with everybody: the probability that an allele drawn from one and an allele drawn from the other are identical by descent. */
export interface KinshipTable {
  readonly ids: readonly string[];
  readonly between: (first: string, second: string) => number;
  /** Inbreeding coefficient F: the kinship of the person's parents; on the X of a man 0. */
  readonly inbreeding: (id: string) => number;
}

/**
 * Kinship coefficients.
 *
 * Formula: autosomes φ(i,i) = ½(1 + φ(egg, sperm)), φ(i,j) = ½(φ(i, egg of j) + φ(i, sperm of j)) for j younger; X chromosome the same for
 * women, for a man φ(j,j) = 1 and φ(i,j) = φ(i, egg of j). Identical twins are one. An undrawn parent is related to nobody.
 * Source: Malécot 1948; the recursion in Lange, Mathematical and Statistical Methods for Genetic Analysis, 2nd ed. 2002, section 5.3,
 * doi 10.1007/978-0-387-21750-5; X: Sinnwell, Therneau & Schaid 2014, doi 10.1159/000363105.
 * Limits: on the X a person of unknown sex counts as a woman.
 */
export function kinshipTable(family: GeneticFamily, chromosome: 'autosome' | 'X'): KinshipTable {
  const { members } = family;
  const size = members.length;
  const table = new Float64Array(size * size);
  const genotypeOf = firstOfIdentical(family);
  const at = (first: number | null, second: number): number => (first === null ? 0 : (table[first * size + second] ?? 0));
  members.forEach((member, index) => {
    const owner = genotypeOf[index] ?? index;
    for (let other = 0; other <= index; other += 1) {
      const value = owner === index ? (other === index ? ownKinship(member, chromosome, at) : halfOfEach(member, other, chromosome, at)) : at(owner, other === index ? owner : other);
      table[index * size + other] = value;
      table[other * size + index] = value;
    }
  });
  const indexOf = (id: string): number => family.indexOf.get(id) ?? 0;
  return {
    ids: members.map(({ id }) => id),
    between: (first, second) => at(indexOf(first), indexOf(second)),
    inbreeding: (id) => inbreedingOf(members[indexOf(id)], chromosome, at),
  };
}

type KinshipAt = (first: number | null, second: number) => number;

function ownKinship(member: GeneticMember, chromosome: 'autosome' | 'X', at: KinshipAt): number {
  return chromosome === 'X' && member.sex === 'male' ? 1 : (1 + inbreedingOf(member, chromosome, at)) / 2;
}

function halfOfEach(member: GeneticMember, other: number, chromosome: 'autosome' | 'X', at: KinshipAt): number {
  if (chromosome === 'X' && member.sex === 'male') return at(member.eggParent, other);
  return (at(member.eggParent, other) + at(member.spermParent, other)) / 2;
}

function inbreedingOf(member: GeneticMember | undefined, chromosome: 'autosome' | 'X', at: KinshipAt): number {
  if (member === undefined || member.eggParent === null || member.spermParent === null) return 0;
  return chromosome === 'X' && member.sex === 'male' ? 0 : at(member.eggParent, member.spermParent);
}

/** The member whose genotype each one has: itself, or the first drawn of its identical twins. */
function firstOfIdentical(family: GeneticFamily): readonly number[] {
  const genotypeOf = family.members.map((_, index) => index);
  for (const group of family.identical) {
    const first = Math.min(...group);
    for (const index of group) genotypeOf[index] = first;
  }
  return genotypeOf;
}
