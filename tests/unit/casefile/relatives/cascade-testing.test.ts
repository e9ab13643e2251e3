import { describe, expect, test } from 'vitest';
import { cascadeTesting } from '#shared/casefile/relatives/cascade-testing.ts';
import type { GenotypeState } from '#shared/casefile/finding.ts';
import { emptyFamily, newIndividual, type Family } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';

const edge = (childId: string, parentId: string, role: 'egg' | 'sperm') => ({ id: `${parentId}>${childId}`, childId, parentId, roles: [role], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance });
const woman = (id: string) => newIndividual(id, { gender: 'woman-girl', sexAssignedAtBirth: 'female' });
const man = (id: string) => newIndividual(id, { gender: 'man-boy', sexAssignedAtBirth: 'male' });

/** Grandparents; mother and her brother; father; proband and his sister. */
const family: Family = {
  ...emptyFamily,
  individuals: [woman('grandmother'), man('grandfather'), woman('mother'), man('uncle'), man('father'), { ...man('proband'), isProband: true }, { ...woman('sister'), birthDate: '2015-03-02' }],
  parentEdges: [
    ...['mother', 'uncle'].flatMap((child) => [edge(child, 'grandmother', 'egg'), edge(child, 'grandfather', 'sperm')]),
    ...['proband', 'sister'].flatMap((child) => [edge(child, 'mother', 'egg'), edge(child, 'father', 'sperm')]),
  ],
};
const genotypes = (states: Readonly<Record<string, GenotypeState>>) => Object.entries(states).map(([personId, state]) => ({ personId, state, alleleShare: null, tissue: '' }));
const location = (chromosome: string) => ({ build: 'GRCh38', chromosome, position: 1, end: null, reference: 'A', alternate: 'G' }) as const;

type Said = Partial<Parameters<typeof cascadeTesting>[1]>;
const tell = (of: Family, states: Readonly<Record<string, GenotypeState>>, said: Said = {}) => cascadeTesting(of, { genotypes: genotypes(states), location: null, inheritance: 'unknown', ...said }, false, '2026-03-01');

function chances(states: Readonly<Record<string, GenotypeState>>, chromosome: string | null = null): unknown {
  const told = tell(family, states, chromosome === null ? {} : { location: location(chromosome) });
  return told.kind === 'told' ? Object.fromEntries(told.relatives.map(({ personId, probability }) => [personId, Math.round(probability * 100) / 100])) : told;
}

