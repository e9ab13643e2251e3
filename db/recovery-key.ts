import { createHash, randomBytes } from 'node:crypto';
import { refusal, success, type Result } from '#shared/base/result.ts';

/**
 * The key that is printed for the day the passphrase is forgotten: 160 random bits in Crockford's base 32, which has no letters
 * that are mistaken for digits, and four characters of checksum, in groups of four. Stops a slip of the pen from looking like a
 * wrong key, and a guess from ever reaching the vault.
 */
export const recoveryKeyBytes = 20;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretCharacters = (recoveryKeyBytes * 8) / 5;
const checksumCharacters = 4;
const groupLength = 4;

export function newRecoveryKey(): { readonly text: string; readonly secret: Uint8Array } {
  const secret = randomBytes(recoveryKeyBytes);
  return { text: formatRecoveryKey(secret), secret };
}

export function formatRecoveryKey(secret: Uint8Array): string {
  const characters = encode(secret) + checksum(secret);
  return (characters.match(new RegExp(`.{${String(groupLength)}}`, 'g')) ?? []).join('-');
}

export type RecoveryKeyProblem = 'wrong-length' | 'wrong-character' | 'typing-error';

/** Reads a key as people type it: any case, with or without hyphens and spaces, O for 0, I or L for 1. */
export function parseRecoveryKey(text: string): Result<Uint8Array, RecoveryKeyProblem> {
  const characters = text.normalize('NFKC').toUpperCase().replace(/[\s\p{Dash}]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if ([...characters].some((character) => !alphabet.includes(character))) return refusal('wrong-character');
  if (characters.length !== secretCharacters + checksumCharacters) return refusal('wrong-length');
  const secret = decode(characters.slice(0, secretCharacters));
  return checksum(secret) === characters.slice(secretCharacters) ? success(secret) : refusal('typing-error');
}

function encode(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five, 2))).join('');
}

function decode(characters: string): Uint8Array {
  const bits = [...characters].map((character) => alphabet.indexOf(character).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

/** The first 20 bits of a hash: one typing error in a million passes for a right key. */
function checksum(secret: Uint8Array): string {
  return encode(createHash('sha256').update('nostos recovery key').update(secret).digest()).slice(0, checksumCharacters);
}
