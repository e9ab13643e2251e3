import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingDetailSchema, genotypeSchema } from '#shared/casefile/finding.ts';
import { bareEvent, odysseyEventDetailSchema } from '#shared/casefile/odyssey-event.ts';
import type { ReadFamily } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { readPhenopackets } from '#shared/interchange/phenopacket/read-phenopackets.ts';
import { featureDetailSchema } from '#shared/phenotype/feature.ts';
import { brokenInvariants } from '#shared/pedigree/family-invariants.ts';
import { familySchema } from '#shared/pedigree/family.ts';
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

const term = (id: string, label: string) => ({ id, label });
const age = (iso8601duration: string) => ({ age: { iso8601duration } });

/** Everything that is read besides the phenotype. */
const treated = aPacket({
  interpretations: [{ id: 'i', progressStatus: 'SOLVED', diagnosis: { disease: term('OMIM:607208', 'Dravet syndrome'), genomicInterpretations: [{ subjectOrBiosampleId: 'b', interpretationStatus: 'CAUSATIVE', variantInterpretation: { acmgPathogenicityClassification: 'PATHOGENIC', variationDescriptor: { id: 'v', label: 'a deletion', description: 'seen twice', geneContext: { valueId: 'HGNC:10585', symbol: 'SCN1A' }, expressions: [{ syntax: 'hgvs.c', value: 'NM_001165963.4:c.2T>C' }], vcfRecord: { genomeAssembly: 'GRCh38', chrom: 'chr2', pos: '5', ref: 'A', alt: 'G' }, extensions: [{ name: 'mosaicism', value: '40%' }], structuralType: term('SO:1000029', 'deletion'), allelicState: term('GENO:0000135', 'heterozygous') } } }] } }],
  biosamples: [{ id: 'b', sampledTissue: term('UBERON:0000970', 'eye') }],
  diseases: [{ term: term('nostos.condition:1', 'Clubfoot'), onset: age('P0D') }, { term: term('OMIM:607208', 'Dravet syndrome'), onset: { ontologyClass: term('HP:0003593', 'Infantile onset') }, resolution: age('P9Y') }],
  medicalActions: [
    { treatment: { agent: term('DrugCentral:1678', 'melphalan'), routeOfAdministration: term('NCIT:C38222', 'Oral'), doseIntervals: [{ quantity: { unit: term('UCUM:mg', 'mg'), value: 4 }, scheduleFrequency: term('PATO:0000689', 'regular'), interval: { start: '2020-09-02T00:00:00Z', end: '2020-10-02T00:00:00Z' } }], cumulativeDose: { unit: term('UCUM:mg', 'mg'), value: 40 } }, treatmentTarget: term('OMIM:180200', 'Retinoblastoma'), adverseEvents: [term('HP:0001250', 'Seizure')] },
    { therapeuticRegimen: { ontologyClass: term('NCIT:C10894', 'Regimen'), startTime: { timestamp: '2020-09-02T00:00:00Z' }, endTime: age('P7Y'), regimenStatus: 'COMPLETED' } },
    { radiationTherapy: { modality: term('NCIT:C28039', 'Electron beam'), bodySite: term('UBERON:0000970', 'eye'), dosage: 10, fractions: 2 } },
  ],
  measurements: [{ assay: term('LOINC:79893-4', 'Pressure'), complexValue: { typedQuantities: [{ type: term('NCIT:C25298', 'Systolic'), quantity: { unit: term('UCUM:mm[Hg]', 'mmHg'), value: 25, referenceRange: { unit: term('UCUM:mm[Hg]', 'mmHg'), low: 1, high: 2 } } }] }, timeObserved: { ageRange: { start: { iso8601duration: 'P1Y' }, end: { iso8601duration: 'P2Y' } } } }],
});
const old = aPacketOfVersion1({
  genes: [{ id: 'HGNC:10585', symbol: 'SCN1A' }],
  variants: [{ hgvsAllele: { hgvs: 'NM_001165963.4:c.2T>C' }, zygosity: term('GENO:0000135', 'heterozygous') }, { vcfAllele: { genomeAssembly: 'GRCh37', chr: '2', pos: 5, ref: 'A', alt: 'G' } }, { spdiAllele: { seqId: 'NC_000002.11', position: 1, deletedSequence: 'A', insertedSequence: 'G' } }, { iscnAllele: { iscn: 'del(2)(q24)' } }],
});
const family = {
  id: 'f',
  proband: rich,
  relatives: [aPacket({ id: 'm', subject: { id: 'I.1', sex: 'FEMALE', alternateIds: ['I.1'], vitalStatus: { status: 'DECEASED', timeOfDeath: age('P50Y') } }, diseases: [{ term: term('OMIM:154700', 'Marfan syndrome') }] })],
  consanguinousParents: true,
  pedigree: { persons: [{ familyId: 'f', individualId: 'Jane Roe', maternalId: 'I.1', paternalId: 'I.2', sex: 'FEMALE', affectedStatus: 'AFFECTED' }, { individualId: 'I.1', sex: 'FEMALE' }, { individualId: 'I.2', sex: 'MALE', affectedStatus: 'UNAFFECTED' }] },
  metaData: rich['metaData'],
};
const inputs = [
  ['a packet of version 2', rich],
  ['a packet with variants, treatments and measurements', treated],
  ['a packet of version 1', old],
  ['a family', family],
] as const;

