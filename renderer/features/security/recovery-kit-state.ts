import { create } from 'zustand';

/**
 * Attack: a recovery key that lies around opens the vault. It is held in memory only, from its making until the user has proved to
 * have it on paper, and is forgotten with the lock.
 */
interface Pending {
  /** A new key that is to be printed. */
  readonly key: string | null;
  /** The key with which the vault was just opened, until a new passphrase is set with it. */
  readonly usedKey: string | null;
}

export const useRecoveryKit = create<Pending>(() => ({ key: null, usedKey: null }));

export const showRecoveryKit = (key: string): void => useRecoveryKit.setState({ key, usedKey: null });
export const rememberUsedKey = (usedKey: string): void => useRecoveryKit.setState({ usedKey });
export const forgetRecoveryKit = (): void => useRecoveryKit.setState({ key: null, usedKey: null });

/** The groups of a key, as printed. */
export const groupsOf = (key: string): readonly string[] => key.split('-');

/** What somebody typed for a group, compared as the vault would read it: any case, O for 0, I and L for 1. */
export function isSameGroup(typed: string, group: string): boolean {
  const plain = (text: string): string => text.trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  return plain(typed) === plain(group);
}
