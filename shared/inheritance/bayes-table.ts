import { success, type Result } from '#shared/base/result.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import type { NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import type { GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { genotypePosterior, type EvidenceById } from '#shared/inheritance/genotype-network.ts';
import type { GenotypeState, LocusModel } from '#shared/inheritance/locus.ts';

/** A hypothesis about the person: so many disease alleles, in a germ line that is mosaic or not. */
export type BayesHypothesis = GenotypeState;

/** What one row of conditional probabilities rests on. */
export type ConditionalSource = { readonly kind: 'own-status' } | { readonly kind: 'own-genotype' } | { readonly kind: 'own-test'; readonly index: number } | { readonly kind: 'child'; readonly childId: string };

/** The table that a counsellor writes by hand: one column a hypothesis. */
export interface BayesTable {
  readonly hypotheses: readonly BayesHypothesis[];
  /** From the person's ancestors and their other descendants. */
  readonly prior: readonly number[];
  /** P(this piece of evidence | hypothesis, everything above it); null under a hypothesis that is excluded already. */
  readonly conditionals: readonly { readonly source: ConditionalSource; readonly values: readonly (number | null)[] }[];
  /** Prior times all conditionals. */
  readonly joint: readonly number[];
  readonly posterior: readonly number[];
}

/**
 * Prior, conditional, joint and posterior probabilities of one person.
 *
 * Formula: the evidence is added in steps, first everything but the person's own and that of their descendants, then their status, genotype and
 * tests, then child by child with all of the child's descendants; a row is P(E_k, g) / P(E_1 … E_{k−1}, g) by the chain rule, so that the rows
 * multiply to the exact joint also where they are not independent.
 * Source: Murphy & Chase, Principles of Genetic Counseling, 1975; Ogino & Wilson 2004, doi 10.1016/S1525-1578(10)60485-5.
 */
export function bayesTable(family: GeneticFamily, locus: LocusModel, evidence: EvidenceById, id: string): Result<BayesTable, NetworkTooLarge> {
  const steps = evidenceSteps(family, evidence, id);
  const gathered = new Map(steps.background);
  let before = genotypePosterior(family, locus, gathered);
  if (!before.ok) return before;
  const hypotheses = before.value.statesOf(id).map(({ state }) => state);
  const prior = before.value.statesOf(id).map(({ probability }) => probability);
  const conditionals: { readonly source: ConditionalSource; readonly values: readonly (number | null)[] }[] = [];
  for (const { source, added } of steps.additions) {
    for (const [owner, known] of added) gathered.set(owner, known);
    const after = genotypePosterior(family, locus, gathered);
    if (!after.ok) return after;
    const ratio = Math.exp(after.value.logLikelihood - before.value.logLikelihood);
    const earlier = before.value.statesOf(id);
    conditionals.push({ source, values: after.value.statesOf(id).map(({ probability }, index) => (earlier[index]?.probability ? (probability * ratio) / earlier[index].probability : null)) });
    before = after;
  }
  const joint = prior.map((value, index) => conditionals.reduce((product, { values }) => product * (values[index] ?? 0), value));
  return success({ hypotheses, prior, conditionals, joint, posterior: before.value.statesOf(id).map(({ probability }) => probability) });
}

interface EvidenceSteps {
  readonly background: EvidenceById;
  readonly additions: readonly { readonly source: ConditionalSource; readonly added: EvidenceById }[];
}

function evidenceSteps(family: GeneticFamily, evidence: EvidenceById, id: string): EvidenceSteps {
  const person = family.indexOf.get(id) ?? -1;
  const children = family.members.flatMap((member, index) => (member.eggParent === person || member.spermParent === person ? [index] : []));
  const taken = new Set<string>([id]);
  const branches = children.map((child) => {
    const branch = [...descendants(family, child)].map((index) => family.members[index]?.id ?? '').filter((member) => !taken.has(member) && evidence.has(member));
    for (const member of branch) taken.add(member);
    return { source: { kind: 'child', childId: family.members[child]?.id ?? '' } as const, added: new Map(branch.map((member) => [member, evidence.get(member) ?? {}])) };
  });
  const ownFrequency = evidence.get(id)?.alleleFrequency;
  const background = new Map([...evidence].filter(([member]) => !taken.has(member)));
  if (ownFrequency !== undefined) background.set(id, { alleleFrequency: ownFrequency });
  return { background, additions: [...ownSteps(evidence.get(id) ?? {}, id), ...branches.filter(({ added }) => added.size > 0)] };
}

/** The person's own evidence piece by piece; each step holds all before it, because one person has one entry. */
function ownSteps(known: MemberEvidence, id: string): EvidenceSteps['additions'] {
  const { copies, tests = [], status } = known;
  const rest: MemberEvidence = { alleleFrequency: known.alleleFrequency, penetrance: known.penetrance };
  const withStatus: MemberEvidence = status === undefined ? rest : { ...rest, status, ageInYears: known.ageInYears, onsetInYears: known.onsetInYears };
  const withGenotype: MemberEvidence = copies === undefined ? withStatus : { ...withStatus, copies };
  return [
    ...(status === undefined ? [] : [{ source: { kind: 'own-status' } as const, added: new Map([[id, withStatus]]) }]),
    ...(copies === undefined ? [] : [{ source: { kind: 'own-genotype' } as const, added: new Map([[id, withGenotype]]) }]),
    ...tests.map((_, index) => ({ source: { kind: 'own-test', index } as const, added: new Map([[id, { ...withGenotype, tests: tests.slice(0, index + 1) }]]) })),
  ];
}

function descendants(family: GeneticFamily, from: number): ReadonlySet<number> {
  const found = new Set([from]);
  // Parents stand before their children, so one pass finds all.
  family.members.forEach((member, index) => {
    if (found.has(member.eggParent ?? -1) || found.has(member.spermParent ?? -1)) found.add(index);
  });
  return found;
}
