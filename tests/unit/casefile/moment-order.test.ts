import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay } from '#shared/casefile/calendar-days.ts';
import { seasons, type Moment } from '#shared/casefile/moment.ts';
import { compareMoments, exactly, momentInterval, sortByMoment } from '#shared/casefile/moment-order.ts';

const days = (moment: Moment, birthDate: string | null = null): readonly string[] | null => {
  const interval = momentInterval(moment, birthDate);
  return interval === null ? null : [isoDay(interval.from), isoDay(interval.to)];
};
const age = (duration: string, isAbout = false): Moment => ({ kind: 'age', age: duration, isAbout });
const season = (year: number, which: (typeof seasons)[number]): Moment => ({ kind: 'season', year, season: which, isAbout: false });

describe('the days that a moment may mean', () => {
  test('are those of its year, month or day', () => {
    expect(days(exactly('2020'))).toEqual(['2020-01-01', '2020-12-31']);
    expect(days(exactly('2020-02'))).toEqual(['2020-02-01', '2020-02-29']);
    expect(days(exactly('2020-02-29'))).toEqual(['2020-02-29', '2020-02-29']);
  });

  test('are three months for a season, and winter begins in the year before', () => {
    expect(seasons.map((which) => days(season(2019, which)))).toEqual([['2019-03-01', '2019-05-31'], ['2019-06-01', '2019-08-31'], ['2019-09-01', '2019-11-30'], ['2018-12-01', '2019-02-28']]);
  });

  test('are six months apart in the two halves of the world, where the summer of the south begins in the year before', () => {
    const south = seasons.map((which): Moment => ({ kind: 'season', year: 2019, season: which, hemisphere: 'south', isAbout: false }));
    expect(south.map((moment) => days(moment))).toEqual([['2019-09-01', '2019-11-30'], ['2018-12-01', '2019-02-28'], ['2019-03-01', '2019-05-31'], ['2019-06-01', '2019-08-31']]);
    expect(sortByMoment([...south, season(2019, 'summer'), exactly('2019-07-15')], (moment) => moment, null)).toEqual([south[1], south[2], south[3], season(2019, 'summer'), exactly('2019-07-15'), south[0]]);
  });

  test('follow for an age from the birth date as exactly as that is known, over the smallest unit said', () => {
    expect(days(age('P3Y'), '2010-05-17')).toEqual(['2013-05-17', '2014-05-16']);
    expect(days(age('P3Y2M'), '2010-05-17')).toEqual(['2013-07-17', '2013-08-16']);
    expect(days(age('P2W'), '2010-05-17')).toEqual(['2010-05-31', '2010-06-06']);
    expect(days(age('P0D'), '2010-05-17')).toEqual(['2010-05-17', '2010-05-17']);
    expect(days(age('P1M'), '2019-01-31')).toEqual(['2019-02-28', '2019-03-30']);
    expect(days(age('P3Y'), '2010')).toEqual(['2013-01-01', '2014-12-30']);
    expect(days(age('P3Y'))).toBeNull();
  });

  test('reach one unit further at either end where the teller was not sure', () => {
    expect(days({ ...exactly('2017'), isAbout: true })).toEqual(['2016-01-02', '2018-12-31']);
    expect(days({ ...exactly('2017-06-10'), isAbout: true })).toEqual(['2017-06-03', '2017-06-17']);
    expect(days(age('P3Y', true), '2010-05-17')).toEqual(['2012-05-17', '2015-05-16']);
  });
});

describe('the order of moments', () => {
  test('mixes dates, seasons and ages of a child born in May 2010', () => {
    const told: readonly (Moment | null)[] = [null, exactly('2014'), age('P3Y'), season(2014, 'spring'), exactly('2014-01-01'), age('P0D'), exactly('2013-05'), exactly('2014-04-12')];
    expect(sortByMoment(told, (moment) => moment, '2010-05-17')).toEqual([age('P0D'), exactly('2013-05'), age('P3Y'), exactly('2014-01-01'), exactly('2014'), season(2014, 'spring'), exactly('2014-04-12'), null]);
  });

  test('leaves ages after the calendar where no birth date is known, by age', () => {
    expect(sortByMoment([null, age('P3Y'), exactly('2030'), age('P2M')], (moment) => moment, null)).toEqual([exactly('2030'), age('P2M'), age('P3Y'), null]);
  });

  test('is total, and stable for what cannot be told apart', () => {
    const sign = (value: number): number => Math.sign(value) + 0;
    fc.assert(
      fc.property(anyMoment, anyMoment, anyMoment, anyBirth, (one, two, three, birth) => {
        const compare = (left: Moment | null, right: Moment | null): number => sign(compareMoments(left, right, birth));
        expect(compare(one, two)).toBe(sign(-compare(two, one)));
        if (compare(one, two) <= 0 && compare(two, three) <= 0) expect(compare(one, three)).toBeLessThanOrEqual(0);
        if (compare(one, two) === 0) expect(compare(one, three)).toBe(compare(two, three));
      }),
    );
    fc.assert(
      fc.property(fc.array(anyMoment, { maxLength: 30 }), anyBirth, (moments, birth) => {
        const sorted = sortByMoment(moments.map((moment, place) => ({ moment, place })), ({ moment }) => moment, birth);
        for (const [index, { moment, place }] of sorted.entries()) {
          const next = sorted[index + 1];
          if (next === undefined) continue;
          const order = compareMoments(moment, next.moment, birth);
          expect(order < 0 || (order === 0 && place < next.place)).toBe(true);
        }
      }),
    );
  });

  test('never puts what surely came later before what had surely ended', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, anyBirth, (one, two, birth) => {
        const [left, right] = [one, two].map((moment) => (moment === null ? null : momentInterval(moment, birth)));
        if (left && right && left.to < right.from) expect(compareMoments(one, two, birth)).toBeLessThan(0);
      }),
    );
  });
});

const anyYear = fc.integer({ min: 2000, max: 2006 });
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const anyDate = fc.tuple(anyYear, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 })).map(([year, month, day, parts]) => [String(year), twoDigits(month), twoDigits(day)].slice(0, parts).join('-'));
const anyBirth = fc.option(anyDate);
const anyMoment: fc.Arbitrary<Moment | null> = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('date' as const), date: anyDate, isAbout: fc.boolean() }),
    fc.record({ kind: fc.constant('season' as const), year: anyYear, season: fc.constantFrom(...seasons), isAbout: fc.boolean() }),
    fc.record({ kind: fc.constant('age' as const), age: fc.constantFrom('P0D', 'P2W', 'P1M', 'P1Y', 'P1Y6M', 'P12M', 'P3Y', 'P1.5Y', 'PT6H'), isAbout: fc.boolean() }),
  ),
  { freq: 8 },
);
