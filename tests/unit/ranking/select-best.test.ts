import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectBest } from '#shared/ranking/select-best.ts';

test('the best are those that sorting gives, equal ones in ascending position', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60 }), fc.integer({ min: 0, max: 70 }), (numbers, limit) => {
      const sorted = [...numbers.keys()].sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0) || a - b);
      expect(selectBest(Float64Array.from(numbers), limit)).toEqual(sorted.slice(0, limit));
    }),
  );
});
