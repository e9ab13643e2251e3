/** Longer ones, such as keys and links, are compared by their beginning. */
const longestWord = 40;

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i' };

/** Whether a word begins somewhere in a folded text; `isWhole`: nothing follows it there. */
export function holdsWord(folded: string, word: string, isWhole: boolean): boolean {
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
    if (!isWordCharacter(folded[at - 1]) && !(isWhole && isWordCharacter(folded[at + word.length]))) return true;
  }
  return false;
}

const isWordCharacter = (character: string | undefined): boolean => character !== undefined && wordCharacter.test(character);
const wordCharacter = /[\p{L}\p{N}\p{Cs}]/u;

/** A word of a text as the search compares it, with where it stands in the text. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text as the search compares them: small letters without accents; letters and digits only, so that `c.755C>G` is three words. */
export function searchWords(text: string): readonly string[] {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestWord));
}

/** The same with the place of each in the text as it is written. */
export function placedWords(text: string): readonly PlacedWord[] {
  const placed: PlacedWord[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    // What is one word on the page may come apart when it is folded, such as a letter in a circle between two digits.
    for (const word of searchWords(match[0])) placed.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return placed;
}

/** Compatibility forms taken apart, marks off, small letters. */
export function foldText(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[ßæœøđðþłħŧı]/g, (letter) => plainLetters[letter] ?? letter);
}

const isPlain = /^[\x20-\x7e\s]*$/;
