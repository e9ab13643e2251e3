import { splitIntoWords } from '#shared/ontology/search-words.ts';
import { typoDistance } from '#shared/ontology/typo-distance.ts';

export interface NamedDisease {
  readonly id: string;
  readonly name: string;
  /** Symbols. */
  readonly genes: readonly string[];
  readonly inheritanceIds: readonly string[];
}

/** Diseases by words of their name, their id (OMIM:154700, 154700) or a gene, best first. */
export type DiseaseSearch = (text: string, limit: number) => readonly NamedDisease[];

interface Entry {
  readonly disease: NamedDisease;
  readonly words: readonly string[];
  readonly genes: readonly string[];
}

/** Takes the names apart once. A release has about 13,000, which are looked through anew with every letter in a few milliseconds. */
export function createDiseaseSearch(diseases: readonly NamedDisease[]): DiseaseSearch {
  const entries = diseases.map((disease): Entry => ({ disease, words: splitIntoWords(disease.name), genes: disease.genes.map((symbol) => symbol.toLowerCase()) }));
  return (text, limit) => {
    const id = text.trim().toLowerCase();
    const typed = splitIntoWords(text);
    if (typed.length === 0 || limit < 1) return [];
    const found = bestOf(entries, (entry) => (isCalled(entry.disease.id, id) ? 0 : placeOf(typed, entry)), limit);
    // Typing errors count only where nothing is written as it was typed.
    return found.length > 0 ? found : bestOf(entries, (entry) => (typed.every((word) => entry.words.some((other) => isNearly(word, other))) ? 0 : null), limit);
  };
}

function isCalled(diseaseId: string, id: string): boolean {
  const whole = diseaseId.toLowerCase();
  return whole === id || whole.slice(whole.indexOf(':') + 1) === id;
}

/** The name itself, its beginning, the beginnings of some of its words, a gene among the words; null where a word is nowhere. */
function placeOf(typed: readonly string[], { words, genes }: Entry): number | null {
  if (typed.every((word, at) => words[at]?.startsWith(word) === true)) return typed.length === words.length && typed.every((word, at) => words[at] === word) ? 1 : 2;
  if (typed.every((word) => words.some((other) => other.startsWith(word)))) return 3;
  return typed.every((word) => genes.includes(word) || words.some((other) => other.startsWith(word))) ? 4 : null;
}

/** In shorter words another letter makes another word. */
const shortestMistyped = 5;
const longWord = 9;

function isNearly(typed: string, word: string): boolean {
  const limit = typed.length < shortestMistyped ? 0 : typed.length < longWord ? 1 : 2;
  return typoDistance(typed, word, limit).beginning <= limit;
}

function bestOf(entries: readonly Entry[], place: (entry: Entry) => number | null, limit: number): readonly NamedDisease[] {
  const found = entries.flatMap((entry) => {
    const at = place(entry);
    return at === null ? [] : [{ entry, at }];
  });
  const sorted = found.toSorted((one, other) => one.at - other.at || one.entry.words.length - other.entry.words.length || compareNames(one.entry.disease.name, other.entry.disease.name) || (one.entry.disease.id < other.entry.disease.id ? -1 : 1));
  return sorted.slice(0, limit).map(({ entry }) => entry.disease);
}

/** Type 2 stands before type 10. */
const compareNames = new Intl.Collator('en', { numeric: true }).compare;
