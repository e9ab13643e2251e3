import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { familyFormats } from '#shared/pedigree/formats/family-format.ts';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';
import { writeFamily } from '#shared/pedigree/formats/write-family.ts';
import { brokenInvariants } from '#shared/pedigree/family-invariants.ts';
import { familySchema } from '#shared/pedigree/family.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

/** What holds of every reading, whatever the bytes: whole families that can be kept, or reasons. */
function expectSound(content: string | Uint8Array): void {
  const reading = readFamilies({ fileName: 'hostile', content });
  const problems = reading.ok ? reading.value.problems : (reading.error.problems ?? []);
  if (reading.ok) {
    expect(reading.value.families.length).toBeGreaterThan(0);
    for (const { family } of reading.value.families) {
      expect(familySchema.safeParse(family).success).toBe(true);
      expect(brokenInvariants(family)).toEqual([]);
    }
  } else expect(problems.filter(({ severity }) => severity === 'error')).not.toEqual([]);
  for (const { line, message } of problems) {
    expect(line === undefined || line >= 1).toBe(true);
    expect(message).not.toMatch(/\n/);
  }
}

const beginnings = ['', '0 HEAD\n', '##CanRisk 2.0\n', '{"resourceType":"Bundle","entry":[', '{"pedigree":{"persons":[', '<FamilyMemberHistory>', '{"format":"nostos-family",', 'F a 0 0 1 2\n'];
/** Removes, doubles, swaps and overwrites pieces of a text. */
const mutation = fc.record({ at: fc.nat(), length: fc.nat({ max: 60 }), kind: fc.constantFrom('remove', 'double', 'overwrite', 'cut'), with: fc.string({ maxLength: 8, unit: 'binary' }) });
const mutated = (text: string, changes: readonly { at: number; length: number; kind: string; with: string }[]): string =>
  changes.reduce((now, change) => {
    const at = change.at % (now.length + 1);
    const piece = now.slice(at, at + change.length);
    if (change.kind === 'cut') return now.slice(0, at);
    return now.slice(0, at) + (change.kind === 'remove' ? '' : change.kind === 'double' ? piece + piece : change.with) + now.slice(at + change.length);
  }, text);

describe('whatever a file holds', () => {
  it('bytes at random give reasons and never a fault', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expectSound(bytes)), { numRuns: 300 });
  });

  it('words at random after the beginning of each format give reasons and never a fault', () => {
    const words = fc.array(fc.constantFrom('0', '1', '2', '-9', '@I1@', 'INDI', 'FAM', 'HUSB', 'CHIL', 'FAMC', 'F', 'a', 'b', '\n', '\t', ' ', '"', '{', '}', '[', ']', ':', ',', 'toString', '__proto__', '<', '>', '/', '=', '&#1;', 'TRLR', 'S:P'), { maxLength: 120 });
    fc.assert(fc.property(fc.constantFrom(...beginnings), words, (beginning, rest) => expectSound(beginning + rest.join(''))), { numRuns: 600 });
  });

  it.each(familyFormats)('a damaged %s file gives whole families or reasons', (format) => {
    fc.assert(
      fc.property(families({ maxPeople: 20 }), fc.array(mutation, { minLength: 1, maxLength: 6 }), (family, changes) => {
        const writing = writeFamily(family, format);
        if (writing.ok) expectSound(mutated(writing.value.text, changes));
      }),
      { numRuns: 60 },
    );
  });

  it('JSON of any shape gives reasons and never a fault', () => {
    const resource = fc.record({ resourceType: fc.constantFrom('FamilyMemberHistory', 'Patient', 'Condition', 'Composition', 'Bundle', 'Observation'), id: fc.jsonValue(), patient: fc.jsonValue(), relationship: fc.jsonValue(), extension: fc.jsonValue(), condition: fc.jsonValue(), subject: fc.jsonValue(), name: fc.jsonValue(), section: fc.jsonValue() }, { requiredKeys: ['resourceType'] });
    const packet = fc.record({ proband: fc.jsonValue(), relatives: fc.jsonValue(), pedigree: fc.record({ persons: fc.array(fc.record({ individualId: fc.constantFrom('a', 'b', 'c'), paternalId: fc.constantFrom('a', 'b', '0'), maternalId: fc.jsonValue(), sex: fc.jsonValue() }, { requiredKeys: [] })) }) });
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.array(resource), packet), (value) => expectSound(JSON.stringify(value))), { numRuns: 400 });
  });

  it('a file of ten thousand people of one family is refused with what is too much', () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `F p${String(index)} 0 0 1 0`).join('\n');
    expect(readFamilies({ fileName: 'big.ped', content: text })).toMatchObject({ ok: false, error: { problems: [{ rule: 'too-long', message: expect.stringContaining('of individuals') as string }] } });
  });

  it.each(['[', '{"a":', '<a>', '0 HEAD\n'])('a file of nothing but %s again and again is answered in time', (piece) => {
    expectSound(piece.repeat(200_000));
  });

  const real = ['ped/haemophilia.ped', 'ped/kinship-sample.tab', 'ped/loop.csv', 'canrisk/d10.canrisk4', 'canrisk/d3.bwa', 'gedcom/torture-551.ged', 'gedcom/kennedy.ged', 'fhir/familymemberhistory-example.xml'].map((name) => referenceData(`pedigrees/${name}`));
  describe.skipIf(real.includes(null))(`real files (${absentNote})`, () => {
    it.each(real.flatMap((path) => path ?? []))('%s, damaged, gives whole families or reasons', (path) => {
      const text = readFileSync(path, 'latin1');
      fc.assert(fc.property(fc.array(mutation, { minLength: 1, maxLength: 10 }), (changes) => expectSound(mutated(text, changes))), { numRuns: 25 });
    });
  });
});
