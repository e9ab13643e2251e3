/** How the bytes of a text were read. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'ansel' | 'windows-1252';

/** Bytes as text with line ends \n, by byte order mark or content; null where they are no text in UTF-8 or UTF-16. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decodedBytes(bytes);
  return text === null ? null : withPlainLineEnds(text);
}

/** \r\n and the \r of old Macintosh files become \n; a byte order mark goes. */
export function withPlainLineEnds(text: string): string {
  const marked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked;
}

function decodedBytes(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 1);
  // Without a mark, every other byte of Latin letters is zero.
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0) return decodeUtf16(bytes, 0);
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0) return decodeUtf16(bytes, 1);
  return decodeUtf8(bytes);
}

const pieceLength = 8_192;

/** Gathers UTF-16 units to text; `String.fromCharCode` takes only so many at once. */
function textOfUnits(length: number, unitAt: (index: number) => number): string {
  const pieces: string[] = [];
  for (let start = 0; start < length; start += pieceLength) {
    pieces.push(String.fromCharCode(...Array.from({ length: Math.min(pieceLength, length - start) }, (_, index) => unitAt(start + index))));
  }
  return pieces.join('');
}

/** `high` is the place of the higher byte in each pair. */
function decodeUtf16(bytes: Uint8Array, low: 0 | 1): string {
  return textOfUnits(Math.floor(bytes.length / 2), (index) => (bytes[index * 2 + low] ?? 0) | ((bytes[index * 2 + 1 - low] ?? 0) << 8));
}

/** The smallest character that needs so many further bytes. */
const smallest = { 1: 0x80, 2: 0x800, 3: 0x10000 } as const;

/** Strictly (RFC 3629): no overlong forms, no surrogates; null where the bytes break it. */
function decodeUtf8(bytes: Uint8Array): string | null {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      units[length] = first;
      length += 1;
      at += 1;
      continue;
    }
    const extra = first >= 0xf5 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
    if (extra === 0) return null;
    let code = first & (0x3f >> extra);
    for (let step = 1; step <= extra; step += 1) {
      const next = bytes[at + step] ?? 0;
      if ((next & 0xc0) !== 0x80) return null;
      code = (code << 6) | (next & 0x3f);
    }
    if (code < smallest[extra] || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return null;
    if (code > 0xffff) {
      units[length] = 0xd800 + ((code - 0x10000) >> 10);
      units[length + 1] = 0xdc00 + ((code - 0x10000) & 0x3ff);
      length += 2;
    } else {
      units[length] = code;
      length += 1;
    }
    at += extra + 1;
  }
  return textOfUnits(length, (index) => units[index] ?? 0);
}
