import { refusal, success, type Result } from '#shared/base/result.ts';
import { evidenceLikelihood, type MemberEvidence } from '#shared/inheritance/evidence.ts';
import { solveNetwork, type Factor, type NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import type { GeneticFamily, GeneticMember } from '#shared/inheritance/genetic-family.ts';
import { genotypeStates, populationGamete, stateProbability, transmission, type GenotypeState, type LocusModel } from '#shared/inheritance/locus.ts';

export type EvidenceById = ReadonlyMap<string, MemberEvidence>;

/** What the family and the evidence say together. */
export interface GenotypePosterior {
  /** Natural logarithm of P(evidence | model); −Infinity: the evidence cannot be under the model. */
  readonly logLikelihood: number;
  /** Posterior of every state of a person; all 0 where the evidence cannot be. */
  readonly statesOf: (id: string) => readonly StateProbability[];
}

export interface StateProbability {
  readonly state: GenotypeState;
  readonly probability: number;
}

/**
 * Probability of twins of the same sex and unknown zygosity to be monozygotic.
 *
 * Source: Weinberg's rule: about one third of twin births are monozygotic, and half of the dizygotic pairs differ in sex, so
 * (1/3) / (1/3 + (2/3)/2) = 1/2. Weinberg 1901, doi 10.1007/BF01657695; rates: Vlietinck et al. 1988, doi 10.1007/BF01066761 (about a third in
 * European populations).
 */
export const monozygoticShareOfSameSexTwins = 0.5;

/**
 * Exact posterior genotype probabilities of everybody in a family of any shape.
 *
 * Formula: P(g | e) ∝ Π founders P(g) · Π children P(g | g_egg, g_sperm) · Π P(e | g), summed out exactly. A group symbol of n
 * people counts n times. Twins of unknown zygosity: the mixture over both, weighted by prior and likelihood.
 * Source: Elston & Stewart 1971, doi 10.1159/000152448; Lauritzen & Sheehan 2003, doi 10.1214/ss/1081443232.
 * Assumes Hardy–Weinberg proportions and unrelated founders.
 */
export function genotypePosterior(family: GeneticFamily, locus: LocusModel, evidence: EvidenceById): Result<GenotypePosterior, NetworkTooLarge> {
  const cases = zygosityCases(family.possiblyIdentical);
  const solved: { readonly weight: number; readonly posterior: GenotypePosterior }[] = [];
  for (const { identical, probability } of cases) {
    const posterior = solveWith(family, [...family.identical, ...identical], locus, evidence);
    if (!posterior.ok) return posterior;
    solved.push({ weight: Math.log(probability) + posterior.value.logLikelihood, posterior: posterior.value });
  }
  const [only] = solved;
  if (solved.length === 1 && only !== undefined) return success(only.posterior);
  const greatest = Math.max(...solved.map(({ weight }) => weight));
  if (greatest === -Infinity) return success({ logLikelihood: -Infinity, statesOf: solved[0]?.posterior.statesOf ?? (() => []) });
  const shares = solved.map(({ weight }) => Math.exp(weight - greatest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return success({ logLikelihood: greatest + Math.log(total), statesOf: (id) => mixture(solved.map(({ posterior }) => posterior.statesOf(id)), shares.map((share) => share / total)) });
}

interface ZygosityCase {
  readonly identical: readonly (readonly number[])[];
  readonly probability: number;
}

/** Every way in which the groups of unknown zygosity may be of one zygote or not; a group is taken whole. */
function zygosityCases(groups: readonly (readonly number[])[]): readonly ZygosityCase[] {
  return groups.reduce<readonly ZygosityCase[]>(
    (cases, group) => cases.flatMap(({ identical, probability }) => [
      { identical: [...identical, group], probability: probability * monozygoticShareOfSameSexTwins },
      { identical, probability: probability * (1 - monozygoticShareOfSameSexTwins) },
    ]),
    [{ identical: [], probability: 1 }],
  );
}

function mixture(parts: readonly (readonly StateProbability[])[], shares: readonly number[]): readonly StateProbability[] {
  return (parts[0] ?? []).map(({ state }, index) => ({ state, probability: parts.reduce((sum, part, which) => sum + (shares[which] ?? 0) * (part[index]?.probability ?? 0), 0) }));
}

function solveWith(family: GeneticFamily, identical: readonly (readonly number[])[], locus: LocusModel, evidence: EvidenceById): Result<GenotypePosterior, NetworkTooLarge> {
  const genotypeOf = family.members.map((_, index) => index);
  for (const group of identical) for (const index of group) genotypeOf[index] = Math.min(...group);
  const states = family.members.map((member, index) => possibleStates(family, genotypeOf, index, genotypeStates(locus, member.sex), locus, evidence));
  if (states.some((list, index) => genotypeOf[index] === index && list.length === 0)) return success(impossible(family, locus));
  const context: FactorContext = { family, locus, evidence, genotypeOf, states };
  const factors = family.members.flatMap((_, index) => (genotypeOf[index] === index ? originFactors(context, index) : [])).concat(family.members.map((_, index) => evidenceFactor(context, index)));
  const solved = solveNetwork(states.map((list, index) => (genotypeOf[index] === index ? list.length : 1)), factors);
  if (!solved.ok) return refusal(solved.error);
  return success({
    logLikelihood: solved.value.logTotal,
    statesOf: (id) => {
      const index = genotypeOf[family.indexOf.get(id) ?? -1];
      if (index === undefined) return [];
      const marginal = solved.value.marginal(index);
      return genotypeStates(locus, family.members[index]?.sex ?? 'unknown').map((state) => ({ state, probability: marginal[(states[index] ?? []).findIndex((possible) => isSameState(possible, state))] ?? 0 }));
    },
  });
}

function impossible(family: GeneticFamily, locus: LocusModel): GenotypePosterior {
  return { logLikelihood: -Infinity, statesOf: (id) => genotypeStates(locus, family.members[family.indexOf.get(id) ?? -1]?.sex ?? 'unknown').map((state) => ({ state, probability: 0 })) };
}

interface FactorContext {
  readonly family: GeneticFamily;
  readonly locus: LocusModel;
  readonly evidence: EvidenceById;
  /** The member whose genotype this one shares: itself, or the first of its identical twins. */
  readonly genotypeOf: readonly number[];
  readonly states: readonly (readonly GenotypeState[])[];
}

/** The states that the person's own evidence, and that of identical twins, leaves: fewer states, smaller tables. */
function possibleStates(family: GeneticFamily, genotypeOf: readonly number[], index: number, states: readonly GenotypeState[], locus: LocusModel, evidence: EvidenceById): readonly GenotypeState[] {
  const sharers = family.members.filter((_, other) => genotypeOf[other] === index);
  return states.filter((state) => sharers.every(({ id }) => evidenceLikelihood(locus, state, evidence.get(id) ?? {}) > 0));
}

function evidenceFactor({ family, locus, evidence, genotypeOf, states }: FactorContext, index: number): Factor {
  const owner = genotypeOf[index] ?? index;
  const known = evidence.get(family.members[index]?.id ?? '') ?? {};
  return { variables: [owner], table: Float64Array.from(states[owner] ?? [], (state) => evidenceLikelihood(locus, state, known)) };
}

/** Where a person's genotype comes from; for a group symbol also the others it stands for. */
function originFactors(context: FactorContext, index: number): readonly Factor[] {
  const member = context.family.members[index];
  if (member === undefined) return [];
  const own = originTable(context, index, member);
  const others = (member.count ?? 1) - 1;
  if (others === 0) return [own];
  const together = summedOverChild(own, context, index, member);
  const power = together.table.map((value) => value ** others);
  // Without drawn parents the others are one number, which any table of the person can carry.
  if (together.variables.length === 0) return [own, { variables: [index], table: new Float64Array(context.states[index]?.length ?? 0).fill(power[0] ?? 1) }];
  return [own, { variables: together.variables, table: power }];
}

function originTable({ family, locus, evidence, genotypeOf, states }: FactorContext, index: number, member: GeneticMember): Factor {
  const both = new Set(genotypeStates(locus, member.sex).map(({ sex }) => sex)).size > 1;
  const frequency = evidence.get(family.members[index]?.id ?? '')?.alleleFrequency ?? locus.alleleFrequency;
  const parents = [member.eggParent, member.spermParent].map((parent) => (parent === null ? null : (genotypeOf[parent] ?? parent)));
  const [egg, sperm] = [parents[0] ?? null, parents[1] ?? null];
  const variables = [...new Set([egg, sperm].filter((parent) => parent !== null)), index];
  const eggStates = egg === null ? [null] : (states[egg] ?? []);
  const spermStates = sperm === null ? [null] : (states[sperm] ?? []);
  const cells = eggStates.flatMap((eggState) => spermStates.flatMap((spermState) => (states[index] ?? []).map((state) => stateProbability(
    locus,
    state,
    both,
    (sex) => (eggState === null ? populationGamete(locus, frequency, 'egg', sex) : transmission(locus, eggState, 'egg', sex)),
    (sex) => (spermState === null ? populationGamete(locus, frequency, 'sperm', sex) : transmission(locus, spermState, 'sperm', sex)),
  ))));
  return { variables, table: Float64Array.from(cells) };
}

/** Sums the child out of its origin table, weighted by its evidence. */
function summedOverChild(own: Factor, { locus, evidence, states }: FactorContext, index: number, member: GeneticMember): Factor {
  const known = evidence.get(member.id) ?? {};
  const weights = (states[index] ?? []).map((state) => evidenceLikelihood(locus, state, known));
  const width = weights.length;
  const table = new Float64Array(own.table.length / width);
  own.table.forEach((value, cell) => {
    const target = Math.floor(cell / width);
    table[target] = (table[target] ?? 0) + value * (weights[cell % width] ?? 0);
  });
  return { variables: own.variables.slice(0, -1), table };
}

const isSameState = (first: GenotypeState, second: GenotypeState): boolean => first.copies === second.copies && first.sex === second.sex && first.isMosaic === second.isMosaic;
