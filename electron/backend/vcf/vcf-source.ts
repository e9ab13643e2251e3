import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';

/**
 * Where the bytes come from: a file of this machine, read where it lies; or a file that the page has, sent piece by piece. Neither is ever copied to
 * the disk, and of a sent one no more than two pieces are held.
 */
export type ByteSource = { readonly path: string } | { readonly port: MessagePort; readonly size: number };

/** The pieces in order, and how many bytes there are in all. */
export async function openBytes(source: ByteSource): Promise<{ readonly bytes: AsyncIterable<Uint8Array>; readonly size: number }> {
  if ('port' in source) return { bytes: sentPieces(source.port), size: source.size };
  const { size } = await stat(source.path);
  return { bytes: createReadStream(source.path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Uint8Array>, size };
}

/** Asks for each piece when the one before has been read; null is the end. */
async function* sentPieces(port: MessagePort): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const piece = await new Promise<Uint8Array | null>((resolve) => {
        port.once('message', resolve);
        port.postMessage('next');
      });
      if (piece === null) return;
      yield piece;
    }
  } finally {
    port.close();
  }
}
