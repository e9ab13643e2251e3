import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { flushFolder } from '#db/durable-file.ts';
import { compileKnowledge, type CompileReport } from '#db/knowledge/compile-knowledge.ts';
import { keepRankingIndex } from '#db/knowledge/keep-ranking-index.ts';
import { knowledgeFormat } from '#db/knowledge/knowledge-format.ts';
import { openKnowledge, type KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { readSourceFolder, type KnowledgeSource } from '#db/knowledge/source-files.ts';
import { verifyKnowledge, type KnowledgeCheck } from '#db/knowledge/verify-knowledge.ts';
import { guardStorage } from '#db/storage-failure.ts';
import { dataFolder } from '#electron/backend/data-folder.ts';
import { checkReleaseName, describeInstalled, describeRelease, installedNames, isInstalled, readChoice, releasePath, removeIncoming, removeLeftovers, versionName, writeChoice } from '#electron/backend/knowledge/release-folder.ts';
import { describeStarter, openStarter, starterName } from '#electron/backend/knowledge/starter-release.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { KnowledgeRelease } from '#shared/contract/app-procedures.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';

/** The releases installed on this machine and the one in use. Nothing here is a patient's. */
export interface KnowledgeSession {
  /** Holds one file a release, `active.json` and `cache/`. */
  readonly folder: string;
  /** The release in use: the one chosen, or the starter catalogue where none is installed or the chosen one cannot be opened. */
  readonly active: () => KnowledgeFile | null;
  /** The starter first, then the installed ones by name. A file that cannot be opened is listed as unreadable. */
  readonly list: () => readonly KnowledgeRelease[];
  readonly activate: (name: string) => Result<KnowledgeRelease, Failure>;
  readonly verify: (name: string) => Promise<Result<KnowledgeCheck, Failure>>;
  /** Opens an installed release beside the one in use; the caller closes it. */
  readonly open: (name: string) => Result<KnowledgeFile, Failure>;
  /** A new name for a file to compile into, within the folder and apart from the releases. */
  readonly incomingPath: () => string;
  /** Makes a compiled file an installed release and the one in use. Name null: the version of its ontology. */
  readonly adopt: (path: string, name: string | null) => Result<KnowledgeRelease, Failure>;
  /** Throws away what a failed or cancelled compile left. */
  readonly discard: (path: string) => void;
  /** Compiles and adopts in one go, on this thread. For the command line; the app does it in a job. */
  readonly install: (request: InstallRequest) => Result<InstalledRelease, Failure>;
  readonly close: () => void;
}

export interface InstallRequest {
  readonly sources: readonly KnowledgeSource[];
  readonly name: string | null;
  readonly onProgress?: Progress;
}

export interface InstalledRelease {
  readonly report: CompileReport;
  readonly release: KnowledgeRelease;
}

type Progress = (done: number, total: number | null, label: string) => void;

/** `current` is opened when first asked for. */
interface SessionState {
  readonly folder: string;
  current: KnowledgeFile | null;
}

export function createKnowledgeSession(options: { readonly folder: string; readonly clock?: () => string }): KnowledgeSession {
  const state: SessionState = { folder: options.folder, current: null };
  removeLeftovers(incomingFolder(state.folder));
  return {
    folder: state.folder,
    active: () => activeRelease(state),
    list: () => listReleases(state),
    activate: (name) => activate(state, name),
    verify: (name) => verify(state, name),
    open: (name) => open(state, name),
    incomingPath: () => newIncomingPath(state.folder),
    adopt: (path, name) => adopt(state, path, name),
    discard: removeIncoming,
    install: (request) => install(state, request),
    close: () => leaveCurrent(state),
  };
}

/**
 * Opens what `--knowledge` names: an installed release, `starter`, a compiled file, or a folder with the HPO's own files. Such a folder
 * is compiled once; the result is kept under the hash of its files and used again. The caller closes it.
 */
export function openKnowledgeFrom(directoryOrRelease: string, options: { readonly dataFolder?: string; readonly onProgress?: Progress } = {}): Result<KnowledgeFile, Failure> {
  const folder = join(options.dataFolder ?? dataFolder(), 'knowledge');
  if (directoryOrRelease === starterName) return success(openStarter(cacheFolder(folder)));
  if (isInstalled(folder, directoryOrRelease)) return openInstalled(folder, directoryOrRelease);
  const path = resolve(directoryOrRelease);
  if (!existsSync(path)) return refusal(failure('not-found', `${directoryOrRelease} is neither an installed release nor a folder or file on this machine. "nostos knowledge list" shows what is installed.`));
  if (!statSync(path).isDirectory()) return openKnowledge(path);
  const sources = readSourceFolder(path);
  if (!sources.ok) return sources;
  const compiled = join(cacheFolder(folder), `${cacheKey(sources.value)}.sqlite`);
  if (existsSync(compiled)) {
    const opened = openCached(compiled);
    if (opened.ok) return opened;
  }
  const report = compileKnowledge({ sources: sources.value, to: compiled, ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }) });
  return report.ok ? openCached(compiled) : report;
}

