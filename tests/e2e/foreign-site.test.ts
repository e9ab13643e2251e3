import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, startApplication, type RunningApplication } from '#tests/e2e/browser.ts';

/**
 * A real browser that has Nostos open visits a page of somebody else on this machine: the hardest case, since another port of
 * 127.0.0.1 counts as the same site and the browser sends the cookie along.
 */
let application: RunningApplication;
let browser: Browser;
let attacker: Server;
let own: Page;
let foreign: Page;

beforeAll(async () => {
  application = await startApplication();
  browser = await launchBrowser();
  attacker = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>attacker</title>');
  });
  await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
  const context = await browser.newContext();
  own = await context.newPage();
  await own.goto(application.address);
  foreign = await context.newPage();
  await foreign.goto(`http://127.0.0.1:${(attacker.address() as AddressInfo).port}/`);
});
afterAll(async () => {
  await browser.close();
  attacker.close();
  await application.stop();
});

/** Asks the running application from within its own page whether a vault has come to be. */
const vaultState = () =>
  own.evaluate(async () => {
    const response = await fetch('/api', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ procedure: 'app.state', input: {} }) });
    return ((await response.json()) as { value: { vault: string } }).value.vault;
  });

describe('a page of another site in the same browser', () => {
  test('can neither read nor change anything by a request, plain or with a preflight', async () => {
    const outcomes = await foreign.evaluate(async (origin) => {
      const body = JSON.stringify({ procedure: 'vault.create', input: { passphrase: 'chosen by an attacker', clinicianName: '' } });
      const attempt = async (init: RequestInit) => fetch(`${origin}/api`, { method: 'POST', credentials: 'include', body, ...init }).then((response) => `${response.type} ${response.status}`, () => 'failed');
      return [await attempt({ headers: { 'content-type': 'application/json' } }), await attempt({ headers: { 'content-type': 'text/plain' } }), await attempt({ mode: 'no-cors' })];
    }, application.origin);
    // An opaque answer tells nothing; Cross-Origin-Resource-Policy lets only another site's page see even that it came.
    expect(outcomes.slice(0, 2)).toEqual(['failed', 'failed']);
    expect(['failed', 'opaque 0']).toContain(outcomes[2]);
    expect(await vaultState()).toBe('absent');
  });

  test('cannot send a form, show the page in a frame, or listen to the events', async () => {
    const heard = await foreign.evaluate(async (origin) => {
      const frame = document.createElement('iframe');
      frame.name = 'target';
      document.body.append(frame);
      const form = Object.assign(document.createElement('form'), { action: `${origin}/api`, method: 'post', enctype: 'text/plain', target: 'target' });
      form.append(Object.assign(document.createElement('input'), { name: '{"procedure":"vault.create","input":{"passphrase":"chosen by an attacker","clinicianName":"', value: '"}}' }));
      document.body.append(form);
      const sent = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      form.submit();
      await sent;
      const events = new EventSource(`${origin}/events`, { withCredentials: true });
      return await new Promise((resolve) => {
        events.addEventListener('open', () => resolve('open'));
        events.addEventListener('error', () => resolve('refused'));
      });
    }, application.origin);
    expect(heard).toBe('refused');
    expect(await vaultState()).toBe('absent');
    await foreign.evaluate((origin) => {
      const frame = document.createElement('iframe');
      frame.src = `${origin}/`;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      return loaded;
    }, application.origin);
    const framed = foreign.frames().filter((frame) => frame.url().startsWith(application.origin));
    const roots = await Promise.all(framed.map((frame) => frame.locator('#root').count().catch(() => 0)));
    expect(roots.filter((count) => count > 0)).toEqual([]);
  });
});

describe('what slipped into the page of Nostos itself', () => {
  test('cannot run as a script, nor send anything away', async () => {
    const outcome = await own.evaluate(async (elsewhere) => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      const state = window as unknown as { hasRun?: boolean };
      const holder = document.createElement('div');
      holder.innerHTML = '<img src="none:" onerror="window.hasRun = true">';
      document.body.append(holder, Object.assign(document.createElement('script'), { textContent: 'window.hasRun = true' }));
      const sent = await fetch(elsewhere, { mode: 'no-cors' }).then(() => 'sent', () => 'refused');
      const picture = new Image();
      const loaded = await new Promise((resolve) => {
        picture.addEventListener('load', () => resolve('sent'));
        picture.addEventListener('error', () => resolve('refused'));
        picture.src = `${elsewhere}/pixel.gif?patient`;
      });
      return { hasRun: state.hasRun ?? false, sent, loaded, violations: [...new Set(violations)].sort() };
    }, `http://127.0.0.1:${(attacker.address() as AddressInfo).port}`);
    expect(outcome).toEqual({ hasRun: false, sent: 'refused', loaded: 'refused', violations: expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem']) as unknown });
  });

  test('cannot read the cookie, and the address shows no token', async () => {
    expect(await own.evaluate(() => [document.cookie, location.search, document.referrer])).toEqual(['', '', '']);
  });

  test('is nothing that a person without the address sees: another browser is not let in', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const answer = await page.goto(application.origin);
    const used = await page.goto(application.address);
    await context.close();
    expect([answer?.status(), used?.status()]).toEqual([401, 403]);
  });
});
