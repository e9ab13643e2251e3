import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration, formatTimeElement, parseAgeText } from '#shared/phenotype/age-text.ts';
import { timeElementSchema, type TimeElement } from '#shared/phenotype/feature.ts';
import { onsetClasses } from '#shared/phenotype/onset-class.ts';
import { anyUnits } from '#tests/unit/any-units.ts';

const read = (text: string): TimeElement | string => {
  const result = parseAgeText(text);
  return result.ok ? result.value : result.error.kind;
};

describe('an age as people type it', () => {
  test.each([
    ['4 y 2 mo', 'P4Y2M'],
    ['4y2m', 'P4Y2M'],
    ['4 years and 2 months', 'P4Y2M'],
    ['4 yrs, 2 mths', 'P4Y2M'],
    ['4;2', 'P4Y2M'],
    ['P4Y2M', 'P4Y2M'],
    ['p4y2m', 'P4Y2M'],
    ['18 mo', 'P18M'],
    ['18 months old', 'P18M'],
    ['at 3 weeks of age', 'P3W'],
    ['~ 3 weeks', 'P3W'],
    ['about 3 weeks', 'P3W'],
    ['3 wk', 'P3W'],
    ['5d', 'P5D'],
    ['6 h', 'PT6H'],
    ['PT6H', 'PT6H'],
    ['31 y', 'P31Y'],
    ['age 31 years', 'P31Y'],
    ['4½ y', 'P4Y6M'],
    ['4.5 years', 'P4Y6M'],
    ['4,5 years', 'P4Y6M'],
    ['4 and a half years', 'P4Y6M'],
    ['half a year', null],
    ['0 d', 'P0D'],
    ['2.5 wk', 'P2.5W'],
  ])('%s is read as %s', (text, duration) => {
    expect(read(text)).toEqual(duration === null ? 'not-understood' : { kind: 'age', duration });
  });

  test.each([
    ['2 to 3 y', { kind: 'age-range', start: 'P2Y', end: 'P3Y' }],
    ['6-9 mo', { kind: 'age-range', start: 'P6M', end: 'P9M' }],
    ['6–9 months', { kind: 'age-range', start: 'P6M', end: 'P9M' }],
    ['18 mo - 3 y', { kind: 'age-range', start: 'P18M', end: 'P3Y' }],
    ['between 2 and 3 y', { kind: 'age-range', start: 'P2Y', end: 'P3Y' }],
    ['20+3', { kind: 'gestation', weeks: 20, days: 3 }],
    ['28 weeks gestation', { kind: 'gestation', weeks: 28, days: 0 }],
    ['20 wk 3 d gestation', { kind: 'gestation', weeks: 20, days: 3 }],
    ['GA 32', { kind: 'gestation', weeks: 32, days: 0 }],
    ['at birth', { kind: 'term', termId: 'HP:0003577', label: 'Congenital onset' }],
    ['Infancy', { kind: 'term', termId: 'HP:0003593', label: 'Infantile onset' }],
    ['juvenile onset', { kind: 'term', termId: 'HP:0003621', label: 'Juvenile onset' }],
    ['2019', { kind: 'date', date: '2019' }],
    ['1850', { kind: 'date', date: '1850' }],
    ['130 y', { kind: 'age', duration: 'P130Y' }],
    ['2019-04', { kind: 'date', date: '2019-04' }],
    ['2019-04-30', { kind: 'date', date: '2019-04-30' }],
    ['2018 to 2019-04', { kind: 'date-range', start: '2018', end: '2019-04' }],
  ] as const)('%s is read as the time it says', (text, element) => {
    expect(read(text)).toEqual(element);
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['4', 'no-unit'],
    ['soon', 'not-understood'],
    ['4 parsecs', 'not-understood'],
    ['4 y 3 y', 'not-understood'],
    ['2019-02-30', 'not-understood'],
    ['400 y', 'out-of-range'],
    ['131 y', 'out-of-range'],
    ['1849', 'no-unit'],
    ['1849-05', 'not-understood'],
    ['60 weeks gestation', 'out-of-range'],
    ['3 to 2 y', 'backwards'],
    ['2020 to 2019', 'backwards'],
  ])('%s is refused as %s, never guessed', (text, kind) => {
    expect(read(text)).toBe(kind);
  });

  test('never throws, and whatever it accepts fits the schema', () => {
    fc.assert(
      fc.property(fc.oneof(anyUnits, fc.stringMatching(/^[0-9 .;+a-zA-Z½-]{0,20}$/)), (text) => {
        const result = parseAgeText(text);
        if (result.ok) expect(timeElementSchema.safeParse(result.value).success).toBe(true);
      }),
    );
  });

  test('what is shown can be typed back to the same value', () => {
    const number = fc.integer({ min: 1, max: 60 });
    const age = fc.tuple(number, fc.integer({ min: 1, max: 11 })).map(([years, months]): TimeElement => ({ kind: 'age', duration: `P${String(years)}Y${String(months)}M` }));
    const range = fc.tuple(number, number).map(([start, more]): TimeElement => ({ kind: 'age-range', start: `P${String(start)}M`, end: `P${String(start + more)}M` }));
    const gestation = fc.tuple(fc.integer({ min: 4, max: 42 }), fc.integer({ min: 0, max: 6 })).map(([weeks, days]): TimeElement => ({ kind: 'gestation', weeks, days }));
    const term = fc.constantFrom(...onsetClasses).map((entry): TimeElement => ({ kind: 'term', termId: entry.termId, label: entry.label }));
    const date = fc.tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 })).map(([year, month]): TimeElement => ({ kind: 'date', date: `${String(year)}-${String(month).padStart(2, '0')}` }));
    fc.assert(fc.property(fc.oneof(age, range, gestation, term, date), (element) => { expect(read(formatTimeElement(element))).toEqual(element); }));
  });
});

describe('an age as clinicians say it', () => {
  test.each([
    ['P5D', '5 d'],
    ['P3W', '3 wk'],
    ['P7M', '7 mo'],
    ['P4Y2M', '4 y 2 mo'],
    ['P31Y', '31 y'],
    ['P0D', '0 d'],
    ['PT6H', '6 h'],
    ['P4Y0M', '4 y'],
    ['not a duration', 'not a duration'],
  ])('%s is said %s', (duration, said) => {
    expect(formatDuration(duration)).toBe(said);
  });
});
