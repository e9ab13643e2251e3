import { describe, expect, test } from 'vitest';
import type { Problem } from '#shared/base/problem.ts';
import type { TermVocabulary } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { readPhenopackets } from '#shared/interchange/phenopacket/read-phenopackets.ts';
import { unknownDetail } from '#shared/pedigree/individual.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import { aFeature, aPacket, aPacketOfVersion1 } from '#tests/unit/interchange/packet-builder.ts';

const read = (value: unknown, vocabulary: TermVocabulary | null = null) => readPhenopackets({ fileName: 'a.json', text: typeof value === 'string' ? value : JSON.stringify(value), vocabulary });
const briefly = (problems: readonly Problem[]) => problems.map(({ severity, rule, pointer }) => `${severity} ${rule} ${pointer ?? ''}`.trim());
const imported = (state: 'observed' | 'excluded') => ({ ...bareDetail(state), source: 'import' as const });

describe('a phenopacket of version 2', () => {
  test('yields the person, the features and the diseases in the words of Nostos', () => {
    const packet = aPacket({
      subject: {
        id: 'II.1',
        alternateIds: ['twin A'],
        sex: 'OTHER_SEX',
        karyotypicSex: 'XXY',
        gender: { id: 'GSSO:000123', label: 'Trans woman' },
        dateOfBirth: '2010-02-03T00:00:00Z',
        timeAtLastEncounter: { timestamp: '2014-04-05T09:00:00Z' },
        vitalStatus: { status: 'ALIVE' },
      },
      phenotypicFeatures: [
        aFeature('HP:0001250', 'Seizure', {
          severity: { id: 'HP:0012828', label: 'Severe' },
          modifiers: [{ id: 'HP:0012834', label: 'Right' }, { id: 'HP:0031796', label: 'Recurrent' }],
          onset: { ageRange: { start: { iso8601duration: 'P3M' }, end: { iso8601duration: 'P6M' } } },
          resolution: { timestamp: '2013-01-02T00:00:00Z' },
          description: 'on waking',
          evidence: [{ evidenceCode: { id: 'ECO:0000033', label: 'author statement' }, reference: { id: 'PMID:30808312' } }, { reference: { reference: 'https://example.org/report', description: 'letter of the eye clinic' }, evidenceCode: { id: 'ECO:0000033', label: 'author statement' } }, { evidenceCode: { id: 'ECO:0006017', label: 'nothing cited' } }],
        }),
        aFeature('HP:0000252', 'Microcephaly', { excluded: true, onset: { gestationalAge: { weeks: 20, days: 3 } } }),
        aFeature('HP:0001263', 'Global developmental delay', { onset: { ontologyClass: { id: 'HP:0003593', label: 'Infantile onset' } } }),
        aFeature('HP:0001252', 'Hypotonia', { onset: { interval: { start: '2011-01-01T00:00:00Z', end: '2012-01-01T00:00:00Z' } } }),
      ],
      diseases: [{ term: { id: 'OMIM:154700', label: 'Marfan syndrome' }, excluded: true }, { term: { id: 'OMIM:607208', label: 'Dravet syndrome' } }],
      interpretations: [
        {
          id: 'i',
          progressStatus: 'SOLVED',
          diagnosis: {
            disease: { id: 'OMIM:607208', label: 'Dravet syndrome' },
            genomicInterpretations: [{ subjectOrBiosampleId: 'II.1', interpretationStatus: 'CAUSATIVE', gene: { valueId: 'HGNC:10585', symbol: 'SCN1A' } }],
          },
        },
      ],
    });
    const text = JSON.stringify(packet);
    expect(read(text)).toEqual({
      refusedCount: 0,
      problems: [],
      packets: [
        {
          id: 'case-1',
          reference: 'case-1',
          version: 2,
          line: 1,
          pointer: '',
          subjectId: 'II.1',
          alternateIds: ['twin A'],
          proband: { ...unknownDetail, reference: 'II.1', sexAssignedAtBirth: 'unassigned', gender: 'woman-girl', karyotype: '47,XXY', birthDate: '2010-02-03', ageAtLastEncounter: 'P4Y2M2D', vitalStatus: 'alive' },
          features: [
            {
              termId: 'HP:0001250',
              givenId: 'HP:0001250',
              label: 'Seizure',
              pointer: '/phenotypicFeatures/0/type/id',
              detail: {
                ...imported('observed'),
                onset: { kind: 'age-range', start: 'P3M', end: 'P6M' },
                resolution: { kind: 'date', date: '2013-01-02' },
                severityId: 'HP:0012828',
                lateralityId: 'HP:0012834',
                modifierIds: ['HP:0031796'],
                note: 'on waking\nPMID:30808312 (author statement)\nhttps://example.org/report, letter of the eye clinic (author statement)',
              },
            },
            { termId: 'HP:0000252', givenId: 'HP:0000252', label: 'Microcephaly', pointer: '/phenotypicFeatures/1/type/id', detail: { ...imported('excluded'), onset: { kind: 'gestation', weeks: 20, days: 3 } } },
            { termId: 'HP:0001263', givenId: 'HP:0001263', label: 'Global developmental delay', pointer: '/phenotypicFeatures/2/type/id', detail: { ...imported('observed'), onset: { kind: 'term', termId: 'HP:0003593', label: 'Infantile onset' } } },
            { termId: 'HP:0001252', givenId: 'HP:0001252', label: 'Hypotonia', pointer: '/phenotypicFeatures/3/type/id', detail: { ...imported('observed'), onset: { kind: 'date-range', start: '2011-01-01', end: '2012-01-01' } } },
          ],
          diseases: [
            { id: 'OMIM:154700', label: 'Marfan syndrome', state: 'ruled-out', onset: null },
            { id: 'OMIM:607208', label: 'Dravet syndrome', state: 'confirmed', onset: null },
          ],
          genes: [{ symbol: 'SCN1A', id: 'HGNC:10585' }],
          variants: [{ detail: expect.objectContaining({ gene: { symbol: 'SCN1A', hgncId: 'HGNC:10585' }, hgvsCoding: '', note: '' }) as unknown, genotype: { state: 'unknown', alleleShare: null, tissue: '' }, classification: null }],
          treatments: [],
          measurements: [],
          conditions: [],
          family: null,
          unkept: [],
          references: [],
          raw: text,
        },
      ],
    });
  });

  test('may be written in snake_case, with numbers for names and null for nothing, as proto3 JSON allows', () => {
    const camel = aPacket();
    const snake = {
      id: 'case-1',
      subject: { id: 'II.1', sex: 1, gender: null, time_at_last_encounter: { age: { iso8601duration: 'P4Y2M' } } },
      phenotypic_features: camel['phenotypicFeatures'],
      meta_data: { created: '2021-05-14T10:35:00Z', created_by: 'clinic', phenopacket_schema_version: '2.0' },
    };
    const [first, second] = [read(camel), read(snake)];
    expect(second.problems).toEqual([]);
    expect(second.packets.map(({ raw: _, features: __, ...rest }) => rest)).toEqual(first.packets.map(({ raw: _, features: __, ...rest }) => rest));
    expect(second.packets[0]?.features.map(({ termId, detail }) => ({ termId, detail }))).toEqual(first.packets[0]?.features.map(({ termId, detail }) => ({ termId, detail })));
  });

  test.each<[string, Readonly<Record<string, unknown>>, string | null, readonly string[]]>([
    ['an age', { timeAtLastEncounter: { age: { iso8601duration: 'P4Y' } }, vitalStatus: { status: 'DECEASED', timeOfDeath: { age: { iso8601duration: 'P5Y' } } } }, 'P4Y', []],
    ['a date after a known birth', { dateOfBirth: '2010-02-03T00:00:00Z', timeAtLastEncounter: { timestamp: '2014-02-03T00:00:00Z' } }, 'P4Y', []],
    ['a date without the birth', { timeAtLastEncounter: { timestamp: '2014-02-03T00:00:00Z' } }, null, ['warning age-not-kept /subject/timeAtLastEncounter']],
    ['a date before the birth', { dateOfBirth: '2010-02-03T00:00:00Z', timeAtLastEncounter: { timestamp: '2009-02-03T00:00:00Z' } }, null, ['error out-of-order /subject/timeAtLastEncounter/timestamp']],
    ['gestation', { timeAtLastEncounter: { gestationalAge: { weeks: 31, days: 5 } } }, null, ['warning age-not-kept /subject/timeAtLastEncounter']],
  ])('tells the age when last seen from %s', (_, subject, age, expected) => {
    const reading = read(aPacket({ subject: { id: 'x', ...subject } }));
    expect([reading.packets[0]?.proband.ageAtLastEncounter, briefly(reading.problems)]).toEqual([age, expected]);
  });

  test('keeps age, day and cause of death, each where it is told', () => {
    const causeOfDeath = { id: 'NCIT:C7057', label: 'Disease' };
    const told = [{ age: { iso8601duration: 'P5Y' } }, { timestamp: '2010-03-03T00:00:00Z' }, { gestationalAge: { weeks: 31 } }].map((timeOfDeath) => {
      const proband = read(aPacket({ subject: { id: 'x', vitalStatus: { status: 'DECEASED', timeOfDeath, causeOfDeath } } })).packets[0]?.proband;
      return [proband?.ageAtDeath, proband?.deathDate, proband?.causeOfDeath, proband?.ageAtLastEncounter];
    });
    expect(told).toEqual([['P5Y', null, 'Disease', null], [null, '2010-03-03', 'Disease', null], [null, null, 'Disease', null]]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, readonly [string, string, string, string]]>([
    ['a dead woman', { sex: 'FEMALE', karyotypicSex: 'XX', gender: { id: 'LOINC:LA22879-3', label: 'Identifies as female gender' }, vitalStatus: { status: 'DECEASED' } }, ['female', 'woman-girl', '46,XX', 'deceased']],
    ['a living trans man', { sex: 'FEMALE', karyotypicSex: 'XX', gender: { id: 'GSSO:000372', label: 'trans man' }, vitalStatus: { status: 'ALIVE' } }, ['female', 'man-boy', '46,XX', 'alive']],
    ['a boy with an additional X', { sex: 'MALE', karyotypicSex: 'XXY', gender: { id: 'GSSO:000124', label: 'Boy' } }, ['male', 'man-boy', '47,XXY', 'unknown']],
    ['a non-binary person with Turner syndrome', { sex: 'FEMALE', karyotypicSex: 'XO', gender: { id: 'GSSO:002403', label: 'non-binary' } }, ['female', 'non-binary', '45,X', 'unknown']],
    ['somebody of whom nothing is known', {}, ['unknown', 'unknown', '', 'unknown']],
  ])('tells sex, gender, karyotype and vital status of %s', (_, subject, expected) => {
    const proband = read(aPacket({ subject: { id: 'x', ...subject } })).packets[0]?.proband;
    expect([proband?.sexAssignedAtBirth, proband?.gender, proband?.karyotype, proband?.vitalStatus]).toEqual(expected);
  });

  test('that says negated in the words of version 1 is not read as having the finding', () => {
    const reading = read(aPacket({ phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { negated: true })] }));
    expect(reading.packets[0]?.features.map(({ detail }) => detail.state)).toEqual(['excluded']);
    expect(briefly(reading.problems)).toEqual(['warning field-of-other-version /phenotypicFeatures/0/negated']);
  });
});

