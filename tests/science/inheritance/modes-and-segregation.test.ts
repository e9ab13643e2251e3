import { describe, expect, test } from 'vitest';
import { familyStatuses } from '#shared/inheritance/family-evidence.ts';
import { geneticFamily } from '#shared/inheritance/genetic-family.ts';
import { locusOf, type InheritanceMode, type ModeHypothesis } from '#shared/inheritance/mode.ts';
import { modeLikelihoods, type ModeLikelihood } from '#shared/inheritance/mode-of-inheritance.ts';
import { constantPenetrance } from '#shared/inheritance/penetrance.ts';
import { segregationEvidence, type SegregationEvidence } from '#shared/inheritance/segregation.ts';
import { aPedigree, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';

const condition = 'Condition';

describe('mode of inheritance', () => {
  test('father to son excludes the X chromosome and mitochondria', () => {
    const modes = modesOf(threeGenerations.affected(condition, 'grandfather', 'father', 'son').state('unaffected', condition, 'grandmother', 'mother', 'daughter'));
    expect(excluded(modes)).toEqual(['XLD', 'XLR', 'MT', 'AD-de-novo']);
    expect(reasons(modes, 'XLR')).toContain('against father-to-son');
  });

  test('an affected woman excludes the Y chromosome', () => {
    const modes = modesOf(aPedigree().withTrio().daughters(['father', 'mother'], 'sister').affected(condition, 'sister').state('unaffected', condition, 'father', 'mother', 'proband'));
    expect(excluded(modes)).toContain('YL');
    expect(reasons(modes, 'YL')).toContain('against affected-woman');
  });

  test('two affected parents with a healthy child exclude recessive inheritance', () => {
    const modes = modesOf(aPedigree().withTrio().daughters(['father', 'mother'], 'sister').affected(condition, 'father', 'mother', 'proband').state('unaffected', condition, 'sister'));
    expect(excluded(modes)).toContain('AR');
    expect(modes.find(({ mode }) => mode === 'AD')?.possible).toBe(true);
  });

  test('healthy parents with an affected daughter and three affected and healthy siblings are most likely carriers of a recessive condition', () => {
    const modes = modesOf(aPedigree().withTrio().daughters(['father', 'mother'], 'girl', 'other').affected(condition, 'girl', 'proband').state('unaffected', condition, 'father', 'mother', 'other'));
    expect(best(modes)).toBe('AR');
  });

  test('an isolated child of healthy parents may be new, and the siblings who stay healthy make that likelier than recessive inheritance', () => {
    const siblings = ['one', 'two', 'three', 'four', 'five'];
    const few = modesOf(aPedigree().withTrio().affected(condition, 'proband').state('unaffected', condition, 'father', 'mother'));
    const many = modesOf(aPedigree().withTrio().daughters(['father', 'mother'], ...siblings).affected(condition, 'proband').state('unaffected', condition, 'father', 'mother', ...siblings));
    const odds = (modes: readonly ModeLikelihood[]): number => Math.exp(likelihood(modes, 'AR') - likelihood(modes, 'AD-de-novo'));
    // Each healthy sibling of an affected child of two carriers has 3/4; a new mutation in each hardly matters.
    expect(odds(many) / odds(few)).toBeCloseTo(0.75 ** 5, 4);
  });

  test('three generations of affected men through healthy women are X-linked recessive', () => {
    const family = aPedigree().man('grandfather').woman('grandmother').sons(['grandfather', 'grandmother'], 'uncle').daughters(['grandfather', 'grandmother'], 'mother').man('father')
      .sons(['father', 'mother'], 'boy', 'brother').affected(condition, 'uncle', 'boy').state('unaffected', condition, 'grandfather', 'grandmother', 'mother', 'father', 'brother').proband('boy');
    expect(best(modesOf(family))).toBe('XLR');
  });
});

describe('segregation of a variant', () => {
  test('m transmissions to affected children, each with the variant, are worth 2^m and reach the published strengths', () => {
    // Jarvik & Browning 2016, doi 10.1016/j.ajhg.2016.04.003, table 1.
    const found = [2, 3, 4, 5].map((count) => {
      const children = Array.from({ length: count + 1 }, (_, index) => `child${String(index)}`);
      const family = aPedigree().man('father').woman('mother').daughters(['father', 'mother'], ...children).affected(condition, 'father', ...children).state('unaffected', condition, 'mother');
      return segregation(family, 'AD', Object.fromEntries(children.map((child) => [child, 1])), 'child0');
    });
    expect(found.map(({ meioses }) => Math.round(meioses * 1_000) / 1_000)).toEqual([2, 3, 4, 5]);
    expect(found.map(({ lod }) => lod.toFixed(3))).toEqual(['0.602', '0.903', '1.204', '1.505']);
    expect(found.map(({ evidence, strength }) => [evidence, strength])).toEqual([[null, null], ['PP1', 'supporting'], ['PP1', 'moderate'], ['PP1', 'strong']]);
  });

  test('an affected relative without the variant speaks strongly against it', () => {
    const family = aPedigree().withTrio().daughters(['father', 'mother'], 'sister').affected(condition, 'father', 'proband', 'sister').state('unaffected', condition, 'mother');
    expect(segregation(family, 'AD', { proband: 1, sister: 0, father: 1 }, 'proband')).toMatchObject({ evidence: 'BS4', strength: 'strong' });
  });

  test('who was not tested is neither for nor against', () => {
    const family = aPedigree().withTrio().daughters(['father', 'mother'], 'sister').affected(condition, 'proband', 'sister', 'father').state('unaffected', condition, 'mother');
    expect(segregation(family, 'AD', { proband: 1 }, 'proband').lod).toBeCloseTo(0, 6);
  });
});

const threeGenerations = aPedigree().man('grandfather').woman('grandmother').sons(['grandfather', 'grandmother'], 'father').woman('mother').sons(['father', 'mother'], 'son').daughters(['father', 'mother'], 'daughter').proband('son');

function modesOf(told: PedigreeBuilder): readonly ModeLikelihood[] {
  const family = told.build();
  const genetic = geneticFamily(family);
  if (!genetic.ok) throw new Error(genetic.error.message);
  const proband = family.individuals.find(({ isProband }) => isProband)?.id ?? null;
  const statuses = familyStatuses(family, condition);
  const modes = modeLikelihoods(genetic.value, statuses, proband !== null && statuses.get(proband) === 'affected' ? proband : null);
  if (!modes.ok) throw new Error('a small family is never too large');
  return modes.value;
}

const excluded = (modes: readonly ModeLikelihood[]): readonly ModeHypothesis[] => modes.filter(({ possible }) => !possible).map(({ mode }) => mode);
const best = (modes: readonly ModeLikelihood[]): ModeHypothesis | undefined => modes.toSorted((first, second) => second.probability - first.probability)[0]?.mode;
const reasons = (modes: readonly ModeLikelihood[], mode: ModeHypothesis): readonly string[] => modes.find((entry) => entry.mode === mode)?.reasons.map(({ kind, weight }) => `${weight} ${kind}`) ?? [];
const likelihood = (modes: readonly ModeLikelihood[], mode: ModeHypothesis): number => modes.find((entry) => entry.mode === mode)?.logLikelihoodGivenIndex ?? NaN;

function segregation(told: PedigreeBuilder, mode: InheritanceMode, genotypes: Readonly<Record<string, number>>, indexId: string): SegregationEvidence {
  const family = told.build();
  const genetic = geneticFamily(family);
  if (!genetic.ok) throw new Error(genetic.error.message);
  const locus = locusOf(mode, { alleleFrequency: 1e-7, penetrance: constantPenetrance(1), phenocopyRate: 1e-5, mutationRate: 0 });
  const phenotypes = new Map([...familyStatuses(family, condition)].map(([id, status]) => [id, { status }]));
  const copies = new Map(Object.entries(genotypes).map(([id, count]) => [id, count === 0 ? (0 as const) : (1 as const)]));
  const found = segregationEvidence(genetic.value, { locus, phenotypes, genotypes: copies, indexId });
  if (!found.ok) throw new Error('a small family is never too large');
  return found.value;
}
