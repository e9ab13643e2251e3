import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { greatestCost, hkdfKdf, isAcceptableKdf, newDataKey, passphraseBytes, scryptKdf, standardCost, unwrapKey, wrapKey, type WrappedKey } from '#db/key-wrapping.ts';
import { canonicalJson } from '#db/canonical-json.ts';
import { headerFailures, parseHeader } from '#db/vault-header.ts';
import { refusal } from '#shared/base/result.ts';
import { aVault, cheapCost } from '#tests/db/vault-builder.ts';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

const fields = (kdf: WrappedKey['kdf']) => Buffer.from(JSON.stringify(kdf));

async function headerOfNewVault() {
  const { vault } = await aVault();
  const text = readFileSync(join(vault.folder, 'vault.json'), 'utf8');
  return { text, header: JSON.parse(text) as { checksum: string; slots: { passphrase: WrappedKey; recovery: WrappedKey } } & Record<string, unknown> };
}

/** The header as someone would write it who knows how the checksum is made. */
function withChecksum(header: Record<string, unknown>): string {
  const { checksum: _old, ...rest } = header;
  return JSON.stringify({ ...rest, checksum: createHash('sha256').update(canonicalJson(rest)).digest('hex') });
}

describe('a wrapped data key', () => {
  test('comes back for the right secret and for no other, nor with any field altered', async () => {
    const key = newDataKey();
    const secret = passphraseBytes('a passphrase');
    for (const kdf of [scryptKdf(cheapCost), hkdfKdf()]) {
      const slot = await wrapKey(key, secret, kdf, fields);
      expect(await unwrapKey(slot, secret, fields)).toEqual(key);
      expect(await unwrapKey(slot, passphraseBytes('another'), fields)).toBeNull();
      expect(await unwrapKey(slot, secret, () => Buffer.from('other fields'))).toBeNull();
      const flipped = (base64: string) => { const bytes = Buffer.from(base64, 'base64'); bytes[0] = (bytes[0] ?? 0) ^ 1; return bytes.toString('base64'); };
      for (const field of ['nonce', 'wrapped', 'tag'] as const) expect(await unwrapKey({ ...slot, [field]: flipped(slot[field]) }, secret, fields)).toBeNull();
      expect(await unwrapKey({ ...slot, kdf: { ...slot.kdf, salt: flipped(slot.kdf.salt) } }, secret, fields)).toBeNull();
    }
  });

  test('opens to the same passphrase typed as other code points', () => {
    expect(passphraseBytes('Pénélope ﬁdès')).toEqual(passphraseBytes('Pe\u0301ne\u0301lope fide\u0300s'));
    expect(passphraseBytes('penelope')).not.toEqual(passphraseBytes('Penelope'));
  });

  test('costs scrypt with N = 2^17, r = 8, p = 1, and neither less nor far more is accepted', () => {
    expect(standardCost).toEqual({ n: 131_072, r: 8, p: 1 });
    const accepted = (n: number, r: number, p: number) => isAcceptableKdf(scryptKdf({ n, r, p }), standardCost);
    expect([accepted(2 ** 17, 8, 1), accepted(2 ** 18, 8, 1), accepted(greatestCost.n, greatestCost.r, greatestCost.p)]).toEqual([true, true, true]);
    expect([accepted(2 ** 16, 8, 1), accepted(2 ** 17, 4, 1), accepted(2 ** 17, 8, 0), accepted(2 ** 17 + 1, 8, 1), accepted(2 ** 24, 8, 1), accepted(2 ** 17, 64, 1), accepted(2 ** 17, 8, 99)]).toEqual(Array.from({ length: 7 }, () => false));
  });
});

describe('vault.json', () => {
  test('that was made cheap is refused as a downgrade, before any passphrase is tried', async () => {
    const { text } = await headerOfNewVault();
    expect(parseHeader(text, cheapCost).ok).toBe(true);
    expect(parseHeader(text, standardCost)).toEqual(refusal(headerFailures.refused));
  });

  test('that asks for gigabytes, or for no stretching at all, is refused', async () => {
    const { header } = await headerOfNewVault();
    const { passphrase, recovery } = header.slots;
    for (const kdf of [{ ...passphrase.kdf, n: 2 ** 30 }, { ...passphrase.kdf, r: 1_000 }, recovery.kdf]) {
      expect(parseHeader(withChecksum({ ...header, slots: { recovery, passphrase: { ...passphrase, kdf } } }), cheapCost)).toEqual(refusal(headerFailures.refused));
    }
  });

  test('of a newer format is refused as newer; anything else that is not as written is damaged', async () => {
    const { text, header } = await headerOfNewVault();
    expect(parseHeader(withChecksum({ ...header, formatVersion: 2, news: true }), cheapCost)).toEqual(refusal(headerFailures.newer));
    const damaged = ['', '{', '[]', 'null', text.slice(0, -10), text.replace('"createdAt": "2026', '"createdAt": "2025'), withChecksum({ ...header, vaultId: 'x' }), withChecksum({ ...header, extra: 1 }), withChecksum({ ...header, formatVersion: 0 })];
    for (const one of damaged) expect(parseHeader(one, cheapCost)).toEqual(refusal(headerFailures.damaged));
  });
});
