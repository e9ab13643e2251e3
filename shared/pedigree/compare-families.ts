import type { Condition, Family, IndividualCondition, ParentEdge, PedigreeHeader, TwinGroup } from '#shared/pedigree/family.ts';
import { sameValue } from '#shared/pedigree/formats/same-value.ts';
import type { Individual, IndividualDetail } from '#shared/pedigree/individual.ts';

/** One thing that differs about one person. `before` and `after` are what the model holds, for a screen to put into words. */
export type PersonChange =
  | { readonly [Fact in keyof PersonFacts]: { readonly kind: 'fact'; readonly fact: Fact; readonly before: PersonFacts[Fact]; readonly after: PersonFacts[Fact] } }[keyof PersonFacts]
  | { readonly kind: 'condition'; readonly conditionId: string; readonly before: ConditionStanding | null; readonly after: ConditionStanding | null }
  | { readonly kind: 'parents'; readonly before: readonly ParentStanding[]; readonly after: readonly ParentStanding[] }
  | { readonly kind: 'partners'; readonly before: readonly PartnerStanding[]; readonly after: readonly PartnerStanding[] }
  | { readonly kind: 'twins'; readonly before: TwinGroup['members']; readonly after: TwinGroup['members'] };

type PersonFacts = IndividualDetail & Pick<Individual, 'isProband' | 'isConsultand'>;
export type ConditionStanding = Pick<IndividualCondition, 'state' | 'onset' | 'evidence'>;
export type ParentStanding = Pick<ParentEdge, 'parentId' | 'roles' | 'isDonor'>;
export interface PartnerStanding {
  readonly partnerId: string;
  readonly status: 'current' | 'ended' | 'unknown';
  readonly isConsanguineous: boolean;
  readonly degree: string;
  readonly childlessness: IndividualDetail['childlessness'];
}

export interface FamilyComparison {
  readonly added: readonly Individual[];
  readonly removed: readonly Individual[];
  /** People who are in both, in the order told. What a person who came or went had to do with them stands here too. */
  readonly changed: readonly { readonly individualId: string; readonly changes: readonly PersonChange[] }[];
  readonly conditions: { readonly added: readonly Condition[]; readonly removed: readonly Condition[]; readonly changed: readonly { readonly before: Condition; readonly after: Condition }[] };
  readonly header: readonly { readonly [Field in keyof PedigreeHeader]: { readonly field: Field; readonly before: PedigreeHeader[Field]; readonly after: PedigreeHeader[Field] } }[keyof PedigreeHeader][];
}

/** What changed between two versions of a family, person by person. The order in which people were told is no change. */
export function compareFamilies(before: Family, after: Family): FamilyComparison {
  const [old, now] = [new Map(before.individuals.map((row) => [row.id, row])), new Map(after.individuals.map((row) => [row.id, row]))];
  const [oldLines, newLines] = [standings(before), standings(after)];
  const changed = after.individuals.flatMap((individual) => {
    const earlier = old.get(individual.id);
    const changes = earlier === undefined ? [] : [...factChanges(earlier, individual), ...lineChanges(oldLines, newLines, individual.id)];
    return changes.length === 0 ? [] : [{ individualId: individual.id, changes }];
  });
  return {
    added: after.individuals.filter(({ id }) => !old.has(id)),
    removed: before.individuals.filter(({ id }) => !now.has(id)),
    changed,
    conditions: conditionChanges(before.conditions, after.conditions),
    header: fieldChanges(before.header, after.header).map(({ name, ...values }) => ({ field: name, ...values })) as FamilyComparison['header'],
  };
}

/** True where nothing differs but perhaps the order. */
export const isUnchanged = ({ added, removed, changed, conditions, header }: FamilyComparison): boolean => [added, removed, changed, conditions.added, conditions.removed, conditions.changed, header].every((list) => list.length === 0);

