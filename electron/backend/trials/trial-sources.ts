import { closeSync, createReadStream, fstatSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip, gunzipSync } from 'node:zlib';
import { isZip, zipEntries, ZipFault, type RandomBytes } from '#electron/backend/trials/zip-entries.ts';
import type { Problem } from '#shared/base/problem.ts';
import { looksLikeStudyLines, readStudies, type StudiesReading } from '#shared/trial/read-studies.ts';

/** What the user gave: a file or folder of this machine, or a file's content. */
export type TrialSource = { readonly kind: 'path'; readonly path: string } | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array };

/** A piece of the sources that was read, and how many bytes of how many are behind it. */
export interface SourceReading extends StudiesReading {
  readonly bytesDone: number;
}

/** V8 holds no longer text. */
const longestDocument = 500 * 1024 * 1024;
const studyEnding = /\.(?:json|jsonl|ndjson|zip)(?:\.gz)?$|\.gz$/i;

/** Studies of files, folders and archives, one document or line at a time, so that no set of them need be held whole. Plain, gzip or ZIP, recognised by content. */
export async function* readTrialSources(sources: readonly TrialSource[]): AsyncGenerator<SourceReading> {
  let bytesDone = 0;
  for (const source of sources.flatMap(filesOf)) {
    const size = sizeOf(source);
    for await (const reading of readFile(source)) yield { ...reading, bytesDone };
    bytesDone += size;
  }
}

export const bytesOf = (sources: readonly TrialSource[]): number => sources.flatMap(filesOf).reduce((sum, source) => sum + sizeOf(source), 0);

/** A folder stands for its files and those of the folders in it, in the order of their names. */
function filesOf(source: TrialSource): readonly TrialSource[] {
  if (source.kind === 'bytes' || !isFolder(source.path)) return [source];
  const names = readdirSync(source.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && studyEnding.test(entry.name));
  return names.map((entry): TrialSource => ({ kind: 'path', path: join(entry.parentPath, entry.name) })).sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

const nameOf = (source: TrialSource): string => (source.kind === 'path' ? source.path : source.name);

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function sizeOf(source: TrialSource): number {
  if (source.kind === 'bytes') return source.bytes.length;
  try {
    return statSync(source.path).size;
  } catch {
    return 0;
  }
}

async function* readFile(source: TrialSource): AsyncGenerator<StudiesReading> {
  const name = source.kind === 'path' ? source.path : source.name;
  try {
    const beginning = source.kind === 'bytes' ? source.bytes.subarray(0, 4) : readBeginning(source.path);
    if (isZip(beginning)) yield* readArchive(source, name);
    else yield* readText(textOf(source, beginning[0] === 0x1f && beginning[1] === 0x8b), name);
  } catch (fault) {
    yield refusalOf(name, whyUnreadable(fault));
  }
}

function* readArchive(source: TrialSource, name: string): Generator<StudiesReading> {
  const opened = source.kind === 'path' ? openRandom(source.path) : { bytes: randomBytesOf(source.bytes), close: () => undefined };
  try {
    for (const entry of zipEntries(opened.bytes)) {
      if (!studyEnding.test(entry.name)) continue;
      const place = `${name}:${entry.name}`;
      try {
        const bytes = entry.bytes(longestDocument);
        yield* readWhole(decode(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: longestDocument }) : bytes), place);
      } catch (fault) {
        yield refusalOf(place, whyUnreadable(fault));
      }
    }
  } finally {
    opened.close();
  }
}

function* readWhole(text: string, name: string): Generator<StudiesReading> {
  if (!looksLikeStudyLines(text)) yield readStudies(text, name);
  else for (const [at, line] of text.split('\n').entries()) if (line.trim() !== '') yield readStudies(line, name, at + 1);
}

/** JSON Lines are read line by line; another document is held whole, as it must be to be parsed. */
async function* readText(pieces: AsyncIterable<string>, name: string): AsyncGenerator<StudiesReading> {
  let held = '';
  let line = 0;
  let isLines: boolean | null = null;
  for await (const piece of pieces) {
    held += piece;
    if (held.length > longestDocument) throw new TooLong();
    if (isLines !== true && !piece.includes('\n')) continue;
    isLines ??= hasTwoLines(held) ? looksLikeStudyLines(held) : null;
    if (isLines !== true) continue;
    const lines = held.split('\n');
    held = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      if (text.trim() !== '') yield readStudies(text, name, line);
    }
  }
  if (isLines === true) {
    if (held.trim() !== '') yield readStudies(held, name, line + 1);
  } else yield* readWhole(held, name);
}

class TooLong extends Error {}

function hasTwoLines(text: string): boolean {
  const end = text.indexOf('\n');
  return end >= 0 && text.slice(end).trim() !== '';
}

async function* textOf(source: TrialSource, isGzip: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const plain = source.kind === 'path' ? createReadStream(source.path) : Readable.from([source.bytes]);
  const bytes = isGzip ? unzipped(plain) : plain;
  for await (const piece of bytes as AsyncIterable<Uint8Array>) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

function unzipped(packed: Readable): AsyncIterable<Uint8Array> {
  const unpacked = createGunzip();
  packed.on('error', (fault) => unpacked.destroy(fault));
  return packed.pipe(unpacked);
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function readBeginning(path: string): Uint8Array {
  const { bytes, close } = openRandom(path);
  try {
    return bytes.read(0, Math.min(4, bytes.size));
  } finally {
    close();
  }
}

function openRandom(path: string): { readonly bytes: RandomBytes; readonly close: () => void } {
  const file = openSync(path, 'r');
  const read = (at: number, length: number): Buffer => {
    const buffer = Buffer.alloc(length);
    if (readSync(file, buffer, 0, length, at) !== length) throw new ZipFault('ends too early');
    return buffer;
  };
  return { bytes: { size: fstatSync(file).size, read }, close: () => closeSync(file) };
}

const randomBytesOf = (bytes: Uint8Array): RandomBytes => ({ size: bytes.length, read: (at, length) => Buffer.from(bytes.subarray(at, at + length)) });

function refusalOf(file: string, why: string): StudiesReading {
  const problem: Problem = { severity: 'error', rule: 'unreadable', message: why, file: file.startsWith('/') ? file : basename(file) };
  return { studies: [], problems: [problem], refusedCount: 1 };
}

function whyUnreadable(fault: unknown): string {
  if (fault instanceof TooLong) return 'is too large to be read as one document, expected JSON Lines or smaller files';
  if (fault instanceof ZipFault) return `${fault.message}, expected a whole ZIP archive`;
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  if (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE') return 'the packed file is damaged or too large, expected a whole one';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not text in UTF-8, expected JSON of ClinicalTrials.gov';
  if (code === 'EISDIR' || (code.startsWith('E') && !code.startsWith('ERR_'))) return `cannot be read (${code}), expected a file`;
  throw fault;
}
