import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { commandWords, readLaunchOptions } from '#electron/main/launch-options.ts';
import { menuTemplate } from '#electron/main/menu.ts';

function roles(items: readonly MenuItemConstructorOptions[]): unknown[] {
  return items.flatMap((item) => [item.role, ...(Array.isArray(item.submenu) ? roles(item.submenu) : [])]).filter((role) => role !== undefined);
}

describe('the menu', () => {
  test('leaves undo and redo to the page, which undoes changes of the family', () => {
    expect(roles(menuTemplate('linux', true))).not.toEqual(expect.arrayContaining(['undo']));
    expect(roles(menuTemplate('linux', true))).toEqual(expect.arrayContaining(['copy', 'paste', 'zoomIn']));
  });

  test('offers inspection in a checkout only', () => {
    expect([true, false].map((isPackaged) => roles(menuTemplate('win32', isPackaged)).includes('toggleDevTools'))).toEqual([false, true]);
  });

  test.each([
    ['darwin', 'appMenu'],
    ['linux', 'fileMenu'],
    ['win32', 'fileMenu'],
  ] as const)('begins on %s with %s', (platform, first) => {
    expect(menuTemplate(platform, true)[0]).toEqual({ role: first });
  });
});

describe('the arguments of Electron', () => {
  test('are taken where Nostos knows them and left where they are the engine’s', () => {
    const options = readLaunchOptions(['/electron', '/checkout', '--demo', '--no-zygote', '--vault', '/clinic/vault']);
    expect([options.isDemo, options.vaultFolder]).toEqual([true, '/clinic/vault']);
  });

  test('are none where nothing was given', () => {
    const options = readLaunchOptions(['/electron', '/checkout']);
    expect([options.isDemo, options.vaultFolder]).toEqual([false, null]);
  });

  test.each([
    [['/nostos'], null],
    [['/nostos', '--demo'], null],
    [['/nostos', '-psn_0_1'], null],
    [['/nostos', 'start', '--vault', '/v'], null],
    [['/nostos', 'start', '--browser'], ['start', '--browser']],
    [['/nostos', 'rank', '--top', '5', 'case.json'], ['rank', '--top', '5', 'case.json']],
    [['/nostos', '--help'], ['--help']],
  ])('of the packaged binary %j are a command line: %j', (arguments_, expected) => {
    expect(commandWords(arguments_, true)).toEqual(expected);
    expect(commandWords(['/electron', '/checkout', ...arguments_.slice(1)], false)).toEqual(expected);
  });
});
