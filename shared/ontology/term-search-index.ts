import { splitIntoWords, stemWord } from '#shared/ontology/search-words.ts';
import { termNumber } from '#shared/ontology/term-id.ts';
import type { Synonym } from '#shared/ontology/term.ts';
import { letterBits } from '#shared/ontology/typo-distance.ts';

/** What the search needs to know of a term. */
export interface SearchableTerm {
  readonly id: string;
  readonly label: string;
  readonly synonyms: readonly Synonym[];
  readonly isPhenotype: boolean;
  /** Diseases annotated with the term or a narrower one; more common terms come first. */
  readonly diseaseCount: number;
}

/** What kind of name a term was found by; the position in this list is stored. */
export const nameKinds = ['label', 'layperson', 'synonym', 'phrase', 'other-layperson', 'other-synonym'] as const;
export type NameKind = (typeof nameKinds)[number];

/**
 * All names of all terms, packed: words by number in alphabetical order, names by number, terms by number. Lists of lists lie end
 * to end; the list of item i is the range `start[i]` to `start[i + 1]`. Texts are UTF-16 units laid end to end in the same way.
 */
export interface TermSearchIndex {
  readonly wordStart: Uint32Array;
  readonly wordText: Uint16Array;
  readonly wordLetters: Uint32Array;
  readonly wordStem: Uint32Array;
  readonly stemStart: Uint32Array;
  readonly stemText: Uint16Array;
  readonly stemWordStart: Uint32Array;
  readonly stemWord: Uint32Array;
  /** Per word the names that hold it. */
  readonly postingStart: Uint32Array;
  readonly postingName: Uint32Array;
  /** Per name its words in order. */
  readonly nameWordStart: Uint32Array;
  readonly nameWord: Uint32Array;
  readonly nameTerm: Uint32Array;
  readonly nameKind: Uint8Array;
  readonly nameStart: Uint32Array;
  readonly nameText: Uint16Array;
  /** Numbers of the terms, ascending: 1250 for HP:0001250. */
  readonly termNumber: Uint32Array;
  readonly termIsPhenotype: Uint8Array;
  readonly termDiseaseCount: Uint32Array;
  /** The first name of each term is its label. */
  readonly termLabelName: Uint32Array;
  /** Merged and replaced ids, ascending, and the term that stands for each. */
  readonly retiredNumber: Uint32Array;
  readonly retiredTerm: Uint32Array;
}

export interface SearchIndexSource {
  readonly terms: readonly SearchableTerm[];
  readonly retired: readonly { readonly id: string; readonly liveId: string | null }[];
  /** Everyday words that the ontology lacks. Those of terms that are not there are left out. */
  readonly phrases: readonly { readonly text: string; readonly termId: string }[];
}

interface Name {
  readonly text: string;
  readonly term: number;
  readonly kind: NameKind;
}

export function buildTermSearchIndex(source: SearchIndexSource): TermSearchIndex {
  const terms = [...source.terms].sort((a, b) => termNumber(a.id) - termNumber(b.id));
  const positionOf = new Map(terms.map((term, position) => [term.id, position]));
  const names = listNames(terms, positionOf, source.phrases);
  const wordsOfName = names.map((name) => splitIntoWords(name.text));
  const words = [...new Set(wordsOfName.flat())].sort();
  const wordNumber = new Map(words.map((word, number) => [word, number]));
  const nameWords = wordsOfName.map((list) => list.map((word) => wordNumber.get(word) ?? 0));
  const postings: number[][] = words.map(() => []);
  nameWords.forEach((list, name) => new Set(list).forEach((word) => postings[word]?.push(name)));
  const { stems, wordStem, wordsOfStem } = groupByStem(words);
  const labelName = new Uint32Array(terms.length);
  names.forEach((name, number) => {
    if (name.kind === 'label') labelName[name.term] = number;
  });
  const retired = listRetired(source.retired, positionOf);

  const [wordStart, wordText] = packTexts(words);
  const [stemStart, stemText] = packTexts(stems);
  const [nameStart, nameText] = packTexts(names.map((name) => name.text));
  const [postingStart, postingName] = packLists(postings);
  const [nameWordStart, nameWord] = packLists(nameWords);
  const [stemWordStart, stemWords] = packLists(wordsOfStem);
  return {
    wordStart,
    wordText,
    wordLetters: Uint32Array.from(words, letterBits),
    wordStem: Uint32Array.from(wordStem),
    stemStart,
    stemText,
    stemWordStart,
    stemWord: stemWords,
    postingStart,
    postingName,
    nameWordStart,
    nameWord,
    nameTerm: Uint32Array.from(names, (name) => name.term),
    nameKind: Uint8Array.from(names, (name) => nameKinds.indexOf(name.kind)),
    nameStart,
    nameText,
    termNumber: Uint32Array.from(terms, (term) => termNumber(term.id)),
    termIsPhenotype: Uint8Array.from(terms, (term) => (term.isPhenotype ? 1 : 0)),
    termDiseaseCount: Uint32Array.from(terms, (term) => term.diseaseCount),
    termLabelName: labelName,
    retiredNumber: Uint32Array.from(retired, (entry) => entry.number),
    retiredTerm: Uint32Array.from(retired, (entry) => entry.term),
  };
}

