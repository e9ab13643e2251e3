import { lowerBound } from '#shared/ontology/lower-bound.ts';
import { stemWord } from '#shared/ontology/search-words.ts';
import type { TermSearchIndex } from '#shared/ontology/term-search-index.ts';
import { letterBits, missingLetters, typoDistance } from '#shared/ontology/typo-distance.ts';

/** The words of all names, looked up in the ways in which people type them. Words are numbered in alphabetical order. */
export interface SearchVocabulary {
  /** Number of the word, or −1. */
  readonly find: (word: string) => number;
  /** Words that differ from this one only by inflection, itself included where it is one. */
  readonly withStemOf: (word: string) => readonly number[];
  readonly beginningWith: (beginning: string) => readonly number[];
  /** Every word within `limit` edits, wherever they are: also in the first letter. */
  readonly similarTo: (word: string, limit: number, report: (found: number, whole: number, beginning: number) => void) => void;
  readonly textOf: (word: number) => string;
  readonly lengthOf: (word: number) => number;
}

export function createSearchVocabulary(index: TermSearchIndex): SearchVocabulary {
  const words = unpack(index.wordStart, index.wordText);
  const stems = unpack(index.stemStart, index.stemText);
  const find = (word: string): number => {
    const at = lowerBound(words, word);
    return words[at] === word ? at : -1;
  };
  return {
    find,
    withStemOf: (word) => {
      const stem = stemWord(word);
      const at = lowerBound(stems, stem);
      return stems[at] === stem ? [...index.stemWord.subarray(index.stemWordStart[at] ?? 0, index.stemWordStart[at + 1] ?? 0)] : [];
    },
    beginningWith: (beginning) => {
      const found: number[] = [];
      for (let at = lowerBound(words, beginning); words[at]?.startsWith(beginning) === true; at++) found.push(at);
      return found;
    },
    similarTo: (word, limit, report) => {
      const bits = letterBits(word);
      for (let at = 0; at < words.length; at++) {
        const candidate = words[at] ?? '';
        if (candidate.length < word.length - limit || missingLetters(bits, index.wordLetters[at] ?? 0) > limit) continue;
        const distance = typoDistance(word, candidate, limit);
        if (distance.beginning <= limit) report(at, distance.whole, distance.beginning);
      }
    },
    textOf: (word) => words[word] ?? '',
    lengthOf: (word) => (words[word] ?? ' ').length,
  };
}

function unpack(start: Uint32Array, text: Uint16Array): string[] {
  const texts: string[] = [];
  for (let at = 0; at + 1 < start.length; at++) texts.push(String.fromCharCode(...text.subarray(start[at] ?? 0, start[at + 1] ?? 0)));
  return texts;
}
