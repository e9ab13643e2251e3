import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLoopback, type LoopbackHost } from '#electron/loopback/server.ts';
import { pageHeaders } from '#electron/backend/page/page-policy.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';
import { callApi, cookieOf, sendBytes, sendRaw } from '#tests/builders/raw-request.ts';

const secretOutside = 'the passphrase of the clinic';

let folder: string;
let host: LoopbackHost;
let received: { procedure: string; input: unknown }[];
let listeners: Set<(event: BackendEvent) => void>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nostos-loopback-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), secretOutside);
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Nostos</title>');
  writeFileSync(join(folder, 'page', 'assets', 'index-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'page', 'notes.txt'), secretOutside);
  symlinkSync(join(folder, 'secret.json'), join(folder, 'page', 'link.json'));
  received = [];
  listeners = new Set();
  host = await startLoopback({
    rendererFolder: join(folder, 'page'),
    largestBodyBytes: 10_000,
    backend: {
      dispatch: async (procedure, input) => {
        received.push({ procedure, input });
        return { ok: true, value: input };
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
});

afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

const json = { 'content-type': 'application/json' };
const body = JSON.stringify({ procedure: 'app.state', input: {} });

describe('the network', () => {
  test('reaches nothing: the server listens on 127.0.0.1 only', async () => {
    expect(new URL(host.origin).hostname).toBe('127.0.0.1');
    const outside = Object.values(networkInterfaces()).flat().find((entry) => entry !== undefined && !entry.internal && entry.family === 'IPv4');
    const other = outside?.address ?? '127.0.0.2';
    await expect(sendRaw(`http://${other}:${new URL(host.origin).port}`)).rejects.toThrow('ECONNREFUSED');
  });
});

describe('a name that was pointed at 127.0.0.1 (DNS rebinding)', () => {
  test.each(['attacker.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]', '127.0.0.1.attacker.example'])('is refused as Host %j, even with the cookie', async (name) => {
    const cookie = await cookieOf(host.address);
    const withPort = name.includes(':1') || name === '127.0.0.1' ? name : `${name}:${new URL(host.origin).port}`;
    const answers = await Promise.all([
      sendRaw(host.origin, { headers: { host: withPort, cookie } }),
      sendRaw(host.origin, { method: 'POST', path: '/api', headers: { host: withPort, cookie, origin: host.origin, ...json }, body }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([421, 421]);
    expect(received).toEqual([]);
  });

  test('is refused where the request line itself names another server', async () => {
    const cookie = await cookieOf(host.address);
    const answer = await sendBytes(host.origin, `GET http://attacker.example/ HTTP/1.1\r\nHost: ${new URL(host.origin).host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('another web site (cross-site request forgery)', () => {
  test.each([
    ['a foreign origin', { origin: 'https://attacker.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['the same address on another port', { origin: 'http://127.0.0.1:1' }],
    ['the browser naming it cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
    ['no word of where it comes from', {}],
  ])('cannot call the backend: %s', async (_why, headers) => {
    const cookie = await cookieOf(host.address);
    const answer = await sendRaw(host.origin, { method: 'POST', path: '/api', headers: { cookie, ...json, ...headers }, body });
    expect(answer.status).toBe(403);
    expect(received).toEqual([]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])('cannot call it by a form: %s', async (contentType) => {
    const cookie = await cookieOf(host.address);
    const answer = await sendRaw(host.origin, { method: 'POST', path: '/api', headers: { cookie, origin: host.origin, 'content-type': contentType }, body });
    expect(answer.status).toBe(415);
    expect(received).toEqual([]);
  });

  test('gets no permission by a preflight', async () => {
    const answer = await sendRaw(host.origin, {
      method: 'OPTIONS',
      path: '/api',
      headers: { origin: 'https://attacker.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('cannot embed the page, its scripts or its events', async () => {
    const cookie = await cookieOf(host.address);
    const embedded = { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
    const framed = { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
    expect((await sendRaw(host.origin, { path: '/assets/index-1a2b.js', headers: embedded })).status).toBe(403);
    expect((await sendRaw(host.origin, { headers: framed })).status).toBe(403);
    expect((await sendRaw(host.origin, { path: '/events', headers: { cookie, origin: 'https://attacker.example' } })).status).toBe(403);
  });

  test('may link to the page, which the browser then opens on its own', async () => {
    const cookie = await cookieOf(host.address);
    const linked = { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await sendRaw(host.origin, { headers: linked })).status).toBe(200);
  });
});

describe('another program or user of this machine', () => {
  test.each(['/', '/assets/index-1a2b.js', '/events', '/api'])('gets nothing from %s without the cookie', async (path) => {
    const method = path === '/api' ? 'POST' : 'GET';
    const answer = await sendRaw(host.origin, { method, path, headers: { origin: host.origin, ...json }, ...(method === 'POST' ? { body } : {}) });
    expect(answer.status).toBe(401);
    expect(received).toEqual([]);
  });

  test('cannot use the address a second time, and a guess does not spend it', async () => {
    const guess = await sendRaw(host.origin, { path: '/?token=guess' });
    const first = await sendRaw(host.origin, { path: new URL(host.address).search.replace(/^/, '/') });
    const second = await sendRaw(host.origin, { path: new URL(host.address).search.replace(/^/, '/') });
    expect([guess.status, first.status, second.status]).toEqual([403, 303, 403]);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  test('cannot read the cookie by script, nor the token from the address that remains', async () => {
    const answer = await sendRaw(host.origin, { path: `/${new URL(host.address).search}` });
    expect(answer.headers['location']).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^nostos-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  test.each(['nostos=x', '', 'nostos-1='])('gets nothing with a made-up cookie %j', async (cookie) => {
    expect((await sendRaw(host.origin, { headers: { cookie } })).status).toBe(401);
  });
});

describe('path traversal', () => {
  test.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/%252e%252e/secret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/assets/../../secret.json',
    '/assets//../../secret.json',
    '//secret.json',
    '/./../secret.json',
    '/%00secret.json',
    '/secret.json%00.html',
    '/link.json',
    '/C:/secret.json',
    '/notes.txt',
    '/.env',
    '/assets',
  ])('yields nothing for %s', async (path) => {
    const cookie = await cookieOf(host.address);
    const answer = await sendBytes(host.origin, `GET ${path} HTTP/1.1\r\nHost: ${new URL(host.origin).host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toContain(secretOutside);
  });

  test('does not keep the page itself from being served', async () => {
    const cookie = await cookieOf(host.address);
    const page = await sendRaw(host.origin, { headers: { cookie } });
    const script = await sendRaw(host.origin, { path: '/assets/index-1a2b.js', headers: { cookie } });
    expect([page.text, page.headers['content-type'], page.headers['cache-control']]).toEqual(['<!doctype html><title>Nostos</title>', 'text/html; charset=utf-8', 'no-store']);
    expect([script.text, script.headers['content-type']]).toEqual(['export {};', 'text/javascript; charset=utf-8']);
  });
});

describe('a request that is too large or is no request', () => {
  test('is refused by its announced length before it is read', async () => {
    const cookie = await cookieOf(host.address);
    const answer = await sendBytes(host.origin, `POST /api HTTP/1.1\r\nHost: ${new URL(host.origin).host}\r\nOrigin: ${host.origin}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n{`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('is refused by what arrives where it announced no length, and the sender gets its answer', async () => {
    const cookie = await cookieOf(host.address);
    const large = 'x'.repeat(1_000_000);
    const answer = await sendRaw(host.origin, { method: 'POST', path: '/api', headers: { cookie, origin: host.origin, ...json, 'transfer-encoding': 'chunked' }, body: large });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([413, { ok: false, error: { kind: 'invalid-input', message: 'This is too large to take in at once. Choose fewer or smaller files.' } }]);
    expect(received).toEqual([]);
  });

  test.each(['{"procedure":"app.state","input":"Odysseus', 'Odysseus', '[]', 'null', '{"procedure":7}', '{"procedure":"' + 'x'.repeat(101) + '"}', ''])('is refused without quoting it: %s', async (text) => {
    const cookie = await cookieOf(host.address);
    const answer = await sendRaw(host.origin, { method: 'POST', path: '/api', headers: { cookie, origin: host.origin, ...json }, body: text });
    expect([answer.status, JSON.parse(answer.text)]).toEqual([400, { ok: false, error: { kind: 'invalid-input', message: 'A request must be JSON with a procedure and its input.' } }]);
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('is refused by the method %s', async (method) => {
    const cookie = await cookieOf(host.address);
    const answer = await sendRaw(host.origin, { method, path: '/api', headers: { cookie, origin: host.origin } });
    expect(answer.status).toBe(405);
  });

  test.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: '],
    ['body', 'POST /api HTTP/1.1\r\nHost: HOST\r\nOrigin: ORIGIN\r\nCookie: COOKIE\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{'],
  ])('is hung up on where its %s never end, and others are answered', async (_part, begun) => {
    const impatient = await startLoopback({ rendererFolder: folder, backend: { dispatch: async () => ({ ok: true, value: null }), subscribe: () => () => undefined }, patience: { headersMilliseconds: 50, requestMilliseconds: 100, checkEveryMilliseconds: 20 } });
    const cookie = await cookieOf(impatient.address);
    const filled = begun.replace('HOST', new URL(impatient.origin).host).replace('ORIGIN', impatient.origin).replace('COOKIE', cookie);
    expect(await sendBytes(impatient.origin, filled)).toMatch(/^HTTP\/1\.1 408 /);
    expect((await callApi(impatient.origin, cookie, { procedure: 'app.state', input: {} })).status).toBe(200);
    await impatient.close();
  });

  test('does not take the server down when it breaks off', async () => {
    const cookie = await cookieOf(host.address);
    const broken = new Promise<void>((resolve) => {
      const controller = new AbortController();
      const stream = new ReadableStream({ start: (feed) => feed.enqueue(new TextEncoder().encode('{"procedure":')) });
      fetch(`${host.origin}/api`, { method: 'POST', headers: { cookie, origin: host.origin, ...json }, body: stream, duplex: 'half', signal: controller.signal } as RequestInit).catch(() => resolve());
      setImmediate(() => controller.abort());
    });
    await broken;
    expect((await callApi(host.origin, cookie, { procedure: 'app.state', input: {} })).status).toBe(200);
  });
});

describe('every answer', () => {
  test('carries the security headers, whatever was asked', async () => {
    const cookie = await cookieOf(host.address);
    const answers = await Promise.all([
      sendRaw(host.origin, { headers: { cookie } }),
      sendRaw(host.origin, { path: '/none', headers: { cookie } }),
      sendRaw(host.origin, { path: '/' }),
      sendRaw(host.origin, { headers: { host: 'attacker.example' } }),
      callApi(host.origin, cookie, { procedure: 'app.state', input: {} }),
    ]);
    const expected = Object.fromEntries(Object.entries(pageHeaders).map(([name, value]) => [name.toLowerCase(), value]));
    for (const answer of answers) expect(answer.headers).toMatchObject(expected);
    expect(pageHeaders['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  test('of the backend is kept by no cache', async () => {
    const cookie = await cookieOf(host.address);
    const answer = await callApi(host.origin, cookie, { procedure: 'case.show', input: { caseId: '1' } });
    expect([answer.headers['cache-control'], answer.text]).toEqual(['no-store', '{"ok":true,"value":{"caseId":"1"}}']);
    expect(received).toEqual([{ procedure: 'case.show', input: { caseId: '1' } }]);
  });
});

describe('events', () => {
  test('reach a page that has the cookie, as server-sent events, until the server closes', async () => {
    const cookie = await cookieOf(host.address);
    const response = await fetch(`${host.origin}/events`, { headers: { cookie, origin: host.origin } });
    const event: BackendEvent = { kind: 'changed', topics: ['cases'] };
    for (const listener of listeners) listener(event);
    await host.close();
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await response.text()).toBe(`retry: 1000\n\ndata: ${JSON.stringify(event)}\n\n`);
    expect(listeners.size).toBe(0);
    host = await startLoopback({ rendererFolder: folder, backend: { dispatch: async () => ({ ok: true, value: null }), subscribe: () => () => undefined } });
  });
});
