import type { VcfSelection } from '#shared/contract/vcf-procedures.ts';
import type { SelectedPair, SelectedVariant, Selection } from '#shared/variant/selection/select-variants.ts';
import { severityPlace } from '#shared/variant/vcf/consequence-terms.ts';

/** Nobody looks through more; a filter is what helps. */
const mostListed = 300;

/** What the screen is given: the most severe and rarest first, as many as can be looked through. */
export function listedSelection({ variants, pairs, unreadable: { count, lines }, ...rest }: Selection): VcfSelection {
  const listed = variants.toSorted(bySeverity).slice(0, mostListed);
  const listedPairs = pairs.toSorted((one, other) => Number(one.phase === 'unknown') - Number(other.phase === 'unknown') || bySeverity(lesser(one), lesser(other))).slice(0, mostListed);
  return { ...rest, unreadable: { count, lines: [...lines] }, variants: listed, variantCount: variants.length, pairs: listedPairs, pairCount: pairs.length };
}

function bySeverity(one: SelectedVariant, other: SelectedVariant): number {
  return severityPlace(one.consequence) - severityPlace(other.consequence) || (one.frequency ?? 0) - (other.frequency ?? 0) || one.line - other.line;
}

/** A pair weighs as much as the milder of its two. */
const lesser = ({ variants: [one, other] }: SelectedPair): SelectedVariant => (bySeverity(one, other) > 0 ? one : other);
