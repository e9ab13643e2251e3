import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keychainFailures, type KeySeal } from '#db/keychain-slot.ts';
import { changeKeychain, changePassphrase, closeVault, isKeptInKeychain, renewRecoveryKey, unlockVault, vaultFailures } from '#db/vault.ts';
import { headerFailures, headerPath, readHeader, writeHeader } from '#db/vault-header.ts';
import { createBackend } from '#electron/backend/backend.ts';
import { createVaultSession } from '#electron/backend/vault/vault-session.ts';
import { refusal, success } from '#shared/base/result.ts';
import type { AppState } from '#shared/contract/app-procedures.ts';
import { aFolder, aVault, cheapCost, must, passphrase } from '#tests/db/vault-builder.ts';

/** The keychain of one user on one machine: another one made by this function cannot open what it sealed. */
function aKeychain(): KeySeal {
  const key = randomBytes(64);
  const turn = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, index) => byte ^ (key[index % key.length] ?? 0));
  const mark = key.subarray(0, 8);
  return {
    seal: (secret) => Promise.resolve(Buffer.concat([mark, turn(secret)])),
    unseal: (sealed) => (mark.equals(sealed.subarray(0, 8)) ? Promise.resolve(turn(sealed.subarray(8))) : Promise.reject(new Error('sealed elsewhere'))),
  };
}

const unlockWith = (folder: string, keychain: KeySeal) => unlockVault({ folder, secret: { kind: 'keychain', keychain }, cost: cheapCost });
const header = (folder: string) => must(readHeader(folder, cheapCost));

async function aKeptVault(keychain: KeySeal) {
  const held = await aVault();
  must(await changeKeychain(held.vault, passphrase, keychain, cheapCost));
  return held;
}

describe('a vault kept in the keychain', () => {
  test('is none until somebody asks for it', async () => {
    const { vault } = await aVault();
    expect(Object.keys(header(vault.folder).slots)).toEqual(['passphrase', 'recovery']);
    expect(isKeptInKeychain(vault.folder, cheapCost)).toBe(false);
    expect(await unlockWith(vault.folder, aKeychain())).toEqual(refusal(keychainFailures.notKept));
  });

  test('opens by it, still by the passphrase, and holds what was saved', async () => {
    const keychain = aKeychain();
    const held = await aKeptVault(keychain);
    held.addCase('A-1');
    held.close();
    const opened = must(await unlockWith(held.vault.folder, keychain));
    expect(opened.database.prepare('SELECT reference FROM case_record').all()).toEqual([{ reference: 'A-1' }]);
    closeVault(opened);
    closeVault(must(await unlockVault({ folder: held.vault.folder, secret: { kind: 'passphrase', passphrase }, cost: cheapCost })));
  });

  test('never gives the data key itself to the keychain or to vault.json', async () => {
    const taken: Uint8Array[] = [];
    const keychain = aKeychain();
    const { vault } = await aKeptVault({ ...keychain, seal: (secret) => { taken.push(Uint8Array.from(secret)); return keychain.seal(secret); } });
    expect(taken).toHaveLength(1);
    expect(Buffer.from(taken[0] ?? []).equals(vault.dataKey)).toBe(false);
    expect(readFileSync(headerPath(vault.folder), 'utf8')).not.toContain(vault.dataKey.toString('base64'));
  });

  test('stays so through a new passphrase and a new recovery key', async () => {
    const keychain = aKeychain();
    const { vault, close } = await aKeptVault(keychain);
    must(await changePassphrase(vault, passphrase, 'another good passphrase', cheapCost));
    must(await renewRecoveryKey(vault, 'another good passphrase', cheapCost));
    close();
    closeVault(must(await unlockWith(vault.folder, keychain)));
  });

  test('is taken out by deleting the slot, after which a copy of the seal opens nothing', async () => {
    const keychain = aKeychain();
    const { vault } = await aKeptVault(keychain);
    const before = header(vault.folder).slots.keychain;
    must(await changeKeychain(vault, passphrase, null, cheapCost));
    expect(readFileSync(headerPath(vault.folder), 'utf8')).not.toContain(before?.sealed ?? 'none');
    expect(await unlockWith(vault.folder, keychain)).toEqual(refusal(keychainFailures.notKept));
  });

  test('takes the passphrase to keep and to take out', async () => {
    const { vault } = await aVault();
    expect(await changeKeychain(vault, 'not the passphrase', aKeychain(), cheapCost)).toEqual(refusal(vaultFailures.wrongPassphrase));
    must(await changeKeychain(vault, passphrase, aKeychain(), cheapCost));
    expect(await changeKeychain(vault, 'not the passphrase', null, cheapCost)).toEqual(refusal(vaultFailures.wrongPassphrase));
    expect(isKeptInKeychain(vault.folder, cheapCost)).toBe(true);
  });

  test('says clearly that it was sealed on another machine, and is left as it is', async () => {
    const { vault } = await aKeptVault(aKeychain());
    const text = readFileSync(headerPath(vault.folder), 'utf8');
    expect(await unlockWith(vault.folder, aKeychain())).toEqual(refusal(keychainFailures.strange));
    expect(readFileSync(headerPath(vault.folder), 'utf8')).toBe(text);
  });

  test('is not opened by the slot of another vault, nor by a keychain that answers something else', async () => {
    const keychain = aKeychain();
    const [one, other] = [await aKeptVault(keychain), await aKeptVault(keychain)];
    const mine = header(one.vault.folder);
    const theirs = header(other.vault.folder).slots.keychain;
    if (theirs === undefined) throw new Error('expected a slot');
    writeHeader(one.vault.folder, { ...mine, slots: { ...mine.slots, keychain: theirs } });
    expect(await unlockWith(one.vault.folder, keychain)).toEqual(refusal(keychainFailures.strange));
    expect(await unlockWith(other.vault.folder, { ...keychain, unseal: () => Promise.resolve(new Uint8Array(0)) })).toEqual(refusal(keychainFailures.strange));
  });

  test('whose slot asks for a derivation that is none of ours is refused', async () => {
    const { vault } = await aKeptVault(aKeychain());
    const mine = header(vault.folder);
    const slot = mine.slots.keychain;
    if (slot === undefined) throw new Error('expected a slot');
    writeHeader(vault.folder, { ...mine, slots: { ...mine.slots, keychain: { ...slot, kdf: mine.slots.passphrase.kdf } } });
    expect(readHeader(vault.folder, cheapCost)).toEqual(refusal(headerFailures.refused));
  });

  test.each([
    ['that refuses', { seal: () => Promise.reject(new Error('the user said no')), unseal: () => Promise.reject(new Error('no')) }],
    ['that cannot give back what it took', { seal: () => Promise.resolve(Uint8Array.of(1)), unseal: () => Promise.resolve(Uint8Array.of(2)) }],
  ])('is not made with a keychain %s', async (_what, keychain) => {
    const { vault } = await aVault();
    expect(await changeKeychain(vault, passphrase, keychain, cheapCost)).toEqual(refusal(keychainFailures.unwilling));
    expect(isKeptInKeychain(vault.folder, cheapCost)).toBe(false);
  });
});

