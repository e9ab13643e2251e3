import { success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { broken, canBeParent, changed, individualOf, noParentSentence, withPartnership, type Draft, type Edited, type NewId } from '#shared/pedigree/edits/draft.ts';

type Edit<Kind extends FamilyEdit['kind']> = Extract<FamilyEdit, { kind: Kind }>;

export function joinPartners(draft: Draft, { partnerIds }: Edit<'join-partners'>, newId: NewId): Edited {
  if (!partnerIds.every((id) => canBeParent(individualOf(draft.family, id)))) return broken(noParentSentence);
  return success(withPartnership(draft, newId, partnerIds));
}

export function changePartnership(draft: Draft, { partnershipId, change }: Edit<'change-partnership'>): Edited {
  return success(changed(draft, { partnerships: draft.family.partnerships.map((partnership) => (partnership.id === partnershipId ? { ...partnership, ...withoutUndefined(change) } : partnership)) }));
}

/** A couple with a child of both stays a couple in the drawing; the children say so. */
export function removePartnership(draft: Draft, { partnershipId }: Edit<'remove-partnership'>): Edited {
  return success(changed(draft, { partnerships: draft.family.partnerships.filter(({ id }) => id !== partnershipId) }));
}

export function joinTwins(draft: Draft, { members, knownBy }: Edit<'join-twins'>, newId: NewId): Edited {
  return success(changed(draft, { twinGroups: [...draft.family.twinGroups, { id: newId(), members, knownBy }] }));
}

export function partTwins(draft: Draft, { twinGroupId }: Edit<'part-twins'>): Edited {
  return success(changed(draft, { twinGroups: draft.family.twinGroups.filter(({ id }) => id !== twinGroupId) }));
}
