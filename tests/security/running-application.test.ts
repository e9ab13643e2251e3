import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleFamilies } from '#shared/casefile/example-families.ts';
import { projectRoot, startApplication } from '#tests/e2e/browser.ts';
import { callApi, cookieOf, sendRaw } from '#tests/builders/raw-request.ts';

const passphrase = 'wine-dark sea of Ithaca';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'nostos-running-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `nostos start` with arguments that make it end by itself. */
function runStart(args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string; readonly errors: string }> {
  const child = spawn(process.execPath, ['electron/cli/nostos.ts', 'start', ...args], { cwd: projectRoot, env: { ...process.env, NOSTOS_HOME: folder, BROWSER: 'none' } });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, errors })));
}

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the application, started for real', () => {
  test('keeps what was entered when it is killed, and nothing of it can be read on the disk', async () => {
    const home = join(folder, 'home');
    const first = await startApplication({ home });
    const cookie = await cookieOf(first.address);
    await callApi(first.origin, cookie, { procedure: 'vault.create', input: { passphrase, clinicianName: 'Eumaeus-the-swineherd' } });
    await callApi(first.origin, cookie, { procedure: 'case.create', input: { case: { reference: 'NRG-Odyssey' }, proband: { givenName: 'Telemachus' } } });
    await first.kill();

    const second = await startApplication({ home });
    const secondCookie = await cookieOf(second.address);
    const withOldCookie = await callApi(second.origin, cookie, { procedure: 'app.state', input: {} });
    const locked = await callApi(second.origin, secondCookie, { procedure: 'case.list', input: {} });
    const unlocked = await callApi(second.origin, secondCookie, { procedure: 'vault.unlock', input: { passphrase } });
    const cases = await callApi(second.origin, secondCookie, { procedure: 'case.list', input: {} });
    const contents = filesBelow(home).map((path) => readFileSync(path).toString('latin1')).join('\n');
    await second.stop();

    expect([withOldCookie.status, JSON.parse(locked.text)]).toEqual([401, { ok: false, error: { kind: 'locked', message: 'The vault is locked. Enter the passphrase to go on.' } }]);
    expect(JSON.parse(unlocked.text)).toEqual({ ok: true, value: {} });
    expect(JSON.parse(cases.text)).toMatchObject({ ok: true, value: [{ reference: 'NRG-Odyssey', proband: { givenName: 'Telemachus' } }] });
    expect(contents).not.toMatch(/Odyssey|Telemachus|Eumaeus|wine-dark/);
    expect(existsSync(home)).toBe(false);
  });

  test('keeps its data from other users of the machine', async () => {
    const home = join(folder, 'home');
    const application = await startApplication({ home });
    await callApi(application.origin, await cookieOf(application.address), { procedure: 'vault.create', input: { passphrase, clinicianName: '' } });
    const mode = statSync(join(home, 'vault')).mode & 0o777;
    await application.stop();
    expect(process.platform === 'win32' ? 0o700 : mode).toBe(0o700);
  });

  test('serves the built page, and only by the address that it printed', async () => {
    const application = await startApplication({ home: join(folder, 'home') });
    const stranger = await sendRaw(application.origin);
    const page = await sendRaw(application.origin, { headers: { cookie: await cookieOf(application.address) } });
    await application.stop();
    expect(stranger.status).toBe(401);
    expect(page.text).toContain('<div id="root">');
    // Nothing inline, which the policy would refuse to run.
    expect(page.text).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|<style/);
  });

  test('as a demonstration leaves nothing behind, and nobody can read its vault meanwhile', async () => {
    const temporary = join(folder, 'temporary');
    mkdirSync(temporary);
    const application = await startApplication({ isDemo: true, home: join(folder, 'home'), environment: { TMPDIR: temporary, TEMP: temporary, TMP: temporary } });
    const cases = await callApi(application.origin, await cookieOf(application.address), { procedure: 'case.list', input: {} });
    const contents = filesBelow(temporary).map((path) => readFileSync(path).toString('latin1')).join('\n');
    const untouched = !existsSync(join(folder, 'home', 'vault'));
    await application.stop();
    expect(JSON.parse(cases.text)).toMatchObject({ ok: true, value: exampleFamilies.map(() => ({})) });
    expect(contents.length).toBeGreaterThan(100_000);
    expect(exampleFamilies.map((family) => family.case.note).filter((note) => contents.includes(note.slice(0, 30)))).toEqual([]);
    expect([untouched, readdirSync(temporary)]).toEqual([true, []]);
  });

  test.each([
    [['--browser', '--port', '0'], '--port: not a port number, expected 1 to 65535'],
    [['--browser', '--port', 'http'], '--port: not a port number, expected 1 to 65535'],
    [['--demo', '--vault', 'x'], '--demo has a vault of its own; leave out --vault'],
    [['somewhere'], 'start takes no file; a vault is named by --vault DIR'],
  ])('refuses %j as wrong usage', async (args, complaint) => {
    const { code, output, errors } = await runStart(args);
    expect([code, output, errors.trim()]).toEqual([2, '', complaint]);
  });

  test('says that a port is taken instead of taking another', async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)));
    const { code, errors } = await runStart(['--browser', '--port', String(port)]);
    taken.close();
    expect([code, errors.trim()]).toEqual([2, `--port: ${port} is in use, expected a free one`]);
  });
});
