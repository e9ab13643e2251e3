import { expect, test } from 'vitest';
import { textOf } from '#shared/interchange/documents/document.ts';
import { referralLetterDocument } from '#shared/interchange/documents/referral-letter-document.ts';
import { aSummarySource, fullFile } from '#tests/builders/a-summary-source.ts';

const [referral] = fullFile().referrals;
if (referral === undefined) throw new Error('the invented case has a referral');

test('a letter has the paper of the clinic, the address, its subject, its parts, a signature and the pedigree that it encloses', () => {
  const letter = referralLetterDocument(aSummarySource(), { ...referral, letter: 'Re: Mira Vale\n\n# Question\n\nIs this Alström syndrome?\n\n- today\n- or later' });
  expect(letter.headline).toBe('Re: Mira Vale');
  expect(letter.letterhead).toEqual({ sender: ['Clinical Genetics, Northreach', 'Hanne Lund, CGC'], recipient: ['Dr Aldous', 'Genetics', 'Rare eye clinic', '1 Quay Street', 'Portmouth'], day: '23 Nov 2026' });
  expect(letter.blocks.map((block) => (block.kind === 'heading' ? block.text : block.kind))).toEqual(['Question', 'paragraph', 'list', 'signature', 'paragraph', 'Pedigree', 'figure']);
});

test('a letter whose subject was edited away still says what it is', () => {
  const letter = referralLetterDocument(aSummarySource(), { ...referral, letter: 'Dear colleague,\nthank you.' });
  expect(letter.headline).toBe('Referral');
  expect(letter.blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.words)] : []))[0]).toBe('Dear colleague,\nthank you.');
});
