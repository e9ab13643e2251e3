import { copiesOf, isCarried, type Finding } from '#shared/casefile/finding.ts';
import { newVariants } from '#shared/casefile/relatives/new-variant.ts';
import { familyEvidence } from '#shared/inheritance/family-evidence.ts';
import { geneticFamily } from '#shared/inheritance/genetic-family.ts';
import { locusOf, type InheritanceMode } from '#shared/inheritance/mode.ts';
import { usualAssumptions } from '#shared/inheritance/mode-of-inheritance.ts';
import { constantPenetrance } from '#shared/inheritance/penetrance.ts';
import { segregationEvidence, type SegregationEvidence } from '#shared/inheritance/segregation.ts';
import type { Condition, Family } from '#shared/pedigree/family.ts';

export type FindingSegregation =
  | { readonly kind: 'told'; readonly found: SegregationEvidence; readonly indexId: string }
  /** Nobody but the index person is tested, nobody affected has it, it is new in somebody, or the family is too large or drawn against descent. */
  | { readonly kind: 'untold'; readonly reason: 'no-index' | 'one-tested' | 'new' | 'cannot-reckon' };

/** A rare variant, and a condition that is rare without it. */
const usualAlleleFrequency = 1e-5;
const usualPhenocopyRate = 1e-4;

/**
 * How the variant goes with a condition through the drawn family; formula, source and limits: `segregationEvidence`.
 * Assumes an allele frequency of 1 in 100,000, a phenocopy rate of 1 in 10,000 and the usual penetrance of the mode. The index person is the proband where
 * they are affected and have it, else the last such person drawn.
 */
export function findingSegregation(family: Family, { genotypes }: Pick<Finding, 'genotypes'>, conditionId: string, mode: InheritanceMode): FindingSegregation {
  const tested = new Map(genotypes.flatMap(({ personId, state }) => {
    const copies = copiesOf({ state });
    return copies === null ? [] : [[personId, copies] as const];
  }));
  const evidence = familyEvidence(family, conditionId, mode, null);
  const isCandidate = (id: string): boolean => evidence.get(id)?.status === 'affected' && (tested.get(id) ?? 0) > 0;
  const index = family.individuals.find(({ id, isProband }) => isProband && isCandidate(id)) ?? family.individuals.findLast(({ id }) => isCandidate(id));
  if (index === undefined) return { kind: 'untold', reason: 'no-index' };
  if (tested.size < 2) return { kind: 'untold', reason: 'one-tested' };
  const genetic = geneticFamily(family);
  if (!genetic.ok) return { kind: 'untold', reason: 'cannot-reckon' };
  // It did not come by the drawn descent, so how it goes down says nothing; that it is new is evidence of its own (PS2, PM6).
  if (newVariants(family, genetic.value, { genotypes, inheritance: 'unknown' }, mode).length > 0) return { kind: 'untold', reason: 'new' };
  const parameters = { alleleFrequency: usualAlleleFrequency, penetrance: constantPenetrance(usualAssumptions.penetrance[mode]), phenocopyRate: usualPhenocopyRate, mutationRate: 0 };
  // What carriers were told to be is a genotype; here only who is affected counts, and who was tested.
  const phenotypes = new Map([...evidence].map(([id, known]) => [id, { ...known, copies: undefined }]));
  const found = segregationEvidence(genetic.value, { locus: locusOf(mode, parameters), phenotypes, genotypes: tested, indexId: index.id });
  return found.ok ? { kind: 'told', found: found.value, indexId: index.id } : { kind: 'untold', reason: 'cannot-reckon' };
}

/** The condition that most people are said to be affected by; null where none is. */
export function mainCondition({ conditions, individualConditions }: Pick<Family, 'conditions' | 'individualConditions'>): Condition | null {
  const affected = (id: string): number => individualConditions.filter(({ conditionId, state }) => conditionId === id && state === 'affected').length;
  return [...conditions].filter(({ id }) => affected(id) > 0).sort((one, other) => affected(other.id) - affected(one.id))[0] ?? null;
}

/** The mode that the genotypes speak for, where nobody has said one. */
export function likelyMode({ genotypes }: Pick<Finding, 'genotypes'>, hasSecondVariant: boolean): InheritanceMode {
  const states = genotypes.filter(isCarried).map(({ state }) => state);
  if (states.some((state) => state === 'heteroplasmic' || state === 'homoplasmic')) return 'MT';
  if (states.includes('hemizygous')) return 'XLR';
  return states.includes('homozygous') || hasSecondVariant ? 'AR' : 'AD';
}
