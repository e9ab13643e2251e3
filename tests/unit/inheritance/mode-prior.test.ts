import { describe, expect, test } from 'vitest';
import { geneticFamily } from '#shared/inheritance/genetic-family.ts';
import { leastPriorRatio, modePriors, type ModePrior } from '#shared/inheritance/mode-prior.ts';
import { aPedigree, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';

const condition = 'Condition';

function priors(told: PedigreeBuilder): readonly ModePrior[] {
  const family = told.build();
  const genetic = geneticFamily(family);
  if (!genetic.ok) throw new Error(genetic.error.message);
  const found = modePriors(family, genetic.value, condition);
  if (!found.ok) throw new Error('a small family is never too large');
  return found.value;
}
const ratio = (found: readonly ModePrior[], termId: string): number => found.find((prior) => prior.termId === termId)?.priorRatio ?? NaN;

describe('the family as a prior of modes', () => {
  const trio = aPedigree().withTrio();

  test('says nothing where nobody is affected', () => {
    expect(priors(trio)).toEqual([]);
    expect(priors(trio.state('unaffected', condition, 'father', 'mother', 'proband'))).toEqual([]);
  });

  test('speaks for a dominant disease and against X-linked ones where a father has an affected son, and rules none out', () => {
    const found = priors(trio.affected(condition, 'father', 'proband').state('unaffected', condition, 'mother'));
    expect(ratio(found, 'HP:0000006')).toBeGreaterThan(1);
    expect([ratio(found, 'HP:0001417'), ratio(found, 'HP:0001419'), ratio(found, 'HP:0001423')]).toEqual([leastPriorRatio, leastPriorRatio, leastPriorRatio]);
  });

  test('speaks for a recessive disease where healthy cousins have two affected daughters', () => {
    const cousins = aPedigree().man('grandfather').woman('grandmother').sons(['grandfather', 'grandmother'], 'uncle').daughters(['grandfather', 'grandmother'], 'aunt')
      .woman('inlaw').man('otherInlaw').sons(['uncle', 'inlaw'], 'he').daughters(['otherInlaw', 'aunt'], 'she').daughters(['he', 'she'], 'first', 'second');
    const found = priors(cousins.affected(condition, 'first', 'second').state('unaffected', condition, 'he', 'she', 'uncle', 'aunt', 'inlaw', 'otherInlaw'));
    expect(found.toSorted((one, other) => other.priorRatio - one.priorRatio)[0]?.termId).toBe('HP:0000007');
  });
});
