import fc from 'fast-check';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { conditionStates, type Family } from '#shared/pedigree/family.ts';

/** A wish for an edit, made up without knowing the family: the numbers choose what of it is meant when the time comes. */
export interface EditWish {
  readonly kind: FamilyEdit['kind'];
  readonly who: number;
  readonly whom: number;
  readonly how: number;
}

const number = fc.nat({ max: 999 });

export const editWishes = (length: number): fc.Arbitrary<readonly EditWish[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...(Object.keys(wishes) as FamilyEdit['kind'][])), who: number, whom: number, how: number }), { minLength: length, maxLength: length });

/** The edit that is wished for in this family; null where it has nothing of the kind. It may still be refused. */
export function editFor(family: Family, { kind, who, whom, how }: EditWish): FamilyEdit | null {
  const person = nth(family.individuals, who);
  const other = nth(family.individuals, whom);
  return person === undefined || other === undefined ? null : wishes[kind](person.id, other.id, how, family);
}

type Wish = (id: string, other: string, how: number, family: Family) => FamilyEdit | null;

const wishes: Readonly<Record<FamilyEdit['kind'], Wish>> = {
  'add-individual': (_id, _other, how) => ({ kind: 'add-individual', detail: { givenName: `Name ${String(how)}` } }),
  'add-parents': (id) => ({ kind: 'add-parents', childId: id }),
  'add-partner': (id) => ({ kind: 'add-partner', individualId: id, detail: {} }),
  'add-child': (id, _other, how) => ({ kind: 'add-child', parentIds: [id], detail: how % 4 === 0 ? { life: { kind: 'loss', outcome: 'spontaneous-abortion', gestation: { weeks: 9, days: 0 } } } : { gender: how % 2 === 0 ? 'woman-girl' : 'man-boy' } }),
  'add-sibling': (id, _other, how) => ({ kind: 'add-sibling', individualId: id, side: how % 2 === 0 ? 'before' : 'after', detail: { gender: 'woman-girl' } }),
  'add-twin': (id, _other, how) => ({ kind: 'add-twin', individualId: id, zygosity: how % 2 === 0 ? 'monozygotic' : 'unknown', detail: {} }),
  'add-by-words': (id) => ({ kind: 'add-by-words', individualId: id, words: '2 brothers, 1 sister' }),
  'add-template': (id) => ({ kind: 'add-template', individualId: id, template: 'grandparents' }),
  'change-individuals': (id, other, how) => ({ kind: 'change-individuals', individualIds: id === other ? [id] : [id, other], change: { vitalStatus: how % 2 === 0 ? 'deceased' : 'alive', evaluations: how % 3 === 0 ? ['46,XX'] : [], note: `said ${String(how)}` } }),
  'remove-individuals': (id) => ({ kind: 'remove-individuals', individualIds: [id] }),
  'merge-individuals': (id, other) => ({ kind: 'merge-individuals', keptId: id, mergedId: other }),
  'move-among-siblings': (id, _other, how) => ({ kind: 'move-among-siblings', individualId: id, by: (how % 5) - 2 }),
  'set-proband': (id) => ({ kind: 'set-proband', individualId: id }),
  'set-consultand': (id, _other, how) => ({ kind: 'set-consultand', individualId: id, isConsultand: how % 2 === 0 }),
  'join-partners': (id, other) => ({ kind: 'join-partners', partnerIds: [id, other] }),
  'change-partnership': (_id, _other, how, { partnerships }) => withRow(nth(partnerships, how), ({ id }) => ({ kind: 'change-partnership', partnershipId: id, change: { status: how % 2 === 0 ? 'ended' : 'current', isConsanguineous: how % 3 === 0, childlessness: null } })),
  'remove-partnership': (_id, _other, how, { partnerships }) => withRow(nth(partnerships, how), ({ id }) => ({ kind: 'remove-partnership', partnershipId: id })),
  'join-parent': (id, other, how) => ({ kind: 'join-parent', childId: id, parentId: other, ...(how % 2 === 0 ? { roles: ['adoptive'] } : {}) }),
  'change-parent-edge': (_id, _other, how, { parentEdges }) => withRow(nth(parentEdges, how), ({ id }) => ({ kind: 'change-parent-edge', parentEdgeId: id, change: { isDonor: how % 2 === 0 } })),
  'remove-parent-edge': (_id, _other, how, { parentEdges }) => withRow(nth(parentEdges, how), ({ id }) => ({ kind: 'remove-parent-edge', parentEdgeId: id })),
  'join-twins': (id, other, how) => ({ kind: 'join-twins', members: [{ individualId: id, zygote: 1 }, { individualId: other, zygote: how % 2 === 0 ? 1 : 2 }], knownBy: 'tested' }),
  'part-twins': (_id, _other, how, { twinGroups }) => withRow(nth(twinGroups, how), ({ id }) => ({ kind: 'part-twins', twinGroupId: id })),
  'add-condition': (_id, _other, how) => ({ kind: 'add-condition', condition: { name: `Condition ${String(how % 50)}`, diseaseId: null, termId: null } }),
  'change-condition': (_id, _other, how, { conditions }) => withRow(nth(conditions, how), ({ id }) => ({ kind: 'change-condition', conditionId: id, change: { name: `Condition ${String(how)} again` } })),
  'remove-condition': (_id, _other, how, { conditions }) => withRow(nth(conditions, how), ({ id }) => ({ kind: 'remove-condition', conditionId: id })),
  'order-conditions': (_id, _other, how, { conditions }) => (conditions.length === 0 ? null : { kind: 'order-conditions', conditionIds: conditions.toSorted((one, other) => (one.name < other.name === (how % 2 === 0) ? -1 : 1)).map(({ id }) => id) }),
  'set-condition-state': (id, _other, how, { conditions }) => withRow(nth(conditions, how), (condition) => ({ kind: 'set-condition-state', individualIds: [id], conditionId: condition.id, state: how % 7 === 0 ? null : (nth(conditionStates, how) ?? null) })),
  'change-header': (_id, _other, how) => ({ kind: 'change-header', change: { title: `Family ${String(how)}`, consanguinityAsked: 'denied' } }),
};

const nth = <Item>(items: readonly Item[], number: number): Item | undefined => items[number % Math.max(1, items.length)];
const withRow = <Item>(row: Item | undefined, edit: (row: Item) => FamilyEdit): FamilyEdit | null => (row === undefined ? null : edit(row));
