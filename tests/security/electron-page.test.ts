import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '#electron/backend/page/page-policy.ts';
import { serveIpc } from '#electron/main/ipc-host.ts';
import { answerPageRequest, appScheme, serveApp } from '#electron/main/security/app-protocol.ts';
import { confineNavigation } from '#electron/main/security/navigation.ts';
import { blockNetwork, switchNetworkOff } from '#electron/main/security/no-network.ts';
import { denyPermissions } from '#electron/main/security/permissions.ts';
import { isTrustedSender } from '#electron/main/security/trusted-sender.ts';
import { windowOptions } from '#electron/main/window-options.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

const foreignUrls = [
  'https://attacker.example/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'app://nostos.attacker.example/',
  'app://attacker/',
  'app://user@nostos/',
  'app:nostos',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'about:blank',
  'chrome://settings',
  '',
];

/** The calls of a Session, a WebContents or an IpcMain that the security files make, remembered as they were made. */
type Handler = (...args: never[]) => unknown;
function aDouble<Real>() {
  const handlers = new Map<string, Handler>();
  const emitter = new EventEmitter();
  const remember = (name: string) => (first: unknown, second?: unknown) => {
    handlers.set(name, (typeof first === 'function' ? first : (second ?? first)) as Handler);
  };
  const real = new Proxy(
    {},
    {
      get: (_target, name) => {
        if (name === 'on') return (event: string, listener: Handler) => emitter.on(event, listener as never);
        if (name === 'webRequest') return { onBeforeRequest: remember('onBeforeRequest') };
        return remember(String(name));
      },
    },
  ) as Real;
  return {
    real,
    /** Calls what was handed to the named setter. */
    call: (name: string, ...args: unknown[]) => handlers.get(name)?.(...(args as never[])),
    /** Emits an event as Electron does and tells whether its default was prevented. */
    isPrevented: (event: string, details: object) => {
      let wasPrevented = false;
      emitter.emit(event, { ...details, preventDefault: () => (wasPrevented = true) }, details);
      return wasPrevented;
    },
    given: handlers,
  };
}

describe('navigation', () => {
  const contents = aDouble<Parameters<typeof confineNavigation>[0]>();
  confineNavigation(contents.real);

  test.each(foreignUrls)('to %j is prevented, by the page, by a redirect and in a frame', (url) => {
    const prevented = ['will-navigate', 'will-redirect', 'will-frame-navigate'].map((event) => contents.isPrevented(event, { url, isMainFrame: true }));
    expect(prevented).toEqual([true, true, true]);
  });

  test('within the page goes on, but in a frame inside it only to what the page put there itself', () => {
    const prevented = ['will-navigate', 'will-redirect', 'will-frame-navigate'].map((event) => contents.isPrevented(event, { url: 'app://nostos/#/cases', isMainFrame: true }));
    expect(prevented).toEqual([false, false, false]);
    const inFrame = ['app://nostos/', 'about:blank', 'data:text/html,x', 'about:srcdoc'].map((url) => contents.isPrevented('will-frame-navigate', { url, isMainFrame: false }));
    expect(inFrame).toEqual([true, true, true, false]);
    expect(contents.isPrevented('will-frame-navigate', { url: 'about:srcdoc', isMainFrame: true })).toBe(true);
  });

  test('to a second window or an embedded view is denied, even of the page itself', () => {
    expect(contents.call('setWindowOpenHandler', { url: 'app://nostos/' })).toEqual({ action: 'deny' });
    expect(contents.isPrevented('will-attach-webview', {})).toBe(true);
  });
});

