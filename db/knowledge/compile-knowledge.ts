import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { runtimeProblem } from '#db/connection.ts';
import { flushFile, flushFolder } from '#db/durable-file.ts';
import { ontologyNotice, type ReleaseInfo } from '#db/knowledge/knowledge-format.ts';
import { readRelease } from '#db/knowledge/read-release.ts';
import { sortSources, type KnowledgeSource } from '#db/knowledge/source-files.ts';
import { writeRelease, type ReleaseToWrite } from '#db/knowledge/write-release.ts';
import { storageFailureOf, storageFailures } from '#db/storage-failure.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { SkippedRows } from '#shared/disease/skipped-rows.ts';

export interface CompileRequest {
  /** The files of the release, recognised by content. */
  readonly sources: readonly KnowledgeSource[];
  /** Path of the file to make. An existing one is replaced when the new one is whole. */
  readonly to: string;
  readonly onProgress?: (done: number, total: number | null, label: string) => void;
}

/** What was compiled, and what was left out and why. */
export interface CompileReport {
  readonly release: ReleaseInfo;
  readonly milliseconds: number;
  readonly files: readonly { readonly name: string; readonly role: string; readonly rows: number }[];
  readonly skipped: readonly SkippedRows[];
}

/** Ends the names of files that are being made; what an interrupted compile left behind is known by it. */
export const partialEnding = '.partial';
const stepCount = 9;
const notWritable = failure('storage', 'The release cannot be written to the folder for knowledge. Nothing was changed. Check that the folder is there and allows you to write.');

/** Compiles the HPO's own files into one release file. A failed compile leaves nothing and changes nothing. */
export function compileKnowledge(request: CompileRequest): Result<CompileReport, Failure> {
  const problem = runtimeProblem();
  if (problem !== null) return refusal(failure('storage', problem));
  const began = performance.now();
  let done = 0;
  const step = (label: string): void => request.onProgress?.(done++, stepCount, label);
  const sources = sortSources(request.sources);
  if (!sources.ok) return sources;
  const read = readRelease(sources.value, step);
  if (!read.ok) return read;
  const written = writeReleaseFile(request.to, { ...read.value, kind: 'release', notice: ontologyNotice }, step);
  if (!written.ok) return written;
  request.onProgress?.(stepCount, stepCount, 'Done');
  return success({
    release: written.value,
    milliseconds: performance.now() - began,
    files: read.value.sources.map(({ name, role, rows }) => ({ name, role, rows })),
    skipped: read.value.skipped,
  });
}

/**
 * Writes under a name of its own beside the target, makes sure that it is on the disk, and only then gives it its name: a reader sees
 * the old release or the whole new one.
 */
export function writeReleaseFile(path: string, release: ReleaseToWrite, step: (label: string) => void): Result<ReleaseInfo, Failure> {
  const partial = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}${partialEnding}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const info = writeDatabase(partial, release, step);
    flushFile(partial);
    renameSync(partial, path);
    flushFolder(dirname(path));
    return success(info);
  } catch (fault) {
    const known = storageFailureOf(fault);
    if (existsSync(partial)) rmSync(partial, { force: true });
    if (known === null) throw fault;
    return refusal(known === storageFailures.diskFull ? known : notWritable);
  }
}

function writeDatabase(path: string, release: ReleaseToWrite, step: (label: string) => void): ReleaseInfo {
  const database = new Database(path);
  try {
    // Nobody else reads the file before it is renamed, and it is thrown away after a failure: no journal is needed.
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.pragma('cache_size = -65536');
    return writeRelease(database, release, step);
  } finally {
    database.close();
  }
}

