import type { SafeStorage } from 'electron';
import type { HostCapabilities, Keychain, PrintToPdf } from '#electron/backend/host-capabilities.ts';

type Safe = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'>;

/** What Electron can do for the features: print documents, and keep a key in the keychain of the operating system. Electron must be ready. */
export async function electronCapabilities(safeStorage: Safe, platform: NodeJS.Platform, printToPdf: PrintToPdf): Promise<HostCapabilities> {
  return {
    name: 'electron',
    printToPdf,
    keychain: (await hasKeychain(safeStorage, platform)) ? keychainOf(safeStorage) : null,
  };
}

/**
 * Stops: a key that only seems to be kept safe. On a Linux system without a keyring Electron falls back to a password that is
 * written in its own source; that is none.
 */
async function hasKeychain(safeStorage: Safe, platform: NodeJS.Platform): Promise<boolean> {
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) return false;
  return await safeStorage.isAsyncEncryptionAvailable();
}

function keychainOf(safeStorage: Safe): Keychain {
  return {
    seal: async (secret) => new Uint8Array(await safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'))),
    unseal: async (sealed) => new Uint8Array(Buffer.from((await safeStorage.decryptStringAsync(Buffer.from(sealed))).result, 'base64')),
  };
}
