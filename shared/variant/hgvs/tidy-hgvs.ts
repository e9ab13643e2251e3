/** A text without what a letter, a table or a word processor put into it, and where each remaining character stood. */
export interface TidyText {
  readonly text: string;
  readonly origins: readonly number[];
  /** What was changed, with its place in the text as given, 0-based. */
  readonly changes: readonly { readonly message: string; readonly at: number }[];
}

/** Characters that stand for another one: typographic dashes, arrows, primes, full-width forms. */
const standIns: ReadonlyMap<string, string> = new Map([
  ...['‐', '‑', '‒', '–', '—', '−', '﹣', '－'].map((dash) => [dash, '-'] as const),
  ...['→', '➔', '➝', '⟶', '›', '＞', '⇒'].map((arrow) => [arrow, '>'] as const),
  ...['∗', '＊', '⁎', '✱'].map((star) => [star, '*'] as const),
  ...['＿', '‗'].map((line) => [line, '_'] as const),
  ...['：', '﹕'].map((colon) => [colon, ':'] as const),
  ...['（'].map((parenthesis) => [parenthesis, '('] as const),
  ...['）'].map((parenthesis) => [parenthesis, ')'] as const),
]);
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/;

/** Takes out white space and invisible characters and puts plain ones for typographic ones. A description of a variant has none of them. */
export function tidyHgvs(given: string): TidyText {
  const kept: string[] = [];
  const origins: number[] = [];
  const changes: { message: string; at: number }[] = [];
  const first = given.length - given.trimStart().length;
  const last = given.trimEnd().length;
  for (let at = first; at < last; at += 1) {
    const character = given.charAt(at);
    if (/\s/.test(character) || invisible.test(character)) {
      if (changes.at(-1)?.message !== spaceWords) changes.push({ message: spaceWords, at });
      continue;
    }
    const standIn = standIns.get(character);
    if (standIn !== undefined) changes.push({ message: `${character} was read as ${standIn}`, at });
    kept.push(standIn ?? character);
    origins.push(at);
  }
  const arrows = joinArrows(kept, origins);
  return { ...arrows, changes };
}

/** The text with plain characters for typographic ones, each in its place. */
export function plainCharacters(text: string): string {
  return [...text].map((character) => standIns.get(character) ?? character).join('');
}

const spaceWords = 'spaces were taken out';

/** `->` and `=>` are arrows drawn with two characters. */
function joinArrows(kept: readonly string[], origins: readonly number[]): { readonly text: string; readonly origins: readonly number[] } {
  const isShaft = (index: number): boolean => (kept[index] === '-' || kept[index] === '=') && kept[index + 1] === '>';
  const left = kept.map((_, index) => index).filter((index) => !isShaft(index));
  return { text: left.map((index) => kept[index]).join(''), origins: left.map((index) => origins[index] ?? 0) };
}