test.each<[string, Readonly<Record<string, unknown>>, 1 | 2]>([
  ['genes', { genes: [] }, 1],
  ['variants', { variants: [] }, 1],
  ['sequencing files', { htsFiles: [] }, 1],
  ['an age at collection', { subject: { id: 'x', ageAtCollection: { age: 'P4Y' } } }, 1],
  ['a negated feature', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { negated: true })] }, 1],
  ['nothing of version 1', {}, 2],
])('a packet that does not state its version and has %s is read as the version it shows', (_, change, version) => {
  const unstated = { created: '2021-05-14T10:35:00Z', createdBy: 'clinic' };
  expect(read(aPacket({ metaData: unstated, subject: { id: 'x' }, ...change })).packets[0]?.version).toBe(version);
});

test('of several interpretations the strongest state of a disease is kept, and a rejected gene is left out', () => {
  const disease = { id: 'OMIM:607208', label: 'Dravet syndrome' };
  const interpretation = (id: string, progressStatus: string, symbol: string, interpretationStatus: string) => ({ id, progressStatus, diagnosis: { disease, genomicInterpretations: [{ subjectOrBiosampleId: 'II.1', interpretationStatus, gene: { valueId: 'HGNC:1', symbol } }] } });
  const [packet] = read(aPacket({ diseases: [{ term: disease }], interpretations: [interpretation('a', 'SOLVED', 'SCN1A', 'CAUSATIVE'), interpretation('b', 'IN_PROGRESS', 'SCN2A', 'REJECTED'), interpretation('c', 'UNSOLVED', 'GABRG2', 'CANDIDATE')] })).packets;
  expect([packet?.diseases.map(({ state }) => state), packet?.genes.map(({ symbol }) => symbol)]).toEqual([['confirmed'], ['SCN1A', 'GABRG2']]);
});