function activeRelease(state: SessionState): KnowledgeFile {
  if (state.current === null) {
    const chosen = readChoice(state.folder);
    const opened = chosen !== null && chosen !== starterName && isInstalled(state.folder, chosen) ? openInstalled(state.folder, chosen) : null;
    state.current = opened?.ok === true ? opened.value : openStarter(cacheFolder(state.folder));
  }
  return state.current;
}

function listReleases(state: SessionState): KnowledgeRelease[] {
  const active = activeRelease(state);
  const installed = installedNames(state.folder).map((name) => (name === active.release.name ? describeRelease(active, true) : describeInstalled(state.folder, name)));
  return [describeStarter(active.release.kind === 'starter'), ...installed];
}

function open(state: SessionState, name: string): Result<KnowledgeFile, Failure> {
  if (name === starterName) return success(openStarter(cacheFolder(state.folder)));
  return isInstalled(state.folder, name) ? openInstalled(state.folder, name) : refusal(notInstalled(name));
}

/** After an update that ranks otherwise, the first opening makes the index anew and keeps it; where the file cannot be written, each opening makes its own. */
function openInstalled(folder: string, name: string): Result<KnowledgeFile, Failure> {
  const path = releasePath(folder, name);
  const opened = openKnowledge(path);
  if (opened.ok && !opened.value.isRankingPacked) keepRankingIndex(path, opened.value.rankingIndex());
  return opened;
}

/** The new one is open and the choice is on the disk before the old one is left. */
function activate(state: SessionState, name: string): Result<KnowledgeRelease, Failure> {
  const opened = open(state, name);
  if (!opened.ok) return opened;
  const chosen = writeChoice(state.folder, name);
  if (!chosen.ok) {
    opened.value.close();
    return chosen;
  }
  leaveCurrent(state);
  state.current = opened.value;
  return success(describeRelease(opened.value, true));
}

async function verify(state: SessionState, name: string): Promise<Result<KnowledgeCheck, Failure>> {
  // The starter is made anew from the program itself where its compiled form does not fit.
  if (name === starterName) return success({ isIntact: true, findings: [] });
  return isInstalled(state.folder, name) ? verifyKnowledge(releasePath(state.folder, name)) : refusal(notInstalled(name));
}

function adopt(state: SessionState, path: string, name: string | null): Result<KnowledgeRelease, Failure> {
  const final = name === null ? nameByVersion(path) : checkReleaseName(name);
  if (!final.ok) {
    removeIncoming(path);
    return final;
  }
  const target = releasePath(state.folder, final.value);
  // Windows does not replace a file that is open.
  if (state.current?.path === target) leaveCurrent(state);
  const moved = guardStorage(() => {
    renameSync(path, target);
    flushFolder(state.folder);
  });
  if (!moved.ok) {
    removeIncoming(path);
    return moved;
  }
  return activate(state, final.value);
}

function install(state: SessionState, { sources, name, onProgress }: InstallRequest): Result<InstalledRelease, Failure> {
  const allowed = name === null ? null : checkReleaseName(name);
  if (allowed !== null && !allowed.ok) return allowed;
  const path = newIncomingPath(state.folder);
  const report = compileKnowledge({ sources, to: path, ...(onProgress === undefined ? {} : { onProgress }) });
  if (!report.ok) return report;
  const release = adopt(state, path, name);
  return release.ok ? success({ report: report.value, release: release.value }) : release;
}

function leaveCurrent(state: SessionState): void {
  state.current?.close();
  state.current = null;
}

function nameByVersion(path: string): Result<string, Failure> {
  const opened = openKnowledge(path);
  if (!opened.ok) return opened;
  const name = versionName(opened.value);
  opened.value.close();
  return checkReleaseName(name);
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

const cacheFolder = (folder: string): string => join(folder, 'cache');
const incomingFolder = (folder: string): string => join(folder, 'incoming');
const newIncomingPath = (folder: string): string => join(incomingFolder(folder), `${randomBytes(8).toString('hex')}.sqlite`);
const notInstalled = (name: string): Failure => failure('not-found', `No release named ${name.slice(0, 80)} is installed.`);
