import { expect, test } from 'vitest';
import { counted } from '#shared/base/counted.ts';

test('one thing is named in the singular, none and several in the plural', () => {
  expect([counted(0, 'case'), counted(1, 'case'), counted(2, 'case'), counted(1, 'study', 'studies'), counted(12_345, 'study', 'studies'), counted(-1, 'point')]).toEqual(['0 cases', '1 case', '2 cases', '1 study', '12,345 studies', '-1 point']);
});
