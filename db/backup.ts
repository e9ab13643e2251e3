import { createHash } from 'node:crypto';
import { chmodSync, closeSync, copyFileSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openConnection } from '#db/connection.ts';
import { flushFile } from '#db/durable-file.ts';
import { standardCost, type ScryptCost } from '#db/key-wrapping.ts';
import { inSlices } from '#db/in-slices.ts';
import { copyDatabase } from '#db/migrate.ts';
import { checkPages } from '#db/verify-vault.ts';
import { storageFailures } from '#db/storage-failure.ts';
import { headerPath, readHeader } from '#db/vault-header.ts';
import { databasePath, isVaultPresent, moveIntoPlace, vaultFailures, type OpenVault } from '#db/vault.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/**
 * A complete copy of an open vault in a new folder, encrypted as the vault is and opened by the same passphrase. The copy is
 * opened and checked before it takes its name, so that a folder with the wanted name is a backup that works.
 */
export async function backupVault(vault: OpenVault, to: string): Promise<Result<{ readonly folder: string; readonly bytes: number }, Failure>> {
  const folder = resolve(to);
  if (isVaultPresent(folder)) return refusal(failure('conflict', 'There is a vault or a backup in this folder already. It was not touched. Choose a new folder.'));
  if (!existsSync(dirname(folder))) return refusal(failure('invalid-input', 'The folder in which the backup should be made does not exist. Create it or choose another.'));
  // A lock meanwhile wipes the key of the vault; the copy is whole by then and is checked to the end.
  const key = Buffer.from(vault.dataKey);
  const made = await moveIntoPlace(folder, async (building) => {
    copyDatabase(vault.database, databasePath(building));
    copyFileSync(headerPath(vault.folder), headerPath(building));
    const checked = await checkCopy(databasePath(building), key);
    if (!checked.ok) return checked;
    flushFile(databasePath(building));
    flushFile(headerPath(building));
    return success(undefined);
  }).finally(() => key.fill(0));
  return made.ok ? success({ folder, bytes: sizeOf(databasePath(folder)) + sizeOf(headerPath(folder)) }) : made;
}

/** Puts a backup where a vault shall be. An existing vault is never written over, however damaged it is. */
export async function restoreVault(from: string, to: string, cost: ScryptCost = standardCost): Promise<Result<{ readonly folder: string; readonly bytes: number }, Failure>> {
  const source = resolve(from);
  const folder = resolve(to);
  if (isVaultPresent(folder)) return refusal(vaultFailures.alreadyThere);
  const header = readHeader(source, cost);
  if (!header.ok) return header;
  if (!existsSync(databasePath(source))) return refusal(vaultFailures.missingDatabase);
  if (existsSync(`${databasePath(source)}-wal`)) return refusal(failure('conflict', 'This folder is a vault that is open or was not closed properly, not a backup. Unlock it with Nostos and close it, then make a backup of it.'));
  const made = await moveIntoPlace(folder, (building) => {
    for (const name of ['nostos.db', 'vault.json']) {
      copyFileSync(join(source, name), join(building, name));
      // A copy takes the rights of its source, and a backup may be write-protected, or lie on a drive that knows no rights.
      chmodSync(join(building, name), 0o600);
      if (hashOf(join(source, name)) !== hashOf(join(building, name))) return refusal(storageFailures.faultyDisk);
      flushFile(join(building, name));
    }
    return success(undefined);
  });
  return made.ok ? success({ folder, bytes: sizeOf(databasePath(folder)) + sizeOf(headerPath(folder)) }) : made;
}

async function checkCopy(path: string, dataKey: Buffer): Promise<Result<void, Failure>> {
  const opened = openConnection({ path, key: dataKey, mayCreate: false });
  if (!opened.ok) return opened;
  try {
    return (await inSlices(checkPages(opened.value), () => true)) === true ? success(undefined) : refusal(storageFailures.damaged);
  } finally {
    opened.value.close();
  }
}

/** Piece by piece: a vault may be larger than the memory. */
function hashOf(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1 << 20);
  const file = openSync(path, 'r');
  try {
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) hash.update(piece.subarray(0, length));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

function sizeOf(path: string): number {
  return statSync(path).size;
}
