import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawingContext } from '#shared/pedigree/drawing/drawing-context.ts';
import { symbolExtent } from '#shared/pedigree/drawing/symbol.ts';
import { familyNumbers } from '#shared/pedigree/family-numbers.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

test('a person has the same number in a list as on the drawing, whatever room its text takes', () => {
  fc.assert(
    fc.property(families(), (family) => {
      const context = drawingContext(family, { today: '2026-03-01' });
      const drawn = layoutPedigree(family, { extentOf: (individual) => symbolExtent(individual, context) });
      expect(familyNumbers(family)).toEqual(pedigreeNumbers(drawn));
    }),
    { numRuns: 200 },
  );
});