describe('a session', () => {
  const aSession = (keychain: KeySeal | null) => createVaultSession({ folder: join(aFolder(), 'vault'), isDemo: false, clock: () => '2026-03-01T09:00:00.000Z', emit: () => undefined, cost: cheapCost, keychain });

  test('keeps, unlocks by and takes out of the keychain of its host', async () => {
    const session = aSession(aKeychain());
    must(await session.create({ passphrase, clinicianName: '' }));
    expect(session.isInKeychain()).toBe(false);
    must(await session.keepInKeychain(true, passphrase));
    expect(session.isInKeychain()).toBe(true);
    session.lock();
    expect(await session.unlock({ keychain: true })).toEqual(success(undefined));
    must(await session.keepInKeychain(false, passphrase));
    session.lock();
    expect(await session.unlock({ keychain: true })).toEqual(refusal(keychainFailures.notKept));
    expect(session.state()).toBe('locked');
  });

  test('without a keychain says so, and still takes the vault out of one', async () => {
    const session = aSession(null);
    must(await session.create({ passphrase, clinicianName: '' }));
    expect(await session.keepInKeychain(true, passphrase)).toMatchObject({ ok: false, error: { kind: 'rule-broken' } });
    expect(await session.keepInKeychain(false, passphrase)).toEqual(success(undefined));
    session.lock();
    expect(await session.unlock({ keychain: true })).toMatchObject({ ok: false, error: { kind: 'rule-broken' } });
  });

  test('whose keychain fails costs no wait for the passphrase', async () => {
    const session = aSession(aKeychain());
    must(await session.create({ passphrase, clinicianName: '' }));
    session.lock();
    for (let attempt = 0; attempt < 5; attempt += 1) await session.unlock({ keychain: true });
    expect(await session.unlock({ passphrase })).toEqual(success(undefined));
    session.lock();
  });
});

test('the application tells a screen what its keychain can do, and does it', async () => {
  const backend = createBackend({ host: { name: 'electron', printToPdf: null, keychain: aKeychain() }, dataFolder: aFolder(), checkOutput: true, vaultCost: cheapCost });
  const state = async () => (await backend.dispatch('app.state', {})) as { value: AppState };
  await backend.dispatch('vault.create', { passphrase, clinicianName: '' });
  expect((await state()).value).toMatchObject({ host: { hasKeychain: true }, isInKeychain: false });
  expect(await backend.dispatch('vault.keepInKeychain', { keep: true, passphrase })).toEqual({ ok: true, value: {} });
  await backend.dispatch('vault.lock', {});
  expect((await state()).value).toMatchObject({ vault: 'locked', isInKeychain: true });
  expect(await backend.dispatch('vault.unlock', { keychain: true })).toEqual({ ok: true, value: {} });
  expect((await state()).value.vault).toBe('open');
  await backend.close();
});

test('a vault.json of another vault put in place while one is open takes no new recovery key', async () => {
  const [one, other] = [await aVault(), await aVault()];
  writeHeader(one.vault.folder, header(other.vault.folder));
  expect(await renewRecoveryKey(one.vault, passphrase, cheapCost)).toEqual(refusal(vaultFailures.wrongPassphrase));
  expect(header(one.vault.folder)).toEqual(header(other.vault.folder));
});