function listNames(terms: readonly SearchableTerm[], positionOf: ReadonlyMap<string, number>, phrases: SearchIndexSource['phrases']): Name[] {
  const names: Name[] = [];
  terms.forEach((term, position) => {
    names.push({ text: term.label, term: position, kind: 'label' });
    const seen = new Set<string>();
    for (const synonym of term.synonyms) {
      if (seen.has(synonym.text)) continue;
      seen.add(synonym.text);
      names.push({ text: synonym.text, term: position, kind: kindOf(synonym) });
    }
  });
  for (const phrase of phrases) {
    const position = positionOf.get(phrase.termId);
    const isKnown = position !== undefined && terms[position]?.synonyms.some((synonym) => synonym.text === phrase.text);
    if (position !== undefined && isKnown !== true) names.push({ text: phrase.text, term: position, kind: 'phrase' });
  }
  return names;
}

function groupByStem(words: readonly string[]): { readonly stems: readonly string[]; readonly wordStem: readonly number[]; readonly wordsOfStem: readonly (readonly number[])[] } {
  const stemOfWord = words.map(stemWord);
  const stems = [...new Set(stemOfWord)].sort();
  const stemNumber = new Map(stems.map((stem, number) => [stem, number]));
  const wordStem = stemOfWord.map((stem) => stemNumber.get(stem) ?? 0);
  const wordsOfStem: number[][] = stems.map(() => []);
  wordStem.forEach((stem, word) => wordsOfStem[stem]?.push(word));
  return { stems, wordStem, wordsOfStem };
}

function listRetired(retired: SearchIndexSource['retired'], positionOf: ReadonlyMap<string, number>): { readonly number: number; readonly term: number }[] {
  return retired
    .flatMap(({ id, liveId }) => {
      const term = liveId === null ? undefined : positionOf.get(liveId);
      return term === undefined ? [] : [{ number: termNumber(id), term }];
    })
    .sort((a, b) => a.number - b.number);
}

function kindOf(synonym: Synonym): NameKind {
  if (synonym.scope === 'exact') return synonym.isLayperson ? 'layperson' : 'synonym';
  return synonym.isLayperson ? 'other-layperson' : 'other-synonym';
}

function packLists(lists: readonly (readonly number[])[]): [Uint32Array, Uint32Array] {
  const start = new Uint32Array(lists.length + 1);
  let total = 0;
  lists.forEach((list, index) => {
    total += list.length;
    start[index + 1] = total;
  });
  const values = new Uint32Array(total);
  lists.forEach((list, index) => values.set(list, start[index]));
  return [start, values];
}

function packTexts(texts: readonly string[]): [Uint32Array, Uint16Array] {
  const start = new Uint32Array(texts.length + 1);
  let total = 0;
  texts.forEach((text, index) => {
    total += text.length;
    start[index + 1] = total;
  });
  const units = new Uint16Array(total);
  let next = 0;
  for (const text of texts) for (let at = 0; at < text.length; at++) units[next++] = text.charCodeAt(at);
  return [start, units];
}
