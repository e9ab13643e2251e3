import type { Family, ParentEdge } from '#shared/pedigree/family.ts';

type Line = Pick<ParentEdge, 'childId' | 'parentId'>;

/** Everyone above an individual by any parent edge, birth or not; the individual itself only where the lines go in a circle. */
export const ancestorsOf = (family: Pick<Family, 'parentEdges'>, individualId: string): ReadonlySet<string> => ancestryBy(family.parentEdges)(individualId);

/** The same for many individuals, by the lines given. */
export function ancestryBy(lines: readonly Line[]): (individualId: string) => ReadonlySet<string> {
  const parentsOf = new Map<string, string[]>();
  for (const { childId, parentId } of lines) {
    const parents = parentsOf.get(childId);
    if (parents === undefined) parentsOf.set(childId, [parentId]);
    else parents.push(parentId);
  }
  return (individualId) => reachable(parentsOf, individualId);
}

/** Individuals who would be their own ancestors, that is, who stand on a circle of parent edges. */
export function ownAncestors(lines: readonly Line[]): readonly string[] {
  const ancestors = ancestryBy(lines);
  return withoutFounders(lines).filter((id) => ancestors(id).has(id));
}

function reachable(nextOf: ReadonlyMap<string, readonly string[]>, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...(nextOf.get(start) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(nextOf.get(next) ?? []));
  }
  return reached;
}

/** What is left when those whose parents are all gone leave, generation after generation: nobody, unless the lines go in a circle. */
function withoutFounders(lines: readonly Line[]): readonly string[] {
  const waitsFor = new Map<string, number>();
  const childrenOf = new Map<string, string[]>();
  for (const { childId, parentId } of lines) {
    waitsFor.set(childId, (waitsFor.get(childId) ?? 0) + 1);
    if (!waitsFor.has(parentId)) waitsFor.set(parentId, 0);
    const children = childrenOf.get(parentId);
    if (children === undefined) childrenOf.set(parentId, [childId]);
    else children.push(childId);
  }
  const leaving = [...waitsFor].filter(([, count]) => count === 0).map(([id]) => id);
  for (let next = leaving.pop(); next !== undefined; next = leaving.pop()) {
    waitsFor.delete(next);
    for (const child of childrenOf.get(next) ?? []) {
      const count = (waitsFor.get(child) ?? 0) - 1;
      waitsFor.set(child, count);
      if (count === 0) leaving.push(child);
    }
  }
  return [...waitsFor.keys()];
}
