import { success, type Result } from '#shared/base/result.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import type { NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import type { GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { genotypePosterior, type EvidenceById } from '#shared/inheritance/genotype-network.ts';
import { impossibleEvidence } from '#shared/inheritance/impossible-evidence.ts';
import type { LocusModel } from '#shared/inheritance/locus.ts';
import { locusOf, modeHypotheses, type InheritanceMode, type ModeHypothesis } from '#shared/inheritance/mode.ts';
import { modeReasons, type ModeReason } from '#shared/inheritance/mode-reasons.ts';
import { constantPenetrance } from '#shared/inheritance/penetrance.ts';

export interface ModeLikelihood {
  readonly mode: ModeHypothesis;
  /** Natural logarithm of P(who is affected and who is not | mode). */
  readonly logLikelihood: number;
  /** The same given that the index person is affected: the family came to attention through them, so that they prove nothing. */
  readonly logLikelihoodGivenIndex: number;
  /** Among the modes, all equally likely before; 0 where excluded. */
  readonly probability: number;
  readonly possible: boolean;
  readonly reasons: readonly ModeReason[];
}

export interface ModeAssumptions {
  /** Given: the same for all modes. Null: what makes the condition equally common in every mode. */
  readonly alleleFrequency: number | null;
  readonly penetrance: Readonly<Record<InheritanceMode, number>>;
}

/**
 * Prevalence at which the modes are compared where no allele frequency is given: within the European definition of a rare disease, at most 5 in
 * 10,000 (Regulation (EC) No 141/2000). No mode may win because its allele is assumed to be common.
 */
export const assumedPrevalence = 1e-4;

/**
 * Recessive and Y-linked conditions count as fully penetrant, so that the classical exclusions hold; for dominant and mitochondrial ones it is our
 * own assumption that a tenth and a fifth of carriers stay unaffected, so that a skipped generation speaks against a mode without ruling it out.
 */
export const usualAssumptions: ModeAssumptions = { alleleFrequency: null, penetrance: { AD: 0.9, AR: 1, XLD: 0.9, XLR: 1, YL: 1, MT: 0.8 } };

/** New mutations per gene, gamete and generation, of order: Haldane 1935, doi 10.1007/BF02717892; Nachman & Crowell 2000, doi 10.1093/genetics/156.1.297. It cancels in the comparison. */
const mutationRate = 1e-6;

/**
 * How well each mode explains who is affected.
 *
 * Formula: exact likelihood of all affection statuses by `genotypePosterior`, divided by that of the index person alone (single ascertainment);
 * probabilities with equal priors. Where nobody is affected nothing speaks for a mode, and all are as likely as before. De novo: both parents of the index person without the allele, the allele by mutation only. A mode is excluded where the
 * likelihood is 0, or where (recessive apart) the allele would have to enter the family more often than by one founder and by each affected founder,
 * which is read off the power of the allele frequency in the likelihood.
 * Source: Elston & Stewart 1971, doi 10.1159/000152448; ascertainment: Cannings & Thompson 1977, doi 10.1111/j.1399-0004.1977.tb00939.x.
 * Assumes one locus, no phenocopies.
 */
