import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseWindow } from '#electron/cli/electron-binary.ts';

let withBinary: string;
let withoutBinary: string;
beforeAll(() => {
  withBinary = mkdtempSync(join(tmpdir(), 'nostos-window-'));
  withoutBinary = mkdtempSync(join(tmpdir(), 'nostos-window-'));
  mkdirSync(join(withBinary, 'node_modules', 'electron', 'dist'), { recursive: true });
  writeFileSync(join(withBinary, 'node_modules', 'electron', 'path.txt'), 'electron-here');
  writeFileSync(join(withBinary, 'node_modules', 'electron', 'dist', 'electron-here'), '');
});
afterAll(() => [withBinary, withoutBinary].forEach((folder) => rmSync(folder, { recursive: true })));

const question = { wantsBrowser: false, platform: 'linux', environment: { DISPLAY: ':0' }, isRoot: false } as const;

describe('where the application opens', () => {
  test('is a window where Electron is present', () => {
    expect(chooseWindow({ ...question, projectRoot: withBinary })).toEqual({ kind: 'window', binary: join(withBinary, 'node_modules', 'electron', 'dist', 'electron-here') });
  });

  test.each([
    ['was not fetched', {}, /Electron's binary is not on this machine/],
    ['is present but the browser was asked for', { wantsBrowser: true }, /--browser/],
    ['is present but there is no screen', { environment: {} }, /no screen/],
    ['is present but the user is root on Linux', { isRoot: true }, /sandbox/],
  ])('is the browser where Electron %s, and it says why', (_where, change, why) => {
    const projectRoot = 'wantsBrowser' in change || 'environment' in change || 'isRoot' in change ? withBinary : withoutBinary;
    const choice = chooseWindow({ ...question, projectRoot, ...change });
    expect(choice).toEqual({ kind: 'browser', why: expect.stringMatching(why) as unknown });
  });

  test('is a window on a Mac without any DISPLAY', () => {
    expect(chooseWindow({ ...question, projectRoot: withBinary, platform: 'darwin', environment: {}, isRoot: true }).kind).toBe('window');
  });

  test('may use a binary that stands elsewhere', () => {
    const environment = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: join(withBinary, 'node_modules', 'electron', 'dist') };
    writeFileSync(join(withBinary, 'node_modules', 'electron', 'dist', 'electron'), '');
    expect(chooseWindow({ ...question, projectRoot: withoutBinary, environment })).toEqual({ kind: 'window', binary: join(environment.ELECTRON_OVERRIDE_DIST_PATH, 'electron') });
  });
});
