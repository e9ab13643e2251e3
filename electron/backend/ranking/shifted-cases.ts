import type { RankedCandidate } from '#db/repositories/ranking-snapshots.ts';
import type { ShiftedCase } from '#shared/contract/advice-procedures.ts';

type Change = ShiftedCase['change'];

/** A place that is taken by less is noise of the many that hardly count. Probability. */
export const leastProbability = 0.01;
/** A change of probability worth a word where the order stayed. Probability. */
const leastChange = 0.05;

/**
 * What moved most among the first of either release, where the first place stayed: a disease that came, went, changed its place or its probability; the
 * first one itself only where none of the others did. Null where nothing that counts moved.
 */
export function largestShift(before: readonly RankedCandidate[], after: readonly RankedCandidate[]): Change | null {
  const names = new Map([...before, ...after].map(({ diseaseId, name }) => [diseaseId, name]));
  const changes = [...names]
    .map(([diseaseId, name]): Change => ({ diseaseId, name, before: placeIn(before, diseaseId), after: placeIn(after, diseaseId) }))
    .filter(isNoticeable)
    .sort((a, b) => changeOf(b) - changeOf(a));
  return changes.find(({ diseaseId }) => diseaseId !== after[0]?.diseaseId) ?? changes[0] ?? null;
}

/** Whether a disease that stood or stands so is worth telling of. */
export function isNoticeable({ before, after }: Pick<Change, 'before' | 'after'>): boolean {
  const hasMoved = before?.rank !== after?.rank && Math.max(before?.probability ?? 0, after?.probability ?? 0) >= leastProbability;
  return hasMoved || changeOf({ before, after }) >= leastChange;
}

export const changeOf = ({ before, after }: Pick<Change, 'before' | 'after'>): number => Math.abs((after?.probability ?? 0) - (before?.probability ?? 0));

export function placeIn(candidates: readonly RankedCandidate[], diseaseId: string): Change['after'] {
  const place = candidates.findIndex((candidate) => candidate.diseaseId === diseaseId);
  const found = candidates[place];
  return found === undefined ? null : { rank: place + 1, probability: found.probability };
}
