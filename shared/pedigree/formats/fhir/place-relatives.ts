import type { FamilyDraft } from '#shared/pedigree/formats/family-draft.ts';
import type { PlacedRole } from '#shared/pedigree/formats/fhir/role-codes.ts';
import { genderOfSex } from '#shared/pedigree/formats/sex-and-gender.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';

/** Joins a relative to the proband by what it is; relatives between them who are not in the file are added, and nothing is known of them. */
export function placeRelative(place: PlacedRole, probandId: string, relativeId: string, draft: FamilyDraft): void {
  switch (place.kind) {
    case 'self':
      return;
    case 'mother':
    case 'father':
    case 'parent': {
      const relative = draft.individual(relativeId);
      const birth = place.kind === 'mother' ? (['egg', 'gestational'] as const) : place.kind === 'father' ? (['sperm'] as const) : relative === undefined ? [] : ordinaryRoles(relative);
      draft.addParent(probandId, relativeId, place.how === 'birth' ? birth : [place.how]);
      if (place.how === 'adoptive') draft.changeIndividual(probandId, { isAdopted: true });
      return;
    }
    case 'child': {
      const proband = draft.individual(probandId);
      if (proband !== undefined) draft.addParent(relativeId, probandId, ordinaryRoles(proband));
      return;
    }
    case 'partner':
    case 'former-partner':
      return draft.addPartnership([probandId, relativeId], place.kind === 'former-partner' ? { status: 'ended' } : {});
    case 'sibling':
      return shareParents(relativeId, probandId, draft);
    case 'twin':
    case 'identical-twin':
      shareParents(relativeId, probandId, draft);
      return draft.addTwins([probandId, relativeId].map((individualId) => ({ individualId, zygote: place.kind === 'twin' ? null : 1 })), 'reported');
    case 'grandparent':
      return joinGrandparent(relativeId, parentOf(probandId, place.side, draft), place.sex, draft);
    case 'aunt-or-uncle':
      return shareParents(relativeId, parentOf(probandId, place.side, draft), draft);
  }
}

const rolesOfSide = { mother: ['egg', 'gestational'], father: ['sperm'] } as const;

/** The parent on a side by birth, added where there is none. */
function parentOf(childId: string, side: 'mother' | 'father', draft: FamilyDraft): string {
  const known = draft.build().parentEdges.find((edge) => edge.childId === childId && edge.roles.includes(side === 'mother' ? 'egg' : 'sperm'));
  if (known !== undefined) return known.parentId;
  const id = `${side} of ${childId}`;
  const sex = side === 'mother' ? 'female' : 'male';
  draft.addIndividual(id, { sexAssignedAtBirth: sex, gender: genderOfSex(sex) });
  draft.addParent(childId, id, rolesOfSide[side]);
  return id;
}

function shareParents(relativeId: string, siblingId: string, draft: FamilyDraft): void {
  for (const side of ['mother', 'father'] as const) draft.addParent(relativeId, parentOf(siblingId, side, draft), rolesOfSide[side]);
}

function joinGrandparent(relativeId: string, childId: string, sex: 'female' | 'male' | 'unknown', draft: FamilyDraft): void {
  draft.addParent(childId, relativeId, sex === 'unknown' ? ['genetic'] : rolesOfSide[sex === 'female' ? 'mother' : 'father']);
}
