import { layPhrases } from '#shared/ontology/lay-phrases.ts';
import { parseDuration } from '#shared/phenotype/duration.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/** A term as the ontology names it: its label, and the synonyms that are marked as everyday words. */
export interface NamedTerm {
  readonly id: string;
  readonly label: string;
  readonly synonyms: readonly { readonly text: string; readonly isLayperson: boolean }[];
}

/** What a family calls a finding: the ontology's own everyday word, else one of this project's, else the label. */
export function plainTermWords(termId: string, label: string, term: NamedTerm | null): string {
  const lay = term?.synonyms.find(({ isLayperson }) => isLayperson)?.text ?? ownWords.get(termId);
  return sentenceCase(lay ?? term?.label ?? label);
}

/** `P5M` as `5 months`, `P4Y2M` as `4 years and 2 months`; shorter than a day as `birth`. The text itself where it is no duration. */
export function plainDuration(duration: string): string {
  const parts = parseDuration(duration);
  if (parts === null) return duration;
  const said = ([['years', 'year'], ['months', 'month'], ['weeks', 'week'], ['days', 'day']] as const).filter(([unit]) => parts[unit] > 0).map(([unit, word]) => counted(parts[unit], word));
  return said.length === 0 ? 'birth' : said.join(' and ');
}

/** `2017-07` as `July 2017`, `2017-07-04` as `4 July 2017`. */
export function plainDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : monthNames[Number(month) - 1];
  return [day === undefined ? '' : String(Number(day)), name ?? '', year].filter((part) => part !== '').join(' ');
}

/** Since when, as one would say it: `since 5 months`, `since 2019`. Empty where the time is a class of onset that only clinicians use. */
export function plainSince(onset: TimeElement | null): string {
  switch (onset?.kind) {
    case undefined:
      return '';
    case 'age':
      return onset.duration === 'P0D' ? 'since birth' : `since the age of ${plainDuration(onset.duration)}`;
    case 'age-range':
      return `since between the ages of ${plainDuration(onset.start)} and ${plainDuration(onset.end)}`;
    case 'gestation':
      return 'since before birth';
    case 'date':
      return `since ${plainDate(onset.date)}`;
    case 'date-range':
      return `since between ${plainDate(onset.start)} and ${plainDate(onset.end)}`;
    case 'term':
      return plainOnset.get(onset.termId) ?? '';
  }
}

const ownWords: ReadonlyMap<string, string> = new Map(layPhrases.toReversed().map(({ termId, text }) => [termId, text]));
const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
/** Onset terms of the Human Phenotype Ontology (below HP:0003674) that have an everyday meaning. */
const plainOnset: ReadonlyMap<string, string> = new Map([
  ['HP:0030674', 'since before birth'],
  ['HP:0003577', 'since birth'],
  ['HP:0003623', 'since the first weeks of life'],
  ['HP:0003593', 'since the first year of life'],
  ['HP:0011463', 'since childhood'],
  ['HP:0003621', 'since the teens'],
  ['HP:0003581', 'since adulthood'],
]);

const counted = (count: number, word: string): string => `${String(count)} ${word}${count === 1 ? '' : 's'}`;
const sentenceCase = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
