import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationSchema } from '#shared/base/schemas.ts';
import { ageBetween, daysPerMonth, daysPerYear, durationInDays, isCalendarDate, parseDuration } from '#shared/phenotype/duration.ts';

test('a duration is as long as its parts, with the mean Gregorian year', () => {
  expect(['P1Y', 'P1M', 'P2W', 'P3D', 'P1Y6M', 'P0.5Y', 'PT12H', 'P1DT6H', 'P0D'].map(durationInDays)).toEqual([daysPerYear, daysPerMonth, 14, 3, daysPerYear + 6 * daysPerMonth, daysPerYear / 2, 0.5, 1.25, 0]);
});

test('the mean Gregorian year is 146,097 days in 400 years', () => {
  expect(daysPerYear * 400).toBe(146_097);
});

test('what is no duration is none', () => {
  expect(['', 'P', '4Y', 'PY', 'P-1Y', 'P1Y2', 'PT', 'P1H', 'p1y', 'P1Y '].map(parseDuration)).toEqual(Array.from({ length: 10 }, () => null));
});

test('the same texts are durations here as in the contract', () => {
  const part = fc.oneof(fc.stringMatching(/^P?[\dYMWDTHS.]{0,8}$/), fc.constantFrom('P1Y', 'P1Y2M3W4D', 'PT1H', 'P1.5M'));
  fc.assert(fc.property(part, (text) => (parseDuration(text) !== null) === durationSchema.safeParse(text).success), { numRuns: 2_000 });
});

describe('the age between two dates', () => {
  test.each([
    ['2010-02-03', '2014-04-05', 'P4Y2M2D'],
    ['2010-02-03', '2010-02-03', 'P0D'],
    ['2020-02-29', '2021-02-28', 'P1Y'],
    ['2020-01-31', '2020-02-29', 'P1M'],
    ['2020-01-31', '2020-03-30', 'P1M30D'],
    ['2020-12-31', '2021-01-01', 'P1D'],
  ])('from %s to %s is %s', (birth, day, age) => {
    expect(ageBetween(birth, day)).toBe(age);
  });

  test('is not known where a date is incomplete, not real, or before birth', () => {
    expect([ageBetween('2010', '2014-04-05'), ageBetween('2010-02-30', '2014-04-05'), ageBetween('2014-04-05', '2010-01-01')]).toEqual([null, null, null]);
  });

  test('is within two days of the days that lie between', () => {
    const day = fc.integer({ min: -40_000, max: 40_000 }).map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [birth, later] = a <= b ? [a, b] : [b, a];
        const days = (Date.parse(later) - Date.parse(birth)) / 86_400_000;
        return Math.abs((durationInDays(ageBetween(birth, later) ?? '') ?? Number.NaN) - days) <= 2.5;
      }),
    );
  });
});

test('only days of the calendar are dates', () => {
  expect(['2024-02-29', '2023-02-29', '1900-02-29', '2000-02-29', '2021-04-31', '2021-13-01', '2021-1-1'].map(isCalendarDate)).toEqual([true, false, false, true, false, false, false]);
});
