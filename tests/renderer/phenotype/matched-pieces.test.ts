import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchedPieces } from '#renderer/features/phenotype/matched-pieces.ts';

const marked = (label: string, typed: string): string => matchedPieces(label, typed).map(({ text, isMatched }) => (isMatched ? `[${text}]` : text)).join('');

test('the beginnings of words that were typed are marked, in any case and order', () => {
  expect([marked('Enlarged liver and spleen', 'liver enl'), marked('Hepatomegaly', 'HEPATO'), marked('Cone/cone-rod dystrophy', 'rod'), marked('Seizure', '')]).toEqual(['[Enl]arged [liver] and spleen', '[Hepato]megaly', 'Cone/cone-[rod] dystrophy', 'Seizure']);
});

test('the pieces joined are the label again, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (label, typed) => {
      expect(matchedPieces(label, typed).map(({ text }) => text).join('')).toBe(label);
    }),
  );
});
