import { expect, test } from 'vitest';
import { unionDescentStart } from '#shared/pedigree/drawing/relationship-line.ts';

test('the children’s line of a double line that runs upright begins on the outer one, at the nearest bend', () => {
  const route = [{ x: 130, y: 200 }, { x: 60, y: 200 }, { x: 60, y: 130 }, { x: 360, y: 130 }];
  expect(unionDescentStart({ key: 'a+b', leftKey: 'a', rightKey: 'b', route, descent: { x: 60, y: 185 } }, true)).toEqual({ x: 60, y: 202.5 });
  expect(unionDescentStart({ key: 'a+b', leftKey: 'a', rightKey: 'b', route, descent: { x: 60, y: 185 } }, false)).toEqual({ x: 60, y: 185 });
});
