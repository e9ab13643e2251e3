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
  const random = options.random ?? randomBytes;
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
  const tail = Array.from(bytes.subarray(0, 8), (byte, index) => (index === 0 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('');
  return `${timeHex.slice(0, 8)}-${timeHex.slice(8)}-7${counterHex}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
