import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type WindowChoice = { readonly kind: 'window'; readonly binary: string } | { readonly kind: 'browser'; readonly why: string };

export interface WindowQuestion {
  readonly projectRoot: string;
  readonly wantsBrowser: boolean;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
}

/** Whether the application can open in a window of its own here; where not, why, in words for the user. Downloads nothing. */
export function chooseWindow(question: WindowQuestion): WindowChoice {
  if (question.wantsBrowser) return { kind: 'browser', why: 'it was asked for by --browser' };
  const binary = electronBinary(question.projectRoot, question.environment);
  if (binary === null) return { kind: 'browser', why: "Electron's binary is not on this machine (`npx install-electron` fetches it)" };
  const hasScreen = question.platform !== 'linux' || isSet(question.environment['DISPLAY']) || isSet(question.environment['WAYLAND_DISPLAY']);
  if (!hasScreen) return { kind: 'browser', why: 'there is no screen to open a window on' };
  if (question.platform === 'linux' && question.isRoot) return { kind: 'browser', why: "root cannot use Electron's sandbox, and Nostos does not run without it" };
  return { kind: 'window', binary };
}

/** Where Electron's package keeps its binary once it was fetched: its name stands in path.txt. */
function electronBinary(projectRoot: string, environment: Readonly<Record<string, string | undefined>>): string | null {
  const folder = join(projectRoot, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : 'electron';
  const binary = join(environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name);
  return existsSync(binary) ? binary : null;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
