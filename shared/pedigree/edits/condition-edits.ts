import { success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { broken, changed, type Draft, type Edited, type NewId } from '#shared/pedigree/edits/draft.ts';
import type { Condition, IndividualCondition } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';

type Edit<Kind extends FamilyEdit['kind']> = Extract<FamilyEdit, { kind: Kind }>;

export function addCondition(draft: Draft, { condition }: Edit<'add-condition'>, newId: NewId): Edited {
  if (isNamed(draft.family.conditions, condition.name)) return broken(sameNameSentence);
  const id = newId();
  const conditions = [...draft.family.conditions, { id, ...condition }];
  return success({ family: { ...draft.family, conditions }, createdIds: [...draft.createdIds, id] });
}

export function changeCondition(draft: Draft, { conditionId, change }: Edit<'change-condition'>): Edited {
  const others = draft.family.conditions.filter(({ id }) => id !== conditionId);
  if (change.name !== undefined && isNamed(others, change.name)) return broken(sameNameSentence);
  return success(changed(draft, { conditions: draft.family.conditions.map((condition) => (condition.id === conditionId ? { ...condition, ...withoutUndefined(change) } : condition)) }));
}

export function removeCondition(draft: Draft, { conditionId }: Edit<'remove-condition'>): Edited {
  const { conditions, individualConditions } = draft.family;
  return success(changed(draft, { conditions: conditions.filter(({ id }) => id !== conditionId), individualConditions: individualConditions.filter((row) => row.conditionId !== conditionId) }));
}

/** Conditions that are not named keep their order after those that are. */
export function orderConditions(draft: Draft, { conditionIds }: Edit<'order-conditions'>): Edited {
  const { conditions } = draft.family;
  const place = new Map([...new Set(conditionIds)].map((id, index) => [id, index]));
  return success(changed(draft, { conditions: conditions.toSorted((first, second) => (place.get(first.id) ?? conditions.length) - (place.get(second.id) ?? conditions.length)) }));
}

export function setConditionState(draft: Draft, { individualIds, conditionId, state, detail }: Edit<'set-condition-state'>, newId: NewId): Edited {
  const meant = new Set(individualIds);
  const isMeant = (row: IndividualCondition): boolean => row.conditionId === conditionId && meant.has(row.individualId);
  const rows = draft.family.individualConditions;
  if (state === null) return success(changed(draft, { individualConditions: rows.filter((row) => !isMeant(row)) }));
  const said = withoutUndefined(detail ?? {});
  const known = new Set(rows.filter(isMeant).map(({ individualId }) => individualId));
  const added = [...meant].filter((id) => !known.has(id)).map((individualId): IndividualCondition => ({ id: newId(), individualId, conditionId, state, onset: null, evidence: '', provenance: unknownProvenance, ...said }));
  return success(changed(draft, { individualConditions: [...rows.map((row) => (isMeant(row) ? { ...row, state, ...said } : row)), ...added] }));
}

const sameNameSentence = 'The legend has a condition of this name already; change that one, or choose another name.';
const isNamed = (conditions: readonly Condition[], name: string): boolean => conditions.some((condition) => condition.name.trim().toLowerCase() === name.trim().toLowerCase());
