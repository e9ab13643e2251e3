import { describe, expect, test } from 'vitest';
import { hasUndrawnPictures } from '#renderer/features/overview/pdf-undrawn.ts';
import { aPdf } from '#tests/builders/a-pdf.ts';

describe('what of a PDF is not drawn', () => {
  test.each(['JBIG2Decode', 'JPXDecode', 'CCITTFaxDecode', 'CCF'])('is a picture packed as %s', (filter) => {
    expect(hasUndrawnPictures(aPdf(['Report'], '', filter))).toBe(true);
  });

  test('is nothing where the pictures are drawn, or there are none', () => {
    expect([aPdf(['Report']), aPdf(['Report'], '', 'DCTDecode'), aPdf(['JPXDecode was used'])].map((bytes) => hasUndrawnPictures(bytes))).toEqual([false, false, false]);
  });
});
