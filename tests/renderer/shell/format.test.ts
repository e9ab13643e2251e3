import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween, formatBytes, formatDate, formatLog10, formatNearDate, formatProbability, formatSpan, formatTimeBetween, spanBetween } from '#renderer/i18n/format.ts';
import { parsePartialDate } from '#renderer/i18n/partial-date-text.ts';

describe('time between two days, as clinicians say it', () => {
  test.each([
    ['2026-11-18', '2026-11-23', '5 d'],
    ['2026-11-23', '2026-11-23', '0 d'],
    ['2026-11-10', '2026-11-23', '13 d'],
    ['2026-11-09', '2026-11-23', '2 wk'],
    ['2026-10-03', '2026-11-23', '7 wk'],
    ['2026-09-23', '2026-11-23', '2 mo'],
    ['2026-04-20', '2026-11-23', '7 mo'],
    ['2025-05-23', '2026-11-23', '18 mo'],
    ['2024-11-24', '2026-11-23', '23 mo'],
    ['2024-11-23', '2026-11-23', '2 y'],
    ['2022-09-01', '2026-11-23', '4 y 2 mo'],
    ['2017-07-12', '2026-11-23', '9 y 4 mo'],
    ['1995-03-01', '2026-11-23', '31 y'],
    ['2016', '2026-11-23', '10 y'],
    ['2017-08', '2026-11-23', '9 y 3 mo'],
    ['2026-03', '2026-11-23', '8 mo'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(formatTimeBetween(from, to, 'en-GB')).toBe(expected);
  });

  test('a day that has not come yet has no age', () => {
    expect(formatTimeBetween('2026-11-24', '2026-11-23')).toBeNull();
    expect(formatTimeBetween('2027', '2026-11-23')).toBeNull();
  });

  test('the day before a birthday still counts the year that is ending', () => {
    expect(spanBetween('2020-02-29', '2024-02-28')).toEqual({ months: 47, days: 1460, isExact: true });
    expect(spanBetween('2020-02-29', '2024-02-29')).toEqual({ months: 48, days: 1461, isExact: true });
  });

  test('a span never gets shorter as days go by', () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 20_000 }), (start, length) => {
        const [from, to, next] = [start, start + length, start + length + 1].map(dayNumber);
        const span = spanBetween(from ?? '', to ?? '');
        const later = spanBetween(from ?? '', next ?? '');
        expect(span?.days).toBe(length);
        expect(later?.months).toBeGreaterThanOrEqual(span?.months ?? 0);
        expect(formatSpan(span ?? { months: 0, days: 0, isExact: true })).toMatch(/^\d+ (d|wk|mo|y)( \d+ mo)?$/);
      }),
    );
  });
});

describe('dates', () => {
  test('are shown no more exactly than they are known', () => {
    expect([formatDate('2019', 'en-GB'), formatDate('2019-04', 'en-GB'), formatDate('2019-04-30', 'en-GB')]).toEqual(['2019', 'Apr 2019', '30 Apr 2019']);
  });

  test('of this year go without it', () => {
    expect([formatNearDate('2026-11-24', '2026-11-23', 'en-GB'), formatNearDate('2027-01-02', '2026-11-23', 'en-GB')]).toEqual(['24 Nov', '2 Jan 2027']);
  });

  test('count days over the change of the clocks', () => {
    expect([daysBetween('2026-03-28', '2026-03-30'), daysBetween('2026-11-23', '2026-11-21')]).toEqual([2, -2]);
  });

  test.each([
    ['2019', '2019'],
    ['2019-4', '2019-04'],
    [' 2019-04-30 ', '2019-04-30'],
    ['30.4.2019', '2019-04-30'],
    ['4.2019', '2019-04'],
    ['4/2019', '2019-04'],
  ])('typed as "%s" are read as %s', (text, date) => {
    expect(parsePartialDate(text)).toEqual({ kind: 'date', date });
  });

  test.each(['3/4/2019', '2019-13', '2019-02-30', '19', 'yesterday', '2019-04-31', '1019'])('"%s" is refused rather than guessed', (text) => {
    expect(parsePartialDate(text)).toEqual({ kind: 'unreadable' });
  });

  test('what was read is read back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom(4, 7, 10), (day, length) => {
        const date = dayNumber(day).slice(0, length);
        expect(parsePartialDate(date)).toEqual({ kind: 'date', date });
      }),
    );
  });
});

describe('numbers', () => {
  test('a probability never shows a zero or a certainty that it is not', () => {
    expect([0, 0.0004, 0.0012, 0.064, 0.0996, 0.714, 0.998, 1].map((probability) => formatProbability(probability, 'en-GB'))).toEqual(['0 %', '< 0.1 %', '0.1 %', '6.4 %', '10 %', '71 %', '> 99 %', '100 %']);
  });

  test('a log10 likelihood ratio carries its sign', () => {
    expect([2.141, -0.394, 0.001, -0.004].map((value) => formatLog10(value, 'en-GB'))).toEqual(['+2.14', '−0.39', '0.00', '0.00']);
  });

  test('bytes are told in the unit that fits', () => {
    expect([0, 999, 1_200, 2_200_000].map((bytes) => formatBytes(bytes, 'en-GB'))).toEqual(['0 B', '999 B', '1.2 kB', '2.2 MB']);
  });
});

/** Days since 1970 as a date. */
function dayNumber(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
