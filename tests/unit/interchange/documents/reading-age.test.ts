import { describe, expect, test } from 'vitest';
import { readingEase, syllablesOf } from '#shared/interchange/documents/reading-age.ts';

describe('the reading age of a text', () => {
  test.each([['gene', 1], ['table', 2], ['changes', 2], ['called', 1], ['wanted', 2], ['family', 3], ['doctor', 2], ['genetics', 3], ['makes', 1], ['a', 1]])('counts the syllables of %s', (word, count) => {
    expect(syllablesOf(word)).toBe(count);
  });

  test('follows the formula of Kincaid', () => {
    // 12 words in 2 sentences, 14 syllables.
    const text = 'The cat sat on the mat. The dog sat on the table near.';
    expect(readingEase(text).grade).toBeCloseTo(Math.max(0, 0.39 * (13 / 2) + 11.8 * (14 / 13) - 15.59), 6);
  });

  test('is higher for longer sentences of longer words, and nothing for no words', () => {
    const hard = readingEase('Segregation analysis corroborates pathogenicity notwithstanding incomplete penetrance and considerable phenotypic heterogeneity.');
    expect(hard.grade).toBeGreaterThan(readingEase('You may have it too. You can choose.').grade + 8);
    expect(readingEase('')).toEqual({ grade: 0, age: 5 });
  });
});
