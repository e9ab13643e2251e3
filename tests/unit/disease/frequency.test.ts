import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frequency } from '#shared/disease/disease.ts';
import { describeFrequency, frequencyClasses, parseFrequency, writeFrequency } from '#shared/disease/frequency.ts';

describe('a frequency', () => {
  test('is read as counts, percent, class of the HPO or not stated', () => {
    expect(['3/7', '0/12', '45%', '12.5 %', '10-20%', 'HP:0040283', '', '  '].map(parseFrequency)).toEqual([
      { kind: 'counts', observed: 3, examined: 7 },
      { kind: 'counts', observed: 0, examined: 12 },
      { kind: 'percent', percent: 45 },
      { kind: 'percent', percent: 12.5 },
      { kind: 'percent', percent: 15 },
      { kind: 'class', termId: 'HP:0040283' },
      { kind: 'unstated' },
      { kind: 'unstated' },
    ]);
  });

  test('that makes no sense is not read', () => {
    expect(['7/3', '0/0', '140%', 'often', 'HP:0040286', '3/', '/3', '-1/4', '1/2/3'].map(parseFrequency)).toEqual(Array.from({ length: 9 }, () => null));
  });

  test('is written so that it is read back the same', () => {
    const frequency: fc.Arbitrary<Frequency> = fc.oneof(
      fc.tuple(fc.nat(9_999), fc.nat(9_999)).filter(([a, b]) => a <= b && b > 0).map(([observed, examined]): Frequency => ({ kind: 'counts', observed, examined })),
      fc.integer({ min: 0, max: 1_000 }).map((tenths): Frequency => ({ kind: 'percent', percent: tenths / 10 })),
      fc.constantFrom(...frequencyClasses.map((entry): Frequency => ({ kind: 'class', termId: entry.termId }))),
      fc.constant<Frequency>({ kind: 'unstated' }),
    );
    fc.assert(fc.property(frequency, (value) => {
      expect(parseFrequency(writeFrequency(value))).toEqual(value);
    }));
  });

  test('is shown as its source states it', () => {
    expect(['31/37', '45%', 'HP:0040281', ''].map((text) => describeFrequency(parseFrequency(text) ?? { kind: 'unstated' }))).toEqual(['31/37', '45 %', '80-99 %', null]);
  });
});
