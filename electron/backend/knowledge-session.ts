import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { flushFolder, replaceFile } from '#db/durable-file.ts';
import { compileKnowledge, partialEnding, type CompileReport } from '#db/knowledge/compile-knowledge.ts';
import { knowledgeFormat } from '#db/knowledge/knowledge-format.ts';
import { openKnowledge, openKnowledgeInMemory, type KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { readSourceFolder, type KnowledgeSource } from '#db/knowledge/source-files.ts';
import { verifyKnowledge, type KnowledgeCheck } from '#db/knowledge/verify-knowledge.ts';
import { guardStorage } from '#db/storage-failure.ts';
import { dataFolder } from '#electron/backend/data-folder.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { KnowledgeRelease } from '#shared/contract/app-procedures.ts';
import { starterDiseases, starterOntology } from '#shared/disease/starter/starter-catalogue.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';

export const starterName = 'starter';

/** The releases installed on this machine and the one in use. Nothing here is a patient's. */
export interface KnowledgeSession {
  /** Holds one file a release, `active.json` and `cache/`. */
  readonly folder: string;
  /** The release in use: the one chosen, or the starter catalogue where none is installed or the chosen one cannot be opened. */
  readonly active: () => KnowledgeFile | null;
  /** The starter first, then the installed ones by name. A file that cannot be opened is listed as unreadable. */
  readonly list: () => readonly KnowledgeRelease[];
  readonly activate: (name: string) => Result<KnowledgeRelease, Failure>;
  readonly verify: (name: string) => Result<KnowledgeCheck, Failure>;
  /** Opens an installed release beside the one in use; the caller closes it. */
  readonly open: (name: string) => Result<KnowledgeFile, Failure>;
  /** A new name for a file to compile into, within the folder and apart from the releases. */
  readonly incomingPath: () => string;
  /** Makes a compiled file an installed release and the one in use. Name null: the version of its ontology. */
  readonly adopt: (path: string, name: string | null) => Result<KnowledgeRelease, Failure>;
  /** Throws away what a failed or cancelled compile left. */
  readonly discard: (path: string) => void;
  /** Compiles and adopts in one go, on this thread. For the command line; the app does it in a job. */
  readonly install: (request: { readonly sources: readonly KnowledgeSource[]; readonly name: string | null; readonly onProgress?: Progress }) => Result<InstalledRelease, Failure>;
  readonly close: () => void;
}

export interface InstalledRelease {
  readonly report: CompileReport;
  readonly release: KnowledgeRelease;
}

type Progress = (done: number, total: number | null, label: string) => void;

/** A name becomes the name of a file. */
const namePattern = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,79}$/;
const reservedNames: ReadonlySet<string> = new Set([starterName, 'active', 'cache', 'incoming']);

