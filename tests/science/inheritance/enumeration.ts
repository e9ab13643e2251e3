import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import type { GeneticFamily, GeneticMember } from '#shared/inheritance/genetic-family.ts';
import type { LocusModel } from '#shared/inheritance/locus.ts';
import { cumulativePenetrance } from '#shared/inheritance/penetrance.ts';

/** One person in one world: the allele from the egg, the allele from the sperm (null: no such chromosome), and a mosaic germ line. */
interface Genes {
  readonly isMale: boolean;
  readonly egg: 0 | 1 | null;
  readonly sperm: 0 | 1 | null;
  readonly isMosaic: boolean;
}

export interface Enumerated {
  readonly likelihood: number;
  /** Probability of exactly so many disease alleles, by person. */
  readonly copies: ReadonlyMap<string, readonly [number, number, number]>;
}

/**
 * The genotype probabilities of a small family by writing down every possible world, allele by allele: slow, plain and independent of the engine, which
 * counts alleles and eliminates people. Known sexes, constant penetrance, one person a symbol.
 */
export function enumerate(family: GeneticFamily, locus: LocusModel, evidence: ReadonlyMap<string, MemberEvidence>): Enumerated {
  const world: Genes[] = [];
  const copies = new Map(family.members.map(({ id }) => [id, [0, 0, 0] as [number, number, number]]));
  let likelihood = 0;
  const go = (index: number, weight: number): void => {
    if (weight === 0) return;
    const member = family.members[index];
    if (member === undefined) {
      likelihood += weight;
      family.members.forEach(({ id }, place) => {
        const counts = copies.get(id);
        const count = alleles(world[place]);
        if (counts !== undefined) counts[count] = (counts[count] ?? 0) + weight;
      });
      return;
    }
    const twin = family.identical.find((group) => group.includes(index))?.find((other) => other < index);
    for (const [genes, probability] of twin === undefined ? births(member, locus, evidence, world) : [[world[twin] ?? nobody, 1] as const]) {
      world[index] = genes;
      go(index + 1, weight * probability * seen(genes, locus, evidence.get(member.id) ?? {}));
    }
  };
  go(0, 1);
  for (const counts of copies.values()) for (const count of [0, 1, 2] as const) counts[count] = likelihood === 0 ? 0 : counts[count] / likelihood;
  return { likelihood, copies };
}

const nobody: Genes = { isMale: false, egg: 0, sperm: 0, isMosaic: false };
const alleles = (genes: Genes = nobody): 0 | 1 | 2 => ((genes.egg ?? 0) + (genes.sperm ?? 0)) as 0 | 1 | 2;

function births(member: GeneticMember, locus: LocusModel, evidence: ReadonlyMap<string, MemberEvidence>, world: readonly Genes[]): readonly (readonly [Genes, number])[] {
  const isMale = member.sex === 'male';
  const frequency = evidence.get(member.id)?.alleleFrequency ?? locus.alleleFrequency;
  const chance = (parent: number | null): number => (parent === null ? frequency : handedOn(world[parent] ?? nobody, locus));
  const hasEgg = locus.chromosome !== 'Y';
  const hasSperm = locus.chromosome === 'autosome' || (locus.chromosome === 'X' && !isMale) || (locus.chromosome === 'Y' && isMale);
  const eggs = hasEgg ? ([[0, 1 - chance(member.eggParent)], [1, chance(member.eggParent)]] as const) : ([[null, 1]] as const);
  const sperms = hasSperm ? ([[0, 1 - chance(member.spermParent)], [1, chance(member.spermParent)]] as const) : ([[null, 1]] as const);
  const mosaicism = locus.germlineMosaicism?.probability ?? 0;
  return eggs.flatMap(([egg, eggChance]) => sperms.flatMap(([sperm, spermChance]) => {
    const plain = [{ isMale, egg, sperm, isMosaic: false }, eggChance * spermChance] as const;
    if (alleles(plain[0]) > 0 || mosaicism === 0) return [plain];
    return [[plain[0], plain[1] * (1 - mosaicism)] as const, [{ ...plain[0], isMosaic: true }, plain[1] * mosaicism] as const];
  }));
}

/** P(the gamete that makes a child with this chromosome has the disease allele). */
function handedOn(parent: Genes, locus: LocusModel): number {
  const own = [parent.egg, parent.sperm].filter((allele) => allele !== null);
  const inherited = parent.isMosaic ? (locus.germlineMosaicism?.transmittedShare ?? 0) : own.reduce<number>((sum, allele) => sum + allele, 0) / own.length;
  return inherited + (1 - inherited) * locus.mutationRate;
}

function seen(genes: Genes, locus: LocusModel, { status, copies, tests = [] }: MemberEvidence): number {
  const count = alleles(genes);
  if (copies !== undefined && copies !== count) return 0;
  const risk = cumulativePenetrance(locus.penetrance[genes.isMale ? 'male' : 'female'][count], null);
  const ofStatus = status === undefined ? 1 : status === 'affected' ? risk : 1 - risk;
  return tests.reduce((product, { result, sensitivity, specificity }) => {
    const positive = count > 0 ? sensitivity : 1 - specificity;
    return product * (result === 'positive' ? positive : 1 - positive);
  }, ofStatus);
}