test('a phenopacket of version 1 yields the same as one of version 2', () => {
  const reading = read(
    aPacketOfVersion1({
      phenotypicFeatures: [
        aFeature('HP:0001250', 'Seizure', { ageOfOnset: { age: 'P3M' } }),
        aFeature('HP:0000252', 'Microcephaly', { negated: true, classOfOnset: { id: 'HP:0003577', label: 'Congenital onset' } }),
        aFeature('HP:0001252', 'Hypotonia', { ageRangeOfOnset: { start: { age: 'P1M' }, end: { age: 'P2M' } } }),
      ],
      diseases: [{ term: { id: 'OMIM:607208', label: 'Dravet syndrome' }, ageOfOnset: { age: 'P3M' } }],
      genes: [{ id: 'HGNC:10585', symbol: 'SCN1A' }],
      variants: [{ hgvsAllele: { hgvs: 'NM_001165963.4:c.2T>C' }, zygosity: { id: 'GENO:0000135', label: 'heterozygous' } }],
      htsFiles: [],
    }),
  );
  expect(reading.problems).toEqual([]);
  expect(reading.packets.map(({ version, proband, features, diseases, genes }) => ({ version, age: proband.ageAtLastEncounter, features: features.map(({ termId, detail }) => [termId, detail.state, detail.onset]), diseases, genes }))).toEqual([
    {
      version: 1,
      age: 'P4Y2M',
      features: [
        ['HP:0001250', 'observed', { kind: 'age', duration: 'P3M' }],
        ['HP:0000252', 'excluded', { kind: 'term', termId: 'HP:0003577', label: 'Congenital onset' }],
        ['HP:0001252', 'observed', { kind: 'age-range', start: 'P1M', end: 'P2M' }],
      ],
      diseases: [{ id: 'OMIM:607208', label: 'Dravet syndrome', state: 'working', onset: { kind: 'age', duration: 'P3M' } }],
      genes: [{ symbol: 'SCN1A', id: 'HGNC:10585' }],
    },
  ]);
});

