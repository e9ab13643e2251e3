import { emptyFamily, newIndividual, type Family, type ParentEdge } from '#shared/pedigree/family.ts';
import { unknownProvenance, type Individual } from '#shared/pedigree/individual.ts';

/**
 * Houses that marry only each other, as royal families did: in each generation the son of a house marries the daughter of the next one, so that every
 * couple after the second generation are cousins in many ways. The last generation are the children of the last couples.
 */
export function cousinMarriages(houses: number, generations: number): Family {
  const individuals: Individual[] = [];
  const parentEdges: ParentEdge[] = [];
  const add = (id: string, isMan: boolean, parents: readonly [string, string] | null): string => {
    individuals.push(newIndividual(id, { gender: isMan ? 'man-boy' : 'woman-girl' }));
    const [father, mother] = parents ?? [null, null];
    if (father !== null && mother !== null) {
      parentEdges.push({ id: `${father}>${id}`, childId: id, parentId: father, roles: ['sperm'], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance });
      parentEdges.push({ id: `${mother}>${id}`, childId: id, parentId: mother, roles: ['egg', 'gestational'], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance });
    }
    return id;
  };
  let couples = Array.from({ length: houses }, (_, house) => [add(`1-${String(house)}m`, true, null), add(`1-${String(house)}f`, false, null)] as const);
  for (let generation = 2; generation <= generations; generation += 1) {
    const sons = couples.map((couple, house) => add(`${String(generation)}-${String(house)}m`, true, couple));
    const daughters = couples.map((couple, house) => add(`${String(generation)}-${String(house)}f`, false, couple));
    couples = sons.map((son, house) => [son, daughters[(house + 1) % houses] ?? son] as const);
  }
  return { ...emptyFamily, individuals, parentEdges };
}
