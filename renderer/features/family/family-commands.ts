import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import type { ConditionState, Family, ParentEdge, TwinGroup } from '#shared/pedigree/family.ts';
import type { Gender, Individual, IndividualDetail, Life } from '#shared/pedigree/individual.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';
import type { FamilyStructure } from '#shared/pedigree/structure.ts';

/** What one key, button or menu entry does: the edits, and who is selected after them. */
export interface FamilyCommand {
  readonly edits: readonly FamilyEdit[];
  /** `created`: the last person that the edits draw; `first-created`: the first; else the ids, or as it was. */
  readonly select: 'created' | 'first-created' | 'same' | readonly string[];
}

/** What a command acts on. */
export interface Acting {
  readonly family: Family;
  readonly structure: FamilyStructure;
  /** The last is the one selected last. */
  readonly selectedIds: readonly string[];
  /** The condition in hand, for `affected`. */
  readonly conditionId: string | null;
}

export type FamilyCommandMaker = (acting: Acting) => FamilyCommand | null;

const pregnancy: Life = { kind: 'pregnancy', gestation: null, dueDate: null, sexKnownBy: '' };
const loss: Life = { kind: 'loss', outcome: 'spontaneous-abortion', gestation: null };
const stillbirth: Life = { kind: 'stillbirth', gestation: null };

export const addParents: FamilyCommandMaker = (acting) => onPrimary(acting, ({ id }) => ({ edits: [{ kind: 'add-parents', childId: id }], select: 'first-created' }));
export const addPartner: FamilyCommandMaker = (acting) => onPrimary(acting, ({ id }) => ({ edits: [{ kind: 'add-partner', individualId: id, detail: {} }], select: 'created' }));
export const addChild: FamilyCommandMaker = (acting) => addChildOf(acting, {});
export const addPregnancy: FamilyCommandMaker = (acting) => addChildOf(acting, { life: pregnancy });
export const addStillbirth: FamilyCommandMaker = (acting) => addChildOf(acting, { life: stillbirth });
export const addSibling: FamilyCommandMaker = (acting) => onPrimary(acting, ({ id }) => ({ edits: [{ kind: 'add-sibling', individualId: id, side: 'after', detail: {} }], select: 'created' }));
export const addOlderSibling: FamilyCommandMaker = (acting) => onPrimary(acting, ({ id }) => ({ edits: [{ kind: 'add-sibling', individualId: id, side: 'before', detail: {} }], select: 'created' }));
export const addTwin: FamilyCommandMaker = (acting) => onPrimary(acting, ({ id }) => ({ edits: [{ kind: 'add-twin', individualId: id, zygosity: 'monozygotic', detail: {} }], select: 'created' }));
export const addPerson: FamilyCommandMaker = () => ({ edits: [{ kind: 'add-individual', detail: {} }], select: 'created' });

/** A pregnancy loss; on a loss, the next kind of loss. */
export const addLoss: FamilyCommandMaker = (acting) => {
  const primary = primaryOf(acting);
  return primary?.life.kind === 'loss' ? changeAll(acting, { life: { ...primary.life, outcome: next(outcomes, primary.life.outcome) } }) : addChildOf(acting, { life: loss });
};

export const setGender = (gender: Gender): FamilyCommandMaker => (acting) => {
  const isSet = selectedOf(acting).every((individual) => individual.gender === gender);
  return changeAll(acting, { gender: isSet ? 'unknown' : gender });
};

export const toggleDeceased: FamilyCommandMaker = (acting) => changeAll(acting, { vitalStatus: selectedOf(acting).every(({ vitalStatus }) => vitalStatus === 'deceased') ? 'alive' : 'deceased' });
export const toggleEvaluated: FamilyCommandMaker = (acting) => changeAll(acting, { isEvaluated: !selectedOf(acting).every(({ isEvaluated }) => isEvaluated) });

export const toggleAffected: FamilyCommandMaker = (acting) => {
  const { conditionId } = acting;
  if (conditionId === null) return null;
  const isAffected = acting.selectedIds.every((id) => stateIn(acting.family, id, conditionId) === 'affected');
  return setState(acting, conditionId, isAffected ? null : 'affected');
};