describe('several packets in one file', () => {
  const lines = [JSON.stringify(aPacket({ id: 'a' })), '{"id": "b", "phenotypicFeatures": [', '', JSON.stringify(aPacket({ id: 'c' }))];

  test('as JSON Lines: good ones beside a truncated one are read, each with its line', () => {
    const reading = read(`${lines.join('\r\n')}\n`);
    expect(reading.packets.map(({ id, line }) => [id, line])).toEqual([['a', 1], ['c', 4]]);
    expect(reading).toMatchObject({ refusedCount: 1, problems: [{ severity: 'error', rule: 'truncated', file: 'a.json', line: 2, column: 36, message: 'the JSON ends too early, expected a JSON value' }] });
    expect(readPhenopackets({ fileName: 'a.json', lines })).toEqual(reading);
  });

  test('as JSON Lines that begin with empty lines: these count as lines and are no packets', () => {
    const reading = read(`\n\n${lines[0] ?? ''}\n${lines[3] ?? ''}\n\n`);
    expect([reading.problems, reading.packets.map(({ line }) => line)]).toEqual([[], [3, 4]]);
  });

  test('of which there are none: an empty file is said to be empty', () => {
    expect(read('\n \n').problems).toEqual([{ severity: 'error', rule: 'empty', message: 'the file is empty, expected a phenopacket', file: 'a.json', line: 1 }]);
  });

  test.each([
    ['a damaged first line', ['{"id": "b", "phenotypicFeatures": 7]', lines[0], lines[3]], ['a', 'c']],
    ['a first line that is no JSON at all', ['id,phenotype', lines[0]], ['a']],
  ])('as JSON Lines with %s: the others are read', (_, given, expected) => {
    expect(read(given.join('\n')).packets.map(({ id }) => id)).toEqual(expected);
  });

  test.each([
    ['an array that begins on its own line', `[\n${lines[0] ?? ''}\n]`, ['a']],
    ['a packet whose features stand one a line', `{"id": "a", "phenotypicFeatures": [\n${JSON.stringify(aFeature('HP:0001250', 'Seizure'))},\n${JSON.stringify(aFeature('HP:0000252', 'Microcephaly'))}\n]}`, ['a']],
    ['a cohort whose members stand one a line', `{"id": "x", "members": [\n${lines[0] ?? ''}\n]}`, ['a']],
  ])('as one document: %s', (_, text, expected) => {
    const reading = read(text);
    expect([reading.refusedCount, reading.packets.map(({ id }) => id)]).toEqual([0, expected]);
  });

  test('as an array: good ones beside one that is no packet are read, each with its own JSON', () => {
    const text = `[\n${JSON.stringify(aPacket({ id: 'a' }))},\n7,\n${JSON.stringify(aPacket({ id: 'c' }))}]`;
    const reading = read(text);
    expect(reading.packets.map(({ id, line, pointer, raw }) => [id, line, pointer, raw])).toEqual([
      ['a', 2, '/0', JSON.stringify(aPacket({ id: 'a' }))],
      ['c', 4, '/2', JSON.stringify(aPacket({ id: 'c' }))],
    ]);
    expect(reading.refusedCount).toBe(1);
    expect(reading.problems).toEqual([{ severity: 'error', rule: 'wrong-type', message: 'item 2 of the list is a number, expected a JSON object', file: 'a.json', line: 3, column: 1, pointer: '/1' }]);
  });

  const mother = aPacket({ id: 'm', subject: { id: 'I.1', sex: 'FEMALE', alternateIds: ['I.1'] }, phenotypicFeatures: [aFeature('HP:0000252', 'Microcephaly', { excluded: true })] });
  const aFamily = (change: Readonly<Record<string, unknown>> = {}) => ({ id: 'f', proband: aPacket(), relatives: [mother], pedigree: { persons: [{ individualId: 'II.1', maternalId: 'I.1', paternalId: '0', sex: 'FEMALE', affectedStatus: 'AFFECTED' }, { individualId: 'I.1', sex: 'FEMALE', affectedStatus: 'UNAFFECTED' }] }, metaData: aPacket()['metaData'], ...change });

  test('as a family: the proband is read, and the relatives with what their own packets say', () => {
    const reading = read(aFamily());
    expect(reading.problems).toEqual([]);
    expect(reading.packets.map(({ id, pointer, raw }) => [id, pointer, raw === JSON.stringify(aFamily())])).toEqual([['case-1', '/proband', true]]);
    const family = reading.packets[0]?.family;
    expect(family?.family.individuals.map(({ id, isProband, reference, gender }) => [id, isProband, reference, gender])).toEqual([['II.1', true, 'II.1', 'woman-girl'], ['I.1', false, 'I.1', 'woman-girl']]);
    expect(family?.family.parentEdges.map(({ childId, parentId }) => [childId, parentId])).toEqual([['II.1', 'I.1']]);
    expect(family?.relatives).toMatchObject([{ individualId: 'I.1', features: [{ termId: 'HP:0000252', detail: { state: 'excluded' } }], variants: [] }]);
  });

  test.each([
    ['a relative who is the proband', { relatives: [aPacket({ id: 'm' })] }, ['relative-twice'], 2],
    ['a relative of whom the pedigree knows nothing', { relatives: [aPacket({ id: 'm', subject: { id: 'IX.1' } })] }, ['unknown-reference'], 2],
    ['a pedigree without the proband', { pedigree: { persons: [{ individualId: 'I.1', sex: 'FEMALE' }] } }, ['unknown-reference', 'relatives-not-read'], null],
    ['a circle of descent', { pedigree: { persons: [{ individualId: 'II.1', maternalId: 'I.1', sex: 'FEMALE' }, { individualId: 'I.1', maternalId: 'II.1', sex: 'FEMALE' }] } }, ['no-own-ancestor', 'relatives-not-read'], null],
    ['a relative that is no packet', { relatives: [7] }, ['wrong-type'], 2],
  ])('as a family with %s: that is said and the proband is read', (_, change, rules, size) => {
    const reading = read(aFamily(change));
    expect([reading.packets.length, reading.refusedCount, reading.packets[0]?.family?.family.individuals.length ?? null]).toEqual([1, 0, size]);
    expect(reading.problems.map(({ rule }) => rule)).toEqual(rules);
  });

  test('as a cohort: every member is read', () => {
    const reading = read({ id: 'c', members: [aPacket({ id: 'a' }), aPacket({ id: 'b' })], metaData: aPacket()['metaData'] });
    expect(reading.packets.map(({ id, pointer }) => [id, pointer])).toEqual([['a', '/members/0'], ['b', '/members/1']]);
    expect(reading.problems).toEqual([]);
  });

  test('with one id: the second is reported with the line of the first', () => {
    const reading = read([JSON.stringify(aPacket()), JSON.stringify(aPacket())].join('\n'));
    expect(reading.problems).toEqual([{ severity: 'error', rule: 'packet-id-twice', message: 'the packet has the same id as the one at line 1, expected an id of its own', file: 'a.json', line: 2, column: 1, pointer: '', wasRead: true }]);
  });
});

