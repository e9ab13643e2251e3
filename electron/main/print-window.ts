import { randomUUID } from 'node:crypto';
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import type { PrintToPdf } from '#electron/backend/host-capabilities.ts';
import { pageAddress, pageScheme } from '#electron/main/page-address.ts';
import { blockNetwork } from '#electron/main/security/no-network.ts';
import { denyPermissions } from '#electron/main/security/permissions.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';

/*
 * Stops: what is printed from doing or leaving anything. The document is shown in a window that nobody sees, in a session of its own that is kept in memory
 * only and has no cache, no permissions, no scripts, no preload script and no network: it is answered the document from memory, whatever it asks for.
 */

type PrintWindow = Pick<BrowserWindow, 'loadURL' | 'destroy'> & { readonly webContents: Pick<BrowserWindow['webContents'], 'printToPDF'> };
type PrintSession = Parameters<typeof denyPermissions>[0] & Parameters<typeof blockNetwork>[0] & { readonly protocol: Pick<Session['protocol'], 'handle' | 'unhandle'> };

export interface PrintWindows {
  readonly openWindow: (options: BrowserWindowConstructorOptions) => PrintWindow;
  /** A partition whose name does not begin with `persist:` is kept in memory. */
  readonly openSession: (partition: string) => PrintSession;
}

const patience = 30_000;

export function windowPrinter({ openWindow, openSession }: PrintWindows): PrintToPdf {
  return async (html) => {
    const partition = `print-${randomUUID()}`;
    const session = openSession(partition);
    denyPermissions(session);
    blockNetwork(session);
    session.protocol.handle(pageScheme, () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } }));
    const window = openWindow({ show: false, webPreferences: { partition, javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, devTools: false } });
    const timer = setTimeout(() => window.destroy(), patience);
    try {
      await window.loadURL(`${pageAddress}document`);
      const bytes = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true });
      return success(new Uint8Array(bytes));
    } catch {
      return refusal(failure('rule-broken', 'The document could not be printed. Export it as HTML instead, open that file in a browser and print it to PDF from there.'));
    } finally {
      clearTimeout(timer);
      window.destroy();
      session.protocol.unhandle(pageScheme);
    }
  };
}
