import { randomBytes } from 'node:crypto';

/** Makes row ids: UUID version 7, each greater than the one before, so that rows sort in the order in which they were made. */
export type IdSource = () => string;

export interface IdSourceOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
}

const counterLimit = 0x1000;

/**
 * RFC 9562, section 6.2, method 1: the 12 bits after the version hold a counter that starts low at random in each millisecond.
 * When it overflows or the clock goes back, the time of the ids runs ahead of the clock rather than falling behind an id.
 */
export function createIdSource(options: Partial<IdSourceOptions> = {}): IdSource {
  const now = options.now ?? Date.now;
  const random = options.random ?? pooledRandom();
  let lastTime = 0;
  let counter = 0;
  return () => {
    const time = now();
    const bytes = random(10);
    if (time > lastTime) {
      lastTime = time;
      counter = ((byteAt(bytes, 8) << 8) | byteAt(bytes, 9)) & 0x7ff;
    } else if (++counter === counterLimit) {
      lastTime += 1;
      counter = 0;
    }
    return format(lastTime, counter, bytes);
  };
}

function format(time: number, counter: number, bytes: Uint8Array): string {
  const timeHex = time.toString(16).padStart(12, '0');
  const counterHex = counter.toString(16).padStart(3, '0');
  const tail = Buffer.from(bytes.subarray(0, 8));
  tail[0] = (byteAt(bytes, 0) & 0x3f) | 0x80;
  const tailHex = tail.toString('hex');
  return `${timeHex.slice(0, 8)}-${timeHex.slice(8)}-7${counterHex}-${tailHex.slice(0, 4)}-${tailHex.slice(4)}`;
}

/** Asking the system for ten bytes costs as much as asking for thousands, and an import makes many ids. */
function pooledRandom(): (length: number) => Uint8Array {
  let pool = Buffer.alloc(0);
  let used = 0;
  return (length) => {
    if (used + length > pool.length) {
      pool = randomBytes(4_096);
      used = 0;
    }
    used += length;
    return pool.subarray(used - length, used);
  };
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
