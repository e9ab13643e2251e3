import { bareEvent, eventKinds, type OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import { bareTest, type OrderedTestDetail } from '#shared/casefile/ordered-test.ts';
import { bareTask, type TaskDetail } from '#shared/casefile/task.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';

/** Numbers that look like chance and are the same in every run. Source: xorshift32, G. Marsaglia 2003, DOI 10.18637/jss.v008.i14. */
export interface Chance {
  /** From 0 to below the limit. */
  readonly below: (limit: number) => number;
  readonly oneOf: <Item>(items: readonly Item[]) => Item;
}

export function createChance(seed: number): Chance {
  let state = seed | 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  return {
    below,
    oneOf: <Item>(items: readonly Item[]): Item => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
}

const syllables = ['ba', 'bel', 'ca', 'cor', 'da', 'del', 'el', 'fa', 'fer', 'ga', 'gor', 'ha', 'hol', 'is', 'ja', 'jor', 'ka', 'kel', 'la', 'lin', 'ma', 'mer', 'na', 'nor', 'o', 'os', 'pa', 'per', 'ra', 'ros', 'sa', 'sel', 'ta', 'tor', 'ul', 'va', 'ver', 'wa', 'wil', 'za'];
const words =
  'seen in clinic with both parents today the family reports that walking became slower after a fever last spring and speech is lost in noisy rooms blood was taken for the panel which came back without a result the laboratory asks for another sample examination of the eyes showed a pale disc and the hearing aid was changed weight is on the third centile growth follows a line below it reflexes are brisk in the legs tone is low in the trunk sleep is broken by jerks the school has asked for a letter about support a cousin on the father side had a similar course and was never tested the imaging was read again by a second radiologist who found the cerebellum small treatment with a vitamin was begun and brought no change physiotherapy goes on twice a week the mother is tired and asks whether another child would be affected consent was explained and given for storage and contact results will be told in person'.split(
    ' ',
  );

export const inventName = (chance: Chance): string => {
  const name = Array.from({ length: 2 + chance.below(2) }, () => chance.oneOf(syllables)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

export const inventText = (chance: Chance, length: number): string => Array.from({ length }, () => chance.oneOf(words)).join(' ');

const inventDay = (chance: Chance, firstYear: number, years: number): string => `${String(firstYear + chance.below(years))}-${String(1 + chance.below(12)).padStart(2, '0')}-${String(1 + chance.below(28)).padStart(2, '0')}`;
const inventClinician = (chance: Chance): string => `Dr ${inventName(chance)}`;

export const inventEvent = (chance: Chance): OdysseyEventDetail => ({
  ...bareEvent,
  kind: chance.oneOf(eventKinds),
  when: { kind: 'date', date: inventDay(chance, 2012, 14), isAbout: chance.below(4) === 0 },
  title: inventText(chance, 4),
  note: inventText(chance, 12),
  clinician: inventClinician(chance),
  place: inventName(chance),
});

export function inventTest(chance: Chance, personId: string): OrderedTestDetail {
  const isAwaited = chance.below(3) === 0;
  return {
    ...bareTest,
    kind: chance.oneOf(['panel', 'exome', 'genome', 'array', 'biochemical', 'imaging']),
    name: inventText(chance, 3),
    laboratory: inventName(chance),
    accession: `L${String(chance.below(1_000_000))}`,
    limits: inventText(chance, 15),
    personIds: [personId],
    orderedBy: inventClinician(chance),
    orderedOn: inventDay(chance, 2022, 4),
    expectedOn: inventDay(chance, 2026, 2),
    status: isAwaited ? 'sample-sent' : 'reported',
    result: isAwaited ? null : 'negative',
    summary: inventText(chance, 20),
  };
}

export const inventTask = (chance: Chance): TaskDetail => ({ ...bareTask, title: inventText(chance, 5), note: inventText(chance, 8), dueOn: inventDay(chance, 2026, 2), doneOn: chance.below(2) === 0 ? inventDay(chance, 2025, 1) : null });

/** With a letter of a page, edited by hand. */
export const inventReferral = (chance: Chance): ReferralDetail => ({
  templateId: 'specialist',
  destination: { name: `${inventName(chance)} Hospital`, department: inventText(chance, 1), clinician: inventClinician(chance), address: `${String(chance.below(90))} ${inventName(chance)} Street`, email: '', phone: '' },
  question: inventText(chance, 20),
  impression: '',
  includesDifferential: false,
  urgency: 'routine',
  personIds: [],
  steps: [
    { stage: 'drafted', on: inventDay(chance, 2025, 1), by: inventClinician(chance), channel: null, note: '' },
    { stage: 'sent', on: inventDay(chance, 2026, 1), by: inventClinician(chance), channel: 'letter', note: inventText(chance, 4) },
  ],
  dueOn: chance.below(2) === 0 ? inventDay(chance, 2026, 2) : null,
  appointmentOn: null,
  declineReason: '',
  actionAsked: '',
  letter: inventText(chance, 350),
  judged: {},
  isPrivate: false,
});