describe('permissions', () => {
  test('are denied, whoever asks for which, but for writing text to the clipboard', () => {
    const session = aDouble<Parameters<typeof denyPermissions>[0]>();
    denyPermissions(session.real);
    const answers: unknown[] = [];
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen', 'a-future-one']) {
      session.call('setPermissionRequestHandler', {}, permission, (granted: unknown) => answers.push(granted));
      answers.push(session.call('setPermissionCheckHandler', {}, permission, 'app://nostos'));
    }
    answers.push(session.call('setDevicePermissionHandler', {}));
    const copying: unknown[] = [];
    session.call('setPermissionRequestHandler', {}, 'clipboard-sanitized-write', (allowed: unknown) => copying.push(allowed));
    expect([...copying, session.call('setPermissionCheckHandler', {}, 'clipboard-sanitized-write', 'app://nostos')]).toEqual([true, true]);
    expect(answers).toEqual(Array<boolean>(15).fill(false));
    const streams: unknown[] = [];
    session.call('setDisplayMediaRequestHandler', {}, (granted: unknown) => streams.push(granted));
    expect(streams).toEqual([{}]);
  });
});

describe('the network', () => {
  const session = aDouble<Parameters<typeof blockNetwork>[0]>();
  blockNetwork(session.real);
  const isCancelled = (url: string) => {
    const decisions: { cancel: boolean }[] = [];
    session.call('onBeforeRequest', { url }, (decision: { cancel: boolean }) => decisions.push(decision));
    return decisions.map((decision) => decision.cancel);
  };

  test.each(['https://attacker.example/pixel.gif', 'http://localhost/', 'ws://attacker.example', 'wss://attacker.example', 'ftp://attacker.example', 'file:///etc/passwd', 'app://attacker/', 'blob:https://attacker.example/1', 'app://nostos.attacker.example/'])('is never asked for %s', (url) => {
    expect(isCancelled(url)).toEqual([true]);
  });

  test.each(['app://nostos/', 'app://nostos/assets/index-1a2b.js', 'blob:app://nostos/0b1c', 'data:image/png;base64,AA=='])('is not needed for %s, which goes on', (url) => {
    expect(isCancelled(url)).toEqual([false]);
  });

  test('is not asked for dictionaries, names, updates or pings by the engine itself', () => {
    const switches: string[] = [];
    switchNetworkOff({ appendSwitch: (name, value) => switches.push(value === undefined ? name : `${name}=${value}`) });
    expect(session.given.get('setSpellCheckerEnabled')).toBe(false);
    expect(switches).toEqual(['host-resolver-rules=MAP * ~NOTFOUND', 'disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-sync', 'no-pings', 'disable-quic']);
  });

  test('cannot bring a file in as a download; what the page made can be saved', () => {
    const isPrevented = (url: string) => {
      const item = { getURL: () => url };
      return session.isPrevented('will-download', item);
    };
    expect(['https://attacker.example/x.exe', 'blob:https://attacker.example/1', 'blob:app://nostos/1'].map(isPrevented)).toEqual([true, true, false]);
  });
});

describe('a sender', () => {
  const frame = (url: string, parent: unknown = null) => ({ url, parent }) as Parameters<typeof isTrustedSender>[0];

  test.each(foreignUrls)('at %j is not trusted', (url) => {
    expect(isTrustedSender(frame(url))).toBe(false);
  });

  test('is trusted only as the main frame of the page', () => {
    expect([frame('app://nostos/'), frame('app://nostos/#/cases/1'), frame('app://nostos/', {}), null].map(isTrustedSender)).toEqual([true, true, false, false]);
  });
});

