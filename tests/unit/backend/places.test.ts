import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesInOrder } from '#db/repositories/places.ts';

const present = [['a', 1], ['b', 2], ['c', 3]].map(([id, place]) => ({ id: String(id), place: Number(place) }));
const places = (...ids: readonly string[]) => Object.fromEntries(placesInOrder(ids, present));

describe('the places of an ordered list', () => {
  test('stay as they are for all but the one who comes in or moves', () => {
    expect(places('a', 'b', 'c')).toEqual({ a: 1, b: 2, c: 3 });
    expect(places('a', 'new', 'b', 'c')).toEqual({ a: 1, new: 1.5, b: 2, c: 3 });
    expect(places('new', 'newer', 'a', 'b', 'c')).toEqual({ new: -1, newer: 0, a: 1, b: 2, c: 3 });
    expect(places('a', 'b', 'c', 'new', 'newer')).toEqual({ a: 1, b: 2, c: 3, new: 4, newer: 5 });
    expect(places('c', 'a', 'b')).toEqual({ c: 0, a: 1, b: 2 });
    expect(places('a', 'c')).toEqual({ a: 1, c: 3 });
  });

  test('are told apart where all were alike, as in a vault from before there were any', () => {
    expect(Object.fromEntries(placesInOrder(['y', 'x', 'z'], ['x', 'y', 'z'].map((id) => ({ id, place: 0 }))))).toEqual({ y: -2, x: -1, z: 0 });
  });

  test('rise in the order given through any number of moves to the same spot', () => {
    let list = ['a', 'b'].map((id, index) => ({ id, place: index + 1 }));
    for (let move = 0; move < 200; move += 1) {
      const ids = [list[0]?.id ?? '', `new ${String(move)}`, ...list.slice(1).map(({ id }) => id)];
      list = [...placesInOrder(ids, list)].map(([id, place]) => ({ id, place }));
      expect(list.every(({ place }, index) => index === 0 || place > (list[index - 1]?.place ?? place))).toBe(true);
    }
  });

  test('rise in any order given, and no fewer stay than those that stood in it already', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const placed = fc.uniqueArray(fc.record({ id: fc.constantFrom(...names), place: fc.integer({ min: -5, max: 5 }) }), { selector: ({ id }) => id });
    fc.assert(
      fc.property(placed, fc.shuffledSubarray(names), (before, ids) => {
        const after = placesInOrder(ids, before);
        expect([...after].map(([id]) => id)).toEqual(ids);
        expect([...after.values()].every((place, index, all) => index === 0 || place > (all[index - 1] ?? place))).toBe(true);
        const [first] = before.filter(({ id }) => ids.includes(id));
        if (first !== undefined) expect(before.some(({ id, place }) => after.get(id) === place)).toBe(true);
      }),
    );
  });
});
