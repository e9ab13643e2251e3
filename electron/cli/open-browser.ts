import { spawn } from 'node:child_process';

/**
 * Opens the address in the user's browser where there is a screen; answers whether it was tried. `BROWSER=none` keeps it from it,
 * as in tests, which open the address themselves.
 */
export function openBrowser(address: string, platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment['BROWSER'] === 'none') return false;
  const opener = openerOf(platform, environment);
  if (opener === null) return false;
  const child = spawn(opener[0], [...opener.slice(1), address], { stdio: 'ignore', detached: true });
  // No such program: the address stands on the screen anyway.
  child.on('error', () => undefined);
  child.unref();
  return true;
}

/** No shell in between, which would read the address. */
function openerOf(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): readonly [string, ...string[]] | null {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== '' ? ['xdg-open'] : null;
}
