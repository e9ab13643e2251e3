import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join, basename } from 'node:path';
import type { ExitCode } from '#electron/cli/cli-command.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/** Where a command's results go. Nothing is to be seen of them when the command ends with 2 or 3. */
export interface ResultOutput {
  readonly print: (line: string) => void;
  /** A result that is no text, such as a PDF, after what was printed before. */
  readonly write: (bytes: Uint8Array) => void;
  /** Makes the results seen or lets them vanish, by the exit code. */
  readonly finish: (exitCode: ExitCode) => Promise<void>;
}

/** Results are gathered to pieces of about this many characters, since each write costs a system call. */
const pieceLength = 1 << 18;

/** What a shell reports of a command that Ctrl+C ended: 128 and the number of the signal. */
const exitCodeOfSignal = 130;

/** Results for standard output, held back until the command has ended well. */
export function heldOutput(write: (bytes: Uint8Array) => Promise<void>): ResultOutput {
  const pieces: Buffer[] = [];
  const gather = gatherer((text) => pieces.push(Buffer.from(text)));
  return {
    print: gather.add,
    write: (bytes) => {
      gather.flush();
      pieces.push(Buffer.from(bytes));
    },
    finish: async (exitCode) => {
      gather.flush();
      if (exitCode > 1) return;
      for (const piece of pieces) await write(piece);
    },
  };
}

/** For a command that runs until it is stopped: what it says is read while it runs. */
export function promptOutput(write: (bytes: Uint8Array) => Promise<void>): ResultOutput {
  let last = Promise.resolve();
  return {
    print: (line) => {
      last = last.then(() => write(Buffer.from(`${line}\n`)));
    },
    write: (bytes) => {
      last = last.then(() => write(bytes));
    },
    finish: () => last,
  };
}

/**
 * Results for a file. They grow in a file beside it, which only this user can read, and take its name in one step when the command has
 * ended well; so the file is never half written, and an older one stays when the command fails. What is no ordinary file
 * (a device, a pipe) is written to as it is, at the end.
 */
export function fileOutput(path: string): Result<ResultOutput, string> {
  const kind = kindOf(path);
  if (kind === 'folder') return refusal(`${path}: is a folder, expected the name of a file`);
  if (kind === 'broken-link') return refusal(`${path}: is a link that leads nowhere, expected the name of a file`);
  if (kind === 'special') return success(heldOutput(async (bytes) => writeWhole(path, bytes)));
  const target = kind === 'file' ? realpathSync(path) : path;
  const partial = join(dirname(target), `.${basename(target)}${randomBytes(6).toString('hex')}.partial`);
  // Before there is anything to leave behind. A signal ends the process without its exit handlers unless somebody listens.
  const discard = () => rmSync(partial, { force: true });
  const stop = () => process.exit(exitCodeOfSignal);
  process.once('exit', discard).once('SIGINT', stop).once('SIGTERM', stop);
  const stopListening = () => process.off('exit', discard).off('SIGINT', stop).off('SIGTERM', stop);
  let descriptor: number;
  try {
    descriptor = openSync(partial, 'wx', 0o600);
  } catch {
    stopListening();
    return refusal(`${path}: cannot be written, expected a file in a folder that exists and can be written to`);
  }
  let isEmpty = true;
  const add = (bytes: Uint8Array) => {
    isEmpty = false;
    writeAll(descriptor, bytes);
  };
  const gather = gatherer((text) => add(Buffer.from(text)));
  return success({
    print: gather.add,
    write: (bytes) => {
      gather.flush();
      add(bytes);
    },
    finish: async (exitCode) => {
      if (exitCode <= 1) gather.flush();
      // What was checked has errors and nothing came of it: an empty file would look like a result.
      const isResult = exitCode === 0 || (exitCode === 1 && !isEmpty);
      if (isResult) fsyncSync(descriptor);
      closeSync(descriptor);
      if (isResult) renameSync(partial, target);
      else discard();
      stopListening();
    },
  });
}

function kindOf(path: string): 'absent' | 'file' | 'folder' | 'special' | 'broken-link' {
  try {
    const stat = statSync(path);
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'special';
  } catch {
    // Writing through it would make a file somewhere else, where another user of the machine wants it.
    return isLink(path) ? 'broken-link' : 'absent';
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, 'a');
  try {
    writeAll(descriptor, bytes);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

function gatherer(take: (text: string) => void): { readonly add: (line: string) => void; readonly flush: () => void } {
  let lines: string[] = [];
  let length = 0;
  const flush = () => {
    if (lines.length > 0) take(`${lines.join('\n')}\n`);
    lines = [];
    length = 0;
  };
  return {
    add: (line) => {
      lines.push(line);
      length += line.length + 1;
      if (length >= pieceLength) flush();
    },
    flush,
  };
}
