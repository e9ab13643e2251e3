import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const namesOnPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'microsoft-edge-stable', 'chrome.exe', 'msedge.exe'];

/** An installed Chromium, Chrome or Edge: the one that CHROME_PATH names, else on PATH, at its usual places, or among Playwright's. Null where there is none. */
export function findChromium(): string | null {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') return isFile(chosen) ? chosen : null;
  return [...onPath(), ...usualPlaces(), ...ofPlaywright()].find(isFile) ?? null;
}

export const howToGetChromium = 'No Chromium was found. Install Chromium, Chrome or Edge (Debian and Ubuntu: `apt-get install chromium`; any system: `npx playwright-core install chromium`), or name one by CHROME_PATH.';

function onPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) => ['/Applications', join(homedir(), 'Applications')].map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name]).filter((root) => root !== undefined);
    return roots.flatMap((root) => [join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'), join(root, 'Chromium', 'Application', 'chrome.exe'), join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe')]);
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/usr/lib/chromium/chromium'];
}

/** Newest first. Its folders are named by build (chromium-1234) and system (chrome-linux64, chrome-mac-arm64, chrome-win64). */
function ofPlaywright(): string[] {
  const cache = { darwin: join(homedir(), 'Library', 'Caches'), win32: process.env['LOCALAPPDATA'] ?? '' }[process.platform as string] ?? join(homedir(), '.cache');
  const root = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(cache, 'ms-playwright');
  const binaries = ['chrome', 'chrome.exe', 'Chromium.app/Contents/MacOS/Chromium', 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', 'headless_shell', 'chrome-headless-shell', 'chrome-headless-shell.exe'];
  const builds = foldersIn(root).filter((name) => name.startsWith('chromium')).sort().reverse();
  return builds.flatMap((build) => foldersIn(join(root, build)).flatMap((system) => binaries.map((binary) => join(root, build, system, binary))));
}

function foldersIn(path: string): string[] {
  return existsSync(path) ? readdirSync(path) : [];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
