/** How far a typed word is from a word of the vocabulary. */
export interface TypoDistance {
  /** From the typed word to the whole word. */
  readonly whole: number;
  /** From the typed word to the nearest beginning of the word, for a word that is still being typed. */
  readonly beginning: number;
}

const longest = 64;
const rows = [new Uint8Array(longest + 1), new Uint8Array(longest + 1), new Uint8Array(longest + 1)] as const;

/**
 * Edits (insert, leave out, replace, swap neighbours) between a typed word and a word, in the restricted form in which no letter is
 * edited twice. Values above `limit` are reported as `limit + 1`.
 * Source: Damerau 1964, doi:10.1145/363958.363994; Levenshtein 1966.
 */
export function typoDistance(typed: string, word: string, limit: number): TypoDistance {
  const over = limit + 1;
  const typedLength = Math.min(typed.length, longest);
  const wordLength = Math.min(word.length, longest, typedLength + over);
  const isCut = wordLength < word.length;
  let [beforeLast, last, current]: [Uint8Array, Uint8Array, Uint8Array] = [rows[0], rows[1], rows[2]];
  for (let j = 0; j <= wordLength; j++) last[j] = Math.min(j, over);
  for (let i = 1; i <= typedLength; i++) {
    current[0] = Math.min(i, over);
    let least = current[0];
    const letter = typed.charCodeAt(i - 1);
    for (let j = 1; j <= wordLength; j++) {
      const other = word.charCodeAt(j - 1);
      let cost = Math.min((last[j - 1] ?? 0) + (letter === other ? 0 : 1), (last[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      current[j] = Math.min(cost, over);
      least = Math.min(least, cost);
    }
    // A row is at most one dearer than the one above it, so a swap, which reaches back two rows for one edit, cannot mend a hopeless row.
    if (least > limit) return { whole: over, beginning: over };
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  let beginning = over;
  for (let j = 0; j <= wordLength; j++) beginning = Math.min(beginning, last[j] ?? over);
  return { whole: isCut ? over : (last[wordLength] ?? over), beginning };
}

/** One bit a letter (a to z, one for all digits, one for everything else): a quick test before the distance is computed. */
export function letterBits(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    bits |= code >= 97 && code <= 122 ? 1 << (code - 97) : code >= 48 && code <= 57 ? 1 << 26 : 1 << 27;
  }
  return bits;
}

/** Letters of the typed word that the other word lacks; an edit accounts for at most one of them. */
export function missingLetters(typedBits: number, wordBits: number): number {
  let left = typedBits & ~wordBits;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count++;
  }
  return count;
}
