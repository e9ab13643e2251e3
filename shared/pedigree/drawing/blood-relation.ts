import { isGenetic, type FamilyStructure, type Union } from '#shared/pedigree/structure.ts';

/** Couples who are related by blood: stated, or because the drawn lines lead both to a common ancestor, or one to the other. */
export function consanguineousUnions(structure: FamilyStructure): ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const bloodline = (id: string): ReadonlySet<string> => {
    const found = known.get(id) ?? selfAndGeneticAncestors(id, structure);
    known.set(id, found);
    return found;
  };
  const isRelated = ({ partnerIds: [first, second] }: Union): boolean => {
    const [ofFirst, ofSecond] = [bloodline(first), bloodline(second)];
    return [...(ofFirst.size < ofSecond.size ? ofFirst : ofSecond)].some((id) => ofFirst.has(id) && ofSecond.has(id));
  };
  return new Set(structure.unions.filter((union) => union.partnership?.isConsanguineous === true || isRelated(union)).map(({ key }) => key));
}

function selfAndGeneticAncestors(id: string, { parentEdgesOf }: FamilyStructure): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(parentEdgesOf.get(next) ?? []).filter(isGenetic).map(({ parentId }) => parentId));
  }
  return found;
}
