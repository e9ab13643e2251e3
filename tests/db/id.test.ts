import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIdSource } from '#db/id.ts';
import { idSchema } from '#shared/base/schemas.ts';

describe('row ids', () => {
  test('are UUIDs of version 7 that hold the time and the random bits where RFC 9562 puts them', () => {
    const id = createIdSource({ now: () => 0x017f22e279b0, random: () => Uint8Array.from([0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f, 0x0c, 0xc3]) })();
    expect(id).toBe('017f22e2-79b0-74c3-98c4-dc0c0c07398f');
    expect(idSchema.safeParse(id).success).toBe(true);
  });

  test('rise however the clock moves, even more than 4,096 within a millisecond', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 20 }), (steps) => {
        let time = 1_700_000_000_000;
        const newId = createIdSource({ now: () => time });
        const ids: string[] = [];
        for (const step of steps) {
          time += step;
          for (let count = 0; count < 500; count += 1) ids.push(newId());
        }
        expect(ids).toEqual([...new Set(ids)].sort());
      }),
      { numRuns: 20 },
    );
    const newId = createIdSource({ now: () => 1_700_000_000_000 });
    const ids = Array.from({ length: 10_000 }, newId);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});
