import { saidFact } from '#renderer/features/family/fact-words.ts';
import { individualName } from '#renderer/features/family/individual-words.ts';
import { words } from '#renderer/i18n/words.ts';
import { compareFamilies, type FamilyComparison, type PersonChange } from '#shared/pedigree/compare-families.ts';
import type { Family } from '#shared/pedigree/family.ts';

/** What became of a person since an earlier version. */
export interface FamilyChange {
  readonly kind: 'added' | 'changed';
  /** In words, what changed. */
  readonly said: readonly string[];
}

export interface FamilyChanges {
  readonly byPerson: ReadonlyMap<string, FamilyChange>;
  readonly addedCount: number;
  readonly changedCount: number;
  /** Who is no longer there, in words. */
  readonly removed: readonly string[];
  /** What changed of the family as a whole. */
  readonly others: readonly string[];
}

/** What is different now, put into words. */
export function changesBetween(before: Family, now: Family): FamilyChanges {
  const { added, removed, changed, conditions, header } = compareFamilies(before, now);
  const nameOf = (id: string): string => now.conditions.find((condition) => condition.id === id)?.name ?? before.conditions.find((condition) => condition.id === id)?.name ?? '';
  const byPerson = new Map<string, FamilyChange>(added.map((individual) => [individual.id, { kind: 'added', said: [words.t('family:change.isNew')] }]));
  for (const { individualId, changes } of changed) byPerson.set(individualId, { kind: 'changed', said: changes.map((change) => changeWords(change, nameOf)) });
  return {
    byPerson,
    addedCount: added.length,
    changedCount: changed.length,
    removed: removed.map((individual) => words.t('family:change.removed', { who: individualName(individual) })),
    others: [...conditionWords(conditions), ...header.map(({ field, before: was, after }) => words.t('family:change.of', { what: words.t(`family:header.field.${field}`), before: saidFact(field, was), after: saidFact(field, after) }))],
  };
}

function conditionWords({ added, removed, changed }: FamilyComparison['conditions']): readonly string[] {
  return [
    ...added.map(({ name }) => words.t('family:change.conditionAdded', { condition: name })),
    ...removed.map(({ name }) => words.t('family:change.conditionRemoved', { condition: name })),
    ...changed.map(({ before, after }) => words.t('family:change.of', { what: words.t('family:condition.name'), before: before.name, after: after.name })),
  ];
}

function changeWords(change: PersonChange, nameOf: (conditionId: string) => string): string {
  if (change.kind === 'condition') return words.t('family:change.of', { what: nameOf(change.conditionId), before: stateWords(change.before?.state), after: stateWords(change.after?.state) });
  if (change.kind !== 'fact') return words.t(`family:change.${change.kind}`);
  return words.t('family:change.of', { what: words.t(`family:change.fact.${change.fact}`), before: saidFact(change.fact, change.before), after: saidFact(change.fact, change.after) });
}

const stateWords = (state: string | undefined): string => (state === undefined ? words.t('family:change.nothing') : saidFact('state', state));
