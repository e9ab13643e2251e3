import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, session } from 'electron';
import { openApplication, type OpenApplication } from '#electron/backend/open-application.ts';
import { electronCapabilities } from '#electron/main/electron-capabilities.ts';
import { serveIpc } from '#electron/main/ipc-host.ts';
import { commandWords, readLaunchOptions } from '#electron/main/launch-options.ts';
import { menuTemplate } from '#electron/main/menu.ts';
import { pageAddress } from '#electron/main/page-address.ts';
import { windowPrinter } from '#electron/main/print-window.ts';
import { appScheme, serveApp } from '#electron/main/security/app-protocol.ts';
import { confineNavigation } from '#electron/main/security/navigation.ts';
import { blockNetwork, switchNetworkOff } from '#electron/main/security/no-network.ts';
import { denyPermissions } from '#electron/main/security/permissions.ts';
import { windowOptions } from '#electron/main/window-options.ts';

/** dist, beside which the page and the bundles stand. */
const builtFolder = join(import.meta.dirname, '..');

let window: BrowserWindow | null = null;
let application: OpenApplication | null = null;
let isClosed = false;

const words = commandWords(process.argv, app.isPackaged);
if (words !== null) void import('#electron/cli/run-in-process.ts').then(({ runInProcess }) => runInProcess(words));
// Two processes on one vault would each hold what the other has changed; the second only brings the first to the front.
else if (app.requestSingleInstanceLock()) begin();
else app.quit();

function begin(): void {
  app.enableSandbox();
  switchNetworkOff(app.commandLine);
  protocol.registerSchemesAsPrivileged([appScheme]);
  app.on('web-contents-created', (_event, contents) => confineNavigation(contents));
  app.on('second-instance', () => {
    window?.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void closeAndQuit();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  void app.whenReady().then(open).catch(tellAndLeave);
}

async function open(): Promise<void> {
  denyPermissions(session.defaultSession);
  blockNetwork(session.defaultSession);
  serveApp(protocol, join(builtFolder, 'renderer'));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged)));
  const page = () => window?.webContents ?? null;
  const printer = windowPrinter({ openWindow: (options) => new BrowserWindow(options), openSession: (partition) => session.fromPartition(partition, { cache: false }) });
  application = await openApplication({ host: await electronCapabilities(safeStorage, process.platform, printer), ...readLaunchOptions(process.argv) });
  serveIpc(ipcMain, application.backend, page);
  window = new BrowserWindow(windowOptions(join(builtFolder, 'electron', 'preload.cjs'), app.isPackaged));
  window.once('ready-to-show', () => window?.show());
  window.on('closed', () => (window = null));
  await window.loadURL(pageAddress);
}

/** Without it nobody would see why no window comes. What the fault says may quote data, so it is not shown. */
function tellAndLeave(): void {
  dialog.showErrorBox('Nostos could not be opened', 'Something went wrong inside Nostos while it was being opened. Nothing was changed. Start it again; if it happens again, install Nostos anew. The vault and its backups are not touched by that.');
  app.quit();
}

async function closeAndQuit(): Promise<void> {
  try {
    await application?.close();
  } finally {
    isClosed = true;
    app.quit();
  }
}