/** Whatever comes in: an answer within the rules of the domain, and no throw. */
function expectSound(text: string): void {
  const reading = read(text);
  for (const packet of reading.packets) {
    individualDetailSchema.parse(packet.proband);
    for (const feature of packet.features) featureDetailSchema.parse(feature.detail);
    for (const { detail, genotype } of packet.variants) {
      findingDetailSchema.parse(detail);
      genotypeSchema.parse(genotype);
    }
    for (const event of [...packet.treatments, ...packet.measurements]) odysseyEventDetailSchema.parse({ ...bareEvent, ...event });
    if (packet.family !== null) expectSoundFamily(packet.family);
  }
  for (const problem of reading.problems) {
    if (/[\n\r]/.test(problem.message) || problem.line === undefined || problem.line < 1) throw new Error('a problem without a place or over several lines');
  }
}

function expectSoundFamily({ family: own, relatives }: ReadFamily): void {
  familySchema.parse(own);
  const [broken] = brokenInvariants(own);
  if (broken !== undefined) throw new Error(`a family that breaks ${broken.rule}`);
  for (const { individualId, features, variants } of relatives) {
    if (!own.individuals.some(({ id }) => id === individualId)) throw new Error('a relative who is not in the family');
    for (const feature of features) featureDetailSchema.parse(feature.detail);
    for (const { detail } of variants) findingDetailSchema.parse(detail);
  }
}

describe('a hostile file', () => {
  test('of any characters is answered and never throws', () => {
    fc.assert(fc.property(fc.oneof(anyUnits, fc.json()), expectSound), { numRuns: 500 });
  });

  test.each(inputs)('made from %s by putting any value in any place is answered and never throws', (_, packet) => {
    const places = placesOf(packet);
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('', 'P', 'HP:0001250', 'HP:9999999', -1, 1e308, [], {}, [[]], '\uD800', '\u0000', '9999-99-99T99:99:99Z', true, 'I.1', 'Jane Roe'));
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, (place, value) => expectSound(JSON.stringify(replaced(packet, place, value)))),
      { numRuns: 600 },
    );
  });

  test.each(inputs)('made from %s by leaving out or doubling any part of its text is answered and never throws', (_, packet) => {
    const text = JSON.stringify(packet);
    const place = fc.nat(text.length);
    fc.assert(
      fc.property(place, fc.nat(40), fc.boolean(), (from, length, isDoubled) => expectSound(text.slice(0, isDoubled ? from + length : from) + text.slice(isDoubled ? from : from + length))),
      { numRuns: 300 },
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

test.each(inputs)('no message about %s repeats what it says of the patient', (_, packet) => {
  const secret = 'Rumpelstilzchen';
  const places = placesOf(packet);
  for (const place of places) {
    for (const value of [secret, [secret], { [`${secret} was here`]: secret }]) {
      const { problems } = read(JSON.stringify(replaced(packet, place, value)));
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
