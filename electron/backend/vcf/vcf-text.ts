import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The text of a VCF file piece by piece, plain, gzip or bgzip as its first bytes say. Holds a few pieces at a time whatever the size. */
export interface VcfText {
  readonly pieces: AsyncIterable<string>;
  /** Of the input as it lies on the disk. */
  readonly bytesRead: () => number;
  /** How the input is packed, known once the first piece has come. */
  readonly packing: () => 'plain' | 'gzip' | 'bgzip';
  /** False where bgzip input lacks the empty block that ends it: something may be cut off. Known at the end. */
  readonly hasEndBlock: () => boolean;
}

/** Why bytes could not be unpacked. */
export class DamagedPacking extends Error {}

/** The last 28 bytes of every whole bgzip file (SAM specification, section 4.1.2). */
const endBlock = Buffer.from('1f8b08040000000000ff0600424302001b0003000000000000000000', 'hex');

export function readVcfText(bytes: AsyncIterable<Uint8Array>): VcfText {
  let bytesRead = 0;
  let packing: ReturnType<VcfText['packing']> = 'plain';
  let tail: Buffer = Buffer.alloc(0);
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      bytesRead += piece.length;
      tail = Buffer.concat([tail, piece.subarray(-endBlock.length)]).subarray(-endBlock.length);
      yield piece;
    }
  }
  async function* pieces(): AsyncGenerator<string> {
    const source = counted()[Symbol.asyncIterator]();
    const beginning = await readBeginning(source);
    packing = packingOf(beginning);
    const whole = rejoin(beginning, source);
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    for await (const piece of packing === 'plain' ? whole : unpacked(whole)) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  }
  return { pieces: pieces(), bytesRead: () => bytesRead, packing: () => packing, hasEndBlock: () => packing !== 'bgzip' || tail.equals(endBlock) };
}

/** Sixteen bytes tell gzip and the extra field of bgzip. */
async function readBeginning(source: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let beginning: Buffer = Buffer.alloc(0);
  while (beginning.length < 16) {
    const piece = await source.next();
    if (piece.done === true) break;
    beginning = Buffer.concat([beginning, piece.value]);
  }
  return beginning;
}

function packingOf(beginning: Buffer): ReturnType<VcfText['packing']> {
  if (beginning[0] !== 0x1f || beginning[1] !== 0x8b) return 'plain';
  const hasExtraField = ((beginning[3] ?? 0) & 4) !== 0;
  return hasExtraField && beginning[12] === 0x42 && beginning[13] === 0x43 ? 'bgzip' : 'gzip';
}

async function* rejoin(beginning: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield beginning;
  for (let piece = await rest.next(); piece.done !== true; piece = await rest.next()) yield piece.value;
}

async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const source = Readable.from(packed);
  source.on('error', (fault) => gunzip.destroy(fault));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && String(fault.code).startsWith('Z_')) throw new DamagedPacking();
    throw fault;
  }
}
