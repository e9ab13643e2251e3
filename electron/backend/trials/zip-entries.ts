import { inflateRawSync } from 'node:zlib';

/** Bytes that can be read anywhere: a file or a part of the memory. */
export interface RandomBytes {
  readonly size: number;
  readonly read: (at: number, length: number) => Buffer;
}

/** One file in an archive. `bytes` unpacks it, and throws a `ZipFault` where it is damaged or larger than it may be. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: (mostBytes: number) => Buffer;
}

export class ZipFault extends Error {}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Of the directory itself, which is held whole: about two million names. */
const mostDirectoryBytes = 256 * 1024 * 1024;

/**
 * The files of a ZIP archive (APPNOTE.TXT 6.3.10), also of one with more than 65,535 files. Stops an archive from leading out of itself or from filling the memory:
 * names are only names, every offset is checked, and an entry unpacks to no more than is allowed.
 */
export function* zipEntries(source: RandomBytes): Generator<ZipEntry> {
  const { count, offset, length } = findDirectory(source);
  if (length > mostDirectoryBytes || offset + length > source.size) throw new ZipFault('the directory of the archive is damaged');
  const directory = source.read(offset, length);
  let at = 0;
  for (let done = 0; done < count; done += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== directorySignature) throw new ZipFault('the directory of the archive is damaged');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const commentLength = directory.readUInt16LE(at + 32);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const entry = withExtra(directory, at, directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
    if (!name.endsWith('/')) yield { name, bytes: (mostBytes) => unpack(source, entry, mostBytes) };
    at += 46 + nameLength + extraLength + commentLength;
  }
}

export const isZip = (beginning: Uint8Array): boolean => beginning[0] === 0x50 && beginning[1] === 0x4b && (beginning[2] === 3 || beginning[2] === 5) && (beginning[3] === 4 || beginning[3] === 6);

interface Placed {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  readonly offset: number;
}

function findDirectory(source: RandomBytes): { readonly count: number; readonly offset: number; readonly length: number } {
  const tailLength = Math.min(source.size, 22 + 65_535);
  const tailAt = source.size - tailLength;
  const tail = source.read(tailAt, tailLength);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    const plain = { count: tail.readUInt16LE(at + 10), length: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
    const hasLocator = at >= 20 && tail.readUInt32LE(at - 20) === locator64Signature;
    return hasLocator ? readEnd64(source, Number(tail.readBigUInt64LE(at - 12))) : plain;
  }
  throw new ZipFault('is no whole archive');
}

function readEnd64(source: RandomBytes, at: number) {
  if (at + 56 > source.size) throw new ZipFault('the directory of the archive is damaged');
  const end = source.read(at, 56);
  if (end.readUInt32LE(0) !== end64Signature) throw new ZipFault('the directory of the archive is damaged');
  return { count: Number(end.readBigUInt64LE(32)), length: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)) };
}

/** Sizes and places beyond 4 GB stand in an extra field. */
function withExtra(directory: Buffer, at: number, extra: Buffer): Placed {
  const plain = { method: directory.readUInt16LE(at + 10), isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1, packedBytes: directory.readUInt32LE(at + 20), offset: directory.readUInt32LE(at + 42) };
  const isLarge = (value: number): boolean => value === 0xffff_ffff;
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== 1) continue;
    let value = field + 4 + (isLarge(directory.readUInt32LE(at + 24)) ? 8 : 0);
    const next = (): number => {
      if (value + 8 > extra.length) throw new ZipFault('the directory of the archive is damaged');
      value += 8;
      return Number(extra.readBigUInt64LE(value - 8));
    };
    const packedBytes = isLarge(plain.packedBytes) ? next() : plain.packedBytes;
    return { ...plain, packedBytes, offset: isLarge(plain.offset) ? next() : plain.offset };
  }
  return plain;
}

function unpack(source: RandomBytes, entry: Placed, mostBytes: number): Buffer {
  if (entry.isEncrypted) throw new ZipFault('is protected by a password');
  if (entry.packedBytes > mostBytes || entry.offset + 30 > source.size) throw new ZipFault('is too large or damaged');
  const header = source.read(entry.offset, 30);
  if (header.readUInt32LE(0) !== localSignature) throw new ZipFault('is damaged');
  const at = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (at + entry.packedBytes > source.size) throw new ZipFault('ends too early');
  const packed = source.read(at, entry.packedBytes);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new ZipFault('is packed in a way that is not known here');
  try {
    return inflateRawSync(packed, { maxOutputLength: mostBytes });
  } catch {
    throw new ZipFault('is too large or damaged');
  }
}
