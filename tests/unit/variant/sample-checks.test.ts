import { expect, test } from 'vitest';
import { callOf, type SelectionMember } from '#shared/variant/selection/family-members.ts';
import { createSampleChecks, type SampleDoubt } from '#shared/variant/selection/sample-checks.ts';
import { parseGenotype } from '#shared/variant/vcf/genotype.ts';

const members: readonly SelectionMember[] = [
  { id: 'child', column: 0, fatherId: 'father', motherId: 'mother', sex: 'male', status: 'affected' },
  { id: 'father', column: 1, fatherId: null, motherId: null, sex: 'male', status: 'unaffected' },
  { id: 'mother', column: 2, fatherId: null, motherId: null, sex: 'female', status: 'unaffected' },
];

/** So many places with the genotypes of child, father and mother, one after the other. */
function doubtsOf(as: 'x' | 'autosomal', places: readonly (readonly [number, string])[]): readonly SampleDoubt[] {
  const checks = createSampleChecks(members);
  for (const [count, text] of places) {
    const calls = new Map(text.split(' ').map((genotype, place) => [members[place]?.id ?? '', callOf(parseGenotype(genotype), 1)]));
    for (let place = 0; place < count; place += 1) if (checks.wants(as)) checks.take((id) => calls.get(id) ?? callOf(null, 1), as);
  }
  return checks.doubts();
}

test('a sample with one X where a female is drawn, and one with two where a male is, are told with their counts', () => {
  expect(doubtsOf('x', [[50, '1 0/1 1/1'], [10, '1 0/1 0/0'], [4, '1/1 0/0 0/1']])).toEqual([
    { kind: 'sex', personId: 'father', drawn: 'male', heterozygous: 60, compared: 60 },
    { kind: 'sex', personId: 'mother', drawn: 'female', heterozygous: 4, compared: 54 },
  ]);
});

test('samples as they are drawn, and too few places to tell, raise no doubt', () => {
  expect(doubtsOf('x', [[50, '1 1/1 0/1'], [3, '0/1 1/1 1/1']])).toEqual([]);
  expect(doubtsOf('x', [[29, '1 0/1 1/1']])).toEqual([]);
});

test('opposite homozygous genotypes at more than two in a hundred places are no parent and child', () => {
  expect(doubtsOf('autosomal', [[2_000, '0/1 0/1 0/1'], [100, '1/1 0/0 0/1'], [4, '0/0 0/1 1/1'], [4_000, '0/0 0/0 0/0']])).toEqual([{ kind: 'parentage', personId: 'child', parentId: 'father', opposite: 25, compared: 526 }]);
});

test('parents of whom the file leaves out what they lack are not doubted', () => {
  expect(doubtsOf('autosomal', [[2_000, '1/1 ./. ./.']])).toEqual([]);
});

test('only every fourth autosomal place is asked for, every one on X, and none of the other chromosomes', () => {
  const checks = createSampleChecks(members);
  expect((['autosomal', 'autosomal', 'autosomal', 'autosomal', 'x', 'x', 'y', 'mitochondrial'] as const).map((as) => checks.wants(as))).toEqual([false, false, false, true, true, true, false, false]);
});

test('nothing is asked for where no two samples are parent and child and nobody is drawn as female or male', () => {
  const checks = createSampleChecks([{ id: 'one', column: 0, fatherId: null, motherId: null, sex: 'unknown', status: 'affected' }]);
  expect((['autosomal', 'autosomal', 'autosomal', 'autosomal', 'x'] as const).map((as) => checks.wants(as))).toEqual([false, false, false, false, false]);
});
