import { words } from '#renderer/i18n/words.ts';
import type { Family, ParentEdge } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import type { FamilyStructure } from '#shared/pedigree/structure.ts';

type Structure = Pick<FamilyStructure, 'individualOf' | 'parentEdgesOf' | 'childEdgesOf' | 'unionsOf'>;

/** What everyone is to the proband, in words: `mother`, `maternal aunt`, `partner of II-3`. Without a proband nobody is anything. */
export function relationsToProband(family: Family, structure: Structure, numberOf: (individualId: string) => string): ReadonlyMap<string, string> {
  const proband = family.individuals.find(({ isProband }) => isProband);
  return proband === undefined ? new Map() : relationsTo(proband.id, family, structure, numberOf);
}

/** What everyone is to one person; that one is called the proband. */
export function relationsTo(individualId: string, family: Family, structure: Structure, numberOf: (individualId: string) => string): ReadonlyMap<string, string> {
  const kin = kinOf(individualId, structure);
  return new Map(family.individuals.map((individual) => [individual.id, relationOf(individual, kin, { structure, ownId: individualId, numberOf })]));
}

interface Whose {
  readonly structure: Structure;
  readonly ownId: string;
  readonly numberOf: (individualId: string) => string;
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
  const { structure, numberOf } = whose;
  const path = kin.get(individual.id);
  if (path !== undefined) return pathWords(individual, path, whose);
  const partners = (structure.unionsOf.get(individual.id) ?? []).flatMap(({ partnerIds }) => partnerIds.filter((id) => id !== individual.id));
  const known = partners.find((id) => kin.has(id));
  if (known === undefined) return words.t('family:relation.other');
  return kin.get(known)?.up === 0 && kin.get(known)?.down === 0 ? words.t('family:relation.partner') : words.t('family:relation.partnerOf', { who: numberOf(known) });
}

type Form = 'woman' | 'man' | 'person';

const formOf = ({ gender }: Individual): Form => (gender === 'woman-girl' ? 'woman' : gender === 'man-boy' ? 'man' : 'person');

function pathWords(individual: Individual, path: Path, { structure, ownId }: Whose): string {
  const form = formOf(individual);
  const { up, down } = path;
  if (up === 0 && down === 0) return words.t('family:relation.proband');
  if (up === 1 && down === 0) return parentWords(form, path.edge);
  if (up === 1 && down === 1) return words.t(isHalf(individual.id, ownId, structure) ? `family:relation.halfSibling.${form}` : `family:relation.sibling.${form}`);
  const named = up === 0 ? great(down - 2, words.t(`family:relation.child.${form}`), words.t(`family:relation.grandchild.${form}`)) : down === 0 ? great(up - 2, '', words.t(`family:relation.grandparent.${form}`)) : collateral(up, down, form);
  const side = up >= 2 && path.side !== null ? structure.individualOf.get(path.side) : undefined;
  if (side === undefined || side.gender === 'unknown' || side.gender === 'non-binary') return named;
  return words.t(side.gender === 'woman-girl' ? 'family:relation.maternal' : 'family:relation.paternal', { relation: named });
}

/** A grandchild and beyond: `great-` for each generation above the first. Below that, the near word. */
function great(extra: number, near: string, far: string): string {
  if (extra < 0) return near;
  return `${words.t('family:relation.great').repeat(extra)}${far}`;
}

function collateral(up: number, down: number, form: Form): string {
  if (down === 1) return great(up - 2, '', words.t(`family:relation.auntUncle.${form}`));
  if (up === 1) return great(down - 2, '', words.t(`family:relation.nieceNephew.${form}`));
  const degree = Math.min(up, down) - 1;
  const cousin = degree === 1 ? words.t('family:relation.cousin') : words.t('family:relation.cousinDegree', { degree: degree === 2 ? words.t('family:relation.second') : degree === 3 ? words.t('family:relation.third') : words.t('family:relation.nth', { number: degree }) });
  const removed = Math.abs(up - down);
  return removed === 0 ? cousin : words.t('family:relation.removed', { relation: cousin, times: removed === 1 ? words.t('family:relation.once') : removed === 2 ? words.t('family:relation.twice') : words.t('family:relation.times', { number: removed }) });
}

function parentWords(form: Form, edge: ParentEdge | null): string {
  const plain = words.t(`family:relation.parent.${form}`);
  if (edge === null) return plain;
  if (edge.isDonor) return words.t(edge.roles.includes('sperm') ? 'family:relation.spermDonor' : edge.roles.includes('egg') ? 'family:relation.eggDonor' : 'family:relation.carrier');
  const kept = (['adoptive', 'foster', 'step'] as const).find((role) => edge.roles.includes(role));
  return kept === undefined ? plain : words.t(`family:relation.${kept}`, { relation: plain });
}

/** One parent in common, where two of one of them are known. */
function isHalf(id: string, ownId: string, structure: Structure): boolean {
  const parentsOf = (childId: string): readonly string[] => (structure.parentEdgesOf.get(childId) ?? []).filter(({ isDonor }) => !isDonor).map(({ parentId }) => parentId);
  const [own, others] = [parentsOf(id), parentsOf(ownId)];
  return own.filter((parentId) => others.includes(parentId)).length === 1 && (own.length > 1 || others.length > 1);
}
