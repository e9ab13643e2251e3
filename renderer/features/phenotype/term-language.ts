import { useQueryOf } from '#renderer/client/queries.tsx';

/** Languages in which letters are read; English always is. */
const letterLanguages = ['de', 'es', 'fr', 'ja', 'zh'] as const;
type LetterLanguage = (typeof letterLanguages)[number];

/** The language chosen in the settings, where the release in use has it; null for English alone. */
export function useTermLanguage(): string | null {
  const chosen = useQueryOf('settings.read', {}).data?.termLanguage ?? '';
  return useTermLanguages().includes(chosen) ? chosen : null;
}

/** The languages that the release in use has besides English, such as de. */
export function useTermLanguages(): readonly string[] {
  const supplements = useQueryOf('app.state', {}).data?.knowledge?.supplements ?? [];
  return supplements.filter(({ kind }) => kind === 'translation').map(({ name }) => name);
}

export const letterLanguageOf = (language: string | null): LetterLanguage | null => letterLanguages.find((one) => one === language) ?? null;
