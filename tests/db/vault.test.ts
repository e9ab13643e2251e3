import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, cpSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupVault, restoreVault } from '#db/backup.ts';
import { openConnection, runtimeProblem } from '#db/connection.ts';
import { formatRecoveryKey } from '#db/recovery-key.ts';
import { storageFailures } from '#db/storage-failure.ts';
import { headerFailures } from '#db/vault-header.ts';
import { changePassphrase, createVault, isVaultPresent, renewRecoveryKey, unlockVault, vaultFailures, type VaultSecret } from '#db/vault.ts';
import { verifyVault } from '#db/verify-vault.ts';
import { refusal } from '#shared/base/result.ts';
import { aFolder, anUnlockedVault, aVault, cheapCost, must, passphrase } from '#tests/db/vault-builder.ts';

const unlock = (folder: string, secret: VaultSecret = { kind: 'passphrase', passphrase }) => unlockVault({ folder, secret, cost: cheapCost });
const withKey = (recoveryKey: string): VaultSecret => ({ kind: 'recovery-key', recoveryKey });
const isRoot = process.getuid?.() === 0;

/** Every file of a folder with its bytes. */
const snapshot = (folder: string) => Object.fromEntries(readdirSync(folder).sort().map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

/** A closed vault with one case. */
async function aClosedVault() {
  const vault = await aVault();
  vault.addCase('NRG-1', [['HP:0001250', 'Seizure', 'observed']]);
  vault.close();
  return { folder: vault.vault.folder, recoveryKey: vault.recoveryKey };
}

/** Opens a vault in a process of its own and answers the message of its failure, or `open`. */
function unlockElsewhere(folder: string, asUser?: number): string {
  const script = `import { unlockVault } from '#db/vault.ts';
    const result = await unlockVault({ folder: process.argv[1], secret: { kind: 'passphrase', passphrase: ${JSON.stringify(passphrase)} }, cost: ${JSON.stringify(cheapCost)} });
    console.log(result.ok ? 'open' : result.error.kind + ': ' + result.error.message);`;
  const options = { cwd: process.cwd(), encoding: 'utf8', ...(asUser === undefined ? {} : { uid: asUser, gid: asUser }) } as const;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script, folder], options);
  return child.stdout.trim() === '' ? child.stderr : child.stdout.trim();
}

