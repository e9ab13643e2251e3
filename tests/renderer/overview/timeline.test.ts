import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lanes, odysseyItems, type OdysseyItem } from '#renderer/features/overview/odyssey-items.ts';
import { daysInWords, rangeInWords } from '#renderer/features/overview/range-words.ts';
import { layOutTimeline, markSize, type TimelineMark } from '#renderer/features/overview/timeline-layout.ts';
import { dayAt, fittingView, showing, ticksOf, xOf, zoomed } from '#renderer/features/overview/timeline-scale.ts';
import { dayOf, isoDay } from '#shared/casefile/calendar-days.ts';
import { exactly } from '#shared/casefile/moment-order.ts';
import { bareEvent, type OdysseyEvent, type OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import { bareTest } from '#shared/casefile/ordered-test.ts';

const today = '2026-03-04';
const frame = (id: string) => ({ id, version: 1, caseId: 'case', createdAt: '2026-01-01T00:00:00.000Z' });
const event = (id: string, detail: Partial<OdysseyEventDetail>): OdysseyEvent => ({ ...bareEvent, ...detail, ...frame(id) });
const itemsOf = (events: readonly OdysseyEvent[], birthDate: string | null = '2010-05-17') => odysseyItems({ events, tests: [], referrals: [] }, birthDate, today);
const view = { from: dayOf(2015, 1, 1), to: dayOf(2026, 1, 1) };
const layout = (items: readonly OdysseyItem[]) => layOutTimeline(items, { width: 700, view, rowsPerLane: 2, widthOfText: (text) => text.length * 6 });

describe('the steps on the line', () => {
  test('come in their order, with who and where, how long, and how a test came out', () => {
    const items = odysseyItems(
      {
        events: [event('e1', { kind: 'treatment', title: 'Losartan', when: exactly('2021-06'), isOngoing: true }), event('e2', { kind: 'visit', when: { kind: 'age', age: 'P3Y', isAbout: false }, clinician: 'Dr Kaur', place: 'Eye clinic' })],
        tests: [{ ...bareTest, kind: 'exome', status: 'reported', result: 'negative', orderedOn: '2021', reportedOn: '2022', laboratory: 'Centre', ...frame('t1') }],
        referrals: [],
      },
      '2010-05-17',
      today,
    );
    expect(items.map(({ key, lane, title, note, whenText, isOpen }) => [key, lane, title, note, whenText, isOpen])).toEqual([
      ['event:e2', 'visit', 'Dr Kaur', 'Eye clinic', 'age 3 y', false],
      ['test:t1', 'test', 'Exome', 'negative, Centre', '2021 to 2022', false],
      ['event:e1', 'treatment', 'Losartan', '', 'since Jun 2021', true],
    ]);
  });

  test('have no place without a date, or with an age and no birth date', () => {
    const items = itemsOf([event('e1', { title: 'Undated' }), event('e2', { when: { kind: 'age', age: 'P3Y', isAbout: false } })], null);
    expect(items.map(({ start }) => start)).toEqual([null, null]);
    expect(layout(items)).toEqual([]);
  });
});

describe('the layout of the line', () => {
  test('draws what is not exact as long as it may have been, and what is exact as one mark', () => {
    const [lane] = layout(itemsOf([event('e1', { title: 'Year', when: exactly('2017') }), event('e2', { title: 'Day', when: exactly('2020-05-05') })]));
    expect(lane?.marks.map(({ key, isBar, width, x }) => [key, isBar, Math.round(width), Math.round(x)])).toEqual([
      ['event:e1', true, 64, 127],
      ['event:e2', false, markSize, 340],
    ]);
  });

  test('gathers steps too close to be told apart, and they come apart on zooming in', () => {
    const items = itemsOf(Array.from({ length: 9 }, (_, index) => event(`e${index}`, { title: `Step ${index}`, when: exactly(`2020-05-0${index + 1}`) })));
    const groups = (marks: readonly TimelineMark[] | undefined) => marks?.map(({ items: gathered }) => gathered.length);
    expect(groups(layout(items)[0]?.marks)).toEqual([1, 8]);
    const near = layOutTimeline(items, { width: 700, view: { from: dayOf(2020, 5, 1), to: dayOf(2020, 5, 15) }, rowsPerLane: 2, widthOfText: () => 30 });
    expect(groups(near[0]?.marks)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  test('shows every dated step in view exactly once, and lets no body or title cover another', () => {
    const anyEvent = fc.record({ kind: fc.constantFrom('visit' as const, 'symptom' as const, 'treatment' as const), year: fc.integer({ min: 2010, max: 2030 }), month: fc.integer({ min: 1, max: 12 }), isYear: fc.boolean(), years: fc.integer({ min: 0, max: 3 }), title: fc.string({ maxLength: 30 }) });
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.integer({ min: 200, max: 1600 }), (said, width) => {
        const date = (year: number, month: number, isYear: boolean) => exactly(isYear ? String(year) : `${year}-${String(month).padStart(2, '0')}`);
        const items = itemsOf(said.map(({ kind, year, month, isYear, years, title }, index) => event(String(index), { kind, title, when: date(year, month, isYear), until: years === 0 ? null : date(year + years, month, isYear) })));
        const drawn = layOutTimeline(items, { width, view, rowsPerLane: 2, widthOfText: (text) => text.length * 6 });
        const inView = items.filter(({ start, end }) => start !== null && xOf(Math.max(start.to, end?.to ?? start.to) + 1, view, width) >= 0 && xOf(start.from, view, width) <= width);
        expect(drawn.flatMap(({ marks }) => marks.flatMap((mark) => mark.items.map(({ key }) => key))).toSorted()).toEqual(inView.map(({ key }) => key).toSorted());
        expect(drawn.map(({ lane }) => lanes.indexOf(lane))).toEqual(drawn.map(({ lane }) => lanes.indexOf(lane)).toSorted((one, other) => one - other));
        for (const { marks, rowCount } of drawn) {
          expect(rowCount).toBeLessThanOrEqual(2);
          for (let row = 0; row < rowCount; row += 1) {
            const inRow = marks.filter((mark) => mark.row === row);
            for (const [index, mark] of inRow.slice(0, -1).entries()) {
              const next = inRow[index + 1];
              if (next === undefined) continue;
              const end = Math.max(mark.x + mark.width, mark.labelWidth === 0 ? 0 : mark.x + mark.labelX + mark.labelWidth);
              expect(end).toBeLessThanOrEqual(next.x + 0.001);
            }
          }
        }
      }),
    );
  });
});

describe('zooming', () => {
  test('keeps the day under the pointer where it is, within a fortnight and a long life', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.integer({ min: 0, max: 700 }), (factor, x) => {
        const at = dayAt(x, view, 700);
        const next = zoomed(view, factor, at);
        expect(xOf(at, next, 700)).toBeCloseTo(x, 3);
        expect(next.to - next.from).toBeGreaterThanOrEqual(13.999);
        expect(next.to - next.from).toBeLessThanOrEqual(130 * 366 + 0.001);
      }),
    );
  });

  test('begins with all of it in view, and brings a step into view', () => {
    const all = fittingView([dayOf(2016, 1, 1), dayOf(2026, 1, 1)], dayOf(2026, 1, 1));
    expect(all.from).toBeLessThan(dayOf(2016, 1, 1));
    expect(all.to).toBeGreaterThan(dayOf(2026, 1, 1));
    const far = dayOf(2040, 1, 1);
    const moved = showing(view, far, far);
    expect([moved.from < far, moved.to > far, moved.to - moved.from]).toEqual([true, true, view.to - view.from]);
    expect(showing(view, dayOf(2020, 1, 1), dayOf(2020, 1, 1))).toEqual(view);
  });

  test('says years from far and months from near, never closer than can be read', () => {
    expect(ticksOf(view, 700).map(({ year }) => year)).toEqual([2016, 2018, 2020, 2022, 2024, 2026]);
    const near = { from: dayOf(2020, 1, 15), to: dayOf(2020, 8, 1) };
    expect(ticksOf(near, 700).map(({ day, isMonth }) => [isoDay(day), isMonth])).toEqual(['02', '03', '04', '05', '06', '07', '08'].map((month) => [`2020-${month}-01`, true]));
    fc.assert(
      fc.property(fc.integer({ min: 14, max: 15_000 }), fc.integer({ min: 200, max: 2_000 }), (days, width) => {
        const shown = { from: 10_000, to: 10_000 + days };
        const xs = ticksOf(shown, width).map(({ day }) => xOf(day, shown, width));
        for (const [index, x] of xs.entries()) if (index > 0) expect(x - (xs[index - 1] ?? 0)).toBeGreaterThan(65);
      }),
    );
  });
});

describe('a length in words', () => {
  test.each([
    [{ least: 12, most: 12 }, '12 d'],
    [{ least: 100, most: 100 }, '3 mo'],
    [{ least: 731, most: 731 }, '2 y'],
    [{ least: 3_706, most: 3_735 }, '~ 10 y 2 mo'],
    [{ least: 6_300, most: 6_660 }, '17–18 y'],
  ])('%j is %s', (range, said) => {
    expect(rangeInWords(range)).toBe(said);
  });

  test('never says twelve months', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => void expect(daysInWords(days)).not.toMatch(/\b1[2-9] mo/)));
  });
});
