import type { GeneticSex } from '#shared/inheritance/genetic-family.ts';
import type { Penetrance } from '#shared/inheritance/penetrance.ts';

export type Chromosome = 'autosome' | 'X' | 'Y' | 'mitochondrion';

/** A locus with a normal and a disease allele. Y and mitochondrion are haploid: Y from father to son, mitochondrion from the mother to all. */
export interface LocusModel {
  readonly chromosome: Chromosome;
  /** Frequency of the disease allele in the population the founders come from. */
  readonly alleleFrequency: number;
  /** Probability that a normal allele becomes a disease allele on its way into one child. */
  readonly mutationRate: number;
  /**
   * A person without the allele in the blood may carry it in part of the gametes: how often that happens, and in what share of the gametes it is
   * then. Null: not considered.
   */
  readonly germlineMosaicism: { readonly probability: number; readonly transmittedShare: number } | null;
  readonly penetrance: Penetrance;
}

/** What one person may be: number of disease alleles in the body, sex, and whether the germ line is mosaic (then `copies` is 0). */
export interface GenotypeState {
  readonly copies: 0 | 1 | 2;
  readonly sex: GeneticSex;
  readonly isMosaic: boolean;
}

/** The states a person of a sex can be in; both sexes' where it is unknown and matters for the locus. */
export function genotypeStates(locus: LocusModel, sex: GeneticSex): readonly GenotypeState[] {
  const sexes: readonly GeneticSex[] = sex === 'unknown' && dependsOnSex(locus) ? ['female', 'male'] : [sex];
  return sexes.flatMap((one) => {
    const plain = copiesPossible(locus.chromosome, one).map((copies) => ({ copies, sex: one, isMosaic: false }));
    return locus.germlineMosaicism === null || !canHandOn(locus.chromosome, one) ? plain : [...plain, { copies: 0 as const, sex: one, isMosaic: true }];
  });
}

/**
 * Probability of a person's state from the gametes they came from: `fromEgg` and `fromSperm` give the probability that the gamete brings the disease
 * allele to a child of a sex.
 */
export function stateProbability(locus: LocusModel, state: GenotypeState, stateCountsBothSexes: boolean, fromEgg: (childSex: GeneticSex) => number, fromSperm: (childSex: GeneticSex) => number): number {
  const ofSex = stateCountsBothSexes ? 0.5 : 1;
  const copies = copiesProbability(locus.chromosome, state, fromEgg(state.sex), fromSperm(state.sex));
  const mosaicism = canHandOn(locus.chromosome, state.sex) ? (locus.germlineMosaicism?.probability ?? 0) : 0;
  if (state.copies > 0) return ofSex * copies;
  return ofSex * copies * (state.isMosaic ? mosaicism : 1 - mosaicism);
}

/** Probability that an egg or sperm of a person brings the disease allele to a child, new mutation included. */
export function transmission(locus: LocusModel, parent: GenotypeState, gamete: 'egg' | 'sperm', childSex: GeneticSex): number {
  if (!reaches(locus.chromosome, gamete, childSex)) return 0;
  const inherited = parent.isMosaic ? (locus.germlineMosaicism?.transmittedShare ?? 0) : inheritedShare(locus.chromosome, parent.copies, gamete);
  return inherited + (1 - inherited) * locus.mutationRate;
}

/** The same for a parent who is not drawn: a gamete drawn from the population. */
export const populationGamete = (locus: LocusModel, alleleFrequency: number, gamete: 'egg' | 'sperm', childSex: GeneticSex): number =>
  reaches(locus.chromosome, gamete, childSex) ? alleleFrequency : 0;

/** Whether sex tells genotypes or penetrance apart at the locus. */
export function dependsOnSex(locus: LocusModel): boolean {
  if (locus.chromosome === 'X' || locus.chromosome === 'Y') return true;
  if (locus.chromosome === 'mitochondrion' && locus.germlineMosaicism !== null) return true;
  return JSON.stringify(locus.penetrance.female) !== JSON.stringify(locus.penetrance.male);
}

function copiesPossible(chromosome: Chromosome, sex: GeneticSex): readonly (0 | 1 | 2)[] {
  if (chromosome === 'autosome') return [0, 1, 2];
  if (chromosome === 'mitochondrion') return [0, 1];
  if (chromosome === 'X') return sex === 'male' ? [0, 1] : [0, 1, 2];
  return sex === 'male' ? [0, 1] : [0];
}

/** Whether a chromosome comes to a child of that sex by that gamete. */
function reaches(chromosome: Chromosome, gamete: 'egg' | 'sperm', childSex: GeneticSex): boolean {
  if (chromosome === 'autosome') return true;
  if (chromosome === 'mitochondrion') return gamete === 'egg';
  if (chromosome === 'X') return gamete === 'egg' || childSex !== 'male';
  return gamete === 'sperm' && childSex === 'male';
}

function inheritedShare(chromosome: Chromosome, copies: 0 | 1 | 2, gamete: 'egg' | 'sperm'): number {
  const isHaploid = chromosome === 'Y' || chromosome === 'mitochondrion' || (chromosome === 'X' && gamete === 'sperm');
  return isHaploid ? Math.min(1, copies) : copies / 2;
}

function copiesProbability(chromosome: Chromosome, state: GenotypeState, egg: number, sperm: number): number {
  const isDiploid = chromosome === 'autosome' || (chromosome === 'X' && state.sex !== 'male');
  if (!isDiploid) {
    const single = chromosome === 'Y' ? sperm : egg;
    return state.copies === 0 ? 1 - single : single;
  }
  if (state.copies === 0) return (1 - egg) * (1 - sperm);
  return state.copies === 2 ? egg * sperm : egg * (1 - sperm) + sperm * (1 - egg);
}

const canHandOn = (chromosome: Chromosome, sex: GeneticSex): boolean => (chromosome === 'Y' ? sex === 'male' : chromosome !== 'mitochondrion' || sex !== 'male');