describe('what is wrong with a packet', () => {
  const found = (change: Readonly<Record<string, unknown>>) => briefly(read(aPacket(change)).problems);

  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['no id', { id: '' }, ['error missing-field']],
    ['no subject', { subject: undefined }, ['warning missing-subject']],
    ['no metaData', { metaData: null }, ['error missing-field']],
    ['a subject without id', { subject: { sex: 'MALE' } }, ['error missing-field /subject']],
    ['an unknown sex', { subject: { id: 'x', sex: 'WOMAN' } }, ['error unknown-value /subject/sex']],
    ['an age that is no duration', { subject: { id: 'x', timeAtLastEncounter: { age: { iso8601duration: '4 years' } } } }, ['error bad-duration /subject/timeAtLastEncounter/age/iso8601duration', 'warning age-not-kept /subject/timeAtLastEncounter']],
    ['a birth on a day that no calendar has', { subject: { id: 'x', dateOfBirth: '2021-02-30T00:00:00Z' } }, ['error bad-time /subject/dateOfBirth']],
    ['a birth that is a date alone', { subject: { id: 'x', dateOfBirth: '2021-02-28' } }, ['warning date-without-time /subject/dateOfBirth']],
    ['features that are no list', { phenotypicFeatures: {} }, ['error wrong-type /phenotypicFeatures']],
    ['a feature that is a text', { phenotypicFeatures: ['HP:0001250'] }, ['error wrong-type /phenotypicFeatures/0', 'warning no-features']],
    ['excluded as a text', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { excluded: 'false' })] }, ['error wrong-type /phenotypicFeatures/0/excluded', 'warning no-features']],
    ['an id that is no HPO id', { phenotypicFeatures: [aFeature('HP_0001250', 'Seizure')] }, ['error bad-term-id /phenotypicFeatures/0/type/id', 'warning no-features']],
    ['a term of another ontology', { phenotypicFeatures: [aFeature('NCIT:C7541', 'Retinoblastoma')] }, ['warning not-hpo /phenotypicFeatures/0/type/id', 'warning no-features']],
    ['a term without label', { phenotypicFeatures: [{ type: { id: 'HP:0001250' } }] }, ['error missing-field /phenotypicFeatures/0/type']],
    ['the same term twice', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure'), aFeature('HP:0001250', 'Seizure')] }, ['warning term-twice /phenotypicFeatures/1/type/id']],
    ['a term observed and excluded', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure'), aFeature('HP:0001250', 'Seizure', { excluded: true })] }, ['error contradiction /phenotypicFeatures/1/type/id']],
    ['a time with two meanings', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { onset: { age: { iso8601duration: 'P1Y' }, timestamp: '2020-01-01T00:00:00Z' } })] }, ['error too-many-fields /phenotypicFeatures/0/onset']],
    ['an age range that runs backwards', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { onset: { ageRange: { start: { iso8601duration: 'P2Y' }, end: { iso8601duration: 'P1Y' } } } })] }, ['error out-of-order /phenotypicFeatures/0/onset/ageRange']],
    ['an age range whose ends compare as texts the other way round', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { onset: { ageRange: { start: { iso8601duration: 'P9M' }, end: { iso8601duration: 'P10M' } } } })] }, []],
    ['a term observed at one time and excluded at another', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { onset: { age: { iso8601duration: 'P1Y' } } }), aFeature('HP:0001250', 'Seizure', { excluded: true })] }, []],
    ['a severity that is none', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { severity: { id: 'HP:0031796', label: 'Recurrent' } })] }, ['warning not-a-severity /phenotypicFeatures/0/severity']],
    ['more modifiers than a feature can carry', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { modifiers: Array.from({ length: 51 }, () => ({ id: 'HP:0031796', label: 'Recurrent' })) })] }, ['warning too-many-modifiers /phenotypicFeatures/0/modifiers/50']],
    ['an impossible gestational age', { phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { onset: { gestationalAge: { weeks: 60 } } })] }, ['error out-of-range /phenotypicFeatures/0/onset/gestationalAge']],
    ['a field that the schema has not got', { clinic: 'x' }, ['warning unknown-field /clinic']],
    ['a field under both spellings', { meta_data: aPacket()['metaData'] }, ['error field-twice /meta_data']],
    ['a disease without a CURIE', { diseases: [{ term: { id: 'Marfan', label: 'Marfan' } }] }, ['error bad-disease-id /diseases/0/term/id']],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  test('is placed by line and column of the value', () => {
    const text = JSON.stringify(aPacket({ subject: { id: 'x', sex: 3.5 } }), null, 2);
    const line = text.split('\n').findIndex((one) => one.includes('3.5')) + 1;
    expect(read(text).problems).toEqual([{ severity: 'error', rule: 'unknown-value', message: 'sex has a value that the schema does not know, expected one of UNKNOWN_SEX, FEMALE, MALE, OTHER_SEX', file: 'a.json', line, column: 12, pointer: '/subject/sex', wasRead: true }]);
  });

  test('says of what was read nevertheless that it was, and nothing of the kind of what was refused', () => {
    const lines = [JSON.stringify(aPacket({ id: 'a', subject: { id: 'x', sex: 'WRONG' } })), JSON.stringify(aPacket({ id: 'b', phenotypicFeatures: 'none' })), '{'];
    const reading = read(lines.join('\n'));
    expect(reading.packets.map(({ id }) => id)).toEqual(['a']);
    expect(reading.problems.filter(({ severity }) => severity === 'error').map(({ line, wasRead }) => [line, wasRead === true])).toEqual([[1, true], [2, false], [3, false]]);
  });

  test('of a feature whose state cannot be read: the feature is left out instead of guessed, and the rest is read', () => {
    const reading = read(aPacket({ phenotypicFeatures: [aFeature('HP:0001250', 'Seizure', { excluded: 1 }), aFeature('HP:0000252', 'Microcephaly')] }));
    expect(reading.packets[0]?.features.map(({ termId }) => termId)).toEqual(['HP:0000252']);
  });
});

