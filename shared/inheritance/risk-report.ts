import { success, type Result } from '#shared/base/result.ts';
import { bayesTable, type BayesTable } from '#shared/inheritance/bayes-table.ts';
import { contributions, type Contribution } from '#shared/inheritance/contributions.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import type { NetworkTooLarge } from '#shared/inheritance/factor-network.ts';
import { familyEvidence, familyStatuses } from '#shared/inheritance/family-evidence.ts';
import { familyRisk, isAtRisk, isCarrier, personRisk, type FamilyRisk, type PersonRisk } from '#shared/inheritance/family-risk.ts';
import { geneticFamily, type GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { genotypePosterior } from '#shared/inheritance/genotype-network.ts';
import { impossibleEvidence } from '#shared/inheritance/impossible-evidence.ts';
import { locusOf, type InheritanceMode, type ModeParameters } from '#shared/inheritance/mode.ts';
import { modeLikelihoods, type ModeLikelihood } from '#shared/inheritance/mode-of-inheritance.ts';
import { modeParameters, withModelEvidence, type RiskModel } from '#shared/inheritance/risk-model.ts';
import { newIndividual, type Family, type ParentEdge } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, unknownProvenance } from '#shared/pedigree/individual.ts';
import { coupleKey } from '#shared/pedigree/structure.ts';

export interface RiskQuestion {
  readonly family: Family;
  readonly conditionId: string;
  readonly model: RiskModel;
  /** Dates the ages of the living. */
  readonly today: string;
}

/** A child that is not there yet. */
export interface PregnancyRisk {
  readonly partnerIds: readonly [string, string];
  readonly child: PersonRisk;
  /** If it is a boy, and if it is a girl. */
  readonly son: PersonRisk;
  readonly daughter: PersonRisk;
}

/** Everything that a family and a model say together, as data that a worker can send. */
export type RiskReport =
  | { readonly kind: 'refused'; readonly message: string }
  | ({ readonly kind: 'too-large' } & Omit<NetworkTooLarge, 'kind'>)
  | (RiskBasis & { readonly kind: 'impossible'; readonly people: readonly string[] })
  | (RiskBasis & { readonly kind: 'known'; readonly people: FamilyRisk['people']; readonly pregnancies: readonly PregnancyRisk[] });

/** What was reckoned with. */
export interface RiskBasis {
  readonly modes: readonly ModeLikelihood[];
  readonly mode: InheritanceMode;
  /** Chosen because it explains the family best, and not by the user. */
  readonly isBestMode: boolean;
  readonly parameters: ModeParameters;
}

/** What is told of one person besides the probabilities. */
export interface PersonReport {
  readonly table: BayesTable;
  /** What the contributions change: the probability to be a carrier, or to have a genotype at risk. */
  readonly asked: AskedState;
  readonly contributions: readonly Contribution[];
}

export type AskedState = 'carrier' | 'at-risk';

export function riskReport(question: RiskQuestion): RiskReport {
  const genetic = geneticFamily(withPregnancies(question.family, question.model.pregnancies));
  if (!genetic.ok) return { kind: 'refused', message: genetic.error.message };
  const modes = modesOf(question, genetic.value);
  if (!modes.ok) return { ...modes.error, kind: 'too-large' };
  const mode = question.model.mode ?? bestMode(modes.value);
  const basis = { modes: modes.value, mode, isBestMode: question.model.mode === null, parameters: modeParameters(question.model, mode) };
  const evidence = evidenceUnder(question, mode);
  const found = familyRisk(genetic.value, mode, basis.parameters, evidence);
  if (!found.ok) return { ...found.error, kind: 'too-large' };
  if (found.value.logLikelihood === -Infinity) {
    const conflict = impossibleEvidence(genetic.value, locusOf(mode, basis.parameters), evidence);
    return conflict.ok ? { ...basis, kind: 'impossible', people: conflict.value } : { ...conflict.error, kind: 'too-large' };
  }
  const pregnancies = pregnancyRisks(genetic.value, basis, evidence, question);
  if (!pregnancies.ok) return { ...pregnancies.error, kind: 'too-large' };
  const born = new Set(question.family.individuals.map(({ id }) => id));
  return { ...basis, kind: 'known', people: found.value.people.filter(({ id }) => born.has(id)), pregnancies: pregnancies.value };
}

