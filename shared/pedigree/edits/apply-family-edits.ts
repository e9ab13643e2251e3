import { assertNever } from '#shared/base/assert-never.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { addTemplate } from '#shared/pedigree/edits/add-template.ts';
import { addCondition, changeCondition, orderConditions, removeCondition, setConditionState } from '#shared/pedigree/edits/condition-edits.ts';
import { broken, changed, withIndividual, type Draft, type Edited, type NewId } from '#shared/pedigree/edits/draft.ts';
import { editsLabel } from '#shared/pedigree/edits/edit-label.ts';
import { changePartnership, joinPartners, joinTwins, partTwins, removePartnership } from '#shared/pedigree/edits/line-edits.ts';
import { mergeIndividuals } from '#shared/pedigree/edits/merge-individuals.ts';
import { addChild, addParents, addPartner, changeParentEdge, joinParent, removeParentEdge } from '#shared/pedigree/edits/parent-edits.ts';
import { changeIndividuals, removeIndividuals, setConsultand, setProband } from '#shared/pedigree/edits/person-edits.ts';
import { addByWords } from '#shared/pedigree/edits/relatives-line/add-by-words.ts';
import { addSibling, addTwin, moveAmongSiblings } from '#shared/pedigree/edits/sibling-edits.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { brokenInvariants, invariantSentences } from '#shared/pedigree/family-invariants.ts';

export interface EditedFamily {
  readonly family: Family;
  /** Individuals and conditions that the edits made, in the order in which they were made. */
  readonly createdIds: readonly string[];
  /** For the history, such as `Add brother`. */
  readonly label: string;
}

/**
 * The family after these edits, one after another, all or none. The same edits on the same family ask for the same number of new ids in the
 * same order. Rows that no edit changes stay the same objects. A family that breaks an invariant already, as an imported one may, can be edited; no edit may break another.
 */
export function applyFamilyEdits(family: Family, edits: readonly FamilyEdit[], newId: NewId): Result<EditedFamily, Failure> {
  let draft: Draft = { family, createdIds: [] };
  for (const edit of edits) {
    const missing = unknownIds(draft.family, edit);
    if (missing !== null) return refusal(failure('not-found', `${missing} is not in the family any more; look at the family again.`));
    const next = applyEdit(draft, edit, newId);
    if (!next.ok) return next;
    draft = next.value;
  }
  const refused = brokenBy(family, draft.family) ?? beyondLimits(draft.family);
  return refused === null ? success({ ...draft, label: editsLabel(edits) }) : broken(refused);
}

function applyEdit(draft: Draft, edit: FamilyEdit, newId: NewId): Edited {
  switch (edit.kind) {
    case 'add-individual':
      return success(addIndividual(draft, edit, newId));
    case 'add-parents':
      return addParents(draft, edit, newId);
    case 'add-partner':
      return addPartner(draft, edit, newId);
    case 'add-child':
      return addChild(draft, edit, newId);
    case 'add-sibling':
      return addSibling(draft, edit, newId);
    case 'add-twin':
      return addTwin(draft, edit, newId);
    case 'add-by-words':
      return addByWords(draft, edit, newId);
    case 'add-template':
      return addTemplate(draft, edit, newId);
    case 'change-individuals':
      return changeIndividuals(draft, edit);
    case 'remove-individuals':
      return removeIndividuals(draft, edit);
    case 'merge-individuals':
      return mergeIndividuals(draft, edit);
    case 'move-among-siblings':
      return moveAmongSiblings(draft, edit);
    case 'set-proband':
      return setProband(draft, edit);
    case 'set-consultand':
      return setConsultand(draft, edit);
    default:
      return applyRowEdit(draft, edit, newId);
  }
}

type RowEdit = Exclude<FamilyEdit, { kind: 'add-individual' | 'add-parents' | 'add-partner' | 'add-child' | 'add-sibling' | 'add-twin' | 'add-by-words' | 'add-template' | 'change-individuals' | 'remove-individuals' | 'merge-individuals' | 'move-among-siblings' | 'set-proband' | 'set-consultand' }>;

