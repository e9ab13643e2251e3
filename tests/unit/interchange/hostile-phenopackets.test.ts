import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPhenopackets } from '#shared/interchange/phenopacket/read-phenopackets.ts';
import { featureDetailSchema } from '#shared/phenotype/feature.ts';
import { individualDetailSchema } from '#shared/pedigree/individual.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';
import { anyUnits } from '#tests/unit/any-units.ts';
import { aFeature, aPacket, aPacketOfVersion1 } from '#tests/unit/interchange/packet-builder.ts';

const read = (text: string) => readPhenopackets({ fileName: 'a.json', text });
const rich = aPacket({
  subject: { id: 'Jane Roe', sex: 'FEMALE', dateOfBirth: '2010-02-03T00:00:00Z', timeAtLastEncounter: { age: { iso8601duration: 'P4Y' } }, vitalStatus: { status: 'ALIVE' } },
  phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { excluded: true, severity: { id: 'HP:0012828', label: 'Severe' }, modifiers: [{ id: 'HP:0012834', label: 'Right' }], onset: { gestationalAge: { weeks: 20 } } })],
  diseases: [{ term: { id: 'OMIM:154700', label: 'Marfan syndrome' }, excluded: true }],
});

/** Whatever comes in: an answer within the rules of the domain, and no throw. */
function expectSound(text: string): void {
  const reading = read(text);
  for (const packet of reading.packets) {
    individualDetailSchema.parse(packet.proband);
    for (const feature of packet.features) featureDetailSchema.parse(feature.detail);
  }
  for (const problem of reading.problems) {
    if (/[\n\r]/.test(problem.message) || problem.line === undefined || problem.line < 1) throw new Error('a problem without a place or over several lines');
  }
}

