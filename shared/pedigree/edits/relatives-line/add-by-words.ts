import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { setConditionState } from '#shared/pedigree/edits/condition-edits.ts';
import { broken, changed, individualOf, parentEdgesOf, withIndividual, withParentEdge, type Draft, type Edited, type NewId } from '#shared/pedigree/edits/draft.ts';
import { addChild, addPartner, ensureParents, firstFree } from '#shared/pedigree/edits/parent-edits.ts';
import { changeIndividuals } from '#shared/pedigree/edits/person-edits.ts';
import { parseRelativesLine, type SaidRelative } from '#shared/pedigree/edits/relatives-line/relatives-line.ts';
import type { FamilySide } from '#shared/pedigree/edits/relatives-line/line-words.ts';
import { addTwin, siblingsOf, withParentsDrawn, withSibling } from '#shared/pedigree/edits/sibling-edits.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth } from '#shared/pedigree/individual.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';
import { isOfBirth } from '#shared/pedigree/structure.ts';

/** Reads the line and adds its relatives; parents and grandparents that are drawn already are told about instead. */
export function addByWords(draft: Draft, { individualId, words }: Pick<Extract<FamilyEdit, { kind: 'add-by-words' }>, 'individualId' | 'words'>, newId: NewId): Edited {
  const line = parseRelativesLine(words, draft.family.conditions);
  if (!line.ok) {
    const { at, message } = line.error;
    return refusal(failure('invalid-input', `At character ${String(at + 1)}: ${message}`, [{ severity: 'error', rule: 'relatives-line', message, line: 1, column: at + 1 }]));
  }
  let told: Telling = { draft, newId, individualId, firstOfBirth: new Map(), undrawn: new Map() };
  for (const relative of line.value.relatives) {
    const added = withRelative(told, relative);
    if (!added.ok) return added;
    const stated = withStates(added.value.draft, relative, added.value.id, newId);
    if (!stated.ok) return stated;
    told = { ...told, draft: stated.value };
    if (relative.birth !== null && typeof relative.birth.with === 'number' && !told.firstOfBirth.has(relative.birth.with)) told.firstOfBirth.set(relative.birth.with, added.value.id);
  }
  return success(told.draft);
}

interface Telling {
  readonly draft: Draft;
  readonly newId: NewId;
  readonly individualId: string;
  /** The first born of those born together. */
  readonly firstOfBirth: Map<number, string>;
  /** Half-siblings of one side in one line have the same other parent. */
  readonly undrawn: Map<FamilySide, number>;
}

/** The family with the relative, and who that is. */
type Told = Result<{ readonly draft: Draft; readonly id: string }, Failure>;

function withRelative(told: Telling, relative: SaidRelative): Told {
  const { draft, newId, individualId } = told;
  const { kind, side, detail, birth } = relative;
  const elder = birth === null ? undefined : birth.with === 'individual' ? individualId : told.firstOfBirth.get(birth.with);
  if (elder !== undefined && birth !== null) return last(draft, addTwin(draft, { individualId: elder, zygosity: birth.zygosity, detail }, newId));
  switch (kind) {
    case 'partner':
      return last(draft, addPartner(draft, { individualId, detail }, newId));
    case 'child':
      return last(draft, addChild(draft, { parentIds: couple(draft.family, individualId), detail }, newId));
    case 'sibling':
      return success(sibling(draft, newId, individualId, relative));
    case 'father':
    case 'mother':
      return parent(draft, newId, individualId, kind === 'father' ? 'paternal' : 'maternal', (next, id) => known(next, id, relative));
    case 'half-sibling':
      return parent(draft, newId, individualId, side ?? 'maternal', (next, id) => success(halfSibling(told, next, id, relative)));
    case 'parental-sibling':
      return parent(draft, newId, individualId, side ?? 'maternal', (next, id) => success(sibling(next, newId, id, relative)));
    case 'grandfather':
    case 'grandmother':
      return parent(draft, newId, individualId, side ?? 'maternal', (next, id) => parent(next, newId, id, kind === 'grandfather' ? 'paternal' : 'maternal', (drawn, grandparent) => known(drawn, grandparent, relative)));
  }
}

