import { copiesOf, type Finding } from '#shared/casefile/finding.ts';
import { likelyMode, mainCondition } from '#shared/casefile/finding-segregation.ts';
import { ageInYears } from '#shared/inheritance/ages.ts';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import { familyEvidence } from '#shared/inheritance/family-evidence.ts';
import { familyRisk } from '#shared/inheritance/family-risk.ts';
import { geneticFamily } from '#shared/inheritance/genetic-family.ts';
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
}

export type CascadeTesting =
  | { readonly kind: 'told'; readonly mode: InheritanceMode; readonly relatives: readonly CascadeRelative[] }
  /** Nobody is known to carry it, or the drawn family cannot be reckoned. */
  | { readonly kind: 'untold'; readonly reason: 'nobody-carries' | 'cannot-reckon' };

/** A variant that founders other than the tested ones hardly carry. */
const alleleFrequency = 1e-5;
/**
 * A ten-thousandth of that: while the parents are untested a variant counts as inherited, which errs to the side of offering the test. When both are tested and without
 * it, it is new, and what is left for brothers and sisters follows from the mosaicism below.
 */
const mutationRate = 1e-9;
/** So that a new variant of a child is shared by 1 in 100 of its siblings: Jónsson et al. 2018, doi 10.1038/s41588-018-0259-9, found 1.2 %. */
const germlineMosaicism = { probability: 1.1e-9, transmittedShare: 0.1 } as const;
const parameters: ModeParameters = { alleleFrequency, mutationRate, germlineMosaicism, penetrance: constantPenetrance(1), phenocopyRate: 1e-4 };

/** Below this nobody is offered a test for what runs in the family. */
const leastProbability = 0.005;
const adultYears = 18;

/**
 * Who of the living family could be tested for a variant, the likeliest carrier first.
 *
 * Formula: P(at least one copy | the genotypes that were tested), by the exact network (`familyRisk`).
 * Assumes the variant is rare (1 in 100,000 gametes), so that it came into the family once, and that the drawn parents are the parents. Who is ill says nothing
 * here, only who was tested: a relative may be ill of something else, or not ill yet. But a man has one X: of a variant on it, a man who is said to be unaffected
 * (and is no child) does not have it, and one who is affected has.
 * Limits: an only affected boy counts as having inherited it, though about a third of the severest X-linked diseases are new in him (Haldane 1935).
 */
export function cascadeTesting(family: Family, finding: Pick<Finding, 'genotypes' | 'location'>, hasSecondVariant: boolean, today: string): CascadeTesting {
  const copies = new Map(finding.genotypes.flatMap((genotype) => {
    const known = copiesOf(genotype);
    return known === null ? [] : [[genotype.personId, known] as const];
  }));
  if (![...copies.values()].some((count) => count > 0)) return { kind: 'untold', reason: 'nobody-carries' };
  const mode = chromosomeMode(finding) ?? likelyMode(finding, hasSecondVariant);
  const genetic = geneticFamily(family);
  if (!genetic.ok) return { kind: 'untold', reason: 'cannot-reckon' };
  const tested = [...copies].map(([id, count]): [string, MemberEvidence] => [id, { copies: count }]);
  const risk = familyRisk(genetic.value, mode, parameters, new Map([...(mode === 'XLR' ? menOnX(family, today) : []), ...tested]));
  if (!risk.ok || risk.value.logLikelihood === Number.NEGATIVE_INFINITY) return { kind: 'untold', reason: 'cannot-reckon' };
  const individuals = new Map(family.individuals.map((individual) => [individual.id, individual]));
  const relatives = risk.value.people.flatMap(({ id, carrier, atRiskGenotype }): readonly CascadeRelative[] => {
    const individual = individuals.get(id);
    if (individual === undefined || individual.life.kind !== 'person' || individual.vitalStatus === 'deceased' || copies.has(id)) return [];
    // Where one copy puts at risk both names mean the same genotypes; where two do they exclude each other.
    const probability = Math.min(1, mode === 'AR' || mode === 'XLR' ? carrier + atRiskGenotype : Math.max(carrier, atRiskGenotype));
    const age = ageInYears(individual, today);
    return probability < leastProbability ? [] : [{ personId: id, probability, isMinor: age !== null && age < adultYears }];
  });
  return { kind: 'told', mode, relatives: relatives.toSorted((first, second) => second.probability - first.probability || (first.personId < second.personId ? -1 : 1)) };
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