export function createKnowledgeSession(options: { readonly folder: string; readonly clock?: () => string }): KnowledgeSession {
  const { folder } = options;
  const incoming = join(folder, 'incoming');
  let current: KnowledgeFile | null = null;
  let starter: KnowledgeFile | null = null;
  const openStarter = (): KnowledgeFile => (starter ??= openStarterCatalogue());
  const pathOf = (name: string): string => join(folder, `${name}.sqlite`);

  const active = (): KnowledgeFile => {
    if (current !== null) return current;
    const chosen = readChoice(folder);
    const opened = chosen === null || chosen === starterName || !namePattern.test(chosen) ? null : openKnowledge(pathOf(chosen));
    current = opened?.ok === true ? opened.value : openStarter();
    return current;
  };
  const leaveCurrent = (): void => {
    if (current !== starter) current?.close();
    current = null;
  };
  const choose = (name: string): Result<void, Failure> => guardStorage(() => {
    mkdirSync(folder, { recursive: true });
    replaceFile(join(folder, 'active.json'), `${JSON.stringify({ name })}\n`);
  });
  const open = (name: string): Result<KnowledgeFile, Failure> => {
    if (name === starterName) return success(openStarterCatalogue());
    return namePattern.test(name) && existsSync(pathOf(name)) ? openKnowledge(pathOf(name)) : refusal(notInstalled(name));
  };
  const activate = (name: string): Result<KnowledgeRelease, Failure> => {
    const opened = name === starterName ? success(openStarter()) : open(name);
    if (!opened.ok) return opened;
    const chosen = choose(name);
    if (!chosen.ok) {
      if (opened.value !== starter) opened.value.close();
      return chosen;
    }
    leaveCurrent();
    current = opened.value;
    return success(describeRelease(current, true));
  };
  const discard = (path: string): void => {
    for (const name of namesIn(dirname(path))) {
      const own = join(dirname(path), name);
      if (own === path || (name.endsWith(partialEnding) && name.includes(path.slice(dirname(path).length + 1)))) rmSync(own, { force: true });
    }
  };
  const adopt = (path: string, name: string | null): Result<KnowledgeRelease, Failure> => {
    const final = nameFor(path, name);
    if (!final.ok) {
      discard(path);
      return final;
    }
    if (current?.path === pathOf(final.value)) leaveCurrent();
    const moved = guardStorage(() => {
      renameSync(path, pathOf(final.value));
      flushFolder(folder);
    });
    if (!moved.ok) {
      discard(path);
      return moved;
    }
    return activate(final.value);
  };

  removeLeftovers(incoming);
  return {
    folder,
    active,
    list: () => {
      const activeName = active().release.name;
      const names = namesIn(folder).filter((name) => name.endsWith('.sqlite')).map((name) => name.slice(0, -'.sqlite'.length)).filter((name) => namePattern.test(name)).sort();
      return [describeRelease(openStarter(), activeName === starterName), ...names.map((name) => describeInstalled(pathOf(name), name, name === activeName, current))];
    },
    activate,
    verify: (name) => {
      if (name === starterName) return success({ isIntact: true, findings: [] });
      return namePattern.test(name) && existsSync(pathOf(name)) ? verifyKnowledge(pathOf(name)) : refusal(notInstalled(name));
    },
    open,
    incomingPath: () => join(incoming, `${randomBytes(8).toString('hex')}.sqlite`),
    adopt,
    discard,
    install: ({ sources, name, onProgress }) => {
      const path = join(incoming, `${randomBytes(8).toString('hex')}.sqlite`);
      const allowed = name === null ? success(name) : checkName(name);
      if (!allowed.ok) return allowed;
      const report = compileKnowledge({ sources, to: path, ...(onProgress === undefined ? {} : { onProgress }) });
      if (!report.ok) return report;
      const release = adopt(path, name);
      return release.ok ? success({ report: report.value, release: release.value }) : release;
    },
    close: () => {
      leaveCurrent();
      starter?.close();
      starter = null;
    },
  };
}

/** The catalogue that comes with Nostos, compiled in memory: the app is of use before anything is installed. */
export function openStarterCatalogue(): KnowledgeFile {
  return openKnowledgeInMemory({
    kind: 'starter',
    name: starterName,
    ontology: starterOntology,
    annotationVersion: starterOntology.version,
    diseases: starterDiseases,
    notice: 'Starter catalogue of Nostos: well-known disorders only, written from general medical knowledge. Terms, ids and hierarchy are those of the Human Phenotype Ontology (https://hpo.jax.org). Install a full release for real work.',
  });
}

/**
 * Opens what `--knowledge` names: an installed release, `starter`, a compiled file, or a folder with the HPO's own files. Such a folder
 * is compiled once; the result is kept under the hash of its files and used again. The caller closes it.
 */
