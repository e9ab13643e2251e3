import type { VcfSelection } from '#shared/contract/vcf-procedures.ts';

type SelectedVariant = VcfSelection['variants'][number];

/** One variant, or the two of a pair, which are ticked together. */
export interface VcfRow {
  readonly key: string;
  readonly variants: readonly SelectedVariant[];
  readonly phase: { readonly kind: 'trans' | 'unknown'; readonly knownBy: 'parents' | 'reads' | null } | null;
  readonly notes: readonly string[];
}

export const variantKey = ({ line, alternate }: SelectedVariant): string => `${String(line)} ${alternate}`;

export function rowsOf({ variants, pairs }: VcfSelection): readonly VcfRow[] {
  return [
    ...pairs.map(({ variants: both, phase, knownBy, notes }): VcfRow => ({ key: both.map(variantKey).join(' + '), variants: [...both], phase: { kind: phase, knownBy }, notes })),
    ...variants.map((variant): VcfRow => ({ key: variantKey(variant), variants: [variant], phase: null, notes: variant.notes })),
  ];
}

/** As short as it can be told: `c.755C>G`, else the place. */
export function variantNotation({ hgvsCoding, hgvsProtein, chromosome, position, reference, alternate }: SelectedVariant): string {
  const short = (allele: string): string => (allele.length > 24 ? `${allele.slice(0, 20)}… (${String(allele.length)})` : allele);
  const place = `${chromosome}:${String(position)} ${short(reference)}>${short(alternate)}`;
  return hgvsCoding === '' ? place : [hgvsCoding, hgvsProtein].filter((part) => part !== '').join(' ');
}
