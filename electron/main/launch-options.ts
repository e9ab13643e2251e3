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

/**
 * The words of the command line where the binary was called as `nostos rank …`; null where its window is wanted. Before them stand the
 * binary and, from a checkout, the folder of the application. `start` is what the binary does by itself, but for `start --browser`.
 */
export function commandWords(arguments_: readonly string[], isPackaged: boolean): readonly string[] | null {
  const words = arguments_.slice(isPackaged ? 1 : 2);
  const [first] = words;
  if (first === undefined) return null;
  if (first === 'start') return words.includes('--browser') || words.includes('--port') ? words : null;
  return first.startsWith('-') && !['--help', '--version'].includes(first) ? null : words;
}
