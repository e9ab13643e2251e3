/** How hard a text is to read. */
export interface ReadingEase {
  /** School grade (United States) that reads it with ease. */
  readonly grade: number;
  /** The age at which that grade is entered. */
  readonly age: number;
}

/** Children enter grade 1 at about six. */
const ageBeforeFirstGrade = 5;

/**
 * The reading age of an English text.
 *
 * Formula: grade = 0.39 · words/sentences + 11.8 · syllables/words − 15.59; age = grade + 5, at least 5.
 * Source: Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75, Naval Technical Training Command.
 * Limits: syllables are counted by groups of vowels, which is right for most English words; it measures lengths and not whether a word is known.
 */
export function readingEase(text: string): ReadingEase {
  const sentences = text.split(/[.!?]+(?:\s|$)|\n+/).filter((part) => /\p{L}/u.test(part));
  const words = text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  if (sentences.length === 0 || words.length === 0) return { grade: 0, age: ageBeforeFirstGrade };
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = Math.max(0, 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59);
  return { grade, age: grade + ageBeforeFirstGrade };
}

/** Groups of vowels, without those of an ending that is not spoken: `made`, `makes`, `called`; but `table`, `changes`, `wanted`. */
export function syllablesOf(word: string): number {
  const plain = word.toLowerCase().normalize('NFD').replaceAll(/[^a-z]/g, '');
  const spoken = plain.replace(/(?<=[^laeiouy])e$|(?<=[^laeiouyscxzgh])es$|(?<=[^aeiouytd])ed$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