describe('with a vocabulary', () => {
  const live = new Map([
    ['HP:0001250', 'Seizure'],
    ['HP:0002069', 'Bilateral tonic-clonic seizure'],
    ['HP:0002616', 'Aortic root aneurysm'],
    ['HP:0003577', 'Congenital onset'],
    ['HP:4000152', 'Alternating laterality'],
    ['HP:0012832', 'Bilateral'],
  ]);
  const vocabulary: TermVocabulary = {
    resolve: (id) => {
      if (id === 'HP:0009999') return { id, label: 'obsolete Something', isPhenotype: false, isObsolete: true };
      const termId = id === 'HP:0002631' ? 'HP:0002616' : id;
      const label = live.get(termId);
      return label === undefined ? null : { id: termId, label, isPhenotype: !['HP:0003577', 'HP:4000152', 'HP:0012832'].includes(termId), isObsolete: false };
    },
    ancestors: (id) => (id === 'HP:0002069' ? ['HP:0001250', 'HP:0000118'] : id === 'HP:0012832' ? ['HP:0012831'] : []),
    isNameOf: (id, text) => id === 'HP:0001250' && text === 'Epileptic seizure',
  };
  const readTerms = (...features: readonly unknown[]) => read(aPacket({ phenotypicFeatures: features }), vocabulary);

  test('an obsolete term is migrated to its replacement, with a note', () => {
    const reading = readTerms(aFeature('HP:0002631', 'Aortic root aneurysm'));
    expect(reading.packets[0]?.features.map(({ termId, givenId, label }) => [termId, givenId, label])).toEqual([['HP:0002616', 'HP:0002631', 'Aortic root aneurysm']]);
    expect(reading.problems.map(({ severity, rule, message }) => [severity, rule, message])).toEqual([['warning', 'obsolete-term', 'HP:0002631 is obsolete and is read as HP:0002616, which replaces it']]);
  });

  test.each<[string, readonly unknown[], readonly string[]]>([
    ['an unknown term', [aFeature('HP:0000001', 'Unknown')], ['error unknown-term /phenotypicFeatures/0/type/id']],
    ['an obsolete term without replacement', [aFeature('HP:0009999', 'Something')], ['error obsolete-term /phenotypicFeatures/0/type/id']],
    ['a label of another term', [aFeature('HP:0001250', 'Microcephaly')], ['warning label-mismatch /phenotypicFeatures/0/type/label']],
    ['a synonym', [aFeature('HP:0001250', 'Epileptic seizure')], []],
    ['a label with its words in another order', [aFeature('HP:0002069', 'Tonic-clonic seizure, bilateral')], []],
    ['a label in other letters', [aFeature('HP:0001250', 'SEIZURE')], []],
    ['an onset used as a finding', [aFeature('HP:0003577', 'Congenital onset')], ['warning not-a-phenotype /phenotypicFeatures/0/type/id']],
    ['a finding whose broader term is excluded', [aFeature('HP:0002069', 'Bilateral tonic-clonic seizure'), aFeature('HP:0001250', 'Seizure', { excluded: true })], ['error excluded-ancestor /phenotypicFeatures/1/type/id']],
    ['a broader term that was absent at another time', [aFeature('HP:0002069', 'Bilateral tonic-clonic seizure', { onset: { age: { iso8601duration: 'P9Y' } } }), aFeature('HP:0001250', 'Seizure', { excluded: true })], []],
  ])('%s', (_, features, expected) => {
    expect(briefly(readTerms(...features).problems)).toEqual(expected);
  });

  test('findings about terms say what the release has', () => {
    const messages = readTerms(aFeature('HP:0000001', 'New'), aFeature('HP:0001250', 'Other'), aFeature('HP:0002069', 'Bilateral tonic-clonic seizure', { excluded: true })).problems.map(({ message }) => message);
    expect(messages).toEqual([
      'HP:0000001 is not in the installed HPO release, expected a term of it or a newer release',
      'the label is none of the names of HP:0001250 in the installed HPO release; the id is what counts, expected "Seizure"',
    ]);
  });

  test('an unknown term is kept as it was given, so that nothing is lost', () => {
    expect(readTerms(aFeature('HP:0000001', 'New thing')).packets[0]?.features.map(({ termId, label }) => [termId, label])).toEqual([['HP:0000001', 'New thing']]);
  });

  test('laterality is told from other modifiers by the ontology', () => {
    const reading = readTerms(aFeature('HP:0001250', 'Seizure', { modifiers: [{ id: 'HP:0012832', label: 'Bilateral' }] }));
    expect(reading.packets[0]?.features.map(({ detail }) => [detail.lateralityId, detail.modifierIds])).toEqual([['HP:0012832', []]]);
  });
});
