import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { Person } from '#shared/casefile/case-record.ts';
import { formatPartialDate } from '#shared/casefile/moment-words.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { SystemIndex } from '#shared/phenotype/organ-systems.ts';
import type { LetterParagraph, LetterParagraphs } from '#shared/referral/letter-text.ts';
import { ageText, birthRange, type RecordedAge } from '#shared/trial/birth.ts';

/** What a letter needs besides the case. */
export interface LetterContext {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Of the terms of the case; without a release in use there are none, and findings are listed together. */
  readonly systems: SystemIndex;
}

/** A case as a letter may tell it: without what is private. The parts of the letter take this and never the whole case. */
export interface ToldCase {
  readonly file: CaseFile;
  readonly family: Family;
  readonly proband: Person | null;
  /** False where a parent of the proband is left out: what came from which parent would tell who it is not. */
  readonly isDescentTold: boolean;
}

/** Dates of letters, which are in English. */
export const letterLocale = 'en-GB';

export const list = (items: readonly string[]): LetterParagraphs => (items.length === 0 ? [] : [{ kind: 'list', items }]);
/** A heading with what stands below it; nothing where nothing does. */
export const section = (heading: string, paragraphs: LetterParagraphs): LetterParagraphs => (paragraphs.length === 0 ? [] : [{ kind: 'heading', text: heading }, ...paragraphs]);
/** Each that says something, as a paragraph of its own. */
export const sentences = (...said: readonly string[]): LetterParagraphs => said.filter((words) => words.trim() !== '').map((words) => text(words.trim()));
/** Parts that say something, with commas between. */
export const commas = (...parts: readonly string[]): string => parts.filter((part) => part.trim() !== '').join(', ');
/** `17 years`, `44 to 45 years`; null where no age is known. */
export const letterAge = (person: RecordedAge, today: string): string | null => ageText(birthRange(person, today), today)?.replace(/(\d+) (years|months) to (\d+) \2$/, '$1 to $3 $2') ?? null;
export const letterDate = (date: string): string => formatPartialDate(date, letterLocale);
/** `on 9 Nov 2022`, `in Nov 2022`. */
export const onLetterDate = (date: string): string => `${date.length > 'YYYY-MM'.length ? 'on' : 'in'} ${letterDate(date)}`;

const text = (words: string): LetterParagraph => ({ kind: 'text', text: words });
