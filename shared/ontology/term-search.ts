import { everydayEquivalents } from '#shared/ontology/lay-phrases.ts';
import { lowerBound } from '#shared/ontology/lower-bound.ts';
import { readIdQuery, type IdQuery } from '#shared/ontology/term-id-query.ts';
import { nameKinds, type NameKind, type TermSearchIndex } from '#shared/ontology/term-search-index.ts';
import { createSearchVocabulary, type SearchVocabulary } from '#shared/ontology/search-vocabulary.ts';
import { createNameMatcher, type QueryWord, type WordMatch } from '#shared/ontology/name-matcher.ts';
import { foldSpelling, splitIntoWords } from '#shared/ontology/search-words.ts';
import { termIdOfNumber } from '#shared/ontology/term-id.ts';

/** A term found by a search, with the words by which it was found. */
export interface TermMatch {
  readonly id: string;
  readonly label: string;
  readonly matchedText: string;
  readonly matchedBy: 'id' | 'label' | 'synonym' | 'layperson';
  /** The query as it was read, where it was corrected for a typo. */
  readonly readAs: string | null;
  readonly isPhenotype: boolean;
}

/** Best first. An empty or meaningless text finds nothing. */
export type TermSearch = (text: string, limit: number) => readonly TermMatch[];

/** More words than this are not needed to find a term, and long pasted text must not slow the search down. */
const mostWords = 8;
const matchedByOf: Readonly<Record<NameKind, TermMatch['matchedBy']>> = { label: 'label', layperson: 'layperson', synonym: 'synonym', phrase: 'layperson', 'other-layperson': 'layperson', 'other-synonym': 'synonym' };

/**
 * How well a word of the vocabulary answers a typed word, 0 to 1. Chosen by hand and pinned by the searches in the tests: what matters
 * is only their order.
 */
const quality = { same: 1, sameStem: 0.96, everyday: 0.88, beginning: 0.7, oneTypo: 0.55, twoTypos: 0.4, typoInBeginning: 0.12 } as const;

/** A search over one release. Keeps working memory between calls, so one search at a time. */
export function createTermSearch(index: TermSearchIndex): TermSearch {
  const vocabulary = createSearchVocabulary(index);
  const matchNames = createNameMatcher(index);
  return (text, limit) => {
    const idQuery = readIdQuery(text);
    if (idQuery !== null) return findById(index, idQuery, limit);
    const words = splitIntoWords(text).slice(0, mostWords);
    if (words.length === 0 || limit < 1) return [];
    const isOpen = !/[\s,;.]$/.test(text);
    const typed = words.map((word, position) => ({ word, isOpen: isOpen && position === words.length - 1 }));
    const plain = typed.map((entry) => readPlainly(vocabulary, entry.word, entry.isOpen));
    let found = matchNames(plain, limit, false);
    let readAs: string | null = null;
    if (found.length === 0) {
      const corrected = plain.map((query, position) => (query.matches.some((match) => match.quality >= quality.sameStem) ? query : withTypos(vocabulary, query, typed[position]?.word ?? '', typed[position]?.isOpen ?? false)));
      found = matchNames(corrected, limit, false);
      if (found.length === 0) found = matchNames(corrected, limit, true);
      readAs = describeCorrection(vocabulary, words, corrected, found[0]?.wordOf);
    }
    return found.map(({ name, term }) => ({
      id: termIdOfNumber(index.termNumber[term] ?? 0),
      label: textOf(index, index.termLabelName[term] ?? 0),
      matchedText: textOf(index, name),
      matchedBy: matchedByOf[nameKinds[index.nameKind[name] ?? 0] ?? 'label'],
      readAs,
      isPhenotype: index.termIsPhenotype[term] === 1,
    }));
  };
}

