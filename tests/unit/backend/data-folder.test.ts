import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '#electron/backend/data-folder.ts';

describe('the data folder', () => {
  test.each([
    ['linux', {}, '/home/p/.local/share/nostos'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/nostos'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/p/.local/share/nostos'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/p/.local/share/nostos'],
    ['freebsd', {}, '/home/p/.local/share/nostos'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/home/p/Library/Application Support/Nostos'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Nostos'],
    ['win32', {}, '/home/p/AppData/Roaming/Nostos'],
  ])('is where %s keeps it, given %j: %s', (platform, environment, expected) => {
    expect(dataFolder(environment, platform, '/home/p')).toBe(join(expected));
  });

  test.each(['linux', 'darwin', 'win32'])('is the one that NOSTOS_HOME names, also on %s', (platform) => {
    expect(dataFolder({ NOSTOS_HOME: 'trial', XDG_DATA_HOME: '/data', APPDATA: '/roaming' }, platform, '/home/p')).toBe(resolve('trial'));
  });
});