/** Edits of what joins individuals, of conditions and of the header. */
function applyRowEdit(draft: Draft, edit: RowEdit, newId: NewId): Edited {
  switch (edit.kind) {
    case 'join-partners':
      return joinPartners(draft, edit, newId);
    case 'change-partnership':
      return changePartnership(draft, edit);
    case 'remove-partnership':
      return removePartnership(draft, edit);
    case 'join-parent':
      return joinParent(draft, edit, newId);
    case 'change-parent-edge':
      return changeParentEdge(draft, edit);
    case 'remove-parent-edge':
      return removeParentEdge(draft, edit);
    case 'join-twins':
      return joinTwins(draft, edit, newId);
    case 'part-twins':
      return partTwins(draft, edit);
    case 'add-condition':
      return addCondition(draft, edit, newId);
    case 'change-condition':
      return changeCondition(draft, edit);
    case 'remove-condition':
      return removeCondition(draft, edit);
    case 'order-conditions':
      return orderConditions(draft, edit);
    case 'set-condition-state':
      return setConditionState(draft, edit, newId);
    case 'change-header':
      return success(changed(draft, { header: { ...draft.family.header, ...withoutUndefined(edit.change) } }));
    default:
      return assertNever(edit);
  }
}

/** The first individual of a family is its proband until somebody else is. */
function addIndividual(draft: Draft, { detail }: Extract<FamilyEdit, { kind: 'add-individual' }>, newId: NewId): Draft {
  const [next, individual] = withIndividual(draft, newId, withoutUndefined(detail));
  return draft.family.individuals.length > 0 ? next : changed(next, { individuals: [{ ...individual, isProband: true }] });
}

/** What an edit names that is not there, in words; null where all is. */
function unknownIds(family: Family, edit: FamilyEdit): string | null {
  const isMissing = (rows: readonly { readonly id: string }[], ids: readonly (string | undefined)[]): boolean => ids.some((id) => id !== undefined && !rows.some((row) => row.id === id));
  const said: Readonly<Record<string, unknown>> = edit;
  const text = (name: string): readonly string[] => (typeof said[name] === 'string' ? [said[name]] : []);
  const texts = (name: string): readonly string[] => (Array.isArray(said[name]) ? said[name].filter((id) => typeof id === 'string') : []);
  const members = edit.kind === 'join-twins' ? edit.members.map(({ individualId }) => individualId) : [];
  const people = [...['individualId', 'childId', 'parentId', 'keptId', 'mergedId'].flatMap(text), ...['individualIds', 'parentIds', 'partnerIds'].flatMap(texts), ...members];
  if (isMissing(family.individuals, people)) return 'An individual that is meant';
  if (isMissing(family.partnerships, text('partnershipId'))) return 'The relationship that is meant';
  if (isMissing(family.parentEdges, text('parentEdgeId'))) return 'The line to a parent that is meant';
  if (isMissing(family.twinGroups, text('twinGroupId'))) return 'The twin group that is meant';
  return isMissing(family.conditions, [...text('conditionId'), ...texts('conditionIds')]) ? 'The condition that is meant' : null;
}

/** The sentence for the first invariant that the edits broke, if any. */
function brokenBy(before: Family, after: Family): string | null {
  const found = brokenInvariants(after);
  if (found.length === 0) return null;
  const known = new Set(brokenInvariants(before).flatMap(({ rule, ids }) => ids.map((id) => `${rule} ${id}`)));
  const fresh = found.find(({ rule, ids }) => ids.some((id) => !known.has(`${rule} ${id}`)));
  return fresh === undefined ? null : invariantSentences[fresh.rule];
}

/** The vault and the files hold families up to a size; the schema says which. */
function beyondLimits({ individuals, parentEdges, partnerships, twinGroups, conditions, individualConditions }: Family): string | null {
  const counts = { individuals: individuals.length, parentEdges: parentEdges.length, partnerships: partnerships.length, twinGroups: twinGroups.length, conditions: conditions.length, individualConditions: individualConditions.length };
  const isBeyond = Object.entries(counts).some(([name, count]) => count > (limits[name as keyof typeof counts]));
  return isBeyond ? 'The family would become larger than can be kept; split it into two cases.' : null;
}

/** The sizes of `familySchema`. */
const limits = { individuals: 5_000, parentEdges: 20_000, partnerships: 10_000, twinGroups: 2_000, conditions: 60, individualConditions: 50_000 } as const;
