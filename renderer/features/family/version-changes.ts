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
export const changesBetween = (_before: unknown, _now: unknown): FamilyChanges => ({ byPerson: new Map(), addedCount: 0, changedCount: 0, removed: [], others: [] });
