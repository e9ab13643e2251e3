import type { OutputOf } from '#shared/contract/contract.ts';
import type { SampledPersonChoice, VcfFilters } from '#shared/contract/vcf-procedures.ts';
import type { SelectionMode } from '#shared/variant/selection/fit-mode.ts';
import type { LeastEffect } from '#shared/variant/vcf/consequence-terms.ts';

export type VcfSummary = OutputOf<'vcf.samples'>;

/** What is asked of the file, as it is typed. */
export interface VcfQuestion {
  readonly mode: SelectionMode;
  readonly leastEffect: LeastEffect;
  readonly frequency: string;
  readonly quality: string;
  readonly genotypeQuality: string;
  readonly genes: string;
  readonly regions: string;
  readonly passOnly: boolean;
  readonly reducedPenetrance: boolean;
  readonly includeUncalled: boolean;
}

/** One in a hundred: above it no rare disease with one cause, whatever its inheritance (Richards et al. 2015 begin at 5 %). */
const usualFrequency = '0.01';

export function firstQuestion(summary: VcfSummary): VcfQuestion {
  const sampled = summary.people.filter(({ sample }) => sample !== null);
  const isTrio = sampled.length >= 3 && sampled.filter(({ status }) => status === 'affected').length === 1;
  return { mode: isTrio ? 'denovo' : 'dominant', leastEffect: summary.hasConsequences ? 'moderate' : 'any', frequency: usualFrequency, quality: '', genotypeQuality: '', genes: '', regions: '', passOnly: false, reducedPenetrance: false, includeUncalled: false };
}

/** Empty text is no limit; null where the text is no number within the bounds. */
export function readLimit(text: string, most: number): number | null | 'none' {
  if (text.trim() === '') return 'none';
  const value = Number(text.trim().replace(',', '.'));
  return value >= 0 && value <= most ? value : null;
}

/** Null where a number cannot be read. */
export function filtersOf({ frequency, quality, genotypeQuality, genes, ...question }: VcfQuestion): VcfFilters | null {
  const [maxFrequency, minQuality, minGenotypeQuality] = [readLimit(frequency, 1), readLimit(quality, Infinity), readLimit(genotypeQuality, Infinity)] as const;
  if (maxFrequency === null || minQuality === null || minGenotypeQuality === null) return null;
  const symbols = genes.split(/[\s,;]+/).filter((gene) => gene !== '');
  const limit = (value: number | 'none'): number | null => (value === 'none' ? null : value);
  return { ...question, genes: symbols.length === 0 ? null : symbols, maxFrequency: limit(maxFrequency), minQuality: limit(minQuality), minGenotypeQuality: limit(minGenotypeQuality) };
}

export type PeopleProblem = { readonly kind: 'twice'; readonly sample: string } | { readonly kind: 'nobody' };

/** What keeps the samples from being looked at; null where nothing does. */
export function peopleProblem(people: readonly SampledPersonChoice[]): PeopleProblem | null {
  const samples = people.flatMap(({ sample }) => (sample === null ? [] : [sample]));
  const twice = samples.find((sample, place) => samples.indexOf(sample) !== place);
  if (twice !== undefined) return { kind: 'twice', sample: twice };
  return people.some(({ sample, status }) => sample !== null && status === 'affected') ? null : { kind: 'nobody' };
}
