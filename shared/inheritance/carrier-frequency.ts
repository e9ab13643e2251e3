import type { InheritanceMode } from '#shared/inheritance/mode.ts';

/**
 * How many in the population carry the allele, as it is told of a condition: recessive, healthy carriers among the healthy; X-linked, carriers among women;
 * dominant, everybody with the allele; Y-linked, among men; mitochondrial, among all.
 *
 * Formula: AR 2q(1 − q) / (1 − q²) = 2q / (1 + q); XLR and XLD 2q(1 − q); AD 1 − (1 − q)²; YL and MT q.
 * Source: Hardy 1908, doi 10.1126/science.28.706.49; Weinberg 1908.
 * Assumes Hardy–Weinberg proportions; recessive, that everybody with two alleles is affected.
 */
export function carrierFrequency(mode: InheritanceMode, alleleFrequency: number): number {
  const q = alleleFrequency;
  if (mode === 'AR') return (2 * q) / (1 + q);
  if (mode === 'XLR' || mode === 'XLD') return 2 * q * (1 - q);
  return mode === 'AD' ? q * (2 - q) : q;
}

/** The allele frequency at which so many carry the allele; on the X the smaller of the two, since no more than half of the women can be carriers. */
export function alleleFrequencyFrom(mode: InheritanceMode, carriers: number): number {
  if (mode === 'AR') return carriers / (2 - carriers);
  if (mode === 'XLR' || mode === 'XLD') return carriers >= 0.5 ? 0.5 : carriers / (1 + Math.sqrt(1 - 2 * carriers));
  // Written so that a rare allele keeps all its digits.
  return mode === 'AD' ? carriers / (1 + Math.sqrt(1 - carriers)) : carriers;
}
