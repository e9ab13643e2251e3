/** Longer ones, such as keys and links, are compared by their beginning. */
const longestWord = 40;

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i' };

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
function foldText(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[ßæœøđðþłħŧı]/g, (letter) => plainLetters[letter] ?? letter);
}
