import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRecoveryKey, newRecoveryKey, parseRecoveryKey } from '#db/recovery-key.ts';
import { refusal, success } from '#shared/base/result.ts';

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the recovery key', () => {
  test('is printed as nine groups of four characters and holds 160 bits', () => {
    const { text, secret } = newRecoveryKey();
    expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(secret.length * 8).toBe(160);
    expect(newRecoveryKey().text).not.toBe(text);
  });

  test('is read back whatever its case, spaces and hyphens, with O for 0 and I or L for 1', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const text = formatRecoveryKey(secret);
        const asTyped = text.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replace('1', 'l').replaceAll('1', 'i');
        expect(parseRecoveryKey(text)).toEqual(success(secret));
        expect(parseRecoveryKey(` ${asTyped}\n`)).toEqual(success(secret));
      }),
    );
  });

  test('with one character mistyped, or two neighbours swapped, is told apart from a key that is merely wrong', () => {
    let passed = 0;
    fc.assert(
      fc.property(secrets, fc.nat({ max: 35 }), fc.nat({ max: 30 }), (secret, place, shift) => {
        const typed = formatRecoveryKey(secret).replaceAll('-', '');
        const other = alphabet.charAt((alphabet.indexOf(typed.charAt(place)) + 1 + shift) % 32);
        if (parseRecoveryKey(typed.slice(0, place) + other + typed.slice(place + 1)).ok) passed += 1;
        const swapped = typed.slice(0, place) + typed.charAt(place + 1) + typed.charAt(place) + typed.slice(place + 2);
        if (place < 35 && swapped !== typed && parseRecoveryKey(swapped).ok) passed += 1;
      }),
      { numRuns: 2_000 },
    );
    // One in 2^20 slips through; two of 4,000 would mean that the checksum does not work.
    expect(passed).toBeLessThan(2);
  });

  test('that is too short or holds a foreign character says so', () => {
    const text = formatRecoveryKey(new Uint8Array(20));
    expect(parseRecoveryKey(text.slice(0, -1))).toEqual(refusal('wrong-length'));
    expect(parseRecoveryKey('')).toEqual(refusal('wrong-length'));
    expect(parseRecoveryKey(`U${text.slice(1)}`)).toEqual(refusal('wrong-character'));
    expect(parseRecoveryKey(`é${text.slice(1)}`)).toEqual(refusal('wrong-character'));
  });
});
