import { groupedBy } from '#shared/pedigree/grouped-by.ts';
import type { Family, ParentEdge } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth } from '#shared/pedigree/individual.ts';

export interface GeneticParents {
  readonly father: string | undefined;
  readonly mother: string | undefined;
}

/** Who gave the sperm and who the egg, donors too, for formats that have one father and one mother. */
export function geneticParents(family: Family): ReadonlyMap<string, GeneticParents> {
  const sexOf = new Map(family.individuals.map((individual) => [individual.id, presumedSexAssignedAtBirth(individual)]));
  const parentsOf = (edges: readonly ParentEdge[]): GeneticParents => {
    const gave = (role: 'sperm' | 'egg', sex: 'male' | 'female'): string | undefined => (edges.find(({ roles }) => roles.includes(role)) ?? edges.find(({ roles, parentId }) => roles.includes('genetic') && sexOf.get(parentId) === sex))?.parentId;
    return { father: gave('sperm', 'male'), mother: gave('egg', 'female') };
  };
  return new Map([...groupedBy(family.parentEdges, ({ childId }) => childId)].map(([childId, edges]) => [childId, parentsOf(edges)]));
}
