import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openConnection, runtimeProblem, type Connection } from '#db/connection.ts';
import { flushFile, flushFolder } from '#db/durable-file.ts';
import { hkdfKdf, newDataKey, passphraseBytes, scryptKdf, standardCost, unwrapKey, wrapKey, type ScryptCost, type WrappedKey } from '#db/key-wrapping.ts';
import { migrate, schemaVersion } from '#db/migrate.ts';
import { migrations } from '#db/migrations/list.ts';
import { newRecoveryKey, parseRecoveryKey, type RecoveryKeyProblem } from '#db/recovery-key.ts';
import { atOnce } from '#db/in-slices.ts';
import { bringCaseLinesUpToDate } from '#db/search/case-lines.ts';
import { gatherWords } from '#db/search/gather-words.ts';
import { guardStorage, storageFailureOf, storageFailures } from '#db/storage-failure.ts';
import { unwrapFromKeychain, wrapForKeychain, type KeySeal } from '#db/keychain-slot.ts';
import { authenticatedFields, headerFormat, headerPath, headerVersion, readHeader, writeHeader, type VaultHeader } from '#db/vault-header.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/** An open vault: the only copy of the data key that the app keeps, and the database it opens. */
export interface OpenVault {
  readonly folder: string;
  readonly database: Connection;
  readonly dataKey: Buffer;
}

export type VaultSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery-key'; readonly recoveryKey: string }
  | { readonly kind: 'keychain'; readonly keychain: KeySeal };

export interface CreateVault {
  readonly folder: string;
  readonly passphrase: string;
  readonly createdAt: string;
  /** Cheaper only in tests. */
  readonly cost?: ScryptCost;
}

export interface UnlockVault {
  readonly folder: string;
  readonly secret: VaultSecret;
  /** The cheapest key derivation that is accepted. */
  readonly cost?: ScryptCost;
}

const wrongPassphrase = failure('invalid-input', 'The passphrase is not right. Nothing was changed. Check the keyboard layout and capitals, or use the recovery key.');
const wrongRecoveryKey = failure('invalid-input', 'This recovery key does not open this vault. Nothing was changed. It may belong to another vault or have been replaced by a newer one.');
const recoveryKeyProblems: Readonly<Record<RecoveryKeyProblem, Failure>> = {
  'wrong-length': failure('invalid-input', 'The recovery key is not complete. It has nine groups of four characters.'),
  'wrong-character': failure('invalid-input', 'The recovery key holds a character that does not occur in recovery keys. Compare it with the printed one.'),
  'typing-error': failure('invalid-input', 'The recovery key has a typing error. Compare it with the printed one, group by group.'),
};
const missingDatabase = failure('storage', 'The database of the vault, nostos.db, is missing. Nothing was changed. Restore the latest backup.');
const alreadyThere = failure('conflict', 'There is a vault in this folder already. It was not touched. Unlock it, or choose another folder.');
export const vaultFailures = { wrongPassphrase, wrongRecoveryKey, recoveryKeyProblems, missingDatabase, alreadyThere } as const;

export const databasePath = (folder: string): string => join(folder, 'nostos.db');

/** True also for a vault of which a part is missing, so that nobody starts a new one over it. */
export function isVaultPresent(folder: string): boolean {
  return existsSync(headerPath(folder)) || existsSync(databasePath(folder));
}

/** Makes a vault under another name and moves it into place whole, so that a half-made one never stands there. */
export async function createVault(options: CreateVault): Promise<Result<{ readonly vault: OpenVault; readonly recoveryKey: string }, Failure>> {
  const problem = runtimeProblem();
  if (problem !== null) return refusal(failure('storage', problem));
  const folder = resolve(options.folder);
  if (isVaultPresent(folder)) return refusal(alreadyThere);
  const dataKey = newDataKey();
  const recovery = newRecoveryKey();
  const header = await newHeader(dataKey, options, recovery.secret);
  recovery.secret.fill(0);
  const made = await moveIntoPlace(folder, (building) => {
    const opened = openConnection({ path: databasePath(building), key: dataKey, mayCreate: true });
    if (!opened.ok) return opened;
    const migrated = migrate(opened.value, { migrations, backupPathFor: (version) => backupPathFor(building, version) });
    // Of nothing, so that nobody has to wait until they are made of everything.
    if (migrated.ok) {
      bringCaseLinesUpToDate(opened.value);
      atOnce(gatherWords(opened.value));
    }
    opened.value.close();
    if (!migrated.ok) return migrated;
    writeHeader(building, header);
    flushFile(databasePath(building));
    return success(undefined);
  });
  if (!made.ok) return made;
  const database = openConnection({ path: databasePath(folder), key: dataKey, mayCreate: false });
  return database.ok ? success({ vault: { folder, database: database.value, dataKey }, recoveryKey: recovery.text }) : database;
}

