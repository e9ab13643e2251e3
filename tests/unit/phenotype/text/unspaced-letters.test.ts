import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractTerms } from '#shared/phenotype/text/extract-terms.ts';
import { chinese } from '#shared/phenotype/text/languages/chinese.ts';
import { japanese } from '#shared/phenotype/text/languages/japanese.ts';
import { buildTermLexicon } from '#shared/phenotype/text/term-lexicon.ts';

const names = [
  ['HP:0001250', 'Seizure', '発作', '癫痫发作'],
  ['HP:0000486', 'Strabismus', '斜視', '斜视'],
  ['HP:0000639', 'Nystagmus', '眼振', '眼球震颤'],
  ['HP:0001945', 'Fever', '発熱', '发热'],
  ['HP:0000819', 'Diabetes mellitus', '糖尿病', '糖尿病'],
] as const;
const lexiconOf = (column: 2 | 3, language: typeof japanese) => buildTermLexicon({ findings: names.map((name) => ({ id: name[0], label: name[column], englishLabel: name[1], synonyms: [] })), obsolete: [] }, language);
const [inJapanese, inChinese] = [lexiconOf(2, japanese), lexiconOf(3, chinese)];
const read = (lexicon: typeof inJapanese, text: string): string[] => extractTerms(lexicon, text).map(({ label, excluded, person }) => `${excluded ? '-' : ''}${label}${person === 'patient' ? '' : `@${person}`}`);

describe('a letter in Japanese', () => {
  test.each([
    ['発作を認め、眼振はない。', ['Seizure', '-Nystagmus']],
    ['発作、眼振、発熱はみられなかった。', ['-Seizure', '-Nystagmus', '-Fever']],
    ['斜視（－）、眼振（＋）', ['-Strabismus', 'Nystagmus']],
    ['眼振の疑い。発作の可能性がある。', []],
    ['家族歴：母方のおじに糖尿病。母に発作あり。', ['Diabetes mellitus@maternal uncle', 'Seizure@mother']],
    ['方針：斜視の精査。', []],
    ['Seizuresではない', []],
  ])('%j says %j', (text, expected) => expect(read(inJapanese, text)).toEqual(expected));
});

describe('a letter in Chinese', () => {
  test.each([
    ['无癫痫发作、发热及斜视，有眼球震颤。', ['-Seizure', '-Fever', '-Strabismus', 'Nystagmus']],
    ['患者否认发热，斜视（-）。', ['-Fever', '-Strabismus']],
    ['疑似癫痫发作，斜视待排。', []],
    ['家族史：外祖母患糖尿病，舅舅有癫痫发作。', ['Diabetes mellitus@maternal grandmother', 'Seizure@maternal uncle']],
    ['如出现发热应复诊。计划：监测癫痫发作。', []],
  ])('%j says %j', (text, expected) => expect(read(inChinese, text)).toEqual(expected));
});

test('any text is read without a fault, with places that hold', () => {
  const pieces = fc.constantFrom('発作', '癫痫发作', '斜視', '无', 'ない', 'はない', '、', '，', '。', '：', '母', '母に', '舅舅', '家族史', '\n', 'OFC', '（-）', '疑い', '？', ' ', 'ー', '𠮷');
  fc.assert(
    fc.property(fc.oneof(fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
      for (const lexicon of [inJapanese, inChinese]) for (const mention of extractTerms(lexicon, text)) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    }),
  );
});
