import { isUtf8 } from 'node:buffer';

/*
 * Stops: a file that calls itself a picture or a text and is something else. What a document is shown as follows from its first bytes alone, never from
 * its name or from what the sender said. HTML and SVG can carry scripts; they are text here and are shown as their source, so that nothing in them runs,
 * loads or links.
 */

/** What can be shown inside the application. Everything else is bytes to be saved elsewhere. */
export type ShownMediaType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'application/pdf' | 'text/plain';

const signatures: readonly { readonly mediaType: ShownMediaType; readonly bytes: string; readonly at?: number }[] = [
  { mediaType: 'image/png', bytes: '\x89PNG\r\n\x1a\n' },
  { mediaType: 'image/jpeg', bytes: '\xff\xd8\xff' },
  { mediaType: 'image/gif', bytes: 'GIF87a' },
  { mediaType: 'image/gif', bytes: 'GIF89a' },
  { mediaType: 'image/webp', bytes: 'WEBP', at: 8 },
  { mediaType: 'application/pdf', bytes: '%PDF-' },
];

export function recogniseMediaType(bytes: Uint8Array): ShownMediaType | 'application/octet-stream' {
  const begin = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const signed = signatures.find((signature) => begin.startsWith(signature.bytes, signature.at ?? 0));
  if (signed !== undefined) return signed.mediaType;
  return isUtf8(bytes) && !bytes.includes(0) ? 'text/plain' : 'application/octet-stream';
}
