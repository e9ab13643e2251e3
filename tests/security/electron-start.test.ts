import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** Electron as far as main.ts and preload.ts call it: remembers in which order, and is ready when told. */
function anElectron() {
  const calls: string[] = [];
  const note = (name: string) => (...args: unknown[]) => {
    calls.push(name);
    return args;
  };
  let beReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (beReady = resolve));
  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    commandLine: { appendSwitch: note('appendSwitch') },
    requestSingleInstanceLock: vi.fn(() => true),
    enableSandbox: note('enableSandbox'),
    quit: () => {
      calls.push('quit');
      let wasPrevented = false;
      app.emit('will-quit', { preventDefault: () => (wasPrevented = true) });
      if (!wasPrevented) calls.push('gone');
    },
    whenReady: () => ready,
  });
  const windows: { options: unknown; address: string | null }[] = [];
  class BrowserWindow extends EventEmitter {
    readonly webContents = { send: vi.fn(), isDestroyed: () => false };
    readonly shown = { options: null as unknown, address: null as string | null };
    constructor(options: unknown) {
      super();
      calls.push('BrowserWindow');
      this.shown.options = options;
      windows.push(this.shown);
    }
    loadURL(address: string): Promise<void> {
      calls.push('loadURL');
      this.shown.address = address;
      return Promise.resolve();
    }
    readonly show = vi.fn();
    readonly restore = note('restore');
    readonly focus = note('focus');
  }
  const defaultSession = {
    setPermissionRequestHandler: note('setPermissionRequestHandler'),
    setPermissionCheckHandler: note('setPermissionCheckHandler'),
    setDevicePermissionHandler: note('setDevicePermissionHandler'),
    setDisplayMediaRequestHandler: note('setDisplayMediaRequestHandler'),
    setSpellCheckerEnabled: note('setSpellCheckerEnabled'),
    webRequest: { onBeforeRequest: note('onBeforeRequest') },
    on: note('session.on'),
  };
  const requests = new Map<string, (event: unknown, request: unknown) => Promise<unknown>>();
  const exposed: Record<string, unknown> = {};
  const module = {
    app,
    BrowserWindow,
    dialog: { showErrorBox: note('showErrorBox') },
    ipcMain: { handle: (channel: string, listener: never) => requests.set(channel, listener), removeHandler: note('removeHandler') },
    Menu: { setApplicationMenu: note('setApplicationMenu'), buildFromTemplate: (template: unknown) => template },
    protocol: { registerSchemesAsPrivileged: note('registerSchemesAsPrivileged'), handle: note('protocol.handle') },
    safeStorage: { isAsyncEncryptionAvailable: async () => false, getSelectedStorageBackend: () => 'unknown' },
    session: { defaultSession },
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => (exposed[name] = value) },
    ipcRenderer: { invoke: vi.fn(async () => 'answer'), on: vi.fn(), off: vi.fn(), send: vi.fn() },
  };
  return { module, calls, windows, requests, exposed, beReady: () => beReady() };
}

let home: string;
let electron: ReturnType<typeof anElectron>;
const argumentsBefore = process.argv;
const listenersBefore = { SIGINT: process.listeners('SIGINT'), SIGTERM: process.listeners('SIGTERM') };

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'nostos-electron-'));
  vi.stubEnv('NOSTOS_HOME', home);
  process.argv = ['/electron', '/checkout'];
  vi.resetModules();
  electron = anElectron();
  vi.doMock('electron', () => electron.module);
});
afterEach(() => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    for (const listener of process.listeners(signal)) if (!listenersBefore[signal].includes(listener)) process.off(signal, listener);
  }
  process.argv = argumentsBefore;
  vi.doUnmock('electron');
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

/** Runs main.ts as Electron does: the module first, then ready. */
async function startMain(): Promise<void> {
  await import('#electron/main/main.ts');
}
const opened = () => vi.waitFor(() => expect(electron.windows[0]?.address).toBe('app://nostos/'), { timeout: 30_000 });