/** Through what is said most often of a condition, and back to nothing. */
export const cycleCondition = (position: number): FamilyCommandMaker => (acting) => {
  const condition = acting.family.conditions[position];
  const primary = primaryOf(acting);
  if (condition === undefined || primary === null) return null;
  return setState(acting, condition.id, next(statesInTurn, stateIn(acting.family, primary.id, condition.id)));
};

/** Not adopted, adopted in (their lines become dashed), adopted out (solid lines, brackets), and back. */
export const cycleAdoption: FamilyCommandMaker = (acting) =>
  onPrimary(acting, (individual) => {
    const edges = acting.structure.parentEdgesOf.get(individual.id) ?? [];
    const isIn = individual.isAdopted && edges.some(({ roles }) => roles.includes('adoptive'));
    const becomesIn = !individual.isAdopted && edges.length > 0;
    const change: FamilyEdit = { kind: 'change-individuals', individualIds: [individual.id], change: { isAdopted: becomesIn || isIn || !individual.isAdopted } };
    return { edits: [change, ...edges.flatMap((edge) => adoptionEdit(edge, becomesIn, acting))], select: 'same' };
  });

export const cycleZygosity: FamilyCommandMaker = (acting) =>
  onPrimary(acting, ({ id }) => {
    const group = acting.structure.twinGroupOf.get(id);
    if (group === undefined) return null;
    return { edits: rejoined(group, next(['monozygotic', 'dizygotic', 'unknown'], zygosityOf(group))), select: 'same' };
  });

export const toggleConsanguineous: FamilyCommandMaker = (acting) => {
  const partnership = partnershipOf(acting);
  return partnership === null ? null : { edits: [{ kind: 'change-partnership', partnershipId: partnership.id, change: { isConsanguineous: !partnership.isConsanguineous } }], select: 'same' };
};

export const setProband: FamilyCommandMaker = (acting) => onPrimary(acting, ({ id }) => ({ edits: [{ kind: 'set-proband', individualId: id }], select: 'same' }));

/** Whoever is next of kin is selected then, so that the keyboard stays in the family. */
export const remove: FamilyCommandMaker = (acting) => {
  const { selectedIds, structure } = acting;
  const primary = primaryOf(acting);
  if (primary === null) return null;
  const partners = (structure.unionsOf.get(primary.id) ?? []).flatMap(({ partnerIds }) => partnerIds);
  const parents = (structure.parentEdgesOf.get(primary.id) ?? []).map(({ parentId }) => parentId);
  const siblings = parents.flatMap((id) => (structure.childEdgesOf.get(id) ?? []).map(({ childId }) => childId));
  const children = (structure.childEdgesOf.get(primary.id) ?? []).map(({ childId }) => childId);
  const nextOfKin = [...siblings.reverse(), ...partners, ...parents, ...children].find((id) => !selectedIds.includes(id));
  return { edits: [{ kind: 'remove-individuals', individualIds: selectedIds }], select: nextOfKin === undefined ? [] : [nextOfKin] };
};

/** What two people become when one is drawn onto the other. */
export type JoinKind = 'partners' | 'first-is-parent' | 'second-is-parent' | 'monozygotic' | 'dizygotic' | 'same-person';

export function joinEdits(kind: JoinKind, first: string, second: string): readonly FamilyEdit[] {
  switch (kind) {
    case 'partners':
      return [{ kind: 'join-partners', partnerIds: [first, second] }];
    case 'first-is-parent':
      return [{ kind: 'join-parent', childId: second, parentId: first }];
    case 'second-is-parent':
      return [{ kind: 'join-parent', childId: first, parentId: second }];
    case 'monozygotic':
      return [{ kind: 'join-twins', members: [{ individualId: first, zygote: 1 }, { individualId: second, zygote: 1 }], knownBy: 'reported' }];
    case 'dizygotic':
      return [{ kind: 'join-twins', members: [{ individualId: first, zygote: 1 }, { individualId: second, zygote: 2 }], knownBy: 'reported' }];
    case 'same-person':
      return [{ kind: 'merge-individuals', keptId: first, mergedId: second }];
  }
}

export type Zygosity = 'monozygotic' | 'dizygotic' | 'unknown';

export function zygosityOf({ members }: TwinGroup): Zygosity {
  const zygotes = members.map(({ zygote }) => zygote);
  if (zygotes.some((zygote) => zygote === null)) return 'unknown';
  return new Set(zygotes).size === 1 ? 'monozygotic' : 'dizygotic';
}

