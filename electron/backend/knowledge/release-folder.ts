import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '#db/durable-file.ts';
import { partialEnding } from '#db/knowledge/compile-knowledge.ts';
import { openKnowledge, type KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { guardStorage } from '#db/storage-failure.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { KnowledgeRelease } from '#shared/contract/app-procedures.ts';

/** A name becomes the name of a file, so it must not lead anywhere else. */
const namePattern = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,79}$/;
const reservedNames: ReadonlySet<string> = new Set(['starter', 'active', 'cache', 'incoming']);
const ending = '.sqlite';

export const releasePath = (folder: string, name: string): string => join(folder, `${name}${ending}`);

export const isInstalled = (folder: string, name: string): boolean => namePattern.test(name) && existsSync(releasePath(folder, name));

export function checkReleaseName(name: string): Result<string, Failure> {
  if (namePattern.test(name) && !reservedNames.has(name.toLowerCase())) return success(name);
  return refusal(failure('invalid-input', 'This name cannot be used for a release. Use letters, digits, dots and dashes, such as 2025-05-06.'));
}

/** The versions of ontology and annotations, as a name: one date where they are a matching set. */
export function versionName(knowledge: KnowledgeFile): string {
  const { ontologyVersion, annotationVersion } = knowledge.release;
  const name = annotationVersion === '' || annotationVersion === ontologyVersion ? ontologyVersion : `${ontologyVersion}+${annotationVersion}`;
  return name.replace(/[^A-Za-z0-9._+-]/g, '-') || 'release';
}

export function installedNames(folder: string): string[] {
  return namesIn(folder).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length)).filter((name) => namePattern.test(name)).sort();
}

/** The name written in `active.json`; null where none is chosen. */
export function readChoice(folder: string): string | null {
  try {
    const choice: unknown = JSON.parse(readFileSync(join(folder, 'active.json'), 'utf8'));
    return typeof choice === 'object' && choice !== null && 'name' in choice && typeof choice.name === 'string' ? choice.name : null;
  } catch {
    return null;
  }
}

export function writeChoice(folder: string, name: string): Result<void, Failure> {
  return guardStorage(() => {
    mkdirSync(folder, { recursive: true });
    replaceFile(join(folder, 'active.json'), `${JSON.stringify({ name })}\n`);
  });
}

export function describeRelease(knowledge: KnowledgeFile, isActive: boolean): KnowledgeRelease {
  const { name, kind, ontologyVersion, annotationVersion, termCount, diseaseCount, annotationCount, supplements, notice } = knowledge.release;
  return { name, kind, ontologyVersion, annotationVersion, installedAt: kind === 'starter' || knowledge.path === null ? null : installedAt(knowledge.path), termCount, diseaseCount, annotationCount, isActive, supplements, notice };
}

/** A file that cannot be opened is listed too, so that it does not vanish without a word. */
export function describeInstalled(folder: string, name: string): KnowledgeRelease {
  const path = releasePath(folder, name);
  const opened = openKnowledge(path);
  if (!opened.ok) return { name, kind: 'release', ontologyVersion: 'unreadable', annotationVersion: 'unreadable', installedAt: installedAt(path), termCount: 0, diseaseCount: 0, annotationCount: 0, isActive: false };
  const release = describeRelease(opened.value, false);
  opened.value.close();
  return release;
}

/** Removes a file that was being compiled, with what its compiler was still writing. */
export function removeIncoming(path: string): void {
  const folder = dirname(path);
  const file = path.slice(folder.length + 1);
  for (const name of namesIn(folder)) {
    if (name === file || (name.endsWith(partialEnding) && name.includes(file))) rmSync(join(folder, name), { force: true });
  }
}

/** What a compile left that was ended in the middle. Younger files may belong to one that runs now. */
export function removeLeftovers(folder: string): void {
  const oldest = Date.now() - 60 * 60 * 1000;
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    try {
      if (statSync(path).mtimeMs < oldest) rmSync(path, { force: true });
    } catch {
      // Gone in the meantime, or not ours to remove: nothing depends on it.
    }
  }
}

const installedAt = (path: string): string => statSync(path).mtime.toISOString();

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
