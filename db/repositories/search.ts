import type { Connection } from '#db/connection.ts';
import { createPieceReader, partsPerCase, type PieceReader, type SearchPiece } from '#db/search/search-index.ts';
import { indexedParts, type IndexedPart } from '#db/search/search-sources.ts';
import { foldText, holdsWord, placedWords, searchWords } from '#db/search/search-words.ts';
import { searchParts, type FoundCase, type SearchHit, type SearchPart } from '#shared/contract/search-procedures.ts';

export interface SearchQuestion {
  /** Every word of it has to occur. */
  readonly text: string;
  /** Every word of it has to occur among the clinicians who take part. */
  readonly clinician: string;
  /** How many cases are told with where the words stand. */
  readonly limit: number;
}

export interface SearchAnswer {
  /** All that were found, the best first. */
  readonly caseIds: readonly string[];
  readonly found: readonly FoundCase[];
}

export interface SearchReader {
  readonly find: (question: SearchQuestion) => SearchAnswer;
}

/** More words tell nothing more and would only cost time. */
const mostWords = 8;
/** Texts shown of one case. */
const hitsPerCase = 3;

export function createSearchReader(database: Connection): SearchReader {
  const rowsWith = database.prepare<[string], number>('SELECT rowid FROM search_text WHERE search_text MATCH ?').pluck();
  const byChange = database.prepare<[], { readonly number: number; readonly case_id: string }>('SELECT number, case_id FROM case_record JOIN search_case ON search_case.case_id = case_record.id ORDER BY changed_at DESC, case_record.id DESC');
  const named = database.prepare<[string], { readonly reference: string; readonly name: string }>(
    "SELECT case_record.reference, trim(given_name || ' ' || family_name) AS name FROM case_record LEFT JOIN person ON person.case_id = case_record.id AND is_proband = 1 WHERE case_record.id = ?",
  );
  const readPieces = createPieceReader(database);
  const occurrences = (words: readonly string[]): readonly Occurrences[] => words.map((word) => occurrencesOf(rowsWith.all(expressionOf(word))));

  return {
    find: ({ text, clinician, limit }) => {
      const words = [...new Set(searchWords(text))].slice(0, mostWords);
      const clinicianWords = [...new Set(searchWords(clinician))].slice(0, mostWords);
      if (words.length === 0 && clinicianWords.length === 0) return { caseIds: [], found: [] };
      const matched = intersection([...occurrences(words).map(withoutClinicians), ...occurrences(clinicianWords).map(cliniciansOnly)]);
      // A case has a better place the closer its words stand together; the last changed one goes first among equals.
      const places: MatchedCase[][] = [[], [], []];
      for (const { number, case_id } of byChange.all()) {
        const masks = matched.get(number);
        if (masks !== undefined) places[placeOf(masks)]?.push({ caseId: case_id, parts: masks.reduce((all, mask) => all | mask, 0) });
      }
      const ordered = places.flat();
      const found = ordered.slice(0, limit).map(({ caseId, parts }): FoundCase => {
        const { reference, name } = named.get(caseId) ?? { reference: '', name: '' };
        return { caseId, reference, probandName: name, hits: words.length === 0 ? [] : hitsOf(readPieces, caseId, parts, words) };
      });
      return { caseIds: ordered.map(({ caseId }) => caseId), found };
    },
  };
}

interface MatchedCase {
  readonly caseId: string;
  /** Bits of the parts in which any of the words stands. */
  readonly parts: number;
}

/** Per number of a case, bits of the parts in which one word stands. */
type Occurrences = ReadonlyMap<number, number>;

/** A single letter begins nearly everything: it has to be the whole word. Quoted, so that nothing typed is read as an operator. */
const expressionOf = (word: string): string => (word.length === 1 ? `"${word}"` : `"${word}"*`);

