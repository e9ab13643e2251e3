import { success } from '#shared/base/result.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { broken, canBeParent, individualOf, noParentSentence, parentEdgesOf, type Draft, type Edited, type NewId } from '#shared/pedigree/edits/draft.ts';
import { addChild, addPartner, ensureParents } from '#shared/pedigree/edits/parent-edits.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { isOfBirth } from '#shared/pedigree/structure.ts';

/**
 * Relatives in one go; who is drawn already is kept. parents: both. grandparents: parents and all four grandparents. three-generations: the
 * same for the individual and for their current partners, whose families count as much for a child to come. own-family: a partner and a child.
 */
export function addTemplate(draft: Draft, { individualId, template }: Extract<FamilyEdit, { kind: 'add-template' }>, newId: NewId): Edited {
  const next = templates[template](draft, individualId, newId);
  return next.ok && next.value === draft ? broken('Everybody in this template is drawn already.') : next;
}

type Template = (draft: Draft, individualId: string, newId: NewId) => Edited;

const templates: Readonly<Record<Extract<FamilyEdit, { kind: 'add-template' }>['template'], Template>> = {
  parents: (draft, individualId, newId) => success(ensureParents(draft, individualId, newId)),
  grandparents: (draft, individualId, newId) => success(withGrandparents(draft, individualId, newId)),
  'three-generations': (draft, individualId, newId) => success([individualId, ...currentPartners(draft.family, individualId)].reduce((next, id) => withGrandparents(next, id, newId), draft)),
  'own-family': withOwnFamily,
};

function withGrandparents(draft: Draft, individualId: string, newId: NewId): Draft {
  const withParents = ensureParents(draft, individualId, newId);
  const parents = parentEdgesOf(withParents.family, individualId).filter((edge) => isOfBirth(edge) && !edge.isDonor);
  return parents.reduce((next, { parentId }) => ensureParents(next, parentId, newId), withParents);
}

const currentPartners = (family: Family, individualId: string): readonly string[] => family.partnerships.filter(({ partnerIds, status }) => partnerIds.includes(individualId) && status === 'current').map(({ partnerIds }) => (partnerIds[0] === individualId ? partnerIds[1] : partnerIds[0]));

function withOwnFamily(draft: Draft, individualId: string, newId: NewId): Edited {
  if (!canBeParent(individualOf(draft.family, individualId))) return broken(noParentSentence);
  const hasChildren = draft.family.parentEdges.some(({ parentId }) => parentId === individualId);
  const [known] = currentPartners(draft.family, individualId);
  if (known !== undefined) return hasChildren ? success(draft) : addChild(draft, { parentIds: [individualId, known], detail: {} }, newId);
  const withPartner = addPartner(draft, { individualId, detail: {} }, newId);
  const partner = withPartner.ok ? withPartner.value.createdIds.at(-1) : undefined;
  if (!withPartner.ok || partner === undefined || hasChildren) return withPartner;
  return addChild(withPartner.value, { parentIds: [individualId, partner], detail: {} }, newId);
}
