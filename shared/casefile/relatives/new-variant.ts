import { copiesOf, isCarried, type Finding } from '#shared/casefile/finding.ts';
import type { GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import type { InheritanceMode } from '#shared/inheritance/mode.ts';
import type { Family } from '#shared/pedigree/family.ts';

/** Somebody in whom the variant is new. */
export interface NewVariant {
  readonly personId: string;
  /** Every parent who could have handed it on was tested and is without it; the report calls it de novo; or it came about after conception. */
  readonly known: 'tested' | 'reported' | 'mosaic';
}

/** How many copies a test found in whom; who has it in an unknown number is left out. */
export function testedCopies({ genotypes }: Pick<Finding, 'genotypes'>): ReadonlyMap<string, 0 | 1 | 2> {
  return new Map(genotypes.flatMap((genotype) => {
    const known = copiesOf(genotype);
    return known === null ? [] : [[genotype.personId, known] as const];
  }));
}

/**
 * In whom a variant is new, by the tests of the parents or by what was recorded of it. The report speaks of the proband, or of the only one who has it. A parent in whom
 * a test found it outweighs both.
 */
export function newVariants(family: Family, genetic: GeneticFamily, finding: Pick<Finding, 'genotypes' | 'inheritance'>, mode: InheritanceMode): readonly NewVariant[] {
  const copies = testedCopies(finding);
  const carriers = finding.genotypes.filter(isCarried);
  const proband = family.individuals.find(({ isProband }) => isProband);
  const reported = finding.inheritance !== 'de-novo' ? undefined : (carriers.find(({ personId }) => personId === proband?.id) ?? (carriers.length === 1 ? carriers[0] : undefined));
  return carriers.flatMap((carrier): readonly NewVariant[] => {
    const { personId, state } = carrier;
    // Two copies came from two gametes; that both are new nobody assumes.
    if (copies.get(personId) === 2) return [];
    const parents = handingParents(genetic, personId, mode);
    const parentCopies = parents.map((id) => (id === null ? null : (copies.get(id) ?? null)));
    if (parentCopies.some((count) => count !== null && count > 0)) return [];
    if (state === 'mosaic') return [{ personId, known: 'mosaic' }];
    if (parents.length > 0 && parentCopies.every((count) => count === 0)) return [{ personId, known: 'tested' }];
    return carrier === reported ? [{ personId, known: 'reported' }] : [];
  });
}

/** The parents who could have handed a variant on to a person: of a man's X the mother alone. Null for one who is not drawn. */
export function handingParents({ members, indexOf }: GeneticFamily, personId: string, mode: InheritanceMode): readonly (string | null)[] {
  const member = members[indexOf.get(personId) ?? -1];
  if (member === undefined) return [];
  const idOf = (index: number | null): string | null => (index === null ? null : (members[index]?.id ?? null));
  const [egg, sperm] = [idOf(member.eggParent), idOf(member.spermParent)];
  if (mode === 'MT' || ((mode === 'XLR' || mode === 'XLD') && member.sex === 'male')) return [egg];
  return mode === 'YL' ? [sperm] : [egg, sperm];
}
