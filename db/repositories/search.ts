import type { Connection } from '#db/connection.ts';
import { createWaitingReader } from '#db/search/gather-words.ts';
import { createPieceReader, partsPerCase, type PieceReader, type SearchPiece } from '#db/search/search-index.ts';
import { indexedParts, type IndexedPart } from '#db/search/search-sources.ts';
import { foldText, holdsWord, placedWords, searchWords } from '#db/search/search-words.ts';
import { searchParts, type FoundCase, type SearchHit, type SearchPart } from '#shared/contract/search-procedures.ts';

export interface SearchQuestion {
  /** Every word of it has to occur. */
  readonly text: string;
  /** Every word of it has to occur among the clinicians who take part. */
  readonly clinician: string;
  /** The one case that is asked about; null: all. */
  readonly within: string | null;
  /** How many cases are told with where the words stand. */
  readonly limit: number;
}

export interface SearchAnswer {
  /** All that were found, the best first. */
  readonly caseIds: readonly string[];
  readonly found: readonly FoundCase[];
  /** Cases whose words are not gathered yet, so that they cannot be found. */
  readonly waitingCount: number;
}

export interface SearchReader {
  readonly find: (question: SearchQuestion) => SearchAnswer;
}

/** More words tell nothing more and would only cost time. */
const mostWords = 8;
/** Texts shown of one case. */
const hitsPerCase = 3;

export function createSearchReader(database: Connection): SearchReader {
  // One text instead of fifty thousand rows, which takes half the time.
  const rowsWith = database.prepare<[string], string>('SELECT json_group_array(rowid) FROM search_text WHERE search_text MATCH ?').pluck();
  const numbered = database.prepare<[], readonly [number: number, caseId: string]>('SELECT number, case_id FROM search_case').raw();
  const numberedOne = database.prepare<[string], readonly [number: number, caseId: string]>('SELECT number, case_id FROM search_case WHERE case_id = ?').raw();
  const named = database.prepare<[string], { readonly reference: string; readonly name: string }>(
    "SELECT case_record.reference, trim(given_name || ' ' || family_name) AS name FROM case_record LEFT JOIN person ON person.case_id = case_record.id AND is_proband = 1 WHERE case_record.id = ?",
  );
  const readPieces = createPieceReader(database);
  const lastChanged = createOrder(database);
  const countWaiting = createWaitingReader(database);
  const expressionOf = createExpressions(database);
  const occurrences = (word: string): Occurrences => occurrencesOf(JSON.parse(rowsWith.get(expressionOf(word)) ?? '[]') as readonly number[]);

  return {
    find: ({ text, clinician, within, limit }) => {
      const words = [...new Set(searchWords(text))].slice(0, mostWords);
      const clinicianWords = [...new Set(searchWords(clinician))].slice(0, mostWords);
      if (words.length === 0 && clinicianWords.length === 0) return { caseIds: [], found: [], waitingCount: 0 };
      const wanted = [...words.map((word) => ({ word, bits: ~clinicianBit })), ...clinicianWords.map((word) => ({ word, bits: clinicianBit }))];
      const matched = matchedCases(wanted.map(({ word, bits }) => ({ found: occurrences(word), bits })), within === null ? numbered.all() : numberedOne.all(within));
      const first = lastChanged(matched, limit);
      const found = first.map(({ caseId, parts }): FoundCase => {
        const { reference, name } = named.get(caseId) ?? { reference: '', name: '' };
        return { caseId, reference, probandName: name, hits: words.length === 0 ? [] : hitsOf(readPieces, caseId, parts, words) };
      });
      return { caseIds: matched.map(({ caseId }) => caseId), found, waitingCount: countWaiting() };
    },
  };
}

interface MatchedCase {
  readonly caseId: string;
  /** 0: it is called so; 1: all words stand in one part; 2: here and there. */
  readonly place: 0 | 1 | 2;
  /** Bits of the parts in which any of the words stands. */
  readonly parts: number;
}

/** At the number of a case, bits of the parts in which one word stands. */
type Occurrences = Uint32Array;

/** Beginnings of up to so many letters stand in an index of their own. */
const longestIndexedBeginning = 3;

/**
 * What the index is asked for a word or the beginning of one. A single letter begins nearly everything: it has to be the whole word. Where only one word begins so it
 * is asked for as a whole, which takes a third of the time. Quoted, so that nothing typed is read as an operator.
 */
function createExpressions(database: Connection): (word: string) => string {
  // Of this connection alone, like all that is temporary: it reads the words from the index and keeps nothing.
  database.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab (main, search_text, row)');
  const begun = database.prepare<[from: string, to: string], string>('SELECT term FROM temp.search_word WHERE term >= ? AND term < ? LIMIT 2').pluck();
  return (word) => {
    if (word.length === 1) return `"${word}"`;
    const [only, other] = word.length <= longestIndexedBeginning ? [] : begun.all(word, `${word}\u{10ffff}`);
    return only === undefined || other !== undefined ? `"${word}"*` : `"${only}"`;
  };
}

