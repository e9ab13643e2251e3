import { success, type Result } from '#shared/base/result.ts';
import type { NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import type { GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { genotypePosterior, type EvidenceById } from '#shared/inheritance/genotype-network.ts';
import { probabilityThat } from '#shared/inheritance/family-risk.ts';
import type { GenotypeState, LocusModel } from '#shared/inheritance/locus.ts';

/** What the evidence about one relative does to the probability asked for. */
export interface Contribution {
  readonly relativeId: string;
  readonly withRelative: number;
  /** The same probability if nothing were known of the relative. */
  readonly withoutRelative: number;
}

/** What everybody of whom something is known contributes to the probability that a person is in a state that `holds`, greatest change first. */
export function contributions(family: GeneticFamily, locus: LocusModel, evidence: EvidenceById, id: string, holds: (state: GenotypeState) => boolean): Result<readonly Contribution[], NetworkTooLarge> {
  const whole = genotypePosterior(family, locus, evidence);
  if (!whole.ok) return whole;
  const withRelative = probabilityThat(whole.value.statesOf(id), holds);
  const found: Contribution[] = [];
  for (const relativeId of evidence.keys()) {
    const without = genotypePosterior(family, locus, new Map([...evidence].filter(([member]) => member !== relativeId)));
    if (!without.ok) return without;
    found.push({ relativeId, withRelative, withoutRelative: probabilityThat(without.value.statesOf(id), holds) });
  }
  const change = (entry: Contribution): number => Math.abs(entry.withRelative - entry.withoutRelative);
  return success(found.sort((first, second) => change(second) - change(first)));
}
