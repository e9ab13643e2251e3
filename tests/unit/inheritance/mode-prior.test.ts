import { describe, expect, test } from 'vitest';
import { leastPriorRatio, modePriors, modesOfProband, type ModePrior } from '#shared/inheritance/mode-prior.ts';
import { aPedigree, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';

const condition = 'Condition';

/** Empty where the family says nothing of the proband. */
function priors(told: PedigreeBuilder): readonly ModePrior[] {
  const found = modesOfProband(told.build());
  return found === null ? [] : modePriors(found.modes);
}
const ratio = (found: readonly ModePrior[], termId: string): number => found.find((prior) => prior.termId === termId)?.priorRatio ?? NaN;

describe('the family as a prior of modes', () => {
  const trio = aPedigree().withTrio();

  test('says nothing where the proband is not affected', () => {
    expect(priors(trio)).toEqual([]);
    expect(priors(trio.state('unaffected', condition, 'father', 'mother', 'proband'))).toEqual([]);
  });

  test('says nothing where of nobody else it is known whether they are affected', () => {
    expect(priors(trio.affected(condition, 'proband'))).toEqual([]);
  });

  test('speaks for a dominant disease and against X-linked ones where a father has an affected son, and rules none out', () => {
    const found = priors(trio.affected(condition, 'father', 'proband').state('unaffected', condition, 'mother'));
    expect(ratio(found, 'HP:0000006')).toBeGreaterThan(1);
    expect([ratio(found, 'HP:0001417'), ratio(found, 'HP:0001419'), ratio(found, 'HP:0001423')]).toEqual([leastPriorRatio, leastPriorRatio, leastPriorRatio]);
  });

  test('speaks for a recessive disease where healthy cousins have two affected daughters', () => {
    const cousins = aPedigree().man('grandfather').woman('grandmother').sons(['grandfather', 'grandmother'], 'uncle').daughters(['grandfather', 'grandmother'], 'aunt')
      .woman('inlaw').man('otherInlaw').sons(['uncle', 'inlaw'], 'he').daughters(['otherInlaw', 'aunt'], 'she').daughters(['he', 'she'], 'first', 'second');
    const found = priors(cousins.proband('first').affected(condition, 'first', 'second').state('unaffected', condition, 'he', 'she', 'uncle', 'aunt', 'inlaw', 'otherInlaw'));
    expect(found.toSorted((one, other) => other.priorRatio - one.priorRatio)[0]?.termId).toBe('HP:0000007');
  });
});
