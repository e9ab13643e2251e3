import { bloodRelation } from '#shared/pedigree/blood-relation.ts';
import type { Family, ParentEdge, ParentRole } from '#shared/pedigree/family.ts';
import { groupedBy } from '#shared/pedigree/grouped-by.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { lifeSpan, rangeOf, type DayRange, type LifeSpan } from '#shared/pedigree/linter/life-span.ts';
import { brokenInvariants, type BrokenInvariant } from '#shared/pedigree/family-invariants.ts';
import { familyStructure, type FamilyStructure } from '#shared/pedigree/structure.ts';

/** Everything that the rules look at, worked out once. */
export interface LintFacts {
  readonly family: Family;
  readonly structure: FamilyStructure;
  readonly lifeOf: ReadonlyMap<string, LifeSpan>;
  /** Edges whose ends are both in the family. */
  readonly edges: readonly ParentEdge[];
  readonly proband: Individual | null;
  readonly broken: readonly BrokenInvariant[];
  /** Whether two individuals have an ancestor by birth in common, or one descends from the other. */
  readonly areRelated: (first: string, second: string) => boolean;
  readonly today: DayRange | null;
}

export function lintFacts(family: Family, today: string | null): LintFacts {
  const structure = familyStructure(family);
  return {
    family,
    structure,
    lifeOf: new Map(family.individuals.map((individual) => [individual.id, lifeSpan(individual)])),
    edges: family.parentEdges.filter(({ childId, parentId }) => structure.individualOf.has(childId) && structure.individualOf.has(parentId)),
    proband: family.individuals.find(({ isProband }) => isProband) ?? null,
    broken: brokenInvariants(family),
    areRelated: bloodRelation(family.parentEdges),
    today: rangeOf(today),
  };
}

/** A finding for each individual of whom something is true. */
export const eachIndividual = (isFound: (individual: Individual, facts: LintFacts) => boolean) => (facts: LintFacts): readonly (readonly string[])[] => facts.family.individuals.filter((individual) => isFound(individual, facts)).map(({ id }) => [id]);

/** A finding for each parent and child of whom something is true. */
export const eachEdge = (isFound: (edge: ParentEdge, parent: Individual, child: Individual, facts: LintFacts) => boolean) => (facts: LintFacts): readonly (readonly string[])[] =>
  facts.edges
    .filter((edge) => {
      const [parent, child] = [facts.structure.individualOf.get(edge.parentId), facts.structure.individualOf.get(edge.childId)];
      return parent !== undefined && child !== undefined && isFound(edge, parent, child, facts);
    })
    .map(({ parentId, childId }) => [parentId, childId]);

/** A finding about the whole family. */
export const wholeFamily = (isFound: (facts: LintFacts) => boolean) => (facts: LintFacts): readonly (readonly string[])[] => (isFound(facts) ? [[]] : []);

/** Children with more than so many parents in a role, each with those parents. */
export const crowdedRole = (most: number, isMeant: (edge: ParentEdge) => boolean) => ({ edges }: LintFacts): readonly (readonly string[])[] => {
  const parentsOf = [...groupedBy(edges.filter(isMeant), ({ childId }) => childId)].map(([childId, own]) => ({ childId, ids: own.map(({ parentId }) => parentId) }));
  return parentsOf.filter(({ ids }) => new Set(ids).size > most).map(({ childId, ids }) => [childId, ...ids]);
};

export const has = (role: ParentRole) => (edge: ParentEdge): boolean => edge.roles.includes(role);

export const isUnborn = ({ life }: Individual): boolean => life.kind === 'pregnancy' || life.kind === 'loss' || life.kind === 'stillbirth';
export const isLivingPerson = ({ life, vitalStatus }: Individual): boolean => life.kind === 'person' && vitalStatus === 'alive';
export const isDead = ({ life, vitalStatus }: Individual): boolean => life.kind === 'person' && vitalStatus === 'deceased';