describe('a vault', () => {
  test('opens again with its passphrase or its recovery key and holds what was saved', async () => {
    const { folder, recoveryKey } = await aClosedVault();
    for (const secret of [{ kind: 'passphrase', passphrase } as const, withKey(recoveryKey), withKey(recoveryKey.toLowerCase().replaceAll('-', ' '))]) {
      const opened = must(await unlock(folder, secret));
      expect(opened.database.prepare('SELECT reference FROM case_record').pluck().all()).toEqual(['NRG-1']);
      opened.database.close();
    }
  });

  test('is a folder that only its owner can enter, with two files', async () => {
    const { folder } = await aClosedVault();
    expect(readdirSync(folder).sort()).toEqual(['nostos.db', 'vault.json']);
    expect(statSync(folder).mode & 0o077).toBe(0);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  test('writes with WAL, full synchronisation, foreign keys, checked cells, overwritten deletions and nothing outside memory and its two files', async () => {
    const { vault } = await aVault();
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'cell_size_check', 'secure_delete', 'temp_store', 'locking_mode', 'trusted_schema'];
    expect(Object.fromEntries(pragmas.map((name) => [name, vault.database.pragma(name, { simple: true })]))).toEqual({
      journal_mode: 'wal', synchronous: 2, foreign_keys: 1, cell_size_check: 1, secure_delete: 1, temp_store: 2, locking_mode: 'exclusive', trusted_schema: 0,
    });
    expect(vault.database.pragma('mmap_size', { simple: true }) ?? 0).toBe(0);
    expect(readdirSync(vault.folder).filter((name) => name.endsWith('-shm'))).toEqual([]);
  });

  test('is never made over another, whole or in part', async () => {
    const { folder } = await aClosedVault();
    const before = snapshot(folder);
    const create = () => createVault({ folder, passphrase, createdAt: '2026-03-01T08:00:00.000Z', cost: cheapCost });
    expect(await create()).toEqual(refusal(vaultFailures.alreadyThere));
    expect(snapshot(folder)).toEqual(before);
    rmSync(join(folder, 'vault.json'));
    expect(await create()).toEqual(refusal(vaultFailures.alreadyThere));
    const other = join(aFolder(), 'documents');
    mkdirSync(other);
    writeFileSync(join(other, 'letter.txt'), 'mine');
    expect((await createVault({ folder: other, passphrase, createdAt: '2026-03-01T08:00:00.000Z', cost: cheapCost })).ok).toBe(false);
    expect([readdirSync(other), readdirSync(join(other, '..'))]).toEqual([['letter.txt'], ['documents']]);
  });

  test('changes its passphrase without touching the database, and the old one opens it no more', async () => {
    const { folder, recoveryKey } = await aClosedVault();
    const database = readFileSync(join(folder, 'nostos.db'));
    const opened = must(await unlock(folder));
    expect(await changePassphrase(opened, 'not the passphrase', 'a new long passphrase', cheapCost)).toEqual(refusal(vaultFailures.wrongPassphrase));
    must(await changePassphrase(opened, passphrase, 'a new long passphrase', cheapCost));
    opened.database.close();
    expect(readFileSync(join(folder, 'nostos.db')).equals(database)).toBe(true);
    expect(await unlock(folder)).toEqual(refusal(vaultFailures.wrongPassphrase));
    must(await unlock(folder, { kind: 'passphrase', passphrase: 'a new long passphrase' })).database.close();
    must(await unlock(folder, withKey(recoveryKey))).database.close();
  });

  test('takes a new passphrase from whoever has forgotten the old one but holds the recovery key', async () => {
    const { folder, recoveryKey } = await aClosedVault();
    const opened = must(await unlock(folder, withKey(recoveryKey)));
    must(await changePassphrase(opened, recoveryKey, 'a new long passphrase', cheapCost));
    opened.database.close();
    must(await unlock(folder, { kind: 'passphrase', passphrase: 'a new long passphrase' })).database.close();
  });

  test('gives out a new recovery key, and the old one is void', async () => {
    const { folder, recoveryKey } = await aClosedVault();
    const opened = must(await unlock(folder));
    expect(await renewRecoveryKey(opened, 'not the passphrase', cheapCost)).toEqual(refusal(vaultFailures.wrongPassphrase));
    const renewed = must(await renewRecoveryKey(opened, passphrase, cheapCost)).recoveryKey;
    opened.database.close();
    expect(await unlock(folder, withKey(recoveryKey))).toEqual(refusal(vaultFailures.wrongRecoveryKey));
    must(await unlock(folder, withKey(renewed))).database.close();
    must(await unlock(folder)).database.close();
  });

  test('cannot be opened by a second process, nor twice by one; when the first is gone it can', async () => {
    const { folder } = await aClosedVault();
    const first = await anUnlockedVault(folder);
    expect(unlockElsewhere(folder)).toBe(`storage: ${storageFailures.inUse.message}`);
    expect(await unlock(folder)).toEqual(refusal(storageFailures.inUse));
    first.addCase('NRG-2');
    first.close();
    expect(unlockElsewhere(folder)).toBe('open');
  });
});

describe('a vault that cannot be opened says why and is left as it is', () => {
  async function expectUntouched(folder: string, secret: VaultSecret | undefined, expected: unknown): Promise<void> {
    const before = snapshot(folder);
    expect(await unlock(folder, secret)).toEqual(expected);
    expect(snapshot(folder)).toEqual(before);
  }

  test('a wrong passphrase; a wrong, a mistyped and an incomplete recovery key', async () => {
    const { folder, recoveryKey } = await aClosedVault();
    await expectUntouched(folder, { kind: 'passphrase', passphrase: `${passphrase} ` }, refusal(vaultFailures.wrongPassphrase));
    await expectUntouched(folder, withKey(formatRecoveryKey(new Uint8Array(20))), refusal(vaultFailures.wrongRecoveryKey));
    await expectUntouched(folder, withKey((recoveryKey.startsWith('0') ? '1' : '0') + recoveryKey.slice(1)), refusal(vaultFailures.recoveryKeyProblems['typing-error']));
    await expectUntouched(folder, withKey(recoveryKey.slice(5)), refusal(vaultFailures.recoveryKeyProblems['wrong-length']));
  });

  test('a missing, a damaged and a newer vault.json', async () => {
    const { folder } = await aClosedVault();
    const path = join(folder, 'vault.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, 200));
    await expectUntouched(folder, undefined, refusal(headerFailures.damaged));
    writeFileSync(path, text.replace('"formatVersion": 1', '"formatVersion": 2'));
    await expectUntouched(folder, undefined, refusal(headerFailures.newer));
    rmSync(path);
    await expectUntouched(folder, undefined, refusal(headerFailures.missing));
    expect(isVaultPresent(folder)).toBe(true);
  });

  test('a vault.json of another vault, or with its fields rewritten, does not open it', async () => {
    const [one, other] = [await aClosedVault(), await aClosedVault()];
    cpSync(join(other.folder, 'vault.json'), join(one.folder, 'vault.json'));
    await expectUntouched(one.folder, undefined, refusal(storageFailures.damaged));
  });

  test('a missing, an emptied, a cut-off and a scribbled-on database', async () => {
    const { folder } = await aClosedVault();
    const path = join(folder, 'nostos.db');
    const whole = readFileSync(path);
    for (const spot of [0, 17, 100, 4_000]) {
      const scribbled = Buffer.from(whole);
      scribbled[spot] = (scribbled[spot] ?? 0) ^ 1;
      writeFileSync(path, scribbled);
      await expectUntouched(folder, undefined, refusal(storageFailures.damaged));
    }
    for (const length of [100, 4_096, 8_192, 40_960]) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      await expectUntouched(folder, undefined, refusal(storageFailures.damaged));
    }
    writeFileSync(path, '');
    expect(await unlock(folder)).toEqual(refusal(storageFailures.damaged));
    rmSync(path);
    await expectUntouched(folder, undefined, refusal(vaultFailures.missingDatabase));
  });

  test('a database that a newer version has migrated', async () => {
    const { folder } = await aClosedVault();
    const opened = must(await unlock(folder));
    opened.database.pragma('user_version = 9990');
    opened.database.close();
    await expectUntouched(folder, undefined, refusal({ kind: 'storage', message: 'This vault was last used with a newer Nostos. Nothing was changed. Install the newer version to open it.' }));
  });

  test('damage deep in the database shows when it is verified, page by page', async () => {
    const { folder } = await aClosedVault();
    const path = join(folder, 'nostos.db');
    const whole = readFileSync(path);
    const undetected: number[] = [];
    for (let page = 1; page < whole.length / 4_096; page += 1) {
      const scribbled = Buffer.from(whole);
      const spot = page * 4_096 + 1_234;
      scribbled[spot] = (scribbled[spot] ?? 0) ^ 0x10;
      writeFileSync(path, scribbled);
      const opened = await unlock(folder);
      if (!opened.ok) continue;
      const check = verifyVault(opened.value.database);
      if (check.ok && check.value.isIntact) undetected.push(page);
      opened.value.database.close();
    }
    expect(undetected).toEqual([]);
  });

  test('a folder that does not allow writing', async () => {
    const { folder } = await aClosedVault();
    const before = snapshot(folder);
    if (isRoot) {
      // Permissions do not hold root back, so another user is asked to open it.
      chownSync(folder, 65_534, 65_534);
      for (const name of readdirSync(folder)) chownSync(join(folder, name), 65_534, 65_534);
      chmodSync(join(folder, '..'), 0o755);
    }
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o400);
    chmodSync(folder, 0o500);
    const message = unlockElsewhere(folder, isRoot ? 65_534 : undefined);
    chmodSync(folder, 0o700);
    expect(message).toBe(`storage: ${storageFailures.notWritable.message}`);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a folder that cannot be used as one', async () => {
    const file = join(aFolder(), 'file');
    writeFileSync(file, 'x');
    expect(await createVault({ folder: join(file, 'vault'), passphrase, createdAt: '2026-03-01T08:00:00.000Z', cost: cheapCost })).toEqual(refusal(storageFailures.unusableFolder));
  });
});

