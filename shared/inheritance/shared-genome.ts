import type { KinshipTable } from '#shared/inheritance/kinship.ts';

/** What two people are expected to share of their autosomes. All from 0 to 1. */
export interface SharedGenome {
  readonly kinship: number;
  /** Wright's coefficient of relationship: what share of the genome is expected to be the same by descent. */
  readonly sharedFraction: number;
  /** What share of the genome of a child of the two would be expected to be homozygous by descent. */
  readonly homozygousInChild: number;
}

/**
 * Expected shared and homozygous fractions.
 *
 * Formula: r = 2φ / √((1 + F_a)(1 + F_b)); a child's F = φ of the parents.
 * Source: Wright 1922, doi 10.1086/279872.
 * Assumes autosomes. Limits: an expectation; two siblings share between about 0.37 and 0.62 (Visscher et al. 2006, doi 10.1371/journal.pgen.0020041).
 */
export function sharedGenome(autosomal: KinshipTable, firstId: string, secondId: string): SharedGenome {
  const kinship = autosomal.between(firstId, secondId);
  const sharedFraction = (2 * kinship) / Math.sqrt((1 + autosomal.inbreeding(firstId)) * (1 + autosomal.inbreeding(secondId)));
  return { kinship, sharedFraction, homozygousInChild: kinship };
}
