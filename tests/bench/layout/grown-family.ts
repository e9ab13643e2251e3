import { emptyFamily, newIndividual, type Family, type ParentEdge, type Partnership } from '#shared/pedigree/family.ts';
import { unknownProvenance, type Individual } from '#shared/pedigree/individual.ts';

/** Numbers that look random and are the same every time (a linear congruential generator; Numerical Recipes, 1992). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * A family of about that many people as it grows in life: couples have one to five children, most of whom marry somebody from outside, one in ten
 * somebody whose own parents and siblings are told too (unless without in-laws); one in twelve marries twice.
 */
export function grownFamily(people: number, seed: number, { hasInLaws = true }: { readonly hasInLaws?: boolean } = {}): Family {
  const next = numbersFrom(seed);
  const individuals: Individual[] = [];
  const parentEdges: ParentEdge[] = [];
  const partnerships: Partnership[] = [];
  const add = (isMan: boolean): string => {
    const id = `p${String(individuals.length + 1)}`;
    individuals.push(newIndividual(id, { gender: isMan ? 'man-boy' : 'woman-girl' }));
    return id;
  };
  const child = (father: string, mother: string, isMan: boolean): string => {
    const id = add(isMan);
    parentEdges.push({ id: `${father}>${id}`, childId: id, parentId: father, roles: ['sperm'], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance });
    parentEdges.push({ id: `${mother}>${id}`, childId: id, parentId: mother, roles: ['egg', 'gestational'], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance });
    return id;
  };
  const marry = (man: string, woman: string, isEnded = false): void => void partnerships.push({ id: `${man}+${woman}`, partnerIds: [man, woman], status: isEnded ? 'ended' : 'current', isConsanguineous: false, degree: '', childlessness: null, provenance: unknownProvenance });
  const couples: (readonly [string, string])[] = [[add(true), add(false)]];
  for (const [father, mother] of couples) {
    if (individuals.length >= people) break;
    const isMan = Array.from({ length: 1 + next(5) }, () => next(2) === 0);
    const children = isMan.map((man) => ({ id: child(father, mother, man), isMan: man }));
    for (const { id, isMan: man } of children) {
      if (individuals.length >= people || next(4) === 0) continue;
      const times = next(12) === 0 ? 2 : 1;
      for (let time = 0; time < times; time += 1) {
        const partner = next(10) === 0 && hasInLaws ? inLaw(add, child, marry, next, man) : add(!man);
        const couple = man ? ([id, partner] as const) : ([partner, id] as const);
        marry(...couple, time < times - 1);
        couples.push(couple);
      }
    }
  }
  return { ...emptyFamily, individuals, parentEdges, partnerships };
}

/** Somebody to marry who has parents, and perhaps a younger sibling. */
function inLaw(add: (isMan: boolean) => string, child: (father: string, mother: string, isMan: boolean) => string, marry: (man: string, woman: string) => void, next: (below: number) => number, isForMan: boolean): string {
  const [father, mother] = [add(true), add(false)];
  marry(father, mother);
  const partner = child(father, mother, !isForMan);
  if (next(2) === 0) child(father, mother, next(2) === 0);
  return partner;
}
