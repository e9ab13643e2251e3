import { describe, expect, test } from 'vitest';
import { everydayEquivalents, layPhrases } from '#shared/ontology/lay-phrases.ts';

describe('everyday phrases', () => {
  test('each mean one term only', () => {
    const texts = layPhrases.map((phrase) => phrase.text);
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  test('are written in lower case where they are not abbreviations, with ids of the HPO', () => {
    expect(layPhrases.filter((phrase) => !/^HP:\d{7}$/.test(phrase.termId) || !/^[a-z][A-Za-z ]*$/.test(phrase.text))).toEqual([]);
  });

  test('never make a word mean itself', () => {
    expect(['big', 'small', 'kidney', 'tummy', 'fits'].filter((word) => everydayEquivalents(word).includes(word) || everydayEquivalents(word).length === 0)).toEqual([]);
    expect(everydayEquivalents('seizure')).toEqual([]);
  });
});
