import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageBetween, durationInDays, isCalendarDate, parseDuration } from '#shared/phenotype/duration.ts';

test('a duration is as long as its parts, in mean years of 365.25 days', () => {
  expect(['P1Y', 'P1M', 'P2W', 'P3D', 'P1Y6M', 'P0.5Y', 'PT12H', 'P1DT6H', 'PT36M', 'PT864S', 'P0D'].map(durationInDays)).toEqual([365.25, 30.4375, 14, 3, 547.875, 182.625, 0.5, 1.25, 0.025, 0.01, 0]);
});

test('the parts of a duration are those written', () => {
  expect(parseDuration('P1Y2M3W4.5DT5H6M7.5S')).toEqual({ years: 1, months: 2, weeks: 3, days: 4.5, hours: 5, minutes: 6, seconds: 7.5 });
});

test('what is no duration is none', () => {
  expect(['', 'P', '4Y', 'PY', 'P-1Y', 'P1Y2', 'PT', 'P1H', 'p1y', 'P1Y ', 'P1Y2Y', 'P1M1Y', 'PT1.5H', 'P1.Y'].map((text) => [parseDuration(text), durationInDays(text)])).toEqual(Array.from({ length: 14 }, () => [null, null]));
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

  test('leads back to the day when it is added to the birth', () => {
    const day = fc.integer({ min: -40_000, max: 40_000 }).map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [birth, later] = a <= b ? [a, b] : [b, a];
        const age = parseDuration(ageBetween(birth, later) ?? '');
        if (age === null) throw new Error('no age');
        const [year = 0, month = 0, dayOfMonth = 0] = birth.split('-').map(Number);
        const months = year * 12 + month - 1 + age.years * 12 + age.months;
        const [reachedYear, reachedMonth] = [Math.floor(months / 12), months % 12];
        const lastOfMonth = new Date(Date.UTC(reachedYear, reachedMonth + 1, 0)).getUTCDate();
        const reached = new Date(Date.UTC(reachedYear, reachedMonth, Math.min(dayOfMonth, lastOfMonth) + age.days));
        expect([reached.toISOString().slice(0, 10), age.months < 12, age.days < 31]).toEqual([later, true, true]);
      }),
    );
  });
});

test('only days of the calendar are dates', () => {
  expect(['2024-02-29', '2023-02-29', '1900-02-29', '2000-02-29', '2021-04-31', '2021-13-01', '2021-1-1'].map(isCalendarDate)).toEqual([true, false, false, true, false, false, false]);
});
