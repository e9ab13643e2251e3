import { success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { bornTogether, broken, changed, individualOf, parentEdgesOf, withIndividual, withParentEdge, type Draft, type Edited, type NewId } from '#shared/pedigree/edits/draft.ts';
import { ensureParents } from '#shared/pedigree/edits/parent-edits.ts';
import type { Family, ParentEdge, TwinGroup } from '#shared/pedigree/family.ts';
import type { Individual, IndividualDetail } from '#shared/pedigree/individual.ts';
import { familyStructure, isOfBirth } from '#shared/pedigree/structure.ts';

type Edit<Kind extends FamilyEdit['kind']> = Extract<FamilyEdit, { kind: Kind }>;

/**
 * A sibling with the same parents by birth, donors included; where none are drawn but adoptive or foster parents are, with those. The new one stands
 * at once before or after the individual, twins not parted.
 */
export function addSibling(draft: Draft, { individualId, side, detail }: Pick<Edit<'add-sibling'>, 'individualId' | 'side' | 'detail'>, newId: NewId): Edited {
  const prepared = withParentsDrawn(draft, individualId, newId);
  const said = withoutUndefined(detail);
  const ordered = toldInDrawnOrder(prepared, individualId);
  const siblings = siblingsOf(ordered.family, individualId);
  const together = siblings.map(({ id }) => id).filter((id) => bornTogether(ordered.family, individualId).includes(id));
  const beside = (side === 'before' ? together[0] : together.at(-1)) ?? individualId;
  return success(withSibling(ordered, newId, individualId, said, { side, id: beside }).draft);
}

export function addTwin(draft: Draft, { individualId, zygosity, detail }: Pick<Edit<'add-twin'>, 'individualId' | 'zygosity' | 'detail'>, newId: NewId): Edited {
  const group = draft.family.twinGroups.find(({ members }) => members.some((member) => member.individualId === individualId));
  if (group !== undefined && group.members.length >= mostOfOneBirth) return broken(`More than ${String(mostOfOneBirth)} born together cannot be drawn; check the twin group.`);
  const prepared = withParentsDrawn(draft, individualId, newId);
  const { gender, sexAssignedAtBirth, birthDate, life } = individualOf(prepared.family, individualId);
  const shared = zygosity === 'monozygotic' ? { gender, sexAssignedAtBirth, birthDate, life } : { birthDate, life };
  const beside = { side: 'after', id: bornTogether(prepared.family, individualId).at(-1) ?? individualId } as const;
  const { draft: next, id } = withSibling(prepared, newId, individualId, { ...shared, ...withoutUndefined(detail) }, beside);
  const [first, second] = zygotes(group, individualId, zygosity);
  const members = [...(group?.members ?? [{ individualId, zygote: null }]).map((member) => (member.individualId === individualId ? { ...member, zygote: first } : member)), { individualId: id, zygote: second }];
  const grown: TwinGroup = { id: group?.id ?? newId(), members, knownBy: group?.knownBy ?? (zygosity === 'unknown' ? 'unknown' : 'reported') };
  return success(changed(next, { twinGroups: group === undefined ? [...next.family.twinGroups, grown] : next.family.twinGroups.map((other) => (other.id === group.id ? grown : other)) }));
}

/** Moves somebody, with those born together, among the siblings; dates of birth and ongoing pregnancies keep their own places. */
export function moveAmongSiblings(draft: Draft, { individualId, by }: Edit<'move-among-siblings'>): Edited {
  const siblings = siblingsOf(draft.family, individualId);
  if (siblings.length < 2) return broken('There are no siblings to move among; add them first.');
  const wanted = moved(draft.family, siblings, individualId, by);
  const stated = siblings.flatMap(({ birthOrder }) => (birthOrder === null ? [] : [birthOrder])).toSorted((first, second) => first - second);
  const restated = wanted.map((sibling) => (sibling.birthOrder === null ? sibling : { ...sibling, birthOrder: stated.shift() ?? sibling.birthOrder }));
  const next = changed(draft, { individuals: told(draft.family.individuals, restated) });
  const drawn = siblingsOf(next.family, individualId).map(({ id }) => id);
  const isDrawnSo = wanted.every(({ id }, index) => drawn[index] === id);
  return isDrawnSo ? success(next) : broken('The dates of birth say who is older, and a pregnancy is the youngest; correct what is known of the birth instead.');
}

const mostOfOneBirth = 9;

/** A sibling needs parents to share. */
export function withParentsDrawn(draft: Draft, individualId: string, newId: NewId): Draft {
  return parentEdgesOf(draft.family, individualId).length > 0 ? draft : ensureParents(draft, individualId, newId);
}

/** A sibling of the individual, told beside another of the sibship. */
export function withSibling(draft: Draft, newId: NewId, individualId: string, detail: Partial<IndividualDetail>, beside: { readonly side: 'before' | 'after'; readonly id: string }): { readonly draft: Draft; readonly id: string } {
  const edges = sharedEdges(draft.family, individualId);
  const isAdopted = edges.some(({ roles }) => roles.includes('adoptive'));
  const [next, sibling] = withIndividual(draft, newId, { ...(isAdopted ? { isAdopted } : {}), ...detail }, beside);
  const joined = edges.reduce((drawn, { parentId, roles, isDonor, undrawnPartner }) => withParentEdge(drawn, newId, { childId: sibling.id, parentId, roles, isDonor, undrawnPartner }), next);
  return { draft: joined, id: sibling.id };
}

function sharedEdges(family: Family, individualId: string): readonly ParentEdge[] {
  const edges = parentEdgesOf(family, individualId);
  const birth = edges.filter((edge) => isOfBirth(edge) || edge.roles.includes('social'));
  return birth.length > 0 ? birth : edges;
}

/** The zygote numbers of the individual and of the new twin. */
function zygotes(group: TwinGroup | undefined, individualId: string, zygosity: 'monozygotic' | 'dizygotic' | 'unknown'): readonly [number | null, number | null] {
  const own = group?.members.find((member) => member.individualId === individualId)?.zygote ?? null;
  if (zygosity === 'unknown') return [own, null];
  const used = new Set(group?.members.flatMap(({ zygote }) => (zygote === null ? [] : [zygote])));
  const free = (): number => {
    const zygote = Array.from({ length: mostOfOneBirth }, (_, index) => index + 1).find((candidate) => !used.has(candidate)) ?? mostOfOneBirth;
    used.add(zygote);
    return zygote;
  };
  const first = own ?? free();
  return [first, zygosity === 'monozygotic' ? first : free()];
}

/** The sibship in which the individual hangs by a vertical line, in drawn order. */
export function siblingsOf(family: Family, individualId: string): readonly Individual[] {
  const sibship = familyStructure(family).sibships.find(({ members }) => members.some(({ childId }) => childId === individualId));
  const byId = new Map(family.individuals.map((individual) => [individual.id, individual]));
  return (sibship?.members ?? []).flatMap(({ childId }) => byId.get(childId) ?? []);
}

/** Siblings take the seats that they hold among the individuals, in the order in which they are drawn; the drawing stays as it is. */
function toldInDrawnOrder(draft: Draft, individualId: string): Draft {
  return changed(draft, { individuals: told(draft.family.individuals, siblingsOf(draft.family, individualId)) });
}

function told(individuals: readonly Individual[], siblings: readonly Individual[]): readonly Individual[] {
  const ids = new Set(siblings.map(({ id }) => id));
  const next = siblings.values();
  return individuals.map((individual) => (ids.has(individual.id) ? (next.next().value ?? individual) : individual));
}

function moved(family: Family, siblings: readonly Individual[], individualId: string, by: number): readonly Individual[] {
  const together = bornTogether(family, individualId);
  const at = siblings.findIndex(({ id }) => id === individualId);
  const neighbour = siblings[at + Math.sign(by)];
  // Twins change places with each other, one step at a time; else they move as one.
  if (neighbour !== undefined && Math.abs(by) === 1 && together.includes(neighbour.id)) return swapped(siblings, at, at + by);
  const units = siblings.reduce<readonly (readonly Individual[])[]>((found, sibling) => {
    const last = found.at(-1);
    const joins = last?.[0] !== undefined && bornTogether(family, sibling.id).includes(last[0].id);
    return joins ? [...found.slice(0, -1), [...last, sibling]] : [...found, [sibling]];
  }, []);
  const unit = units.findIndex((members) => members.some(({ id }) => id === individualId));
  const target = Math.min(Math.max(unit + by, 0), units.length - 1);
  return units.toSpliced(unit, 1).toSpliced(target, 0, units[unit] ?? []).flat();
}

function swapped(siblings: readonly Individual[], first: number, second: number): readonly Individual[] {
  return siblings.map((sibling, index) => (index === first ? siblings[second] : index === second ? siblings[first] : sibling) ?? sibling);
}
