import { describe, expect, test } from 'vitest';
import { electronCapabilities } from '#electron/main/electron-capabilities.ts';

type SafeStorage = Parameters<typeof electronCapabilities>[0];

/** A keychain that "encrypts" by turning the text around, enough to see that sealed and open differ. */
function aKeychain(isAvailable: boolean, backend: ReturnType<SafeStorage['getSelectedStorageBackend']> = 'gnome_libsecret'): SafeStorage {
  const turned = (text: string) => [...text].reverse().join('');
  return {
    isAsyncEncryptionAvailable: async () => isAvailable,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text) => Buffer.from(turned(text)),
    decryptStringAsync: async (sealed) => ({ result: turned(sealed.toString()), shouldReEncrypt: false }),
  };
}

const noPrinter: Parameters<typeof electronCapabilities>[2] = () => Promise.reject(new Error('nothing is printed here'));

describe('the keychain', () => {
  test('gives back the bytes that it sealed', async () => {
    const { keychain } = await electronCapabilities(aKeychain(true), 'darwin', noPrinter);
    const secret = new Uint8Array([0, 1, 255, 128, 10]);
    const sealed = await keychain?.seal(secret);
    expect(sealed).not.toEqual(secret);
    expect(await keychain?.unseal(sealed ?? new Uint8Array())).toEqual(secret);
  });

  test.each([
    ['linux', 'gnome_libsecret', true, true],
    ['linux', 'kwallet6', true, true],
    ['linux', 'basic_text', true, false],
    ['linux', 'unknown', true, false],
    ['linux', 'gnome_libsecret', false, false],
    ['win32', 'unknown', true, true],
    ['darwin', 'unknown', false, false],
  ] as const)('on %s with %s, available %s, is offered: %s', async (platform, backend, isAvailable, isOffered) => {
    const { keychain } = await electronCapabilities(aKeychain(isAvailable, backend), platform, noPrinter);
    expect(keychain !== null).toBe(isOffered);
  });
});
