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
 * Probability of twins of unknown zygosity to be monozygotic: of one sex a half, of unknown sex a third.
 *
 * Source: Weinberg's rule: about one third of twin births are monozygotic, and half of the dizygotic pairs differ in sex, so
 * (1/3) / (1/3 + (2/3)/2) = 1/2. Weinberg 1901, doi 10.1007/BF01657695; rates: Vlietinck et al. 1988, doi 10.1007/BF01066761 (about a third in
 * European populations).
 */
export const monozygoticShareOfTwins = { sameSex: 1 / 2, unknownSex: 1 / 3 } as const;

/**
 * Exact posterior genotype probabilities of everybody in a family of any shape.
 *
 * Formula: P(g | e) ∝ Π founders P(g) · Π children P(g | g_egg, g_sperm) · Π P(e | g), summed out exactly. A group symbol of n
 * people counts n times. Twins of unknown zygosity: each one is, with the same probability for each, a copy of a twin before it, or comes from an own
 * zygote, so that it does not matter which is counted first (Ewens 1972, doi 10.1016/0040-5809(72)90035-4); the share of monozygotic pairs sets how often.
 * Source: Elston & Stewart 1971, doi 10.1159/000152448; Lauritzen & Sheehan 2003, doi 10.1214/ss/1081443232.
 * Assumes Hardy–Weinberg proportions and unrelated founders; three or more of unknown zygosity to share zygotes as pairs do, which is our own
 * assumption (of one sex: all from one zygote 1/3, two of them 1/2, from three 1/6).
 */
export function genotypePosterior(family: GeneticFamily, locus: LocusModel, evidence: EvidenceById): Result<GenotypePosterior, NetworkTooLarge> {
  const genotypeOf = family.members.map((_, index) => index);
  for (const group of family.identical) for (const index of group) genotypeOf[index] = Math.min(...group);
  const states = possibleStates(family, genotypeOf, locus, evidence);
  if (states.some((list, index) => genotypeOf[index] === index && list.length === 0)) return success(impossible(family, locus));
  const context: FactorContext = { family, locus, evidence, genotypeOf, states, twinsBefore: twinsBefore(family) };
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
  readonly twinsBefore: ReadonlyMap<number, readonly number[]>;
}

/** The states that each person's own evidence, and that of identical twins, leaves: fewer states, smaller tables. */
function possibleStates(family: GeneticFamily, genotypeOf: readonly number[], locus: LocusModel, evidence: EvidenceById): readonly (readonly GenotypeState[])[] {
  const states = family.members.map(({ sex }) => genotypeStates(locus, sex));
  family.members.forEach(({ id }, index) => {
    const owner = genotypeOf[index] ?? index;
    const known = evidence.get(id);
    if (known !== undefined) states[owner] = (states[owner] ?? []).filter((state) => evidenceLikelihood(locus, state, known) > 0);
  });
  return states;
}

/** Of each member of a group of unknown zygosity, the members before it that it may be a copy of. */
function twinsBefore(family: GeneticFamily): ReadonlyMap<number, readonly number[]> {
  return new Map(family.possiblyIdentical.flatMap((group) => group.map((index, place) => [index, group.slice(0, place)] as const)));
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
  if (others === 0) return [withCopying(own, context, index)];
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

/** A member of a group of unknown zygosity: from an own zygote as `own` says, or a copy of one of those before it. */
function withCopying(own: Factor, { family, states, twinsBefore: before }: FactorContext, index: number): Factor {
  const earlier = before.get(index) ?? [];
  if (earlier.length === 0) return own;
  const share = monozygoticShareOfTwins[family.members[index]?.sex === 'unknown' ? 'unknownSex' : 'sameSex'];
  const ownWeight = (1 - share) / share;
  const ownStates = states[index] ?? [];
  const combinations = earlier.reduce<readonly (readonly GenotypeState[])[]>((lists, twin) => lists.flatMap((list) => (states[twin] ?? []).map((state) => [...list, state])), [[]]);
  const rows = own.table.length / ownStates.length;
  const cells = Array.from({ length: rows }, (_, row) => combinations.map((twins) => ownStates.map((state, place) => {
    const copies = twins.filter((twin) => isSameState(twin, state)).length;
    return (ownWeight * (own.table[row * ownStates.length + place] ?? 0) + copies) / (ownWeight + earlier.length);
  }))).flat(2);
  return { variables: [...own.variables.slice(0, -1), ...earlier, index], table: Float64Array.from(cells) };
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
