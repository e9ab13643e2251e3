import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineStartsOf, placeAt, scanJson, spanOf } from '#shared/base/json-scan.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('scanJson', () => {
  test('takes and refuses the same texts as JSON.parse, whatever is cut out, put in or doubled', () => {
    const mutated = fc.tuple(fc.json(), fc.nat(), fc.nat(8), fc.constantFrom('', '{', '}', '[', ']', ',', ':', '"', '\\', '\\u12', '\\u12aF', '\\u12aG', '\\u00fg', '-', '0', '1.', 'e', 'nul', ' ', '\n', '\u0001', '\uD800')).map(([text, position, cut, put]) => {
      const at = text.length === 0 ? 0 : position % (text.length + 1);
      return text.slice(0, at) + put + text.slice(at + cut);
    });
    fc.assert(fc.property(fc.oneof(fc.json(), mutated, fc.string()), (text) => (scanJson(text).kind === 'valid') === isJson(text)), { numRuns: 2_000 });
  });

  test('finds every value of a document under its pointer', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const pointers = pointersOf(value, '');
        const scan = scanJson(text, pointers.map(([pointer]) => pointer));
        if (scan.kind !== 'valid') throw new Error('a valid text was refused');
        expect(pointers.map(([pointer]) => {
          const span = scan.spans.get(pointer);
          return span === undefined ? undefined : JSON.parse(text.slice(span.start, span.end));
        })).toEqual(pointers.map(([, wanted]) => JSON.parse(JSON.stringify(wanted))));
      }),
      { numRuns: 300 },
    );
  });

  test('says where a text breaks off and what was to come', () => {
    expect(scanJson('{"id": "a", ')).toEqual({ kind: 'invalid', offset: 12, isTruncated: true, expected: 'a field name in double quotes' });
    expect(scanJson('{"id": tr')).toEqual({ kind: 'invalid', offset: 9, isTruncated: true, expected: 'a JSON value' });
    expect(scanJson('{"id": "a" "b"}')).toEqual({ kind: 'invalid', offset: 11, isTruncated: false, expected: 'a comma or a closing brace' });
    expect(scanJson('{} {}')).toEqual({ kind: 'invalid', offset: 3, isTruncated: false, expected: 'nothing after the end of the document' });
  });

  test('takes the hexadecimal digits of an escape in either case, and no other letter', () => {
    expect(['"\\u09aF"', '"\\u00Fa"', '"\\u00aG"', '"\\u00ag"', '"\\u00a:"', '"\\u00a/"'].map((text) => scanJson(text).kind)).toEqual(['valid', 'valid', 'invalid', 'invalid', 'invalid', 'invalid']);
  });

  test('a field given twice is placed where it stands last, as JSON.parse reads it', () => {
    const scan = scanJson('{"a": 1, "a": 2}', ['/a']);
    expect(scan).toEqual({ kind: 'valid', spans: new Map([['', { start: 0, end: 16 }], ['/a', { start: 14, end: 15 }]]) });
  });

  test('a place that the document has not got is the nearest one around it', () => {
    const scan = scanJson('{"subject": {}}', ['/subject/id']);
    expect(scan.kind === 'valid' ? spanOf(scan.spans, '/subject/id') : null).toEqual({ start: 12, end: 14 });
  });

  test('a million open brackets neither overflow nor hang', () => {
    expect(scanJson('['.repeat(1_000_000))).toEqual({ kind: 'invalid', offset: 1_000_000, isTruncated: true, expected: 'a JSON value' });
  });
});

test('placeAt counts lines and columns from one', () => {
  const text = 'a\nbc\n\nd';
  const starts = lineStartsOf(text);
  expect([...text].map((_, offset) => placeAt(starts, offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 2 },
    { line: 2, column: 1 },
    { line: 2, column: 2 },
    { line: 2, column: 3 },
    { line: 3, column: 1 },
    { line: 4, column: 1 },
  ]);
});

function pointersOf(value: unknown, pointer: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]];
  const children = Object.entries(value).flatMap(([key, child]) => pointersOf(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`));
  return [[pointer, value], ...children];
}
