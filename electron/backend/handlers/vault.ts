import type { Handlers } from '#electron/backend/handlers.ts';
import { success } from '#shared/base/result.ts';

export const vaultHandlers = {
  'vault.create': (input, context) => context.vault.create(input),
  'vault.unlock': async (input, context) => {
    const unlocked = await context.vault.unlock(input);
    // Who knows the passphrase may leave the family view; who has only the keychain of this machine comes back into it.
    if (unlocked.ok && !('keychain' in input) && context.familyMode.current() !== null) context.familyMode.leave();
    return unlocked.ok ? success({}) : unlocked;
  },
  'vault.lock': (_input, context) => {
    context.vault.lock();
    return success({});
  },
  'vault.noteActivity': (_input, context) => {
    context.vault.noteActivity();
    return success({});
  },
  'vault.changePassphrase': async ({ current, next }, context) => {
    const changed = await context.vault.changePassphrase(current, next);
    return changed.ok ? success({}) : changed;
  },
  'vault.renewRecoveryKey': ({ passphrase }, context) => context.vault.renewRecoveryKey(passphrase),
  'vault.keepInKeychain': async ({ keep, passphrase }, context) => {
    const changed = await context.vault.keepInKeychain(keep, passphrase);
    return changed.ok ? success({}) : changed;
  },
  'vault.verify': (_input, context) => context.vault.verify(),
  'vault.backup': ({ folder }, context) => context.vault.backup(folder),
} satisfies Handlers<'vault'>;
