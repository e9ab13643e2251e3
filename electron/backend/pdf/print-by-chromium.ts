import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { devtoolsPipe, type DevtoolsPipe } from '#electron/backend/pdf/devtools-pipe.ts';
import type { PrintToPdf } from '#electron/backend/host-capabilities.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';

/*
 * Stops: what is printed from being left behind or let out by the browser that prints it. The document goes to it over a pipe of this process, which no
 * other program can reach, never through a file, an address or the command line, and the PDF comes back the same way. It is shown in an incognito context,
 * whose pages are kept in memory only; scripts are off, every name leads nowhere and the page is offline, so that nothing in it can be asked for; crash
 * dumps, which hold memory, are off. The profile that Chromium insists on is a new folder, in memory where the system has such, without content of the
 * page, and goes afterwards. The browser is ended in any case, also where it does not answer.
 */

/** Longer than the slowest laptop needs for sixty people; who waits more than that is not served by waiting. */
const usualPatience = 30_000;

/** A printer by the Chromium that stands at this path. */
export function chromiumPrinter(executable: string, patience = usualPatience): PrintToPdf {
  return async (html) => {
    const profile = await mkdtemp(join(existsSync(memoryFolder) ? memoryFolder : tmpdir(), 'nostos-print-'));
    const browser = spawn(executable, switches(profile), { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
    const ended = endOf(browser);
    const [, , , toBrowser, fromBrowser] = browser.stdio;
    // The third and fourth pipe are the ones asked for above.
    const pipe = devtoolsPipe(toBrowser as Writable, fromBrowser as Readable);
    const timer = setTimeout(() => pipe.close(), patience);
    try {
      return success(await printed(pipe, html));
    } catch {
      return refusal(failure('rule-broken', `The browser that makes PDF files (${executable}) did not print the document. Export it as HTML instead, open that file in a browser and print it to PDF from there.`));
    } finally {
      clearTimeout(timer);
      end(browser);
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

/** Memory with the face of a folder, on Linux. */
const memoryFolder = '/dev/shm';

function switches(profile: string): readonly string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--incognito',
    '--no-startup-window',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-component-extensions-with-background-pages',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-domain-reliability',
    '--disable-default-apps',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--no-pings',
    '--disable-quic',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disk-cache-size=1',
    '--password-store=basic',
    '--use-mock-keychain',
    '--force-color-profile=srgb',
    // Chromium refuses to run as root with its sandbox, as in a container; nobody else is without it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

async function printed(pipe: DevtoolsPipe, html: string): Promise<Uint8Array> {
  const { browserContextId } = await pipe.send('Target.createBrowserContext', { disposeOnDetach: true });
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, parameters?: Readonly<Record<string, unknown>>) => pipe.send(method, parameters, String(sessionId));
  await send('Emulation.setScriptExecutionDisabled', { value: true });
  await send('Network.enable');
  await send('Network.emulateNetworkConditions', { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 });
  const { frameTree } = (await send('Page.getFrameTree')) as { readonly frameTree: { readonly frame: { readonly id: string } } };
  await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
  // The fonts within the document are ready a moment after it; this is the protocol's own script, not one of the page.
  await send('Runtime.evaluate', { expression: 'document.fonts.ready.then(() => true)', awaitPromise: true, returnByValue: true });
  const { data } = await send('Page.printToPDF', { preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: true, generateDocumentOutline: true });
  return Uint8Array.from(Buffer.from(String(data), 'base64'));
}

function endOf(browser: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    browser.once('exit', () => resolve());
    browser.once('error', () => resolve());
  });
}

/** The browser with the processes that it started, where the system knows groups of them; elsewhere these end when their parent is gone. */
function end(browser: ChildProcess): void {
  if (browser.pid === undefined) return;
  try {
    if (process.platform === 'win32') browser.kill('SIGKILL');
    else process.kill(-browser.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
