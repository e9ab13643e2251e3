import { randomBytes } from 'node:crypto';
import { hkdfKdf, unwrapKey, wrapKey, type KeychainSlot } from '#db/key-wrapping.ts';
import { authenticatedFields, type VaultHeader } from '#db/vault-header.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/**
 * The way into a vault without a passphrase, for whoever asks for it: the data key is wrapped by a random secret, and that secret is
 * sealed by the keychain of the operating system. Stops whoever copies the folder, since only this user on this machine unseals it; it does not stop
 * whoever sits down at the open session of that user. The data key itself is never given to the keychain, so taking the
 * slot out of vault.json ends this way in.
 */
export interface KeySeal {
  readonly seal: (secret: Uint8Array) => Promise<Uint8Array>;
  readonly unseal: (sealed: Uint8Array) => Promise<Uint8Array>;
}

const notKept = failure('rule-broken', 'This vault is not kept in the keychain of this machine. Enter the passphrase.');
const strangeKeychain = failure(
  'rule-broken',
  'The keychain of this machine does not open this vault. It was kept by another user or on another machine, or the keychain was reset. Enter the passphrase, then keep the vault in the keychain again.',
);
const unwillingKeychain = failure('rule-broken', 'The keychain of this machine did not take the key. Nothing was changed. Check that the keychain is unlocked and try again.');
export const keychainFailures = { notKept, strange: strangeKeychain, unwilling: unwillingKeychain } as const;

export async function wrapForKeychain(dataKey: Uint8Array, header: VaultHeader, keychain: KeySeal): Promise<Result<KeychainSlot, Failure>> {
  const secret = randomBytes(32);
  try {
    const sealed = Buffer.from(await keychain.seal(secret));
    // Asked back at once: a keychain that cannot give back what it took must show now and not on the day it is needed.
    const given = Buffer.from(await keychain.unseal(sealed));
    if (!given.equals(secret)) return refusal(unwillingKeychain);
    given.fill(0);
    const slot = await wrapKey(dataKey, secret, hkdfKdf(), authenticatedFields(header, 'keychain'));
    return success({ ...slot, sealed: sealed.toString('base64') });
  } catch {
    // The user refused the keychain's own question, or it is locked. What it says of that is the system's and of no use here.
    return refusal(unwillingKeychain);
  } finally {
    secret.fill(0);
  }
}

export async function unwrapFromKeychain(header: VaultHeader, keychain: KeySeal): Promise<Result<Buffer, Failure>> {
  const slot = header.slots.keychain;
  if (slot === undefined) return refusal(notKept);
  let secret: Uint8Array;
  try {
    secret = await keychain.unseal(Buffer.from(slot.sealed, 'base64'));
  } catch {
    return refusal(strangeKeychain);
  }
  const key = await unwrapKey(slot, secret, authenticatedFields(header, 'keychain'));
  secret.fill(0);
  return key === null ? refusal(strangeKeychain) : success(key);
}
