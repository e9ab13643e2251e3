import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alleleFrequencyFrom, carrierFrequency } from '#shared/inheritance/carrier-frequency.ts';
import { readProbability, simpleFraction } from '#shared/inheritance/fraction.ts';
import { inheritanceModes } from '#shared/inheritance/mode.ts';

describe('a probability as a fraction', () => {
  test.each([
    [2 / 3, '2/3'],
    [0.666_5, '2/3'],
    [1 / 150, '1/150'],
    [1 / 17, '1/17'],
    [127 / 128, '127/128'],
    [0.25, '1/4'],
    [0.014_93, null],
    [0, null],
    [1, null],
  ])('of %d is %s', (probability, expected) => {
    const found = simpleFraction(probability);
    expect(found === null ? null : `${String(found.numerator)}/${String(found.denominator)}`).toBe(expected);
  });

  test('lies near the probability and in its lowest terms', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (probability) => {
        const found = simpleFraction(probability);
        if (found === null) return;
        const { numerator, denominator } = found;
        expect(Math.abs(numerator / denominator - probability)).toBeLessThanOrEqual(0.002 * Math.min(probability, 1 - probability));
        for (let divisor = 2; divisor <= numerator; divisor += 1) expect(numerator % divisor === 0 && denominator % divisor === 0).toBe(false);
      }),
    );
  });
});

describe('a probability as it is typed', () => {
  test.each([
    ['0.01', 0.01],
    ['0,01', 0.01],
    ['.5', 0.5],
    ['1/25', 0.04],
    ['1 in 25', 0.04],
    ['1 in 10,000', 1e-4],
    ['1:10 000', 1e-4],
    ['4 %', 0.04],
    ['4%', 0.04],
    ['3 ‰', 0.003],
    ['1e-6', 1e-6],
    ['0', 0],
    ['1', 1],
    ['', null],
    ['two', null],
    ['1.2', null],
    ['-0.1', null],
    ['1/0', null],
    ['3/2', null],
    ['1/2/3', null],
    ['NaN', null],
    ['Infinity', null],
  ])('%j is read as %s', (text, expected) => {
    expect(readProbability(text)).toBe(expected);
  });

  test('is a number from 0 to 1 or nothing, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,/ ein%:-]{0,12}$/));
    fc.assert(
      fc.property(typed, (text) => {
        const value = readProbability(text);
        expect(value === null || (value >= 0 && value <= 1)).toBe(true);
      }),
    );
  });
});

describe('carrier and allele frequency', () => {
  test.each([
    ['AR', 0.02, 0.04 / 1.02],
    ['AR', 1 / 49, 1 / 25],
    ['XLR', 0.01, 0.0198],
    ['AD', 0.01, 0.0199],
    ['MT', 0.01, 0.01],
  ] as const)('%s with q = %d', (mode, alleleFrequency, carriers) => {
    expect(carrierFrequency(mode, alleleFrequency)).toBeCloseTo(carriers, 12);
  });

  test('lead back to each other, for rare alleles too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inheritanceModes), fc.double({ min: 1e-9, max: 0.45, noNaN: true }), (mode, alleleFrequency) => {
        const back = alleleFrequencyFrom(mode, carrierFrequency(mode, alleleFrequency));
        expect(Math.abs(back - alleleFrequency) / alleleFrequency).toBeLessThan(1e-9);
      }),
    );
  });
});
