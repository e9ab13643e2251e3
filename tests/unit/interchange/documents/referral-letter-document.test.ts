import { expect, test } from 'vitest';
import { textOf } from '#shared/interchange/documents/document.ts';
import { referralLetterDocument } from '#shared/interchange/documents/referral-letter-document.ts';
import { aSummarySource, fullFile } from '#tests/builders/a-summary-source.ts';

const [referral] = fullFile().referrals;
if (referral === undefined) throw new Error('the invented case has a referral');

test('a letter has the paper of the clinic, the address, its subject, its parts, a signature and the pedigree that it encloses', () => {
  const letter = referralLetterDocument(aSummarySource(), { ...referral, letter: 'Re: Mira Vale\n\n# Question\n\nIs this Alström syndrome?\n\n- today\n- or later' });
  expect(letter.headline).toBe('Re: Mira Vale');
  expect(letter.letterhead).toEqual({ sender: ['Clinical Genetics, Northreach', 'Hanne Lund, CGC', 'genetics@northreach.example', 'telephone 01632 960 144'], recipient: ['Dr Aldous', 'Genetics', 'Rare eye clinic', '1 Quay Street', 'Portmouth'], day: '23 Nov 2026' });
  expect(letter.blocks.map((block) => (block.kind === 'heading' ? block.text : block.kind))).toEqual(['paragraph', 'Question', 'paragraph', 'list', 'paragraph', 'signature', 'Pedigree', 'figure']);
});

test('a letter whose subject was edited away still says what it is', () => {
  const letter = referralLetterDocument(aSummarySource(), { ...referral, letter: 'Dear colleague,\nthank you.' });
  expect(letter.headline).toBe('Referral');
  expect(letter.blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.words)] : []))[0]).toBe('Dear colleague,\nthank you.');
});

const paragraphsOf = (letter: string): readonly string[] => referralLetterDocument(aSummarySource(), { ...referral, letter }).blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.words)] : []));

test('a letter is addressed and closed, unless whoever edited it did so', () => {
  expect(paragraphsOf('Re: Mira Vale\n\nPlease see her.')).toEqual(['Dear Dr Aldous,', 'Please see her.', 'With kind regards,']);
  expect(paragraphsOf('Re: Mira Vale\n\nDear Ada,\n\nPlease see her.\n\nWarm regards, Hanne')).toEqual(['Dear Ada,', 'Please see her.', 'Warm regards, Hanne']);
});

test('a letter that tells a class or a probability says who has checked it', () => {
  expect(paragraphsOf('Re: Mira Vale\n\nDear Ada,\n\nThe variant is likely pathogenic.\n\nKind regards').at(-1)).toMatch(/decision aid for trained people; the clinician who signs has checked them/);
});
