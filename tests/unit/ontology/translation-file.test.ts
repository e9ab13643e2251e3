import { describe, expect, test } from 'vitest';
import { smallTranslations } from '#tests/builders/supplement-files.ts';
import { parseTranslationFile } from '#shared/ontology/translation-file.ts';

const merged = new Map([['HP:0002391', 'HP:0001250'], ['HP:7654321', null]]);
const read = (text: string) => {
  const result = parseTranslationFile({ name: 'hp-de.babelon.tsv', text }, { resolveTerm: (id) => (merged.has(id) ? (merged.get(id) ?? null) : id) });
  if (!result.ok) throw new Error(result.error[0]?.message);
  return result.value;
};

describe('the reader of translations', () => {
  test('takes the confirmed label, leads merged terms to the live one, and says what it leaves out', () => {
    expect(read(smallTranslations)).toEqual({
      translations: [
        { termId: 'HP:0001250', language: 'de', label: 'Krampf "Anfall"', synonyms: ['Fallsucht', 'Krampfanfälle'], isCandidate: false },
        { termId: 'HP:0001252', language: 'de', label: 'Hypotonie', synonyms: [], isCandidate: true },
      ],
      rowCount: 9,
      skipped: [
        { reason: 'translation of a definition, which is not used', count: 1, line: 6 },
        { reason: 'not translated yet', count: 1, line: 7 },
        { reason: 'translation of a term unknown to the ontology', count: 1, line: 8 },
        { reason: 'translation into no other language', count: 1, line: 9 },
      ],
    });
  });

  test('finds columns in any order, after the marks and line ends of Windows', () => {
    const text = '\uFEFFtranslation_value\tsubject_id\tpredicate_id\ttranslation_language\r\nHipotonía\tHP:0001252\trdfs:label\tES\r\n';
    expect(read(text).translations).toEqual([{ termId: 'HP:0001252', language: 'es', label: 'Hipotonía', synonyms: [], isCandidate: false }]);
  });

  test('refuses a table without the columns', () => {
    expect(['', 'subject_id\tvalue\n'].map((text) => parseTranslationFile({ name: 'f', text }, { resolveTerm: (id) => id }).ok)).toEqual([false, false]);
  });
});
