import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { familyFormats, type FamiliesReading } from '#shared/pedigree/formats/family-format.ts';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';
import { writeFamilies } from '#shared/pedigree/formats/write-family.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

/** What each file gives: families, people and the format, or the lines of the reasons why not. */
const expected: Readonly<Record<string, readonly [string, number, number] | { readonly refused: string; readonly lines: readonly (number | undefined)[] }>> = {
  'ceph-603.ped': ['ped', 34, 606],
  'ceph1463.ped': ['ped', 1, 17],
  'corrupt.ped': { refused: 'invalid-input', lines: [1, 1, 2, 3] },
  'family.ped': ['ped', 1, 4],
  'haemophilia.ped': ['ped', 1, 48],
  'kinship-sample.tab': ['ped', 2, 55],
  // Somebody in it is their own ancestor.
  'loop.csv': { refused: 'rule-broken', lines: [2] },
  'd0.canrisk': ['canrisk', 1, 5],
  'd10.canrisk4': ['canrisk', 1, 5],
  'd3.bwa': ['canrisk', 1, 3],
  'd4.AJ.canrisk2': ['canrisk', 1, 3],
  'd5.dead.canrisk2': ['canrisk', 1, 5],
  'male.canrisk3': ['canrisk', 1, 6],
  'familymemberhistory-example-mother.xml': ['fhir', 1, 2],
  'familymemberhistory-example-negation.xml': ['fhir', 1, 2],
  'familymemberhistory-example.xml': ['fhir', 1, 2],
  // A page of links, no resource.
  'familymemberhistory-examples-header.xml': { refused: 'invalid-input', lines: [1] },
  'hawaiian-kings.ged': ['gedcom5', 1, 110],
  'kennedy.ged': ['gedcom5', 1, 69],
  'torture-551.ged': ['gedcom5', 1, 15],
  'tudor.ged': ['gedcom5', 1, 268],
};

const folder = referenceData('pedigrees');
const paths = folder === null ? [] : globSync(`${folder}/{ped,canrisk,fhir,gedcom}/*`).toSorted();
const read = (path: string) => readFamilies({ fileName: basename(path), content: readFileSync(path) });

describe.skipIf(folder === null)(`published families (${absentNote})`, () => {
  it('are all looked at', () => {
    expect(paths.map((path) => basename(path)).toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(paths)('%s gives its families or the reasons why not', (path) => {
    const reading = read(path);
    const problems = reading.ok ? [] : (reading.error.problems ?? []).filter(({ severity }) => severity === 'error');
    const found = reading.ok ? [reading.value.format, reading.value.families.length, peopleOf(reading.value)] : { refused: reading.error.kind, lines: problems.map(({ line }) => line) };
    expect(found).toEqual(expected[basename(path)]);
  });

  it.each(paths.filter((path) => read(path).ok))('%s goes into every format, and what was read once is lost in none that it came from', (path) => {
    const reading = read(path);
    if (!reading.ok) return;
    for (const family of reading.value.families) {
      for (const format of familyFormats) {
        const writing = writeFamilies([family], format);
        expect(writing.ok || format === 'canrisk').toBe(true);
        if (!writing.ok || format !== reading.value.format) continue;
        const own = basename(dirname(path)) === 'fhir' ? ['cause-of-death', 'condition-code'] : ['reference'];
        expect(writing.value.losses.map(({ kind }) => kind).filter((kind) => !own.includes(kind))).toEqual([]);
      }
    }
  });

  it('names the lines of the torture file that it could not use, and reads its adoption, divorce and death', () => {
    const path = paths.find((one) => one.endsWith('torture-551.ged')) ?? '';
    const reading = read(path);
    if (!reading.ok) throw new Error(reading.error.message);
    const [named] = reading.value.families;
    expect(named?.family.individuals.find(({ id }) => id === 'PERSON1')).toMatchObject({ givenName: 'Joseph', familyName: 'Torture', birthDate: '1965-12-31', deathDate: '2001-01-15', ageAtDeath: 'P76Y', causeOfDeath: 'Cancer', isAdopted: true });
    expect(named?.family.parentEdges.filter(({ childId }) => childId === 'PERSON1').map(({ parentId, roles }) => [parentId, roles.join()])).toEqual([['PERSON5', 'sperm'], ['PERSON6', 'adoptive']]);
    expect(reading.value.problems.length).toBeGreaterThan(100);
    expect(reading.value.problems.every(({ line, severity }) => severity === 'warning' && (line ?? 0) > 0)).toBe(true);
  });
});

const peopleOf = ({ families }: FamiliesReading): number => families.reduce((total, { family }) => total + family.individuals.length, 0);
