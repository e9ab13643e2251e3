import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterBits, missingLetters, typoDistance } from '#shared/ontology/typo-distance.ts';

/** The textbook recurrence over the whole table, to compare with. */
function slowDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      const row = table[i];
      if (row !== undefined) row[j] = cost;
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });

describe('the typo distance', () => {
  test('counts a swap of neighbours as one edit, and measures to the beginning of a longer word', () => {
    expect([typoDistance('seziure', 'seizure', 2), typoDistance('sezi', 'seizure', 2), typoDistance('livver', 'liver', 2), typoDistance('heart', 'lung', 2)]).toEqual([
      { whole: 1, beginning: 1 },
      { whole: 3, beginning: 1 },
      { whole: 1, beginning: 1 },
      { whole: 3, beginning: 3 },
    ]);
  });

  test('agrees with the whole table for every pair of words, up to its limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (typed, other, limit) => {
        const beginnings = Array.from({ length: other.length + 1 }, (_, length) => slowDistance(typed, other.slice(0, length)));
        expect(typoDistance(typed, other, limit)).toEqual({ whole: Math.min(limit + 1, slowDistance(typed, other)), beginning: Math.min(limit + 1, ...beginnings) });
      }),
      { numRuns: 2_000 },
    );
  });

  test('is never smaller than the number of letters that the other word lacks', () => {
    fc.assert(fc.property(word, word, (typed, other) => {
      expect(missingLetters(letterBits(typed), letterBits(other))).toBeLessThanOrEqual(slowDistance(typed, other));
    }));
  });
});