function occurrencesOf(rows: readonly number[]): Occurrences {
  const parts = new Map<number, number>();
  for (const row of rows) {
    const number = Math.floor(row / partsPerCase);
    parts.set(number, (parts.get(number) ?? 0) | (1 << row % partsPerCase));
  }
  return parts;
}

const bitOf = (part: IndexedPart): number => 1 << indexedParts.indexOf(part);
const clinicianBit = bitOf('clinicians');
const nameBit = bitOf('names');

const withoutClinicians = (found: Occurrences): Occurrences => keeping(found, ~clinicianBit);
const cliniciansOnly = (found: Occurrences): Occurrences => keeping(found, clinicianBit);

function keeping(found: Occurrences, bits: number): Occurrences {
  const kept = new Map<number, number>();
  for (const [number, mask] of found) if ((mask & bits) !== 0) kept.set(number, mask & bits);
  return kept;
}

/** Cases in which every word stands, with the parts of each word. */
function intersection(words: readonly Occurrences[]): ReadonlyMap<number, readonly number[]> {
  const [first, ...others] = [...words].sort((one, other) => one.size - other.size);
  const all = new Map<number, readonly number[]>();
  for (const [number, mask] of first ?? []) {
    const masks = [mask, ...others.map((other) => other.get(number) ?? 0)];
    if (!masks.includes(0)) all.set(number, masks);
  }
  return all;
}

/** 0: it is called so; 1: all words stand in one part; 2: here and there. */
function placeOf(masks: readonly number[]): 0 | 1 | 2 {
  if (masks.every((mask) => (mask & nameBit) !== 0)) return 0;
  return masks.reduce((common, mask) => common & mask, -1) !== 0 ? 1 : 2;
}

/** The texts of a case in which most of the words stand, in the order of the parts. No more are read once enough hold all of them. */
function hitsOf(readPieces: PieceReader, caseId: string, parts: number, words: readonly string[]): readonly SearchHit[] {
  const rated: { readonly part: SearchPart; readonly piece: SearchPiece; readonly count: number }[] = [];
  let complete = 0;
  for (const part of searchParts) {
    if (complete >= hitsPerCase) break;
    if ((parts & bitOf(part)) === 0) continue;
    for (const piece of readPieces(caseId, part)) {
      const count = countIn(piece, words);
      if (count > 0) rated.push({ part, piece, count });
      if (count === words.length) complete += 1;
    }
  }
  return rated.sort((one, other) => other.count - one.count).slice(0, hitsPerCase).map(({ part, piece }) => hitOf(part, piece, words));
}

/** How many of the words stand in a text. */
function countIn({ text }: SearchPiece, words: readonly string[]): number {
  const folded = foldText(text);
  return words.filter((word) => folded.includes(word) && holdsWord(folded, word, word.length === 1)).length;
}

/** Characters shown of a text, and of what stands before the first word that was found. */
const shownLength = 160;
const shownBefore = 40;

function hitOf(part: SearchPart, { recordId, text }: SearchPiece, words: readonly string[]): SearchHit {
  const marks = placedWords(text).flatMap(({ word, start, end }) => (words.some((wanted) => (wanted.length > 1 ? word.startsWith(wanted) : word === wanted)) ? [[start, end] as const] : []));
  const first = marks[0]?.[0] ?? 0;
  const from = text.length <= shownLength || first <= shownBefore ? 0 : text.indexOf(' ', first - shownBefore) + 1 || first;
  const to = Math.min(text.length, from + shownLength);
  const lead = from === 0 ? '' : '… ';
  const shown = `${lead}${text.slice(from, to).replaceAll(/\s/g, ' ')}${to < text.length ? ' …' : ''}`;
  const moved = marks.flatMap(([start, end]): [number, number][] => (start >= from && end <= to ? [[start - from + lead.length, end - from + lead.length]] : []));
  // One word on the page may hold two that are compared.
  return { part, recordId, text: shown, marks: moved.filter(([start], position) => moved[position - 1]?.[0] !== start) };
}
