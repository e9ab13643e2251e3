import type { Family } from '#shared/pedigree/family.ts';
import { matchIndividuals, type IndividualMatch } from '#shared/pedigree/merge/match-individuals.ts';
import { combine, type MergeConflict, type NewId } from '#shared/pedigree/merge/combine-families.ts';

/** What a merge would do, to be looked through: who is whom, and where the two families say different things. */
export interface MergeProposal {
  readonly matches: readonly IndividualMatch[];
  /** Fact by fact; nothing is decided, and without a choice the existing family stays as it is there. */
  readonly conflicts: readonly MergeConflict[];
  /** Ids of incoming individuals who would be new. */
  readonly newIndividuals: readonly string[];
}

/** Proposes how to take an incoming family into an existing one. Matches that were changed by hand go in as `matches`, and the conflicts follow. */
export function proposeMerge(existing: Family, incoming: Family, matches: readonly IndividualMatch[] = matchIndividuals(existing, incoming)): MergeProposal {
  const { conflicts } = combine(existing, incoming, { matches, takenFromIncoming: [] }, incomingIds(existing));
  return { matches, conflicts, newIndividuals: matches.filter(({ existingId }) => existingId === null).map(({ incomingId }) => incomingId) };
}

/** Ids for a family that nobody keeps: new individuals are called as in the incoming family. */
function incomingIds(existing: Family): NewId {
  const taken = new Set(existing.individuals.map(({ id }) => id));
  let number = 0;
  return (incomingId) => (incomingId === undefined ? `proposed ${String((number += 1))}` : taken.has(incomingId) ? `${incomingId} (incoming)` : incomingId);
}
