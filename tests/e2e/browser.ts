import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type Browser, chromium, type ElectronApplication, type Page } from 'playwright-core';
import { findChromium, howToGetChromium } from '#electron/backend/pdf/find-chromium.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The real application in a process of its own, on data of its own. */
export interface RunningApplication {
  /** Opens it in one browser, once. */
  readonly address: string;
  readonly origin: string;
  /** Its NOSTOS_HOME; goes with `stop`. Empty for a demonstration, which has a folder of its own. */
  readonly home: string;
  /** Ends it as Ctrl+C does and waits until it has. */
  readonly stop: () => Promise<void>;
  /** Ends it without any warning, as a power cut does, and leaves the data as they are then. */
  readonly kill: () => Promise<void>;
}

export interface StartChoices {
  /** To start again on the data of an earlier start; that one's `kill` leaves them. */
  readonly home?: string;
  readonly isDemo?: boolean;
  /** Added to the environment of the process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Needs a current build of the page: `npm run build`, which `npm test` does first. */
export async function startApplication({ home = mkdtempSync(join(tmpdir(), 'nostos-e2e-')), isDemo = false, environment = {} }: StartChoices = {}): Promise<RunningApplication> {
  const child = spawn(process.execPath, ['electron/cli/nostos.ts', 'start', '--browser', ...(isDemo ? ['--demo'] : [])], {
    cwd: projectRoot,
    env: { ...process.env, ...environment, NOSTOS_HOME: home, BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await printedAddress(child);
  const ended = new Promise<void>((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()));
  return {
    address,
    origin: new URL(address).origin,
    home,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\s)/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the application ended with ${code} before it printed an address:\n${said}`)));
  });
}

/** A browser that asks nothing of the network by itself. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(howToGetChromium);
  const isRoot = process.getuid?.() === 0;
  return await chromium.launch({
    executablePath,
    headless: true,
    args: [
      // Chromium refuses to run as root with its sandbox, as in a container.
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--force-color-profile=srgb',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/** What a page must never do, gathered while a journey runs: faults, errors on the console, requests beyond its own origin. */
export interface PageWatch {
  readonly faults: readonly string[];
  readonly foreignRequests: readonly string[];
}

export function watchPage(page: Page, origin: string): PageWatch {
  const faults: string[] = [];
  const foreignRequests: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(`${origin}/`) || /^(data|blob):/.test(request.url());
    if (!isOwn) foreignRequests.push(request.url());
  });
  return { faults, foreignRequests };
}

export interface OpenPage {
  readonly application: RunningApplication;
  readonly page: Page;
  readonly watch: PageWatch;
  readonly close: () => Promise<void>;
}

/** The application, started and shown in a browser of its own. */
export async function openInBrowser(choices: StartChoices & { readonly viewport?: { readonly width: number; readonly height: number } } = {}): Promise<OpenPage> {
  const application = await startApplication(choices);
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: choices.viewport ?? { width: 1360, height: 900 }, locale: 'en-GB', timezoneId: 'UTC' });
  const page = await context.newPage();
  const watch = watchPage(page, application.origin);
  await page.goto(application.address);
  return {
    application,
    page,
    watch,
    async close() {
      await browser.close();
      await application.stop();
    },
  };
}

/** Electron's binary where this machine has one, so that a journey can also run in the window; null elsewhere. */
export function electronBinary(): string | null {
  const folder = join(projectRoot, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  const path = join(folder, 'dist', existsSync(note) ? readFileSync(note, 'utf8').trim() : 'electron');
  return existsSync(path) ? path : null;
}

export interface OpenWindow {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** The application in its own window, as built by `npm run build`. Not as root: there its sandbox, which is never switched off, cannot work. */
export async function openInElectron(binary: string, { isDemo = false }: { readonly isDemo?: boolean } = {}): Promise<OpenWindow> {
  const home = mkdtempSync(join(tmpdir(), 'nostos-e2e-'));
  const environment = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const electron = await _electron.launch({ executablePath: binary, args: [projectRoot, ...(isDemo ? ['--demo'] : [])], env: { ...environment, NOSTOS_HOME: home } });
  return {
    electron,
    page: await electron.firstWindow(),
    async close() {
      await electron.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
