import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { canonicalJson } from '#db/canonical-json.ts';
import { replaceFile } from '#db/durable-file.ts';
import { isAcceptableKdf, keychainSlotSchema, wrappedKeySchema, type ScryptCost, type WrappedKey } from '#db/key-wrapping.ts';
import { storageFailureOf } from '#db/storage-failure.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/**
 * `vault.json`: what is needed to get from a passphrase or recovery key to the data key, and nothing about patients.
 *
 * Stops a header that was altered from being used: every field outside the slots, and the parameters of each slot, are
 * authenticated by the data key's wrapping. The checksum is against accidents only; it tells a damaged file from a wrong passphrase.
 */
export const headerFormat = 'nostos-vault';
export const headerVersion = 1;

const headerSchema = z.strictObject({
  format: z.literal(headerFormat),
  formatVersion: z.literal(headerVersion),
  vaultId: z.uuid(),
  createdAt: z.iso.datetime(),
  database: z.literal('sqlite3mc-chacha20-raw'),
  /** `keychain` is there only where somebody asked for it. */
  slots: z.strictObject({ passphrase: wrappedKeySchema, recovery: wrappedKeySchema, keychain: keychainSlotSchema.optional() }),
});
export type VaultHeader = z.infer<typeof headerSchema>;
export type SlotName = keyof VaultHeader['slots'];

const damagedHeader = failure('storage', 'The file vault.json of the vault is damaged. Nothing was changed. Put back the vault.json of the latest backup.');
const missingHeader = failure('storage', 'The file vault.json of the vault is missing. Nothing was changed. Put back the vault.json of the latest backup.');
const newerHeader = failure('storage', 'This vault was made by a newer Nostos. Nothing was changed. Install the newer version to open it.');
const refusedHeader = failure('storage', 'The file vault.json asks for a protection that Nostos does not accept; it may have been tampered with. Nothing was changed. Put back the vault.json of the latest backup.');
export const headerFailures = { damaged: damagedHeader, missing: missingHeader, newer: newerHeader, refused: refusedHeader } as const;

export const headerPath = (folder: string): string => join(folder, 'vault.json');

export function writeHeader(folder: string, header: VaultHeader): void {
  replaceFile(headerPath(folder), `${JSON.stringify({ ...header, checksum: checksumOf(header) }, null, 2)}\n`);
}

/** `least` is the cheapest key derivation that is accepted. */
export function readHeader(folder: string, least: ScryptCost): Result<VaultHeader, Failure> {
  let text: string;
  try {
    text = readFileSync(headerPath(folder), 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return refusal(missingHeader);
    const known = storageFailureOf(fault);
    if (known === null) throw fault;
    return refusal(known);
  }
  return parseHeader(text, least);
}

export function parseHeader(text: string, least: ScryptCost): Result<VaultHeader, Failure> {
  const parsed = parseObject(text);
  if (parsed === null) return refusal(damagedHeader);
  const { checksum, ...header } = parsed;
  if (header['format'] === headerFormat && typeof header['formatVersion'] === 'number' && header['formatVersion'] > headerVersion) return refusal(newerHeader);
  const checked = headerSchema.safeParse(header);
  if (!checked.success || checksum !== checksumOf(header)) return refusal(damagedHeader);
  const { passphrase, recovery, keychain } = checked.data.slots;
  const areRandomSecrets = recovery.kdf.name === 'hkdf-sha256' && (keychain === undefined || keychain.kdf.name === 'hkdf-sha256');
  const areExpected = passphrase.kdf.name === 'scrypt' && areRandomSecrets && isAcceptableKdf(passphrase.kdf, least);
  return areExpected ? success(checked.data) : refusal(refusedHeader);
}

/** What a slot authenticates besides the data key: the vault it belongs to and how it was derived. */
export function authenticatedFields(header: Omit<VaultHeader, 'slots'>, slot: SlotName): (kdf: WrappedKey['kdf']) => Uint8Array {
  const { format, formatVersion, vaultId, createdAt, database } = header;
  return (kdf) => Buffer.from(canonicalJson({ format, formatVersion, vaultId, createdAt, database, slot, kdf }), 'utf8');
}

function checksumOf(header: object): string {
  return createHash('sha256').update(canonicalJson(header)).digest('hex');
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