/** Without correction: the word itself, other inflections, everyday equivalents, and words that begin with it. */
function readPlainly(vocabulary: SearchVocabulary, word: string, isOpen: boolean): QueryWord {
  const matches = new Map<number, number>();
  const keep = (found: number, value: number): void => {
    if (value > (matches.get(found) ?? 0)) matches.set(found, value);
  };
  const keepWhole = (whole: string, same: number, stem: number): void => {
    const exact = vocabulary.find(whole);
    if (exact !== -1) keep(exact, same);
    for (const found of vocabulary.withStemOf(whole)) keep(found, stem);
  };
  keepWhole(word, quality.same, quality.sameStem);
  for (const equivalent of everydayEquivalents(word)) keepWhole(foldSpelling(equivalent), quality.everyday, quality.everyday - 0.02);
  // Fewer than three letters in the middle of a query are a word of their own; at its end they are still being typed.
  if (isOpen || word.length >= 3) {
    for (const beginning of beginningsOf(word)) {
      vocabulary.beginningWith(beginning).forEach((found) => keep(found, (quality.beginning + (0.2 * word.length) / vocabulary.lengthOf(found)) * (isOpen ? 1 : 0.9)));
    }
  }
  return { matches: byQuality(matches), hasTypo: false };
}

/** A British word that is still being typed (`colou`) is not yet recognised as one, so its American beginning is tried too. */
function beginningsOf(word: string): string[] {
  return word.endsWith('ou') && word.length > 3 ? [word, word.slice(0, -1)] : [word];
}

function withTypos(vocabulary: SearchVocabulary, query: QueryWord, word: string, isOpen: boolean): QueryWord {
  const limit = word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0;
  if (limit === 0) return query;
  const matches = new Map(query.matches.map((match) => [match.word, match.quality]));
  vocabulary.similarTo(word, limit, (found, whole, beginning) => {
    const wholeQuality = whole > limit ? 0 : whole <= 1 ? quality.oneTypo : quality.twoTypos;
    // With two edits the beginning of almost any long word could be meant.
    const beginningQuality = isOpen && beginning <= 1 ? quality.oneTypo - quality.typoInBeginning : 0;
    const value = Math.max(wholeQuality, beginningQuality);
    if (value > (matches.get(found) ?? 0)) matches.set(found, value);
  });
  return { matches: byQuality(matches), hasTypo: matches.size > query.matches.length };
}

const byQuality = (matches: ReadonlyMap<number, number>): WordMatch[] => [...matches].map(([word, value]) => ({ word, quality: value })).sort((a, b) => b.quality - a.quality);

/** The query with its corrected words in place, or null where the best name needed no correction. */
function describeCorrection(vocabulary: SearchVocabulary, words: readonly string[], corrected: readonly QueryWord[], wordOf: readonly number[] | undefined): string | null {
  if (wordOf === undefined) return null;
  const read = words.map((word, position) => {
    const found = wordOf[position] ?? -1;
    return found !== -1 && corrected[position]?.hasTypo === true ? vocabulary.textOf(found) : word;
  });
  return read.some((word, position) => word !== words[position]) ? read.join(' ') : null;
}

function findById(index: TermSearchIndex, query: IdQuery, limit: number): TermMatch[] {
  const hit = (term: number, matchedId: number): TermMatch => ({
    id: termIdOfNumber(index.termNumber[term] ?? 0),
    label: textOf(index, index.termLabelName[term] ?? 0),
    matchedText: termIdOfNumber(matchedId),
    matchedBy: 'id',
    readAs: null,
    isPhenotype: index.termIsPhenotype[term] === 1,
  });
  const hits: TermMatch[] = [];
  for (let term = lowerBound(index.termNumber, query.first); hits.length < limit && (index.termNumber[term] ?? Infinity) <= query.last; term++) hits.push(hit(term, index.termNumber[term] ?? 0));
  for (let at = lowerBound(index.retiredNumber, query.first); hits.length < limit && (index.retiredNumber[at] ?? Infinity) <= query.last; at++) hits.push(hit(index.retiredTerm[at] ?? 0, index.retiredNumber[at] ?? 0));
  return hits;
}

function textOf(index: TermSearchIndex, name: number): string {
  return String.fromCharCode(...index.nameText.subarray(index.nameStart[name] ?? 0, index.nameStart[name + 1] ?? 0));
}
