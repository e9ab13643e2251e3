import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, countWords, letterChanges, readLetterText, writeLetterText, type LetterParagraphs } from '#shared/referral/letter-text.ts';

const words = fc.stringMatching(/^[a-zé0-9][a-zé0-9 ,.]{0,20}[a-z.]$/);
const lines = fc.array(fc.oneof(words, fc.constant(''), words.map((line) => `- ${line}`), words.map((line) => `# ${line}`)), { maxLength: 30 }).map((all) => all.join('\n'));

describe('the text of a letter', () => {
  test('is read into headings, paragraphs and lists', () => {
    expect(readLetterText('# Question\n\nIs it Marfan?\nSee below.\n\n- one\n* two\n\n\nEnd')).toEqual([
      { kind: 'heading', text: 'Question' },
      { kind: 'text', text: 'Is it Marfan?\nSee below.' },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'text', text: 'End' },
    ]);
  });

  test('reads what it writes', () => {
    const paragraph = fc.oneof(words.map((text) => ({ kind: 'heading' as const, text })), words.map((text) => ({ kind: 'text' as const, text })), fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => ({ kind: 'list' as const, items })));
    fc.assert(fc.property(fc.array(paragraph, { maxLength: 12 }), (paragraphs: LetterParagraphs) => void expect(readLetterText(writeLetterText(paragraphs))).toEqual(paragraphs)));
  });

  test('loses no word that was typed', () => {
    const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    fc.assert(fc.property(lines, (text) => void expect(wordsOf(writeLetterText(readLetterText(text)))).toBe(wordsOf(text))));
    expect(countWords('# One two\n\n- three, four - 5')).toBe(5);
  });
});

describe('a new draft beside the letter', () => {
  test('shows what would go and what would come, and nothing else', () => {
    expect(letterChanges('a\nb\nc', 'a\nx\nc\nd')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'changed', before: 'b', after: 'x' },
      { kind: 'same', text: 'c' },
      { kind: 'changed', before: null, after: 'd' },
    ]);
    expect(letterChanges('a\nb', 'a\nb')).toEqual([{ kind: 'same', text: 'a\nb' }]);
  });

  test('leaves the letter where nothing is taken, and is the draft where all is', () => {
    const tidy = (text: string): string => text.replace(/\n{3,}/g, '\n\n').trim();
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = letterChanges(before, after);
        expect(applyChanges(changes, new Set())).toBe(tidy(before));
        expect(applyChanges(changes, new Set(changes.keys()))).toBe(tidy(after));
      }),
    );
  });

  test('of thousands of lines is one change', () => {
    const [before, after] = ['a\n'.repeat(5_000), 'b\n'.repeat(5_000)];
    expect(letterChanges(before, after)).toEqual([{ kind: 'changed', before, after }]);
  });
});
