import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactly } from '#shared/casefile/moment-order.ts';
import { bareEvent, odysseyEventDetailSchema } from '#shared/casefile/odyssey-event.ts';
import { parseOdysseyLine, type OdysseyLine } from '#shared/casefile/odyssey-line.ts';
import { bareTest, orderedTestDetailSchema } from '#shared/casefile/ordered-test.ts';
import { bareTask, taskDetailSchema } from '#shared/casefile/task.ts';

const context = { locale: 'en-GB', today: '2026-03-04', birthDate: '2010-05-17' };
const read = (text: string): OdysseyLine | null => parseOdysseyLine(text, context);

describe('a line of the odyssey', () => {
  test.each<[string, OdysseyLine]>([
    ['visit 2019-03 Dr Kaur, no cause found', { kind: 'event', detail: { ...bareEvent, kind: 'visit', when: exactly('2019-03'), clinician: 'Dr Kaur', title: 'No cause found' } }],
    ['seen by Prof. Ada Lund at the eye clinic, spring 2019', { kind: 'event', detail: { ...bareEvent, kind: 'visit', when: { kind: 'season', year: 2019, season: 'spring', isAbout: false }, clinician: 'Prof. Ada Lund', place: 'Eye clinic' } }],
    ['symptom age 3 clumsy on stairs', { kind: 'event', detail: { ...bareEvent, kind: 'symptom', when: { kind: 'age', age: 'P3Y', isAbout: false }, title: 'Clumsy on stairs' } }],
    ['misdiagnosed as epilepsy about 2017', { kind: 'event', detail: { ...bareEvent, kind: 'misdiagnosis', when: { kind: 'date', date: '2017', isAbout: true }, title: 'Epilepsy' } }],
    ['treatment valproate March 2019 to 2021', { kind: 'event', detail: { ...bareEvent, kind: 'treatment', when: exactly('2019-03'), until: exactly('2021'), title: 'Valproate' } }],
    ['treatment 2019-2021 valproate', { kind: 'event', detail: { ...bareEvent, kind: 'treatment', when: exactly('2019'), until: exactly('2021'), title: 'Valproate' } }],
    ['started losartan since 12.3.2024', { kind: 'event', detail: { ...bareEvent, kind: 'treatment', when: exactly('2024-03-12'), title: 'Losartan', isOngoing: true } }],
    ['moved house 2018', { kind: 'event', detail: { ...bareEvent, kind: 'other', when: exactly('2018'), title: 'Moved house' } }],
    ['exome 2021 negative', { kind: 'test', detail: { ...bareTest, kind: 'exome', name: 'Exome', status: 'reported', result: 'negative', reportedOn: '2021', summary: 'Negative' } }],
    ['trio genome ordered 2026-02-01 Dr Kaur', { kind: 'test', detail: { ...bareTest, kind: 'genome', name: 'Trio genome', status: 'ordered', orderedOn: '2026-02-01', orderedBy: 'Dr Kaur', summary: 'Ordered' } }],
    ['brain MRI at age 3 y 2 mo normal', { kind: 'test', detail: { ...bareTest, kind: 'imaging', name: 'Brain MRI', status: 'reported', result: 'negative', reportedOn: '2013', summary: 'Normal' } }],
    ['symptom December 2023 thick neck fold at 12 weeks', { kind: 'event', detail: { ...bareEvent, kind: 'symptom', when: exactly('2023-12'), title: 'Thick neck fold at 12 weeks' } }],
    ['todo call the laboratory by 12.4.2026', { kind: 'task', detail: { ...bareTask, title: 'Call the laboratory', dueOn: '2026-04-12' } }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('is nothing where nothing is said', () => {
    expect(read('   ')).toBeNull();
  });

  test('is always a record that the vault takes, and keeps every word of a text without a moment', () => {
    const word = fc.oneof(fc.constantFrom('visit', 'exome', 'todo', '2019', 'spring', 'about', 'Dr', 'Kaur', 'at', 'to', 'since', ',', 'negative', '3', 'y'), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), (words) => {
        const line = read(words.join(' '));
        if (line === null) return;
        const schema = { event: odysseyEventDetailSchema, test: orderedTestDetailSchema, task: taskDetailSchema }[line.kind];
        expect(schema.safeParse(line.detail).success).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{4,9}$/u), { minLength: 1, maxLength: 6 }), (words) => {
        const line = read(`zzz ${words.join(' ')}`);
        const title = line?.kind === 'event' ? [line.detail.title, line.detail.place].join(' ').toLowerCase() : '';
        for (const word of words) if (!['since', 'from'].includes(word)) expect(title).toContain(word);
      }),
    );
  });
});