/** Opens a vault and brings its database up to date. Whatever is wrong, nothing is changed. */
export async function unlockVault(options: UnlockVault): Promise<Result<OpenVault, Failure>> {
  const problem = runtimeProblem();
  if (problem !== null) return refusal(failure('storage', problem));
  const folder = resolve(options.folder);
  const header = readHeader(folder, options.cost ?? standardCost);
  if (!header.ok) return header;
  if (!existsSync(databasePath(folder))) return refusal(missingDatabase);
  const dataKey = await unwrapWith(header.value, options.secret);
  if (!dataKey.ok) return dataKey;
  const opened = openDatabase(folder, dataKey.value);
  if (!opened.ok) {
    dataKey.value.fill(0);
    return opened;
  }
  return success({ folder, database: opened.value, dataKey: dataKey.value });
}

/** Closes the database and wipes the data key. */
export function closeVault(vault: OpenVault): void {
  try {
    vault.database.close();
  } finally {
    vault.dataKey.fill(0);
  }
}

/**
 * Wraps the data key anew; the database keeps its key, so this takes a second however large the vault is. `current` may also be
 * the recovery key, for whoever has forgotten the passphrase.
 */
export async function changePassphrase(vault: OpenVault, current: string, next: string, cost: ScryptCost = standardCost): Promise<Result<void, Failure>> {
  const header = readHeader(vault.folder, cost);
  if (!header.ok) return header;
  const checked = await checkSecret(vault, header.value, current);
  if (!checked.ok) return checked;
  const slot = await wrapKey(vault.dataKey, passphraseBytes(next), scryptKdf(cost), authenticatedFields(header.value, 'passphrase'));
  return replaceSlot(vault, header.value, 'passphrase', slot);
}

/** Whether a text is the passphrase or the recovery key of this vault. Changes nothing. */
export async function confirmPassphrase(vault: OpenVault, text: string, cost: ScryptCost = standardCost): Promise<Result<void, Failure>> {
  const header = readHeader(vault.folder, cost);
  return header.ok ? await checkSecret(vault, header.value, text) : header;
}

/** Answers the new recovery key. The old one opens nothing from then on. */
export async function renewRecoveryKey(vault: OpenVault, passphrase: string, cost: ScryptCost = standardCost): Promise<Result<{ readonly recoveryKey: string }, Failure>> {
  const header = readHeader(vault.folder, cost);
  if (!header.ok) return header;
  const checked = await checkOpens(vault, header.value, { kind: 'passphrase', passphrase });
  if (!checked.ok) return checked;
  const { text, secret } = newRecoveryKey();
  const slot = await wrapKey(vault.dataKey, secret, hkdfKdf(), authenticatedFields(header.value, 'recovery'));
  secret.fill(0);
  const replaced = replaceSlot(vault, header.value, 'recovery', slot);
  return replaced.ok ? success({ recoveryKey: text }) : replaced;
}

/** Keeps the vault in the keychain of this user on this machine, anew where it is kept already; or takes it out, with null. */
export async function changeKeychain(vault: OpenVault, passphrase: string, keychain: KeySeal | null, cost: ScryptCost = standardCost): Promise<Result<void, Failure>> {
  const header = readHeader(vault.folder, cost);
  if (!header.ok) return header;
  const checked = await checkOpens(vault, header.value, { kind: 'passphrase', passphrase });
  if (!checked.ok) return checked;
  const { keychain: _before, ...others } = header.value.slots;
  const slot = keychain === null ? null : await wrapForKeychain(vault.dataKey, header.value, keychain);
  if (slot?.ok === false) return slot;
  return guardStorage(() => {
    writeHeader(vault.folder, { ...header.value, slots: { ...others, ...(slot === null ? {} : { keychain: slot.value }) } });
  });
}

/** Whether the keychain is one of the ways into the vault; false also where its vault.json cannot be read, which unlocking then tells. */
export function isKeptInKeychain(folder: string, cost: ScryptCost = standardCost): boolean {
  const header = readHeader(folder, cost);
  return header.ok && header.value.slots.keychain !== undefined;
}