function occurrencesOf(rows: readonly number[]): Occurrences {
  const parts = new Uint32Array(Math.floor((rows.at(-1) ?? 0) / partsPerCase) + 1);
  for (const row of rows) {
    const number = Math.floor(row / partsPerCase);
    parts[number] = (parts[number] ?? 0) | (1 << row % partsPerCase);
  }
  return parts;
}

const bitOf = (part: IndexedPart): number => 1 << indexedParts.indexOf(part);
const clinicianBit = bitOf('clinicians');
const nameBit = bitOf('names');

/** Cases in which every word stands in one of the parts that it is wanted in. */
function matchedCases(words: readonly { readonly found: Occurrences; readonly bits: number }[], cases: readonly (readonly [number: number, caseId: string])[]): readonly MatchedCase[] {
  const matched: MatchedCase[] = [];
  for (const [number, caseId] of cases) {
    let common = -1;
    let all = 0;
    let isEverywhere = true;
    for (const { found, bits } of words) {
      const mask = (found[number] ?? 0) & bits;
      if (mask === 0) isEverywhere = false;
      common &= mask;
      all |= mask;
    }
    if (isEverywhere) matched.push({ caseId, place: (common & nameBit) !== 0 ? 0 : common !== 0 ? 1 : 2, parts: all });
  }
  return matched;
}

/** So few cases are asked for their last change one by one; of more, the last changed are looked through until enough are among them. */
const fewCases = 200;

/** The first of the matched cases: the closer their words stand together the better, and the last changed first among equals. */
function createOrder(database: Connection): (matched: readonly MatchedCase[], limit: number) => readonly MatchedCase[] {
  const changedAt = database.prepare<[string], string>('SELECT changed_at FROM case_record WHERE id = ?').pluck();
  const byChange = database.prepare<[], string>('SELECT id FROM case_record ORDER BY changed_at DESC, id DESC').pluck();
  return (matched, limit) => {
    const first: MatchedCase[] = [];
    for (const place of [0, 1, 2] as const) {
      const group = matched.filter((one) => one.place === place);
      if (group.length <= fewCases) {
        const dated = group.map((one) => ({ one, at: `${changedAt.get(one.caseId) ?? ''} ${one.caseId}` })).sort((left, right) => (left.at < right.at ? 1 : -1));
        first.push(...dated.slice(0, limit - first.length).map(({ one }) => one));
        continue;
      }
      const wanted = new Map(group.map((one) => [one.caseId, one]));
      for (const caseId of first.length < limit ? byChange.iterate() : []) {
        const one = wanted.get(caseId);
        if (one !== undefined) first.push(one);
        if (first.length >= limit) break;
      }
    }
    return first;
  };
}

/** The texts of a case in which most of the words stand, in the order of the parts. No more are read once every word is shown. */
function hitsOf(readPieces: PieceReader, caseId: string, parts: number, words: readonly string[]): readonly SearchHit[] {
  const rated: { readonly part: SearchPart; readonly piece: SearchPiece; readonly count: number }[] = [];
  const missing = new Set(words);
  for (const part of searchParts) {
    if (missing.size === 0 && rated.length >= hitsPerCase) break;
    if ((parts & bitOf(part)) === 0) continue;
    for (const piece of readPieces(caseId, part)) {
      const present = wordsIn(piece, words);
      if (present.length > 0) rated.push({ part, piece, count: present.length });
      for (const word of present) missing.delete(word);
    }
  }
  return rated.sort((one, other) => other.count - one.count).slice(0, hitsPerCase).map(({ part, piece }) => hitOf(part, piece, words));
}

function wordsIn({ text }: SearchPiece, words: readonly string[]): readonly string[] {
  const folded = foldText(text);
  return words.filter((word) => holdsWord(folded, word, word.length === 1));
}

/** Characters shown of a text, and of what stands before the first word that was found. */
const shownLength = 160;
const shownBefore = 40;

function hitOf(part: SearchPart, { recordId, personId, text }: SearchPiece, words: readonly string[]): SearchHit {
  const marks = placedWords(text).flatMap(({ word, start, end }) => (words.some((wanted) => (wanted.length > 1 ? word.startsWith(wanted) : word === wanted)) ? [[start, end] as const] : []));
  const first = marks[0]?.[0] ?? 0;
  const from = text.length <= shownLength || first <= shownBefore ? 0 : text.indexOf(' ', first - shownBefore) + 1 || first;
  const to = Math.min(text.length, from + shownLength);
  const lead = from === 0 ? '' : '… ';
  const shown = `${lead}${text.slice(from, to).replaceAll(/\s/g, ' ')}${to < text.length ? ' …' : ''}`;
  const moved = marks.flatMap(([start, end]): [number, number][] => (start >= from && end <= to ? [[start - from + lead.length, end - from + lead.length]] : []));
  // One word on the page may hold two that are compared.
  return { part, recordId, personId, text: shown, marks: moved.filter(([start], position) => moved[position - 1]?.[0] !== start) };
}
