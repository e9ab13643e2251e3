import { success, type Result } from '#shared/base/result.ts';
import type { NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import type { GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { genotypePosterior, type EvidenceById } from '#shared/inheritance/genotype-network.ts';
import type { LocusModel } from '#shared/inheritance/locus.ts';

/**
 * The people whose evidence cannot be true together under the model: a smallest set in the sense that without any one of them the rest can be.
 * Empty where the evidence is possible.
 *
 * Source: the divide and conquer of Junker 2004 (QuickXplain), AAAI-04, 167-172.
 */
export function impossibleEvidence(family: GeneticFamily, locus: LocusModel, evidence: EvidenceById): Result<readonly string[], NetworkTooLarge> {
  const isPossible = (ids: readonly string[]): Result<boolean, NetworkTooLarge> => {
    const posterior = genotypePosterior(family, locus, new Map(ids.map((id) => [id, evidence.get(id) ?? {}])));
    return posterior.ok ? success(posterior.value.logLikelihood > -Infinity) : posterior;
  };
  const everybody = [...evidence.keys()];
  const whole = isPossible(everybody);
  if (!whole.ok) return whole;
  return whole.value ? success([]) : smallestConflict([], false, everybody, isPossible);
}

type IsPossible = (ids: readonly string[]) => Result<boolean, NetworkTooLarge>;

/** What of `suspects` is needed, beside `given`, for the conflict; `hasGrown`: something was added to `given` since it was last checked. */
function smallestConflict(given: readonly string[], hasGrown: boolean, suspects: readonly string[], isPossible: IsPossible): Result<readonly string[], NetworkTooLarge> {
  if (hasGrown) {
    const possible = isPossible(given);
    if (!possible.ok) return possible;
    if (!possible.value) return success([]);
  }
  if (suspects.length === 1) return success(suspects);
  const half = Math.ceil(suspects.length / 2);
  const [first, second] = [suspects.slice(0, half), suspects.slice(half)];
  const late = smallestConflict([...given, ...first], first.length > 0, second, isPossible);
  if (!late.ok) return late;
  const early = smallestConflict([...given, ...late.value], late.value.length > 0, first, isPossible);
  return early.ok ? success([...early.value, ...late.value]) : early;
}
