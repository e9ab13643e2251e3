import { typoDistance } from '#shared/ontology/typo-distance.ts';
import { rootOf, type Token } from '#shared/phenotype/text/text-words.ts';

/** Finds the word of the field that somebody meant to write. */
export interface SpellingBook {
  /** Undefined where no word, or more than one, is that near. */
  readonly nearest: (word: string) => string | undefined;
}

/** Shorter words are near too many others. */
const shortest = 6;
/** `apneoa` has one letter more than what was meant. */
const shortestMeant = 5;
/** In words of at least this length two slips are taken for the same word. */
const longFrom = 10;

/** Everyday words a letter away from a word of the field, found by reading two million words of other prose. */
const everyday: ReadonlySet<string> = new Set(['artistic', 'aspiring', 'cancel', 'canceled', 'canceling', 'cancelled', 'cancelling', 'cancels', 'cooked', 'cooking', 'create', 'created', 'creates', 'creating', 'heading', 'leading', 'meteor', 'overhead', 'overheads', 'pending', 'rename', 'renamed', 'scary', 'strider', 'trevor', 'wanted', 'wanting']);

/** Of the words that stand in names. Words are near that become one by leaving out a letter of each, or of one of them. */
export function createSpellingBook(words: Iterable<string>): SpellingBook {
  const byPart = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < shortestMeant || !/^[a-z]+$/.test(word)) continue;
    for (const part of partsOf(word)) {
      const known = byPart.get(part);
      if (known === undefined) byPart.set(part, [word]);
      else known.push(word);
    }
  }
  return {
    nearest: (word) => {
      if (word.length < shortest || everyday.has(word) || !/^[a-z]+$/.test(word)) return undefined;
      const near = new Set<string>();
      for (const part of partsOf(word)) for (const known of byPart.get(part) ?? []) if (known[0] === word[0] && (word.length >= longFrom || isOneSlip(word, known))) near.add(known);
      const roots = new Set([...near].map(rootOf));
      if (roots.size === 1) return [...near][0];
      const once = [...near].filter((known) => isOneSlip(word, known));
      return new Set(once.map(rootOf)).size === 1 ? once[0] : undefined;
    },
  };
}

/** Tokens whose root no name holds get the root of the word that was meant. Names of people, inside a sentence in capitals, are left. */
export function withMeantRoots(tokens: readonly Token[], isKnown: (token: Token) => boolean, book: SpellingBook): readonly Token[] {
  const meant = new Map<string, string | undefined>();
  return tokens.map((token, at) => {
    if (token.root === '' || token.word.length < shortest || isKnown(token)) return token;
    const startsSentence = at === 0 || /^[.:;!?]$/.test(tokens[at - 1]?.raw ?? '') || token.gap === 'line' || token.gap === 'paragraph';
    if (!startsSentence && /^\p{Lu}/u.test(token.raw)) return token;
    if (!meant.has(token.word)) meant.set(token.word, book.nearest(token.word));
    const word = meant.get(token.word);
    return word === undefined ? token : { ...token, root: rootOf(word) };
  });
}

function partsOf(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** One letter more, less, other, or two neighbours changed about. */
const isOneSlip = (a: string, b: string): boolean => typoDistance(a, b, 1).whole <= 1;