export function openKnowledgeFrom(directoryOrRelease: string, options: { readonly dataFolder?: string; readonly onProgress?: Progress } = {}): Result<KnowledgeFile, Failure> {
  const folder = join(options.dataFolder ?? dataFolder(), 'knowledge');
  if (directoryOrRelease === starterName) return success(openStarterCatalogue());
  if (namePattern.test(directoryOrRelease) && existsSync(join(folder, `${directoryOrRelease}.sqlite`))) return openKnowledge(join(folder, `${directoryOrRelease}.sqlite`));
  const path = resolve(directoryOrRelease);
  if (!existsSync(path)) return refusal(failure('not-found', `${directoryOrRelease} is neither an installed release nor a folder or file on this machine. "nostos knowledge list" shows what is installed.`));
  if (!statSync(path).isDirectory()) return openKnowledge(path);
  const sources = readSourceFolder(path);
  if (!sources.ok) return sources;
  const compiled = join(folder, 'cache', `${cacheKey(sources.value)}.sqlite`);
  if (existsSync(compiled)) {
    const opened = openCached(compiled);
    if (opened.ok) return opened;
  }
  const report = compileKnowledge({ sources: sources.value, to: compiled, ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }) });
  return report.ok ? openCached(compiled) : report;
}

function openCached(path: string): Result<KnowledgeFile, Failure> {
  const opened = openKnowledge(path);
  return opened.ok ? success({ ...opened.value, release: { ...opened.value.release, name: versionName(opened.value) } }) : opened;
}

/** Names what the compiled file depends on: the files, the format and the ranking that is packed into it. */
function cacheKey(sources: readonly KnowledgeSource[]): string {
  const hashes = sources.map((source) => createHash('sha256').update(source.bytes).digest('hex')).sort();
  return createHash('sha256').update(JSON.stringify([knowledgeFormat, algorithmVersion, hashes])).digest('hex').slice(0, 32);
}

function versionName(knowledge: KnowledgeFile): string {
  const { ontologyVersion, annotationVersion } = knowledge.release;
  const name = annotationVersion === '' || annotationVersion === ontologyVersion ? ontologyVersion : `${ontologyVersion}+${annotationVersion}`;
  return name.replace(/[^A-Za-z0-9._+-]/g, '-') || 'release';
}

function nameFor(path: string, name: string | null): Result<string, Failure> {
  if (name !== null) return checkName(name);
  const opened = openKnowledge(path);
  if (!opened.ok) return opened;
  const version = versionName(opened.value);
  opened.value.close();
  return checkName(version);
}

function checkName(name: string): Result<string, Failure> {
  if (namePattern.test(name) && !reservedNames.has(name.toLowerCase())) return success(name);
  return refusal(failure('invalid-input', 'This name cannot be used for a release. Use letters, digits, dots and dashes, such as 2025-05-06.'));
}

const notInstalled = (name: string): Failure => failure('not-found', `No release named ${name.slice(0, 80)} is installed.`);

function readChoice(folder: string): string | null {
  try {
    const choice: unknown = JSON.parse(readFileSync(join(folder, 'active.json'), 'utf8'));
    return typeof choice === 'object' && choice !== null && 'name' in choice && typeof choice.name === 'string' ? choice.name : null;
  } catch {
    return null;
  }
}

function describeInstalled(path: string, name: string, isActive: boolean, current: KnowledgeFile | null): KnowledgeRelease {
  if (isActive && current?.path === path) return describeRelease(current, true);
  const opened = openKnowledge(path);
  if (!opened.ok) return { name, kind: 'release', ontologyVersion: 'unreadable', annotationVersion: 'unreadable', installedAt: installedAt(path), termCount: 0, diseaseCount: 0, annotationCount: 0, isActive: false };
  const release = describeRelease(opened.value, isActive);
  opened.value.close();
  return release;
}

function describeRelease(knowledge: KnowledgeFile, isActive: boolean): KnowledgeRelease {
  const { name, kind, ontologyVersion, annotationVersion, termCount, diseaseCount, annotationCount } = knowledge.release;
  return { name, kind, ontologyVersion, annotationVersion, installedAt: knowledge.path === null ? null : installedAt(knowledge.path), termCount, diseaseCount, annotationCount, isActive };
}

const installedAt = (path: string): string => statSync(path).mtime.toISOString();

/** What a compile left that was ended in the middle. Younger files may belong to one that runs now. */
function removeLeftovers(folder: string): void {
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

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
