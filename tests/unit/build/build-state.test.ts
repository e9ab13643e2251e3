import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isBuildCurrent, noteBuild, sourceHash } from '#electron/build/build-state.ts';

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nostos-build-'));
  write('renderer/app/main.tsx', 'one');
  write('shared/base/result.ts', 'two');
  write('electron/main/main.ts', 'three');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

/** What a build leaves behind. */
function build(): void {
  write('dist/renderer/index.html', '');
  write('dist/electron/main.cjs', '');
  for (const part of ['page', 'processes'] as const) noteBuild(root, part, sourceHash(root, part));
}
const current = () => ({ page: isBuildCurrent(root, 'page'), processes: isBuildCurrent(root, 'processes') });

describe('a build', () => {
  test('is not current before the first one', () => {
    expect(current()).toEqual({ page: false, processes: false });
  });

  test('is current until a source of it changes', () => {
    build();
    expect(current()).toEqual({ page: true, processes: true });
  });

  test.each([
    ['a change of the page', 'renderer/app/main.tsx', { page: false, processes: true }],
    ['a change of a process', 'electron/main/main.ts', { page: true, processes: false }],
    ['a change of the domain', 'shared/base/result.ts', { page: false, processes: false }],
    ['another version of a package', 'package-lock.json', { page: false, processes: false }],
    ['a new file', 'renderer/app/another.tsx', { page: false, processes: true }],
    ['a change of the documents', 'README.md', { page: true, processes: true }],
  ])('after %s is out of date where it must be', (_what, path, expected) => {
    build();
    write(path, 'changed');
    expect(current()).toEqual(expected);
  });

  test('is out of date when a file is renamed or gone, or when its result was deleted', () => {
    build();
    rmSync(join(root, 'dist', 'renderer'), { recursive: true });
    rmSync(join(root, 'electron', 'main', 'main.ts'));
    expect(current()).toEqual({ page: false, processes: false });
  });
});
