import type { Family, ParentEdge } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { sayInEnglish, type RelationKey } from '#shared/pedigree/relation-english.ts';
import type { FamilyStructure } from '#shared/pedigree/structure.ts';

/** Says a relation in some language. */
export type SayRelation = (key: RelationKey, values?: Readonly<Record<string, string | number>>) => string;

type Structure = Pick<FamilyStructure, 'individualOf' | 'parentEdgesOf' | 'childEdgesOf' | 'unionsOf'>;

/** What everyone is to the proband, in words: `mother`, `maternal aunt`, `partner of II-3`. Without a proband nobody is anything. */
export function relationsToProband(family: Family, structure: Structure, numberOf: (individualId: string) => string, say: SayRelation = sayInEnglish): ReadonlyMap<string, string> {
  const proband = family.individuals.find(({ isProband }) => isProband);
  return proband === undefined ? new Map() : relationsTo(proband.id, family, structure, numberOf, say);
}

/** What everyone is to one person; that one is called the proband. */
export function relationsTo(individualId: string, family: Family, structure: Structure, numberOf: (individualId: string) => string, say: SayRelation = sayInEnglish): ReadonlyMap<string, string> {
  const kin = kinOf(individualId, structure);
  return new Map(family.individuals.map((individual) => [individual.id, relationOf(individual, kin, { structure, ownId: individualId, numberOf, say })]));
}

interface Whose {
  readonly structure: Structure;
  readonly ownId: string;
  readonly numberOf: (individualId: string) => string;
  readonly say: SayRelation;
}

/** How one gets from the proband to a relative by blood or by adoption: so many steps up, then so many down. */
interface Path {
  readonly up: number;
  readonly down: number;
  /** The parent through whom one went up first. */
  readonly side: string | null;
  /** The last step, where it was to a parent or child. */
  readonly edge: ParentEdge | null;
}

function kinOf(probandId: string, structure: Structure): ReadonlyMap<string, Path> {
  const found = new Map<string, Path>([[probandId, { up: 0, down: 0, side: null, edge: null }]]);
  const ancestors: (readonly [string, Path])[] = [[probandId, { up: 0, down: 0, side: null, edge: null }]];
  for (const [id, path] of ancestors) {
    for (const edge of structure.parentEdgesOf.get(id) ?? []) {
      if (found.has(edge.parentId)) continue;
      const next: Path = { up: path.up + 1, down: 0, side: path.side ?? edge.parentId, edge };
      found.set(edge.parentId, next);
      ancestors.push([edge.parentId, next]);
    }
  }
  for (const start of ancestors) {
    const open = [start];
    for (const [id, path] of open) {
      for (const edge of structure.childEdgesOf.get(id) ?? []) {
        const next: Path = { ...path, down: path.down + 1, edge };
        const before = found.get(edge.childId);
        if (before !== undefined && before.up + before.down <= next.up + next.down) continue;
        found.set(edge.childId, next);
        open.push([edge.childId, next]);
      }
    }
  }
  return found;
}

function relationOf(individual: Individual, kin: ReadonlyMap<string, Path>, whose: Whose): string {
  const { structure, numberOf, say } = whose;
  const path = kin.get(individual.id);
  if (path !== undefined) return pathWords(individual, path, whose);
  const partners = (structure.unionsOf.get(individual.id) ?? []).flatMap(({ partnerIds }) => partnerIds.filter((id) => id !== individual.id));
  const known = partners.find((id) => kin.has(id));
  if (known === undefined) return say('relation.other');
  return kin.get(known)?.up === 0 && kin.get(known)?.down === 0 ? say('relation.partner') : say('relation.partnerOf', { who: numberOf(known) });
}

type Form = 'woman' | 'man' | 'person';

const formOf = ({ gender }: Individual): Form => (gender === 'woman-girl' ? 'woman' : gender === 'man-boy' ? 'man' : 'person');

function pathWords(individual: Individual, path: Path, { structure, ownId, say }: Whose): string {
  const form = formOf(individual);
  const { up, down } = path;
  if (up === 0 && down === 0) return say('relation.proband');
  if (up === 1 && down === 0) return parentWords(form, path.edge, say);
  if (up === 1 && down === 1) return say(isHalf(individual.id, ownId, structure) ? `relation.halfSibling.${form}` : `relation.sibling.${form}`);
  const named = up === 0 ? great(down - 2, say(`relation.child.${form}`), say(`relation.grandchild.${form}`), say) : down === 0 ? great(up - 2, '', say(`relation.grandparent.${form}`), say) : collateral(up, down, form, say);
  const side = up >= 2 && path.side !== null ? structure.individualOf.get(path.side) : undefined;
  if (side === undefined || side.gender === 'unknown' || side.gender === 'non-binary') return named;
  return say(side.gender === 'woman-girl' ? 'relation.maternal' : 'relation.paternal', { relation: named });
}

/** A grandchild and beyond: `great-` for each generation above the first. Below that, the near word. */
function great(extra: number, near: string, far: string, say: SayRelation): string {
  if (extra < 0) return near;
  return `${say('relation.great').repeat(extra)}${far}`;
}

function collateral(up: number, down: number, form: Form, say: SayRelation): string {
  if (down === 1) return great(up - 2, '', say(`relation.auntUncle.${form}`), say);
  if (up === 1) return great(down - 2, '', say(`relation.nieceNephew.${form}`), say);
  const degree = Math.min(up, down) - 1;
  const cousin = degree === 1 ? say('relation.cousin') : say('relation.cousinDegree', { degree: degree === 2 ? say('relation.second') : degree === 3 ? say('relation.third') : say('relation.nth', { number: degree }) });
  const removed = Math.abs(up - down);
  return removed === 0 ? cousin : say('relation.removed', { relation: cousin, times: removed === 1 ? say('relation.once') : removed === 2 ? say('relation.twice') : say('relation.times', { number: removed }) });
}

function parentWords(form: Form, edge: ParentEdge | null, say: SayRelation): string {
  const plain = say(`relation.parent.${form}`);
  if (edge === null) return plain;
  if (edge.isDonor) return say(edge.roles.includes('sperm') ? 'relation.spermDonor' : edge.roles.includes('egg') ? 'relation.eggDonor' : 'relation.carrier');
  const kept = (['adoptive', 'foster', 'step'] as const).find((role) => edge.roles.includes(role));
  return kept === undefined ? plain : say(`relation.${kept}`, { relation: plain });
}

/** One parent in common, where two of one of them are known. */
function isHalf(id: string, ownId: string, structure: Structure): boolean {
  const parentsOf = (childId: string): readonly string[] => (structure.parentEdgesOf.get(childId) ?? []).filter(({ isDonor }) => !isDonor).map(({ parentId }) => parentId);
  const [own, others] = [parentsOf(id), parentsOf(ownId)];
  return own.filter((parentId) => others.includes(parentId)).length === 1 && (own.length > 1 || others.length > 1);
}
