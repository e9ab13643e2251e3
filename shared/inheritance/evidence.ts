import { cumulativePenetrance, onsetDensity, type PenetranceCurve } from '#shared/inheritance/penetrance.ts';
import type { GenotypeState, LocusModel } from '#shared/inheritance/locus.ts';

/** A laboratory test for the disease allele. Positive in a share `sensitivity` of those with the allele, negative in a share `specificity` of those without. */
export interface AlleleTest {
  readonly result: 'positive' | 'negative';
  readonly sensitivity: number;
  readonly specificity: number;
}

/** What is known of one person. Everything is optional; nothing known says nothing. */
export interface MemberEvidence {
  readonly status?: 'affected' | 'unaffected' | undefined;
  /** Age at which the person was last known to be unaffected, in years; without it a penetrance that depends on age says nothing of them. */
  readonly ageInYears?: number | undefined;
  /** Age at which the condition began. */
  readonly onsetInYears?: number | undefined;
  /** Number of disease alleles in the body, known for certain. */
  readonly copies?: 0 | 1 | 2 | undefined;
  readonly tests?: readonly AlleleTest[] | undefined;
  /** Of the population that this founder comes from, where it differs from the model's. */
  readonly alleleFrequency?: number | undefined;
  /** Instead of the model's penetrance of the genotypes at risk: this person's own, such as 0 after surgery. */
  readonly penetrance?: number | undefined;
}

/** P(all that is known of the person | state). */
export function evidenceLikelihood(locus: LocusModel, state: GenotypeState, evidence: MemberEvidence): number {
  const genotype = evidence.copies === undefined || evidence.copies === state.copies ? 1 : 0;
  return genotype * statusLikelihood(locus, state, evidence) * (evidence.tests ?? []).reduce((product, test) => product * testLikelihood(state, test), 1);
}

/** The probability of showing the condition sometime after the age that the person has reached unaffected; 1 for who is affected. */
export function riskStillToCome(locus: LocusModel, state: GenotypeState, evidence: MemberEvidence): number {
  if (evidence.status === 'affected') return 1;
  const curve = curveFor(locus, state, evidence);
  const ever = cumulativePenetrance(curve, null);
  if (evidence.status === undefined) return ever;
  const until = shownBy(curve, evidence.ageInYears);
  return until >= 1 ? 0 : (ever - until) / (1 - until);
}

function statusLikelihood(locus: LocusModel, state: GenotypeState, evidence: MemberEvidence): number {
  if (evidence.status === undefined) return 1;
  const curve = curveFor(locus, state, evidence);
  if (evidence.status === 'unaffected') return 1 - shownBy(curve, evidence.ageInYears);
  if (evidence.onsetInYears !== undefined) return onsetDensity(curve, evidence.onsetInYears);
  return cumulativePenetrance(curve, evidence.ageInYears ?? null);
}

/** Share that would have shown the condition by now. Where it depends on an age that nobody knows, being healthy says nothing: the person may be young. */
const shownBy = (curve: PenetranceCurve, ageInYears: number | undefined): number => (ageInYears === undefined && curve.kind !== 'constant' ? 0 : cumulativePenetrance(curve, ageInYears ?? null));

function testLikelihood(state: GenotypeState, { result, sensitivity, specificity }: AlleleTest): number {
  const positive = state.copies > 0 ? sensitivity : 1 - specificity;
  return result === 'positive' ? positive : 1 - positive;
}

function curveFor(locus: LocusModel, state: GenotypeState, evidence: MemberEvidence): PenetranceCurve {
  const bySex = locus.penetrance[state.sex === 'male' ? 'male' : 'female'];
  const curve = bySex[state.copies];
  const isAtRisk = cumulativePenetrance(curve, null) > cumulativePenetrance(bySex[0], null);
  return evidence.penetrance !== undefined && isAtRisk ? { kind: 'constant', probability: evidence.penetrance } : curve;
}