describe('a full disk', () => {
  test('refuses the command, keeps everything from before, and lets it pass when there is room again', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    const { database } = vault.vault;
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${String(pages + 1)}`);
    const change = () => vault.run((unit) => { unit.describe('Change note', caseId); return unit.cases.change(caseId, 1, { note: 'x'.repeat(50_000) }); });
    expect(change()).toEqual(refusal(storageFailures.diskFull));
    expect(database.inTransaction).toBe(false);
    expect([vault.read.cases.find(caseId)?.note, vault.read.history.count(), must(verifyVault(database)).findings]).toEqual(['', 1, []]);
    database.pragma(`max_page_count = ${String(pages + 1_000)}`);
    must(change());
    expect(must(verifyVault(database))).toEqual({ isIntact: true, changes: 2, findings: [] });
  });

  test.skipIf(!canMount())('that is a real one keeps every change that was acknowledged (skipped where no file system can be mounted)', async () => {
    const disk = aFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
    try {
      const folder = join(disk, 'vault');
      const vault = await aVault(folder);
      const saved: string[] = [];
      let answer: unknown = null;
      for (let number = 0; number < 1_000 && answer === null; number += 1) {
        const result = vault.run((unit) => { unit.settings.change({ clinicName: `${String(number)} ${'x'.repeat(190)}` }); unit.describe('Change settings', null); return { ok: true, value: number } as const; });
        if (result.ok) saved.push(String(number));
        else answer = result;
      }
      expect(answer).toEqual(refusal(storageFailures.diskFull));
      expect(saved.length).toBeGreaterThan(20);
      expect(vault.read.settings.read().clinicName.split(' ')[0]).toBe(saved.at(-1));
      fillUp(join(disk, 'filler'));
      expect(await changePassphrase(vault.vault, passphrase, 'a new long passphrase', cheapCost)).toEqual(refusal(storageFailures.diskFull));
      expect(await backupVault(vault.vault, join(disk, 'backup'))).toEqual(refusal(storageFailures.diskFull));
      vault.close();
      expect([readdirSync(disk).sort(), readdirSync(folder).filter((name) => !name.startsWith('nostos.db'))]).toEqual([['filler', 'vault'], ['vault.json']]);
      execFileSync('mount', ['-o', 'remount,size=16m', disk]);
      const again = must(await unlock(folder));
      expect(must(verifyVault(again.database))).toEqual({ isIntact: true, changes: saved.length, findings: [] });
      again.database.close();
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});

describe('a backup', () => {
  test('is a whole vault that opens with the same passphrase, also while the original is open', async () => {
    const vault = await aVault();
    vault.addCase('NRG-1');
    const target = join(aFolder(), 'backup');
    const made = must(await backupVault(vault.vault, target));
    expect(made).toEqual({ folder: target, bytes: statSync(join(target, 'nostos.db')).size + statSync(join(target, 'vault.json')).size });
    expect(readdirSync(target).sort()).toEqual(['nostos.db', 'vault.json']);
    expect([target, ...readdirSync(target).map((name) => join(target, name))].filter((path) => (statSync(path).mode & 0o077) !== 0)).toEqual([]);
    vault.addCase('NRG-2');
    const copy = await anUnlockedVault(target);
    expect(copy.read.cases.list().map(({ reference }) => reference)).toEqual(['NRG-1']);
    expect(must(verifyVault(copy.vault.database))).toEqual({ isIntact: true, changes: 1, findings: [] });
  });

  test('is never written over another, into a folder with something in it, or beside nothing', async () => {
    const vault = await aVault();
    const target = join(aFolder(), 'backup');
    must(await backupVault(vault.vault, target));
    const before = snapshot(target);
    expect(await backupVault(vault.vault, target)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(snapshot(target)).toEqual(before);
    expect(await backupVault(vault.vault, vault.vault.folder)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(await backupVault(vault.vault, join(aFolder(), 'no', 'such'))).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
  });

  test('is restored into a new folder, never over a vault, and not from a vault in use', async () => {
    const vault = await aVault();
    vault.addCase('NRG-1');
    const [backup, restored] = [join(aFolder(), 'backup'), join(aFolder(), 'restored')];
    must(await backupVault(vault.vault, backup));
    expect(await restoreVault(backup, vault.vault.folder, cheapCost)).toEqual(refusal(vaultFailures.alreadyThere));
    expect(await restoreVault(vault.vault.folder, restored, cheapCost)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    expect(await restoreVault(aFolder(), restored, cheapCost)).toEqual(refusal(headerFailures.missing));
    must(await restoreVault(backup, restored, cheapCost));
    expect(snapshot(restored)).toEqual(snapshot(backup));
    const opened = await anUnlockedVault(restored);
    expect(opened.read.cases.list()).toHaveLength(1);
  });
});

describe('the connection', () => {
  test('is not tried on a Node whose process it would end', () => {
    expect(runtimeProblem()).toBeNull();
    expect(runtimeProblem({ node: '22.14.0', napi: '10' })).toBeNull();
    for (const napi of ['9', undefined]) expect(runtimeProblem({ node: '20.20.2', napi })).toBe('Nostos needs Node 22.14 or newer; this is Node 20.20.2. Install a newer Node and start again.');
  });

  test('refuses a wrong key at once', async () => {
    const { folder } = await aClosedVault();
    expect(openConnection({ path: join(folder, 'nostos.db'), key: new Uint8Array(32), mayCreate: false })).toEqual(refusal(storageFailures.damaged));
    expect(() => openConnection({ path: join(folder, 'nostos.db'), key: new Uint8Array(16), mayCreate: false })).toThrow('32 bytes');
  });
});

/** Takes what is left of a disk, to the last byte. */
function fillUp(path: string): void {
  const file = openSync(path, 'w');
  for (let size = 65_536; size > 0; ) {
    try {
      if (writeSync(file, Buffer.alloc(size)) === 0) size = 0;
    } catch {
      size = Math.floor(size / 2);
    }
  }
  closeSync(file);
}

function canMount(): boolean {
  if (!isRoot || process.platform !== 'linux') return false;
  const folder = join('/tmp', `nostos-mount-${String(process.pid)}`);
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0;
  if (mounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return mounted;
}