/** The group with another zygosity: it is parted and joined anew. */
export function rejoined(group: TwinGroup, zygosity: Zygosity, knownBy: TwinGroup['knownBy'] = group.knownBy): readonly FamilyEdit[] {
  const members = group.members.map(({ individualId }, index) => ({ individualId, zygote: zygosity === 'unknown' ? null : zygosity === 'monozygotic' ? 1 : index + 1 }));
  return [{ kind: 'part-twins', twinGroupId: group.id }, { kind: 'join-twins', members, knownBy }];
}

/** The couple that a child of the selected is a child of: two selected partners, else the selected one with the latest partner that is not a former one. */
export function parentsForChild({ family, structure, selectedIds }: Acting): readonly string[] {
  const primary = selectedIds.at(-1);
  if (primary === undefined) return [];
  const unions = structure.unionsOf.get(primary) ?? [];
  const chosen = unions.find(({ partnerIds }) => partnerIds.every((id) => selectedIds.includes(id))) ?? unions.findLast(({ partnership }) => partnership?.status !== 'ended') ?? unions.at(-1);
  if (chosen === undefined || !family.individuals.some(({ id }) => id === primary)) return [primary];
  return [primary, ...chosen.partnerIds.filter((id) => id !== primary)];
}

export const stateIn = (family: Family, individualId: string, conditionId: string): ConditionState | null =>
  family.individualConditions.find((row) => row.individualId === individualId && row.conditionId === conditionId)?.state ?? null;

const outcomes = ['spontaneous-abortion', 'termination', 'ectopic'] as const;
const statesInTurn = [null, 'affected', 'carrier', 'presymptomatic', 'unaffected'] as const satisfies readonly (ConditionState | null)[];

function next<Value>(turn: readonly Value[], current: NoInfer<Value> | ConditionState | null): Value {
  const position = turn.findIndex((value) => value === current);
  return turn[(position + 1) % turn.length] as Value;
}

const primaryOf = ({ family, selectedIds }: Acting): Individual | null => family.individuals.find(({ id }) => id === selectedIds.at(-1)) ?? null;
const selectedOf = ({ family, selectedIds }: Acting): readonly Individual[] => family.individuals.filter(({ id }) => selectedIds.includes(id));

function onPrimary(acting: Acting, make: (individual: Individual) => FamilyCommand | null): FamilyCommand | null {
  const primary = primaryOf(acting);
  return primary === null ? null : make(primary);
}

function changeAll(acting: Acting, change: Partial<IndividualDetail>): FamilyCommand | null {
  return acting.selectedIds.length === 0 ? null : { edits: [{ kind: 'change-individuals', individualIds: acting.selectedIds, change }], select: 'same' };
}

function addChildOf(acting: Acting, detail: Partial<IndividualDetail>): FamilyCommand | null {
  const parentIds = parentsForChild(acting);
  return parentIds.length === 0 ? null : { edits: [{ kind: 'add-child', parentIds, detail }], select: 'created' };
}

function setState(acting: Acting, conditionId: string, state: ConditionState | null): FamilyCommand | null {
  return acting.selectedIds.length === 0 ? null : { edits: [{ kind: 'set-condition-state', individualIds: acting.selectedIds, conditionId, state }], select: 'same' };
}

/** The recorded partnership of two selected partners, or of the one selected. */
function partnershipOf(acting: Acting): { readonly id: string; readonly isConsanguineous: boolean } | null {
  const couple = parentsForChild(acting);
  const union = couple.length < 2 ? undefined : acting.structure.unionsOf.get(couple[0] ?? '')?.find(({ partnerIds }) => partnerIds.every((id) => couple.includes(id)));
  return union?.partnership ?? null;
}

function adoptionEdit(edge: ParentEdge, becomesIn: boolean, { structure }: Acting): readonly FamilyEdit[] {
  const isAdoptive = edge.roles.includes('adoptive');
  if (isAdoptive === becomesIn) return [];
  const parent = structure.individualOf.get(edge.parentId);
  if (parent === undefined) return [];
  return [{ kind: 'change-parent-edge', parentEdgeId: edge.id, change: { roles: becomesIn ? ['adoptive'] : ordinaryRoles(parent) } }];
}