function factChanges(before: Individual, after: Individual): readonly PersonChange[] {
  return fieldChanges(before, after).filter(({ name }) => name !== 'id').map(({ name, ...values }) => ({ kind: 'fact', fact: name, ...values })) as readonly PersonChange[];
}

function fieldChanges<Row extends object>(before: Row, after: Row): readonly { readonly name: keyof Row; readonly before: unknown; readonly after: unknown }[] {
  return (Object.keys(after) as (keyof Row)[]).filter((name) => !sameValue(before[name], after[name])).map((name) => ({ name, before: before[name], after: after[name] }));
}

interface Standings {
  readonly parents: ReadonlyMap<string, readonly ParentStanding[]>;
  readonly partners: ReadonlyMap<string, readonly PartnerStanding[]>;
  readonly twins: ReadonlyMap<string, TwinGroup['members']>;
  readonly conditions: ReadonlyMap<string, ReadonlyMap<string, ConditionStanding>>;
}

function standings(family: Family): Standings {
  const parents = new Map<string, ParentStanding[]>();
  for (const { childId, parentId, roles, isDonor } of family.parentEdges) parents.set(childId, [...(parents.get(childId) ?? []), { parentId, roles: roles.toSorted(), isDonor }]);
  const partners = new Map<string, PartnerStanding[]>();
  for (const { partnerIds, status, isConsanguineous, degree, childlessness } of family.partnerships) {
    const [first, second] = partnerIds;
    for (const [id, partnerId] of [[first, second], [second, first]] as const) partners.set(id, [...(partners.get(id) ?? []), { partnerId, status, isConsanguineous, degree, childlessness }]);
  }
  const twins = new Map(family.twinGroups.flatMap(({ members }) => members.map(({ individualId }) => [individualId, members.toSorted((first, second) => (first.individualId < second.individualId ? -1 : 1))] as const)));
  const conditions = new Map<string, Map<string, ConditionStanding>>();
  for (const { individualId, conditionId, state, onset, evidence } of family.individualConditions) conditions.set(individualId, (conditions.get(individualId) ?? new Map<string, ConditionStanding>()).set(conditionId, { state, onset, evidence }));
  return { parents: sortedBy(parents, ({ parentId }) => parentId), partners: sortedBy(partners, ({ partnerId }) => partnerId), twins, conditions };
}

const sortedBy = <Row>(rows: ReadonlyMap<string, readonly Row[]>, keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> => new Map([...rows].map(([id, list]) => [id, list.toSorted((first, second) => (keyOf(first) < keyOf(second) ? -1 : 1))]));

function lineChanges(before: Standings, after: Standings, id: string): readonly PersonChange[] {
  const conditionIds = new Set([...(before.conditions.get(id)?.keys() ?? []), ...(after.conditions.get(id)?.keys() ?? [])]);
  const [parents, partners, twins] = [
    { kind: 'parents', before: before.parents.get(id) ?? [], after: after.parents.get(id) ?? [] },
    { kind: 'partners', before: before.partners.get(id) ?? [], after: after.partners.get(id) ?? [] },
    { kind: 'twins', before: before.twins.get(id) ?? [], after: after.twins.get(id) ?? [] },
  ] as const;
  const conditions = [...conditionIds].map((conditionId) => ({ kind: 'condition', conditionId, before: before.conditions.get(id)?.get(conditionId) ?? null, after: after.conditions.get(id)?.get(conditionId) ?? null }) as const);
  return [parents, partners, twins, ...conditions].filter((change) => !sameValue(change.before, change.after));
}

function conditionChanges(before: readonly Condition[], after: readonly Condition[]): FamilyComparison['conditions'] {
  const [old, now] = [new Map(before.map((row) => [row.id, row])), new Map(after.map((row) => [row.id, row]))];
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed: after.flatMap((condition) => {
      const earlier = old.get(condition.id);
      return earlier === undefined || sameValue(earlier, condition) ? [] : [{ before: earlier, after: condition }];
    }),
  };
}
