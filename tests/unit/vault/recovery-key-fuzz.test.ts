import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRecoveryKey, parseRecoveryKey } from '#db/recovery-key.ts';
import { anyUnits } from '#tests/unit/any-units.ts';

test('the reader of recovery keys answers any text, and takes no key whose form it would not print', () => {
  const nearlyKeys = fc.tuple(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.nat(45), fc.nat(6), fc.string({ maxLength: 6 })).map(([secret, at, length, piece]) => {
    const text = formatRecoveryKey(secret);
    return text.slice(0, at) + piece + text.slice(at + length);
  });
  fc.assert(
    fc.property(fc.oneof(anyUnits, nearlyKeys), (text) => {
      const read = parseRecoveryKey(text);
      if (read.ok) expect(parseRecoveryKey(formatRecoveryKey(read.value))).toEqual(read);
      else expect(['wrong-length', 'wrong-character', 'typing-error']).toContain(read.error);
    }),
    { numRuns: 500 },
  );
});