describe('the main process', () => {
  test('closes every door before the page is opened', async () => {
    await startMain();
    const beforeReady = [...electron.calls];
    electron.beReady();
    await opened();
    expect(beforeReady).toEqual(['enableSandbox', ...Array<string>(7).fill('appendSwitch'), 'registerSchemesAsPrivileged']);
    const doors = ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler', 'setDisplayMediaRequestHandler', 'setSpellCheckerEnabled', 'onBeforeRequest', 'session.on', 'protocol.handle'];
    const afterReady = electron.calls.slice(beforeReady.length);
    expect(afterReady.slice(0, doors.length)).toEqual(doors);
    expect(afterReady.slice(-2)).toEqual(['BrowserWindow', 'loadURL']);
    electron.module.app.quit();
    await vi.waitFor(() => expect(electron.calls).toContain('gone'), { timeout: 30_000 });
  });

  test('confines every contents that comes to be, also later ones', async () => {
    await startMain();
    const contents = { on: vi.fn(), setWindowOpenHandler: vi.fn() };
    electron.module.app.emit('web-contents-created', {}, contents);
    expect(contents.on.mock.calls.map(([event]) => event as string)).toEqual(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']);
    expect(contents.setWindowOpenHandler).toHaveBeenCalledOnce();
  });

  test('answers its page from the real backend and nobody else', async () => {
    await startMain();
    electron.beReady();
    await opened();
    const ask = (url: string) => electron.requests.get('nostos:request')?.({ senderFrame: { url, parent: null } }, { procedure: 'app.state', input: {} });
    expect(await ask('app://nostos/')).toMatchObject({ ok: true, value: { host: { name: 'electron', canPrintToPdf: true, hasKeychain: false }, vault: 'absent', isDemo: false } });
    expect(await ask('https://attacker.example/')).toEqual({ ok: false, error: { kind: 'not-found', message: 'This request is not known.' } });
    electron.module.app.quit();
    await vi.waitFor(() => expect(electron.calls).toContain('gone'), { timeout: 30_000 });
  });

  test('leaves at once where another one runs on the same data, and the first comes to the front', async () => {
    electron.module.app.requestSingleInstanceLock.mockReturnValue(false);
    await startMain();
    expect(electron.calls).toEqual(['quit', 'gone']);
  });

  test('says so and leaves, with its vault closed, where it cannot be opened', async () => {
    electron.module.session.defaultSession.on = () => {
      throw new Error('a fault while it opens');
    };
    await startMain();
    electron.beReady();
    await vi.waitFor(() => expect(electron.calls).toContain('showErrorBox'), { timeout: 30_000 });
    await vi.waitFor(() => expect(electron.calls).toContain('gone'), { timeout: 30_000 });
  });

  test('closes the vault before it goes', async () => {
    await startMain();
    electron.beReady();
    await opened();
    const call = (procedure: string, input: unknown) => electron.requests.get('nostos:request')?.({ senderFrame: { url: 'app://nostos/', parent: null } }, { procedure, input });
    await call('vault.create', { passphrase: 'wine-dark sea of Ithaca', clinicianName: '' });
    electron.module.app.quit();
    expect(electron.calls.at(-1)).toBe('quit');
    await vi.waitFor(() => expect(electron.calls.slice(-2)).toEqual(['quit', 'gone']), { timeout: 30_000 });
    expect(await call('case.list', {})).toMatchObject({ ok: false, error: { kind: 'locked' } });
  });
});

describe('the preload script', () => {
  interface Bridge {
    readonly invoke: (request: unknown) => Promise<unknown>;
    readonly subscribe: (listener: (event: unknown) => void) => () => void;
  }

  test('gives the page one object with two functions and nothing else', async () => {
    await import('#electron/preload/preload.ts');
    expect(Object.keys(electron.exposed)).toEqual(['nostos']);
    expect(Object.entries(electron.exposed['nostos'] as Bridge).map(([name, value]) => [name, typeof value])).toEqual([
      ['invoke', 'function'],
      ['subscribe', 'function'],
    ]);
  });

  test('lets the page choose no channel, and hands it no event object', async () => {
    await import('#electron/preload/preload.ts');
    const { ipcRenderer } = electron.module;
    const bridge = electron.exposed['nostos'] as Bridge;
    const heard: unknown[][] = [];
    expect(await bridge.invoke({ procedure: 'app.state', input: {} })).toBe('answer');
    const stop = bridge.subscribe((...args: unknown[]) => heard.push(args));
    const [channel, listener] = ipcRenderer.on.mock.calls[0] as [string, (event: unknown, value: unknown) => void];
    listener({ sender: 'dangerous' }, { kind: 'changed', topics: [] });
    stop();
    expect(ipcRenderer.invoke.mock.calls).toEqual([['nostos:request', { procedure: 'app.state', input: {} }]]);
    expect([channel, heard]).toEqual(['nostos:event', [[{ kind: 'changed', topics: [] }]]]);
    expect(ipcRenderer.off.mock.calls).toEqual([['nostos:event', listener]]);
    expect(ipcRenderer.send).not.toHaveBeenCalled();
  });
});
