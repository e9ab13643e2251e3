import { describe, expect, it } from 'vitest';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';

const titles = ['##FamID', 'Name', 'Target', 'IndivID', 'FathID', 'MothID', 'Sex', 'MZtwin', 'Dead', 'Age', 'Yob', 'BC1', 'BC2', 'OC', 'PRO', 'PAN', 'Ashkn', 'BRCA1', 'BRCA2', 'ER:PR:HER2:CK14:CK56'];
const file = (...rows: readonly string[]) => ['##CanRisk 3.0', '##menarche=13', titles.join('\t'), ...rows.map((row) => row.split(' ').join('\t'))].join('\n');
const read = (content: string) => readFamilies({ fileName: 'family.canrisk', content });
const errorsOf = (content: string) => {
  const reading = read(content);
  return reading.ok ? [] : (reading.error.problems ?? []).filter(({ severity }) => severity === 'error').map(({ line, rule }) => [line, rule]);
};
const mother = 'XF Ruth 0 m 0 0 F 0 1 61 1940 55 0 AU 0 0 1 S:P 0:0 P:0:0:0:0';
const father = 'XF NA 0 f 0 0 M 0 0 0 0 0 0 0 54 0 0 0:0 0:0 0:0:0:0:0';

describe('a CanRisk file', () => {
  it('gives people, ages, twins, cancers with their ages, and gene tests', () => {
    const reading = read(file(mother, father, 'XF Ada 1 p f m F 1 0 32 1993 0 0 0 0 0 0 0:0 T:N 0:0:0:0:0', 'XF Eve 0 q f m F 1 0 32 1993 0 0 0 0 0 0 0:0 0:0 0:0:0:0:0'));
    if (!reading.ok) throw new Error(JSON.stringify(reading.error));
    const [named] = reading.value.families;
    expect([reading.value.format, named?.name]).toEqual(['canrisk', 'XF']);
    expect(named?.family.individuals.map(({ id, givenName, gender, vitalStatus, birthDate, ageAtDeath, ageAtLastEncounter, ancestry, evaluations, isProband }) => [id, givenName, gender, vitalStatus, birthDate, ageAtDeath ?? ageAtLastEncounter, ancestry, evaluations, isProband])).toEqual([
      ['m', 'Ruth', 'woman-girl', 'deceased', '1940', 'P61Y', 'Ashkenazi Jewish', ['BRCA1 mutation search: positive', 'ER positive'], false],
      ['f', '', 'man-boy', 'alive', null, null, '', [], false],
      ['p', 'Ada', 'woman-girl', 'alive', '1993', 'P32Y', '', ['BRCA2 direct test: negative'], true],
      ['q', 'Eve', 'woman-girl', 'alive', '1993', 'P32Y', '', [], false],
    ]);
    expect(named?.family.twinGroups).toEqual([{ id: 'twins 1', members: [{ individualId: 'p', zygote: 1 }, { individualId: 'q', zygote: 1 }], knownBy: 'reported' }]);
    expect(named?.family.individualConditions.map(({ individualId, conditionId, onset }) => [individualId, named.family.conditions.find(({ id }) => id === conditionId)?.name, onset])).toEqual([
      ['m', 'Breast cancer', { kind: 'age', duration: 'P55Y' }],
      ['m', 'Ovarian cancer', null],
      ['f', 'Prostate cancer', { kind: 'age', duration: 'P54Y' }],
    ]);
    expect(reading.value.problems.map(({ rule, line, message }) => [rule, line, message])).toEqual([['not-read', 2, '1 risk factors in the head are not read']]);
  });

  it('reads the older BOADICEA files with a column for each part of a test', () => {
    const bwa = `BOADICEA import pedigree file format 4.0\nFamID\tName\tTarget\tIndivID\tFathID\tMothID\tSex\tMZtwin\tDead\tAge\tYob\t1stBrCa\t2ndBrCa\tOvCa\tProCa\tPanCa\tAshkn\tBRCA1t\tBRCA1r\tER\nX\tF1\t1\t1\t0\t0\tF\t0\t0\t23 \t1993\t21 \t0\t0\t0\t0\t0\tS\tN\tP\n`;
    const reading = read(bwa);
    expect(reading).toMatchObject({ ok: true, value: { families: [{ family: { individuals: [{ evaluations: ['BRCA1 mutation search: negative', 'ER positive'] }], conditions: [{ name: 'Breast cancer' }] } }] } });
  });

  it.each([
    ['a sex that is no code', file(mother.replace(' F 0 1', ' X 0 1')), [[4, 'unknown-sex-code']]],
    ['a parent without a line', file('XF Ada 1 p f m F 0 0 32 1993 0 0 0 0 0 0 0:0 0:0 0:0:0:0:0'), [[4, 'parent-without-line'], [4, 'parent-without-line']]],
    ['a line that is too short', file('XF Ada 1'), [[4, 'too-few-columns']]],
    ['an age that is none', file(mother.replace(' 61 ', ' old ')), [[4, 'not-a-number']]],
    ['a cancer at no age', file(mother.replace(' 55 ', ' yes ')), [[4, 'unknown-cancer-code']]],
    ['a twin without another', file(mother.replace(' F 0 1', ' F 1 1')), [[4, 'lone-twin']]],
    ['two targets', file(mother.replace('Ruth 0', 'Ruth 1'), father.replace('NA 0', 'NA 1')), [[5, 'second-target']]],
    ['no titles', '##CanRisk 2.0\nXF\tAda\n', [[1, 'no-titles']]],
  ])('with %s is refused, with the line', (_what, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });
});
