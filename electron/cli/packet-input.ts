import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { CliIo } from '#electron/cli/cli-command.ts';
import type { PhenopacketReading, TermVocabulary } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { createPhenopacketReader, looksLikeLines } from '#shared/interchange/phenopacket/read-phenopackets.ts';

/** A piece of the input: what was read, or why the file could not be read at all (one line, `file: what, what was expected`). */
export type PacketInput = { readonly kind: 'reading'; readonly reading: PhenopacketReading } | { readonly kind: 'unreadable'; readonly message: string };

/** The first of the files that is not there, as a line for the user; null where all can be opened. */
export function absentFile(paths: readonly string[]): string | null {
  for (const path of paths) {
    if (path === '-') continue;
    try {
      if (statSync(path).isDirectory()) return `${path}: is a folder, expected a file`;
    } catch {
      return `${path}: cannot be opened, expected a file`;
    }
  }
  return null;
}

/** Reads the phenopackets of a file, plain or gzip (bgzip too); JSON Lines are read line by line and never held whole. */
export async function* readPackets(path: string, io: Pick<CliIo, 'streamStandardInput'>, vocabulary: TermVocabulary | null): AsyncGenerator<PacketInput> {
  const fileName = path === '-' ? 'standard input' : path;
  try {
    const bytes = path === '-' ? io.streamStandardInput() : (createReadStream(path) as AsyncIterable<Uint8Array>);
    yield* readPieces(fileName, textOf(bytes), vocabulary);
  } catch (fault) {
    yield { kind: 'unreadable', message: `${fileName}: ${whyUnreadable(fault)}` };
  }
}

/** V8 holds no longer text, and a document must be held whole to be parsed. */
const longestText = 500 * 1024 * 1024;
class TooLong extends Error {}

async function* readPieces(fileName: string, text: AsyncIterable<string>, vocabulary: TermVocabulary | null): AsyncGenerator<PacketInput> {
  const reader = createPhenopacketReader({ fileName, vocabulary });
  const pieces = text[Symbol.asyncIterator]();
  const beginning = await readBeginning(pieces);
  if (looksLikeLines(beginning)) {
    let lineNumber = 0;
    for await (const line of linesOf(rejoin(beginning, pieces))) {
      lineNumber += 1;
      if (line.trim() !== '') yield { kind: 'reading', reading: reader.readLine(line, lineNumber) };
    }
  } else {
    const whole: string[] = [];
    let length = 0;
    for await (const piece of rejoin(beginning, pieces)) {
      whole.push(piece);
      length += piece.length;
      if (length > longestText) throw new TooLong();
    }
    yield { kind: 'reading', reading: reader.readDocument(whole.join('')) };
  }
}

/** As much of the text as tells JSON Lines from a document: two lines with content, or all there is. */
async function readBeginning(pieces: AsyncIterator<string>): Promise<string> {
  const read: string[] = [];
  let length = 0;
  let linesWithContent = 0;
  let hasContent = false;
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
    read.push(piece.value);
    length += piece.value.length;
    if (length > longestText) throw new TooLong();
    for (const [index, line] of piece.value.split('\n').entries()) {
      if (index > 0 && hasContent) linesWithContent += 1;
      hasContent = (index === 0 && hasContent) || line.trim() !== '';
    }
    if (linesWithContent >= 2) break;
  }
  return read.join('');
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let begun: string[] = [];
  let length = 0;
  for await (const piece of text) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      begun.push(piece.slice(start, end));
      yield begun.join('');
      begun = [];
      length = 0;
      start = end + 1;
    }
    begun.push(piece.slice(start));
    length += piece.length - start;
    if (length > longestText) throw new TooLong();
  }
  yield begun.join('');
}

/** Unpacks gzip, one member or many, and decodes UTF-8, refusing what is none. */
async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const pieces = bytes[Symbol.asyncIterator]();
  let beginning: Uint8Array = new Uint8Array();
  while (beginning.length < 2) {
    const piece = await pieces.next();
    if (piece.done === true) break;
    beginning = Buffer.concat([beginning, piece.value]);
  }
  const whole = rejoin(beginning, pieces);
  const isGzip = beginning[0] === 0x1f && beginning[1] === 0x8b;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of isGzip ? gunzip(whole) : whole) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

async function* rejoin<Piece>(beginning: Piece, rest: AsyncIterator<Piece>): AsyncGenerator<Piece> {
  yield beginning;
  for (let piece = await rest.next(); piece.done !== true; piece = await rest.next()) yield piece.value;
}

function gunzip(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpacked = createGunzip();
  const packed = Readable.from(bytes);
  packed.on('error', (fault) => unpacked.destroy(fault));
  return packed.pipe(unpacked);
}

function whyUnreadable(fault: unknown): string {
  if (fault instanceof TooLong) return 'is too large to be read as one document, expected JSON Lines or smaller files';
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  if (code.startsWith('Z_')) return 'the gzip file is damaged or ends too early, expected a whole one';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not text in UTF-8, expected phenopackets as JSON or JSON Lines';
  if (code.startsWith('E') && !code.startsWith('ERR_')) return `cannot be read (${code}), expected a file`;
  throw fault;
}