describe('cascade testing', () => {
  test('gives first-degree relatives of one carrier 1 in 2, and the second degree 1 in 4', () => {
    expect(chances({ proband: 'heterozygous' })).toEqual({ mother: 0.5, father: 0.5, sister: 0.5, grandfather: 0.25, grandmother: 0.25, uncle: 0.25 });
  });

  test('follows the tests: a mother who has it clears the father, one who has not clears her side', () => {
    expect(chances({ proband: 'heterozygous', mother: 'heterozygous', father: 'absent' })).toEqual({ sister: 0.5, grandfather: 0.5, grandmother: 0.5, uncle: 0.5 });
    expect(chances({ proband: 'heterozygous', mother: 'absent' })).toMatchObject({ father: expect.any(Number) as number, sister: expect.any(Number) as number });
    expect(chances({ proband: 'heterozygous', mother: 'absent' })).not.toHaveProperty('grandmother');
  });

  describe('of a variant that is new', () => {
    /** The proband has a son, the sister a daughter. */
    const withChildren: Family = { ...family, individuals: [...family.individuals, man('son'), woman('niece')], parentEdges: [...family.parentEdges, edge('son', 'proband', 'sperm'), edge('niece', 'sister', 'egg')] };
    const about = (states: Readonly<Record<string, GenotypeState>>, said: Said = {}): unknown => {
      const told = tell(withChildren, states, said);
      return told.kind === 'told' ? { newIn: told.newIn, relatives: told.relatives.map(({ personId, probability, by }) => [personId, Number(probability.toFixed(4)), by]) } : told;
    };
    const bothTested = { proband: 'heterozygous', mother: 'absent', father: 'absent' } as const;
    const byMosaicism = ['sister', 0.013, 'germline-mosaicism'];
    const ofSon = ['son', 0.5, 'descent'];

    test('leaves the sister 1.3 in 100 by germline mosaicism (Rahbari 2016), her daughter half of that, his son 1 in 2, and offers no parent a test', () => {
      expect(about(bothTested)).toEqual({ newIn: [{ personId: 'proband', known: 'tested' }], relatives: [ofSon, byMosaicism, ['niece', 0.0065, 'germline-mosaicism']] });
    });

    test('takes the word of the report for it, unless a test found it in a parent', () => {
      expect(about({ proband: 'heterozygous' }, { inheritance: 'de-novo' })).toEqual({ newIn: [{ personId: 'proband', known: 'reported' }], relatives: [ofSon, byMosaicism, ['niece', 0.0065, 'germline-mosaicism']] });
      expect(about({ proband: 'heterozygous', mother: 'heterozygous' }, { inheritance: 'de-novo' })).toMatchObject({ newIn: [] });
    });

    test('calls nothing new that one untested parent may have handed on', () => {
      expect(about({ proband: 'heterozygous', mother: 'absent' })).toMatchObject({ newIn: [] });
      expect(about({ proband: 'homozygous', mother: 'absent', father: 'absent' })).toMatchObject({ newIn: [] });
    });

    test('asks of a boy’s X the mother alone', () => {
      expect(about({ proband: 'hemizygous', mother: 'absent' }, { location: location('X') })).toMatchObject({ newIn: [{ personId: 'proband', known: 'tested' }], relatives: [['sister', 0.013, 'germline-mosaicism'], ['niece', 0.0065, 'germline-mosaicism']] });
    });

    test('leaves nobody but the children at risk where it is mosaic', () => {
      expect(about({ proband: 'mosaic' })).toEqual({ newIn: [{ personId: 'proband', known: 'mosaic' }], relatives: [ofSon] });
    });

    test('in two children of parents without it speaks of a mosaic germ line: a third has it with the share of gametes that follows, 1.3 of 3.8', () => {
      const three: Family = { ...family, individuals: [...family.individuals, man('brother')], parentEdges: [...family.parentEdges, edge('brother', 'mother', 'egg'), edge('brother', 'father', 'sperm')] };
      const told = tell(three, { ...bothTested, sister: 'heterozygous' });
      expect(told.kind === 'told' ? told.relatives.map(({ personId, probability, by }) => [personId, Number(probability.toFixed(2)), by]) : told).toEqual([['brother', 0.34, 'germline-mosaicism']]);
    });
  });

  test('hands a variant on the X on to no son of a man', () => {
    expect(chances({ proband: 'hemizygous' }, 'X')).toEqual({ mother: 1, sister: 0.5, grandfather: 0.5, grandmother: 0.5, uncle: 0.25 });
    expect(chances({ grandfather: 'hemizygous' }, 'chrX')).toEqual({ mother: 1, proband: 0.5, sister: 0.5 });
  });

  test('takes the only X of a man who is said to be unaffected for one without the variant, unless he is a child', () => {
    const state = (individualId: string, of: 'affected' | 'unaffected') => ({ id: individualId, individualId, conditionId: 'c', state: of, onset: null, evidence: '', provenance: unknownProvenance });
    const withHealth: Family = {
      ...family,
      individuals: [...family.individuals, { ...man('brother'), birthDate: '2020-01-01' }],
      parentEdges: [...family.parentEdges, edge('brother', 'mother', 'egg'), edge('brother', 'father', 'sperm')],
      conditions: [{ id: 'c', name: 'Haemophilia A', diseaseId: null, termId: null }],
      individualConditions: [state('proband', 'affected'), state('grandfather', 'unaffected'), state('uncle', 'unaffected'), state('brother', 'unaffected')],
    };
    const told = tell(withHealth, { proband: 'hemizygous' }, { location: location('X') });
    const rounded = told.kind === 'told' ? Object.fromEntries(told.relatives.map(({ personId, probability }) => [personId, Math.round(probability * 100) / 100])) : told;
    expect(rounded).toEqual({ mother: 1, grandmother: 1, sister: 0.5, brother: 0.5 });
  });

  test('says who is a child, and leaves out who died or was tested', () => {
    const withDead: Family = { ...family, individuals: family.individuals.map((one) => (one.id === 'uncle' ? { ...one, vitalStatus: 'deceased' as const } : one)) };
    const told = tell(withDead, { proband: 'heterozygous', mother: 'heterozygous' });
    expect(told.kind === 'told' ? Object.fromEntries(told.relatives.map(({ personId, isMinor }) => [personId, isMinor])) : told).toEqual({ sister: true, grandfather: false, grandmother: false });
  });

  test('says nothing where nobody is known to carry it, or the tests contradict the family', () => {
    expect(chances({ proband: 'absent' })).toEqual({ kind: 'untold', reason: 'nobody-carries' });
    expect(chances({ proband: 'homozygous' })).toMatchObject({ sister: expect.any(Number) as number });
  });
});
