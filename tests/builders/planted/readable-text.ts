import { inflateRawSync, inflateSync } from 'node:zlib';

const localHeader = Buffer.from('PK\u0003\u0004', 'latin1');

/**
 * Everything that somebody could read in a file: its bytes as text, what is packed in a zip or compressed in a PDF, and what is written as base64, however often one stands in
 * the other.
 */
export function readableText(bytes: Uint8Array): string {
  const texts: string[] = [];
  const look = (part: Buffer, depth: number): void => {
    const utf8 = part.toString('utf8');
    texts.push(utf8, unescaped(utf8), ...(depth === 0 ? [part.toString('utf16le')] : []));
    if (depth > 3) return;
    for (const inner of [...zipEntries(part), ...pdfStreams(part), ...base64Parts(utf8)]) if (isPackedOrText(inner)) look(inner, depth + 1);
    texts.push(...pdfTexts(part));
  };
  look(Buffer.from(bytes), 0);
  return texts.join('\n');
}

/** Fonts and pictures have no words in them. */
function isPackedOrText(bytes: Buffer): boolean {
  const begin = bytes.subarray(0, 400);
  const isPacked = begin.subarray(0, 4).equals(localHeader) || begin.subarray(0, 5).toString('latin1') === '%PDF-';
  return isPacked || begin.every((byte) => byte >= 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);
}

/** `\u007a`, `&#122;` and `%7a` as the characters that they stand for. */
function unescaped(text: string): string {
  const character = (code: number): string => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '');
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => character(parseInt(hex, 16)))
    .replace(/&#(\d{1,7});/g, (_, number: string) => character(Number(number)))
    .replace(/&#x([0-9a-fA-F]{1,6});/g, (_, hex: string) => character(parseInt(hex, 16)))
    .replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => character(parseInt(hex, 16)));
}

const centralHeader = Buffer.from('PK\u0001\u0002', 'latin1');

/** By the directory at the end, which knows the lengths. */
function* zipEntries(bytes: Buffer): Generator<Buffer> {
  if (!bytes.subarray(0, 4).equals(localHeader)) return;
  for (let at = bytes.indexOf(centralHeader); at >= 0; at = bytes.indexOf(centralHeader, at + 4)) {
    const [method, length, start] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const begin = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(begin, begin + length);
    yield method === 8 ? inflateRawSync(packed) : Buffer.from(packed);
  }
}

function* pdfStreams(bytes: Buffer): Generator<Buffer> {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const begin = bytes[at + 6] === 0x0d ? at + 8 : at + 7;
    const end = bytes.indexOf('endstream', begin);
    if (end < 0) return;
    try {
      yield inflateSync(bytes.subarray(begin, end));
    } catch {
      // A stream that is not compressed stands in the bytes as it is.
    }
    at = end;
  }
}

/** The shown text of a PDF whose fonts count their glyphs in an order of their own: every hexadecimal string by every font's own table of characters. */
function pdfTexts(bytes: Buffer): readonly string[] {
  const streams = [...pdfStreams(bytes)].map((stream) => stream.toString('latin1'));
  const tables = streams.filter((stream) => stream.includes('begincmap')).map(charactersOfGlyphs);
  const shown = streams.filter((stream) => /\bT[jJ]\b/.test(stream));
  return tables.flatMap((table) => shown.map((stream) => [...stream.matchAll(/<([0-9a-fA-F]{4,})>/g)].map(([, hex]) => (hex?.match(/.{4}/g) ?? []).map((glyph) => table.get(glyph.toLowerCase()) ?? '').join('')).join('')));
}

function charactersOfGlyphs(cmap: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const character = (hex: string, plus = 0): string => String.fromCharCode(parseInt(hex.slice(0, 4), 16) + plus);
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) for (const [, glyph, code] of (block ?? '').matchAll(/<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>/g)) table.set((glyph ?? '').toLowerCase(), character(code ?? ''));
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, to, code] of (block ?? '').matchAll(/<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>/g)) {
      for (let glyph = parseInt(from ?? '0', 16); glyph <= parseInt(to ?? '0', 16); glyph += 1) table.set(glyph.toString(16).padStart(4, '0'), character(code ?? '', glyph - parseInt(from ?? '0', 16)));
    }
  }
  return table;
}

function* base64Parts(text: string): Generator<Buffer> {
  for (const [found] of text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)) yield Buffer.from(found, 'base64');
}