/** Fills a folder beside the wanted one and renames it, which either happens whole or not at all. */
export async function moveIntoPlace(folder: string, fill: (building: string) => Result<void, Failure> | Promise<Result<void, Failure>>): Promise<Result<void, Failure>> {
  const building = `${folder}.${randomBytes(6).toString('hex')}.part`;
  try {
    mkdirSync(building, { recursive: true, mode: 0o700 });
    const filled = await fill(building);
    if (!filled.ok) return filled;
    flushFolder(building);
    if (existsSync(folder)) {
      if (readdirSync(folder).length > 0) return refusal(failure('conflict', 'The folder is not empty. Nothing was changed. Choose a new or an empty folder.'));
      rmdirSync(folder);
    }
    renameSync(building, folder);
    flushFolder(dirname(folder));
    return success(undefined);
  } catch (fault) {
    const known = storageFailureOf(fault);
    if (known === null) throw fault;
    return refusal(known);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

function openDatabase(folder: string, dataKey: Buffer): Result<Connection, Failure> {
  const opened = openConnection({ path: databasePath(folder), key: dataKey, mayCreate: false });
  if (!opened.ok) return opened;
  const database = opened.value;
  const ready = guardStorage((): Result<unknown, Failure> => {
    // A database that lost all its content opens as a new, empty one.
    if (schemaVersion(database) === 0) return refusal(storageFailures.damaged);
    const migrated = migrate(database, { migrations, backupPathFor: (version) => backupPathFor(folder, version) });
    // The words of the search take far longer; whoever holds the vault has them gathered while it is in use.
    if (migrated.ok) bringCaseLinesUpToDate(database);
    return migrated;
  });
  const outcome = ready.ok ? ready.value : ready;
  if (outcome.ok) return success(database);
  database.close();
  return outcome;
}

async function newHeader(dataKey: Buffer, options: CreateVault, recoverySecret: Uint8Array): Promise<VaultHeader> {
  const fields = { format: headerFormat, formatVersion: headerVersion, vaultId: randomUUID(), createdAt: options.createdAt, database: 'sqlite3mc-chacha20-raw' } as const;
  return {
    ...fields,
    slots: {
      passphrase: await wrapKey(dataKey, passphraseBytes(options.passphrase), scryptKdf(options.cost ?? standardCost), authenticatedFields(fields, 'passphrase')),
      recovery: await wrapKey(dataKey, recoverySecret, hkdfKdf(), authenticatedFields(fields, 'recovery')),
    },
  };
}

async function unwrapWith(header: VaultHeader, secret: VaultSecret): Promise<Result<Buffer, Failure>> {
  if (secret.kind === 'keychain') return await unwrapFromKeychain(header, secret.keychain);
  if (secret.kind === 'passphrase') {
    const key = await unwrapKey(header.slots.passphrase, passphraseBytes(secret.passphrase), authenticatedFields(header, 'passphrase'));
    return key === null ? refusal(wrongPassphrase) : success(key);
  }
  const parsed = parseRecoveryKey(secret.recoveryKey);
  if (!parsed.ok) return refusal(recoveryKeyProblems[parsed.error]);
  const key = await unwrapKey(header.slots.recovery, parsed.value, authenticatedFields(header, 'recovery'));
  parsed.value.fill(0);
  return key === null ? refusal(wrongRecoveryKey) : success(key);
}

/** Only what could have opened this vault may change how it is opened. */
async function checkSecret(vault: OpenVault, header: VaultHeader, text: string): Promise<Result<void, Failure>> {
  const isRecoveryKey = parseRecoveryKey(text).ok;
  return await checkOpens(vault, header, isRecoveryKey ? { kind: 'recovery-key', recoveryKey: text } : { kind: 'passphrase', passphrase: text });
}

/** Also stops the key of this vault from being wrapped into the vault.json of another, which was put in its place meanwhile. */
async function checkOpens(vault: OpenVault, header: VaultHeader, secret: VaultSecret): Promise<Result<void, Failure>> {
  const found = await unwrapWith(header, secret);
  if (!found.ok) return found;
  const isThisVault = found.value.equals(vault.dataKey);
  found.value.fill(0);
  return isThisVault ? success(undefined) : refusal(wrongPassphrase);
}

function replaceSlot(vault: OpenVault, header: VaultHeader, name: 'passphrase' | 'recovery', slot: WrappedKey): Result<void, Failure> {
  return guardStorage(() => {
    writeHeader(vault.folder, { ...header, slots: { ...header.slots, [name]: slot } });
  });
}

function backupPathFor(folder: string, version: number): string {
  return join(folder, `before-schema-${String(version)}-${new Date().toISOString().replaceAll(':', '')}.db`);
}
