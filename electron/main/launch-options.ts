import { resolve } from 'node:path';
import { dataFolder } from '#electron/backend/data-folder.ts';

/** What `nostos start` hands to Electron. */
export interface LaunchOptions {
  readonly isDemo: boolean;
  readonly vaultFolder: string | null;
  readonly dataFolder: string;
}

/** The argument list is the operating system's and may hold switches of Electron's own; only what Nostos knows is taken. */
export function readLaunchOptions(arguments_: readonly string[]): LaunchOptions {
  const vaultAt = arguments_.indexOf('--vault');
  const vault = vaultAt === -1 ? undefined : arguments_[vaultAt + 1];
  return { isDemo: arguments_.includes('--demo'), vaultFolder: vault === undefined ? null : resolve(vault), dataFolder: dataFolder() };
}
