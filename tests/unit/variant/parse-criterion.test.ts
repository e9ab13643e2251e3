import fc from 'fast-check';
import { expect, test } from 'vitest';
import { criterionCodes, strengths } from '#shared/variant/acmg/criteria.ts';
import { parseCriterion } from '#shared/variant/acmg/parse-criterion.ts';

test.each([
  ['PM2', { code: 'PM2', strength: 'supporting' }],
  ['ps3:moderate', { code: 'PS3', strength: 'moderate' }],
  ['PVS1_Strong', { code: 'PVS1', strength: 'strong' }],
  ['PM3-VeryStrong', { code: 'PM3', strength: 'very-strong' }],
  ['PP1_M', { code: 'PP1', strength: 'moderate' }],
])('%s is read', (text, criterion) => {
  expect(parseCriterion(text)).toEqual({ ok: true, value: criterion });
});

test.each(['PM7', 'PVS2', 'PM', 'PM22', 'PM2:', 'PM2:huge', 'PVS1:stand-alone', 'BA1:strong', ''])('%j is refused', (text) => {
  expect(parseCriterion(text).ok).toBe(false);
});

test('any text is read as one of the criteria or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.tuple(fc.constantFrom(...criterionCodes), fc.string()).map(([code, rest]) => `${code}:${rest}`)), (text) => {
      const read = parseCriterion(text);
      if (read.ok) expect([criterionCodes.includes(read.value.code), strengths.includes(read.value.strength)]).toEqual([true, true]);
    }),
  );
});