describe('a hostile file', () => {
  test('of any characters is answered and never throws', () => {
    fc.assert(fc.property(fc.oneof(anyUnits, fc.json()), expectSound), { numRuns: 500 });
  });

  test('made from a good packet by putting any value in any place is answered and never throws', () => {
    const places = placesOf(rich);
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('', 'P', 'HP:0001250', 'HP:9999999', -1, 1e308, [], {}, [[]], '\uD800', '\u0000', '9999-99-99T99:99:99Z', true));
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, (place, value) => expectSound(JSON.stringify(replaced(rich, place, value)))),
      { numRuns: 1_000 },
    );
  });

  test('of lines, each good, cut or replaced by anything, is answered, and every good line is read', () => {
    const good = JSON.stringify(rich);
    const bad = fc.oneof(fc.string(), fc.json(), fc.nat(good.length - 1).map((length) => good.slice(0, length)), fc.constantFrom('', '\uFEFF', '[', '{"id":'))
      .filter((line) => !line.includes('\n'));
    fc.assert(
      fc.property(fc.array(fc.option(bad, { nil: good }), { maxLength: 8 }), (lines) => {
        expectSound(lines.join('\n'));
        const reading = readPhenopackets({ fileName: 'a.jsonl', lines });
        const goodLines = lines.flatMap((line, at) => (line === good ? [at + 1] : []));
        expect(reading.packets.filter(({ raw }) => raw === good).map(({ line }) => line)).toEqual(goodLines);
      }),
      { numRuns: 200 },
    );
  });

  test.each([['version 2', rich], ['version 1', aPacketOfVersion1()]])('cut off at any character is refused with a place (%s)', (_, packet) => {
    const text = JSON.stringify(packet, null, 1);
    for (let length = 0; length < text.length; length += 1) {
      const reading = read(text.slice(0, length));
      if (reading.packets.length > 0 || reading.refusedCount !== 1 || reading.problems[0]?.line === undefined) throw new Error(`cut at ${length}: ${JSON.stringify(reading)}`);
    }
  });

  test('nested a hundred thousand levels deep is refused, and a good line beside it is read', () => {
    const deep = `{"id":"x","phenotypicFeatures":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const reading = read(`${deep}\n${JSON.stringify(aPacket())}`);
    expect(reading.packets.map(({ id, line }) => [id, line])).toEqual([['case-1', 2]]);
    expect(reading.problems.map(({ rule, line }) => [rule, line])).toEqual([['too-deep', 1]]);
  });

  test('cannot reach the prototype of objects', () => {
    const reading = read('{"__proto__": {"id": "polluted", "isAdmin": true}, "constructor": {"prototype": {}}, "toString": 1, "id": "a"}');
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    expect(reading.packets.map(({ id }) => id)).toEqual(['a']);
    expect(reading.problems.filter(({ rule }) => rule === 'unknown-field').map(({ pointer }) => pointer)).toEqual(['/__proto__', '/constructor', '/toString']);
  });

  test('with half a character has it replaced, since no database could keep it', () => {
    const reading = read(JSON.stringify(aPacket({ id: 'a\uD800b' })).replace('\uD800', '\\ud800'));
    expect(reading.packets.map(({ id }) => id)).toEqual(['a\uFFFDb']);
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['broken-character']);
  });

  test('with a very long id or one of control characters still gets a reference that a case can carry', () => {
    const reading = read([JSON.stringify(aPacket({ id: '😀'.repeat(200) })), JSON.stringify(aPacket({ id: `x${'😀'.repeat(200)}` })), JSON.stringify(aPacket({ id: ' a\u0000\n\u202Eb ' })), JSON.stringify(aPacket({ id: '\n' }))].join('\n'));
    expect(reading.packets.map(({ reference }) => reference)).toEqual(['😀'.repeat(50), `x${'😀'.repeat(49)}`, 'a b']);
    expect(reading.refusedCount).toBe(1);
  });

  test('with more findings than anybody could mend is refused after some of them', () => {
    const reading = read(JSON.stringify(aPacket({ phenotypicFeatures: Array.from({ length: 1_000_000 }, () => 7) })));
    expect([reading.packets, reading.refusedCount, reading.problems.length]).toEqual([[], 1, 1_001]);
    expect(reading.problems.at(-1)).toMatchObject({ rule: 'more-findings', message: '4001 more findings are not listed' });
  });

  test('with findings that are still listed in part is read', () => {
    const reading = read(JSON.stringify(aPacket({ phenotypicFeatures: [aFeature('HP:0001250', 'Seizure'), ...Array.from({ length: 2_000 }, () => 7)] })));
    expect([reading.packets.length, reading.problems.length, reading.problems.at(-1)?.message]).toEqual([1, 1_001, '1000 more findings are not listed']);
  });

  test('of fifty million opening brackets, or of as many empty objects as fill the memory, is refused before it is parsed', () => {
    expect(read('['.repeat(50_000_000)).problems.map(({ rule }) => rule)).toEqual(['too-deep']);
    expect(read(`[${'{},'.repeat(11_000_000)}{}]`).problems.map(({ rule }) => rule)).toEqual(['too-large']);
  });

  test('of many megabytes is read in seconds', { timeout: 30_000 }, () => {
    const feature = JSON.stringify(aFeature('HP:0001250', 'Seizure', { description: 'x'.repeat(10_000) }));
    const text = `{"id": "big", "phenotypicFeatures": [${Array.from({ length: 2_000 }, () => feature).join(',')}]}`;
    const reading = read(text);
    expect([text.length > 20_000_000, reading.packets[0]?.features.length]).toEqual([true, 1]);
  });
});

test('no message repeats what the packet says of the patient', () => {
  const secret = 'Rumpelstilzchen';
  const places = placesOf(rich);
  for (const place of places) {
    for (const value of [secret, [secret], { [`${secret} was here`]: secret }]) {
      const { problems } = read(JSON.stringify(replaced(rich, place, value)));
      expect(JSON.stringify(problems)).not.toContain(secret);
    }
  }
  expect(JSON.stringify(read(`{"id": "${secret}" "${secret}"}`).problems)).not.toContain(secret);
});

describe.skipIf(referenceData('phenopackets/') === null)(`the reference packets (${absentNote})`, () => {
  const verdict = (name: string) => {
    const reading = read(readFileSync(referenceData(`phenopackets/${name}`) ?? '', 'utf8'));
    return { packets: reading.packets.length, errors: reading.problems.filter(({ severity }) => severity === 'error').length };
  };

  test('valid ones pass and the invalid one does not', () => {
    expect(['retinoblastoma.json', 'phenopacket.json', 'family.json', 'marfan-obsolete-term.json', 'invalid-missing-fields.json'].map(verdict)).toEqual([
      { packets: 1, errors: 0 },
      { packets: 1, errors: 0 },
      { packets: 1, errors: 0 },
      { packets: 1, errors: 0 },
      { packets: 0, errors: 3 },
    ]);
  });
});

type Place = readonly (string | number)[];

function placesOf(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  const children = Array.isArray(value) ? value.map((child: unknown, index): [number, unknown] => [index, child]) : Object.entries(value);
  return [place, ...children.flatMap(([key, child]) => placesOf(child, [...place, key]))];
}

function replaced(value: unknown, place: Place, by: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((child: unknown, index) => (index === key ? replaced(child, rest, by) : child));
  return Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([name, child]) => [name, name === key ? replaced(child, rest, by) : child]));
}
