import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packedResponse } from '#shared/contract/packed-answers.ts';
import { packRows, unpackedResponse, unpackRows } from '#shared/contract/packed-rows.ts';
import { aSummary } from '#tests/renderer/caseload/a-summary.ts';

const fields = [
  { key: 'text', fields: null },
  { key: 'count', fields: null },
  { key: 'inner', fields: [{ key: 'word', fields: null }, { key: 'deep', fields: [{ key: 'on', fields: null }] }] },
] as const;
const texts = fc.oneof(fc.constantFrom('', '|', 'a|b', null), fc.string());
const rows = fc.array(
  fc.record({ text: texts, count: fc.integer(), inner: fc.option(fc.record({ word: texts, deep: fc.option(fc.record({ on: texts }, { noNullPrototype: true })) }, { noNullPrototype: true })) }, { noNullPrototype: true }),
);
const overTheWire = (list: Parameters<typeof packRows>[0]): unknown => unpackRows(JSON.parse(JSON.stringify(packRows(list, fields))) as ReturnType<typeof packRows>);

describe('a packed list', () => {
  test('is unpacked to the records that it was made of, whatever their texts hold and whichever are missing', () => {
    fc.assert(fc.property(rows, (list) => void expect(overTheWire(list)).toEqual(list)));
  });

  test('keeps an empty text and none apart', () => {
    const list = ['', null, 'a'].map((text, count) => ({ text, count, inner: null }));
    expect(overTheWire(list)).toEqual(list);
  });

  test('may be empty', () => {
    expect([overTheWire([]), unpackRows(packRows([null, null], fields))]).toEqual([[], [null, null]]);
  });
});

describe('an answer for a screen', () => {
  const cases = [aSummary('Ada', { due: { kind: 'task', on: '2026-11' }, decided: { name: 'Marfan syndrome', state: 'confirmed' } }), aSummary('Bo', { reference: 'a|b', topCandidate: { diseaseId: 'OMIM:154700', name: 'Marfan syndrome', probability: 0.25, release: '2026-10' } })];

  test('packs the caseload and is unpacked to what the backend gave', () => {
    const packed = packedResponse('case.list', { ok: true, value: cases });
    expect([Object.keys(packed), unpackedResponse(packed)]).toEqual([['ok', 'packed'], { ok: true, value: cases }]);
  });

  test('leaves refusals and other answers as they are', () => {
    const refusal = { ok: false, error: { kind: 'locked', message: 'The vault is locked.' } } as const;
    const other = { ok: true, value: cases } as const;
    expect([packedResponse('case.list', refusal), packedResponse('case.show', other), packedResponse('toString', other), unpackedResponse(refusal), unpackedResponse(other)]).toEqual([refusal, other, other, refusal, other]);
  });
});
