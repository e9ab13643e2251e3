import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seasons, type Moment } from '#shared/casefile/moment.ts';
import { parseMoment } from '#shared/casefile/moment-text.ts';
import { formatMoment } from '#shared/casefile/moment-words.ts';
import { parseDuration } from '#shared/phenotype/duration.ts';

const today = '2026-03-04';
const read = (text: string, locale = 'en-GB'): unknown => {
  const result = parseMoment(text, { locale, today });
  return result.ok ? result.value.moment : result.error.kind;
};
const date = (value: string, isAbout = false): Moment => ({ kind: 'date', date: value, isAbout });
const age = (value: string, isAbout = false): Moment => ({ kind: 'age', age: value, isAbout });
const season = (year: number, which: (typeof seasons)[number], isAbout = false): Moment => ({ kind: 'season', year, season: which, isAbout });

describe('when something was, as people type it', () => {
  test.each<[string, Moment | string]>([
    ['spring 2019', season(2019, 'spring')],
    ['Spring of 2019', season(2019, 'spring')],
    ['in the autumn 2019', 'not-understood'],
    ['fall 2019', season(2019, 'autumn')],
    ['winter 2018/19', season(2019, 'winter')],
    ['winter 2018-2019', season(2019, 'winter')],
    ['summer 2018/19', 'not-understood'],
    ['spring', 'no-year'],
    ['age 3', age('P3Y')],
    ['aged 3½', age('P3Y6M')],
    ['at the age of 3 months', age('P3M')],
    ['when he was 3', age('P3Y')],
    ['3 y 2 m', age('P3Y2M')],
    ['3 years old', age('P3Y')],
    ['3', 'no-unit'],
    ['at birth', age('P0D')],
    ['birth', age('P0D')],
    ['March 2019', date('2019-03')],
    ['mar 2019', date('2019-03')],
    ['Sept. 2019', date('2019-09')],
    ['12 March 2019', date('2019-03-12')],
    ['March 12, 2019', date('2019-03-12')],
    ['12th of March 2019', date('2019-03-12')],
    ['2019 March', date('2019-03')],
    ['12-Mar-2019', date('2019-03-12')],
    ['12 March', 'no-year'],
    ['31 April 2019', 'no-such-day'],
    ['29 Feb 2019', 'no-such-day'],
    ['29 Feb 2020', date('2020-02-29')],
    ['12.3.2019', date('2019-03-12')],
    ['2019-3', date('2019-03')],
    ['2019-03-12', date('2019-03-12')],
    ['3/2019', date('2019-03')],
    ['12.3.', 'no-year'],
    ['2019', date('2019')],
    ['about 2017', date('2017', true)],
    ['2017?', date('2017', true)],
    ['~ 2017', date('2017', true)],
    ['ca. spring 2017', season(2017, 'spring', true)],
    ['about 3 y', age('P3Y', true)],
    ['early 2019', date('2019', true)],
    ['end of March 2019', date('2019-03', true)],
    ['since March 2019', date('2019-03')],
    ['now', date(today)],
    ['1066', 'out-of-range'],
    ['200 y', 'out-of-range'],
    ['', 'empty'],
    ['some time ago', 'not-understood'],
    ['maybe', 'not-understood'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('day and month in digits go by the order of the locale, and the other reading is told', () => {
    const both = (text: string, locale: string) => {
      const result = parseMoment(text, { locale, today });
      return result.ok ? [result.value.moment, result.value.otherwise] : result.error.kind;
    };
    expect(both('3/4/2019', 'en-GB')).toEqual([date('2019-04-03'), date('2019-03-04')]);
    expect(both('3/4/2019', 'en-US')).toEqual([date('2019-03-04'), date('2019-04-03')]);
    expect(both('3/4/2019', 'ja-JP')).toEqual([date('2019-03-04'), date('2019-04-03')]);
    // Only one of them is a date, or both are the same.
    expect(both('13/4/2019', 'en-US')).toEqual([date('2019-04-13'), null]);
    expect(both('4/4/2019', 'en-US')).toEqual([date('2019-04-04'), null]);
    // Dots are day first everywhere.
    expect(both('3.4.2019', 'en-US')).toEqual([date('2019-04-03'), null]);
  });

  test('a season is meant in the half of the world of the region, of the clinic or of the text itself', () => {
    const south = (year: number, which: (typeof seasons)[number]): Moment => ({ kind: 'season', year, season: which, hemisphere: 'south', isAbout: false });
    expect([read('spring 2019', 'en-AU'), read('summer 2018/19', 'en-ZA'), read('winter 2018/19', 'en-NZ'), read('spring 2019 (northern hemisphere)', 'en-AU')]).toEqual([south(2019, 'spring'), south(2019, 'summer'), 'not-understood', season(2019, 'spring')]);
    const ofClinic = parseMoment('spring 2019', { locale: 'en-GB', today, hemisphere: 'south' });
    expect(ofClinic.ok ? ofClinic.value.moment : null).toEqual(south(2019, 'spring'));
    expect(['en-AU', 'en-GB', 'de-DE', 'ja-JP'].map((locale) => formatMoment(south(2019, 'spring'), locale))).toEqual(['spring 2019', 'spring 2019 (southern hemisphere)', 'Frühling 2019 (Südhalbkugel)', '2019年春 (南半球)']);
  });

  test('the words of the locale are read beside the English ones', () => {
    expect(read('12. März 2019', 'de-DE')).toEqual(date('2019-03-12'));
    expect(read('Frühjahr 2019', 'de-DE')).toEqual(season(2019, 'spring'));
    expect(read('etwa 2017', 'de-DE')).toEqual(date('2017', true));
    expect(read('im Alter von 3 Jahren', 'de-DE')).toEqual(age('P3Y'));
    expect(read('２０１９年', 'ja-JP')).toEqual(date('2019'));
    expect(read('im Alter von 3', 'de-DE')).toEqual(age('P3Y'));
    expect(read('2019年3月12日', 'ja-JP')).toEqual(date('2019-03-12'));
    expect(read('2019年春', 'ja-JP')).toEqual(season(2019, 'spring'));
    expect(read('2017年頃', 'ja-JP')).toEqual(date('2017', true));
  });
});

describe('a moment is printed', () => {
  test.each<[string, Moment, string, string, string]>([
    ['a day', date('2019-04-12'), '12 Apr 2019', '12. Apr. 2019', '2019年4月12日'],
    ['a month', date('2019-03'), 'Mar 2019', 'März 2019', '2019年3月'],
    ['a year', date('2017', true), 'about 2017', 'etwa 2017', '2017年頃'],
    ['a season', season(2019, 'spring'), 'spring 2019', 'Frühling 2019', '2019年春'],
    ['an age', age('P3Y2M'), 'age 3 y 2 mo', 'Alter 3 Jahre 2 Monate', '生後 3 年 2 か月'],
    ['a birth', age('P0D'), 'at birth', 'bei der Geburt', '出生時'],
  ])('%s in en-GB, de-DE and ja-JP', (_what, moment, british, german, japanese) => {
    expect(['en-GB', 'de-DE', 'ja-JP'].map((locale) => formatMoment(moment, locale))).toEqual([british, german, japanese]);
  });

  test('as it is read again, in every one of these locales', () => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom('en-GB', 'en-US', 'en-AU', 'de-DE', 'ja-JP'), (moment, locale) => {
        expect(read(formatMoment(moment, locale), locale)).toEqual(moment);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('any text', () => {
  test('is read as a moment that the schema takes, or refused; it never throws', () => {
    const piece = fc.oneof(fc.constantFrom('spring', 'about', '2019', '3', 'y', 'age', '/', '.', '-', 'March', '年', '春', '31', '?', '(', '[', '\\'), fc.string({ unit: 'binary', maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom(' ', ''), fc.constantFrom('en-GB', 'de-DE', 'ja-JP', 'ar-EG', 'th-TH'), (pieces, joint, locale) => {
        const result = parseMoment(pieces.join(joint), { locale, today });
        if (!result.ok) return;
        const { moment } = result.value;
        if (moment.kind === 'date') expect(moment.date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
        if (moment.kind === 'age') expect(parseDuration(moment.age)).not.toBeNull();
      }),
      { numRuns: 3_000 },
    );
  });
});

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const anyYear = fc.integer({ min: 1850, max: 2199 });
const anyMoment: fc.Arbitrary<Moment> = fc.oneof(
  fc.record({ kind: fc.constant('date' as const), date: fc.tuple(anyYear, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 })).map(([year, month, day, parts]) => [String(year), twoDigits(month), twoDigits(day)].slice(0, parts).join('-')), isAbout: fc.boolean() }),
  fc.record({ kind: fc.constant('season' as const), year: anyYear, season: fc.constantFrom(...seasons), isAbout: fc.boolean(), hemisphere: fc.constant('south' as const) }, { requiredKeys: ['kind', 'year', 'season', 'isAbout'] }),
  fc.record({ kind: fc.constant('age' as const), age: fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 30 })).map(([years, months, days]) => { const parts = `${years === 0 ? '' : `${years}Y`}${months === 0 ? '' : `${months}M`}${days === 0 ? '' : `${days}D`}`; return parts === '' ? 'P0D' : `P${parts}`; }), isAbout: fc.boolean() }),
);