/** The one that was just made. */
const last = (before: Draft, edited: Edited): Told => (edited.ok ? success({ draft: edited.value, id: edited.value.createdIds[before.createdIds.length] ?? '' }) : edited);

/** Children are of the current relationship, the last one told; of nobody drawn where there is none. */
function couple(family: Family, individualId: string): readonly string[] {
  const own = family.partnerships.filter(({ partnerIds }) => partnerIds.includes(individualId));
  const chosen = own.findLast(({ status }) => status === 'current') ?? own.at(-1);
  return chosen?.partnerIds ?? [individualId];
}

function sibling(draft: Draft, newId: NewId, individualId: string, { detail, isOlder }: SaidRelative): { readonly draft: Draft; readonly id: string } {
  const prepared = withParentsDrawn(draft, individualId, newId);
  const youngest = siblingsOf(prepared.family, individualId).at(-1)?.id ?? individualId;
  return withSibling(prepared, newId, individualId, detail, isOlder ? { side: 'before', id: individualId } : { side: 'after', id: youngest });
}

function halfSibling({ newId, undrawn }: Telling, draft: Draft, parentId: string, { detail, side }: SaidRelative): { readonly draft: Draft; readonly id: string } {
  const place = undrawn.get(side ?? 'maternal') ?? firstFree(new Set(draft.family.parentEdges.filter((edge) => edge.parentId === parentId).map(({ undrawnPartner }) => undrawnPartner)));
  undrawn.set(side ?? 'maternal', place);
  const [next, child] = withIndividual(draft, newId, detail);
  return { draft: withParentEdge(next, newId, { childId: child.id, parentId, roles: ordinaryRoles(individualOf(next.family, parentId)), undrawnPartner: place }), id: child.id };
}

/** Goes on with the mother or the father, drawn first where they are not. */
function parent(draft: Draft, newId: NewId, childId: string, side: FamilySide, then: (draft: Draft, parentId: string) => Told): Told {
  const drawn = parentOf(draft.family, childId, side) === null ? ensureParents(draft, childId, newId) : draft;
  const id = parentOf(drawn.family, childId, side);
  return id === null ? broken('The parents of this individual are not one mother and one father; add the relative to the parent who is meant.') : then(drawn, id);
}

function parentOf(family: Family, childId: string, side: FamilySide): string | null {
  const sex = side === 'maternal' ? 'female' : 'male';
  const parents = parentEdgesOf(family, childId).filter((edge) => !edge.isDonor && (isOfBirth(edge) || edge.roles.includes('social'))).map(({ parentId }) => individualOf(family, parentId));
  return parents.find((individual) => presumedSexAssignedAtBirth(individual) === sex)?.id ?? null;
}

/** What is said of somebody who is drawn; notes are added to those that are there. */
function known(draft: Draft, id: string, { detail }: SaidRelative): Told {
  const { gender: _, note, ...said } = detail;
  const own = individualOf(draft.family, id);
  const notes = note === undefined ? {} : { note: own.note === '' ? note : `${own.note}\n${note}` };
  const next = changeIndividuals(draft, { kind: 'change-individuals', individualIds: [id], change: { ...said, ...notes } });
  return next.ok ? success({ draft: next.value, id }) : next;
}

function withStates(draft: Draft, { states }: SaidRelative, id: string, newId: NewId): Edited {
  return states.reduce<Edited>((next, { conditionId, state, onset }) => (next.ok ? setConditionState(next.value, { kind: 'set-condition-state', individualIds: [id], conditionId, state, detail: onset === null ? undefined : { onset } }, newId) : next), success(changed(draft, {})));
}
