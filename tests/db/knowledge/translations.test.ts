import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallReleaseFiles } from '#tests/builders/release-files.ts';
import { smallTranslations } from '#tests/builders/supplement-files.ts';
import { findTerms } from '#electron/backend/knowledge/find-terms.ts';
import { compileKnowledge, type CompileReport } from '#db/knowledge/compile-knowledge.ts';
import { openKnowledge, type KnowledgeFile } from '#db/knowledge/open-knowledge.ts';

const folder = mkdtempSync(join(tmpdir(), 'nostos-translations-'));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const japanese = 'subject_id\tpredicate_id\ttranslation_language\ttranslation_value\nHP:0000252\trdfs:label\tja\t小頭症\nHP:0001250\trdfs:label\tja\t発作\n';
let knowledge: KnowledgeFile;
let report: CompileReport;
beforeAll(() => {
  const to = join(folder, 'release.sqlite');
  const compiled = compileKnowledge({ sources: [...smallReleaseFiles(), { name: 'hp-de.babelon.tsv', bytes: bytes(smallTranslations) }, { name: 'hp-ja.babelon.tsv', bytes: bytes(japanese) }], to });
  if (!compiled.ok) throw new Error(compiled.error.message);
  report = compiled.value;
  const opened = openKnowledge(to);
  if (!opened.ok) throw new Error(opened.error.message);
  knowledge = opened.value;
});
afterAll(() => {
  knowledge.close();
  rmSync(folder, { recursive: true, force: true });
});

const found = (text: string, language: string): unknown[] => findTerms(knowledge, text, 3, language).map(({ id, label, localLabel, matchedText }) => [id, label, localLabel, matchedText]);

describe('a release with translations', () => {
  test('says which languages it holds, what was read and what was left out', () => {
    expect(knowledge.release.supplements.map(({ kind, name, count }) => [kind, name, count])).toEqual([['translation', 'de', 2], ['translation', 'ja', 2]]);
    expect(knowledge.languages).toEqual(['de', 'ja']);
    expect(report.files.filter((file) => file.role === 'translation')).toEqual([{ name: 'hp-de.babelon.tsv', role: 'translation', rows: 9 }, { name: 'hp-ja.babelon.tsv', role: 'translation', rows: 2 }]);
    expect(report.skipped.filter((skip) => skip.example?.startsWith('hp-de') === true).map((skip) => [skip.reason, skip.example])).toContainEqual(['not translated yet', 'hp-de.babelon.tsv:7']);
  });

  test('finds terms by names in the language and in English, and says where a name is missing', () => {
    expect(found('Krampfanfall', 'de')).toEqual([['HP:0001250', 'Seizure', 'Krampf "Anfall"', 'Krampfanfälle']]);
    expect(found('hypotonia', 'de')).toEqual([['HP:0001252', 'Hypotonia', 'Hypotonie', 'Hypotonia']]);
    expect(found('microcephaly', 'de')).toEqual([['HP:0000252', 'Microcephaly', null, 'Microcephaly']]);
    expect(found('小頭', 'ja')).toEqual([['HP:0000252', 'Microcephaly', '小頭症', '小頭症']]);
  });

  test('searches in English for a language that it does not have', () => {
    expect(found('hypotonia', 'it')).toEqual([['HP:0001252', 'Hypotonia', null, 'Hypotonia']]);
    expect(knowledge.searchTranslated('hypotonia', 3, 'it')).toEqual([]);
  });

  test('names a term in each of its languages', () => {
    expect(knowledge.translations('HP:0001250')).toEqual([
      { language: 'de', label: 'Krampf "Anfall"', synonyms: ['Fallsucht', 'Krampfanfälle'], isCandidate: false },
      { language: 'ja', label: '発作', synonyms: [], isCandidate: false },
    ]);
    expect(knowledge.translations('HP:0000969')).toEqual([]);
  });

  test('reads a letter in the language, under the English labels', () => {
    const mentions = knowledge.extractTerms('Krampfanfälle seit der Geburt, keine Hypotonie. Die Mutter hat Krampfanfälle.', 'de');
    expect(mentions.map(({ id, label, excluded, person }) => [id, label, excluded, person])).toEqual([
      ['HP:0001250', 'Seizure', false, 'patient'],
      ['HP:0001252', 'Hypotonia', true, 'patient'],
      ['HP:0001250', 'Seizure', false, 'mother'],
    ]);
  });
});
