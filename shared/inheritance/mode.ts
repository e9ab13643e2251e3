import type { LocusModel } from '#shared/inheritance/locus.ts';
import { constantPenetrance, type PenetranceCurve } from '#shared/inheritance/penetrance.ts';

/** Modes of inheritance of a single locus, by the abbreviations of the field. */
export const inheritanceModes = ['AD', 'AR', 'XLD', 'XLR', 'YL', 'MT'] as const;
export type InheritanceMode = (typeof inheritanceModes)[number];

/** A mode, or a dominant allele that is new in the index person. */
export const modeHypotheses = [...inheritanceModes, 'AD-de-novo'] as const;
export type ModeHypothesis = (typeof modeHypotheses)[number];

export interface ModeParameters {
  readonly alleleFrequency: number;
  /** Of the genotypes at risk. */
  readonly penetrance: PenetranceCurve;
  /** Risk of the condition without a genotype at risk. */
  readonly phenocopyRate: number;
  readonly mutationRate: number;
  readonly germlineMosaicism?: LocusModel['germlineMosaicism'];
}

/**
 * The locus of a mode. At risk: AD one or two alleles, AR two, XLD any, XLR two in a woman and one in a man, YL and MT the one allele. Everybody else
 * has the phenocopy rate.
 */
export function locusOf(mode: InheritanceMode, parameters: ModeParameters): LocusModel {
  const atRisk = parameters.penetrance;
  const background = constantPenetrance(parameters.phenocopyRate);
  const curves = (least: number): readonly [PenetranceCurve, PenetranceCurve, PenetranceCurve] => [background, least <= 1 ? atRisk : background, atRisk];
  return {
    chromosome: chromosomeOf[mode],
    alleleFrequency: parameters.alleleFrequency,
    mutationRate: parameters.mutationRate,
    germlineMosaicism: parameters.germlineMosaicism ?? null,
    penetrance: { female: curves(leastCopiesAtRisk(mode, 'female')), male: curves(leastCopiesAtRisk(mode, 'male')) },
  };
}

/** The fewest disease alleles that put a person of a sex at risk. */
export const leastCopiesAtRisk = (mode: InheritanceMode, sex: 'female' | 'male'): 1 | 2 => (mode === 'AR' || (mode === 'XLR' && sex === 'female') ? 2 : 1);

const chromosomeOf = { AD: 'autosome', AR: 'autosome', XLD: 'X', XLR: 'X', YL: 'Y', MT: 'mitochondrion' } as const satisfies Record<InheritanceMode, LocusModel['chromosome']>;
