import { readFileSync } from 'node:fs';

/** As package.json says; two folders up both from the source and from the bundle in dist/electron. */
export const appVersion = readVersion();

function readVersion(): string {
  const parsed: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof parsed !== 'object' || parsed === null || !('version' in parsed) || typeof parsed.version !== 'string') throw new Error('package.json names no version');
  return parsed.version;
}