/** The table and the contributions of one person, under the mode of the family's report; null where the report has no numbers. */
export function personReport(question: RiskQuestion, mode: InheritanceMode, personId: string): PersonReport | null {
  const genetic = geneticFamily(question.family);
  if (!genetic.ok || !genetic.value.indexOf.has(personId)) return null;
  const evidence = evidenceUnder(question, mode);
  const locus = locusOf(mode, modeParameters(question.model, mode));
  const table = bayesTable(genetic.value, locus, evidence, personId);
  const asked = askedState(mode, genetic.value, evidence, personId);
  const parts = contributions(genetic.value, locus, evidence, personId, (state) => (asked === 'carrier' ? isCarrier(mode, state) : isAtRisk(mode, state)));
  return table.ok && parts.ok ? { table: table.value, asked, contributions: parts.value } : null;
}

/** What is asked of a person under a mode: recessive, whether they are a carrier; otherwise, and of the affected, whether they have a genotype at risk. */
export function askedState(mode: InheritanceMode, genetic: GeneticFamily, evidence: ReadonlyMap<string, MemberEvidence>, personId: string): AskedState {
  if (evidence.get(personId)?.status === 'affected') return 'at-risk';
  const sex = genetic.members[genetic.indexOf.get(personId) ?? -1]?.sex;
  return mode === 'AR' || (mode === 'XLR' && sex === 'female') ? 'carrier' : 'at-risk';
}

function modesOf({ family, conditionId }: RiskQuestion, genetic: GeneticFamily): Result<readonly ModeLikelihood[], NetworkTooLarge> {
  const statuses = familyStatuses(family, conditionId);
  const proband = family.individuals.find(({ isProband }) => isProband)?.id;
  return modeLikelihoods(genetic, statuses, proband !== undefined && statuses.get(proband) === 'affected' ? proband : null);
}

const evidenceUnder = ({ family, conditionId, model, today }: RiskQuestion, mode: InheritanceMode): ReadonlyMap<string, MemberEvidence> => withModelEvidence(familyEvidence(family, conditionId, mode, today), model);

/** A new dominant allele is handed on as any dominant one. */
function bestMode(modes: readonly ModeLikelihood[]): InheritanceMode {
  const best = modes.toSorted((first, second) => second.probability - first.probability)[0]?.mode ?? 'AD';
  return best === 'AD-de-novo' ? 'AD' : best;
}

const pregnancyId = (partnerIds: readonly [string, string]): string => `child to come of ${coupleKey(...partnerIds)}`;

/** The family with the children asked about. Of two people who could give only the same gamete, or who are not there, there is none. */
function withPregnancies(family: Family, pregnancies: RiskModel['pregnancies']): Family {
  const possible = possiblePregnancies(family, pregnancies);
  const edge = (partnerIds: readonly [string, string], parentId: string): ParentEdge => ({ id: `${pregnancyId(partnerIds)} from ${parentId}`, childId: pregnancyId(partnerIds), parentId, roles: ['genetic'], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance });
  return {
    ...family,
    individuals: [...family.individuals, ...possible.map((partnerIds) => newIndividual(pregnancyId(partnerIds)))],
    parentEdges: [...family.parentEdges, ...possible.flatMap((partnerIds) => partnerIds.map((parentId) => edge(partnerIds, parentId)))],
  };
}

function possiblePregnancies(family: Family, pregnancies: RiskModel['pregnancies']): RiskModel['pregnancies'] {
  const sexOf = new Map(family.individuals.map((individual) => [individual.id, presumedSexAssignedAtBirth(individual)]));
  return pregnancies.filter(([first, second]) => {
    const sexes = [sexOf.get(first), sexOf.get(second)];
    return first !== second && !sexes.includes(undefined) && (sexes[0] !== sexes[1] || (sexes[0] !== 'female' && sexes[0] !== 'male'));
  });
}

function pregnancyRisks(genetic: GeneticFamily, { mode, parameters }: RiskBasis, evidence: ReadonlyMap<string, MemberEvidence>, { family, model }: RiskQuestion): Result<readonly PregnancyRisk[], NetworkTooLarge> {
  const risks: PregnancyRisk[] = [];
  for (const partnerIds of possiblePregnancies(family, model.pregnancies)) {
    const id = pregnancyId(partnerIds);
    const locus = locusOf(mode, parameters);
    // By sex, the child is taken to be a boy, then a girl.
    const bySex = (sex: 'female' | 'male' | 'unknown'): Result<PersonRisk, NetworkTooLarge> => {
      const members = genetic.members.map((member) => (member.id === id ? { ...member, sex } : member));
      const posterior = genotypePosterior({ ...genetic, members }, locus, evidence);
      return posterior.ok ? success(personRisk(id, posterior.value.statesOf(id), { mode, locus, evidence })) : posterior;
    };
    const [child, son, daughter] = [bySex('unknown'), bySex('male'), bySex('female')];
    if (!child.ok) return child;
    if (!son.ok) return son;
    if (!daughter.ok) return daughter;
    risks.push({ partnerIds, child: child.value, son: son.value, daughter: daughter.value });
  }
  return success(risks);
}