export function modeLikelihoods(family: GeneticFamily, statuses: ReadonlyMap<string, 'affected' | 'unaffected'>, indexId: string | null, assumptions: ModeAssumptions = usualAssumptions): Result<readonly ModeLikelihood[], NetworkTooLarge> {
  const index = indexId ?? family.members.findLast(({ id }) => statuses.get(id) === 'affected')?.id ?? null;
  if (index === null) return success(modeHypotheses.map((mode) => ({ mode, logLikelihood: 0, logLikelihoodGivenIndex: 0, probability: 1 / modeHypotheses.length, possible: true, reasons: [] })));
  const evidence = new Map([...statuses].map(([id, status]) => [id, { status }]));
  const measured: Omit<ModeLikelihood, 'probability'>[] = [];
  for (const mode of modeHypotheses) {
    const question = { family, evidence, index, assumptions };
    const likelihood = mode === 'AD-de-novo' ? measureDeNovo(question) : measure(question, mode);
    if (!likelihood.ok) return likelihood;
    const reasons = modeReasons(mode, family, statuses, index);
    const isUnexplained = !likelihood.value.possible && !reasons.some(({ weight }) => weight === 'against');
    const exclusion = isUnexplained ? exclusionOf(question, mode, likelihood.value) : success([]);
    if (!exclusion.ok) return exclusion;
    measured.push({ mode, ...likelihood.value, reasons: [...reasons, ...exclusion.value] });
  }
  const greatest = Math.max(...measured.map(({ possible, logLikelihoodGivenIndex }) => (possible ? logLikelihoodGivenIndex : -Infinity)));
  const weights = measured.map(({ possible, logLikelihoodGivenIndex }) => (possible ? Math.exp(logLikelihoodGivenIndex - greatest) : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return success(measured.map((entry, place) => ({ ...entry, probability: total === 0 ? 0 : (weights[place] ?? 0) / total })));
}

interface ModeQuestion {
  readonly family: GeneticFamily;
  readonly evidence: EvidenceById;
  readonly index: string;
  readonly assumptions: ModeAssumptions;
}

type Measured = Pick<ModeLikelihood, 'logLikelihood' | 'logLikelihoodGivenIndex' | 'possible'>;

function measure({ family, evidence, index, assumptions }: ModeQuestion, mode: InheritanceMode): Result<Measured, NetworkTooLarge> {
  const frequency = assumptions.alleleFrequency ?? frequencyFor(mode, assumptions.penetrance[mode]);
  const whole = logLikelihood(family, evidence, mode, frequency, assumptions);
  if (!whole.ok) return whole;
  const rarer = logLikelihood(family, evidence, mode, frequency * rarerBy, assumptions);
  if (!rarer.ok) return rarer;
  const alone = logLikelihood(family, new Map([[index, evidence.get(index) ?? {}]]), mode, frequency, assumptions);
  if (!alone.ok) return alone;
  const entries = Math.round((whole.value - rarer.value) / -Math.log(rarerBy));
  const affectedFounders = family.members.filter(({ id, eggParent, spermParent }) => eggParent === null && spermParent === null && evidence.get(id)?.status === 'affected').length;
  const isPossible = whole.value > -Infinity && (mode === 'AR' || entries <= Math.max(1, affectedFounders));
  return success({ logLikelihood: whole.value, logLikelihoodGivenIndex: whole.value - alone.value, possible: isPossible });
}

/** By how much the allele is made rarer to see how often it has to enter the family. */
const rarerBy = 1e-3;

function measureDeNovo({ family, evidence, index, assumptions }: ModeQuestion): Result<Measured, NetworkTooLarge> {
  const member = family.members[family.indexOf.get(index) ?? -1];
  if (member === undefined || member.eggParent === null || member.spermParent === null) return success({ logLikelihood: -Infinity, logLikelihoodGivenIndex: -Infinity, possible: false });
  const locus = locusOf('AD', { alleleFrequency: 0, penetrance: constantPenetrance(assumptions.penetrance.AD), phenocopyRate: 0, mutationRate });
  const parents = [member.eggParent, member.spermParent].map((parent) => family.members[parent]?.id ?? '');
  const withParents = (known: EvidenceById): EvidenceById => new Map<string, MemberEvidence>([...known, ...parents.map((id) => [id, { ...known.get(id), copies: 0 }] as const)]);
  const whole = genotypePosterior(family, locus, withParents(evidence));
  if (!whole.ok) return whole;
  const alone = genotypePosterior(family, locus, withParents(new Map([[index, evidence.get(index) ?? {}]])));
  if (!alone.ok) return alone;
  return success({ logLikelihood: whole.value.logLikelihood, logLikelihoodGivenIndex: whole.value.logLikelihood - alone.value.logLikelihood, possible: whole.value.logLikelihood > -Infinity });
}

/** Why a mode is excluded, where no rule that is applied by eye says it: the people who cannot be as they are, or that it needs the allele more than once. */
function exclusionOf({ family, evidence, index, assumptions }: ModeQuestion, mode: ModeHypothesis, { logLikelihood: likelihood }: Measured): Result<readonly ModeReason[], NetworkTooLarge> {
  const affected = [...evidence].flatMap(([id, { status }]) => (status === 'affected' ? [id] : []));
  if (mode === 'AD-de-novo') return success([{ kind: 'others-affected', weight: 'against', seenIn: [affected.filter((id) => id !== index)] }]);
  if (likelihood > -Infinity) return success([{ kind: 'enters-too-often', weight: 'against', seenIn: [affected] }]);
  const conflict = impossibleEvidence(family, modeLocus(mode, assumptions.alleleFrequency ?? frequencyFor(mode, assumptions.penetrance[mode]), assumptions), evidence);
  return conflict.ok ? success([{ kind: 'cannot-be-together', weight: 'against', seenIn: [conflict.value] }]) : conflict;
}

function logLikelihood(family: GeneticFamily, evidence: EvidenceById, mode: InheritanceMode, alleleFrequency: number, assumptions: ModeAssumptions): Result<number, NetworkTooLarge> {
  const posterior = genotypePosterior(family, modeLocus(mode, alleleFrequency, assumptions), evidence);
  return posterior.ok ? success(posterior.value.logLikelihood) : posterior;
}

const modeLocus = (mode: InheritanceMode, alleleFrequency: number, { penetrance }: ModeAssumptions): LocusModel =>
  locusOf(mode, { alleleFrequency, penetrance: constantPenetrance(penetrance[mode]), phenocopyRate: 0, mutationRate: 0 });

/** The allele frequency at which a condition of the mode has the assumed prevalence; on the X and Y among men. */
export function frequencyFor(mode: InheritanceMode, penetrance: number): number {
  const genotypes = assumedPrevalence / penetrance;
  if (mode === 'AD') return 1 - Math.sqrt(1 - genotypes);
  return mode === 'AR' ? Math.sqrt(genotypes) : genotypes;
}
