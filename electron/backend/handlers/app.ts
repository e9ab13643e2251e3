import type { BackendContext } from '#electron/backend/context.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { success } from '#shared/base/result.ts';

export const appHandlers = {
  'app.state': (_input, context) =>
    success({
      appVersion: context.appVersion,
      host: { name: context.host.name, canPrintToPdf: context.host.printToPdf !== null, hasKeychain: context.host.keychain !== null },
      vault: context.vault.state(),
      isInKeychain: context.vault.isInKeychain(),
      isDemo: context.vault.isDemo,
      familyView: leavingOf(context),
      knowledge: context.knowledge.list().find((release) => release.isActive) ?? null,
    }),
} satisfies Handlers<'app'>;

function leavingOf({ familyMode, vault }: BackendContext): { readonly leavesBy: 'pin' | 'passphrase' | 'nothing' } | null {
  const sitting = familyMode.current();
  if (sitting === null) return null;
  return { leavesBy: sitting.pin !== null ? 'pin' : vault.isDemo ? 'nothing' : 'passphrase' };
}
