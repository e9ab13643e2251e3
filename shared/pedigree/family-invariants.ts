import type { Family } from '#shared/pedigree/family.ts';
import { ownAncestors } from '#shared/pedigree/ancestry.ts';
import { coupleKey, isOfBirth } from '#shared/pedigree/structure.ts';

export const familyInvariants = ['unique-ids', 'known-references', 'one-proband', 'one-edge-per-pair', 'one-partnership-per-couple', 'two-partners', 'one-state-per-condition', 'one-twin-group', 'twins-share-parents', 'no-own-ancestor'] as const;
export type FamilyInvariant = (typeof familyInvariants)[number];

export interface BrokenInvariant {
  readonly rule: FamilyInvariant;
  /** The individuals, or else the rows, that break it, sorted. */
  readonly ids: readonly string[];
}

/** One sentence for each rule: what does not go, and what to do instead. It names no patient. */
export const invariantSentences: Readonly<Record<FamilyInvariant, string>> = {
  'unique-ids': 'Two entries of the family have the same id; give each its own.',
  'known-references': 'An entry names an individual or a condition that is not in the family; add that one first.',
  'one-proband': 'A family has one proband; make the other one a relative first.',
  'one-edge-per-pair': 'These two are joined as parent and child already; change what the parent is to the child instead.',
  'one-partnership-per-couple': 'These two are joined as partners already; change that relationship instead.',
  'two-partners': 'Nobody can be their own partner; choose two different people.',
  'one-state-per-condition': 'Somebody would have two states of one condition; change the state instead.',
  'one-twin-group': 'Somebody would belong to two twin groups; part the first one before.',
  'twins-share-parents': 'Twins share the parents of their birth; part the twins first, or change the parents of all of them.',
  'no-own-ancestor': 'Somebody would become their own ancestor; check who is the parent and who the child.',
};

/** Every rule that a family breaks, in the order of the rules; empty for a family that can be kept. */
export function brokenInvariants(family: Family): readonly BrokenInvariant[] {
  const individualIds = new Set(family.individuals.map(({ id }) => id));
  const conditionIds = new Set(family.conditions.map(({ id }) => id));
  const probands = family.individuals.filter(({ isProband }) => isProband).map(({ id }) => id);
  const twins = family.twinGroups.flatMap(({ members }) => members.map(({ individualId }) => individualId));
  const found: readonly (readonly [FamilyInvariant, readonly string[]])[] = [
    ['unique-ids', [family.individuals, family.parentEdges, family.partnerships, family.twinGroups, family.conditions, family.individualConditions].flatMap((rows) => repeated(rows.map(({ id }) => id)))],
    ['known-references', rowsWithUnknown(family, individualIds, conditionIds)],
    ['one-proband', probands.length > 1 ? probands : []],
    ['one-edge-per-pair', repeated(family.parentEdges.map(({ childId, parentId }) => `${parentId}>${childId}`))],
    ['one-partnership-per-couple', repeated(family.partnerships.map(({ partnerIds }) => coupleKey(...partnerIds)))],
    ['two-partners', family.partnerships.filter(({ partnerIds }) => partnerIds[0] === partnerIds[1]).map(({ id }) => id)],
    ['one-state-per-condition', repeated(family.individualConditions.map(({ individualId, conditionId }) => `${individualId}:${conditionId}`))],
    ['one-twin-group', repeated(twins)],
    ['twins-share-parents', unlikeTwins(family)],
    ['no-own-ancestor', ownAncestors(family.parentEdges)],
  ];
  return found.filter(([, ids]) => ids.length > 0).map(([rule, ids]) => ({ rule, ids: ids.toSorted() }));
}

/** Members of twin groups who do not all come from the same parents in the same roles; adoption may part them. */
export function unlikeTwins(family: Pick<Family, 'parentEdges' | 'twinGroups'>): readonly string[] {
  if (family.twinGroups.length === 0) return [];
  const birthOf = new Map<string, string[]>();
  for (const { childId, parentId, roles } of family.parentEdges) {
    const births = roles.filter((role) => isOfBirth({ roles: [role] }));
    if (births.length > 0) birthOf.set(childId, [...(birthOf.get(childId) ?? []), `${parentId}:${births.toSorted().join('+')}`]);
  }
  const written = (id: string): string => (birthOf.get(id) ?? []).toSorted().join(' ');
  return family.twinGroups.filter(({ members }) => new Set(members.map(({ individualId }) => written(individualId))).size > 1).flatMap(({ members }) => members.map(({ individualId }) => individualId));
}

function rowsWithUnknown(family: Family, individualIds: ReadonlySet<string>, conditionIds: ReadonlySet<string>): readonly string[] {
  return [
    ...family.parentEdges.filter(({ childId, parentId }) => !individualIds.has(childId) || !individualIds.has(parentId)).map(({ id }) => id),
    ...family.partnerships.filter(({ partnerIds }) => !partnerIds.every((id) => individualIds.has(id))).map(({ id }) => id),
    ...family.twinGroups.filter(({ members }) => !members.every(({ individualId }) => individualIds.has(individualId))).map(({ id }) => id),
    ...family.individualConditions.filter(({ individualId, conditionId }) => !individualIds.has(individualId) || !conditionIds.has(conditionId)).map(({ id }) => id),
  ];
}

function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const value of values) (seen.has(value) ? again : seen).add(value);
  return [...again];
}
