import type { PersonNames } from '#db/repositories/people.ts';
import { searchWords } from '#db/search/search-words.ts';
import type { Family } from '#shared/pedigree/family.ts';

/** Whether a text holds a word by which a person is known. */
export type Naming = (text: string) => boolean;

/** What is known of whom: the family as it is, and by what the history knows the person and, of a patient, the case. */
export interface KnownBy {
  readonly family: Family;
  readonly personId: string;
  readonly everNamed: readonly PersonNames[];
  readonly caseReferences: readonly string[];
}

/**
 * Knows the texts that name a person: by a word of their names, the former ones too, that nobody else of the family bears today, or by the whole of a reference. Letters alone name nobody. A
 * family name that relatives share tells still of them when the person is gone; one that the person gave up at a marriage tells of them alone, unless the parents are drawn with it.
 */
export function namingOf({ family, personId, everNamed, caseReferences }: KnownBy): Naming {
  const person = family.individuals.find(({ id }) => id === personId);
  const own = person === undefined ? everNamed : [...everNamed, person];
  const others = new Set(wordsOf(family.individuals.filter(({ id }) => id !== personId)));
  const names = new Set(wordsOf(own).filter((word) => [...word].length > 1 && !others.has(word)));
  const phrases = [...new Set([...own.map(({ reference }) => reference), ...caseReferences].map(phraseOf))].filter((phrase) => phrase.trim().length > 1);
  return (text) => {
    const words = searchWords(text);
    return words.some((word) => names.has(word)) || phrases.some((phrase) => phraseOf(text).includes(phrase));
  };
}

const wordsOf = (people: readonly PersonNames[]): readonly string[] => people.flatMap(({ givenName, familyName }) => searchWords(`${givenName} ${familyName}`));

/** With a space at either end, so that one phrase is found in another by whole words. */
const phraseOf = (text: string): string => ` ${searchWords(text).join(' ')} `;
