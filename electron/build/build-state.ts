import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What is built on its own: the page, and the bundles of the processes. */
export type BuildPart = 'page' | 'processes';

/** All that a part is made of. A change of anything in it makes the build out of date. */
const sourcesOf: Readonly<Record<BuildPart, readonly string[]>> = {
  page: ['renderer', 'shared', 'package-lock.json', 'electron/build'],
  processes: ['electron', 'db', 'shared', 'package-lock.json'],
};
/** Without this file there is no build, whatever the note says. */
const resultOf: Readonly<Record<BuildPart, string>> = { page: 'dist/renderer/index.html', processes: 'dist/electron/main.cjs' };

/** Whether the part in dist/ was built from the sources as they are. */
export function isBuildCurrent(root: string, part: BuildPart): boolean {
  const note = noteFile(root, part);
  return existsSync(join(root, resultOf[part])) && existsSync(note) && readFileSync(note, 'utf8') === sourceHash(root, part);
}

/** To be taken before a build: a source that changes meanwhile makes the build out of date, as it should. */
export function sourceHash(root: string, part: BuildPart): string {
  const hash = createHash('sha256');
  for (const source of sourcesOf[part]) {
    for (const path of filesBelow(root, source)) hash.update(path).update('\0').update(readFileSync(join(root, path))).update('\0');
  }
  return hash.digest('hex');
}

export function noteBuild(root: string, part: BuildPart, hash: string): void {
  mkdirSync(dirname(noteFile(root, part)), { recursive: true });
  writeFileSync(noteFile(root, part), hash);
}

function noteFile(root: string, part: BuildPart): string {
  return join(root, 'dist', 'build', `${part}.sha256`);
}

/** The source itself where it is a file, else every file below it, with `/` on every system. */
function filesBelow(root: string, source: string): string[] {
  const path = join(root, source);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined) return [];
  if (kind.isFile()) return [source];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
