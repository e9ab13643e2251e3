import { ancestryBy } from '#shared/pedigree/ancestry.ts';
import type { ParentEdge } from '#shared/pedigree/family.ts';
import { isGenetic, type FamilyStructure } from '#shared/pedigree/structure.ts';

/** Whether two individuals have an ancestor by genes in common, or one descends from the other, by the lines given. Ancestors are looked up once each. */
export function bloodRelation(parentEdges: readonly ParentEdge[]): (first: string, second: string) => boolean {
  const ancestorsOf = ancestryBy(parentEdges.filter(isGenetic));
  const known = new Map<string, ReadonlySet<string>>();
  const bloodline = (id: string): ReadonlySet<string> => {
    const found = known.get(id) ?? new Set([id, ...ancestorsOf(id)]);
    known.set(id, found);
    return found;
  };
  return (first, second) => {
    const [ofFirst, ofSecond] = [bloodline(first), bloodline(second)];
    return [...ofFirst].some((id) => ofSecond.has(id));
  };
}

/** The keys of couples who are related by blood: stated, or because the drawn lines show it. */
export function consanguineousUnions({ parentEdgesOf, unions }: FamilyStructure): ReadonlySet<string> {
  const areRelated = bloodRelation([...parentEdgesOf.values()].flat());
  return new Set(unions.filter(({ partnership, partnerIds }) => partnership?.isConsanguineous === true || areRelated(...partnerIds)).map(({ key }) => key));
}
