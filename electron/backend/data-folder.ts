import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** Where the operating system says that this user's data of Nostos belong. `NOSTOS_HOME` overrides it, as tests and clinics with a shared drive need. */
export function dataFolder(environment: Readonly<Record<string, string | undefined>> = process.env, platform: string = process.platform, home: string = homedir()): string {
  const chosen = environment['NOSTOS_HOME'];
  if (isSet(chosen)) return resolve(chosen);
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Nostos');
    case 'win32':
      return join(isSet(environment['APPDATA']) ? environment['APPDATA'] : join(home, 'AppData', 'Roaming'), 'Nostos');
    default:
      return join(linuxDataHome(environment['XDG_DATA_HOME'], home), 'nostos');
  }
}

/** The XDG base directory specification says to ignore a relative path. */
function linuxDataHome(fromEnvironment: string | undefined, home: string): string {
  return isSet(fromEnvironment) && isAbsolute(fromEnvironment) ? fromEnvironment : join(home, '.local', 'share');
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
