import { likelyMode, mainCondition } from '#shared/casefile/finding-segregation.ts';
import type { Finding } from '#shared/casefile/finding.ts';
import { handingParents, newVariants, testedCopies, type NewVariant } from '#shared/casefile/relatives/new-variant.ts';
import { ageInYears } from '#shared/inheritance/ages.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import { familyEvidence } from '#shared/inheritance/family-evidence.ts';
import { familyRisk } from '#shared/inheritance/family-risk.ts';
import { geneticFamily, type GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import type { EvidenceById } from '#shared/inheritance/genotype-network.ts';
import type { InheritanceMode, ModeParameters } from '#shared/inheritance/mode.ts';
import { constantPenetrance } from '#shared/inheritance/penetrance.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth } from '#shared/pedigree/individual.ts';

/** A relative who could be tested for the variant of the family. */
export interface CascadeRelative {
  readonly personId: string;
  /** To carry at least one copy, given who was tested so far. */
  readonly probability: number;
  /** Known to be below 18: for a condition that begins later a test waits until they can decide. */
  readonly isMinor: boolean;
  /** `germline-mosaicism`: only if part of the gametes of a parent, whose blood is without it, carries it. */
  readonly by: 'descent' | 'germline-mosaicism';
}

export type CascadeTesting =
  | { readonly kind: 'told'; readonly mode: InheritanceMode; readonly relatives: readonly CascadeRelative[]; readonly newIn: readonly NewVariant[] }
  /** Nobody is known to carry it, or the drawn family cannot be reckoned. */
  | { readonly kind: 'untold'; readonly reason: 'nobody-carries' | 'cannot-reckon' };

export type CascadeFinding = Pick<Finding, 'genotypes' | 'location' | 'inheritance'>;

/** A variant that founders other than the tested ones hardly carry. */
const alleleFrequency = 1e-5;
/**
 * A ten-thousandth of that: while the parents are untested a variant counts as inherited, which errs to the side of offering the test. When both are without
 * it, it is new, and what is left for brothers and sisters follows from the mosaicism below.
 */
const mutationRate = 1e-9;
/** Of new variants: how many come from a parent whose germ line is mosaic, and how many a sibling shares. Rahbari et al. 2016, doi 10.1038/ng.3469. */
const newByMosaicism = { ofMosaicParent: 0.038, sharedBySibling: 0.013 } as const;
/** Where a germ line is mosaic, a gamete has the variant with the ratio of the two. */
const transmittedShare = newByMosaicism.sharedBySibling / newByMosaicism.ofMosaicParent;
/** As often as makes that share of the new variants come from it: p t / (p t + mutation rate) is the share. */
const mosaicGermLine = ((newByMosaicism.ofMosaicParent / (1 - newByMosaicism.ofMosaicParent)) * mutationRate) / transmittedShare;
const germlineMosaicism = { probability: mosaicGermLine, transmittedShare } as const;
const parameters: ModeParameters = { alleleFrequency, mutationRate, germlineMosaicism, penetrance: constantPenetrance(1), phenocopyRate: 1e-4 };

/** Below this nobody is offered a test for what runs in the family. */
const leastProbability = 0.005;
const adultYears = 18;

/**
 * Who of the living family could be tested for a variant, the likeliest carrier first.
 *
 * Formula: P(at least one copy | the genotypes that were tested), by the exact network (`familyRisk`).
 * Source: of what is left where it is new, Rahbari et al. 2016, doi 10.1038/ng.3469: 1.3 % of new variants are shared by a sibling.
 * Assumes the variant is rare (1 in 100,000 gametes), so that it came into the family once, and that the drawn parents are the parents. Who is ill says nothing
 * here, only who was tested: a relative may be ill of something else, or not ill yet. But a man has one X: of a variant on it, a man who is said to be unaffected
 * (and is no child) does not have it, and one who is affected has. Parents whose child has it new (`newIn`) are without it.
 * Limits: an only affected boy counts as having inherited it, though about a third of the severest X-linked diseases are new in him (Haldane 1935). The share of
 * siblings is an average: by age and sex of the parent and kind of variant it goes from 0.01 to 28.5 % (Jónsson et al. 2018, doi 10.1038/s41588-018-0259-9), and in
 * Duchenne and Becker muscular dystrophy it is 8.6 % where the same maternal X is passed on (Helderman-van den Enden et al. 2009, Clin Genet 75:465).
 * A child of somebody who is mosaic has it at most with the chance shown.
 */
export function cascadeTesting(family: Family, finding: CascadeFinding, hasSecondVariant: boolean, today: string): CascadeTesting {
  const copies = testedCopies(finding);
  if (![...copies.values()].some((count) => count > 0)) return { kind: 'untold', reason: 'nobody-carries' };
  const mode = chromosomeMode(finding) ?? likelyMode(finding, hasSecondVariant);
  const genetic = geneticFamily(family);
  if (!genetic.ok) return { kind: 'untold', reason: 'cannot-reckon' };
  const newIn = newVariants(family, genetic.value, finding, mode);
  const withoutIt = newIn.flatMap(({ personId }) => handingParents(genetic.value, personId, mode)).flatMap((id) => (id === null || copies.has(id) ? [] : [id]));
  const known = [...withoutIt.map((id) => [id, 0] as const), ...copies].map(([id, count]): [string, MemberEvidence] => [id, { copies: count }]);
  const evidence = new Map([...(mode === 'XLR' ? menOnX(family, today) : []), ...known]);
  // A variant that came about after conception says nothing of the germ line of the parents.
  const isByGamete = newIn.length === 0 || newIn.some(({ known: how }) => how !== 'mosaic');
  const chances = chancesOf(genetic.value, mode, isByGamete ? parameters : withoutMosaicism, evidence);
  if (chances === null) return { kind: 'untold', reason: 'cannot-reckon' };
  const byDescent = newIn.length > 0 && isByGamete ? chancesOf(genetic.value, mode, withoutMosaicism, evidence) : chances;
  const relatives = family.individuals.flatMap((individual): readonly CascadeRelative[] => {
    const { id } = individual;
    const probability = chances.get(id) ?? 0;
    if (individual.life.kind !== 'person' || individual.vitalStatus === 'deceased' || copies.has(id) || probability < leastProbability) return [];
    const age = ageInYears(individual, today);
    return [{ personId: id, probability, isMinor: age !== null && age < adultYears, by: (byDescent?.get(id) ?? 0) < leastProbability ? 'germline-mosaicism' : 'descent' }];
  });
  return { kind: 'told', mode, relatives: relatives.toSorted((first, second) => second.probability - first.probability || (first.personId < second.personId ? -1 : 1)), newIn };
}

const withoutMosaicism: ModeParameters = { ...parameters, germlineMosaicism: null };

/** Of everybody, to have at least one copy; null where the family cannot be reckoned or the genotypes contradict it. */
function chancesOf(genetic: GeneticFamily, mode: InheritanceMode, given: ModeParameters, evidence: EvidenceById): ReadonlyMap<string, number> | null {
  const risk = familyRisk(genetic, mode, given, evidence);
  if (!risk.ok || risk.value.logLikelihood === Number.NEGATIVE_INFINITY) return null;
  // Where one copy puts at risk both names mean the same genotypes; where two do they exclude each other.
  return new Map(risk.value.people.map(({ id, carrier, atRiskGenotype }) => [id, Math.min(1, mode === 'AR' || mode === 'XLR' ? carrier + atRiskGenotype : Math.max(carrier, atRiskGenotype))]));
}

/** What their health says of men's only X, for the condition that most of the family have. */
function menOnX(family: Family, today: string): readonly (readonly [string, MemberEvidence])[] {
  const condition = mainCondition(family);
  if (condition === null) return [];
  const men = family.individuals.filter((individual) => presumedSexAssignedAtBirth(individual) === 'male');
  const evidence = familyEvidence(family, condition.id, 'XLR', today);
  return men.flatMap((man) => {
    const known = evidence.get(man.id);
    const isChild = (ageInYears(man, today) ?? adultYears) < adultYears;
    return known?.status === undefined || (known.status === 'unaffected' && isChild) ? [] : [[man.id, { status: known.status }] as const];
  });
}

/** What the position says of how it is handed on. */
function chromosomeMode({ location }: Pick<Finding, 'location'>): InheritanceMode | null {
  const chromosome = location?.chromosome.replace(/^chr/i, '').toUpperCase();
  if (chromosome === 'X') return 'XLR';
  return chromosome === 'M' || chromosome === 'MT' ? 'MT' : chromosome === 'Y' ? 'YL' : null;
}