describe('the channel to the backend', () => {
  function anIpcHost() {
    const received: unknown[] = [];
    const sent: unknown[] = [];
    const listeners = new Set<(event: BackendEvent) => void>();
    const channels = new Map<string, (event: unknown, request: unknown) => Promise<unknown>>();
    const page = { send: (...args: unknown[]) => sent.push(args), isDestroyed: () => false };
    const stop = serveIpc(
      { handle: (channel, listener) => void channels.set(channel, listener as never), removeHandler: (channel) => void channels.delete(channel) },
      {
        dispatch: async (procedure, input) => {
          received.push({ procedure, input });
          return { ok: true, value: 'done' };
        },
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      () => page,
    );
    const invoke = (senderFrame: unknown, request: unknown) => channels.get('nostos:request')?.({ senderFrame }, request);
    return { received, sent, listeners, channels, invoke, stop };
  }
  const own = { url: 'app://nostos/', parent: null };
  const strange = { ok: false, error: { kind: 'not-found', message: 'This request is not known.' } };

  test('is one, and answers the page', async () => {
    const host = anIpcHost();
    expect([...host.channels.keys()]).toEqual(['nostos:request']);
    expect(await host.invoke(own, { procedure: 'app.state', input: {} })).toEqual({ ok: true, value: 'done' });
    expect(host.received).toEqual([{ procedure: 'app.state', input: {} }]);
  });

  test.each([[null], [{ url: 'https://attacker.example/', parent: null }], [{ url: 'app://nostos/', parent: own }]])('does not let %j reach the backend', async (sender) => {
    const host = anIpcHost();
    expect(await host.invoke(sender, { procedure: 'app.state', input: {} })).toEqual(strange);
    expect(host.received).toEqual([]);
  });

  test.each([undefined, null, 'app.state', [], {}, { procedure: 1 }, { procedure: 'x'.repeat(101), input: {} }])('refuses what is no request: %j', async (request) => {
    const host = anIpcHost();
    expect(await host.invoke(own, request)).toEqual(strange);
    expect(host.received).toEqual([]);
  });

  test('carries events to the page until it ends', () => {
    const host = anIpcHost();
    for (const listener of host.listeners) listener({ kind: 'changed', topics: ['cases'] });
    host.stop();
    expect(host.sent).toEqual([['nostos:event', { kind: 'changed', topics: ['cases'] }]]);
    expect([host.listeners.size, host.channels.size]).toEqual([0, 0]);
  });
});

describe('the page', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nostos-page-'));
    mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.json'), 'secret');
    writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'page', 'assets', 'a.js'), 'export {};');
    symlinkSync(join(folder, 'secret.json'), join(folder, 'page', 'link.json'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const get = (url: string, method = 'GET') => answerPageRequest(join(folder, 'page'), { url, method });

  test('comes under its own scheme with the policy on every answer', async () => {
    const answers = await Promise.all(['app://nostos/', 'app://nostos/assets/a.js', 'app://nostos/none.js'].map((url) => get(url)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404]);
    expect(answers.map((answer) => answer.headers.get('content-type'))).toEqual(['text/html; charset=utf-8', 'text/javascript; charset=utf-8', 'text/plain; charset=utf-8']);
    for (const answer of answers) expect([answer.headers.get('content-security-policy'), answer.headers.get('x-content-type-options')]).toEqual([contentSecurityPolicy, 'nosniff']);
  });

  test.each(['app://nostos/../secret.json', 'app://nostos/..%2fsecret.json', 'app://nostos/%2e%2e/secret.json', 'app://nostos//../secret.json', 'app://nostos/link.json', 'app://nostos/..\\secret.json', 'app://attacker/index.html', 'file:///etc/passwd'])('is nothing else: %s', async (url) => {
    const answer = await get(url);
    expect([answer.status, await answer.text()]).toEqual([404, 'There is nothing at this address.']);
  });

  test('is only read', async () => {
    expect((await get('app://nostos/', 'POST')).status).toBe(404);
  });

  test('is handled under the scheme that is registered, which has no rights beyond an origin of its own', async () => {
    const protocol = aDouble<Parameters<typeof serveApp>[0]>();
    serveApp(protocol.real, join(folder, 'page'));
    const answer = (await protocol.call('handle', { url: 'app://nostos/', method: 'GET' })) as Response;
    expect(await answer.text()).toBe('<!doctype html>');
    expect(appScheme).toEqual({ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } });
  });
});

describe('the window', () => {
  test.each([true, false])('gives its page no more rights than a web page has; packaged: %s', (isPackaged) => {
    expect(windowOptions('/preload.cjs', isPackaged).webPreferences).toEqual({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !isPackaged,
    });
  });
});
