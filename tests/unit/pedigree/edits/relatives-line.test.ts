import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFamilyEdits } from '#shared/pedigree/edits/apply-family-edits.ts';
import { describeRelativesLine } from '#shared/pedigree/edits/relatives-line/describe-relatives-line.ts';
import { parseRelativesLine } from '#shared/pedigree/edits/relatives-line/relatives-line.ts';
import { brokenInvariants } from '#shared/pedigree/family-invariants.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { familyStructure } from '#shared/pedigree/structure.ts';
import { aPedigree, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';

const conditions = [{ id: 'bc', name: 'Breast cancer' }, { id: 't2', name: 'Type 2 diabetes' }, { id: 'hl', name: 'Hearing loss' }];
const read = (line: string) => {
  const result = parseRelativesLine(line, conditions);
  return result.ok ? describeRelativesLine(result.value, conditions).join(' | ') : `${String(result.error.at)}+${String(result.error.length)} ${result.error.message}`;
};

describe('a line of relatives', () => {
  test.each([
    ['3 brothers, 1 d. 4 mo, 2 SAB', 'brother, died at 4 mo | 2 brothers | 2 spontaneous abortions'],
    ['2 sisters 34y 31y, 1 MZ twins, stillbirth 34wk, P 16wk', 'sister, 34 y | sister, 31 y | 2 monozygotic twin siblings | sibling, stillbirth, 34 wk | pregnancy, 16 wk'],
    ['parents 60 and d.58 MI', 'father, 60 y | mother, died at 58 y of MI'],
    ['maternal aunt d. 45 breast cancer', 'maternal aunt, died at 45 y of Breast cancer, affected: Breast cancer'],
    ['brother 34y and sister 31', 'brother, 34 y | sister, 31 y'],
    ['2 older brothers 40 38, twin sister', 'older brother, 40 y | older brother, 38 y | twin sister'],
    ['MGM d. 1981 breast cancer at 50', 'maternal grandmother, died 1981 of Breast cancer, affected: Breast cancer at 50 y'],
    ['3 brothers all alive', '3 brothers, alive'],
    ['4 sisters, 1 d. 60, 1 d. 61, others alive', 'sister, died at 60 y | sister, died at 61 y | 2 sisters, alive'],
    ['two sons, both deceased', '2 sons, died'],
    ['several brothers', 'several brothers'],
    ['2 sisters, 1 carrier of breast cancer', 'sister, carrier: Breast cancer | sister'],
    ['3 sisters, one possible hearing loss; no breast cancer', 'sister, uncertain: Hearing loss | sister, unaffected: Breast cancer | sister'],
    ['SAB 16wk 47,XY,+13', 'spontaneous abortion, 16 wk, 47,XY,+13'],
    ['P16wk female by US', 'pregnancy, 16 wk, female by US'],
    ['mother 62 type 2 diabetes dx 50', 'mother, 62 y, affected: Type 2 diabetes at 50 y'],
    ['father d. 71 heart and lung disease', 'father, died at 71 y of heart and lung disease'],
    ['brother d. 3d', 'brother, died at 3 d'],
    ['brother d. 4 y 2 mo', 'brother, died at 4 y 2 mo'],
    ['2 SAB 8wk 10wk', 'spontaneous abortion, 8 wk | spontaneous abortion, 10 wk'],
    ['MZ twin boys 5y', '2 monozygotic twin brothers, 5 y'],
    ['triplets 2 y', '3 twin siblings, 2 y'],
    ['paternal grandparents d. 80 and d. 75', 'paternal grandfather, died at 80 y | paternal grandmother, died at 75 y'],
    ['2 maternal half-sisters 12 and 14', 'maternal half-sister, 12 y | maternal half-sister, 14 y'],
    ['husband 34, 2 sons 5y 3y, daughter 6 mo adopted', 'partner, 34 y | son, 5 y | son, 3 y | daughter, 6 mo, adopted'],
    ['brother b. 1981 d. 2001 accident', 'brother, born 1981, died 2001 of accident'],
    ['brother 45 asthma, sister 40 migraine and epilepsy', 'brother, 45 y, note: asthma | sister, 40 y, note: migraine and epilepsy'],
    ['2 daughters, 1 TOP 12wk', '2 daughters | termination, 12 wk'],
  ])('%s is understood', (line, understood) => expect(read(line)).toBe(understood));

  const who = 'This is not understood here. Say who is meant, such as “3 brothers”, “mother” or “maternal aunt”.';
  test.each([
    ['3 borthers', `2+8 ${who}`],
    ['2 sisters, 1 borther', `13+7 ${who}`],
    ['sisters', '0+7 Say how many, such as “2 sisters”, or an age for each.'],
    ['aunt 45', '0+4 Say on which side: maternal or paternal.'],
    ['brother 200y', '8+3 This is not an age; write such as “34y”, “4 mo” or “3 wk”, or a year in four figures after “d.” or “b.”.'],
    ['stillbirth 60wk', '11+2 A gestation is at most 45 weeks, such as “34 wk” or “34+2”.'],
    ['2 brothers 30 28 25', '17+2 More is said than of 2; check the number, or put a comma before the next relative.'],
    ['2 brothers, 3 d.', '14+1 More is said than relatives were named; say first who is meant.'],
    ['brother affected', '8+8 Say which condition, by its name in the legend.'],
    ['twin mother', '5+6 Only siblings and children can be named as twins here.'],
    ['99 brothers', '3+8 This is more than a line should hold; say at most 50 relatives at a time.'],
    ['brother b. old', '8+1 After “b.” comes the year of birth in four figures.'],
    ['', '0+0 Say who is meant, such as “3 brothers”, “mother” or “maternal aunt”.'],
  ])('%s is refused with its place', (line, problem) => expect(read(line)).toBe(problem));

  test('whatever is typed is read or refused at a place inside it, and ends', () => {
    const word = fc.constantFrom('3', 'brothers', 'd.', '34y', ',', 'and', '2', 'SAB', 'P', '16wk', 'mother', 'twin', 'MZ', 'at', 'breast', 'cancer', 'no', 'carrier', '47,XY,+13', 'b.', '1981', 'both', 'x', '†', '34+2', '(', 'maternal', 'half', 'aunt', 'all');
    fc.assert(
      fc.property(fc.oneof(fc.array(word).map((words) => words.join(' ')), fc.string()), (line) => {
        const result = parseRelativesLine(line, conditions);
        if (result.ok) expect(result.value.relatives.length).toBeGreaterThan(0);
        else expect(result.error.at + result.error.length).toBeLessThanOrEqual(line.length);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a line added to a family', () => {
  const said = (start: PedigreeBuilder, words: string): Family => {
    let last = 0;
    const result = applyFamilyEdits(start.build(), [{ kind: 'add-by-words', individualId: 'proband', words }], () => `n${String((last += 1))}`);
    if (!result.ok) throw new Error(result.error.message);
    expect(brokenInvariants(result.value.family)).toEqual([]);
    return result.value.family;
  };
  const trio = aPedigree().withTrio();
  const sibships = (family: Family) => familyStructure(family).sibships.map(({ members }) => members.length).toSorted();

  test('makes siblings and losses of the same parents, the proband where they were', () => {
    const family = said(trio, '3 brothers, 1 d. 4 mo, 2 SAB');
    expect(sibships(family)).toEqual([6]);
    expect(family.individuals.slice(2).map(({ id, ageAtDeath, life }) => [id, ageAtDeath, life.kind])).toEqual([['proband', null, 'person'], ['n1', 'P4M', 'person'], ['n4', null, 'person'], ['n7', null, 'person'], ['n10', null, 'loss'], ['n13', null, 'loss']]);
  });

  test('tells about parents who are drawn, and draws those who are not', () => {
    const drawn = said(trio, 'parents 60 and d.58 MI');
    expect(drawn.individuals.map(({ id, vitalStatus, ageAtLastEncounter, ageAtDeath, causeOfDeath }) => [id, vitalStatus, ageAtLastEncounter, ageAtDeath, causeOfDeath])).toEqual([['father', 'alive', 'P60Y', null, ''], ['mother', 'deceased', null, 'P58Y', 'MI'], ['proband', 'alive', null, null, '']]);
    expect(said(aPedigree().person('proband'), 'mother 60').individuals.map(({ ageAtLastEncounter }) => ageAtLastEncounter)).toEqual([null, null, 'P60Y']);
  });

  test('reaches aunts, grandparents and half-siblings through the parents', () => {
    const family = said(aPedigree().person('proband'), 'maternal aunt d. 45, PGM d. 80, 2 paternal half-brothers');
    expect(sibships(family)).toEqual([1, 1, 2, 2]);
    expect(family.individuals.filter(({ ageAtDeath }) => ageAtDeath !== null).map(({ gender, ageAtDeath }) => [gender, ageAtDeath])).toEqual([['woman-girl', 'P45Y'], ['woman-girl', 'P80Y']]);
  });

  test('makes twins, own and others', () => {
    const family = said(trio, 'MZ twin sister, DZ twin brothers');
    expect(family.twinGroups.map(({ members }) => members.map(({ individualId, zygote }) => [individualId, zygote]))).toEqual([[['proband', 1], ['n1', 1]], [['n5', 1], ['n8', 2]]]);
  });

  test('children are of the current partner', () => {
    const family = said(trio.woman('past').couple('proband', 'past', { status: 'ended' }), 'wife 30, 2 daughters');
    expect(family.parentEdges.slice(2).map(({ parentId, childId }) => `${parentId}>${childId}`)).toEqual(['proband>n3', 'n1>n3', 'proband>n6', 'n1>n6']);
  });

  test('sets the states of the family’s conditions', () => {
    const family = said(trio.affected('Breast cancer', 'mother'), 'sister 34 breast cancer at 30, brother no breast cancer');
    expect(family.individualConditions.slice(1).map(({ individualId, state, onset }) => [individualId, state, onset])).toEqual([['n1', 'affected', { kind: 'age', duration: 'P30Y' }], ['n5', 'unaffected', null]]);
  });

  test('is refused as a whole, with its place and without its words', () => {
    const result = applyFamilyEdits(trio.build(), [{ kind: 'add-by-words', individualId: 'proband', words: '2 sisters, Odysseus' }], () => 'n');
    const message = 'This is not understood here. Say who is meant, such as “3 brothers”, “mother” or “maternal aunt”.';
    expect(result).toEqual({ ok: false, error: { kind: 'invalid-input', message: `At character 12: ${message}`, problems: [{ severity: 'error', rule: 'relatives-line', message, line: 1, column: 12 }] } });
  });
});
