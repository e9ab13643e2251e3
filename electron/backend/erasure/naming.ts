import { searchWords } from '#db/search/search-words.ts';
import type { Family } from '#shared/pedigree/family.ts';

/** Whether a text holds a word by which a person is known. */
export type Naming = (text: string) => boolean;

/**
 * Knows the texts that name a person: by a word of their names that nobody else of the family bears, or by the whole of a reference. Letters alone name nobody. A family name that relatives
 * share tells still of them when the person is gone.
 */
export function namingOf(family: Family, personId: string, caseReference: string | null): Naming {
  const wordsOf = (isMeant: (id: string) => boolean): readonly string[] => family.individuals.filter(({ id }) => isMeant(id)).flatMap(({ givenName, familyName }) => searchWords(`${givenName} ${familyName}`));
  const others = new Set(wordsOf((id) => id !== personId));
  const names = new Set(wordsOf((id) => id === personId).filter((word) => [...word].length > 1 && !others.has(word)));
  const reference = family.individuals.find(({ id }) => id === personId)?.reference ?? '';
  const phrases = [reference, caseReference ?? ''].map(phraseOf).filter((phrase) => phrase.trim().length > 1);
  return (text) => {
    const words = searchWords(text);
    return words.some((word) => names.has(word)) || phrases.some((phrase) => phraseOf(text).includes(phrase));
  };
}

/** With a space at either end, so that one phrase is found in another by whole words. */
const phraseOf = (text: string): string => ` ${searchWords(text).join(' ')} `;
