import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareProfiles } from '#shared/casefile/similar-comparison.ts';
import { exclusionWeight, findSimilar, type PhenotypeProfile } from '#shared/casefile/similar-profiles.ts';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { positionOfTerm } from '#shared/ranking/ranking-index.ts';
import { annotationOf, diseaseOf, smallOntology, termA, termA1, termA2, termB, termB1 } from '#tests/unit/ranking/small-knowledge.ts';

const index = buildRankingIndex(smallOntology, [diseaseOf('OMIM:1', [annotationOf(termA1)]), diseaseOf('OMIM:2', [annotationOf(termA2), annotationOf(termB1)]), diseaseOf('OMIM:3', [annotationOf(termB1)])]);
const at = (termId: string): number => positionOfTerm(index, termId);
const information = (termId: string): number => index.informationContent[at(termId)] ?? Number.NaN;
const profile = (observed: readonly string[], excluded: readonly string[] = []): PhenotypeProfile => ({ observed: observed.map(at), excluded: excluded.map(at) });
const score = (one: PhenotypeProfile, other: PhenotypeProfile): number => findSimilar(index, one, [other], 1)[0]?.score ?? 0;

const terms = [termA, termA1, termA2, termB, termB1];
const arbitraryProfile = fc.record({ observed: fc.uniqueArray(fc.constantFrom(...terms)), excluded: fc.uniqueArray(fc.constantFrom(...terms)) }).map(({ observed, excluded }) => profile(observed, excluded));

describe('the similarity of two patients', () => {
  test('is the information of what both have over that of what either has, worked by hand', () => {
    const [a, a1, a2] = [information(termA), information(termA1), information(termA2)];
    expect(score(profile([termA1]), profile([termA2]))).toBeCloseTo(a / (a + a1 + a2), 12);
  });

  test('counts an exclusion that both share by half, and none that one has alone', () => {
    const [a, a1, b1] = [information(termA), information(termA1), information(termB1)];
    expect(score(profile([termA], [termB1]), profile([termA1], [termB1]))).toBeCloseTo((a + exclusionWeight * b1) / (a + a1 + exclusionWeight * b1), 12);
    expect(score(profile([termA], [termB1]), profile([termA1]))).toBeCloseTo(a / (a + a1), 12);
  });

  test('is one for the same findings, nothing without a common one, the same both ways, and never beyond', () => {
    fc.assert(
      fc.property(arbitraryProfile, arbitraryProfile, (one, other) => {
        const there = score(one, other);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1 + 1e-12);
        expect(score(other, one)).toBeCloseTo(there, 12);
        if (one.observed.length > 0) expect(score(one, one)).toBeCloseTo(1, 12);
      }),
    );
    expect(score(profile([termA1]), profile([termB1]))).toBe(0);
  });

  test('puts the most alike first and leaves out who shares nothing', () => {
    const found = findSimilar(index, profile([termA1]), [profile([termB1]), profile([termA2]), profile([termA1]), profile([])], 10);
    expect(found.map(({ position }) => position)).toEqual([2, 1]);
  });
});

describe('the comparison of two patients', () => {
  test('explains the score: the parts of what they share add up to it', () => {
    fc.assert(
      fc.property(arbitraryProfile, arbitraryProfile, (one, other) => {
        const compared = compareProfiles(index, one, other);
        const parts = [...compared.shared, ...compared.sharedExcluded].reduce((sum, { contribution }) => sum + contribution, 0);
        expect(compared.score).toBeCloseTo(score(one, other), 12);
        expect(parts).toBeCloseTo(compared.score, 12);
      }),
    );
  });

  test('names the narrowest shared term, with what each has of it', () => {
    const compared = compareProfiles(index, profile([termA1, termB1]), profile([termA2, termB1]));
    expect(compared.shared.map(({ term, here, there }) => ({ term, here, there })).sort((one, other) => one.term - other.term)).toEqual([
      { term: at(termA), here: [at(termA1)], there: [at(termA2)] },
      { term: at(termB1), here: [at(termB1)], there: [at(termB1)] },
    ]);
  });

  test('shows what one has and the other expressly has not, by the term or a broader one', () => {
    expect(compareProfiles(index, profile([termA1]), profile([], [termA])).contradicted).toEqual([{ observedIn: 'here', term: at(termA1), excluded: at(termA) }]);
    expect(compareProfiles(index, profile([termA]), profile([], [termA1])).contradicted).toEqual([]);
  });
});
