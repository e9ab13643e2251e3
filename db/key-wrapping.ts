import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import * as z from 'zod';

/**
 * Wraps the data key, so that the database is encrypted once and its passphrase can change at any time.
 *
 * Stops whoever copies the folder: from a passphrase only by paying for scrypt (128 MiB and most of a second a guess); from
 * altering the header, because every field of it is authenticated with the wrapped key; from weakening it, because parameters
 * below ours are refused before use; from hanging the machine, because parameters far above ours are refused too.
 */
export interface ScryptCost {
  /** CPU and memory cost, a power of two. */
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP Password Storage Cheat Sheet, first choice for scrypt: N = 2^17, r = 8, p = 1. */
export const standardCost: ScryptCost = { n: 2 ** 17, r: 8, p: 1 };
/** Four times what we use today, in each direction in which it may grow: half a gigabyte. */
export const greatestCost: ScryptCost = { n: 2 ** 19, r: 8, p: 4 };

const base64Of = (length: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === length, `expected ${String(length)} bytes`);

export const wrappedKeySchema = z.strictObject({
  kdf: z.discriminatedUnion('name', [
    z.strictObject({ name: z.literal('scrypt'), n: z.int().positive(), r: z.int().positive(), p: z.int().positive(), salt: base64Of(32) }),
    z.strictObject({ name: z.literal('hkdf-sha256'), salt: base64Of(32) }),
  ]),
  cipher: z.literal('aes-256-gcm'),
  nonce: base64Of(12),
  wrapped: base64Of(32),
  tag: base64Of(16),
});
export type WrappedKey = z.infer<typeof wrappedKeySchema>;

/** The wrapping secret itself, sealed by the keychain of the operating system, stands beside what it wraps. Seals differ in length from system to system. */
export const keychainSlotSchema = z.strictObject({ ...wrappedKeySchema.shape, sealed: z.base64().min(1).max(65_536) });
export type KeychainSlot = z.infer<typeof keychainSlotSchema>;
type Kdf = WrappedKey['kdf'];

export const dataKeyBytes = 32;

export function newDataKey(): Buffer {
  return randomBytes(dataKeyBytes);
}

export function scryptKdf(cost: ScryptCost): Kdf {
  return { name: 'scrypt', n: cost.n, r: cost.r, p: cost.p, salt: randomBytes(32).toString('base64') };
}

/** A recovery key is random already; stretching it would add nothing. */
export function hkdfKdf(): Kdf {
  return { name: 'hkdf-sha256', salt: randomBytes(32).toString('base64') };
}

/** Whether the parameters are worth and safe to run: no cheaper than `least`, no dearer than the greatest we know. */
export function isAcceptableKdf(kdf: Kdf, least: ScryptCost): boolean {
  if (kdf.name === 'hkdf-sha256') return true;
  const isPowerOfTwo = Number.isInteger(Math.log2(kdf.n));
  return isPowerOfTwo && kdf.n >= least.n && kdf.n <= greatestCost.n && kdf.r >= least.r && kdf.r <= greatestCost.r && kdf.p >= least.p && kdf.p <= greatestCost.p;
}

export async function wrapKey(dataKey: Uint8Array, secret: Uint8Array, kdf: Kdf, authenticated: (kdf: Kdf) => Uint8Array): Promise<WrappedKey> {
  const wrappingKey = await deriveKey(secret, kdf);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
  cipher.setAAD(authenticated(kdf));
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  wrappingKey.fill(0);
  return { kdf, cipher: 'aes-256-gcm', nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
}

/** The data key; null where the secret is not the right one or the authenticated fields were altered. */
export async function unwrapKey(slot: WrappedKey, secret: Uint8Array, authenticated: (kdf: Kdf) => Uint8Array): Promise<Buffer | null> {
  const wrappingKey = await deriveKey(secret, slot.kdf);
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(slot.nonce, 'base64'), { authTagLength: 16 });
    decipher.setAAD(authenticated(slot.kdf));
    decipher.setAuthTag(Buffer.from(slot.tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(slot.wrapped, 'base64')), decipher.final()]);
  } catch {
    // The only thing that can fail here is the authentication.
    return null;
  } finally {
    wrappingKey.fill(0);
  }
}

/** The same passphrase typed on two keyboards can come as different code points; NFKC makes them one. */
export function passphraseBytes(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize('NFKC'), 'utf8');
}

async function deriveKey(secret: Uint8Array, kdf: Kdf): Promise<Buffer> {
  const salt = Buffer.from(kdf.salt, 'base64');
  if (kdf.name === 'hkdf-sha256') return Buffer.from(hkdfSync('sha256', secret, salt, 'nostos recovery key wrapping', 32));
  const { n, r, p } = kdf;
  return await new Promise((resolve, reject) => {
    // scrypt needs 128 N r bytes, and some more for its own book-keeping.
    scrypt(secret, salt, 32, { N: n, r, p, maxmem: 128 * n * r + 32 * 1024 * 1024 }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
