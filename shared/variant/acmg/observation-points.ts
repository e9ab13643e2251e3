import type { CriterionCode, Strength } from '#shared/variant/acmg/criteria.ts';

/** A criterion that was worked out from observations: what it counts, and why, in words. */
export interface WorkedOutCriterion {
  readonly code: CriterionCode;
  /** Null: not enough for the criterion. */
  readonly strength: Exclude<Strength, 'stand-alone'> | null;
  readonly points: number;
  readonly evidence: string;
}

/** How well the phenotype of one affected person with a new variant fits the gene. */
export const phenotypeFits = ['highly-specific', 'consistent', 'consistent-heterogeneous', 'not-consistent'] as const;
export type PhenotypeFit = (typeof phenotypeFits)[number];

export interface DeNovoObservation {
  readonly fit: PhenotypeFit;
  /** Maternity and paternity were confirmed. */
  readonly isParentageConfirmed: boolean;
}

/** Source: ClinGen SVI, recommendation for de novo criteria (PS2, PM6), version 1.1 (2021), table 1. */
const deNovoPoints: Readonly<Record<PhenotypeFit, { readonly confirmed: number; readonly assumed: number }>> = {
  'highly-specific': { confirmed: 2, assumed: 1 },
  consistent: { confirmed: 1, assumed: 0.5 },
  'consistent-heterogeneous': { confirmed: 0.5, assumed: 0.25 },
  'not-consistent': { confirmed: 0, assumed: 0 },
};

/**
 * Strength of PS2, or of PM6 where no parentage was confirmed, over all people in whom the variant is new.
 *
 * Formula: points summed; 0.5 supporting, 1 moderate, 2 strong, 4 very strong. Observations in phenotypes of high genetic heterogeneity count at most 1
 * together.
 * Source: ClinGen SVI, version 1.1 (2021), tables 1 and 2.
 */
export function deNovoCriterion(observations: readonly DeNovoObservation[]): WorkedOutCriterion {
  const pointsOf = ({ fit, isParentageConfirmed }: DeNovoObservation): number => deNovoPoints[fit][isParentageConfirmed ? 'confirmed' : 'assumed'];
  const isHeterogeneous = ({ fit }: DeNovoObservation): boolean => fit === 'consistent-heterogeneous';
  const heterogeneous = Math.min(sum(observations.filter(isHeterogeneous).map(pointsOf)), 1);
  const points = heterogeneous + sum(observations.filter((one) => !isHeterogeneous(one)).map(pointsOf));
  const confirmed = observations.filter(({ isParentageConfirmed }) => isParentageConfirmed).length;
  const evidence = `new in ${people(observations.length)}, parentage confirmed in ${String(confirmed)}: ${String(points)} points`;
  return { code: confirmed > 0 ? 'PS2' : 'PM6', strength: strengthOf(points), points, evidence };
}

/** What an affected person has beside the variant: another variant of the recessive gene, or the same one on the other chromosome. */
export type InTransObservation =
  | { readonly kind: 'other-variant'; readonly classification: 'pathogenic' | 'likely-pathogenic' | 'uncertain'; readonly phase: 'trans' | 'unknown' }
  | { readonly kind: 'homozygous' };

/** Source: ClinGen SVI, recommendation for in trans criterion (PM3), version 1.0 (2 May 2019), table 1. */
const inTransPoints = {
  pathogenic: { trans: 1, unknown: 0.5 },
  'likely-pathogenic': { trans: 1, unknown: 0.25 },
  uncertain: { trans: 0.25, unknown: 0 },
} as const;
/** Whether the parents are related or not: table 1 has halved it for everybody, because two rare copies may come of that. */
const homozygousPoints = 0.5;
/** What homozygous people, and those with a variant of uncertain significance on the other allele, count together at most (table 1). */
const mostOfHomozygous = 1;
const mostOfUncertain = 0.5;

/**
 * Strength of PM3 over all affected people with another variant of the gene.
 *
 * Formula: points summed; 0.5 supporting, 1 moderate, 2 strong, 4 very strong.
 * Source: ClinGen SVI, version 1.0 (2 May 2019), tables 1 and 2.
 * Assumes that the variant is rare enough for the disease (PM2) and that the people are not related to one another.
 */
export function inTransCriterion(observations: readonly InTransObservation[]): WorkedOutCriterion {
  const others = observations.filter((one) => one.kind === 'other-variant');
  const pointsOf = ({ classification, phase }: (typeof others)[number]): number => inTransPoints[classification][phase];
  const isUncertain = ({ classification }: (typeof others)[number]): boolean => classification === 'uncertain';
  const uncertain = Math.min(sum(others.filter(isUncertain).map(pointsOf)), mostOfUncertain);
  const homozygous = Math.min((observations.length - others.length) * homozygousPoints, mostOfHomozygous);
  const points = uncertain + homozygous + sum(others.filter((one) => !isUncertain(one)).map(pointsOf));
  const evidence = `with another variant of the gene in ${people(others.length)} (${String(others.filter(({ phase }) => phase === 'trans').length)} shown to be in trans), homozygous in ${people(observations.length - others.length)}: ${String(points)} points`;
  return { code: 'PM3', strength: strengthOf(points), points, evidence };
}

/** Source: both recommendations, table 2. */
function strengthOf(points: number): WorkedOutCriterion['strength'] {
  if (points >= 4) return 'very-strong';
  if (points >= 2) return 'strong';
  if (points >= 1) return 'moderate';
  return points >= 0.5 ? 'supporting' : null;
}

/**
 * Strength of PP1 from meioses in which variant and disease went together.
 *
 * Formula: N = (1/2)^meioses is the chance of it; supporting where N ≤ 1/8, moderate ≤ 1/16, strong ≤ 1/32 in one family; 1/4, 1/8 and 1/16 in several.
 * Source: Jarvik & Browning 2016, doi 10.1016/j.ajhg.2016.04.003, table 2.
 * Assumes complete penetrance, no phenocopies, and one meiosis less than people with the variant where the first of them is not counted. Use the full
 * likelihood of the family (`segregationEvidence`) where it is drawn.
 */
export function segregationCriterion(meioses: number, families: number): WorkedOutCriterion {
  const needed = families > 1 ? { supporting: 2, moderate: 3, strong: 4 } : { supporting: 3, moderate: 4, strong: 5 };
  const strength = meioses >= needed.strong ? 'strong' : meioses >= needed.moderate ? 'moderate' : meioses >= needed.supporting ? 'supporting' : null;
  return { code: 'PP1', strength, points: meioses, evidence: `went with the disease through ${String(meioses)} informative meioses in ${String(families)} ${families === 1 ? 'family' : 'families'}` };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const people = (count: number): string => (count === 1 ? 'one person' : `${String(count)} people`);
