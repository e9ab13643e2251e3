import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';

/** The words of `--excluded`, the default first. */
export const excludedModes: readonly ExcludedMode[] = ['absence', 'mention', 'ignore'];
