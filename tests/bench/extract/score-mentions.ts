import type { GoldMention } from '#tests/bench/extract/gold-passage.ts';

export interface Tally {
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
}

export interface Quality extends Tally {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** strict: the term, an overlapping span, excluded or not, and whose it is. Each mention answers one other at most. */
export function scoreStrict(wanted: readonly GoldMention[], found: readonly GoldMention[]): Tally {
  return tally(wanted, found, (a, b) => a.id === b.id && a.start < b.end && b.start < a.end && a.excluded === b.excluded && a.person === b.person);
}

/** The terms of a passage alone, each once, wherever and of whomever they are said. */
export function scoreTerms(wanted: readonly GoldMention[], found: readonly GoldMention[]): Tally {
  const [wantedIds, foundIds] = [new Set(wanted.map(({ id }) => id)), new Set(found.map(({ id }) => id))];
  return { right: [...wantedIds].filter((id) => foundIds.has(id)).length, found: foundIds.size, wanted: wantedIds.size };
}

export function toQuality(tallies: readonly Tally[]): Quality {
  const sum = (field: keyof Tally): number => tallies.reduce((total, one) => total + one[field], 0);
  const [right, found, wanted] = [sum('right'), sum('found'), sum('wanted')];
  return { right, found, wanted, precision: right / Math.max(1, found), recall: right / Math.max(1, wanted), f1: (2 * right) / Math.max(1, found + wanted) };
}

/** Which of the two answer each other, by their places in the lists. */
export function pairMentions(wanted: readonly GoldMention[], found: readonly GoldMention[], isSame: (a: GoldMention, b: GoldMention) => boolean): ReadonlyMap<number, number> {
  const answers = new Map<number, number>();
  const taken = new Set<number>();
  wanted.forEach((one, at) => {
    const answer = found.findIndex((other, place) => !taken.has(place) && isSame(one, other));
    if (answer === -1) return;
    taken.add(answer);
    answers.set(at, answer);
  });
  return answers;
}

function tally(wanted: readonly GoldMention[], found: readonly GoldMention[], isSame: (a: GoldMention, b: GoldMention) => boolean): Tally {
  return { right: pairMentions(wanted, found, isSame).size, found: found.length, wanted: wanted.length };
}
