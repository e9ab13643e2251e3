import { success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { bornTogether, broken, canBeParent, changed, individualOf, noParentSentence, parentEdgesOf, withIndividual, withParentEdge, withPartnership, type Draft, type Edited, type NewId } from '#shared/pedigree/edits/draft.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import type { Family, ParentEdge, ParentRole } from '#shared/pedigree/family.ts';
import type { Gender } from '#shared/pedigree/individual.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';
import { isGenetic, isOfBirth } from '#shared/pedigree/structure.ts';

type Edit<Kind extends FamilyEdit['kind']> = Extract<FamilyEdit, { kind: Kind }>;

/** Draws the parents by birth that are missing: both as a couple, or the one beside a parent who is there, for all the children they share. */
export function addParents(draft: Draft, { childId }: Pick<Edit<'add-parents'>, 'childId'>, newId: NewId): Edited {
  const edges = parentEdgesOf(draft.family, childId).filter((edge) => (isOfBirth(edge) || edge.roles.includes('social')) && !edge.isDonor);
  const [only] = edges;
  if (edges.length > 1) return broken('Both parents are drawn already; add another parent by joining them to the child.');
  return success(only === undefined ? withBothParents(draft, childId, newId) : withOtherParent(draft, only, newId));
}

/** As `addParents`, and content where they are there already. */
export function ensureParents(draft: Draft, childId: string, newId: NewId): Draft {
  const added = addParents(draft, { childId }, newId);
  return added.ok ? added.value : draft;
}

function withBothParents(draft: Draft, childId: string, newId: NewId): Draft {
  const [withFather, father] = withIndividual(draft, newId, { gender: 'man-boy' });
  const [withMother, mother] = withIndividual(withFather, newId, { gender: 'woman-girl' });
  const couple = withPartnership(withMother, newId, [father.id, mother.id]);
  return bornTogether(couple.family, childId).reduce((next, child) => [father, mother].reduce((told, parent) => withParentEdge(told, newId, { childId: child, parentId: parent.id, roles: rolesLeft(told.family, child, ordinaryRoles(parent)) }), next), couple);
}

function withOtherParent(draft: Draft, known: ParentEdge, newId: NewId): Draft {
  const parent = individualOf(draft.family, known.parentId);
  const siblings = childrenOfOne(draft.family, known);
  const [withParent, other] = withIndividual(draft, newId, { gender: oppositeGender(parent.gender) });
  const couple = withPartnership(withParent, newId, [known.parentId, other.id]);
  const reset = changed(couple, { parentEdges: couple.family.parentEdges.map((edge) => (edge.parentId === known.parentId && siblings.includes(edge.childId) ? { ...edge, undrawnPartner: 0 } : edge)) });
  return siblings.reduce((next, childId) => withParentEdge(next, newId, { childId, parentId: other.id, roles: rolesLeft(next.family, childId, ordinaryRoles(other)) }), reset);
}

/** Children of this parent and the same undrawn partner. */
function childrenOfOne(family: Family, known: ParentEdge): readonly string[] {
  const shared = family.parentEdges.filter((edge) => edge.parentId === known.parentId && edge.undrawnPartner === known.undrawnPartner && isOfBirth(edge) && !edge.isDonor);
  const isAlone = (childId: string): boolean => parentEdgesOf(family, childId).filter((edge) => (isOfBirth(edge) || edge.roles.includes('social')) && !edge.isDonor).length === 1;
  return [...new Set([known.childId, ...shared.map(({ childId }) => childId).filter(isAlone)])];
}

/** The ordinary roles that nobody has for this child yet; who is left without one brings the child up with the other parent. */
function rolesLeft(family: Pick<Family, 'parentEdges'>, childId: string, roles: readonly ParentRole[]): readonly ParentRole[] {
  const edges = parentEdgesOf(family, childId);
  const taken = new Set(edges.flatMap((edge) => edge.roles));
  const gametes = edges.filter(isGenetic).length;
  // Two may each have given a gamete of which it is not known which one.
  const isFree = (role: ParentRole): boolean => (isGenetic({ roles: [role] }) ? gametes < 2 && (role === 'genetic' || !taken.has(role)) : !taken.has(role));
  const left = roles.filter(isFree);
  return left.length === 0 ? ['social'] : left;
}

function oppositeGender(gender: Gender): Gender {
  if (gender === 'man-boy') return 'woman-girl';
  return gender === 'woman-girl' ? 'man-boy' : 'unknown';
}

export function addPartner(draft: Draft, { individualId, detail }: Pick<Edit<'add-partner'>, 'individualId' | 'detail'>, newId: NewId): Edited {
  const individual = individualOf(draft.family, individualId);
  if (!canBeParent(individual)) return broken(noParentSentence);
  const [next, partner] = withIndividual(draft, newId, { gender: oppositeGender(individual.gender), ...withoutUndefined(detail) });
  return canBeParent(partner) ? success(withPartnership(next, newId, [individualId, partner.id])) : broken(noParentSentence);
}

export function addChild(draft: Draft, { parentIds, detail }: Pick<Edit<'add-child'>, 'parentIds' | 'detail'>, newId: NewId): Edited {
  const parents = parentIds.map((id) => individualOf(draft.family, id));
  const [first, second] = parents;
  if (first === undefined || !parents.every(canBeParent)) return broken(noParentSentence);
  if (first.id === second?.id) return broken('A child has two different parents, or one whose partner is not drawn; choose them again.');
  const isNewCouple = second !== undefined && !draft.family.partnerships.some(({ partnerIds }) => partnerIds.includes(first.id) && partnerIds.includes(second.id));
  const couple = isNewCouple ? withPartnership(draft, newId, [first.id, second.id]) : draft;
  const [withChild, child] = withIndividual(couple, newId, withoutUndefined(detail));
  return success(parents.reduce((next, parent) => withParentEdge(next, newId, { childId: child.id, parentId: parent.id, roles: rolesLeft(next.family, child.id, ordinaryRoles(parent)) }), withChild));
}

export function joinParent(draft: Draft, edit: Edit<'join-parent'>, newId: NewId): Edited {
  const parent = individualOf(draft.family, edit.parentId);
  if (!canBeParent(parent)) return broken(noParentSentence);
  const roles = edit.roles ?? rolesLeft(draft.family, edit.childId, ordinaryRoles(parent));
  if (edit.roles === undefined && roles.includes('social')) return broken('The parents of the birth are drawn already; say what this one is to the child: donor, adoptive, foster, step or social parent.');
  const children = isOfBirth({ roles }) ? bornTogether(draft.family, edit.childId) : [edit.childId];
  const joined = children.reduce((next, childId) => withParentEdge(next, newId, { childId, parentId: parent.id, roles: [...new Set(roles)], isDonor: edit.isDonor ?? false }), draft);
  return success(roles.includes('adoptive') ? changed(joined, { individuals: joined.family.individuals.map((individual) => (individual.id === edit.childId ? { ...individual, isAdopted: true } : individual)) }) : joined);
}

/** Twins share the parents of their birth, so what is said of one of them goes for all. */
export function changeParentEdge(draft: Draft, { parentEdgeId, change }: Edit<'change-parent-edge'>): Edited {
  const said = withoutUndefined(change);
  const edge = draft.family.parentEdges.find(({ id }) => id === parentEdgeId);
  if (edge === undefined) return success(draft);
  const next: ParentEdge = { ...edge, ...said, roles: [...new Set(said.roles ?? edge.roles)] };
  const meant = isOfBirth(edge) || isOfBirth(next) ? sameForTwins(draft.family, edge) : [edge];
  const changedEdges = draft.family.parentEdges.map((other) => (meant.includes(other) ? { ...other, ...said, roles: next.roles } : other));
  return success(changed(draft, { parentEdges: changedEdges }));
}

export function removeParentEdge(draft: Draft, { parentEdgeId }: Edit<'remove-parent-edge'>): Edited {
  const edge = draft.family.parentEdges.find(({ id }) => id === parentEdgeId);
  if (edge === undefined) return success(draft);
  const meant = isOfBirth(edge) ? sameForTwins(draft.family, edge) : [edge];
  return success(changed(draft, { parentEdges: withoutEdges(draft.family, (other) => meant.includes(other)) }));
}

function sameForTwins(family: Family, edge: ParentEdge): readonly ParentEdge[] {
  const together = bornTogether(family, edge.childId);
  return family.parentEdges.filter((other) => other.parentId === edge.parentId && together.includes(other.childId) && (other === edge || isOfBirth(other)));
}

const mostUndrawnPartners = 20;

/**
 * The edges that are left. A child who loses one of two parents becomes a child of the other and somebody undrawn; children who shared the lost
 * parent stay full siblings, and do not become full siblings of those who had an undrawn parent before.
 */
export function withoutEdges(family: Family, isGoing: (edge: ParentEdge) => boolean): readonly ParentEdge[] {
  const lostOf = new Map(family.parentEdges.filter((edge) => isGoing(edge) && isOfBirth(edge)).map((edge) => [edge.childId, edge.parentId] as const));
  const left = family.parentEdges.filter((edge) => !isGoing(edge));
  if (lostOf.size === 0) return left;
  const single = childrenOfSingles(left);
  const taken = new Map<string, Set<number>>();
  for (const { childId, parentId, undrawnPartner } of left) if (single.has(childId) && !lostOf.has(childId)) taken.set(parentId, (taken.get(parentId) ?? new Set()).add(undrawnPartner));
  const given = new Map<string, number>();
  return left.map((edge) => {
    const lost = lostOf.get(edge.childId);
    if (lost === undefined || !single.has(edge.childId) || !isOfBirth(edge)) return edge;
    const couple = `${edge.parentId}/${lost}`;
    const used = taken.get(edge.parentId) ?? new Set<number>();
    const undrawnPartner = given.get(couple) ?? firstFree(used);
    given.set(couple, undrawnPartner);
    taken.set(edge.parentId, used.add(undrawnPartner));
    return { ...edge, undrawnPartner };
  });
}

function childrenOfSingles(edges: readonly ParentEdge[]): ReadonlySet<string> {
  const births = new Map<string, number>();
  for (const edge of edges) if (isOfBirth(edge)) births.set(edge.childId, (births.get(edge.childId) ?? 0) + 1);
  return new Set([...births].filter(([, count]) => count === 1).map(([id]) => id));
}

export function firstFree(used: ReadonlySet<number>): number {
  let place = 0;
  while (used.has(place) && place < mostUndrawnPartners) place += 1;
  return place;
}
