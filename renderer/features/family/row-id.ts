/**
 * Makes ids for rows that are shown before they are written: UUID version 7 (RFC 9562), each greater than the one before, as the vault makes its own,
 * so that rows sort in the order in which they were made.
 */
export function createRowIds(now: () => number = Date.now, random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)): () => string {
  let lastTime = 0;
  let counter = 0;
  return () => {
    const time = now();
    if (time > lastTime) {
      lastTime = time;
      counter = 0;
    } else if (++counter === counterLimit) {
      lastTime += 1;
      counter = 0;
    }
    const tail = [...random(new Uint8Array(8))].map((byte, index) => (index === 0 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('');
    const time48 = lastTime.toString(16).padStart(12, '0');
    return `${time48.slice(0, 8)}-${time48.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}

const counterLimit = 0x1000;
