import type { Handlers } from '#electron/backend/handlers.ts';
import { success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import type { Settings } from '#shared/contract/app-procedures.ts';

export const settingsHandlers = {
  'settings.read': (_input, context) => success(context.vault.repositories().settings.read()),
  'settings.change': (input, context) =>
    context.vault.command('settings.change', (unit) => {
      const change = withoutUndefined(input);
      unit.describe(settingsLabel(change), null);
      return success(unit.settings.change(change));
    }),
} satisfies Handlers<'settings'>;

const words: Readonly<Record<keyof Settings, string>> = {
  clinicianName: 'name of the clinician',
  clinicName: 'name of the clinic',
  replyAddress: 'address for replies',
  telephone: 'telephone number',
  autoLockMinutes: 'automatic lock',
  excludedMode: 'weight of excluded findings',
  termLanguage: 'language of terms',
  seasons: 'half of the world of seasons',
  isDownloadAllowed: 'download of knowledge',
};

function settingsLabel(change: Partial<Settings>): string {
  const names = (Object.keys(words) as (keyof Settings)[]).filter((name) => change[name] !== undefined);
  return `Change settings: ${names.map((name) => words[name]).join(', ')}`;
}
