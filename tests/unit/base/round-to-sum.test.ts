import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundToSum } from '#shared/base/round-to-sum.ts';

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('rounding to a sum', () => {
  test('gives what is lacking to the values that lost most', () => {
    // The parts of a published patient: rounded one by one they would add up to 4.93, and their sum is 4.94.
    expect(roundToSum([1.4637, 1.0126, 0.9482, 1.5131], 4.9376, 2)).toEqual([1.47, 1.01, 0.95, 1.51]);
  });

  test('leaves alone what needs no rounding', () => {
    expect(roundToSum([0.29, -0.57, 0, 1.1], 0.82, 2)).toEqual([0.29, -0.57, 0, 1.1]);
    expect(roundToSum([], 0, 2)).toEqual([]);
  });

  test('always adds up to the rounded total, and no value is a whole unit away', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 80 }), (values) => {
        const shown = roundToSum(values, total(values), 2);
        expect(shown.reduce((sum, value) => sum + Math.round(value * 100), 0)).toBe(Math.round(total(values) * 100) + 0);
        values.forEach((value, i) => expect(Math.abs((shown[i] ?? NaN) - value)).toBeLessThan(0.01 + 1e-9));
      }),
    );
  });
});
