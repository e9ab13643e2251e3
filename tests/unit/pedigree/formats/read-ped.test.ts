import { describe, expect, it } from 'vitest';
import type { Family } from '#shared/pedigree/family.ts';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';

const read = (content: string) => {
  const reading = readFamilies({ fileName: 'clinic.ped', content });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value;
};
const onlyFamily = (content: string): Family => first(read(content).families).family;
/** The first of a list that has one. */
function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('there is none');
  return item;
}
const errorsOf = (content: string) => {
  const reading = readFamilies({ fileName: 'clinic.ped', content });
  return (reading.ok ? reading.value.problems : (reading.error.problems ?? [])).filter(({ severity }) => severity === 'error').map(({ line, rule }) => [line, rule]);
};
const people = (family: Family) => family.individuals.map(({ id, gender }) => [id, gender]);
const parents = (family: Family) => family.parentEdges.map(({ childId, parentId, roles }) => [childId, parentId, roles.join()]);
const states = (family: Family) => family.individualConditions.map(({ individualId, conditionId, state }) => [individualId, family.conditions.find(({ id }) => id === conditionId)?.name, state]);

describe('a PED file', () => {
  it('gives people, parents and the state of everybody in one condition', () => {
    const family = onlyFamily('F1 dad 0 0 1 1\nF1 mum 0 0 2 0\nF1 kid dad mum 2 2\n');
    expect(people(family)).toEqual([['dad', 'man-boy'], ['mum', 'woman-girl'], ['kid', 'woman-girl']]);
    expect(parents(family)).toEqual([['kid', 'dad', 'sperm'], ['kid', 'mum', 'egg,gestational']]);
    expect(states(family)).toEqual([['dad', 'Affected', 'unaffected'], ['kid', 'Affected', 'affected']]);
    expect(family.individuals.map(({ reference }) => reference)).toEqual(['dad', 'mum', 'kid']);
  });

  it('is read alike with tabs, commas or blanks, with and without titles, and with the line ends of any system', () => {
    const rows = [['F', 'dad', '0', '0', '1', '1'], ['F', 'mum', '0', '0', '2', '1'], ['F', 'kid', 'dad', 'mum', '1', '2']];
    const titles = ['#Family_ID', 'Individual_ID', 'Paternal_ID', 'Maternal_ID', 'Sex', 'Phenotype'];
    const plain = onlyFamily(rows.map((row) => row.join(' ')).join('\n'));
    for (const separator of ['\t', ',', ' ']) {
      for (const end of ['\n', '\r\n', '\r']) {
        expect(onlyFamily(rows.map((row) => row.join(separator)).join(end))).toEqual(plain);
        expect(onlyFamily([titles, ...rows].map((row) => row.join(separator)).join(end))).toEqual(plain);
      }
    }
    expect(onlyFamily('id\tfid\tmid\tsex\taff\ndad\t0\t0\t1\t1\nmum\t0\t0\t2\t1\nkid\tdad\tmum\t1\t2')).toEqual(plain);
    expect(onlyFamily('FID IID PAT MAT SEX PHENOTYPE\nF dad 0 0 1 1\nF mum 0 0 2 1\nF kid dad mum 1 2')).toEqual(plain);
  });

  it('gives one family for each family id, in the order of the file', () => {
    expect(read('B b1 0 0 1 0\nA a1 0 0 1 0\nB b2 0 0 2 0\n').families.map(({ name, family }) => [name, family.individuals.length])).toEqual([['B', 2], ['A', 1]]);
  });

  it('refuses only the family of a line that cannot be read', () => {
    const reading = read('A a1 0 0 1 0\nB b1 0 0 9 0\nA a2 a1 0 2 0\nB b2 b1 0 1 0\n');
    expect(reading.families.map(({ name }) => name)).toEqual(['A']);
    expect(reading.problems).toEqual([{ severity: 'error', rule: 'unknown-sex-code', message: 'the sex is no code that is known, expected 1 for male, 2 for female, 0 for unknown', line: 2, file: 'clinic.ped' }]);
  });

  it('refuses every family where a line does not say whose it is', () => {
    expect(errorsOf('A a1 0 0 1 0\nB b1\n')).toEqual([[2, 'too-few-columns']]);
    expect(readFamilies({ fileName: 'clinic.ped', content: 'A a1 0 0 1 0\nB b1\n' }).ok).toBe(false);
  });

  it.each([
    ['an individual that stands twice', 'F a 0 0 1 0\nF a 0 0 1 0', [[2, 'individual-twice']]],
    ['somebody who is their own parent', 'F a a 0 1 0', [[1, 'own-parent']]],
    ['one person as father and mother', 'F a 0 0 1 0\nF b a a 1 0', [[2, 'one-parent-twice']]],
    ['a phenotype that is no code', 'F a 0 0 1 0\nF b 0 0 1 ill', [[2, 'unknown-phenotype-code']]],
    ['an individual without an id', 'F 0 0 0 1 0', [[1, 'no-id']]],
    ['somebody who would be their own ancestor', 'F a b 0 1 0\nF b a 0 1 0', [[1, 'no-own-ancestor']]],
  ])('refuses %s, with the line', (_what, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  it('takes further columns of codes for conditions of their own, and counts the others as not read', () => {
    const { families, problems } = read('family\tid\tfather\tmother\tsex\taffected\tDeafness\trs334\tavail\nF\ta\t0\t0\t1\t2\t2\t1\t1\nF\tb\t0\t0\t2\t1\t-9\t2\t0\n');
    expect(states(first(families).family)).toEqual([['a', 'Affected', 'affected'], ['b', 'Affected', 'unaffected'], ['a', 'Deafness', 'affected']]);
    expect(problems.map(({ rule, message }) => [rule, message])).toEqual([['not-read', 'columns 8, 9 not read: no codes of affection (2, 1, 0), and no other title that is known']]);
  });

  it('counts the genotypes of a LINKAGE file as not read', () => {
    const { families, problems } = read('F a 0 0 1 2 1 2 3 4\nF b 0 0 2 1 1 1 3 3\n');
    expect(families[0]?.family.individuals).toHaveLength(2);
    expect(problems.map(({ message }) => message)).toEqual(['4 columns after the sixth are not read: genotypes, or values without a title']);
  });

  it('reads the table of R with row names, quotes and 0 and 1 for unaffected and affected, and says so', () => {
    const { families, problems } = read('"ped" "id" "father" "mother" "sex" "affected"\n"1" 1 101 0 0 1 0\n"2" 1 102 0 0 2 1\n"3" 1 103 101 102 1 NA\n');
    expect(states(first(families).family)).toEqual([['101', 'Affected', 'unaffected'], ['102', 'Affected', 'affected']]);
    expect(parents(first(families).family)).toHaveLength(2);
    expect(problems.map(({ rule }) => rule)).toEqual(['zero-one']);
  });

  it('adds a parent who has no line, and takes the sex from the column where none is said', () => {
    const { families, problems } = read('Ind,Sire,Dam\ncalf,bull,cow\nheifer,bull,calf\n');
    expect(people(first(families).family)).toEqual([['calf', 'woman-girl'], ['heifer', 'unknown'], ['bull', 'man-boy'], ['cow', 'woman-girl']]);
    expect(problems).toMatchObject([{ rule: 'parent-without-line', line: 2, people: ['bull', 'cow'] }]);
  });

  it('takes a name such as constructor for a name, and a code such as toString for no code', () => {
    expect(people(onlyFamily('F constructor 0 0 1 0\nF __proto__ 0 0 2 0\n'))).toEqual([['constructor', 'man-boy'], ['__proto__', 'woman-girl']]);
    expect(errorsOf('F a 0 0 toString 0\n')).toEqual([[1, 'unknown-sex-code']]);
  });

  it('leaves open whether somebody lives of whom the file does not say it', () => {
    const read = (text: string) => readFamilies({ fileName: 'a.ped', content: text });
    const statuses = (text: string) => {
      const reading = read(text);
      return reading.ok ? reading.value.families[0]?.family.individuals.map(({ vitalStatus }) => vitalStatus) : reading.error;
    };
    expect(statuses('F a 0 0 1 2\n')).toEqual(['unknown']);
    expect(statuses('famid id father mother sex dead\nF a 0 0 1 1\nF b 0 0 2 0\nF c a b 1 NA\n')).toEqual(['deceased', 'alive', 'unknown']);
  });

  it('takes a condition without a name for the one that has none', () => {
    const reading = readFamilies({ fileName: 'a.ped', content: '#family_id\tindividual_id\tfather_id\tmother_id\tsex\taffected:\nF\ta\t0\t0\t1\t2\n' });
    expect(reading.ok && reading.value.families[0]?.family.conditions.map(({ name }) => name)).toEqual(['Affected']);
  });
});
